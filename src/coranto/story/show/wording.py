"""Lists of words by which headlines and sentences are found fit to stand for a story."""

import re
from functools import cache

from coranto.data import rows
from coranto.story.stems import stems

WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]{0,600}”?|\"[^\"]{0,600}\"?|(?<!\w)[‘'][^’'\n]{2,200}[’'](?!\w)")
_VERBS = "zde"
_HELPING = frozenset((
    "is", "are", "was", "were", "be", "to", "will", "has", "have", "had", "won't", "can't", "isn't", "aren't",
    "doesn't", "didn't", "may", "might", "would",
))  # fmt: skip
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}")
_OPENING = 4
"""How many words the longest listed opening has."""


@cache
def listed(kind: str) -> frozenset[str]:
    """The words and phrases of one kind in `data/story_wording.toml`."""
    return frozenset(
        " ".join(word.split())
        for row in rows("story_wording")
        if row["kind"] == kind
        for word in str(row["words"]).split(",")
    )


def lower_words(text: str) -> list[str]:
    """The words of a text in lower case with straight apostrophes."""
    return [word.replace("’", "'").lower() for word in WORD.findall(text)]


def terms_of(text: str) -> frozenset[str]:
    """The stems of a text; of Chinese, Japanese and Korean, which have no blanks, pairs of characters."""
    pairs = {run[at : at + 2] for run in _CJK.findall(text) for at in range(len(run) - 1)}
    return frozenset(stems(_CJK.sub(" ", text))) | pairs if pairs else frozenset(stems(text))


def opens(words: list[str], kind: str) -> bool:
    """Whether the first words are a listed word or phrase of a kind."""
    known = listed(kind)
    return any(" ".join(words[:count]) in known for count in range(1, min(_OPENING, len(words)) + 1))


def outside_quotes(text: str) -> str:
    """A text with its quotations blanked, of the same length."""
    return _QUOTED.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def holds(words: list[str], kind: str) -> bool:
    """Whether a listed word or phrase of a kind stands anywhere among some words."""
    known = listed(kind)
    if not known.isdisjoint(words):
        return True
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in known if " " in phrase)


def is_verb(word: str) -> bool:
    """Whether a word can be the verb of its sentence; where nothing is known of it, by its ending."""
    if word in _HELPING or word in listed("verbs"):
        return True
    classes = _classes()
    known = classes.get(word, "")
    if known:
        return any(one in known for one in _VERBS)
    if word.endswith("ed"):
        return len(word) > 4
    bases = (word[:-1], word[:-2], f"{word[:-3]}y") if word.endswith("s") and not word.endswith("ss") else ()
    return any("b" in classes.get(base, "") for base in bases)


@cache
def _classes() -> dict[str, str]:
    return {word: str(row["class"]) for row in rows("word-classes") for word in str(row["words"]).split()}
