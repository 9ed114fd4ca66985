"""The makers of an article: bylines in all their forms, with roles. Never the members of a forum."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from coranto.article.dates.find import find_dates, label_before
from coranto.data import rows
from coranto.text.normal import squeeze, straight
from coranto.types import Byline
from coranto.types.article import Role

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯҐЄІЇΑ-Ω][\w'’.-]*"
_PARTICLE = r"(?:(?:van|von|der|den|de|da|dos|del|di|la|le|el|al|bin|ibn|ten|ter|zu)[ \t]+){0,2}"
_NAME = rf"{_CAPITAL}(?:[ \t]+{_PARTICLE}{_CAPITAL}){{1,4}}"
_NAME_RE = re.compile(_NAME)
_CONTACT = re.compile(
    rf"\b(?P<role>[Rr]eporters?|[Ee]ditors?|[Tt]ranslators?"
    rf"|[Cc]orrespondents?)[ \t]+(?P<names>{_NAME}(?:[ \t]*\([^()\s]*@[^()\s]*\))?(?:(?:,[ \t]*"
    rf"|[ \t]+and[ \t]+){_NAME}(?:[ \t]*\([^()\s]*@[^()\s]*\))?){{0,4}})"
)
_MAIL = re.compile(r"\(?\b[\w.+-]{1,60}@[\w.-]{1,60}\)?")
_SPLIT = re.compile(r"\s*(?:,|;|\band\b|&|\bund\b|\bet\b|\by\b|\be\b|\bу\b|\bи\b|\bog\b|\boch\b|\ben\b|\|)\s*")
_PART = re.compile(r"\s*;\s*|(?<=[a-z]{2})\.\s+(?=[A-Z])|\s+(?=\b(?:Editing|Additional reporting|Writing) by\b)")
_LOWER_CUT = re.compile(r"\s(?:in|at|[Ff]or|on)\s(?=[A-Z])|[|•·–—(@]|\s\d|,\s(?:\d|[a-z])")
_ORGANISATION = re.compile(
    r"\b(?:News|Press|Agency|Staff|Times|Post|Reuters|AFP|AP|ANI|PTI|TASS|Xinhua|Desk|Team|Bureau|Service"
    r"|Daily|Online|Network|Agence|Agencies|Editorial|Newsroom|dpa|Media|TV|Radio|Redaktion|Redacción"
    r"|Herald|Journal|Tribune|Correspondents?|Reporters?|Editors?|Writers?)\b"
)
_HOUSE = re.compile(
    r"(?:^|[\s,–—-]+)(?:The\s)?(?:Associated Press|AP\b|AFP\b|Reuters|CNN|BBC|CBS|NBC|ABC|Fox"
    r"|Bloomberg|Washington (?:Post|Times)"
    r"|New York Times|Los Angeles Times|USA T|Staff\b"
    r"|[A-Z]\w+ (?:News|Press|Times|Post|Writer|Correspondent|Reporter|Editor)\b)"
)
_TAIL = re.compile(r"\s?\d|\s[–—-]\s|,\s")
_BESIDE = re.compile(r"\s*(?:/|\|)\s*")
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{4})(?=[A-Z])")
_SIGNED = 70
_MAX = 180


@cache
def _leads() -> tuple[tuple[re.Pattern[str], Role], ...]:
    out = []
    for row in rows("roles_byline"):
        words = "|".join(sorted(map(re.escape, row["lead"]), key=len, reverse=True))
        out.append((re.compile(rf"^[\W_]*(?:{words})(?=[\s:])[\s:]*(?P<rest>.*)$", re.IGNORECASE), row["role"]))
    return tuple(out)


@cache
def _not_name() -> frozenset[str]:
    return frozenset(word for row in rows("roles_byline", "not_name") for word in row["words"])


def is_byline(text: str) -> bool:
    """Whether a line names the makers of an article after a word such as "By" and nothing more."""
    if len(text) > _MAX or text.endswith(("?", "!")):
        return False
    return bool(_lead(text)) and any(True for _ in makers(text))


def _lead(text: str) -> tuple[str, Role] | None:
    for pattern, role in _leads():
        found = pattern.match(text)
        if found:
            return found["rest"], role
    return None


def is_date_line(text: str) -> bool:
    """Whether a line holds a date or a date label and little else."""
    if len(text) > 140:
        return False
    if not any(map(str.isdigit, text)):
        return len(text) < 30 and text[:1].isupper() and bool(label_before(text))
    found = find_dates(text)
    if not found:
        return False
    left = len(text) - sum(one.end - one.start for one in found)
    return (left <= 60 and not text.endswith((".", "?"))) or left <= 12


def is_name(text: str) -> bool:
    """Whether a text is formed like one person's name and holds no word that names don't have."""
    if len(text) > 48 or not _NAME_RE.fullmatch(text):
        return False
    words = re.findall(r"\w+", text.lower())
    return not any(word in _not_name() for word in words) and not text.isupper() and not any(map(str.isdigit, text))


def signed(text: str) -> tuple[str, ...]:
    """The people whose names are all that a line holds beside a date, their trade or an organisation."""
    if len(text) > _SIGNED or text.endswith((".", "?", "!", ":")):
        return ()
    text = _GLUED.sub(" ", text)
    cut = _TAIL.search(text)
    line = text[: cut.start()] if cut and cut.start() > 4 else text
    pieces = [part.strip() for one in _BESIDE.split(line) for part in _SPLIT.split(one) if part.strip()]
    names = [_with_trade(piece) for piece in pieces]
    known = [name for name in names if name]
    others = (piece for piece, name in zip(pieces, names, strict=True) if not name)
    return tuple(known) if all(_ORGANISATION.search(piece) for piece in others) else ()


def _with_trade(piece: str) -> str:
    """The name a piece is, or opens with before the words of a trade; else nothing."""
    if is_name(piece):
        return piece
    words = piece.split()
    named = " ".join(words[:2])
    return named if len(words) > 2 and words[-1].lower() in _trades() and is_name(named) else ""


@cache
def _trades() -> frozenset[str]:
    return frozenset(word for row in rows("roles_byline", "post") for word in row["words"])


def makers(text: str) -> Iterator[Byline]:
    """The people and organisations of one byline, contact or reporting line, in order."""
    for part in _PART.split(squeeze(straight(text[:600]).replace('"', ""))):
        contact = list(_CONTACT.finditer(part))
        lead = _lead(part)
        if lead is None and contact and ("@" in part or part.lower().startswith("contact")):
            for found in contact:
                role = _role(found["role"])
                yield from _named(found["names"], role)
        elif lead is not None:
            day = next((one.start for one in find_dates(lead[0])), 0)
            yield from _named(lead[0][:day] if day > 3 else lead[0], lead[1])


def _role(word: str) -> Role:
    low = word.lower()
    return "editor" if low.startswith("edit") else "translator" if low.startswith("transl") else "reporter"


def _named(text: str, role: Role) -> Iterator[Byline]:
    cut = _LOWER_CUT.search(_MAIL.sub("", text))
    names = _MAIL.sub("", text)
    if cut and cut.start() > 3:
        names = names[: cut.start()]
    for piece in _SPLIT.split(names):
        piece = piece.strip(" .:-–—*()[]")
        if not piece or len(piece) > 60:
            continue
        known = _ORGANISATION.search(piece)
        if known and known.start() > 3 and _person(before := _house(piece)):
            yield Byline(name=_title_case(before), role=role)
        elif known and piece[0].isalnum() and len(piece.split()) <= 5:
            yield Byline(name=re.sub(r"^[Tt]he\s+", "", piece), role="organisation")
        elif _person(piece):
            yield Byline(name=_title_case(piece), role=role)


def _house(piece: str) -> str:
    """The words before the name of the house someone writes for ("Ana Bell Associated Press")."""
    return _HOUSE.split(piece, maxsplit=1)[0].strip(" ,-–—")


def _person(piece: str) -> bool:
    if piece.isupper() and 2 <= len(piece.split()) <= 4 and piece.replace(" ", "").isalpha():
        return is_name(piece.title())
    return is_name(piece)


def _title_case(name: str) -> str:
    return name.title() if name.isupper() else name


def bylines(lines: Sequence[str], bare: Sequence[str] = ()) -> tuple[Byline, ...]:
    """The makers that byline, contact and credit lines name, without repeats; a role other than reporter
    wins. `bare` are lines beside the title that may be nothing but a name."""
    found: dict[str, Byline] = {}
    for line in lines:
        for maker in makers(line):
            known = found.get(maker.name)
            if known is None or known.role == "reporter":
                found[maker.name] = maker
    people = [maker for maker in found.values() if maker.role != "organisation"]
    if not people:
        for line in bare:
            found |= {name: Byline(name=name) for name in signed(line)}
    return tuple(found.values())
