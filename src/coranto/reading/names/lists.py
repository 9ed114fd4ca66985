"""Lists that names are recognised by, loaded once from the data rows."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from coranto.data import rows, words
from coranto.reading.names.places import lands
from coranto.reading.names.tokens import tokens


class Entry(NamedTuple):
    """What a listed phrase is: kind, country or pseudo-code, sectors."""

    kind: str
    code: str = ""
    sector: tuple[str, ...] = ()


_KIND = {
    "country": "place", "capital": "place", "region": "place", "demonym": "demonym", "people": "group",
    "metonym": "metonym", "bloc": "organisation",
}  # fmt: skip


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Listed phrases by their first token, longest first."""
    listed: dict[tuple[str, ...], Entry] = {}
    sectors = {form: tuple(row.get("sector", ())) for row in rows("blocs")
               for form in (row["name"], *row.get("names", ()), *row.get("acronyms", ()))}  # fmt: skip
    for text, land in lands().items():
        listed[_key(text)] = Entry(_KIND[land.kind], land.code, sectors.get(text, ()))
    for row in rows("organisations", "known"):
        for text in row["names"]:
            known = listed.get(_key(text))
            code = known.code if known and known.kind == "metonym" else ""
            listed[_key(text)] = Entry("organisation", code, tuple(row["sector"]))
    for row in rows("name-words"):
        for text in row["words"] if row["kind"] == "group" else ():
            listed.setdefault((text,), Entry("group"))
    for text, land in lands().items():
        if land.kind in ("country", "capital", "region") and len(text) > 3:  # "TEHRAN (Nordhav) --"
            listed.setdefault(_key(text.upper()), Entry("place", land.code, sectors.get(text, ())))
    out: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for key, entry in listed.items():
        out.setdefault(key[0], []).append((key, entry))
    return {first: tuple(sorted(found, key=_longest)) for first, found in out.items()}


def _key(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(text))


def _longest(item: tuple[tuple[str, ...], Entry]) -> int:
    return -len(item[0])


@cache
def kind_words(kind: str, where: str) -> frozenset[str]:
    """The row of `name-words` for that kind and position."""
    return frozenset(
        word for row in rows("name-words") if (row["kind"], row["where"]) == (kind, where) for word in row["words"]
    )


@cache
def heads() -> dict[str, tuple[str, ...]]:
    """Organisation head phrases with their sectors."""
    return {head: tuple(row["sector"]) for row in rows("organisations") for head in row["heads"]}


@cache
def role_words() -> frozenset[str]:
    """Single words, in lower case, that end or form a role or rank ("minister", "gen.")."""
    nouns = {_NOUN.split(noun)[0].rpartition(" ")[2] for row in rows("roles") for noun in row["nouns"]}
    ranks = {rank.rpartition(" ")[2].lower() for row in rows("ranks") for rank in row["ranks"]}
    return frozenset(nouns | ranks)


_NOUN = re.compile(r" (?:of|without|emeritus)\b")
_GRADES = frozenset(("ex", "vice", "co", "then", "deputy", "former", "under", "sub"))
_NEXT = ("-elect", "-designate")


@lru_cache(maxsize=4096)
def ungraded(word: str) -> str:
    """A role word in lower case without what a hyphen ties to it: "ex-president", "then-defence", "mayor-elect"."""
    if "-" not in word:
        return word
    for tail in _NEXT:
        word = word.removesuffix(tail)
    grade, _, rest = word.partition("-")
    return rest if grade in _GRADES and rest else word


@lru_cache(maxsize=16_384)
def is_role(text: str) -> bool:
    """Whether a role or rank ends in this word, or in a plain word or body that a hyphen ties a role to."""
    low = text.lower()
    if ungraded(low) in role_words() or low in role_words():
        return True
    body, _, role = text.rpartition("-")
    return body.isupper() and len(body) > 1 and role.lower() in role_words()


@cache
def given() -> frozenset[str]:
    """Given names."""
    return words("given")


@cache
def east_surnames() -> frozenset[str]:
    """Family names that stand first."""
    return words("surnames")


@cache
def common() -> frozenset[str]:
    """Lower-case words of running English."""
    return words("common")
