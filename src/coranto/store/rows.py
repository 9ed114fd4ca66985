"""How rows are numbered: by time, so that the newest stand last in every primary key."""

from datetime import UTC, date, datetime
from hashlib import blake2b

_EPOCH = datetime(1900, 1, 1)
_BITS = 36
LAST = (1 << 63) - 1


def minutes(moment: str) -> int:
    """Minutes from 1900 to an ISO date or time (`2023`, `2023-10`, `2023-10-30`, with time and zone or not).

    0 for an empty or unreadable one, and for years before 1900.
    """
    text = moment.strip()
    try:
        if len(text) <= 7:
            year, _, month = text.partition("-")
            when = datetime(int(year), int(month or 1), 1)
        else:
            when = datetime.fromisoformat(text)
    except ValueError:
        return 0
    if when.tzinfo is not None:
        when = when.astimezone(UTC).replace(tzinfo=None)
    return max(0, int((when - _EPOCH).total_seconds() // 60))


def number(moment: str, ident: str) -> int:
    """The row number of something that happened at `moment`: a positive 63-bit integer, stable for ever."""
    low = int.from_bytes(blake2b(ident.encode(), digest_size=5).digest(), "big") & ((1 << _BITS) - 1)
    return (min(minutes(moment), (1 << 27) - 1) << _BITS) | low


def floor(day: date) -> int:
    """The lowest row number of a day."""
    return number_of_minutes(minutes(day.isoformat()))


def number_of_minutes(value: int) -> int:
    """The lowest row number of a minute."""
    return value << _BITS
