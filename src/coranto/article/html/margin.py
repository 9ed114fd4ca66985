"""Lines that extraction leaves among the paragraphs though they speak of the article: bylines, dates, credits."""

import re

from coranto.article.dates.find import find_dates
from coranto.article.draft import Piece
from coranto.article.head.names import printed

_BY = re.compile(r"^(?:by|von|par|por|di|de|av|af|door|text)[:\s]\s?(?=[^\W\d_])", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:by|von|par|por|di|de|av|af|door)\s(?=[^\W\d_])", re.IGNORECASE)
_PHOTO = re.compile(
    r"^(?:photo(?:graph)?|foto|image|bild|picture|credit|video|grafik|illustration)s?(?: credit| by)?\s?[:/©|]|^©",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_CLOSED = re.compile(r"[.!?…][\"'”’»)]*$")
_SHORT = 90
_HEAD = 6


def parted(found: list[Piece]) -> tuple[list[Piece], list[str]]:
    """The pieces of the text, and the lines for the margin: photo credits anywhere, bylines and dates at
    the head. Nothing is lost: a line is in one or the other."""
    text: list[Piece] = []
    margin: list[str] = []
    for at, piece in enumerate(found):
        if piece.kind == "body" and _beside(piece.text, at):
            margin.append(piece.text)
        else:
            text.append(piece)
    return text, margin


def _beside(line: str, at: int) -> bool:
    if len(line) > _SHORT or _CLOSED.search(line):
        return False
    if _PHOTO.match(line):
        return True
    return at < _HEAD and (_byline(line) or _date_line(line))


def _byline(line: str) -> bool:
    return bool(_BY.match(line)) and bool(printed([line], ""))


def _date_line(line: str) -> bool:
    """Whether a line is a date with a label or a clock time, and little else."""
    found = find_dates(line)
    if not found:
        return False
    rest = line[: found[0].start] + " " + line[found[-1].end :]
    signed = _SIGNED.search(rest)
    # "Published 3 March by Ada Brand": what is left behind the date is the makers
    if signed is not None and printed([rest[signed.start() :].strip()], ""):
        rest = rest[: signed.start()]
    return len(_WORD.findall(rest)) < 4
