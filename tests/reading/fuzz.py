"""Reads texts that are broken on purpose and tells what raised, hung, took too long or broke a promise.

`python tests/reading/fuzz.py FILE... [--seconds 60] [--seed 1] [--keep FOLDER] [--no-model]`; a file is
a plain text, or JSON lines (`.jsonl`, also gzipped) with a `text`. Prints a line a fault; `--keep` writes the text
that showed it.
"""

import argparse
import gzip
import json
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from reading_faults import faults

from coranto.reading import read
from coranto.reading.names.find import bare_article
from coranto.settings import ReadingOptions
from coranto.types import Reference
from coranto.types.time import day

_LIMIT = 60.0  # seconds of CPU for one text
_SLOW = 1e-4  # seconds a character: some forty times the usual
_LEAST = 20_000  # characters below which slowness is not judged
_ODD = ("“", "”", '"', "'", "‘", "’", "(", ")", "[", "—", "--", "\n", "\n\n", "\t", "\x00", "\u200b", "\u2028", "İ",
        "ß", "\U0001f600", ":", ";", ",", ".", "...", "said ", "told ", " of the ", "Mr. ", "on Friday ", "1,000 ",
        "$", "%", "-", " and ", "\r\n", "\xa0", "ﬁ", "\u202e", "\ud800", "中国", "A", "a", " ")  # fmt: skip
Mutation = Callable[[random.Random, str, list[str]], str]


def _cut(chance: random.Random, text: str) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + int(chance.expovariate(1 / 60)))


def _without(chance: random.Random, text: str, others: list[str]) -> str:
    start, end = _cut(chance, text)
    return text[:start] + text[end:]


def _strange(chance: random.Random, text: str, others: list[str]) -> str:
    start, _ = _cut(chance, text)
    return text[:start] + chance.choice(_ODD) * chance.choice((1, 1, 2, 3, 200)) + text[start:]


def _spliced(chance: random.Random, text: str, others: list[str]) -> str:
    other = chance.choice(others)
    start, end = _cut(chance, text)
    first, last = _cut(chance, other)
    return text[:start] + other[first:last] + text[end:]


def _shuffled(chance: random.Random, text: str, others: list[str]) -> str:
    tokens = text.split(" ")
    start = chance.randrange(len(tokens))
    piece = tokens[start : start + 12]
    chance.shuffle(piece)
    return " ".join([*tokens[:start], *piece, *tokens[start + 12 :]])


def _cased(chance: random.Random, text: str, others: list[str]) -> str:
    start, end = _cut(chance, text)
    turn = chance.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:start] + turn(text[start:end]) + text[end:]


def _unlined(chance: random.Random, text: str, others: list[str]) -> str:
    return chance.choice((text.replace("\n", " "), text.replace(". ", "\n"), text.replace(" ", "\n"), text.strip()))


def _repeated(chance: random.Random, text: str, others: list[str]) -> str:
    start, end = _cut(chance, text)
    piece = text[start:end] or " "
    return text[:start] + piece * min(3_000, 60_000 // len(piece)) + text[end:]


_MUTATIONS: tuple[Mutation, ...] = (_without, _strange, _spliced, _shuffled, _cased, _unlined)


def mutants(texts: list[str], seed: int) -> Iterator[str]:
    """Broken texts without end: mostly small breaks, now and then a piece repeated until it is long."""
    chance = random.Random(seed)
    while True:
        text = chance.choice(texts)[:20_000] or " "
        for _ in range(chance.randrange(1, 12)):
            text = chance.choice(_MUTATIONS)(chance, text, texts) or " "
        yield _repeated(chance, text, texts) if chance.random() < 0.1 else text


def _hung(signum: int, frame: object) -> None:
    raise TimeoutError(f"more than {_LIMIT:.0f} seconds")


def trial(text: str, dated: bool, options: ReadingOptions = ReadingOptions()) -> str:  # noqa: B008
    """What is wrong with the reading of a text; empty when nothing is."""
    reference = Reference(interval=day(date(2021, 6, 15)), best=date(2021, 6, 15)) if dated else Reference()
    title = text.partition("\n")[0][:300]
    signal.setitimer(signal.ITIMER_PROF, _LIMIT)
    begin = time.process_time()
    try:
        article = bare_article(text, title)
        reading = read(article, reference, options)
        took = time.process_time() - begin
        fault = next(faults(article, reading), "")
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    slow = len(text) > _LEAST and took > _SLOW * len(text)
    return fault or (f"{took:.1f} seconds for {len(text)} characters" if slow else "")


def _texts(paths: list[str]) -> Iterator[str]:
    for path in map(Path, paths):
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = raw.decode("utf-8", "replace")
        if ".jsonl" not in path.name:
            yield text
            continue
        yield from (said for line in text.splitlines() if (said := json.loads(line).get("text")))


def main() -> int:
    """Reads mutants until the time is over; 1 when a fault was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--seconds", type=float, default=60.0, help="CPU seconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--no-model", action="store_true", help="by rules alone: some ten times as many texts")
    options = parser.parse_args()
    reading = ReadingOptions(model=not options.no_model)
    signal.signal(signal.SIGPROF, _hung)
    found = 0
    for number, text in enumerate(mutants(list(_texts(options.files)), options.seed)):
        if time.process_time() > options.seconds:
            print(f"{number} texts, {found} faults", flush=True)
            break
        fault = trial(text, dated=number % 2 == 0, options=reading)
        if fault:
            found += 1
            print(f"{number}: {fault[:600]}", flush=True)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                kept = options.keep / f"{options.seed}-{number}.txt"
                kept.write_text(text, encoding="utf-8", errors="surrogatepass")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
