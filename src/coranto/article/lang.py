"""The language of a text: the library's identifier, with what a page declares as evidence."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from coranto.data import rows

_SAMPLE = 900
_SURE = 0.5
_DECLARED = 4.0
_NONE = ("zxx", "und", "mul", "mis")


@cache
def function_words() -> frozenset[str]:
    """The function words of all languages that have a row."""
    return frozenset(word for row in rows("languages") for word in row["words"])


@cache
def _variants() -> dict[str, str]:
    return {code: row["code"] for row in rows("languages", "variant") for code in row["of"]}


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def identify(text: str, declared: str = "") -> str:
    """The ISO 639 code of the language most of a text is in; empty where too little tells.

    What the page declares counts a few times as much as another language of the same likelihood: enough to part
    near relatives (Norwegian and Danish), too little to turn a text that is plainly in another one; where the
    text itself is too short to tell, it is taken as it stands.
    """
    said = _folded(declared.partition("-")[0].lower())
    chances: dict[str, float] = {}
    for code, chance in _identifier().rank(_sample(text)):
        code = _folded(code)
        chances[code] = chances.get(code, 0.0) + chance
    if said in chances:
        chances[said] *= _DECLARED
    found = max(chances, key=lambda code: (chances[code], code))
    if chances[found] >= _SURE * sum(chances.values()) and found not in _NONE:
        return found
    return said if said in chances and said not in _NONE else ""


def _folded(code: str) -> str:
    return _variants().get(code, code)


def _sample(text: str) -> str:
    """Pieces from the start, the middle and the end: a text may open with a quotation or a credit in another
    language."""
    if len(text) <= _SAMPLE:
        return text
    size = _SAMPLE // 3
    middle = len(text) // 2
    return f"{text[:size]}\n{text[middle : middle + size]}\n{text[-size:]}"
