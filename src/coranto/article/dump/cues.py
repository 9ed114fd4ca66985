"""Cue rows of page furniture, matched against one line or against all lines of a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from coranto.article.dump.chars import CODE, Chars, Words, among, hash_words
from coranto.data import rows
from coranto.text.normal import straight

GROUPS = ("related", "signup", "share", "nav", "rights", "more", "member", "caption", "contact", "insert")
_READING_TIME = re.compile(
    r"^(?:reading time\W{0,3})?\d{1,3}\s?[-–]?\s?min(?:ute)?s?\.?\s(?:read|de lecture|de lectura"
    r"|di lettura|lesezeit)\b|^(?:lesezeit|temps de lecture)"
    r"|^(?:image|photo|slide|bild)\s?\d{1,3}\s?(?:of|von|/)"
)
_READING_HOLDS = ("read", "lecture", "lectura", "lettura", "lesezeit")
_READING_OPENS = ("image", "photo", "slide", "bild", "temps", "reading")
_CODE = re.compile(
    r"\{\s*[\w'\"]+\s*:|\bfunction\s*\("
    r"|\);\s*$|=\s*(?:\{|\[\])|\bvar\s\w+\s*="
)
_AGENCIES = ("ap", "afp", "reuters", "epa", "efe", "getty", "bloomberg", "xinhua", "tass", "dpa")
_AGENCY_END = re.compile(rf"(?:/|\bvia |\| )\s?(?:{'|'.join(_AGENCIES)})(?: images)?(?: photos?| images)?\)?\.?$")
_TRIM = re.compile(r"^[\W_]+|[\W_\d]+$")
_WORD = re.compile(r"[^\W_]+|©")
_OPENERS = "-–—•*·►▶>»|#([ "
_SEEN = 240


@dataclass(frozen=True, slots=True)
class Cues:
    """The groups of furniture whose phrases a line holds, and whether it ends an article."""

    groups: tuple[str, ...] = ()
    ends: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of a row; `edge`: a letter or digit may not follow where the phrase ends in one."""

    text: str
    group: str
    end: bool
    edge: bool


NONE = Cues()


@cache
def _whole() -> dict[str, str]:
    return {_fold(p): row["group"] for row in rows("furniture") if row["match"] == "whole" for p in row["phrases"]}


@cache
def _phrases(match: str) -> dict[str, tuple[_Phrase, ...]]:
    """The phrases of the rows of one match, by the first two characters ("start") or the longest word ("any")."""
    out: dict[str, list[_Phrase]] = {}
    for row in rows("furniture"):
        if row["match"] != match:
            continue
        for text in map(_fold, row["phrases"]):
            key = text[:2] if match == "start" else max(_WORD.findall(text), key=len)
            edge = match == "start" and (text[-1].isalnum() or text[-1] == "_")
            out.setdefault(key, []).append(_Phrase(text, row["group"], bool(row.get("end")), edge))
    return {key: tuple(found) for key, found in out.items()}


def _fold(text: str) -> str:
    return straight(text).casefold()


def cues(text: str) -> Cues:
    """The cue groups of one line; only its first 240 characters are looked at."""
    key = straight(text[:_SEEN]).casefold().strip()
    whole = _whole().get(_TRIM.sub("", key)) or _whole().get(key)
    groups = [whole] if whole else []
    if (not whole and _READING_TIME.match(key)) or _CODE.search(key):
        groups.append("nav")
    if len(text) < 500 and _AGENCY_END.search(key if len(text) <= _SEEN else straight(text[-40:]).casefold()):
        groups.append("caption")
    ends = False
    for phrase in _found(key):
        groups.append(phrase.group)
        ends = ends or (phrase.end and len(key) < 120 and not key.endswith("."))
    return Cues(tuple(dict.fromkeys(groups)), ends) if groups else NONE


def _found(key: str) -> list[_Phrase]:
    """The phrases that a line opens with or holds."""
    bare = key.lstrip(_OPENERS)
    out = [
        phrase
        for line in dict.fromkeys((bare, key))
        for opening in dict.fromkeys((line[:2], line[:1]))
        for phrase in _phrases("start").get(opening, ())
        if line.startswith(phrase.text) and not (phrase.edge and line[len(phrase.text) :][:1].isalnum())
    ]
    known = _phrases("any")
    for word in dict.fromkeys(_WORD.findall(key)):
        out += [phrase for phrase in known.get(word, ()) if phrase.text in key]
    return out


@cache
def _openings() -> Words:
    """The first words of phrases that open a line or are one."""
    found = (text for row in rows("furniture") if row["match"] != "any" for text in row["phrases"])
    first = (_WORD.search(text) for text in (*found, *_READING_OPENS))
    return hash_words(word[0] for word in first if word)


@cache
def _inner() -> Words:
    """A word of each phrase that a line may hold, the names of agencies, and what tells reading times."""
    found = (text for row in rows("furniture") if row["match"] == "any" for text in row["phrases"])
    words = (max(_WORD.findall(text), key=len) for text in found)
    return hash_words((*words, *_AGENCIES, *_READING_HOLDS))


def all_cues(texts: Sequence[str], chars: Chars) -> list[Cues]:
    """The cues of all lines of a page; only those are looked at that hold a word of a phrase or signs of code."""
    first = np.concatenate((chars.line[:1] >= 0, chars.line[1:] != chars.line[:-1]))
    asked = chars.per_line(among(chars.word, _inner()) | (first & among(chars.word, _openings()))) > 0
    asked |= chars.count(CODE) > 0
    return [cues(text) if ask else NONE for text, ask in zip(texts, asked.tolist(), strict=True)]
