"""Cue rows of page furniture, matched against one line."""

import re
from dataclasses import dataclass
from functools import cache

from coranto.data import rows
from coranto.text.normal import straight

GROUPS = ("related", "signup", "share", "nav", "rights", "more", "member", "caption", "contact", "insert")
_READING_TIME = re.compile(
    r"^(?:reading time\W{0,3})?\d{1,3}\s?[-–]?\s?min(?:ute)?s?\.?\s(?:read|de lecture|de lectura"
    r"|di lettura|lesezeit)\b|^(?:lesezeit|temps de lecture)"
    r"|^(?:image|photo|slide|bild)\s?\d{1,3}\s?(?:of|von|/)"
)
_CODE = re.compile(
    r"\{\s*[\w'\"]+\s*:|\bfunction\s*\("
    r"|\);\s*$|=\s*(?:\{|\[\])|\bvar\s\w+\s*="
)
_AGENCY_END = re.compile(
    r"(?:/|\bvia |\| )\s?(?:ap|afp|reuters|epa|efe|getty(?: images)?"
    r"|bloomberg|xinhua|tass|dpa)(?: photos?| images)?\)?\.?$"
)
_TRIM = re.compile(r"^[\W_]+|[\W_\d]+$")


@dataclass(frozen=True, slots=True)
class Cues:
    """The groups of furniture whose phrases a line holds, and whether it ends an article."""

    groups: tuple[str, ...] = ()
    ends: bool = False


_NONE = Cues()


@cache
def _whole() -> dict[str, str]:
    return {p: row["group"] for row in rows("furniture") if row["match"] == "whole" for p in row["phrases"]}


@cache
def _patterns() -> tuple[tuple[str, str, bool, re.Pattern[str]], ...]:
    out = []
    for row in rows("furniture"):
        if row["match"] == "whole":
            continue
        phrases = "|".join(re.escape(p) for p in sorted(row["phrases"], key=len, reverse=True))
        edge = r"(?:(?<!\w)|(?!\w))" if row["match"] == "start" else ""
        out.append((row["group"], row["match"], bool(row.get("end")), re.compile(f"(?:{phrases}){edge}")))
    return tuple(out)


def cues(text: str) -> Cues:
    """The cue groups of one line; only its first 240 characters are looked at."""
    key = straight(text[:240]).casefold().strip()
    groups: list[str] = []
    whole = _whole().get(_TRIM.sub("", key)) or _whole().get(key)
    if whole:
        groups.append(whole)
    if not whole and _READING_TIME.match(key):
        groups.append("nav")
    if _CODE.search(key):
        groups.append("nav")
    if len(text) < 500 and _AGENCY_END.search(key if len(text) <= 240 else straight(text[-40:]).casefold()):
        groups.append("caption")
    ends = False
    bare = key.lstrip("-–—•*·►▶>»|#([ ")
    for group, match, end, pattern in _patterns():
        if group in groups and not end:
            continue
        hit = pattern.match(bare) or pattern.match(key) if match == "start" else pattern.search(key)
        if hit:
            groups.append(group)
            ends = ends or (end and len(key) < 120 and not key.endswith("."))
    return Cues(tuple(dict.fromkeys(groups)), ends) if groups else _NONE
