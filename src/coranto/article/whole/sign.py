"""One sign of a cut or of wholeness."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """The name of its row in `whole.toml`, the words of the page it rests on, and where they stand."""

    name: str
    text: str = ""
    where: str = "end"
