"""Names of an article: persons, organisations, places, groups, facilities and named events, by rules and lists."""

from collections import Counter
from functools import partial

from coranto.data import words
from coranto.parts import register
from coranto.reading.encoder.look import NOTHING, Sights, look
from coranto.reading.names.blended import blended
from coranto.reading.names.clusters import (
    People,
    acronyms,
    folded,
    organisation_key,
    person_key,
    place_key,
)
from coranto.reading.names.found import (
    Found,
    apart,
    is_headline,
    is_no_name,
    is_pair,
    tells_two,
    trimmed,
    without_low,
)
from coranto.reading.names.kinds import LOUD, SAYS, guess, is_acronym, is_common
from coranto.reading.names.lists import given, heads, role_words
from coranto.reading.names.places import Land, city_of, country_of, demonyms, land_of, low_places, low_words
from coranto.reading.names.runs import Piece, is_title, pieces
from coranto.reading.names.tokens import Token, Unit, units
from coranto.reading.names.weigh import weighed
from coranto.text.sentences import sentences
from coranto.types import TITLE, Article, Name, Sentence
from coranto.types.ids import digest
from coranto.types.reading import NameKind

_LISTED: dict[str, NameKind] = {
    "place": "place",
    "metonym": "place",
    "organisation": "organisation",
    "group": "group",
}
_FLOOR = 0.25
_BACKED = 0.5
_FULL = 0.6  # a person that shorter forms may be of
_HEADLINE = 3  # capital words that a person may have in a headline
_ADDRESS = frozenset("/@#._-=")
_IN_A_PLACE = frozenset(
    ("in", "from", "to", "near", "at", "around", "visit", "visiting", "via", "outside", "leaving")
)
_ROLE_PARTS = frozenset(
    ("foreign", "defence", "defense", "interior", "finance", "trade", "energy", "vice", "deputy", "prime", "chief",
     "former", "acting", "senior", "top", "state", "ministry", "army", "navy", "military", "government", "national",
     "security", "affairs", "air", "force", "first", "lady", "the", "of", "then", "staff", "armed", "forces",
     "general", "party", "opposition", "-")
)  # fmt: skip


def bare_article(text: str, title: str = "") -> Article:
    """An article of nothing but text, for the doors that take a string."""
    cut = tuple(
        Sentence(index=n, start=start, end=end, paragraph=paragraph)
        for n, (start, end, paragraph) in enumerate(sentences(text))
    )
    return Article(
        id=digest("art", title, text), page="", path="", title=title, outlet="", text=text, sentences=cut
    )


def names_in(text: str, *, model: bool = True) -> tuple[Name, ...]:
    """The names of a plain text; by rules alone without the model."""
    article = bare_article(text)
    return names(article, look(article) if model else NOTHING)


@register("reading.names.v3")
def names(article: Article, seen: Sights = NOTHING) -> tuple[Name, ...]:
    """All name mentions of the title and the sentences, in order, clustered inside the article; with what the
    encoder sees in it, where that is given."""
    cut = units(article)
    plain = [found for unit in cut if unit.plain for found in _both(article, unit, seen)]
    people = _people(plain)
    plain = [trimmed(one, people) for one in plain if not is_pair(one, people) and not tells_two(one, people)]
    people = _people(plain)
    people.learn_given()
    kinds = _majority(plain)
    short = acronyms(article.text, [_span(found) for found in plain if found.unit.sentence != TITLE])
    loud = [trimmed(found, people) for unit in cut if not unit.plain for found in _found(article, unit)]
    loud = [one for one in loud if not is_pair(one, people) and not tells_two(one, people)]
    best = _best(plain)
    found = [_settled(_backed(one, best, short), people, kinds) for one in plain]
    found = without_low(found, cut)
    found += _openers(cut, people, {one.unit.tokens[one.piece.start] for one in plain})
    found += [one for one in (_known_only(one, people, kinds) for one in loud) if one]
    found += _spotted(article, [unit for unit in cut if not unit.plain], people, kinds, found)
    codes = _codes(found, people)
    kept = sorted(
        (one for one in found if one.sure >= _FLOOR and not is_headline(one) and not is_no_name(one)), key=_order
    )
    return tuple(_name(one, people, short, codes) for one in apart(kept))


def _both(article: Article, unit: Unit, seen: Sights) -> list[Found]:
    found, sights = _found(article, unit), seen.names_of(unit)
    return found if sights is None else blended(found, unit, sights, partial(_slice, article))


def _people(found: list[Found]) -> People:
    return People(one.text for one in found if one.kind == "person" and one.sure >= _FULL)


def _order(found: Found) -> tuple[int, int]:
    return found.unit.sentence, found.unit.tokens[found.piece.start].start


def _span(found: Found) -> tuple[int, int, str]:
    tokens = found.unit.tokens
    return tokens[found.piece.start].start, tokens[found.piece.end - 1].end, found.text


def _slice(article: Article, unit: Unit, piece: Piece) -> str:
    text = article.title if unit.sentence == TITLE else article.text
    return text[unit.tokens[piece.start].start : unit.tokens[piece.end - 1].end]


def _found(article: Article, unit: Unit) -> list[Found]:
    """The names of one unit, each by itself."""
    out = _low_places(unit)
    for piece in pieces(unit):
        kind: NameKind | None
        if piece.entry is None:
            kind, sure = guess(unit.tokens, piece)
        else:
            kind, sure = _listed(unit.tokens, piece)
        kind, sure = weighed(unit.tokens, piece, kind, sure)
        if kind:
            out.append(Found(unit, piece, _slice(article, unit, piece), kind, sure))
    return out


def _low_places(unit: Unit) -> list[Found]:
    """Places that are written in lower case."""
    known, tokens = low_places(), unit.tokens
    if low_words().isdisjoint([token.text for token in tokens]):
        return []
    return [
        Found(unit, Piece(n, n + 1, None, False, False), token.text, "place", 0.8)
        for n, token in enumerate(tokens)
        if token.text in known and _stands_free(tokens, n, known[token.text])
    ]


def _stands_free(tokens: tuple[Token, ...], at: int, tied: bool) -> bool:
    """Not in an address ("news/kerala/") and, where `tied`, after a word such as "in"."""
    before = tokens[at - 1] if at else None
    if before is None or before.text in _ADDRESS:
        return not tied and before is None
    return not tied or before.low in _IN_A_PLACE


def _listed(tokens: tuple[Token, ...], piece: Piece) -> tuple[NameKind | None, float]:
    entry = piece.entry
    if entry is None or entry.kind == "demonym":
        return None, 0.0
    if entry.kind == "metonym":
        return "organisation", 0.8
    if entry.kind == "organisation" and piece.first and piece.end - piece.start == 1:
        return _LISTED[entry.kind], 0.5 if is_common(tokens[piece.start].text) else 0.95
    return _LISTED[entry.kind], 0.95


def _majority(found: list[Found]) -> dict[str, NameKind]:
    """The kind that the surer mentions of a text give it."""
    votes: dict[str, dict[NameKind, int]] = {}
    for one in found:
        given_ = votes.setdefault(one.text, {})
        given_[one.kind] = given_.get(one.kind, 0) + round(one.sure * 100) ** 2
    return {text: max(kinds, key=kinds.__getitem__) for text, kinds in votes.items()}


def _best(found: list[Found]) -> dict[str, Found]:
    """The surest mention of each text."""
    out: dict[str, Found] = {}
    for one in found:
        if one.text not in out or one.sure > out[one.text].sure:
            out[one.text] = one
    return out


def _backed(one: Found, best: dict[str, Found], short: dict[str, str]) -> Found:
    """An unsure mention with what the article says elsewhere: a surer mention, an acronym that it writes out."""
    if one.sure >= _BACKED or one.piece.entry is not None or is_common(one.text):
        return one
    if one.text.replace(".", "") in short:
        return one._replace(kind="organisation", sure=0.85)
    other = best[one.text]
    if other.sure < _BACKED or (other.kind == "person" and not is_acronym(one.text) and one.piece.first):
        return one
    return one._replace(kind=other.kind, sure=_BACKED)


def _settled(one: Found, people: People, kinds: dict[str, NameKind]) -> Found:
    """A single word takes the kind of the full name it belongs to, then what the article mostly says."""
    if one.kind == "facility" and people.full(one.text):  # "Van Dam" after "Mark van Dam"
        return one._replace(kind="person", sure=0.9)
    if one.piece.entry is not None or one.sure >= 0.8:
        return one
    if people.full(one.text) and one.kind in ("person", "place", "organisation") and one.sure < 0.74:
        return one._replace(kind="person", sure=0.9)
    if kinds.get(one.text, one.kind) != one.kind:
        return one._replace(kind=kinds[one.text])
    return one


def _known_only(one: Found, people: People, kinds: dict[str, NameKind]) -> Found | None:
    """In a headline only what lists, the body or the name's own words vouch for."""
    if one.sure == LOUD:
        return one
    if one.piece.entry is not None or one.text in kinds:
        return one._replace(kind=kinds.get(one.text, one.kind))
    if people.full(one.text):
        return one._replace(kind="person", sure=0.9)
    words = one.text.split()
    if len(words) in (2, 3) and words[0].capitalize() in given() and not is_common(words[-1]):
        return one._replace(kind="person", sure=0.7)
    if is_acronym(one.text) and not one.unit.tokens[0].text.isupper():
        return one
    if one.kind == "person" and (one.text.isupper() or len(words) > _HEADLINE):
        return None  # "RUSSIAN MEDIA LOVES MOE", "Anna Moe Sues Mayor"
    return one if one.sure >= 0.8 and len(words) > 1 and not is_common(words[0]) else None


def _spotted(
    article: Article, loud: list[Unit], people: People, kinds: dict[str, NameKind], found: list[Found]
) -> list[Found]:
    """In a headline, names of the text that capitals on both sides hide."""
    taken = {
        (one.unit.sentence, one.unit.tokens[n].start)
        for one in found
        for n in range(one.piece.start, one.piece.end)
    }
    out = []
    for unit in loud:
        at = 0
        while at < len(unit.tokens):
            step = 1
            for size in (4, 3, 2, 1) if unit.tokens[at].shape == "C" else ():
                piece = Piece(at, at + size, None, False, False)
                if piece.end > len(unit.tokens) or any(
                    (unit.sentence, token.start) in taken for token in unit.tokens[at : at + size]
                ):
                    continue
                text = _slice(article, unit, piece)
                kind: NameKind | None = "person" if people.full(text) else kinds.get(text)
                if kind and not (size == 1 and is_common(text)):
                    out.append(Found(unit, piece, text, kind, 0.8))
                    step = size
                    break
            at += step
    return out


def _openers(cut: tuple[Unit, ...], people: People, taken: set[Token]) -> list[Found]:
    """Surnames that are words too, at the head of a sentence: "Park denied it" after "Park Geun-young"."""
    out = []
    for unit in cut:
        first = unit.tokens[0] if unit.plain and len(unit.tokens) > 1 else None
        if first is None or first.shape != "C" or first in taken or not is_common(first.text):
            continue
        after = unit.tokens[1].low
        if people.full(first.text) and (after in SAYS or after.endswith("ed")):
            out.append(Found(unit, Piece(0, 1, None, False, True), first.text, "person", 0.8))
    return out


def _codes(found: list[Found], people: People) -> dict[str, str]:
    """The country of each person by what stands before the name ("Russian Defence Minister Sergei Shoigu")."""
    votes: dict[str, Counter[str]] = {}
    for one in found:
        code = _nation_before(one.unit.tokens, one.piece.start) if one.kind == "person" else ""
        if code:
            votes.setdefault(people.full(one.text) or one.text, Counter())[code] += 1
    return {full: counter.most_common(1)[0][0] for full, counter in votes.items()}


def _between(token: Token) -> bool:
    """Whether a word may stand between a nation and the person of it: roles, ranks, what makes roles longer."""
    return (
        token.shape == "s"
        or token.low in role_words()
        or token.low in _ROLE_PARTS
        or token.text in heads()
        or is_title(token)
    )


def _nation_before(tokens: tuple[Token, ...], at: int) -> str:
    stop = max(0, at - 7)
    for n in range(at - 1, stop - 1, -1):
        token = tokens[n]
        if token.shape == "p" and token.text not in "-–":
            return ""
        if token.shape == "l" and token.text not in ("of", "the", "and", "for") and not token.text.isalpha():
            return ""
        if token.text in demonyms():
            return demonyms().get(f"{tokens[n - 1].text} {token.text}" if n else "") or demonyms()[token.text]
        if token.shape == "C":
            land = _land_ending(tokens, n)
            if land and land.kind in ("country", "bloc") and n and tokens[n - 1].low == "to":
                continue  # "Norway's ambassador to Peru Anna Moe"
            if land and land.kind in ("country", "bloc"):
                known = tokens[n + 1].low in words("topic-roles") and not is_acronym(token.text)
                return "" if known else land.code
        if not _between(token) and token.low != "to":
            return ""
    return ""


def _land_ending(tokens: tuple[Token, ...], n: int) -> Land | None:
    """The land whose name, the longest one, ends with token `n`: Papua New Guinea, not Guinea."""
    for size in (4, 3, 2, 1):
        if size <= n + 1 and (land := land_of(" ".join([one.text for one in tokens[n - size + 1 : n + 1]]))):
            return land
    return None


def _name(one: Found, people: People, short: dict[str, str], codes: dict[str, str]) -> Name:
    start, end, _ = _span(one)
    full, key, code = one.text, "", one.piece.entry.code if one.piece.entry else ""
    sector = one.piece.entry.sector if one.piece.entry else ()
    if one.kind == "person":
        full = people.full(one.text) or one.text
        key, code = person_key(full), codes.get(full, "")
    elif one.kind in ("place", "facility"):
        usual = one.text.title() if one.text.islower() else one.text
        city = city_of(usual) if not code else None
        key, code = place_key(usual), code or (city.code if city else country_of(usual))
    else:
        full, code, sector = _organisation(one.text, short, code, sector)
        if (not code and "GOV" in sector) or "MIL" in sector or "LEG" in sector:
            code = code or _nation_before(one.unit.tokens, one.piece.start)
        key = organisation_key(full, code) if one.kind == "organisation" else folded(full)
    return Name(
        sentence=one.unit.sentence, start=start, end=end, text=one.text, kind=one.kind, key=key or folded(full),
        full=full, code=code, sector=sector, confidence=round(one.sure, 2),
    )  # fmt: skip


def _organisation(
    text: str, short: dict[str, str], code: str, sector: tuple[str, ...]
) -> tuple[str, str, tuple[str, ...]]:
    """Fullest form, country and sectors of an organisation."""
    full = short.get(text.replace(".", ""), text)
    land = land_of(text)
    if land and land.kind == "bloc":
        full = land.name
    words = full.replace("’", "'").replace("'s ", " ").split()
    if not code:
        code = next((c for c in (_nation(word) for word in words) if c), "")
    if not sector:
        sector = next((heads()[h] for h in _tails(words) if h in heads()), ())
    return full, code, sector


def _nation(word: str) -> str:
    land = land_of(word)
    return land.code if land and land.kind in ("demonym", "country", "bloc", "capital") else ""


def _tails(words: list[str]) -> list[str]:
    """Endings of a name, longest first; then what stands before "of", longest first; then its first word."""
    at = next((n for n, word in enumerate(words) if word in ("of", "for")), len(words))
    tails = [" ".join(words[n:]) for n in range(len(words))]
    return tails + [" ".join(words[n:at]) for n in range(at)] if at < len(words) else tails
