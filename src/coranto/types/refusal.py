"""An expected failure, as a value: counted, stored and shown, never swallowed."""

from dataclasses import dataclass
from typing import Literal, get_args

Reason = Literal[
    "empty",
    "too-large",
    "not-text",
    "not-article",
    "time-out",
    "out-of-memory",
    "broken-archive",
    "broken-row",
    "broken-encoding",
    "unreadable",
    "not-found",
    "directory-loop",
    "crashed",
]
REASONS: tuple[str, ...] = get_args(Reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """`part` (a versioned part name) could not take `subject` (a path, address or id), for `reason`.

    `detail` is one sentence for a person: what was seen, and what to do where something can be done.
    """

    part: str
    reason: Reason
    detail: str
    subject: str
