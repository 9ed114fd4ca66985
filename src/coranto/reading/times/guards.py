"""What looks like a time expression and is none: names, verbs, ages, counts."""

import re

from coranto.data import words

_PREPOSITION = re.compile(
    r"\b(?:in|on|since|of|by|until|till|last|next|this|from|to|and|or|late|early|mid|through|before|after|during|between"
    r"|for|every|each|previous|following|coming|that|said|ended|ending|began|starting|around)\s{1,2}$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b[Tt]he\s{1,2}$")
_NOUN_AFTER = re.compile(r"\s(?!on\b|of\b|for\b|against\b|to\b|through\b|in\b)[a-z]{3}")
_NAME_BEFORE = re.compile(r"(?:^|\s)([A-Z][a-z']+|[A-Z]\.)\s$")
_WORD_AFTER = re.compile(r"\s([a-z]{2,20})\b")
_AFTER_YEAR_WORD = re.compile(
    r"(?:in|since|of|from|until|till|by|to|\(|the|year|around|circa|between|and|or)\s?$", re.IGNORECASE
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages)\s(?:of\s)?$", re.IGNORECASE)
_MONTH_WORD = re.compile(r"[A-Z][a-z]+\.?")


def is_month_name(text: str, start: int, end: int) -> bool:
    """Whether a bare month at `start` is capitalised and neither a person's name nor a verb."""
    found = _MONTH_WORD.search(text, start, end)
    if found is None:
        return False
    before = text[max(0, found.start() - 24) : found.start()]
    word = found.group()
    if len(word) < 5 and word not in ("May", "June", "July") and not word.endswith("."):
        return False
    named = _NAME_BEFORE.search(before)
    if named and named.group(1).lower() not in words("time-openers"):
        return False
    if word in ("May", "March"):
        own = bool(_PREPOSITION.search(before)) or start < found.start()
        return own or bool(_ARTICLE.search(before) and _NOUN_AFTER.match(text, found.end()))
    return True


def is_year(text: str, start: int, end: int) -> bool:
    """Whether a bare number between 1500 and 2099 is a year and no count of things."""
    counted = _WORD_AFTER.match(text, end)
    if counted and counted.group(1) in words("time-counted"):
        return False
    before = text[max(0, start - 12) : start]
    if text[start : start + 2] in ("19", "20"):
        return not re.search(
            r"(?:No\.?|Flight|Highway|Route|Boeing|Rs\.?|at least|about|over|nearly|some)\s$", before
        )
    return bool(_AFTER_YEAR_WORD.search(before)) and text[start] == "1"


def is_age(text: str, start: int) -> bool:
    """Whether "aged" or "age of" stands before."""
    return bool(_AGE_BEFORE.search(text[max(0, start - 12) : start]))


_QUOTED = re.compile(r"[\"“'‘]$")
_HIGH = re.compile(r"\b[Hh]igh\s$")
_CAPITAL_AFTER = re.compile(r"\s[A-Z]")


def keeps(rule: str, text: str, start: int, end: int) -> bool:
    """Whether what a rule matched at `start..end` is a time expression in its surroundings."""
    own = text[start:end]
    if rule == "bare_month":
        return is_month_name(text, start, end)
    if rule == "bare_year":
        return is_year(text, start, end) if len(own) == 4 else not _CAPITAL_AFTER.match(text, end)
    if rule in ("month_day", "day_month", "month_year", "day_range", "month_range", "cross_range", "weekday"):
        return any(char.isupper() for char in own)
    if rule == "rel_name":
        return any(char.isupper() for char in own.lstrip("LTN")) or bool(_SEASON_END.search(own))
    if rule == "adverb_set" and (own[0].isupper() or own == "daily"):
        return not _CAPITAL_AFTER.match(text, end)  # "Daily Mail", "the party daily Granma"
    if rule == "rel_unit" and own.istitle():
        return not _QUOTED.search(text[max(0, start - 2) : start])  # a programme: "This Week"
    if rule == "clock" and own.lower() == "noon":
        return not _HIGH.search(text[max(0, start - 5) : start])
    if rule in ("duration", "bare_span"):
        return not is_age(text, start)
    return True


_SEASON_END = re.compile(r"(?:spring|summer|fall|autumn|winter)$", re.IGNORECASE)
