"""Speech: who says what, in which words, through whom."""
