"""The shape of a figure: what narrows it, its currency, its number or range, its scale and unit."""

import re
from functools import cache

from coranto.data import rows
from coranto.reading.figures.numbers import number_words
from coranto.reading.starts import gate, starts

_LOOK = 4  # characters looked at before the figure is tried: with more the start-up takes long


def _choice(names: list[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(names, key=_longest_first))


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


@cache
def codes(table: str, field: str = "names") -> dict[str, str]:
    """Each name of a table of `data/figures.toml` with its code."""
    return {name: row["code"] for row in rows("figures", table) for name in row[field]}


def _number() -> str:
    ones, tens, scales = (_choice(list(number_words(kind))) for kind in ("one", "ten", "scale"))
    digits = r"\d{1,3}(?:,\d{2,3}){1,4}(?:\.\d{1,3})?|\d{1,12}(?:\.\d{1,3})?"
    small = rf"(?:{tens})(?:-(?:{ones}))?|(?:{ones})"
    spelled = rf"(?:(?:{small}|half\sa|an?)\s)(?:(?:{scales})\b\s?){{1,2}}(?:(?:and\s)?(?:{small}))?|{small}"
    return rf"(?:{digits}|(?:{spelled})\b)"


def _firsts() -> str:
    names = [*codes("currency", "before"), *codes("mod"), "half", "dozens", "twice", "billions"]
    names += [word for kind in ("one", "ten", "scale") for word in number_words(kind)]
    return "".join(re.escape(letter) for letter in sorted({name[0] for name in names}))


@cache
def pattern() -> re.Pattern[str]:
    """Any figure in lower-case text with plain quotes; its groups are what `figures` reads."""
    before, after = _choice(list(codes("currency", "before"))), _choice(list(codes("currency", "after")))
    units, mods = _choice(list(codes("unit"))), _choice(list(codes("mod")))
    scale = rf"(?:\s?-?(?:{_choice(list(number_words('scale')))})s?\b|\s?(?:bn|mn|tn)\b|(?:m|k|b)\b)"
    number = _number()
    plain = (
        rf"(?:(?P<cur>{before})\s?)?(?P<a>{number})(?P<ascale>{scale}(?:\scrore)?)?"
        rf"(?:(?P<to>\s?-\s?|\sto\s|\sand\s)(?:(?:{before})\s?)?(?P<b>{number})(?P<bscale>{scale})?)?"
        rf"(?:(?P<ordinal>st|nd|rd|th)\b|[\s-]?(?P<unit>%|(?:{units}|{after})(?!\w))|(?P<times>\stimes\b))?"
    )
    many = r"(?P<many>(?:tens\sof\s|hundreds\sof\s)?(?:dozens|hundreds|thousands|millions|billions)(?=\sof\b))"
    fraction = r"(?P<fraction>(?:one|two|three|four)-(?:half|third|quarter|fifth|sixth|tenth)s?(?=\sof\b))"
    ratio = rf"(?P<part>{number})\s(?:in|out\sof)(?:\severy)?\s(?P<whole>{number})(?=\s[a-z])"
    spoken = r"(?P<often>twice|thrice)"
    figure = rf"(?:(?P<mod>{mods})\s)?(?:{many}|{fraction}|{ratio}|{plain}|{spoken})"
    look = gate(starts(figure, _LOOK), r"\s")
    # a letter or a sign that no figure begins with is passed over at once, and then most words
    start = rf"(?=[0-9{_firsts()}])(?={look})"
    return re.compile(rf"(?<![\w.,/:$#@-]){start}{figure}(?![\w:/]|[.,]\d)")
