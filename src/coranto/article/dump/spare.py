"""Where the line model leaves a page nothing: the best block of its lines that run on in sentences."""

import re
from collections.abc import Sequence
from dataclasses import replace

from coranto.article.dump.features import best_block
from coranto.article.dump.lines import Labelled
from coranto.article.dump.shape import Shape

_INNER_STOP = re.compile(r"""[.!?。！？؟।]["'”’»)\]]{0,3}(?=\s|$)|[。！？]""")
_PICTURE = re.compile(
    r"\(\s?(?:[^()\n]{0,80}\b(?:AP|AFP|EPA|Reuters|REUTERS|Getty|[Pp]hotos?|Images)\b[^()\n]{0,80})\)"
    r"(?:\s(?:less|more|prev|next|close)){0,3}\W{0,3}$"
    r"|^FILE\b\W{1,4}|\bREUTERS/|(?:\.{3}|…)\s(?:more|mehr|plus)$|\bless$|\bprev next$|\bPhoto credit\b"
)
_MENU = frozenset(("share", "nav", "signup", "rights", "related", "member", "contact", "more"))
_LONG, _MIN = 160, 60
_STOPS = 0.2
_FEW_STOPS = 0.12


def spared(found: Sequence[Labelled]) -> list[Labelled]:
    """The lines, with those of the best block of running text as body where little was kept. Linear time."""
    if sum(one.shape.chars for one in found if one.label in ("body", "bullet")) >= _MIN:
        return list(found)
    start, stop = best_block([_likeness(one) for one in found])
    return [
        replace(one, label="body") if start <= at < stop and is_running(one) else one
        for at, one in enumerate(found)
    ]


def is_running(one: Labelled) -> bool:
    """Whether a line is a paragraph of sentences: no caption, menu or script, and as many small words as prose."""
    text, shape = one.line.text, one.shape
    if one.label in ("caption", "date", "byline", "credit", "member") or is_picture(text):
        return False
    if shape.cues.groups and (
        shape.chars < _LONG or (not _MENU.isdisjoint(shape.cues.groups) and not shape.sentence)
    ):
        return False
    return shape.chars >= _MIN and shape.stop >= _needed(shape) and bool(_INNER_STOP.search(text))


def is_picture(text: str) -> bool:
    """Whether a line says who took a picture or how to unfold its caption."""
    return _PICTURE.search(text[:2000] if len(text) <= 2000 else text[:1000] + text[-1000:]) is not None


def captions_only(found: Sequence[Labelled]) -> bool:
    """Whether a page without kept lines shows pictures with their captions."""
    return any(one.label == "caption" or is_picture(one.line.text) for one in found)


def _needed(shape: Shape) -> float:
    """The share of function words that a line must have; scripts without blanks have none to count."""
    return 0.0 if shape.han > 0.3 else _FEW_STOPS if shape.sentence else _STOPS


def _likeness(one: Labelled) -> float:
    return min(float(one.shape.chars), 400.0) if is_running(one) else -30.0 if one.shape.chars < 60 else -60.0
