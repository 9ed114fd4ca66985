"""The small model of the reading room: what it sees of the words, its one session per process, what it finds."""
