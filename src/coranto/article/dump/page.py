"""Plain-text pages: from lines to the draft of an article."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from coranto.article.draft import Draft, Piece
from coranto.article.dump.dates import dates_of
from coranto.article.dump.head import bylines, is_name, signed
from coranto.article.dump.kind import instead, kind_of, parted_items, roundup_head, without_masthead
from coranto.article.dump.known import label_known
from coranto.article.dump.lines import Labelled
from coranto.article.dump.spare import captions_only, spared
from coranto.article.dump.text import Line, read_lines
from coranto.article.dump.title import choose, key_of
from coranto.article.head.title import fits, label_of
from coranto.article.masthead import Masthead, masthead
from coranto.article.outlet import Outlet, by_host, by_name, carrier_of, inferred, printed
from coranto.parts import register
from coranto.settings import ArticleOptions
from coranto.text.decode import decode
from coranto.text.tokens import count
from coranto.types import Evidence, Page
from coranto.types.article import BlockKind

PART = "article.dump.v4"
DEFAULTS = ArticleOptions()
_KEPT = ("body", "bullet", "head", "dek")
_MAST = 200
_NAMED = 500
_DEKS = 4
_ABOVE, _BELOW, _TOLD, _NEVER = 30, 8, 60, 9
_BRIEF, _SENTENCE, _HEADLINE = 6, 12, 3
"""A page of so few lines, with a sentence of so many words below a headline of so many."""
_CLOSED = re.compile(r"""[.!?。！？؟।]["'”’»)\]]*$""")


@register(PART)
def draft_dump(
    page: Page, options: ArticleOptions = DEFAULTS, repeated: Callable[[str], bool] | None = None
) -> Draft:
    """The draft of a page of plain text: its lines are labelled, and its head is read from what they are.

    `repeated` says whether a line is known to be furniture that its outlet repeats.
    """
    text, flags = decode(page.body, page.charset, False)
    lines = read_lines(text[: options.max_chars])
    known = frozenset(one.number for one in lines if repeated(one.text)) if repeated else frozenset()
    return draft_lines(lines, page, flags, known)


def draft_lines(
    lines: Sequence[Line], page: Page, flags: tuple[str, ...] = (), repeated: frozenset[int] = frozenset()
) -> Draft:
    """The draft of a page's lines; `repeated` are the numbers of those known to be furniture."""
    mast = masthead([(one.number, one.text) for one in (*lines[:_MAST], *lines[_MAST:][-_MAST:])])
    labelled = spared(without_masthead(label_known(lines, bool(page.hints.title), repeated), mast))
    gathers = -1 if page.hints.title else roundup_head(labelled)
    labelled = parted_items(labelled, gathers) if gathers >= 0 else labelled
    first = next((n for n, one in enumerate(labelled) if one.label in ("body", "bullet")), len(labelled))
    last = max((n for n, one in enumerate(labelled) if one.label in ("body", "bullet")), default=-1)
    title, at = (
        (labelled[gathers].line.text, gathers) if gathers >= 0 else choose(labelled, first, page.hints.title)
    )
    lead = _lead(labelled, first, at)
    head = labelled[max(0, min(first, at if at >= 0 else first) - 30) : max(first, at, lead) + 6]
    foot = labelled[last + 1 :]
    outlet = _outlet(page, head, labelled[max(0, last) :], lines, mast)
    carrier, carried = carrier_of([(one.line.number, one.line.text) for one in (*labelled[:first], *foot)])
    carrier = carrier or (mast.carrier if outlet.name == mast.name else "")
    published, updated, captured = dates_of(labelled, (first, at, last), page, outlet)
    makers_lines = [one.line.text for one in (*head, *foot[:6]) if one.label in ("byline", "credit")]
    pieces = _pieces(labelled, lead, at, title)
    if not pieces and at >= 0 and len(lines) <= _BRIEF:
        title, pieces = _brief(lines, title, at)
    if not pieces and captions_only(labelled):
        flags = (*flags, "captions_only")
    return Draft(
        title=title, pieces=pieces, margin=_margin(head, labelled[first : last + 1], foot),
        after=tuple(one.line.text for one in foot if one.label != "credit")[:6],
        outlet=outlet.name, carrier=carrier if carrier != outlet.name else "",
        kind=kind_of(labelled, title, outlet, mast), byline=bylines(makers_lines, _bare(head, at, lead, labelled)),
        published=published, updated=updated, captured=captured, section=_section(head, title),
        evidence=(*outlet.evidence, *carried), part=PART, lines=tuple(one.text for one in lines),
        instead="" if page.hints.title else instead(labelled, title, pieces, page.url),
        flags=(*flags, *(("outlet_inferred",) if outlet.inferred else ())),
    )  # fmt: skip


def _lead(labelled: Sequence[Labelled], first: int, title: int) -> int:
    """Where the kept lines begin: after a title that stands above the text, at deks between the two."""
    return title + 1 if 0 <= title < first else first


def _pieces(labelled: Sequence[Labelled], lead: int, title_at: int, title: str) -> tuple[Piece, ...]:
    """The kept lines, without the title, its repeats and repeated paragraphs."""
    same = key_of(title)
    seen: set[str] = {same} if same else set()
    first = next((n for n, one in enumerate(labelled) if one.label == "body" and n > title_at), len(labelled))
    out: list[Piece] = []
    for index, one in enumerate(labelled):
        kind = _piece_kind(one, index, lead, first)
        if kind is None or index == title_at or index < lead:
            continue
        key = key_of(one.line.text)
        if key in seen:
            continue
        if len(key) > 40:
            seen.add(key)
        out.append(Piece(kind=kind, text=one.line.text))
    return _without_hanging_heads(out)


def _brief(lines: Sequence[Line], title: str, at: int) -> tuple[str, tuple[Piece, ...]]:
    """The title and text of a few lines whose only sentence was taken for the title, with a shorter line above."""
    above = [line.text for line in lines[:at] if len(line.text) < len(title)]
    if not above or count(title) < _SENTENCE or count(above[0]) < _HEADLINE:
        return title, ()
    return above[0], (Piece(kind="body", text=title),)


def _piece_kind(one: Labelled, index: int, lead: int, first: int) -> BlockKind | None:
    if one.label == "head":
        return "head"
    if one.label == "body":
        short = one.shape.chars < 320 and index == lead and not _CLOSED.search(one.line.text)
        return "dek" if short else "body"
    if one.label == "bullet":
        return "dek" if index < first else "bullet"
    near = index < lead + _DEKS or index >= first - _DEKS
    if (
        lead <= index < first
        and near
        and one.label == "furniture"
        and one.shape.chars >= 60
        and not one.shape.cues.groups
    ):
        return "dek" if one.chance > 0.25 or one.shape.sentence else None
    return None


def _without_hanging_heads(pieces: list[Piece]) -> tuple[Piece, ...]:
    while pieces and pieces[-1].kind == "head":
        pieces.pop()
    if pieces and all(one.kind == "dek" for one in pieces):
        pieces[-1] = replace(pieces[-1], kind="body")
    return tuple(pieces)


def _margin(head: Sequence[Labelled], inner: Sequence[Labelled], foot: Sequence[Labelled]) -> tuple[str, ...]:
    """The lines kept as evidence, in page order, each once."""
    out: dict[int, str] = {}
    for one in head:
        if (
            one.label in ("byline", "date", "credit", "caption")
            or _is_outlet(one.line.text)
            or is_name(one.line.text)
        ):
            out[one.line.number] = one.line.text
    for one in inner:
        if one.label in ("byline", "date", "credit", "caption"):
            out[one.line.number] = one.line.text
    for one in foot:
        if one.label == "credit" or "rights" in one.shape.cues.groups:
            out[one.line.number] = one.line.text
    return tuple(out[number][:600] for number in sorted(out))[:60]


def _is_outlet(text: str) -> bool:
    return len(text) < 50 and bool(by_name(text).name)


def _outlet(
    page: Page, head: Sequence[Labelled], foot: Sequence[Labelled], lines: Sequence[Line], mast: Masthead
) -> Outlet:
    """The outlet of the address's row or the container; else what the page prints, if its host agrees; else
    one inferred."""
    claim = page.hints.outlet.strip()
    if claim:
        known = by_name(claim, "named by the container", "container")
        host = by_host(claim, "container") if "." in claim and " " not in claim else Outlet()
        return known if known.name else host if host.name else Outlet(claim)
    host = by_host(page.url) if page.url else Outlet()
    if host.kind:
        return host
    found = printed(_plain(head), _plain(foot))
    if mast.name and (mast.sure or not (found.name or host.name)):
        known = by_name(mast.name, "masthead", f"line {mast.line}")
        found = known if known.name else Outlet(mast.name, evidence=mast.evidence, inferred=not mast.sure)
    if host.name:
        return found if found.name and fits(found.name, host.name) else named_by_host(lines, host)
    return found if found.name else inferred("\n".join(line.text for line in lines))


def _plain(lines: Sequence[Labelled]) -> list[tuple[int, str]]:
    """The lines that no button, menu or photo credit is ("Print" is no newspaper)."""
    return [
        (one.line.number, one.line.text)
        for one in lines
        if not set(one.shape.cues.groups) & {"share", "nav", "caption", "related", "signup"}
    ]


def named_by_host(lines: Sequence[Line], host: Outlet) -> Outlet:
    """The outlet as the page writes the name that its host has, most often; the host where it never does."""
    letters = label_of(host.name)
    if len(letters) < 4 or len(letters) > 40:
        return host
    spelled = re.compile(r"(?<![\w.@/])" + r"[ \-'’&]?".join(map(re.escape, letters)) + r"(?![\w@])", re.IGNORECASE)
    told = Counter(
        found[0]
        for line in (*lines[:_NAMED], *lines[_NAMED:][-_NAMED:])
        for found in spelled.finditer(line.text[:400])
        if found[0][0].isupper() and not line.text[found.end() :].startswith(".")
    )
    if not told:
        return host
    name = max(told, key=told.__getitem__)
    return Outlet(
        name, evidence=(*host.evidence, Evidence(rule="the host's name as the page writes it", text=name))
    )


def _bare(head: Sequence[Labelled], at: int, lead: int, labelled: Sequence[Labelled]) -> list[str]:
    """Lines near the title or a date line, up to the text, that hold nothing but names of people whom the text
    does not speak of: those beside a date first, then those between title and text, then those above the title."""
    begin = max(0, at - 3, lead - _ABOVE) if at >= 0 else max(0, lead - 6)
    told = " ".join(one.line.text for one in labelled[lead : lead + _TOLD] if one.label in ("body", "bullet"))
    told = (told + " " + (labelled[at].line.text if at >= 0 else "")).casefold()
    found: list[tuple[int, int]] = []
    for n in range(begin, min(lead + _BELOW, len(labelled))):
        one = labelled[n]
        if n == at or one.label in ("member", "byline") or one.shape.cues.groups or _is_outlet(one.line.text):
            continue
        rank = _rank(labelled, n, at)
        names = signed(one.line.text) if rank < _NEVER else ()
        if names and not any(name.split()[-1].casefold() in told for name in names):
            found.append((rank, n))
    best = min(found, default=(0, 0))
    return [labelled[n].line.text for rank, n in found if rank <= best[0] + 1 and abs(n - best[1]) <= 2][:2]


def _rank(labelled: Sequence[Labelled], n: int, at: int) -> int:
    """How near a line is to where authors are named; least is nearest."""
    dated = [abs(m - n) for m in range(max(0, n - 3), min(n + 4, len(labelled))) if _is_day(labelled[m])]
    near = min(dated, default=_NEVER)
    if n > at >= 0:
        return 0 if near <= 1 else 1 if near <= 3 or n - at <= 2 else 2
    return 3 if near <= 1 or (at < 0 and near <= 3) or n == at - 1 else _NEVER


def _is_day(one: Labelled) -> bool:
    return one.label in ("date", "byline")


def _section(head: Sequence[Labelled], title: str) -> str:
    """A one-word line of the head that names a section of a newspaper."""
    known = (
        "world",
        "politics",
        "business",
        "asia",
        "europe",
        "china",
        "economy",
        "opinion",
        "national",
        "international",
    )
    return next((one.line.text for one in head if one.line.text.casefold() in known and one.line.text != title), "")
