"""Names in bylines: cleaned of what is no name, split where several stand together, never invented."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from coranto.article.outlet import by_name
from coranto.data import rows, words
from coranto.text.normal import ascii_fold, squeeze
from coranto.types import Byline
from coranto.types.article import Role

_BY = re.compile(
    r"^(?:(?:written|posted|reported|published|story|text|words|analysis|opinion|interview)\s+)?"
    r"(?:by|von|par|por|di|de|da|av|af|door|fra|autor(?:in)?|author|reporter|redaktion)\s*[:\s]\s*(?=\S)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:by|von|par|por|di|de|av|af|door)\s*[:;]\s*", re.IGNORECASE)
_MAIL = re.compile(r"\S{1,80}@\S{1,80}")
_LINK = re.compile(r"(?:https?:)?//\S{1,400}", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,400}>")
_TAIL = re.compile(r"\s*(?:[|•·/]|\s[-–—]\s|\bfor\s|\bin\s(?=[A-Z])|\().*$")
_AND = re.compile(r"\s+(?:and|und|et|y|e|og|och|en|i|&|with|mit)\s+|\s*[;&]\s*|\s+\|\s+")
# between two names of persons, not inside "dpa/afp"
_SLASH = re.compile(r"(?<=[^\W\d_]{3})\s?/\s?(?=[^\W\d_]{3,20}\s[^\W\d_])")
_URL = re.compile(r"https?:|www\.|\.(?:com|org|net)\b|\w\.\w+\.\w|[@<>{}=#]|\d{3}|\d\s|\d:\d", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_ACRONYM = re.compile(r"^[A-Z]{2,6}(?:/[A-Z]{2,6})?$|^(?:dpa|afp|apa|sda|epd|kna|ansa|efe|tass|ptk)$")
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,8}")
# the name of an account: lower case with a hyphen or digits in it
_ACCOUNT = re.compile(r"[a-z]-[a-z]|\d")
_ACCOUNTS = frozenset(("admin", "administrator", "webmaster", "wordpress"))
_PLAIN = re.compile(r"[\w .,'’‘´`\-‐‑·]+")
_MAX_WORDS = 7
_MAX_TEXT = 400


def bylines(raw: Iterable[tuple[str, bool]], outlet: str, own: bool = False) -> tuple[Byline, ...]:
    """The makers that author fields name, `(words, is an organisation)` each, in order, each once.

    Words that are no name (an address, a role, `admin`) give none. The outlet itself gives none, or with `own` an
    organisation.
    """
    found: dict[str, Byline] = {}
    for text, organisation in raw:
        for name, role in _split(squeeze(_TAG.sub(" ", text))[:_MAX_TEXT]):
            key = ascii_fold(name)
            ours = is_own(name, outlet)
            group = organisation or (ours and not _given(name)) or is_organisation(name)
            if not name or key in found or _no_name(name, key) or (not group and _is_account(name)):
                continue
            if own or not ours:
                found[key] = Byline(name=name, role="organisation" if group else role)
    return tuple(found.values())[:20]


def printed(parts: Iterable[str], outlet: str) -> tuple[Byline, ...]:
    """The persons of a byline as it stands on the page, `parts` being its pieces of text.

    Stricter than `bylines`: a page says many things beside an author's name, so only two to five
    capitalised words without a role or a section among them count.
    """
    text = " ; ".join(parts)
    found = bylines([(_LEADING.sub("", text), False)], outlet)
    return tuple(one for one in found if one.role != "organisation" and like_person(one.name))


def like_person(name: str) -> bool:
    """Whether a name is formed like a person's: two to five capitalised words that names have, or one in a script
    that writes names without a blank."""
    if _UNSPACED.fullmatch(name.replace(" ", "")):
        return True
    parts = name.split()
    if not 2 <= len(parts) <= 5 or not _capital(name) or not _PLAIN.fullmatch(name) or any(map(str.isdigit, name)):
        return False
    return parts[0] in words("given") or not any(_common(ascii_fold(part).strip(".,")) for part in parts)


def _given(name: str) -> bool:
    """Whether a name begins with a given name, as that of a person's own site does."""
    return len(name.split()) > 1 and name.split()[0] in words("given")


def _common(word: str) -> bool:
    return word in _not_name() or (len(word) > 2 and word in words("common"))


def is_own(name: str, outlet: str) -> bool:
    """Whether a name is that of the outlet itself, or of its account or desk."""
    ours, key = _letters(outlet.partition(".")[0]), _letters(name)
    if not ours or not key:
        return False
    begins = (len(ours) > 2 and key.startswith(ours)) or (len(key) > 4 and ours.startswith(key))
    short = name.isupper() and name == outlet.partition(" ")[0]
    return begins or short or key == ours or by_name(name).name == outlet


def _letters(name: str) -> str:
    return re.sub(r"\W", "", ascii_fold(name).removeprefix("the "))


@cache
def _not_name() -> frozenset[str]:
    return frozenset(ascii_fold(word) for row in rows("roles_byline", "not_name") for word in row["words"])


@cache
def _leads() -> tuple[re.Pattern[str], dict[str, Role]]:
    """What a role is named by before names: a pattern of all such phrases, and the role of each."""
    roles: dict[str, Role] = {lead.lower(): row["role"] for row in rows("roles_byline") for lead in row["lead"]}
    phrases = "|".join(map(re.escape, sorted(roles, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?P<lead>{phrases})(?::\s*|\s+)(?=\S)", re.IGNORECASE), roles


@cache
def _behind() -> re.Pattern[str]:
    phrases = {word for row in rows("roles_byline", "behind") for word in row["words"]}
    longest_first = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"(?:\s*(?:{longest_first})){{1,3}}$")


def is_organisation(name: str) -> bool:
    """Whether a name is that of an agency, a desk or an outlet by its words."""
    if _ACRONYM.match(name):
        return True
    return any(word.strip(".,'’") in words("html_organisations") for word in ascii_fold(name).split())


def _split(text: str) -> Iterator[tuple[str, Role]]:
    """Each name of a text with the role that the words before it give ("Editing by")."""
    for part, role in _roles(_LINK.sub("", _MAIL.sub("", text))):
        bare = _BY.sub("", part.strip(" ,;:|-–—")).strip(" ,;:|-–—")
        for piece in _AND.split(_SLASH.sub(" ; ", bare)):
            for name in _at_commas(piece) if piece else ():
                yield _bare(name), role


def _roles(text: str) -> Iterator[tuple[str, Role]]:
    pattern, roles = _leads()
    at = 0
    role: Role = "reporter"
    for found in pattern.finditer(text):
        lead = found["lead"].lower()
        # a single word is a role only where it opens the line or has a colon ("Text: Ann Lee")
        if " " not in lead and found.start() > 0 and ":" not in found[0]:
            continue
        if text[at : found.start()].strip(" ,;.:|"):
            yield text[at : found.start()], role
        at, role = found.end(), roles.get(lead, "reporter")
    yield text[at:], role


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
    return _behind().sub("", _BY.sub("", name)).strip()


def _is_account(name: str) -> bool:
    return " " not in name and name.islower() and bool(_ACCOUNT.search(name))


def _no_name(name: str, key: str) -> bool:
    if not _LETTER.search(name) or _URL.search(name) or len(name) > 60 or len(name) < 2:
        return True
    parts = key.split()
    return len(parts) > _MAX_WORDS or key in words("html_no_names") or bool(_ACCOUNTS & set(parts))
