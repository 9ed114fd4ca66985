"""Who held an office at a date: roles without a name looked up in article, story, storyline, then archive."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coranto.record.bearers import Cast
from coranto.record.names import role_key, role_within, same_role
from coranto.record.source import Source, published
from coranto.types import OfficeMention

REACH = 400
"""How many days a printed office is taken to go on holding, before and after, outside its storyline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """One time an article says that a person holds an office."""

    person: str
    role: frozenset[str]
    code: str
    title: str
    source: Source
    day: date | None


class Holders:
    """All offices that the sources print with a name."""

    def __init__(self, found: Cast) -> None:
        self.spells: dict[str, list[Spell]] = defaultdict(list)
        for key in sorted(found.members):
            code = found.code(key)
            for bearer in found.members[key]:
                for office in bearer.offices:
                    if office.person and office.status not in ("former", "designate"):
                        spell = _spell(key, office, bearer.source, code)
                        self.spells[spell.code].append(spell)

    def holder(self, source: Source, office: OfficeMention) -> tuple[str, str]:
        """The person key that a role without a name stands for and the level it was found at, or empty strings."""
        role = role_key(office.title)
        if not role or not office.code:
            return "", ""
        spells = [spell for spell in self.spells.get(office.code, ()) if role_within(role, spell.role)]
        for level, near in _levels(source, spells):
            exact = {spell.person for spell in near if same_role(spell.role, role)}
            loose = {spell.person for spell in near}
            for people in (exact, loose if level in ("article", "story") else set()):
                if len(people) == 1:
                    return people.pop(), level
                if people and level == "article":
                    return "", ""
        return "", ""


def _spell(person: str, office: OfficeMention, source: Source, code: str) -> Spell:
    days = published(source)
    return Spell(
        person=person, role=role_key(office.title), code=office.code or code, title=office.title, source=source,
        day=days.start if days else None,
    )  # fmt: skip


def _levels(source: Source, spells: Sequence[Spell]) -> list[tuple[str, list[Spell]]]:
    mine = source.article.id
    days = published(source)
    at = days.start if days else None
    return [
        ("article", [spell for spell in spells if spell.source.article.id == mine]),
        ("story", [spell for spell in spells if source.story and spell.source.story == source.story]),
        ("storyline", [s for s in spells if source.storyline and s.source.storyline == source.storyline]),
        ("archive", [s for s in spells if at and s.day and abs((s.day - at).days) <= REACH]),
    ]
