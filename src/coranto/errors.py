"""The errors a caller can meet.

    CorantoError
    ├── ConfigError        a setting is wrong
    ├── UsageError         a command was called wrongly (exit status 2)
    ├── PartError          a named part is unknown, or its extra is not installed
    ├── ArchiveError       the archive can't be opened, read or written
    │   └── ArchiveBusy    another process is writing
    └── NotFound           no such id in the archive (exit status 1)

Each message says what is wrong, where, and what to do. What is expected to fail on real input
(a page that is no article, a broken record) is no error but a `Refusal` value.
"""


class CorantoError(Exception):
    """The root of all errors raised by coranto."""


class ConfigError(CorantoError):
    """A setting is wrong; the message names the setting and what it accepts."""


class UsageError(CorantoError):
    """A command was called wrongly; the message says how to call it."""


class PartError(CorantoError):
    """A named part is unknown, or what it needs is not installed."""


class ArchiveError(CorantoError):
    """The archive can't be opened, read or written; the message names the file."""


class ArchiveBusy(ArchiveError):
    """Another process is writing to the archive."""


class NotFound(CorantoError):
    """No fact, article or story has this id."""
