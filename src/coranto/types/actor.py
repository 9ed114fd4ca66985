"""Who acts: an actor mention as PLOVER codes it, and the ways to write one as a code."""

from dataclasses import dataclass

SECTORS = (
    "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "REB", "UAF", "INS", "CRM", "CVL", "CIV", "ELI", "BUS",
    "MED", "EDU", "HLH", "LAB", "LEGL", "REF", "REL", "AGR", "ENV", "MNC", "NGO", "IGO", "PTY", "SOC", "UNS",
)  # fmt: skip
PSEUDO = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An actor or recipient of an event mention.

    `start` and `end` are offsets like those of a cite in the mention's sentence; `code` is an ISO 3166
    alpha-3 country or a PLOVER pseudo-code, empty when unknown; `sector` PLOVER sectors, most telling
    first; `identifier_id` the person or organisation key shared by all mentions of one name in an article
    (later the record's id), `identifier_text` its fullest form; `office` the role as reported.
    `person` says whether this is a named person.
    """

    entity_text: str
    start: int
    end: int
    code: str = ""
    sector: tuple[str, ...] = ()
    identifier_id: str = ""
    identifier_text: str = ""
    office: str = ""
    person: bool = False

    @property
    def coded(self) -> str:
        """`CHN GOV MIL`: the country, then the sectors; the identifier where nothing is coded."""
        return " ".join((self.code, *self.sector)).strip() or self.identifier_text or self.entity_text
