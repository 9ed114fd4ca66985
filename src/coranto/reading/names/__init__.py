"""Names: persons, organisations, places, groups, events, and which of them are one."""
