"""Names in bylines: cleaned of what is no name, split where several stand together, never invented."""

import re
from collections.abc import Iterable

from coranto.data import words
from coranto.text.normal import ascii_fold, squeeze
from coranto.types import Byline

_BY = re.compile(
    r"^(?:(?:written|posted|reported|published|story|text|words|analysis|opinion|interview)\s+)?"
    r"(?:by|von|par|por|di|de|da|av|af|door|fra|autor(?:in)?|author|reporter|redaktion)\s*[:\s]\s*(?=\S)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:by|von|par|por|di|de|av|af|door)\s*[:;]\s*", re.IGNORECASE)
_MAIL = re.compile(r"\S{1,80}@\S{1,80}")
_LINK = re.compile(r"(?:https?:)?//\S{1,400}", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:[|•·/]|\s[-–—]\s|\bfor\s|\bin\s(?=[A-Z])|\().*$")
_AND = re.compile(r"\s+(?:and|und|et|y|e|og|och|en|i|&|with|mit)\s+|\s*[;&]\s*|\s+\|\s+")
_URL = re.compile(r"https?:|www\.|\.(?:com|org|net)\b|\w\.\w+\.\w|[@<>{}=#]|\d{3}|\d\s|\d:\d", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_ACRONYM = re.compile(r"^[A-Z]{2,6}(?:/[A-Z]{2,6})?$|^(?:dpa|afp|apa|sda|epd|kna|ansa|efe|tass|ptk)$")
_MAX_WORDS = 7


def bylines(raw: Iterable[tuple[str, bool]], outlet: str) -> tuple[Byline, ...]:
    """The makers that author fields name, `(words, is an organisation)` each, in order, each once.

    Words that are no name (an address, a role, `admin`) give none; the outlet itself gives none.
    """
    found: dict[str, Byline] = {}
    for text, organisation in raw:
        for name in _split(squeeze(text)[:400]):
            key = ascii_fold(name)
            if name and key not in found and not _no_name(name, key, outlet):
                group = organisation or is_organisation(name)
                if not (group and _of_outlet(key, outlet)):
                    found[key] = Byline(name=name, role="organisation" if group else "reporter")
    return tuple(found.values())[:20]


def printed(parts: Iterable[str], outlet: str) -> tuple[Byline, ...]:
    """The persons of a byline as it stands on the page, `parts` being its pieces of text.

    Stricter than `bylines`: a page says many things beside an author's name, so only two to five
    capitalised words without a role among them count.
    """
    text = " ; ".join(parts)
    found = bylines([(_LEADING.sub("", text), False)], outlet)
    return tuple(one for one in found if one.role == "reporter" and _like_person(one.name))


def _like_person(name: str) -> bool:
    return 2 <= len(name.split()) <= 5 and _capital(name) and not any(c.isdigit() or c == ":" for c in name)


def _of_outlet(key: str, outlet: str) -> bool:
    ours = re.sub(r"\W", "", ascii_fold(outlet.partition(".")[0]))
    return len(ours) > 2 and re.sub(r"\W", "", key).startswith(ours)


def is_organisation(name: str) -> bool:
    """Whether a name is that of an agency, a desk or an outlet by its words."""
    if _ACRONYM.match(name):
        return True
    return any(word.strip(".,'’") in words("html_organisations") for word in ascii_fold(name).split())


def _split(text: str) -> list[str]:
    text = _BY.sub("", _LINK.sub("", _MAIL.sub("", text))).strip(" ,;:|-–—")
    parts = [part for part in _AND.split(text) if part]
    return [_bare(piece) for part in parts for piece in _at_commas(part)]


def _at_commas(part: str) -> list[str]:
    """Names between commas; what follows a name without being one (a role, a place) falls away."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if len(pieces) < 2 or all(1 < len(piece.split()) < 5 and _capital(piece) for piece in pieces):
        return pieces
    return pieces[:1]


def _capital(piece: str) -> bool:
    names = [word for word in piece.split() if _LETTER.match(word)]
    lower = [word for word in names if word[0].islower() and word not in words("html_particles")]
    return bool(names) and not lower and not any(ascii_fold(word) in words("html_roles") for word in names)


def _bare(piece: str) -> str:
    name = _TAIL.sub("", piece).strip(" .,;:|-–—'\"")
    return _BY.sub("", name).strip()


def _no_name(name: str, key: str, outlet: str) -> bool:
    if not _LETTER.search(name) or _URL.search(name) or len(name) > 60 or len(name) < 2:
        return True
    parts = key.split()
    if len(parts) > _MAX_WORDS or key in words("html_no_names"):
        return True
    return bool(outlet) and re.sub(r"\W", "", key) == re.sub(r"\W", "", ascii_fold(outlet))
