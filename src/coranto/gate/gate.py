"""Runs the scorers over a folder of public sets."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from coranto.errors import UsageError
from coranto.gate import (
    articles,
    copies,
    events,
    names,
    pairs,
    record,
    speech,
    steady,
    stories,
    timelines,
    times,
    undated,
)
from coranto.gate.credits import credit_scores
from coranto.gate.floors import FLOORS, floors_of
from coranto.gate.metrics.counts import f1_of
from coranto.gate.result import GateResult, Row, Score
from coranto.gate.sets import Corpus, find, load
from coranto.gate.siblings import five_scores, sibling_scores
from coranto.gate.storylines import storyline_scores
from coranto.gate.whole import whole_scores
from coranto.gate.work import NoDoorError, Work
from coranto.types.ids import digest_bytes


@dataclass(frozen=True, slots=True)
class Task:
    """One scorer of a room and the places of the sets that it scores; scores that carry counts are also
    pooled over those sets under the name `pool`."""

    room: str
    places: tuple[str, ...]
    run: Callable[[Work], list[Score]]
    pool: str = ""


TASKS = (
    Task("articles", ("pages/outlets", "pages/wcxb", "pages/dates", "pages/aeb"), articles.html_scores),
    Task("articles", ("pages/outlets", "pages/wcxb", "pages/aeb"), articles.dump_scores),
    Task("articles", ("own/credits",), credit_scores),
    Task("articles", ("pages/outlets", "pages/wcxb"), whole_scores),
    Task("articles", ("pages/outlets",), sibling_scores),
    Task("articles", ("pages/outlets",), five_scores),
    Task("articles", ("pages/outlets", "pages/wcxb", "pages/aeb"), articles.trimmed_scores),
    Task("articles", ("pages/outlets", "copies/helsinki"), undated.undated_scores),
    Task("articles", ("pages/outlets",), undated.dump_date_scores),
    Task("reading", ("time/timex",), times.time_scores),
    Task("reading", ("speech/polnear",), speech.speech_scores),
    Task("reading", ("speech/mpqa_nested",), speech.chain_scores),
    Task("reading", ("names/worldwide", "names/uner_ewt"), names.name_scores, "names"),
    Task("reading", ("events/PLV",), pairs.plover_scores),
    Task("reading", ("events/AW",), pairs.binary_scores),
    Task("reading", ("own/held",), events.found_scores),
    Task("copies", ("copies/helsinki_pairs",), copies.pair_scores),
    Task("stories", ("stories/allsides", "stories/basil"), stories.story_scores),
    Task("stories", ("stories/allsides",), stories.jittered_scores),
    Task("stories", ("events/ecb",), stories.document_scores),
    Task("stories", ("stories/allsides",), steady.steady_scores),
    Task("stories", ("stories/t17_gold",), timelines.timeline_scores),
    Task("stories", ("stories/wcep_events",), storyline_scores),
    Task("record", ("events/ecb",), record.chain_scores),
)
ROOMS = tuple(dict.fromkeys(task.room for task in TASKS))
_OWN = Path(__file__).parent
"""Sets written for this project come with it, under `own`; they are scored beside a folder that has the pages of
copies, in which some of their passages are."""
_ALIASES = {"article": "articles", "story": "stories"}


def run(
    folder: Path, room: str | None = None, *, sample: int | None = None, floors: Path | None = None
) -> GateResult:
    """Scores of all rooms, or of one, on the sets in `folder`; at most `sample` rows of each set.

    Sets and rooms that are not there are skipped by name. Floors hold for a whole, unchanged corpus only.
    Raises `UsageError` for a folder or a room that does not exist.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise UsageError(f"The gate needs a folder of public sets; {folder} is none.")
    wanted = _ALIASES.get(room, room) if room else None
    if wanted is not None and wanted not in ROOMS:
        raise UsageError(f"Unknown room {room!r}. Known: {', '.join(ROOMS)}")
    found = _Run(folder, sample, {} if sample is not None else floors_of(floors or FLOORS))
    for task in TASKS:
        if wanted in (None, task.room):
            found.do(task)
    return GateResult(
        rows=tuple(sorted(found.rows, key=_place)),
        skipped=tuple(dict.fromkeys(found.skipped)),
        notes=tuple(found.notes),
        sample=sample,
    )


def _place(row: Row) -> int:
    return ROOMS.index(row.id.partition(".")[0])


class _Run:
    """Gathers rows, skipped names and notes of one run."""

    def __init__(self, folder: Path, sample: int | None, floors: dict[tuple[str, str, str], float]) -> None:
        self.folder, self.sample, self.floors = folder, sample, floors
        self.rows: list[Row] = []
        self.skipped: list[str] = []
        self.notes: list[str] = []

    def do(self, task: Task) -> None:
        """Scores one task on each of its sets that is there."""
        pooled: list[tuple[Score, str, float]] = []
        for place in task.places:
            found = find(self.folder, place) or (find(_OWN, place) if (self.folder / "copies").is_dir() else ())
            if not found:
                self.skipped.append(place)
            for path in found:
                pooled += self._score(task, load(path, self.sample))
        if task.pool and len(pooled) > 1:
            self._pool(task.pool, pooled)

    def _score(self, task: Task, corpus: Corpus) -> Iterator[tuple[Score, str, float]]:
        work = Work(self.folder, corpus, self.sample, [corpus.digest], Counter({"broken rows": corpus.broken}))
        started = perf_counter()
        try:
            scores = task.run(work)
        except NoDoorError as error:
            self.skipped.append(f"{task.room} on {corpus.name} ({error})")
            return
        seconds = perf_counter() - started
        digest = _join(work.digests)
        self.notes += [f"{task.room} on {corpus.name}: {count} {why}" for why, count in work.notes.items() if count]
        for score in scores:
            name = f"{corpus.name}-{score.set}" if score.set else corpus.name
            self._add(score, name, seconds, digest)
            if score.counts is not None:
                yield score, digest, seconds

    def _add(self, score: Score, name: str, seconds: float, digest: str) -> None:
        self.rows.append(
            Row(
                id=score.id,
                set=name,
                value=score.value,
                n=score.n,
                seconds=round(seconds, 3),
                floor=self.floors.get((score.id, name, digest)),
                corpus=digest,
            )
        )

    def _pool(self, name: str, pooled: Sequence[tuple[Score, str, float]]) -> None:
        counts = [score.counts for score, _, _ in pooled if score.counts is not None]
        right, predicted, gold = (sum(count[at] for count in counts) for at in range(3))
        value = f1_of(right, predicted, gold)
        digest = _join([digest for _, digest, _ in pooled])
        self._add(Score(pooled[0][0].id, value, gold), name, sum(seconds for _, _, seconds in pooled), digest)


def _join(digests: Sequence[str]) -> str:
    """One digest of several files; that of a single file is its own."""
    return digests[0] if len(digests) == 1 else digest_bytes("\n".join(digests).encode())
