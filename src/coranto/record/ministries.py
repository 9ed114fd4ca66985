"""One name for each ministry of a country, however pages write it; "the ministry" is the one named before."""

import re
from bisect import bisect_right
from functools import cache

from coranto.data import rows
from coranto.record.countries import country_name, words_of_countries
from coranto.record.source import Source
from coranto.text.normal import ascii_fold

_MINISTRY = re.compile(r"\bministr(?:y|ies)\b")
_WORD = re.compile(r"[a-z]+")
_NAMED = re.compile(r" ministry (?:of|for) (?:the )?(?:national |federal )?([a-z]{4,}) | ([a-z]{4,}) ministry ")
_EMPTY = frozenset(("this", "that", "said", "same", "their", "national", "federal", "both", "each"))
_OF = re.compile(r"\s+(?:of|for)\b")
_STOP = re.compile(r"[.;:!?,()\"“”\n]")
_BEFORE = 60
_AFTER = 40
_NEAR = 4
"""Words on either side of "ministry" that say whose it is and what it is about."""


def topic_of(text: str) -> str:
    """What a ministry is about (`Defence`), by the rows of `data/ministries.toml`, or nothing."""
    folded = f" {' '.join(_WORD.findall(ascii_fold(text)))} "
    known = (str(row["name"]) for row in rows("ministries") if any(f" {w} " in folded for w in row["words"]))
    return next(known, "") or _own_topic(folded)


def _own_topic(folded: str) -> str:
    """The word that a ministry outside the rows is named by: the one before it, or after "of"."""
    match = _NAMED.search(folded)
    word = (match.group(1) or match.group(2) or "") if match else ""
    return "" if word in _EMPTY or word in words_of_countries() else word.capitalize()


@cache
def _adjective(code: str) -> str:
    return next(
        (str((row.get("demonyms") or [row["name"]])[0]) for row in rows("countries") if row["iso3"] == code), ""
    )


def ministry_name(code: str, topic: str) -> str:
    """`Norwegian Fisheries Ministry`."""
    return f"{_adjective(code) or country_name(code)} {topic} Ministry"


def _country(text: str) -> str:
    """The country that the words name last."""
    tokens = _WORD.findall(ascii_fold(text).replace("'s", " "))
    for end in range(len(tokens), 0, -1):
        for width in (3, 2, 1):
            code = words_of_countries().get(" ".join(tokens[max(0, end - width) : end]))
            if code:
                return code
    return ""


def plain_name(name: str) -> str:
    """The one name of a ministry whose country and field its own words tell, or the name as it is."""
    if _MINISTRY.search(ascii_fold(name)) is None or len(name.split()) > 2 * _NEAR:
        return name
    country, topic = _country(name), topic_of(name)
    return ministry_name(country, topic) if country and topic else name


class Ministries:
    """The ministries that one article names, in order of place."""

    def __init__(self, source: Source) -> None:
        self.text = source.article.text
        folded = self.text.lower()
        self.places: list[int] = []
        self.named_at: list[tuple[str, str]] = []
        self.by_topic: dict[str, set[str]] = {}
        for match in _MINISTRY.finditer(folded):
            self._note(match.start(), *self._around(match.start(), match.end()))

    def _note(self, at: int, code: str, topic: str) -> None:
        code = code or self._last_code(at, topic)
        if code and topic:
            self.places.append(at)
            self.named_at.append((code, topic))
            self.by_topic.setdefault(topic, set()).add(code)

    def _around(self, start: int, end: int) -> tuple[str, str]:
        """Country and topic by the words around one "ministry"."""
        left = _STOP.split(self.text[max(0, start - _BEFORE) : start])[-1].split()[-_NEAR:]
        right = _STOP.split(self.text[end : end + _AFTER])[0]
        of = " ".join(right.split()[:_NEAR]) if _OF.match(right) else ""
        topic = topic_of(f"ministry {of}") if of else ""
        topic = topic or topic_of(f"{' '.join(left[-2:])} ministry")
        return _country(" ".join(left)) or _country(of), topic

    def _last(self, at: int) -> tuple[str, str]:
        place = bisect_right(self.places, at) - 1
        return self.named_at[place] if place >= 0 else ("", "")

    def _last_code(self, at: int, topic: str) -> str:
        known = self.by_topic.get(topic, set())
        return next(iter(known)) if len(known) == 1 else ""

    def named(self, name: str, code: str = "", at: int = -1) -> tuple[str, str]:
        """The one name of a ministry and its country, for words at `at` of the text; else empty strings.

        A name without a country takes `code`, then what the article says of the one such ministry, then, for the
        bare "the ministry", the one named last before it.
        """
        match = _MINISTRY.search(ascii_fold(name))
        if match is None or "ministers" in name.lower() or len(name.split()) > 2 * _NEAR:
            return "", ""
        topic = topic_of(name)
        country = _country(name) or code
        if (not topic and not country) or name.lower().removeprefix("the ") == "ministry":
            found = self._last(at if at >= 0 else len(self.text))
            return (ministry_name(*found), found[0]) if all(found) else ("", "")
        beside = self._beside(name, at)
        country = country or beside or self._last_code(at, topic)
        return (ministry_name(country, topic), country) if country and topic else ("", "")

    def _beside(self, name: str, at: int) -> str:
        """The country in the words right before a name ("Finland's | Ministry of Trade")."""
        if at < 0 or self.text[at : at + len(name)] != name:
            return ""
        return _country(" ".join(_STOP.split(self.text[max(0, at - _BEFORE) : at])[-1].split()[-2:]))
