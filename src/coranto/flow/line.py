"""Rooms 1 to 3 for one page, and the rows the archive keeps of it. Pure: runs in any process, any order.

A page is looked at first, alone; then it is taken, with what the pages beside it say of its lines.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from coranto import article as article_room
from coranto import copies, parts, reading, story
from coranto.settings import ReadingOptions, Settings
from coranto.store import ArticleRow, SheetRow, line_of
from coranto.text.normal import ascii_fold
from coranto.types import Article, Page, Reading, Refusal, Slots
from coranto.types.codec import from_json, to_json
from coranto.types.ids import digest_bytes

_STAGES = ("article.", "reading.", "copies.print", "story.slots")
_BESIDE = "article.longer."
_ASKED_FOR = frozenset({reading.LOOK, reading.OWN})
_LATER = {"stories": ("copies.", "story."), "facts": ("copies.", "story.", "record.", _BESIDE)}
_TERMS = 12
_LARGE = 300_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept of a page to clean it again: the text of a plain page in `body`, byte by byte, or else the
    draft; `page` is without its bytes."""

    page: Page
    body: str = ""
    draft: article_room.Draft | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What became of one page at first sight: what is remembered of it, or a refusal; by which `line`."""

    page: str
    path: str
    url: str
    line: str = ""
    sheet: SheetRow | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One page to be cleaned by what is kept of it and what the pages beside it say; `held` is the digest of the
    article that it stands for now."""

    page: str
    path: str
    url: str
    kept: bytes
    recall: article_room.Recall
    held: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one page: a row, or a refusal; neither where it stands for the article that it stood for."""

    page: str
    path: str
    url: str
    line: str = ""
    row: ArticleRow | None = None
    refusal: Refusal | None = None


@cache
def line_name(options: ReadingOptions = ReadingOptions()) -> str:  # noqa: B008
    """The parts that make an article's row, as one string: pages read by another line are read again. The encoder
    and a user's own model, which has to be there, are named where the options ask for them."""
    always = (name for name in parts.known() if _is_stage(name) and name not in _ASKED_FOR)
    return " ".join(sorted((*always, *reading.asked(options))))


@cache
def parts_of(what: str) -> str:
    """The parts that make `stories` or `facts` of articles, as one string."""
    return " ".join(name for name in parts.known() if name.startswith(_LATER[what]) and not _is_stage(name))


def _is_stage(name: str) -> bool:
    """Whether a part makes rows of single pages, and not of articles beside one another."""
    return name.startswith(_STAGES) and not name.startswith(_BESIDE)


def look(page: Page, settings: Settings) -> Seen:
    """What is remembered of one page: its first cleaning, and its lines; or why it was refused."""
    drafted = article_room.draft(page, settings.article)
    line = line_name(settings.reading)
    if isinstance(drafted, Refusal):
        return Seen(page=page.id, path=page.path, url=page.url, line=line, refusal=drafted)
    sheet = article_room.sheet_of(drafted, page)
    if page.media == "text/plain" and len(page.body) <= _LARGE:
        kept = Kept(page=replace(page, body=b""), body=page.body.decode("latin-1"))
    else:
        kept = Kept(page=replace(page, body=b""), draft=replace(drafted, lines=()))
    row = SheetRow(
        page=page.id, outlet=sheet.outlet, moment=sheet.moment, lines=article_room.packed(sheet), kept=to_json(kept)
    )
    return Seen(page=page.id, path=page.path, url=page.url, line=line, sheet=row)


def take(task: Task, settings: Settings) -> Taken:
    """The row of one page: cleaned, read, fingerprinted; or why it was refused."""
    kept = from_json(task.kept, Kept)
    page = replace(kept.page, body=kept.body.encode("latin-1"))
    cleaned = article_room.tell(kept.draft, page, settings.article, task.recall)
    taken = Taken(page=page.id, path=page.path, url=page.url, line=line_name(settings.reading))
    if isinstance(cleaned, Refusal):
        return replace(taken, refusal=cleaned)
    if task.held and digest_bytes(to_json(cleaned)) == task.held:
        return taken
    return replace(taken, row=row_of(cleaned, reading.read(cleaned, options=settings.reading)))


def dated(article: Article) -> bool:
    """Whether the page itself says when it is from, so that the article has a place in the order of time."""
    return article.published.known not in ("none", "inferred") or bool(article.captured)


def in_utc(moment: str) -> str:
    """An ISO time in UTC without its zone, so that times sort as text; days, months and years as they are."""
    try:
        when = datetime.fromisoformat(moment) if len(moment) > 10 else None
    except ValueError:
        return moment[:10]
    if when is None:
        return moment
    if when.tzinfo is not None:
        when = when.astimezone(UTC).replace(tzinfo=None)
    return when.isoformat(timespec="minutes")


def row_of(article: Article, read: Reading) -> ArticleRow:
    """The archive's row of an article and its reading."""
    slots = story.slots(article, read)
    moment = in_utc(slots.when) if dated(article) else ""
    slots = replace(slots, when=moment)
    return ArticleRow(
        id=article.id,
        page=article.page,
        moment=moment,
        outlet=article.outlet,
        title=article.title,
        text=article.text,
        body=to_json(article),
        line=line_of(article),
        reading=to_json(read),
        print=to_json(replace(copies.fingerprint(article, read), when=moment)),
        slots=to_json(slots),
        keys=article_keys(article, read),
        slot_keys=slot_keys(slots),
    )


def article_keys(article: Article, read: Reading) -> tuple[str, ...]:
    """The keys that lists and searches find an article by, sorted."""
    keys = {f"outlet:{article.outlet.casefold()}", f"type:{article.kind}", f"lang:{article.lang}"}
    if article.completeness.verdict in ("truncated", "teaser"):
        keys.add("is:truncated")
    for event in read.events:
        keys.add(f"event:{event.event}")
        keys.update(
            key
            for entity in (*event.actor, *event.recipient)
            for key in _actor(entity.code, entity.identifier_text)
        )
        if event.place:
            keys.add(f"place:{(event.place.resolved_place or event.place.extracted_place).casefold()}")
    for name in read.names:
        if name.kind in ("person", "organisation"):
            keys.update(_actor(name.code, name.full))
        elif name.kind == "place":
            keys.add(f"place:{name.full.casefold()}")
    for statement in read.statements:
        if statement.speaker and statement.speaker.name:
            keys.add(f"speaker:{statement.speaker.name.casefold()}")
    for occasion in read.occasions:
        keys.add(f"occasion:{occasion.occasion.series}")
    for time in read.times:
        if time.interval and time.interval.days == 1:
            keys.add(f"mentions-date:{time.interval.start.isoformat()}")
    return tuple(sorted(keys))


def _actor(code: str, name: str) -> tuple[str, ...]:
    found = (f"actor:{code}",) if code else ()
    return (*found, f"actor:{name.casefold()}") if name else found


def slot_keys(slots: Slots) -> tuple[str, ...]:
    """The keys by which an article without a date finds its neighbours: editions, parties with persons,
    and its heaviest terms."""
    keys = {f"term:{term}" for term, _ in slots.terms[:_TERMS]}
    for event in slots.events:
        if event.series and event.ordinal:
            keys.add(f"edition:{event.series}#{event.ordinal}")
        pair = "+".join(sorted(event.parties))
        keys.update(f"meet:{pair}:{ascii_fold(person)}" for person in event.persons if pair)
    return tuple(sorted(keys))
