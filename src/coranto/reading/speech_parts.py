"""Around a cue: its subject, its auxiliaries, whom it addresses, and where clauses begin and end."""

from typing import NamedTuple

from coranto.reading.name_tokens import Token
from coranto.reading.speech_cues import word_set

AUX = word_set("aux")
BE = word_set("be")
DETERMINERS = word_set("determiners")
PREPOSITIONS = word_set("prepositions")
BREAKS = word_set("breaks")
PRONOUNS = word_set("pronouns")
_CLOSERS = frozenset('”"»’')
_HARD = frozenset((";", ":", "—", "–", "(", ")", "“", "”", '"', "«", "»", "..."))
_RELATIVE = frozenset(("who", "which"))
_LINKING = frozenset(("who", "which", "whose", "where"))


class Clause(NamedTuple):
    """A subject and its verb group: tokens `subject[0]..subject[1]` (empty when elided), verb group start."""

    subject: tuple[int, int]
    verb: int


def verb_start(tokens: tuple[Token, ...], cue: int, floor: int) -> int:
    """Where the verb group of a cue begins: auxiliaries and adverbs before it belong to it."""
    at = cue
    while at > floor and (tokens[at - 1].text.lower() in AUX or _adverb(tokens[at - 1])):
        at -= 1
    return at


def _adverb(token: Token) -> bool:
    return (
        token.shape == "l"
        and token.text.endswith("ly")
        and len(token.text) > 4
        and token.text not in ("family", "ally")
    )


def subject_before(tokens: tuple[Token, ...], verb: int, floor: int) -> tuple[int, int]:
    """The noun phrase that ends right before `verb`, appositions included; empty (verb, verb) when none.

    "Zhang Youxia, vice chairman of the commission, said" gives all up to the second comma.
    """
    stop = verb
    if stop > floor and tokens[stop - 1].text == ",":
        return _apposed(tokens, stop, floor)
    if stop > floor + 1 and tokens[stop - 1].text in _RELATIVE and tokens[stop - 2].shape in "lCs,p":
        return stop - 1, stop
    start = _phrase_start(tokens, stop, floor)
    return _trimmed(tokens, start, stop)


def opening_subject(tokens: tuple[Token, ...], before: int) -> tuple[int, int]:
    """The noun phrase that opens a sentence, up to its first verb as far as auxiliaries and -ed endings show it."""
    at = 0
    if tokens and tokens[0].text.lower() in PREPOSITIONS:
        at = next((n + 1 for n in range(min(len(tokens), 15)) if tokens[n].text == ","), 0)
    stop = at
    while (
        stop < min(before, at + 12)
        and tokens[stop].text.lower() not in AUX
        and not tokens[stop].text.endswith("ed")
    ):
        if tokens[stop].text in _HARD or tokens[stop].text == ",":
            break
        stop += 1
    return at, stop


def _apposed(tokens: tuple[Token, ...], verb: int, floor: int) -> tuple[int, int]:
    at = verb - 2
    while at > floor and tokens[at].text != ",":
        if tokens[at].text in _HARD:
            return verb, verb
        at -= 1
    if at <= floor or verb - at > 40:
        return verb, verb
    start, stop = _trimmed(tokens, _phrase_start(tokens, at, floor), at)
    if start == stop:
        return verb, verb
    short = verb - 1 - at <= 4 and tokens[at + 1].text.lower() in (
        "however",
        "meanwhile",
        "though",
        "for",
        "too",
        "in",
    )
    return (start, stop) if short or tokens[at + 1].text in _LINKING else (start, verb - 1)


def _phrase_start(tokens: tuple[Token, ...], stop: int, floor: int) -> int:
    at = stop
    while at > floor:
        token = tokens[at - 1]
        word = token.text.lower()
        if (
            token.text in _HARD
            or token.text == ","
            or word in BREAKS
            or (word in ("and", "or") and _new_clause(tokens, at))
        ):
            break
        at -= 1
    return at


def _new_clause(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "and" before token `at` links clauses: a pronoun follows it, or a comma stands before it."""
    return tokens[at].text.lower() in PRONOUNS or (at >= 2 and tokens[at - 2].text == ",") or at < 2


def _trimmed(tokens: tuple[Token, ...], start: int, stop: int) -> tuple[int, int]:
    """Without adverbs and prepositional openings ("On Monday the minister")."""
    while start < stop and (
        tokens[start].text.lower() in AUX or tokens[start].text.lower() in ("and", "but", "yet")
    ):
        start += 1
    if start < stop and tokens[start].text.lower() in PREPOSITIONS:
        start = _after_preposition(tokens, start, stop)
    if stop - start > 1 and tokens[stop - 1].text.lower() in PRONOUNS:
        start = stop - 1
    return (start, stop) if start < stop <= start + 30 else (stop, stop)


def _after_preposition(tokens: tuple[Token, ...], start: int, stop: int) -> int:
    for at in range(start + 2, stop):
        word, before = tokens[at].text.lower(), tokens[at - 1].text.lower()
        opens = word in DETERMINERS or word in PRONOUNS or (tokens[at].shape == "C" and tokens[at - 1].shape != "C")
        if opens and before not in PREPOSITIONS and before not in DETERMINERS:
            return at
    return stop


def subject_after(tokens: tuple[Token, ...], at: int, stop: int) -> tuple[int, int]:
    """The noun phrase that follows an inverted cue ('"...," said the minister in Rome')."""
    end = at
    while end < stop and end - at < 25:
        word = tokens[end].text.lower()
        if tokens[end].text in _HARD or tokens[end].text in ".?!," or word in BREAKS:
            break
        if end > at and word in PREPOSITIONS and word not in ("of", "for", "at", "with", "from"):
            break
        end += 1
    if end < stop and tokens[end].text == "," and end + 1 < stop and _role_follows(tokens, end + 1):
        more = end + 1
        while more < stop and tokens[more].text not in ",." and tokens[more].text not in _HARD and more - end < 20:
            more += 1
        end = more
    return at, end


def _role_follows(tokens: tuple[Token, ...], at: int) -> bool:
    word = tokens[at].text.lower()
    return word in (
        "a",
        "an",
        "the",
        "who",
        "president",
        "director",
        "head",
        "chief",
        "chairman",
        "founder",
        "professor",
    )


def closes_quote(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the token before `at` is a closing quotation mark (perhaps after a comma)."""
    return at > 0 and (tokens[at - 1].text in _CLOSERS or tokens[at - 1].text == "''")
