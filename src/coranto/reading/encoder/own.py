"""A model for names that a user names in the settings: what it sees stands in place of what the encoder sees."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from coranto.parts import register
from coranto.reading.encoder.decode import NamesSeen
from coranto.reading.encoder.folder import Classifier
from coranto.reading.encoder.look import NOTHING, Sights
from coranto.reading.encoder.pipeline import Pipeline
from coranto.reading.names.tokens import Token, Unit, units
from coranto.types import Article

PART = "reading.own.v1"
_SPACY = "spacy:"
_TRUSTED = 0.95  # what somebody chose is believed, however unsure it calls itself
_ARTICLES = frozenset(("the", "a", "an"))
_TIED = re.compile(r"\w.*-[a-z]+")  # "US-led" is no name


class NameModel(Protocol):
    """Whatever sees names in lines of words. `ident` tells it from every other."""

    ident: str

    def names(self, units: Sequence[Unit]) -> list[NamesSeen]:
        """The names of each line, in the order of its words."""
        ...


@cache
def own_model(setting: str) -> NameModel:
    """The model that `reading.names_model` names, loaded once per process. Raises `ConfigError` where it can't be
    used, `PartError` where a package for it is not installed; the message says what to do."""
    if setting.startswith(_SPACY):
        return Pipeline(setting.removeprefix(_SPACY))
    return Classifier(Path(setting).expanduser())


def own_part(setting: str) -> str:
    """The name of the part with that of the model, so that other rows come of another model."""
    return f"{PART}:{own_model(setting).ident}"


@register(PART)
def own_names(article: Article, setting: str, seen: Sights = NOTHING) -> Sights:
    """What is seen in an article, with the names of a user's model in the place of the encoder's."""
    cut = [unit for unit in units(article) if unit.tokens]
    found = own_model(setting).names(cut)
    names = [_bare(unit.tokens, one) for unit, one in zip(cut, found, strict=True)]
    return seen.with_names(cut, names)


def _bare(words: Sequence[Token], found: NamesSeen) -> NamesSeen:
    """The names without an article before them and a possessive behind, as we cut them."""
    out, chances = [], found.chances.copy()
    for one in found.spans:
        first, last = start, end = one.span
        if words[start].low in _ARTICLES and (start == 0 or words[start].shape == "l"):
            start += 1
        while start < end and words[end - 1].shape == "s":
            end -= 1
        if end == start + 1 and one.kind != "person" and _TIED.fullmatch(words[start].text):
            start = end
        chances[first:start] = chances[end:last] = 0.0
        if start < end:
            out.append(one._replace(span=(start, end), sure=max(one.sure, _TRUSTED)))
    return NamesSeen(tuple(out), chances)
