"""Which names of an article are one bearer: full name and surname, spellings, acronyms and their expansions."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from coranto.reading.names.lists import east_surnames, given
from coranto.reading.names.places import country_of, land_of
from coranto.text.normal import ascii_fold

_MOHAMED = re.compile(r"\b(?:mohammed|muhammad|mohamed|mohammad|mohamad|muhammed|mohd)\b")
_YEV = re.compile(r"\byev")
_ARTICLE = re.compile(r"\b(?:al|el)[ -]")
_DOUBLE = re.compile(r"(.)\1+")
_LETTERS = (("kh", "h"), ("ph", "f"), ("dh", "d"), ("y", "i"))
_MARKS = {ord(mark): None for mark in "-'."}
_ORGAN = {"defence": "defense", "organisation": "organization", "centre": "center", "labour": "labor"}
_EMPTY = frozenset(("of", "the", "for", "and", "&", "national", "on", "s"))
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@lru_cache(maxsize=16_384)  # mentions of one name ask for its key many times
def folded(name: str) -> str:
    """A key that spellings of one name share: Shoigu, Shoygu; Sergei, Sergey; Zelensky, Zelenskyy."""
    text = ascii_fold(name)
    if "h" in text:
        text = _MOHAMED.sub("mohamed", text)
    if "yev" in text:
        text = _YEV.sub("ev", text)
    if "al" in text or "el" in text:
        text = _ARTICLE.sub("al", text)
    for letters, plain in _LETTERS:
        text = text.replace(letters, plain)
    return " ".join(_DOUBLE.sub(r"\1", text).translate(_MARKS).split())


def person_key(full: str) -> str:
    """The key of a person by the fullest form of the name."""
    return folded(full)


def organisation_key(full: str, code: str) -> str:
    """The key of an organisation: "Russian Defence Ministry" and "Ministry of Defense of Russia" share one."""
    words = [_ORGAN.get(word, word) for word in re.findall(r"[^\W_]+", ascii_fold(full))]
    kept = sorted(
        {word for word in words if word not in _EMPTY and not (code and country_of(word.title()) == code)}
    )
    state = any(word in ("ministry", "army", "navy", "parliament", "government", "embassy") for word in kept)
    return " ".join(([code.lower()] if state and code else []) + kept) or ascii_fold(full)


def place_key(text: str) -> str:
    """The key of a place: the usual name of a listed country, else the folded text."""
    land = land_of(text)
    return ascii_fold(land.name if land and land.kind == "country" else text)


def surname(full: str) -> str:
    """The part of a full name that stands for it later: Zhang of Zhang Youxia, Putin of Vladimir Putin."""
    words = [word for word in full.split() if ascii_fold(word).strip(".") not in SUFFIXES]
    if len(words) < 2:
        return full
    if is_eastern(words):
        return words[0]
    return words[-1]


def is_eastern(words: list[str]) -> bool:
    """Whether the family name stands first."""
    return (
        2 <= len(words) <= 3
        and words[0] in east_surnames()
        and (words[0] not in given() or len(words) == 3 or "-" in words[1])
        and words[1] not in given()
        and not (
            len(words) == 2 and words[1] in east_surnames() and words[1] in ("Lee", "Kim", "Park", "Chen", "Wang")
        )
    )


def _ends(full: str) -> tuple[str, str]:
    """First and last word: "Donald J. Miller" is "Donald Miller"."""
    words = folded(full).split() or [""]
    return words[0], words[-1]


class People:
    """The full person names of an article, in order, and who a shorter form stands for."""

    def __init__(self, fulls: Iterable[str]) -> None:
        """Takes full forms in order of the text, with repetitions."""
        self.count = Counter(fulls)
        self.by_key: dict[str, str] = {}
        self.short: dict[str, str] = {}
        for full in self.count:
            self.by_key.setdefault(folded(full), full)
        self.same = Counter(_ends(full) for full in self.count.elements())
        by_count = sorted(self.count, key=self._weight)  # a shared surname: the most written of, then the first
        for full in by_count:
            self._learn(full)

    def _weight(self, full: str) -> tuple[bool, int]:
        return len(full.split()) < 2, -self.same[_ends(full)]

    def _learn(self, full: str) -> None:
        words = full.replace(" - ", "-").split()
        if len(words) < 2:
            return
        main = folded(surname(" ".join(words)))
        self.short.setdefault(main, full)
        if main.startswith("al") and words[-1][:2].lower() in ("al", "el"):
            self.short.setdefault(main.removeprefix("al"), full)
        if len(words) > 2 and not is_eastern(words):
            # Spanish double surnames ("López Obrador", and "López" alone), particles ("bin Salman", "van Dam").
            for at in range(1, len(words) - 1):
                self.short.setdefault(folded(" ".join(words[at:])), full)
            self.short.setdefault(folded(f"{words[0]} {words[-1]}"), full)
            self.short.setdefault(folded(" ".join(words[:-1])), full)

    def learn_given(self) -> None:
        """First names stand for their bearers too, where nothing else claims them."""
        for full in self.count:
            words = full.replace(" - ", "-").split()
            if len(words) > 1:
                self.short.setdefault(folded(words[-1] if is_eastern(words) else words[0]), full)
                if len(words) > 2 and not is_eastern(words):
                    self.short.setdefault(folded(words[1]), full)

    def full(self, text: str) -> str:
        """The fullest form known for `text`, or an empty string."""
        key = folded(text)
        found = self.short.get(key) or self.by_key.get(key, "")
        if not found:
            return ""
        whole = folded(found)
        return self.short.get(whole) or self.by_key.get(whole, "") or found  # "Robles" is of "Robles Obregón"


_PAREN = re.compile(r"\(\s*([A-Z][A-Za-z]?[A-Z&.\-]{1,8}[a-z]?)\s*\)")


def acronym_of(name: str) -> str:
    """The initials of a name's capital words."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_][\w'’]*", name.replace("-", " ")) if word[0].isupper())


def acronyms(text: str, names: list[tuple[int, int, str]]) -> dict[str, str]:
    """Acronyms that stand in brackets after their expansion: acronym to full name.

    `names` are (start, end, text) of the organisations and documents of `text`.
    """
    ends = {end: full for _, end, full in names}
    out: dict[str, str] = {}
    for match in _PAREN.finditer(text):
        full = ends.get(match.start()) or ends.get(match.start() - 1)
        if full and " " in full:
            out.setdefault(match.group(1).replace(".", ""), full)
    return out
