"""People whom a text names as if it had told who they are: by a surname that nothing before it introduces."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from coranto.article.whole.sign import Sign
from coranto.data import rows, words

_NEAR = 240
_AROUND = 60
_FIRST = 2
_NAME = r"[A-ZÀ-Þ][a-zß-ÿ]{2,20}(?:-[A-ZÀ-Þ][a-zß-ÿ]{2,20})?"


@cache
def _told(lang: str) -> re.Pattern[str] | None:
    """A name alone with a verb of saying beside it, in a language that has a row."""
    row = next((one for one in rows("whole", "saying") if one["lang"] == lang), None)
    if row is None:
        return None
    verbs = "|".join(map(re.escape, row["verbs"]))
    pronouns = "|".join(map(re.escape, row["pronouns"]))
    return re.compile(
        rf"(?:(?<![\w’'-])(?P<a>{_NAME}) (?:{verbs})\b|(?<=[,”\"“»]) (?:{verbs}) (?P<b>{_NAME})(?=[.,:]))"
        rf"(?=[^\n]{{0,{_NEAR}}}?\b(?:{pronouns})\b)"
    )


def named_signs(title: str, heads: str, body: Sequence[str], lang: str) -> Iterator[Sign]:
    """A sign for the first person in the first paragraphs whom nothing introduces."""
    told = _told(lang)
    if told is None:
        return
    before = f"{title}\n{heads}\n"
    for text in body[:_FIRST]:
        for found in told.finditer(text[:2000]):
            name = found["a"] or found["b"]
            start = found.start("a") if found["a"] else found.start("b")
            if name not in before and name not in text[:start] and _is_alone(text[:start], name):
                yield Sign("named-alone", text[max(0, start - _AROUND) : found.end() + _AROUND], "text")
                return
        before += text


def _is_alone(before: str, name: str) -> bool:
    """Whether a name has no other before it (a given name, an office), and is neither a given name nor a word."""
    last = before.rstrip().rpartition(" ")[2]
    joined = last[:1].isupper() and last[-1:].isalpha()
    return not joined and name not in words("given") and name.casefold() not in words("common")
