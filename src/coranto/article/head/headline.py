"""The headline of a page, out of the places where it writes one: a vote, with what each place is worth."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.head.title import SEPARATOR, key, without_outlet
from coranto.article.lang import function_words
from coranto.text.normal import ascii_fold, squeeze

_WEIGHTS = {
    "json-ld headline": 1.0,
    "meta headline": 0.3,
    "meta og:title": 1.2,
    "meta twitter:title": 0.2,
    "title": 0.4,
}
# places that hold the headline alone, where the others may add a section or the outlet
_BARE = ("json-ld headline", "meta headline")
_H1 = 1.5
_ALONE = 0.6
# what a heading is worth that says in other words what the claims say: more than meta elements, and on a page that
# does not state its news in JSON-LD more than that too
_ALIKE, _ALIKE_NEWS = 3.0, 0.0
# what it is worth that the page shows a claim outside of its first-level headings
_SHOWN = 2.2
# what a lone heading is worth beside a <title> that says something else, and nothing more
_LONE = 0.5
_ENOUGH_WORDS = 4
_TIMES_LONGER = 3
_SHARED = 0.4
_ASIDE = re.compile(
    r"breadcrumb|seo-?(?:title|headline)|visually-?hidden|sr-only|screen-?reader|site-?(?:title|name|logo)|"
    r"logo\b|widget|navbar"
)
_ASIDE_TAGS = ("nav", "footer", "aside")
_WORD = re.compile(r"\w+")
_MOST = 12
_GAP = 200
_LONGEST = 1000
_TAIL = re.compile(r"\s*[-–—|ㅣ｜:»·•/]")
_PARTS = 6
_NOT_SHOWN = ("<title", "<h1", "<a ", "<option", "<script", "<meta", "</")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A first-level heading: its text, the same cut at the elements inside it, and whether it stands aside
    (hidden, or part of the site's own furniture), which takes its vote away."""

    text: str
    parts: tuple[str, ...] = ()
    aside: bool = False


@dataclass(slots=True)
class _Poll:
    """The votes for each headline by key, and how it is written where."""

    votes: dict[str, float] = field(default_factory=dict)
    written: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, text: str, place: str, worth: float, overwrite: bool = False) -> None:
        name = key(text)
        if not name:
            return
        self.votes[name] = self.votes.get(name, 0.0) + worth
        if overwrite or name not in self.written:
            self.written[name] = (text, place)

    def best(self) -> tuple[str, str]:
        """The headline with most votes; of equals the one named first."""
        return self.written[max(self.votes, key=self.votes.__getitem__)] if self.votes else ("", "")


def headings(tree: LexborHTMLParser) -> list[Heading]:
    """The first-level headings of a page, at most twelve."""
    found = [_heading(node) for node in tree.css("h1")[:_MOST]]
    return [one for one in found if key(one.text)]


def _heading(node: LexborNode) -> Heading:
    pieces = [squeeze(piece) for piece in node.text(deep=True, separator="\n")[:2000].split("\n")]
    parts = tuple(piece for piece in pieces if piece)
    return Heading(text=" ".join(parts), parts=parts, aside=_is_aside(node))


def _is_aside(node: LexborNode) -> bool:
    above: LexborNode | None = node
    for level in range(6):
        if above is None or above.tag in ("main", "article", "body"):
            return False
        named = " ".join(value or "" for name, value in above.attributes.items() if name in ("class", "id"))
        if level == 0:
            named += " " + " ".join(above.attributes)
        if above.tag in _ASIDE_TAGS or _ASIDE.search(named.lower()):
            return True
        above = above.parent
    return False


def pick(
    found: Sequence[Heading], claims: Mapping[str, str], outlet: str, news: bool = False, html: str = ""
) -> tuple[str, str]:
    """The headline and the place it stands in, by a vote of the places that write it.

    `claims` are the titles in the markup by place, the names of `_WEIGHTS`; the outlet's name behind them
    is cut off first. A heading that no place repeats, whole or in other words, has no vote, for it may be the
    site's own. `news` says that the page states itself to be news in JSON-LD; `html` is all of it.
    """
    claims = {place: claim[:_LONGEST] for place, claim in claims.items()}
    cut = {place: without_outlet(squeeze(claim), outlet) for place, claim in claims.items()}
    cut = _bare({place: claim for place, claim in cut.items() if key(claim)})
    poll = _Poll()
    for place, claim in cut.items():
        poll.add(claim, place, _WEIGHTS[place])
    shown = [one for one in found if not one.aside and len(one.text) <= _LONGEST]
    for heading in shown:
        _vote(poll, heading, cut, claims, news)
    _second(poll, cut, html)
    lone = shown[0].text if len(shown) == 1 else ""
    if lone and (not cut or (cut.keys() == {"title"} and _counted(lone) >= _ENOUGH_WORDS)):
        poll.add(lone, "h1", _LONE)
    return poll.best()


def _bare(cut: Mapping[str, str]) -> dict[str, str]:
    """The claims, each without what it has behind the headline where another place holds that alone."""
    bare = [cut[place] for place in _BARE if place in cut]
    return {place: next((one for one in bare if _tailed(claim, one)), claim) for place, claim in cut.items()}


def _tailed(claim: str, bare: str) -> bool:
    """Whether a claim is a headline with a separator and something behind it."""
    return claim.startswith(bare) and _counted(bare) > 1 and bool(_TAIL.match(claim, len(bare)))


def _vote(poll: _Poll, heading: Heading, cut: Mapping[str, str], claims: Mapping[str, str], news: bool) -> None:
    name = key(heading.text)
    same = next((claim for claim in cut.values() if key(claim) == name), "")
    if same:
        # elements inside a heading lose the marks between them, which a claim still has
        poll.add(same if len(heading.parts) > 1 else heading.text, "h1", _H1, overwrite=True)
    elif inner := _within(heading, cut):
        poll.add(inner, "h1", _H1)
    elif any(_opens(squeeze(claim), heading.text) for claim in claims.values()):
        poll.add(heading.text, "h1", _H1 + _ALONE, overwrite=True)
    elif _alike(heading.text, cut.values()):
        poll.add(heading.text, "h1", _ALIKE_NEWS if news else _ALIKE)


def _within(heading: Heading, cut: Mapping[str, str]) -> str:
    """The claim that a heading has beside a kicker of its own element, or beside words behind a separator."""
    parts = heading.parts
    bare = [" ".join(part) for n in range(1, min(len(parts), _PARTS)) for part in (parts[n:], parts[:-n])]
    bare += list(_ends(heading.text))
    names = {key(one) for one in bare}
    return next((claim for claim in cut.values() if key(claim) in names and _counted(claim) > 1), "")


def _ends(text: str) -> Iterator[str]:
    for cut in list(SEPARATOR.finditer(text))[:_MOST]:
        yield text[: cut.start()]
        yield text[cut.end() :]


def _opens(claim: str, heading: str) -> bool:
    """Whether a claim is the heading with something behind a separator."""
    return any(key(claim[: cut.start()]) == key(heading) for cut in list(SEPARATOR.finditer(claim))[:_MOST])


def _alike(heading: str, claims: Iterable[str]) -> bool:
    own = _content(heading)
    if len(own) < _ENOUGH_WORDS:
        return False
    for claim in claims:
        other = _content(claim)
        near = len(heading) < _TIMES_LONGER * len(claim)
        if other and near and len(own & other) >= _SHARED * min(len(own), len(other)):
            return True
    return False


def _content(text: str) -> set[str]:
    return {word for word in _WORD.findall(ascii_fold(text)) if word not in function_words()}


def _counted(text: str) -> int:
    return len(_WORD.findall(text))


def _second(poll: _Poll, cut: Mapping[str, str], html: str) -> None:
    """Where JSON-LD and og:title state two headlines, adds the vote of the page for the one that it shows.

    Many sites have a first-level heading for search engines, and show the editors' headline in another element.
    """
    two = [cut[place] for place in ("json-ld headline", "meta og:title") if place in cut]
    if len({key(one) for one in two}) < 2:
        return
    plain = html.replace("\u00ad", "").replace("&shy;", "") if "\u00ad" in html or "&shy;" in html else html
    for claim in two:
        if _shows(plain, claim):
            poll.add(claim, "page", _SHOWN)


def _shows(html: str, claim: str) -> bool:
    """Whether an element that is no link, <title> or heading of the first level holds the words and no others."""
    for written in {claim, escape(claim), escape(claim, quote=False)}:
        at = html.find(written)
        while at >= 0:
            before = html[max(0, at - _GAP) : at].rstrip()
            behind = html[at + len(written) : at + len(written) + _GAP].lstrip()
            if before.endswith(">") and behind.startswith("<") and not _tag(html, at).startswith(_NOT_SHOWN):
                return True
            at = html.find(written, at + 1)
    return False


def _tag(html: str, at: int) -> str:
    start = html.rfind("<", 0, at)
    return html[start : start + 9].lower()
