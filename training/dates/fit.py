"""Fit how far the day of publication lies from the times that a text tells of (`[[spread]]` of page-dating.toml).

    PYTHONPATH=src python training/dates/fit.py ../shared/data/train

Of each dated text the last day, month and year are taken that the solver weighs fully. The counts of their
distances join the masses as they are, which weigh as `PRIOR` texts, and the log-likelihood of both is compared on
texts of sites left out: only rows that win there are taken over. The lines of a page that print its own date are
taken out first, as the gate does it.
"""

import gzip
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from coranto.article.dates.infer import split
from coranto.article.dates.periods import newest_first, telling
from coranto.article.dates.told import Told, told_times
from coranto.article.lang import identify
from coranto.data import rows
from coranto.gate.undated import stripped

PRIOR, FOLDS = 40.0, 5
_GENRES = ("news", "interview", "speech")
_IN_ID = re.compile(r"_((?:19|20)\d\d)(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class Text:
    """A text without its own date, the site it is of, and the day it was published on."""

    site: str
    text: str
    day: date


def texts(folder: Path) -> Iterator[Text]:
    """The dated texts: articles of WCXB, news, interviews and speeches of GUM, newsgroups and weblogs of EWT."""
    for line in _lines(folder / "pages/wcxb.jsonl.gz"):
        row = json.loads(line)
        day = _day(str(row.get("date") or "")[:10])
        if row.get("page_type") != "forum" and day:
            body = f"{row['title'] or ''}\n\n" + (row["text"] or "").replace("\n", "\n\n")
            yield Text(urlsplit(row["url"]).hostname or "", stripped(body, "")[0], day)
    for path in ("gum/gum.conllu.gz", "ewt/train.conllu.gz", "ewt/dev.conllu.gz"):
        yield from _treebank(folder / path)


def _lines(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return list(stream)


def _treebank(path: Path) -> Iterator[Text]:
    name, genre, day, lines = "", "", None, list[str]()
    for line in (*_lines(path), "# newdoc id = end"):
        key, _, value = line.rstrip("\n").partition(" = ")
        if key == "# newdoc id":
            if day and lines and (not genre or genre in _GENRES):
                yield Text(name, stripped("\n\n".join(lines), "")[0], day)
            found = _IN_ID.search(value)
            name, genre, lines = value, "", []
            day = _day("-".join(found.groups())) if found else None
        elif key == "# meta::genre":
            genre = value.strip()
        elif key == "# meta::dateCreated":
            day = _day(value.strip())
        elif key == "# text":
            lines.append(value)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def distances(text: Text) -> Iterator[tuple[tuple[str, str], int]]:
    """The kind and tense of each time that counts fully, with the distance of the day of publication."""
    lang = identify(text.text, "en")
    times = [one for sentence in split(text.text) for one in told_times(sentence, lang)]
    for one, weight in newest_first(telling(times, ())):
        if weight == 1.0 and one.year and not one.unit:
            yield (one.kind, one.lean), _distance(one, text.day)


def _distance(one: Told, day: date) -> int:
    if one.kind == "year":
        return day.year - one.year
    if one.kind == "month":
        return (day.year - one.year) * 12 + day.month - one.month
    return (day - date(one.year, one.month, min(one.day, 28))).days


def _at(row: dict[str, list[float]], distance: int) -> int:
    return sum(distance >= edge for edge in row["edges"])


def fitted(row: dict[str, list[float]], found: list[int]) -> list[float]:
    """The masses of a row after the distances found."""
    count = [0] * len(row["mass"])
    for distance in found:
        count[_at(row, distance)] += 1
    whole = PRIOR + len(found)
    return [(PRIOR * mass + n) / whole for mass, n in zip(row["mass"], count, strict=True)]


def gain(row: dict[str, list[float]], found: list[tuple[str, int]]) -> float:
    """The mean log-likelihood that fitting wins, on texts of sites that it has not seen."""
    won = 0.0
    for fold in range(FOLDS):
        mass = fitted(row, [d for site, d in found if sum(site.encode()) % FOLDS != fold])
        for site, distance in found:
            if sum(site.encode()) % FOLDS == fold:
                at = _at(row, distance)
                won += math.log(max(mass[at], 1e-4)) - math.log(max(row["mass"][at], 1e-4))
    return won / max(1, len(found))


def main(folder: str) -> None:
    """Print the rows with their counts, fitted masses and what they win."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for text in texts(Path(folder)):
        for key, distance in distances(text):
            found[key].append((text.site, distance))
    for row in rows("page-dating", "spread"):
        told = found.get((row["kind"], row["lean"]), [])
        if told:
            mass = fitted(row, [distance for _, distance in told])
            print(row["kind"], row["lean"], len(told), f"gain {gain(row, told):+.3f}")
            print("  ", [round(one, 3) for one in mass])


if __name__ == "__main__":
    main(sys.argv[1])
