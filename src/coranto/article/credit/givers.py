"""Lists of those who gave material, after a word that says so: "AFP, the Associated Press and Harbour Times"."""

import re
from collections.abc import Iterator

from coranto.article.credit.leads import phrases_of
from coranto.article.credit.names import Giver, Name, name_at, names_in
from coranto.article.lang import function_words
from coranto.article.outlet import by_name

_JOIN = re.compile(
    r"(?:[\s,;/&+|·:：*_\"“”'’«»‘(-]|\b(?:and|the|The|und|der|die|das|et|de|du|la|le|les|y|e|da|do|das|dos|o|og|och|ja|i|a|и|та|ve|dan|l)\b['’]?){0,12}"
)
_ASIDE = re.compile(r"[a-zäöü]{2,4}/|[\w-]{1,40}\.(?:com|net|org|[a-z]{2})\b(?![.\w])[\s,/]*")
"""Initials of a writer and hosts, which stand in lists of sources and are passed over."""
_RUN = re.compile(
    r"(?:[Tt]he\s)?[^\W\d_a-zß-ÿ][\w'’&.!-]{0,24}(?:\s(?:of\s|the\s)?[^\W\d_a-zß-ÿ][\w'’&.!-]{0,24}){0,5}"
)
_FAR = 160
_SHORT = 4
ALL: tuple[Giver, ...] = ("agency", "office")


def giver_at(text: str, at: int, stop: int, givers: tuple[Giver, ...]) -> Name | None:
    """The agency, office or known outlet whose name begins at `at`."""
    known = name_at(text, at, givers)
    run = _RUN.match(text, at, min(stop, at + _FAR))
    if run is None:
        return known if known is not None and known.end <= stop else None
    ends = _word_ends(run)
    for end in ends:
        if known is not None and end <= known.end:
            break
        if not _whole(run[0], end - at):
            continue
        end -= len(text[at:end]) - len(text[at:end].rstrip(" .’'"))
        outlet = _outlet(text, at, end)
        if outlet is not None:
            return outlet
    return known if known is not None and known.end <= stop else None


def _whole(run: str, size: int) -> bool:
    """Whether an outlet's name may end there: the next word is no part of a longer name ("The Hill Post")."""
    after = run[size:].split()
    return not after or after[0].strip(".,:").lower() in phrases_of("after", "words")


def _outlet(text: str, at: int, end: int) -> Name | None:
    """The known outlet of a name or of its possessive ("CNN's")."""
    named = text[at:end]
    bare = re.sub(r"['’]s?$", "", named)
    row = by_name(bare)
    small = " " not in bare and (bare.lower() in function_words() or (len(bare) < _SHORT and not bare.isupper()))
    return Name(row.name, "agency", at, at + len(bare)) if row.name and not small else None


def listed(text: str, at: int, stop: int, givers: tuple[Giver, ...] = ("agency",)) -> tuple[list[Name], int]:
    """The names of a list that begins at `at`, and where it ends; words that name nobody end it."""
    found: list[Name] = []
    end = at
    while at < stop:
        join = _JOIN.match(text, at, stop)
        at = join.end() if join else at
        one = giver_at(text, at, stop, givers)
        aside = _ASIDE.match(text, at, stop) if one is None else None
        if aside is not None:
            at = aside.end()
            continue
        if one is None:
            break
        found.append(one)
        at = end = one.end
    return found, end


def loosely(text: str, at: int, stop: int, givers: tuple[Giver, ...] = ("agency",)) -> Iterator[Name]:
    """The names in a list of persons and places too: all agencies, and outlets at the heads of its parts."""
    agencies = list(names_in(text, at, stop, givers))
    yield from agencies
    for head in re.finditer(r"(?:^|[,;/&]|\band\b)\s*", text[at:stop]):
        begin = at + head.end()
        if any(one.start <= begin < one.end for one in agencies):
            continue
        run = _RUN.match(text, begin, stop)
        for end in _word_ends(run) if run else ():
            outlet = _outlet(text, begin, end)
            if outlet is not None and not any(
                one.start < outlet.end and outlet.start < one.end for one in agencies
            ):
                yield outlet
                break


def _word_ends(run: re.Match[str]) -> list[int]:
    """Where the words of a run end, the last first."""
    return [run.end(), *reversed([run.start() + m.start() for m in re.finditer(r"\s", run[0])])]
