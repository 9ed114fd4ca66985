"""Resolving periods: fiscal years, quarters, halves, decades, centuries, years and spans of years."""

import re

from coranto.reading.figures.numbers import number, ordinal
from coranto.reading.times.ground import Found, Ground, explicit, open_date
from coranto.reading.times.resolve import Resolver, edge_mod, lookup, month_number, relative_year
from coranto.reading.times.values import of_day


def fiscal(match: re.Match[str], ground: Ground) -> Found | None:
    """Fiscal 2023, FY23, the current fiscal year."""
    said = match["y"] or match["y2"] or match["yb"]
    if said:
        first = int(said) if int(said) > 99 else 2000 + int(said)
        return _years(first, match["b"]) if match["b"] else explicit(str(first))
    if match["rel"] is None:
        return Found(type="DURATION", value="P1Y", anchor="none", confidence=0.4)
    if ground.day is None:
        return open_date("XXXX")
    shift = {"last": -1, "latest": -1, "previous": -1, "next": 1}.get(match["rel"], 0)
    return Found(type="DATE", value=str(ground.day.year + shift), confidence=0.6)


def quarter(match: re.Match[str], ground: Ground) -> Found | None:
    """The third quarter, Q3 2023, the year-ago quarter."""
    number_ = int(match["q"]) if match["q"] else ordinal(match["n"])
    if not 1 <= number_ <= 4:
        return None
    if match["y"] or match["yb"]:
        return explicit(f"{match['y'] or match['yb']}-Q{number_}")
    if match["last"] or match["owner"]:
        year = relative_year(match["last"] or match["owner"], ground)
    elif ground.day is None:
        year = None
    else:
        begun = (ground.day.month + 2) // 3 >= number_
        year = ground.day.year - (not begun and ground.tense != "future")
        year -= (match["rel"] or "").startswith("year-")
    return Found(type="DATE", value=f"{year}-Q{number_}", confidence=0.8) if year else open_date(f"XXXX-Q{number_}")


def half(match: re.Match[str], ground: Ground) -> Found | None:
    """The first half of 2023, the second half of this year."""
    piece = "H1" if match["n"] == "first" else "H2"
    if match["y"]:
        return explicit(f"{match['y']}-{piece}")
    year = relative_year(match["last"], ground)
    return Found(type="DATE", value=f"{year}-{piece}") if year else open_date(f"XXXX-{piece}")


def half_code(match: re.Match[str], ground: Ground) -> Found | None:
    """H1 2020, 2020 H1."""
    return explicit(f"{match['y'] or match['yb']}-H{match['n'] or match['nb']}")


_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def decade(match: re.Match[str], ground: Ground) -> Found | None:
    """The late 1970s, the '90s, the nineties."""
    mod = edge_mod(match["edge"] or match["edge2"])
    if match["y"]:
        return explicit(match["y"][:3], mod)
    short = match["short"] or match["late"]
    digit = int(short[0]) if short else _DECADES.index(match["word"]) + 2
    return explicit(f"19{digit}" if digit > 2 else f"20{digit}", mod)


def century(match: re.Match[str], ground: Ground) -> Found | None:
    """The 11th century: value 10."""
    count = ordinal(match["n"])
    return explicit(f"{count - 1:02d}", edge_mod(match["edge"])) if 1 < count < 30 else None


def year_range(match: re.Match[str], ground: Ground) -> Found | None:
    """2019-2023, 2018-19, the 2023/24 season."""
    return _years(int(match["a"]), match["b"], 1 if match["sep"] == "/" else 200)


def _years(first: int, second: str, most: int = 200) -> Found | None:
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    return explicit(f"{first}/{last}") if first < last <= first + most else None


def said_year(match: re.Match[str], ground: Ground) -> Found | None:
    """Nineteen seventy-nine, two thousand and five, the winter of nineteen ninety-four."""
    year = _said(match["said"])
    if year is None:
        return None
    if match["mo"]:
        return explicit(f"{year}-{month_number(match['mo']):02d}")
    return explicit(f"{year}-{lookup('season', 'code')[match['se']]}" if match["se"] else str(year))


def _said(text: str) -> int | None:
    head, _, rest = re.sub(r"[\s-]+", " ", text).partition(" ")
    if head == "the":
        return 2000
    if head == "nineteen":
        value = number(rest)
        return 1900 + int(value) if value is not None and 10 <= value < 100 else None
    value = number(rest.removeprefix("thousand").removeprefix(" and").strip())
    return 2000 + int(value) if value is not None and 0 < value < 100 else None


def bare_year(match: re.Match[str], ground: Ground) -> Found | None:
    """1998, '98."""
    short = match.groupdict().get("short")
    return explicit(f"19{short}" if short else match["y"], edge_mod(match.groupdict().get("edge")))


def year_end(match: re.Match[str], ground: Ground) -> Found | None:
    """Year-end."""
    return Found(type="DATE", value=of_day(ground.day, "Y"), mod="END") if ground.day else open_date("XXXX", "END")


PERIODS: dict[str, Resolver] = {
    "fiscal": fiscal, "quarter": quarter, "half": half, "half_code": half_code, "decade": decade,
    "century": century, "year_range": year_range, "said_year": said_year, "edge_year": bare_year,
    "bare_year": bare_year, "year_end": year_end,
}  # fmt: skip
