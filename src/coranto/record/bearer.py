"""One person of one article, as that article alone shows it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from coranto.record.names import name_tokens, role_key, short_of
from coranto.record.source import Source
from coranto.types import Name, OfficeMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """One person of one article, as that article alone shows it."""

    source: Source
    key: str
    full: str
    tokens: tuple[str, ...]
    code: str
    sector: tuple[str, ...]
    names: tuple[Name, ...]
    offices: tuple[OfficeMention, ...]
    spoken_for: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[frozenset[str], ...]:
        """The role keys of its offices."""
        return tuple(role_key(office.title) for office in self.offices)

    def is_meant(self, ident: str, name: str) -> bool:
        """Whether an entity or speaker of its article is this person: by key, or by name once resolved."""
        if ident == self.key:
            return True
        tokens = name_tokens(name) if ident.startswith("per-") else ()
        return bool(tokens) and (tokens == self.tokens or short_of(self.tokens, tokens))


def most(values: Iterable[str]) -> str:
    """The commonest value that is not empty, the alphabet's first among equals, or an empty string."""
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else ""
