"""Numbers as news text writes them: digits with separators, words, ordinals, Roman numerals."""

import re
from functools import cache

from coranto.data import rows

_DIGITS = re.compile(r"(\d[\d,]{0,24}(?:\.\d{1,12})?)(?: ?(\d)/(\d))?$")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)$")
_ROMAN = re.compile(r"(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SPLIT = re.compile(r"[\s-]+")


@cache
def number_words(kind: str) -> dict[str, int]:
    """The number words of one kind (`one`, `ten`, `scale`, `short`, `ordinal`) with their values."""
    return {row["word"]: row["value"] for row in rows("numbers") if row["kind"] == kind}


def number(text: str) -> float | None:
    """What a lower-case number says (`1,800`, `2 1/2`, `twenty-five`, `two dozen`, `half a million`), or None."""
    digits = _DIGITS.match(text)
    if digits:
        whole = float(digits.group(1).replace(",", ""))
        if digits.group(2) and digits.group(3) != "0":
            return whole + int(digits.group(2)) / int(digits.group(3))
        return whole
    return _spelled(_SPLIT.split(text.strip())[:12])


def _spelled(parts: list[str]) -> float | None:
    total, current, seen = 0.0, 0.0, False
    for part in parts:
        if part in ("a", "an", "and", "of", "couple") and part != "couple":
            continue
        step = _step(part, current)
        if step is None:
            return None
        seen = True
        current = step
        if part in number_words("scale") and step >= 1000:
            total, current = total + current, 0.0
    return total + current if seen else None


def _step(part: str, current: float) -> float | None:
    if part == "half":
        return 0.5 if current == 0 else current + 0.5
    if part == "couple":
        return 2.0
    if part in number_words("scale"):
        return (current or 1.0) * number_words("scale")[part]
    digits = _DIGITS.match(part)
    if digits:
        return current + float(digits.group(1).replace(",", ""))
    value = number_words("one").get(part, number_words("ten").get(part))
    return None if value is None else current + value


def ordinal(text: str) -> int:
    """The place that an ordinal names: `22nd`, `twenty-second`, `XIX`; 0 when the text is none."""
    digits = _ORDINAL.match(text.lower())
    if digits:
        return int(digits.group(1))
    *tens, last = text.lower().split("-")
    words = number_words("ordinal")
    if last in words:
        return words[last] + (number_words("ten").get(tens[0], 0) if tens else 0)
    roman = _ROMAN.match(text)
    return _roman(text) if roman else 0


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
