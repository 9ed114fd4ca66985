"""Other ways of doing a stage's work, on the same input in the same run."""

import re
from collections.abc import Callable

from coranto.bench.measure import timed
from coranto.bench.result import Peer
from coranto.bench.stages import Bench, attempt, cleaner
from coranto.types import Page

_PAGES = 100
_KEYWORDS = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:19|20)\d\d\b"
    r"|\b(?:said|says|told|met|visited|signed|agreed)\b|\b[A-Z]\w+(?: [A-Z]\w+)+\b"
)


def peers(bench: Bench) -> tuple[Peer, ...]:
    """The article stage against trafilatura alone on the HTML pages; the reading stage against one pass of a
    plain regular expression for days, years, a few verbs and capitals, which is the least a reader can cost."""
    found: list[Peer] = []
    html = [page for page in bench.pages if page.media == "text/html"][:_PAGES]
    if html:
        found.append(_trafilatura(html))
    else:
        bench.skipped.append("trafilatura: no HTML pages in the input")
    reading = next((stage for stage in bench.stages if stage.name == "reading"), None)
    if reading is not None:
        texts = [article.text for article in bench.articles]
        speed = _speed(lambda: [len(_KEYWORDS.findall(text)) for text in texts], len(texts))
        found.append(_peer("keyword pass", "reading", len(texts), (speed, reading.per_second)))
    return tuple(found)


def _trafilatura(pages: list[Page]) -> Peer:
    from trafilatura import extract

    clean = cleaner()
    texts = [page.body.decode(page.charset or "utf-8", "replace") for page in pages]
    theirs = _speed(lambda: [extract(text, url=None) for text in texts], len(pages))
    ours = _speed(lambda: [attempt(clean, page) for page in pages], len(pages))
    return _peer("trafilatura alone", "article", len(pages), (theirs, ours))


def _speed(work: Callable[[], object], count: int) -> float:
    _, spent, _ = timed(work)
    return count / spent if spent else 0.0


def _peer(name: str, stage: str, count: int, speeds: tuple[float, float]) -> Peer:
    theirs, ours = speeds
    ratio = ours / theirs if theirs else 0.0
    return Peer(name=name, stage=stage, articles=count, per_second=theirs, stage_per_second=ours, ratio=ratio)
