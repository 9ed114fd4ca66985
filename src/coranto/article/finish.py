"""The last step of every cleaning, HTML or dump: from a draft to the article."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from coranto.article import credit
from coranto.article.dates.find import dated, day_of, find_dates
from coranto.article.dates.infer import infer, told_day
from coranto.article.draft import Draft, Piece
from coranto.article.head.dates import address
from coranto.article.head.dates import dated as from_address
from coranto.article.lang import identify
from coranto.article.other import detail_of
from coranto.article.outlet import Outlet, by_host, by_name, suffix
from coranto.article.whole.verdict import verdict
from coranto.data import words as known_words
from coranto.parts import register
from coranto.settings import ArticleOptions
from coranto.text.normal import squeeze, straight
from coranto.text.sentences import sentences
from coranto.text.tokens import count
from coranto.types import Article, Block, Byline, Dated, Page, Refusal, Sentence
from coranto.types.article import Kind
from coranto.types.ids import digest

DEFAULTS = ArticleOptions()
PART = "article.finish.v4"
_WORDS_PER_MINUTE = 238
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEARS_SOUGHT = 60_000
_NEXT_DAY = timedelta(days=1)
_OFF, _FRESH = timedelta(days=300), timedelta(days=14)
"""By how much a clock is off that is a year off, and how soon a page is captured that tells of the day."""
_LABEL = re.compile(r"^([A-ZÀ-Þ][\w'’ ]{2,28}):\s+(?=\S)")


@register(PART)
def finish(draft: Draft, page: Page, options: ArticleOptions = DEFAULTS) -> Article | Refusal:
    """The article of a draft, or a `Refusal` (`empty`, `not-article`) where too little text was found."""
    part = draft.part or PART
    pieces = tuple(piece for piece in map(_labelled, draft.pieces) if piece.text)
    text, blocks = _lay(pieces)
    words = count(text)
    if draft.instead:
        return Refusal(part=part, reason="not-article", detail=draft.instead, subject=page.path)
    if not words:
        return _nothing(draft, part, page)
    title, named = suffix(squeeze(draft.title))
    if words < options.min_words:
        return Refusal(
            part=part, reason="not-article", detail=f"Only {words} words of text were found.", subject=page.path
        )
    outlet = _outlet(draft, page, named)
    published, flags = _published(draft, page, outlet, text)
    margin = "\n".join(squeeze(line) for line in draft.margin if line.strip())
    ident = digest("art", title, text, outlet.name, published.value, page.url)
    spans = tuple(Sentence(index=n, start=a, end=b, paragraph=p) for n, (a, b, p) in enumerate(sentences(text)))
    kind = _kind(draft.kind, outlet)
    lang = identify(text, draft.lang)
    starts = [(block.start, block.end) for block in blocks]
    byline = credit.with_closing(draft.byline or _hinted(page), text, starts)
    found = (
        *credit.spots(text, starts, margin, kind == "forum", outlet.name),
        *credit.from_bylines(byline, margin),
    )
    spots = [credit.of_outlet(spot, outlet.name) for spot in found] if kind == "agency" else found
    return Article(
        id=ident, page=page.id, path=page.path, url=page.url, title=title, outlet=outlet.name,
        carrier=draft.carrier, kind=kind, lang=lang, text=text,
        margin=margin, section=draft.section,
        dateline=_dateline(text, starts, page), blocks=blocks, sentences=spans, published=published,
        updated=draft.updated, captured=page.captured or draft.captured, byline=byline,
        credits=tuple(credit.cited(spot, ident, text, margin, spans) for spot in _once(spots)),
        completeness=verdict(replace(draft, title=title, pieces=pieces, kind=kind), lang),
        read_minutes=max(1, round(words / _WORDS_PER_MINUTE)),
        flags=tuple(dict.fromkeys((*draft.flags, *flags, *_flags(title, published, outlet)))),
        part=(part, PART) if part != PART else (part,),
        evidence=(*draft.evidence, *(one for one in outlet.evidence if one not in draft.evidence)),
    )  # fmt: skip


def _nothing(draft: Draft, part: str, page: Page) -> Refusal:
    """The refusal of a page without running text: a gallery, or empty."""
    if "captions_only" in draft.flags:
        return Refusal(part=part, reason="not-article", detail=detail_of("gallery"), subject=page.path)
    return Refusal(part=part, reason="empty", detail="The page holds no text of an article.", subject=page.path)


def _labelled(piece: Piece) -> Piece:
    """The piece with the label of the part it opens ("What's new: ...")."""
    text = piece.text.strip()
    found = _LABEL.match(text.replace("\u00a0", " "))
    if (
        piece.label
        or found is None
        or straight(found[1]).casefold() not in known_words("part_labels")
        or piece.kind not in ("body", "bullet")
    ):
        return replace(piece, text=text)
    return replace(piece, text=text, label=found[1])


def _lay(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text and its blocks; a label holds for the paragraphs after it until the next one."""
    blocks = []
    at = 0
    label = ""
    for piece in pieces:
        label = piece.label or (piece.text.rstrip(":") if piece.kind == "head" else label)
        blocks.append(Block(kind=piece.kind, start=at, end=at + len(piece.text), label=label))
        at += len(piece.text) + 2
    return "\n\n".join(piece.text for piece in pieces), tuple(blocks)


def _outlet(draft: Draft, page: Page, named: Outlet) -> Outlet:
    """The outlet: the draft's, else the end of the title, the container's claim, the address."""
    if draft.outlet:
        row = by_name(draft.outlet)
        return replace(row, evidence=()) if row.name else Outlet(draft.outlet)
    if named.name:
        return named
    claim = page.hints.outlet.strip()
    if claim:
        row = by_name(claim, "named by the container", "container")
        host = by_host(claim, "container") if "." in claim and " " not in claim else Outlet()
        return row if row.name else host if host.name else Outlet(claim)
    return by_host(page.url) if page.url else Outlet()


def _published(draft: Draft, page: Page, outlet: Outlet, text: str) -> tuple[Dated, tuple[str, ...]]:
    """The date of publication with flags; never after capture, unless what the text tells is after capture too."""
    last = day_of(page.captured or draft.captured)
    flags: list[str] = []
    claims = [draft.published]
    if page.hints.published:
        for found in find_dates(page.hints.published, last)[:1]:
            claims.append(dated(found, outlet.zone, "container", "container"))
    for claim in claims:
        if not claim.value or claim.start is None:
            continue
        flag, believed = _clocks(claim, last, text)
        flags += [flag] if flag else []
        if believed:
            return claim, tuple(flags)
    line = _dateline_date(text, page.hints.dateline, last)
    if line.value:
        return line, tuple(flags)
    stated = from_address(address(page.url), last.isoformat() if last else "")
    if stated.value:
        return stated, tuple(flags)
    return infer(f"{squeeze(draft.title)}\n\n{text}", last, draft.lang), tuple(flags)


def _clocks(claim: Dated, last: date | None, text: str) -> tuple[str, bool]:
    """What is odd about a printed date beside the day of capture and the days the text tells of, as a flag, and
    whether the date is believed all the same: of three clocks the two that agree are right."""
    if claim.start is None or claim.end is None:
        return "", True
    ahead = last is not None and (claim.start - last).days > 1
    if not ahead and not any(int(year) > claim.end.year for year in _YEARS.findall(text, 0, _YEARS_SOUGHT)):
        return "", True
    told = told_day(text)
    if last is not None and ahead:
        slow = told is not None and last + _NEXT_DAY < told < claim.end + _NEXT_DAY
        return ("capture_before_content", True) if slow else ("date_after_capture", False)
    if told is None or told <= claim.end + _NEXT_DAY:
        return "", True
    wrong = last is not None and told - claim.end > _OFF and timedelta(-1) <= last - told < _FRESH
    return "date_before_content", not wrong


def _dateline_date(text: str, hint: str, near: date | None) -> Dated:
    """The day a dateline prints; without a year it needs the day of capture."""
    heads = [(hint.partition("\n")[0], True), *((one, False) for one in text[:1200].split("\n\n")[:3])]
    for first, hinted in heads:
        found = credit.dateline(first)
        if (found is None or found.date is None) and not (hint and hinted):
            continue
        head = first[slice(*found.date)] if found and found.date else first
        day = credit.printed_day(head, near)
        if day is not None:
            return dated(day, "", "dateline", "container" if hinted else "dateline")
    return Dated()


def _dateline(text: str, starts: Sequence[tuple[int, int]], page: Page) -> str:
    """The place a dateline names, in the first paragraphs or by the container."""
    for a, b in starts[:5]:
        found = credit.dateline(text[a:b])
        if found is not None and found.place:
            return found.place
    hint = page.hints.dateline.strip()
    stated = credit.dateline(f"{hint} x") if hint else None
    return stated.place if stated is not None and stated.place else hint.split(",")[0].strip(" -")


def _kind(kind: Kind, outlet: Outlet) -> Kind:
    if kind == "news" and outlet.kind in ("forum", "agency", "ministry"):
        return outlet.kind  # type: ignore[return-value]
    return kind


def _hinted(page: Page) -> tuple[Byline, ...]:
    return tuple(Byline(name=squeeze(name)) for name in page.hints.byline if name.strip())


def _once(spots: Sequence[credit.Spot]) -> list[credit.Spot]:
    seen: dict[tuple[str, str], credit.Spot] = {}
    for spot in spots:
        seen.setdefault((spot.agency, spot.kind), spot)
    return list(seen.values())


def _flags(title: str, published: Dated, outlet: Outlet) -> list[str]:
    flags = []
    if not title:
        flags.append("no_title")
    if not published.value or published.known == "inferred":
        flags.append("no_date")
    if not outlet.name:
        flags.append("no_outlet")
    return flags
