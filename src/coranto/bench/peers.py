"""Other ways of doing a stage's work, on the same input in the same run."""

import re
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec

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
    """The article stage against trafilatura with its metadata on the HTML pages, both with all that they tell of
    a page; the reading stage against one pass of a
    plain regular expression for days, years, a few verbs and capitals, which is the least a reader can cost."""
    found: list[Peer] = []
    html = [page for page in bench.pages if page.media == "text/html"][:_PAGES]
    if not html:
        bench.skipped.append("trafilatura: no HTML pages in the input")
    elif find_spec("trafilatura") is None:
        bench.skipped.append("trafilatura: not installed; pip install trafilatura")
    else:
        found.append(_trafilatura(html))
    reading = next((stage for stage in bench.stages if stage.name == "reading"), None)
    if reading is not None:
        texts = [article.text for article in bench.articles]
        speed, _ = _speed(lambda: [len(_KEYWORDS.findall(text)) for text in texts], len(texts))
        found.append(_peer("keyword pass", "reading", len(texts), (speed, reading.per_second)))
    return tuple(found)


def _trafilatura(pages: list[Page]) -> Peer:
    """Text and metadata of the same pages, by trafilatura (Barbaresi 2021) and by us, with the memory held."""
    from trafilatura import bare_extraction

    clean = cleaner()
    texts = [page.body.decode(page.charset or "utf-8", "replace") for page in pages]

    def theirs(text: str) -> object:
        return bare_extraction(text, url=None, with_metadata=True)

    their_speed, their_peak = _speed(lambda: [attempt(theirs, text) for text in texts], len(pages))
    our_speed, our_peak = _speed(lambda: [attempt(clean, page) for page in pages], len(pages))
    peer = _peer("trafilatura with metadata", "article", len(pages), (their_speed, our_speed))
    return replace(peer, peak_mb=their_peak, stage_peak_mb=our_peak)


def _speed(work: Callable[[], object], count: int) -> tuple[float, float]:
    """How many per CPU-second, and the peak memory in MiB."""
    _, spent, peak = timed(work)
    return (count / spent if spent else 0.0), peak


def _peer(name: str, stage: str, count: int, speeds: tuple[float, float]) -> Peer:
    theirs, ours = speeds
    ratio = ours / theirs if theirs else 0.0
    return Peer(name=name, stage=stage, articles=count, per_second=theirs, stage_per_second=ours, ratio=ratio)
