"""From remembered pages to articles: which pages wait, what the pages beside them say, and what becomes of them."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from coranto import article as article_room
from coranto.article import BESIDE, Recall, Sheet
from coranto.flow.line import Seen, Taken, Task, line_name
from coranto.flow.local import Crew, take_all
from coranto.settings import Settings
from coranto.store import Archive, PageRow
from coranto.types import Refusal
from coranto.types.codec import to_json
from coranto.types.ids import digest_bytes

Report = Callable[[str, int, int], None]
_HELD = 64


def remember(archive: Archive, batch: Sequence[Seen]) -> Counter[str]:
    """Remember pages that were looked at; gives the reasons of those that were refused."""
    refused = [one for one in batch if one.sheet is None]
    refusals = [one.refusal for one in refused if one.refusal]
    with archive.write():
        for one in refused:
            archive.drop_sheet(one.page, BESIDE)
        _refuse(archive, refused, refusals)
        archive.put_sheets((one.sheet for one in batch if one.sheet), BESIDE)
        archive.enter_pages(_row(one, "waiting") for one in batch if one.sheet)
    return Counter(refusal.reason for refusal in refusals)


def clean_waiting(archive: Archive, crew: Crew, report: Report) -> tuple[int, Counter[str]]:
    """Clean and read all pages that wait; gives how many new articles there are, and the reasons of refusals."""
    waiting = Waiting(archive, crew.settings)
    articles, done, total = 0, 0, archive.sheets_left()
    reasons: Counter[str] = Counter()
    while archive.sheets_left():
        stream = take_all(waiting.tasks(), crew)
        while batch := list(islice(stream, crew.settings.flow.batch)):
            fresh = [one for one in batch if one.page in waiting.new]
            articles += _keep(archive, batch, waiting, {one.page for one in fresh})
            reasons.update(one.refusal.reason for one in fresh if one.refusal)
            done += len(batch)
            report("articles", min(done, total), total)
        with archive.write():
            waiting.settle()
    report("articles", total, total)
    return articles, reasons


@dataclass(slots=True)
class Waiting:
    """The pages that wait, with what the pages beside them say; `signs` is what each is cleaned by, `new` are those
    that were never cleaned, `calm` those that would be cleaned as they were."""

    archive: Archive
    settings: Settings
    signs: dict[str, str] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    calm: dict[str, str] = field(default_factory=dict)
    held: OrderedDict[str, Sheet] = field(default_factory=OrderedDict)

    def tasks(self) -> Iterator[Task]:
        """The pages that wait and of which something else is said than when they were cleaned last."""
        place = ("", "", "")
        while found := self.archive.sheets_waiting(place, self.settings.flow.batch):
            for outlet, moment, page in found:
                task = self._task((outlet, moment), page)
                if task is not None:
                    yield task
            place = found[-1]

    def settle(self) -> None:
        """Say of the pages that would be cleaned as they are that they wait no longer."""
        for page, sign in self.calm.items():
            self.archive.calm_sheet(page, sign)
        self.calm.clear()

    def _task(self, place: tuple[str, str], page: str) -> Task | None:
        lines, sign = self.archive.sheet_of(page)
        recall = self._recall(place, page, lines)
        now = digest_bytes(to_json(recall))
        if now == sign:
            self.calm[page] = sign
            return None
        self.signs[page] = now
        held = self.archive.body_for(page) if sign else b""
        if not sign:
            self.new.add(page)
        path, url = self.archive.page_path(page)
        kept = self.archive.kept_of(page)
        return Task(
            page=page, path=path, url=url, kept=kept, recall=recall, held=digest_bytes(held) if held else ""
        )

    def _recall(self, place: tuple[str, str], page: str, lines: bytes) -> Recall:
        """What the pages beside a page say of its lines."""
        if not self.settings.article.memory:
            return Recall()
        near = self.archive.sheets_beside(page, place, BESIDE)
        siblings = [self._sheet(one, (place[0], moment), raw) for one, moment, raw in near]
        return article_room.recall(self._sheet(page, place, lines), siblings)

    def _sheet(self, page: str, place: tuple[str, str], raw: bytes) -> Sheet:
        if page not in self.held:
            self.held[page] = article_room.unpacked(page, place, raw)
            if len(self.held) > _HELD:
                self.held.popitem(last=False)
        return self.held[page]


def _keep(archive: Archive, batch: Sequence[Taken], waiting: Waiting, fresh: set[str]) -> int:
    """Store what became of pages; gives how many new articles the pages gave that were never cleaned before."""
    changed = [one for one in batch if one.row or one.refusal]
    refused = [one for one in changed if one.refusal]
    with archive.write():
        archive.retire((one.page, one.row.id) for one in changed if one.row)
        count = archive.put_articles([one.row for one in changed if one.row and one.page in fresh])
        archive.put_articles([one.row for one in changed if one.row and one.page not in fresh])
        archive.drop_refusals([one.path for one in changed])
        _refuse(archive, refused, [one.refusal for one in refused if one.refusal])
        archive.put_pages(_row(one, "article", one.row.id) for one in changed if one.row)
        for one in batch:
            archive.sign_sheet(one.page, waiting.signs.pop(one.page))
    return count


def _refuse(archive: Archive, pages: Sequence[Seen | Taken], refusals: Sequence[Refusal]) -> None:
    archive.retire((one.page, "") for one in pages)
    archive.drop_refusals([one.path for one in pages])
    archive.put_refusals(refusals)
    archive.put_pages(_row(one, "refused") for one in pages)


def _row(one: Seen | Taken, state: str, article: str = "") -> PageRow:
    return PageRow(
        id=one.page, path=one.path, url=one.url, state=state, article=article, line=one.line or line_name()
    )
