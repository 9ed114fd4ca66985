"""`coranto read`: pages in, record out. Batches are committed whole, so a killed run goes on where it was.

First all new pages are looked at and remembered, then each is cleaned and read with what the pages of its outlet
say of its lines; pages that were read before are cleaned again where that has changed. So an article is a function
of the set of pages, and what is learned of a batch is known before it is used.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from time import perf_counter

from coranto import page as page_room
from coranto.flow.clean import clean_waiting, remember
from coranto.flow.facts import settle
from coranto.flow.line import Seen, line_name, parts_of
from coranto.flow.local import Crew, look_at
from coranto.flow.order import group
from coranto.flow.undated import place_undated
from coranto.settings import Settings
from coranto.store import Archive
from coranto.types import Page, Refusal

Report = Callable[[str, int, int], None]
"""Called with a stage (`pages`, `articles`, `stories`, `record`), how many are done and how many there are (0:
unknown)."""


@dataclass(slots=True)
class Summary:
    """What a run of `read` did."""

    pages: int = 0
    known: int = 0
    articles: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    refused_before: int = 0
    seconds: float = 0.0

    @property
    def refused(self) -> int:
        """How many pages and records were refused, in this run or when they were read before."""
        return self.reasons.total() + self.refused_before


def silent(stage: str, done: int, total: int) -> None:
    """A report that says nothing."""


def read(archive: Archive, paths: Sequence[str], settings: Settings, report: Report = silent) -> Summary:
    """Read all pages that `paths` name into the archive and bring stories and facts up to date.

    Pages that the same parts have read before are passed over. What is refused is stored with its reason.
    """
    started = perf_counter()
    summary = Summary()
    line = line_name(settings.reading)
    sifted = _sift(archive, page_room.find(paths, options=settings.page), summary, line)
    with Crew(settings) as crew:
        for batch in _batches(look_at(sifted, crew), settings.flow.batch):
            summary.reasons.update(remember(archive, batch))
            report("pages", summary.pages, 0)
        report("pages", summary.pages, summary.pages)
        articles, reasons = clean_waiting(archive, crew, report)
    summary.articles += articles
    summary.reasons.update(reasons)
    renew(archive, settings, report)
    summary.seconds = perf_counter() - started
    return summary


def renew(archive: Archive, settings: Settings, report: Report = silent, *, copies_known: bool = False) -> None:
    """Bring stories and facts up to date with the articles and a person's corrections; with `copies_known` no
    article has come or gone since they were, and only stories are placed anew.

    An archive whose stories or facts were made by older parts has them made again, whole.
    """
    copies_known = not outdated(archive) and copies_known
    group(archive, settings, report, copies_known=copies_known)
    place_undated(archive, settings, report)
    settle(archive, settings, report)


def outdated(archive: Archive) -> bool:
    """Whether other parts than these made the archive's stories or facts; then they wait to be made again."""
    stale = False
    for what, again in (("stories", archive.wait_all), ("facts", archive.dirty_all)):
        if archive.made_by(what) != parts_of(what):
            stale = True
            with archive.write():
                again()
                archive.put_made_by(what, parts_of(what))
    return stale


def _sift(archive: Archive, found: Iterable[Page | Refusal], summary: Summary, now: str) -> Iterator[Page]:
    """The pages that the line of parts `now` has not read; refusals of the readers are stored on the way."""
    stream = iter(found)
    seen: set[str] = set()
    while chunk := list(islice(stream, 64)):
        pages = [item for item in chunk if isinstance(item, Page)]
        _refuse(archive, [item for item in chunk if isinstance(item, Refusal)], summary)
        known = archive.known_pages(pages)
        for page in pages:
            summary.pages += 1
            line, state = known.get(page.id, ("", ""))
            if page.id in seen or line == now:
                summary.known += 1
                summary.refused_before += state == "refused"
                continue
            seen.add(page.id)
            yield page


def _refuse(archive: Archive, refusals: Sequence[Refusal], summary: Summary) -> None:
    if not refusals:
        return
    summary.reasons.update(refusal.reason for refusal in refusals)
    with archive.write():
        archive.put_refusals(refusals)


def _batches(stream: Iterator[Seen], size: int) -> Iterator[list[Seen]]:
    while batch := list(islice(stream, size)):
        yield batch
