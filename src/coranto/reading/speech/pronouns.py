"""Pronouns and short descriptions in the speaker's place, by rules."""

from coranto.types import Name, Speaker

HE = frozenset(("he", "him", "his"))
SHE = frozenset(("she", "her", "hers"))
THEY = frozenset(("they", "them", "their", "we"))
IT = frozenset(("it", "its"))
_MALE = frozenset(("mr", "mr.", "president xi", "sir", "king", "prince", "lord"))
SAME = HE | SHE | THEY | IT | {"i"}
ALL = HE | SHE | THEY | IT | {"i", "you", "who"}


class Gender:
    """What pronouns the article uses for whom; learned as speakers are resolved."""

    def __init__(self) -> None:
        """Nothing is known at first."""
        self.of: dict[str, str] = {}

    def fits(self, key: str, pronoun: str) -> bool:
        """Whether the bearer has not been called by the other pronoun."""
        return self.of.get(key, pronoun) == pronoun

    def learn(self, key: str, pronoun: str) -> None:
        """Keeps the first pronoun used for a bearer."""
        self.of.setdefault(key, pronoun)


def resolve(
    word: str, at: tuple[int, int], names: list[Name], last: list[Speaker], gender: Gender
) -> Speaker | None:
    """The bearer of a pronoun: the previous statement's speaker where it fits, else the nearest fitting name.

    `at` is the sentence and offset of the pronoun; `names` are those of the article in order; `last` the
    speakers so far.
    """
    word = word.lower()
    if word in HE | SHE:
        kind = "he" if word in HE else "she"
        for speaker in reversed(last[-3:]):
            if speaker.id and speaker.via in ("named", "office", "pronoun") and gender.fits(speaker.id, kind):
                gender.learn(speaker.id, kind)
                return speaker
        return _nearest(names, at, ("person",), gender, kind)
    if word in IT | THEY:
        for speaker in reversed(last[-2:]):
            if speaker.via in ("organisation", "metonym", "unnamed"):
                return speaker
        return _nearest(names, at, ("organisation",), gender, "it")
    return None


def _nearest(
    names: list[Name], at: tuple[int, int], kinds: tuple[str, ...], gender: Gender, pronoun: str
) -> Speaker | None:
    """The first name of the nearest sentence that has a fitting one: subjects stand first."""
    before = [n for n in names if (n.sentence, n.start) < at and n.kind in kinds and gender.fits(n.key, pronoun)]
    if not before:
        return None
    sentence = before[-1].sentence
    name = next(n for n in before if n.sentence == sentence)
    if at[0] - sentence > 3:
        return None
    return Speaker(name=name.full, id=name.key, country=name.code, sector=name.sector)
