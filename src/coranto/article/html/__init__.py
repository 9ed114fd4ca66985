"""HTML pages: the door, the child process behind it, and the text and kind of a page."""
