"""How steady the stories are: whatever the order within a day, and from one day to the next."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from coranto.gate.material import day_of, said
from coranto.gate.metrics.clusters import b3_f1
from coranto.gate.metrics.counts import mean
from coranto.gate.ordered import Placed, Told, placed, stories, tell
from coranto.gate.result import Score
from coranto.gate.stories import usable_of
from coranto.gate.work import Work, door
from coranto.types import Join
from coranto.types.ids import digest_bytes

_SEEDS = 5
_LIVE = 7


def steady_scores(work: Work) -> list[Score]:
    """One less the farthest that B³ F1 lies from its mean over five orders within the days; and one less the share
    of the articles of the last seven days whose story gets another id by what a later day brings, meant over days.
    """
    usable, articles = usable_of(work.corpus.rows)
    if not usable:
        work.broken("no story or text")
        return []
    told = tell(work, articles)
    gold = {article.id: said(row, "story") for row, article in zip(usable, articles, strict=True)}
    found = [_b3(gold, stories(work, shuffled(told, seed))) for seed in range(_SEEDS)]
    kept = list(_kept(list(placed(work, told))))
    return [
        Score("stories.order_steadiness", 1.0 - max(abs(one - mean(found)) for one in found), len(told)),
        Score("stories.id_stability", mean(kept), len(kept)),
    ]


def _b3(gold: dict[str, str], chosen: dict[str, str]) -> float:
    return b3_f1(list(gold.values()), [chosen.get(article, article) for article in gold])


def shuffled(told: Sequence[Told], seed: int) -> list[Told]:
    """The articles in an order of days, and within a day in one that the seed alone chooses."""

    def place(one: Told) -> tuple[bool, str, str]:
        return not one.print.when, one.print.when[:10], digest_bytes(f"{seed} {one.article.id}".encode())

    return sorted(told, key=place)


def _day(one: Placed) -> str:
    return one.when[:10]


def _kept(found: Sequence[Placed]) -> Iterator[float]:
    """Of each day but the first: the share of the live articles before it whose story kept its id that day."""
    joins: list[Join] = []
    before: dict[str, str] = {}
    live: list[Placed] = []
    for day, group in groupby(found, key=_day):
        new = list(group)
        joins += [join for one in new for join in one.joins]
        ends = door("story", "roots")(joins)
        live = [one for one in live if _near(one.when, day)]
        if live:
            yield mean([before[one.article] == ends.get(one.story, one.story) for one in live])
        live += new
        before = {one.article: ends.get(one.story, one.story) for one in live}


def _near(when: str, day: str) -> bool:
    one, two = day_of(when), day_of(day)
    return one is None or two is None or (two - one).days <= _LIVE
