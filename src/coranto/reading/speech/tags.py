"""Word classes of a sentence, one letter per token, by a lexicon, endings and the words beside: enough to tell
verbs from nouns and where phrases end."""

from functools import cache, lru_cache

from coranto.data import rows
from coranto.reading.names.tokens import Token
from coranto.reading.speech.cues import forms, word_set

_DETERMINERS = word_set("tag_determiners")
_PRONOUNS = word_set("tag_pronouns")
_PREPOSITIONS = word_set("tag_prepositions")
_SUBORDINATORS = word_set("tag_subordinators")
_BE = word_set("tag_be")
_HAVE = word_set("tag_have")
_MODAL = word_set("tag_modal")
_CLOSED = (
    dict.fromkeys(_PREPOSITIONS, "P")
    | dict.fromkeys(_SUBORDINATORS, "S")
    | dict.fromkeys(_DETERMINERS, "D")
    | dict.fromkeys(_PRONOUNS, "O")
    | dict.fromkeys(("and", "or", "but", "nor", "&"), "C")
    | dict.fromkeys(("who", "which", "whom"), "W")
    | dict.fromkeys(_BE | _HAVE | _MODAL, "X")
    | dict.fromkeys(("not", "n't", "also", "never", "not", "however", "so", "then", "yet", "too"), "R")
    | {"to": "T", "that": "I"}
)
_MARKS = {",": ",", ".": ".", "?": ".", "!": ".", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")",
          "-": "-", "–": "-", "—": "-", "…": ".",
          "$": "#", "€": "#", "£": "#", "%": "#", "#": "#", "/": "C", "&": "C", "+": "C",
          "*": "-", "•": "-"}  # fmt: skip
_ADJECTIVE = ("ous", "ful", "ive", "al", "able", "ible", "ic", "less", "ish", "ary", "ant", "ent")
_SURE = frozenset(("says", "said", "tells", "told"))
_QUOTES = frozenset(("quotes", "cites"))
_PLURAL = word_set("plurals")
_ADVERBIAL = word_set("adverbial")
_NUMBERS = word_set("tag_numbers")


@cache
def classes() -> dict[str, str]:
    """Classes of a word, likeliest first, as `data/word-classes.toml` lists them; cue verbs added."""
    out = {word: row["class"] for row in rows("word-classes") for word in row["words"].split()}
    for first, found in forms().items():
        cue = found[-1][1]
        kind = "g" if cue.ing else "b" if first == cue.lemma.split()[0] else "z" if first.endswith("s") else "d"
        known = out.get(first)
        if known is None:
            out[first] = {"g": "g", "b": "bn", "z": "pz", "d": "de"}[kind]
        elif kind not in known and first not in _CLOSED:
            out[first] = known + kind
    return out


@lru_cache(maxsize=65_536)
def _guess(word: str) -> str:
    known = classes().get(word)
    if known:
        return known
    if word.endswith("ing"):
        return "g"
    if word.endswith("ed"):
        return "de"
    if word.endswith("ly"):
        return "r"
    if word.endswith(_ADJECTIVE):
        return "a"
    return "p" if word.endswith("s") and not word.endswith(("ss", "us", "is")) else "n"


@lru_cache(maxsize=65_536)
def _settled(word: str) -> str:
    """The class of a word that no neighbour changes; empty where one can."""
    if word in _NUMBERS:
        return "#"
    if word in _CLOSED:
        return "" if word == "her" else _CLOSED[word]
    if word in _ADVERBIAL or word in _SURE or word in _QUOTES or word == "most":
        return ""
    return {"n": "N", "p": "N", "a": "A", "r": "R"}.get(_guess(word), "")


def tags(tokens: tuple[Token, ...], plain: bool = True) -> str:
    """One letter per token; where capitals say nothing (not `plain`) listed words are read as if in lower case.

    N noun, M name, A adjective, D determiner, O pronoun, # number, V finite verb, X auxiliary, B infinitive,
    E past participle, G -ing form, R adverb, P preposition, T to, S subordinator, I that, W relative pronoun,
    C conjunction, s possessive; marks stand for themselves, quotation marks as a straight one.
    """
    out: list[str] = []
    lower = [token.low for token in tokens]
    last = len(tokens) - 1
    for at, token in enumerate(tokens):
        shape = token.shape
        if shape == "l" and (settled := _settled(token.low)):
            out.append(settled)
        elif shape == "p" and not (token.text == "," and _thousands(tokens, at)):
            out.append(_MARKS.get(token.text, '"'))
        elif shape == "s":
            out.append("X" if out and out[-1] == "O" else "s")
        elif shape in "np" or lower[at] in _NUMBERS:
            out.append("#")
        elif (
            shape in "Ci"
            and (at or lower[at] not in _CLOSED)
            and ((at and plain) or lower[at] not in classes())
            and not ((not plain or (out and out[-1] == '"')) and lower[at] in _CLOSED)
        ):
            out.append("M" if token.text != "I" else "O")
        else:
            word = lower[at]
            if word == "her" and _alone(tokens, lower, at):
                out.append("O")
                continue
            out.append(
                _CLOSED.get(word)
                or _open(word, out, lower, at, plain and at < last and tokens[at + 1].shape == "C")
            )
    return "".join(out)


def _alone(tokens: tuple[Token, ...], lower: list[str], at: int) -> bool:
    """Whether no noun follows on "her": it stands for somebody."""
    if at + 1 >= len(tokens):
        return True
    after = lower[at + 1]
    return tokens[at + 1].shape == "p" or _CLOSED.get(after, "") in tuple("TPCSIXDO")


def _thousands(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a comma stands inside a number: "1,800"."""
    if not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return before.shape == after.shape == "n" and before.end + 1 == after.start


def _open(word: str, out: list[str], lower: list[str], at: int, named: bool) -> str:
    """The class of a word of an open class from its guesses and what stands before and after."""
    kinds = _guess(word)
    back = at - 1
    while back >= 0 and out[back] == "R":
        back -= 1
    last = len(lower) - 1
    before = out[back] if back >= 0 else "."
    former = lower[back] if back >= 0 else ""
    after = lower[at + 1] if at < last else "."
    if named:
        after = "him"
    if word in _ADVERBIAL and before in "NMOWX,)" and at < last and _guess(lower[at + 1])[0] in "dez":
        return "R"
    if word in _SURE:
        return "E" if before == "X" and former not in _MODAL else "V"
    if word in _QUOTES and before in "NMA" and at < last and (after in _DETERMINERS or lower[at + 1].isalpha()):
        return "V" if after not in _PREPOSITIONS else "N"
    if "g" in kinds and kinds[0] != "g" and _opens(after):
        return "G"
    if kinds[0] in "ar" and len(kinds) == 1:
        return "A" if kinds == "a" else "R"
    if word == "most" and before in ".,;C" and (_guess(after)[0] in "dezb" or _CLOSED.get(after) == "X"):
        return "O"
    if "b" in kinds and before == "#" and _share(lower, back) and (_opens(after) or kinds[0] == "b"):
        return "V"
    if "b" in kinds:
        base = _base(kinds, before, former, after)
        if not base and before in "NM" and kinds != "n" and _opens(after) and _plural_before(out, lower, back):
            base = "V"
        if base:
            return base
    if "z" in kinds:
        if former in ("he", "she", "who", "it", "which"):
            return "V"
        if before == "M" and kinds[0] in "pz" and lower[back] != "the" and _goes_on(lower, at):
            return "V"
        if before in "NMOWI)#C," and (_opens(after) or kinds[0] == "z"):
            return "V"
        if kinds[0] == "z":
            return "V" if before not in "DAsP" else "N"
        return "N"
    if "d" in kinds or "e" in kinds:
        return _past(kinds, before, former, after)
    if kinds[0] == "g":
        return "A" if before == "D" and not _opens(after) else "G"
    return {"n": "N", "p": "N", "a": "A", "r": "R", "g": "G"}.get(kinds[0], "N")


def _goes_on(lower: list[str], at: int) -> bool:
    """Whether words follow that are no verb: "Otieno reports losses", not "Reuters reports say"."""
    after = lower[at + 1] if at + 1 < len(lower) else "."
    return after.isalpha() and _CLOSED.get(after, "") not in ("X", "C", "T") and _guess(after)[0] not in "bzd"


def _share(lower: list[str], at: int) -> bool:
    """Whether a number ends a share of people: "four in ten", "two out of three"."""
    if at < 2 or lower[at - 1] not in ("in", "of"):
        return False
    return lower[at - 2] in _NUMBERS or lower[at - 2] in ("one", "out") or lower[at - 2].isdigit()


def _plural_before(out: list[str], lower: list[str], at: int) -> bool:
    """Whether the noun phrase that ends at `at` has a plural head: "polls in New Hampshire", "files from NGP"."""
    low = max(-1, at - 8)
    while at > low and out[at] in "NMAD#":
        at -= 1
    return at > max(low, 0) and out[at] == "P" and out[at - 1] == "N" and lower[at - 1].endswith("s")


def _base(kinds: str, before: str, former: str, after: str) -> str:
    """A word that can be the base form of a verb; empty where it is read by its other classes."""
    if before == "T" and ("n" not in kinds or kinds[0] == "b" or _opens(after) or after in ("on", "for", "that")):
        return "B"
    if before == "X" and former in _MODAL:
        return "B"
    if "n" not in kinds and "a" not in kinds and "d" not in kinds:
        return "V" if before in "NMOWI,C" else "B"
    if before in "DAsP#" or before in ('"', "X"):
        return ""
    if (before == "O" and former not in ("it", "one", "him", "me", "us", "there")) or before in "WI":
        return "V"
    if before in "NM" and (former.endswith("s") or former in _PLURAL) and _opens(after):
        return "V"
    return "V" if kinds[0] == "b" and before in "NO" else ""


def _past(kinds: str, before: str, former: str, after: str) -> str:
    if before == "X":
        return "E"
    if "d" not in kinds and kinds[0] == "a":
        return "A"
    if before in "A#" and after in ("that", "to"):
        return "V"
    if before in "DA#" or (before == "s" and after not in ("that", "the", "a")):
        return "A"
    if before == "P" or (before == "S" and former in ("as", "than", "when", "if")):
        return "E"
    if after == "by" or "d" not in kinds:
        return "E"
    return "V"


def _opens(word: str) -> bool:
    """Whether an object or clause can begin with the word."""
    return (
        word in _DETERMINERS or word in _PRONOUNS or word in ("that", "to", "whether", "how", '"', "“", "''", "him")
    )
