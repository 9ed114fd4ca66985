"""`coranto read`: pages in, record out. Batches are committed whole, so a killed run goes on where it was."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from time import perf_counter

from coranto import page as page_room
from coranto.flow.facts import settle
from coranto.flow.line import Taken, line_name, parts_of
from coranto.flow.local import take_pages
from coranto.flow.order import group
from coranto.flow.undated import place_undated
from coranto.settings import Settings
from coranto.store import Archive, PageRow
from coranto.types import Page, Refusal

Report = Callable[[str, int, int], None]
"""Called with a stage (`pages`, `stories`, `record`), how many are done and how many there are (0: unknown)."""


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
    sifted = _sift(archive, page_room.find(paths, options=settings.page), summary)
    for batch in _batches(take_pages(sifted, settings), settings.flow.batch):
        _keep(archive, batch, summary)
        report("pages", summary.pages, 0)
    report("pages", summary.pages, summary.pages)
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


def _sift(archive: Archive, found: Iterable[Page | Refusal], summary: Summary) -> Iterator[Page]:
    """The pages that are new to the archive; refusals of the readers are stored on the way."""
    stream = iter(found)
    seen: set[str] = set()
    while chunk := list(islice(stream, 64)):
        pages = [item for item in chunk if isinstance(item, Page)]
        _refuse(archive, [item for item in chunk if isinstance(item, Refusal)], summary)
        known = archive.known_pages(pages)
        for page in pages:
            summary.pages += 1
            line, state = known.get(page.id, ("", ""))
            if page.id in seen or line == line_name():
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


def _batches(stream: Iterator[Taken], size: int) -> Iterator[list[Taken]]:
    while batch := list(islice(stream, size)):
        yield batch


def _keep(archive: Archive, batch: Sequence[Taken], summary: Summary) -> None:
    refusals = [taken.refusal for taken in batch if taken.refusal]
    rows = [taken.row for taken in batch if taken.row]
    summary.reasons.update(refusal.reason for refusal in refusals)
    with archive.write():
        archive.retire([taken.page for taken in batch])
        summary.articles += archive.put_articles(rows)
        archive.drop_refusals([taken.path for taken in batch])
        archive.put_refusals(refusals)
        archive.put_pages(_page_row(taken) for taken in batch)


def _page_row(taken: Taken) -> PageRow:
    return PageRow(
        id=taken.page,
        path=taken.path,
        url=taken.url,
        state="article" if taken.row else "refused",
        article=taken.row.id if taken.row else "",
        line=line_name(),
    )
