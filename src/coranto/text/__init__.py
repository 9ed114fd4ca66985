"""Plain tools on strings, each named by what it does."""
