"""The dates that a page of plain text prints around its article: publication, change, capture."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coranto.article.dates.ago import aged
from coranto.article.dates.find import Found, dated, day_of, find_dates, label_before
from coranto.article.dump.lines import Labelled
from coranto.article.head.dates import address
from coranto.article.outlet import Outlet
from coranto.types import Dated, Page

_STATED = re.compile(
    r"(?i)\b(?:published|updated|posted|today|modified|veröffentlicht|aktualisiert"
    r"|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|опубликовано|обновлено)\b"
)
# the line that weblog programs print under or over an entry
_ENTRY = re.compile(
    r"(?i)(?:this (?:entry|article|post|story) was (?:posted|published|written)|(?:dieser|der) (?:beitrag|artikel)"
    r" wurde|cet (?:article|entrée) a été (?:publié|posté)|esta entrada (?:fue|se) public\w{1,6})\b"
)
_ABOVE, _BELOW, _FOOT = 40, 6, 8
_PARAGRAPH = 120
_OPENS = 16
_SHORT, _LINE = 60, 140
_NEVER = ("member", "teaser", "caption", "head")


@dataclass(frozen=True, slots=True)
class Printed:
    """A date of a line, its role or an empty string, and its distance from the title or the text in lines."""

    role: str
    far: int
    day: Found


def dates_of(
    labelled: Sequence[Labelled], spots: tuple[int, int, int], page: Page, outlet: Outlet
) -> tuple[Dated, Dated, str]:
    """Published, updated, and the ISO day of capture that the page prints, or empty ones.

    `spots` are the places of the first kept line, the title (-1 for none) and the last kept line. A date
    labelled as of publication counts first, then one that the address has too, then the nearest one.
    """
    near = day_of(page.captured)
    found = list(_printed(labelled, spots, near, outlet.country == "USA"))
    capture = next((one.day for one in found if one.role == "capture"), None)
    limit = near or (capture.day if capture else None)
    usable = [one for one in found if limit is None or (one.day.day - limit).days <= 1]
    second = next((one.day for one in usable if one.role == "updated"), None)
    stated = _addressed(page.url)
    first = _published(usable, stated) or second
    if first is None and stated is None:
        first = _farther(labelled, spots, limit, outlet.country == "USA")
    made = dated(first, outlet.zone, "printed", "page head") if first else _age(labelled, spots, page.captured)
    changed = dated(second, outlet.zone, "printed", "page head") if second and second is not first else Dated()
    return made, changed, capture.day.isoformat() if capture else ""


def _addressed(url: str) -> date | None:
    return next((day_of(one.words) for one in address(url)), None) if url else None


def _published(usable: Sequence[Printed], stated: date | None) -> Found | None:
    """The date of publication among the dates of a page; none where only the address may tell it."""
    named = [one for one in usable if one.role == "published"]
    bare = [one for one in usable if not one.role]
    if stated is not None:
        agreed = [one for one in (*named, *bare) if abs((one.day.day - stated).days) <= 1]
        named, bare = agreed[:1] if agreed and agreed[0].role else named if not agreed else [], agreed
    return named[0].day if named else min(bare, key=_nearest).day if bare else None


def _farther(
    labelled: Sequence[Labelled], spots: tuple[int, int, int], limit: date | None, month_first: bool
) -> Found | None:
    """The date of a line farther off: labelled as of publication, above the text first; else a date line that
    stands among the kept lines, as where a menu above the text was taken for a part of it."""
    first, _, last = spots
    inner = None
    for at, one in enumerate(labelled):
        if one.label != "date":
            continue
        for day in find_dates(one.line.text, limit, month_first):
            if limit is not None and (day.day - limit).days > 1:
                continue
            if day.label == "published":
                return day
            if inner is None and first < at <= last and not day.label:
                inner = day
    return inner


def _age(labelled: Sequence[Labelled], spots: tuple[int, int, int], captured: str) -> Dated:
    """What the first line between title and text says that gives an age in place of a date."""
    first, title, _ = spots
    if not captured or not labelled:
        return Dated()
    top = title if title >= 0 else max(0, first - _BELOW)
    stop = max(_text_at(labelled, first), top) + 1
    lines = [one.line.text for one in labelled[top:stop] if one.label not in _NEVER and len(one.line.text) < _LINE]
    return next((found for found in (aged(line, captured) for line in lines) if found.value), Dated())


def _nearest(one: Printed) -> int:
    return one.far


def _printed(
    labelled: Sequence[Labelled], spots: tuple[int, int, int], near: date | None, month_first: bool
) -> Iterator[Printed]:
    """Each date of the lines that may carry one: above the text, between title and text, right after it."""
    first, title, last = spots
    text = _text_at(labelled, first)
    top = max(0, min(first, title if title >= 0 else first) - _ABOVE)
    stop = max(first, title, text) + _BELOW
    below = range(max(stop, last - 1), min(last + 1 + _FOOT, len(labelled)))
    window = [*range(top, min(stop, len(labelled))), *below]
    anchor = labelled[title if title >= 0 else min(first, len(labelled) - 1)].line.number if labelled else 0
    label = ""
    for at in window:
        one = labelled[at]
        line = one.line.text
        told = at > text and one.label in ("body", "bullet") and not _ENTRY.match(line)
        if one.label in _NEVER or told:
            label = ""
            continue
        far = one.line.number - anchor
        for day in _of_line(one, find_dates(line, near, month_first)):
            yield Printed(day.label or label, far if far >= 0 else -2 * far, day)
            label = ""
        label = label_before(line) if len(line) < _SHORT else ""


def _text_at(labelled: Sequence[Labelled], first: int) -> int:
    """The place of the first kept paragraph of sentences; lines kept before it may be a head's."""
    return next(
        (n for n in range(first, len(labelled))
         if labelled[n].label == "body" and labelled[n].shape.sentence and labelled[n].shape.chars >= _PARAGRAPH),
        first,
    )  # fmt: skip


def _of_line(one: Labelled, found: Sequence[Found]) -> list[Found]:
    """The dates of a line that are no part of what it tells: of short lines all, of long ones the first words."""
    text = one.line.text
    if _ENTRY.match(text):
        return [replace(day, label="published") for day in found[:1]]
    if one.label in ("body", "bullet"):
        if len(text) < _LINE and not one.shape.sentence:
            return list(found)
        return [day for day in found[:1] if day.start <= _OPENS and not day.yearless]
    if one.label in ("furniture", "title") and len(text) > _SHORT and not _STATED.search(text):
        return [day for day in found[:1] if day.start <= _OPENS and not day.yearless]
    return list(found)
