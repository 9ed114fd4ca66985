"""One name for each ministry or other authority, however articles write it."""

import re
from functools import cache

from coranto.data import rows
from coranto.data import words as listed
from coranto.text.normal import ascii_fold
from coranto.types import Article, Reading, StatementMention

_OFFICIAL = re.compile(
    r"\b(?:ministr(?:y|ies)|government|kremlin|white house|pentagon|state department|presidency|cabinet|embassy"
    r"|defen[cs]e department|armed forces|police|foreign office|commission|parliament"
    r"|(?:ministry|department|office) of(?: [a-z]+){1,6})(?: (?:of|in|at) (?:the )?[a-z]+(?: [a-z]+)?)?$"
)
"""An authority's name ends with the word for it; "White House aides alike" and "the police denied" are none."""
_MINISTRY = re.compile(r"\bministr(?:y|ies)\b|\bdepartment of (?:defen[cs]e|state)\b|\bforeign office\b")
_NAMED = re.compile(r" ministry (?:of|for) (?:the )?(?:national |federal )?([a-z]{4,}) | ([a-z]{4,}) ministry ")
_EMPTY = frozenset(("", "this", "that", "said", "same", "their", "national", "federal", "both", "each"))
"""What a ministry outside the rows is named by: the word before it, or after "of"."""
_WORD = re.compile(r"[a-z]+")
_LONGEST = 8
_BEFORE = 28


def is_authority(text: str) -> bool:
    """Whether a name is that of a ministry, a government or another authority, not a person or a clause."""
    words = text.split()
    if len(words) > _LONGEST or _OFFICIAL.search(ascii_fold(text)) is None:
        return False
    return (
        all(not word[0].islower() or word.strip(",.").lower() in listed("authority-words") for word in words)
        and "’s " not in text
    )


@cache
def _country_words() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("countries"):
        for name in (row["name"], *row.get("demonyms", ()), *row.get("capitals", ())):
            found.setdefault(ascii_fold(name), row["iso3"])
    return found


@cache
def _adjectives() -> dict[str, str]:
    return {row["iso3"]: (row.get("demonyms") or [row["name"]])[0] for row in rows("countries")}


def country_in(text: str) -> str:
    """The country that a text names last, as a code, or ""."""
    words = _WORD.findall(ascii_fold(text).replace("'s", " "))
    known = _country_words()
    for at in range(len(words) - 1, -1, -1):
        for length in (3, 2, 1):
            code = known.get(" ".join(words[max(0, at - length + 1) : at + 1]))
            if code:
                return code
    return ""


def _topic(text: str) -> str:
    words = f" {' '.join(_WORD.findall(ascii_fold(text)))} "
    for row in rows("ministries"):
        if any(f" {word} " in words for word in row["words"]):
            return str(row["name"])
    match = _NAMED.search(words)
    named = (match[1] or match[2]) if match else ""
    return "" if named in _EMPTY or named in _country_words() else named.capitalize()


class Authorities:
    """Names of the authorities of one article; "the ministry" is the one named before it."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._text = article.text
        self._sentences = {one.index: (one.start, one.end) for one in article.sentences}
        self._last = ""
        self._codes = {one.person: one.code for one in reading.offices if one.person and one.code}
        for name in reading.names:
            if name.code:
                self._codes.setdefault(name.key, name.code)
        self._told: dict[str, set[str]] = {}
        for said in reading.statements:
            for link in said.chain:
                code = country_in(link.actor) or country_in(self._before(link.actor, said.sentence))
                if code and _MINISTRY.search(ascii_fold(link.actor)):
                    self._told.setdefault(_topic(link.actor), set()).add(code)

    def named(self, text: str, said: StatementMention) -> str:
        """The name of an authority as a statement's sentence has it, or "".

        "Chinese Defence Ministry" for every spelling of it, when country and field can be told: the country
        from the name, the words before it, the speaker it speaks for, or the one such ministry of the article.
        """
        plain = re.sub(r"^[Tt]he ", "", text.strip())
        if not _MINISTRY.search(ascii_fold(plain)):
            return self._government(plain, said) if plain.islower() else plain
        topic = _topic(plain)
        if not topic and plain.islower():
            return self._last
        code = country_in(plain) or country_in(self._before(plain, said.sentence)) or self._of_speaker(said)
        told = self._told.get(topic, set())
        code = code or (min(told) if len(told) == 1 else "")
        name = f"{_adjectives()[code]} {topic} Ministry" if topic and code in _adjectives() else plain
        self._last = name
        return name

    def _government(self, plain: str, said: StatementMention) -> str:
        """A bare "government" or "police" with its country before it, or "" when that is not told."""
        code = country_in(self._before(plain, said.sentence)) or self._of_speaker(said)
        return f"{_adjectives()[code]} {plain}" if code in _adjectives() else ""

    def _before(self, name: str, sentence: int) -> str:
        """The words of a sentence right before a name."""
        first, end = self._sentences.get(sentence, (0, 0))
        at = self._text.find(name, first, end)
        return self._text[max(first, at - _BEFORE) : at] if at >= 0 else ""

    def _of_speaker(self, said: StatementMention) -> str:
        if said.speaker is None:
            return ""
        return said.speaker.country or self._codes.get(said.speaker.id, "")
