"""News media in a sentence: agencies, newspapers, broadcasters, by name, by masthead or by description."""

from functools import cache, lru_cache

from coranto.data import rows
from coranto.reading.speech.chains import carriers, written_carriers
from coranto.reading.speech.cues import word_set
from coranto.reading.speech.lines import Line
from coranto.text.normal import ascii_fold

_KINDS = word_set("media_kinds")
_LEADS = word_set("media_leads")
_ARTICLES = frozenset(("the", "a", "an", "another", "several", "some", "many"))
_OWN = frozenset(("its", "his", "her", "their", "my", "our", "your"))
_MOST = 9  # words in the name of a medium with its description


@cache
def _mastheads() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Last words of mastheads, those that are plain words too, and first words."""
    sure, weak, first = set[str](), set[str](), set[str]()
    for row in rows("mastheads"):
        (weak if row.get("weak") else sure).update(row.get("last", ()))
        first.update(row.get("first", ()))
    return frozenset(sure), frozenset(weak), frozenset(first)


@cache
def _outlets() -> frozenset[str]:
    """Names of known outlets as written."""
    names = set[str]()
    for row in rows("outlets"):
        names.update((row["name"], *row.get("aliases", ())))
    return frozenset(name.removeprefix("The ") for name in names)


@lru_cache(maxsize=4096)
def is_medium(phrase: str) -> bool:
    """Whether a phrase names or describes a news medium as such: "the newspaper Izvestia", "state television",
    "the Harbour Gazette", "TASS"; not its people ("BBC director Helen Marsh")."""
    words = phrase.replace(",", " ").split()[: _MOST + 2]
    while words and words[0].lower() in _ARTICLES:
        words = words[1:]
    if words and words[0].lower() in _OWN:
        words = words[1:] if any(word[:1].isupper() for word in words[1:]) else []
    if not words or len(words) > _MOST or words[-1].endswith(("'s", "’s")):
        return False
    return _named(words) or _described(words)


def _named(words: list[str]) -> bool:
    """Whether the last words are the name of a carrier or an outlet, or the whole is a masthead."""
    for size in range(min(5, len(words)), 0, -1):
        name = " ".join(words[-size:])
        known = name in written_carriers() or name in _outlets() or (size > 1 and name.lower() in carriers())
        if known and (_is_kind(words[-size - 1 : -size]) or all(word.islower() for word in words[:-size])):
            return True
    sure, weak, first = _mastheads()
    if not all(word[:1].isupper() or word.lower() in ("of", "de", "el", "al", "la") for word in words):
        return False
    folded = [ascii_fold(word.lower()) for word in words]
    last = folded[-1]
    if last in sure or (len(words) > 1 and (last in weak or folded[0] in _LEADS)):
        return True
    return " ".join(folded[:2]) in first or (len(words) > 1 and folded[0] in first)


def _is_kind(words: list[str]) -> bool:
    return any(word.lower() in _KINDS or word.lower() == "agency" for word in words)


def _described(words: list[str]) -> bool:
    """ "state media", "the news agency", "the daily Hurriyet", "local broadcaster Radio Kasai"."""
    low = [word.lower() for word in words]
    if low[-1] in _KINDS and not any(word in ("of", "for", "to", "with") for word in low):
        return True
    if low[-1] in ("agency", "agencies", "report", "reports"):
        return low[-2:-1] in (["news"], ["press"], ["state"], ["media"])
    at = next((n for n, word in enumerate(words) if word in _KINDS or word == "agency"), -1)
    tail = words[at + 1 :]
    if at < 0 or not tail or not all(word[:1].isupper() for word in tail):
        return False
    return words[at] in _KINDS or words[at - 1 : at] in (["news"], ["press"], ["state"])


def is_bare_medium(phrase: str) -> bool:
    """Whether a phrase only points at a medium: "the agency", "the paper"."""
    words = phrase.lower().split()
    return len(words) == 2 and words[0] in ("the", "that", "this") and (words[1] in _KINDS or words[1] == "agency")


def medium_end(line: Line, at: int, stop: int) -> int:
    """Where the noun phrase that begins at token `at` ends when it is a medium; `at` when it is none."""
    end = at
    while end < stop and end - at < _MOST:
        tag, word = line.tags[end], line.word(end)
        goes_on = tag in "NMAs#E" or word in _KINDS or (tag == "D" and end == at)
        goes_on = goes_on or (tag == "G" and end > at and _is_title(line, end))
        if not goes_on and not (word in ("of", "de", "&") and end > at and _is_title(line, end + 1)):
            break
        end += 1
    for last in range(end, at, -1):
        phrase = line.text[line.tokens[at].start : line.tokens[last - 1].end]
        if is_medium(phrase) or is_agency(phrase):
            return last
    return at


def is_agency(phrase: str) -> bool:
    """Whether a phrase is a name called an agency: "the Armenpress agency"; a news agency where it brings words."""
    words = phrase.removeprefix("the ").split()
    return 1 < len(words) < 4 and words[-1] == "agency" and all(word[:1].isupper() for word in words[:-1])


def medium_start(line: Line, end: int, floor: int) -> int:
    """Where the medium that ends right before token `end` begins; `end` when there is none."""
    low = max(floor, end - _MOST)
    for at in range(low, end):
        begins = line.tags[at] in "NMADs" and (at == low or line.tags[at - 1] in ',-:;."CIPVT')
        if begins and medium_end(line, at, end) == end:
            return at
    return end


def _is_title(line: Line, at: int) -> bool:
    return at < len(line.tokens) and line.tokens[at].text[:1].isupper()
