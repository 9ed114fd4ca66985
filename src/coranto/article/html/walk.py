"""A page as lines: one for each block of running text, with the elements it stands in and what they are called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.html.stored import stored
from coranto.data import rows
from coranto.text.normal import squeeze

_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt rtc ruby s "
    "samp small span strike strong sub sup time tt u var wbr"
)
_UNSEEN_NAMES = (
    "script style noscript template svg iframe head title textarea select option button object canvas math audio "
    "video datalist dialog"
)
INLINE = frozenset(_INLINE_NAMES.split())
UNSEEN = frozenset(_UNSEEN_NAMES.split())
_TAG_NAMES = (
    "article main section aside header footer nav form figure figcaption table ul li blockquote h1 pre dl details"
)
TAGS = tuple(_TAG_NAMES.split())
_ALIKE = {"ol": "ul", "td": "table", "th": "table", "dd": "dl", "dt": "dl", "summary": "details"}
_FURTHER = ("articlebody", "unseen")
_PLACES = {name: at for at, name in enumerate((*TAGS, *_FURTHER))}
_SINGLE = frozenset(["br", "hr", "img", "picture"])
_BOLD, _SLANTED = frozenset(["b", "strong"]), frozenset(["i", "em"])
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[hH][1-6]")
# labels of what the eye sees, for those who hear the page
_FOR_READERS_ALOUD = re.compile(
    r"\b(?:visually-?hidden|sr-only|screen-reader-text|screenreader-text)\b", re.IGNORECASE
)
_UNSHOWN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden")
_LONGEST_NAME = 400
_MOST_LINES = 6000
_EMPTY = 600
_FAR = -1000

Marks = tuple[int, ...]


class Element(NamedTuple):
    """A block element: its tag and class names, the number of its parent (-1 for the body), how deep it is."""

    tag: str
    names: str
    parent: int
    depth: int


class Line(NamedTuple):
    """A block of running text. `linked`, `bold` and `slanted` count characters; `marks` has for each of `kinds()`
    the depth of the nearest element that bears it; `images` stand between it and the line before."""

    text: str
    element: int
    marks: Marks
    linked: int = 0
    bold: int = 0
    slanted: int = 0
    images: int = 0
    timed: bool = False


@dataclass(slots=True)
class Walked:
    """The lines of a page and the block elements that hold them, parents before children."""

    lines: list[Line] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)


@cache
def kinds() -> tuple[str, ...]:
    """What an element may be marked as: a tag, a word of its names, or by its attributes."""
    return (*TAGS, *_FURTHER, *(row["mark"] for row in rows("html_marks")))


@cache
def _by_word() -> Mapping[str, tuple[int, ...]]:
    first = len(TAGS) + len(_FURTHER)
    found: dict[str, list[int]] = {}
    for at, row in enumerate(rows("html_marks")):
        for word in row["words"]:
            found.setdefault(word, []).append(first + at)
    return {word: tuple(spots) for word, spots in found.items()}


_State = tuple[int, Marks, bool, bool, bool, bool]
"""Where the walk stands: a block element, its marks, whether in a link, bold, slanted; whether it is a block."""


class _Walk:
    """One pass over a tree. `called` keeps what names say, for pages repeat them."""

    def __init__(self, unseen: frozenset[str]) -> None:
        self.lines: list[Line] = []
        self.elements = [Element("body", "", -1, 0)]
        self._unseen = unseen
        self._called: dict[str, tuple[int, ...]] = {}
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._linked = self._bold = self._slanted = self._images = 0
        self._timed = False
        self._at: tuple[int, Marks] = (0, ())

    def run(self, body: LexborNode) -> Walked:
        """All lines under an element, in order."""
        state: _State = (0, (_FAR,) * len(kinds()), False, False, False, True)
        stack: list[tuple[LexborNode, _State]] = []
        unseen = self._unseen
        node = body.child
        while len(self.lines) < _MOST_LINES:
            if node is None:
                if state[5] and self._parts:
                    self._flush()
                if not stack:
                    break
                left, state = stack.pop()
                node = left.next
                continue
            tag = node.tag
            if tag == "-text":
                text = node.text_content
                if text is None or text.isspace():
                    if self._parts:
                        self._parts.append(" ")
                else:
                    self._text(text, state)
            elif tag in _SINGLE:
                self._single(tag)
            elif (
                tag is not None and tag[0] not in "-!_" and tag not in unseen and (child := node.child) is not None
            ):
                attributes = node.attributes
                names = attributes.get("class")
                if names is None or _FOR_READERS_ALOUD.search(names) is None:
                    stack.append((node, state))
                    state = self._enter(attributes, tag, state)
                    node = child
                    continue
            node = node.next
        self._flush()
        return Walked(self.lines, self.elements)

    def _single(self, tag: str | None) -> None:
        if tag in ("br", "hr"):
            self._flush()
        else:
            self._images += 1

    def _enter(self, attributes: dict[str, str | None], tag: str, state: _State) -> _State:
        element, marks, linked, bold, slanted, _ = state
        own = self._own(attributes, _ALIKE.get(tag, tag)) if attributes or tag in _PLACES or tag in _ALIKE else ()
        depth = self.elements[element].depth
        if tag in INLINE:
            marks = _marked(marks, own, depth) if own else marks
            self._timed = self._timed or tag == "time"
            return (
                element, marks, linked or tag == "a", bold or tag in _BOLD, slanted or tag in _SLANTED, False,
            )  # fmt: skip
        if self._parts:
            self._flush()
        self.elements.append(Element(tag, attributes.get("class") or "", element, depth + 1))
        if own:
            marks = _marked(marks, own, depth + 1)
        return len(self.elements) - 1, marks, linked, bold, slanted, True

    def _own(self, attributes: dict[str, str | None], tag: str) -> tuple[int, ...]:
        """What an element is: places in `kinds()`."""
        own: tuple[int, ...] = (_PLACES[tag],) if tag in _PLACES else ()
        if not attributes:
            return own
        named = attributes.get
        style = named("style")
        if "hidden" in attributes or named("aria-hidden") == "true" or (style and _UNSHOWN.search(style)):
            own = (*own, _PLACES["unseen"])
        if "itemprop" in attributes and (named("itemprop") or "").lower() == "articlebody":
            own = (*own, _PLACES["articlebody"])
        names = f"{named('class') or ''} {named('id') or ''} {named('role') or ''}"
        if names == "  ":
            return own
        known = self._called.get(names)
        if known is None:
            found = (_by_word().get(word.lower(), ()) for word in _NAME.findall(names[:_LONGEST_NAME]))
            known = self._called[names] = tuple(sorted({at for some in found for at in some}))
        return own + known

    def _text(self, text: str, state: _State) -> None:
        if not self._parts:
            self._at = state[:2]
        self._parts.append(text)
        if state[2] or state[3] or state[4]:
            size = len(text.strip())
            self._linked += size * state[2]
            self._bold += size * state[3]
            self._slanted += size * state[4]

    def _flush(self) -> None:
        if not self._parts:
            return
        if text := squeeze("".join(self._parts)):
            element, marks = self._at
            self.lines.append(
                Line(
                    text, element, marks, self._linked, self._bold, self._slanted, self._images, self._timed,
                )
            )  # fmt: skip
        self._begin()


def _marked(marks: Marks, own: tuple[int, ...], depth: int) -> Marks:
    new = list(marks)
    for at in own:
        new[at] = depth
    return tuple(new)


def walk(tree: LexborHTMLParser) -> Walked:
    """The lines of a page, at most 6,000.

    Where a page shows nothing without its scripts, what it keeps for readers without them is read too, or else what
    it keeps for its program.
    """
    if tree.body is None:
        return Walked()
    found = _Walk(UNSEEN).run(tree.body)
    if _size(found) >= _EMPTY:
        return found
    more = _Walk(UNSEEN - {"noscript", "template"}).run(tree.body)
    best = more if _size(more) > _size(found) else found
    if _size(best) >= _EMPTY or not (kept := stored(tree)):
        return best
    body = LexborHTMLParser(kept).body
    held = _Walk(UNSEEN).run(body) if body is not None else best
    return held if _size(held) > 2 * _size(best) else best


def _size(walked: Walked) -> int:
    return sum(len(line.text) for line in walked.lines)


def seen(tree: LexborHTMLParser) -> list[str]:
    """The texts of the lines that a page shows with its scripts off and nothing in their stead."""
    return [line.text for line in _Walk(UNSEEN).run(tree.body).lines] if tree.body is not None else []
