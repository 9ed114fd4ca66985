"""Times: what a text says of when, as TIMEX3 with intervals."""
