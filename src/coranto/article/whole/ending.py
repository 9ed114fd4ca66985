"""How a text ends: in a closed sentence, in the middle of one, in dots, in a quotation that nobody closes."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from coranto.article.lang import function_words
from coranto.data import rows
from coranto.data import words as given_names
from coranto.text.normal import straight
from coranto.text.tokens import count, words

State = Literal["closed", "open", "joint", "dots", "quote", "colon", "label"]
CLOSERS = "\"'”’»“«›‹„)\\]」』）】*_\u200b\u00a0 "
_DOTS = re.compile(rf"(?:…|\.\.\.|\. \. \.|\[…\]|\[\.\.\.\]|\(…\)|\(\.\.\.\))[{CLOSERS}]*$")
_CLOSED = re.compile(rf"[.!?。！？؟।։።။۔;；]\d{{0,2}}[{CLOSERS}]*(?:[(\[/【（][^()\n]{{1,60}}[)\]/】）]\.?)?$")
_SIGNED = re.compile(
    rf"[.!?][{CLOSERS}]*[-–—~] ?[^\W\d_](?:[A-Z]\.|[^.!?\n]){{1,80}}$|[.!?][{CLOSERS}]+[A-ZÀ-Þ]{{3,}}$"
)
_NAMED = re.compile(rf"[.!?][{CLOSERS}]+([^\W\d_]+)(?: [A-ZÀ-Þ][\w.'’-]*){{0,2}}$")
_ENCLOSED = re.compile(r"[)\]”»’\"“」』）】]\.?$")
_COLON = re.compile(rf"[:：][{CLOSERS}]*$")
_JOINT = re.compile(r"(?:[,،、，(\[„«–—/&+-])$")
_BULLET = re.compile(r"^(?:[-–—•*·▪►▶‣]|\d{1,2}[.)])\s")
_LABEL = re.compile(r"^[-–—•*#(\[/|►▶]|[|•·]|\d{4}$|[:/] ?\S{1,40}$")
_ADDRESS = re.compile(r"(?:https?://|www\.|\w@\w|\w\.\w{2,4}/)\S*$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_NO_STOPS = frozenset({"th", "lo", "km", "my"})
_FEW = 6
_GREETING = 4
_PIECE = 2
_TAIL = 600
_SPAN = 200
_EMOJI = re.compile(r"[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\s]+$")
_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ("»", "«"), ("「", "」"), ("『", "』"))
_TURNED = {("“", "”"): "„", ("«", "»"): "»", ("»", "«"): "«"}
"""A pair is not meant where this sign comes first: the signs of other languages stand the other way round."""


@cache
def _joints(lang: str) -> frozenset[str]:
    """The function words of a language: hardly a sentence ends in one."""
    return frozenset(word for row in rows("languages") if row["code"] == lang for word in row["words"])


def state(text: str, lang: str = "") -> State:
    """How a paragraph ends; `label` where it is no sentence at all (a name, an address, a headline)."""
    text = _EMOJI.sub(".", text.strip())
    if not text or lang in _NO_STOPS:
        return "label"
    if _DOTS.search(text[-40:]):
        return "dots"
    if _CLOSED.search(text[-80:]):
        return "quote" if unclosed(text) else "closed"
    if _SIGNED.search(text[-80:]) or _is_named(text[-80:]):
        return "closed"
    if _COLON.search(text[-12:]):
        return "colon"
    if _ADDRESS.search(text[-_SPAN:]):
        return "label"
    last = _LAST_WORD.search(straight(text[-40:]).casefold())
    joint = last is not None and last[0] in _joints(lang)
    if (joint or _JOINT.search(text[-4:])) and count(text[-_TAIL:]) >= (_FEW if joint else _GREETING):
        return "joint"
    if _ENCLOSED.search(text[-3:]):
        return "closed"
    return "label" if is_label(text[-_TAIL:] if len(text) > _TAIL else text) else "open"


def _is_named(tail: str) -> bool:
    """Whether a closed sentence is followed by the name of its writer."""
    found = _NAMED.search(tail)
    return found is not None and found[1] in given_names("given")


def unclosed(text: str) -> bool:
    """Whether a paragraph opens a quotation of more than a few words that it doesn't close."""
    for left, right in _PAIRS:
        at, turned = text.rfind(left), text.find(_TURNED.get((left, right), "\n"))
        if 0 <= turned < text.find(left):
            continue
        ends = text.rfind('"') if right != '"' else -1
        if at >= 0 and text.rfind(right) < at and ends < at and len(text) - at > _FEW * _FEW:
            return True
    return False


def is_label(text: str) -> bool:
    """Whether a line without a full stop is a name, an address, a signature or a headline."""
    text = _BULLET.sub("", text)
    size = count(text)
    if (size < _FEW and not _hangs(text)) or (size < 2 * _FEW and _LABEL.search(text)) or _ADDRESS.search(text):
        return True
    if sum(word[0].isdigit() for word in words(text)) >= 0.3 * size:
        return True
    own = [word for word in words(text) if word.casefold() not in function_words() and word[0].isalpha()]
    return sum(word[0].isupper() for word in own) >= 0.8 * len(own)


def is_part_of_word(text: str, others: str) -> bool:
    """Whether a text ends inside a word: in letters that are no word of the page's, nor of the language's common
    ones, while one of those begins with them."""
    last = _LAST_WORD.search(text)
    if last is None or not last.start() or not last[0][-1].islower():
        return False
    part = last[0].casefold()
    known = {word.casefold() for word in words(others)} | given_names("common")
    known = {word for word in known if len(word) > _PIECE} | function_words()
    return part not in known and any(word.startswith(part) for word in known)


def _hangs(text: str) -> bool:
    """Whether a few words are the beginning of a sentence and no name: two of them are function words."""
    found = words(text)
    return sum(word.casefold() in function_words() for word in found) >= 2 and found[-1][0].islower()


def mostly_closed(paragraphs: Sequence[str], lang: str = "") -> bool:
    """Whether the paragraphs of a text, but for the last, are as a rule sentences with an end; where the last is an
    item of a list, whether its other items are."""
    items = [text for text in paragraphs[:-1] if _BULLET.match(text)] if _BULLET.match(paragraphs[-1]) else []
    found = [state(text, lang) for text in (items or paragraphs[:-1])[-40:] if count(text) >= _FEW]
    return sum(one in ("closed", "quote", "dots", "colon") for one in found) >= 0.7 * len(found)


def last_of(paragraphs: Sequence[str], lang: str) -> tuple[str, State]:
    """The last paragraph that is no label behind the text, and how it ends; what labels follow announced them."""
    for back, text in enumerate(reversed(paragraphs[-4:])):
        found = state(text, lang)
        if found != "label":
            return text, "closed" if found == "colon" and back else found
    return paragraphs[-1], "label"
