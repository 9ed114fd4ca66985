"""Whose writing a page says it carries: bylines, notices of rights, sign-offs and places of first appearance."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from coranto.data import rows
from coranto.text.normal import ascii_fold
from coranto.types import MARGIN, TITLE, Article, Cite
from coranto.types.copies import ParentKind

_FIRST, _LAST, _MARGIN = 4, 5, 64
_LINE = 500
_AROUND = 24
_LONGEST = 5
_BARE = 40
_FULL = 7
_OPENING = 54
_WORD = re.compile(r"[^\W_][\w&]*(?:(?:['’](?!s\b)|[.-])\w+)*")
_HOST = re.compile(r"(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z]{2,12}){1,3}")
_PHOTO = re.compile(
    r"photo|image|getty|\bpool\b|\bvia (?:AP|AFP|Reuters)|[(/|]\s?(?:AP|AFP|Reuters|EPA)\)?$|^\W*credit",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?<=\w)(?: news)?(?: agency| service| network|wires?)?$| wires?$")
_PLACES = {
    "both": ("text", "title", "margin", "head"),
    "margin": ("margin", "head"),
    "text": ("text", "title"),
    "head": ("head",),
}
_NO_SOURCE = frozenset({"ministry", "forum", "social", "carrier"})

Known = tuple[str, ParentKind]


@dataclass(frozen=True, slots=True)
class Mark:
    """A source that a page as a whole names, what it is, what the line does, and the words."""

    name: str
    kind: ParentKind
    reason: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class _Rule:
    before: re.Pattern[str]
    after: re.Pattern[str]
    where: str
    says: str


@dataclass(frozen=True, slots=True)
class _Spot:
    known: Known
    says: str
    where: str
    start: int
    end: int


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            re.compile(row["before"] + ("" if row["before"].endswith("$") else "$"), re.IGNORECASE)
            if row["before"] else re.compile(""),
            re.compile(row["after"], re.IGNORECASE), row["where"], row["says"],
        )
        for row in rows("wire_marks")
    )  # fmt: skip


@cache
def _cues() -> tuple[tuple[str, ...], tuple[str, ...]]:
    held = rows("wire_marks", "cue")
    return tuple(word for row in held for word in row["words"]), tuple(
        word for row in held for word in row["starts"]
    )


def _telling(line: str) -> bool:
    """Whether a line may mark a source at all."""
    words, starts = _cues()
    return line.startswith(starts) or "(" in line[:_OPENING] or any(word in line for word in words)


@cache
def _glued() -> re.Pattern[str]:
    """An agency's full name at the end of a title that took up a byline: "Anna NameAssociated Press"."""
    names = (name for row in rows("agencies") for name in (row["name"], *row["aliases"]) if len(name) >= _FULL)
    return re.compile(f"(?<=[a-z])(?:{'|'.join(sorted(map(re.escape, names)))})$")


@cache
def _known() -> tuple[dict[str, Known], dict[str, Known], frozenset[str]]:
    """Agencies and outlets: as pages spell them, by folded name or host, and the first words of the spellings."""
    spelled: dict[str, Known] = {}
    folded: dict[str, Known] = {}
    for table in ("agencies", "outlets"):
        for row in rows(table):
            if row.get("carrier") or (table == "outlets" and row.get("kind") in _NO_SOURCE):
                continue
            held: Known = (row["name"], "agency" if table == "agencies" else "outlet")
            names = (row["name"], *row.get("aliases", ()))
            for name in names:
                bare = name.removeprefix("The ") if name.count(" ") > 1 else name
                spelled.setdefault(bare, held)
                spelled.setdefault(bare.upper(), held)
            for name in (*names, *row.get("domains", ())):
                folded.setdefault(key(name), held)
    return spelled, folded, frozenset(name.split(" ")[0] for name in spelled)


def key(name: str) -> str:
    """A name or host for comparison: folded, without article."""
    return ascii_fold(name).strip(" .").removeprefix("the ").removeprefix("www.")


def voice(name: str) -> str:
    """One name for each agency or outlet, however it is written: its row's name, else the name itself."""
    known = _known()[1].get(key(name))
    return known[0] if known else name


@lru_cache(maxsize=8192)
def source_key(name: str) -> str:
    """What two writings of one source's name have in common: "Nordhav" and "Nordhav News Agency" are one."""
    return _KIND.sub("", key(voice(name)))


def same_source(one: str, other: str) -> bool:
    """Whether two names are those of one agency or outlet; no name is nobody's."""
    return bool(one and other) and source_key(one) == source_key(other)


def _names(line: str) -> Iterator[tuple[Known, int, int]]:
    """The agencies and outlets that a line names, the longest at each place, with their offsets."""
    spelled, folded, firsts = _known()
    found = list(_WORD.finditer(line))
    at = 0
    while at < len(found):
        first = found[at].group()
        step = 1
        if first in firsts:
            for length in range(min(_LONGEST, len(found) - at), 0, -1):
                start, end = found[at].start(), found[at + length - 1].end()
                held = spelled.get(line[start:end])
                if held is not None:
                    yield held, start, end
                    step = length
                    break
        elif "." in first and _HOST.fullmatch(first) and (host := folded.get(key(first))) is not None:
            yield host, found[at].start(), found[at].end()
        at += step


def _lines(title: str, text: str, margin: str) -> Iterator[tuple[str, str, int]]:
    """Where a line stands, the line, and its offset there: title, margin, first and last paragraphs."""
    yield "title", title[:_LINE], 0
    at = 0
    for line in margin.split("\n")[:_MARGIN]:
        yield "margin" if at else "head", line[:_LINE], at
        at += len(line) + 1
    at, seen = 0, 0
    while seen < _FIRST and at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end > at:
            yield "text", text[at : min(end, at + _LINE)], at
            seen += 1
        at = end + 1
    end, seen = len(text), 0
    while seen < _LAST and end > at:
        start = max(text.rfind("\n", at, end) + 1, at)
        if end > start:
            first = max(start, end - _LINE)
            yield "text", text[first:end], first
            seen += 1
        end = start - 1


def _spots(title: str, text: str, margin: str) -> Iterator[_Spot]:
    glued = _glued().search(title[:_LINE])
    if glued:
        yield _Spot(_known()[1][key(glued.group())], "the byline names it", "title", glued.start(), glued.end())
    for where, line, at in _lines(title, text, margin):
        if (where != "head" or len(line) > _BARE) and not _telling(line):
            continue
        if where in ("margin", "head") and _PHOTO.search(line):
            continue
        for known, start, end in _names(line):
            rule = next((one for one in _rules() if _fits(one, where, line, (start, end))), None)
            if rule is not None:
                yield _Spot(known, rule.says, where, at + start, at + end)


def _fits(rule: _Rule, where: str, line: str, span: tuple[int, int]) -> bool:
    if where not in _PLACES[rule.where] or rule.after.match(line, span[1]) is None:
        return False
    return rule.before.search(line[: span[0]]) is not None


@lru_cache(maxsize=2048)
def _marked(title: str, text: str, margin: str) -> tuple[_Spot, ...]:
    return tuple(dict.fromkeys(_spots(title, text, margin)))


def marks(article: Article) -> tuple[Mark, ...]:
    """The sources other than itself that an article's bylines, notices and sign-offs name, in reading order."""
    return tuple(
        Mark(*one.known, one.says, _cite(article, one))
        for one in _marked(article.title, article.text, article.margin)
        if not is_own(article, one.known[0])
    )


def is_own(article: Article, name: str) -> bool:
    """Whether a name is that of the article's own outlet or carrier."""
    return same_source(name, article.outlet) or same_source(name, article.carrier)


def _cite(article: Article, spot: _Spot) -> Cite:
    source, number = article.margin, MARGIN
    if spot.where == "title":
        source, number = article.title, TITLE
    elif spot.where == "text":
        source = article.text
        number = next((one.index for one in article.sentences if one.start <= spot.start < one.end), 0)
    start, end = spot.start, spot.end
    return Cite(
        article=article.id, sentence=number, start=start, end=end, exact=source[start:end],
        prefix=source[max(0, start - _AROUND) : start], suffix=source[end : end + _AROUND],
    )  # fmt: skip
