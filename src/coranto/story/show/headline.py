"""The title of a story: the headline that tells most of what all its reports tell, in the plainest way."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from math import fsum

from coranto.data import rows
from coranto.story.show.member import Member, in_order
from coranto.story.show.wording import is_verb, listed, lower_words, opens, outside_quotes, terms_of
from coranto.text.normal import ascii_fold
from coranto.text.tokens import count
from coranto.types import Article
from coranto.types.cite import TITLE

_LEAD_CHARS = 600
_READ = 400
"""How many articles are read for what a story tells, spread over it evenly."""
_CHARS = 400
_TOLD = (4, 20)
"""How few and how many words a headline has."""
_LONG_AGO = timedelta(days=60)
_TAIL_WORDS = 5
_TAIL_CHARS = 90
_TAIL = re.compile(r"(?:\s{1,3}[|–—-]|\s{0,3}[|»•])\s{1,3}([^|»•]{2,60})$")
_NO_HEADLINE = re.compile(
    r"@\w|https?:|\bwww\.|•|\[\[|\d:\d\d|©|\b(?:Published|Updated|Copyright|Newsletter|Getty|Associated Press)\b"
    r"|\bthis (?:page|story|video|programme)\b|, (?:AP|Reuters|AFP)$|^by [A-Z]|\b(?:in brief|briefing|round-?up)\b"
    r"|\.\.\.$|…$",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"^(?:the latest|breaking(?: news)?|just in|updated?|developing) ?(?::|[–—-] )\s*", re.IGNORECASE
)
_FRAME = re.compile(r"\s*(?:[:|!?]|[–—-]\s)")
_MARKED = re.compile(
    r"\[[^\]]{1,30}\]|\((?:video|photos?|pictures|watch|listen|opinion|updated?|live)\)", re.IGNORECASE
)
_SAID_FIRST = re.compile(r"^[^:]{2,40}:\s*[\w“\"‘']")
_SAID_LAST = re.compile(r"(?:: |[—–] )(?:[A-Za-z’'-]+ ?){1,3}$")
_QUOTE_FRAME = re.compile(r"^[“\"‘'][^”\"’']{0,80}[”\"’'][:.,]")
_QUOTE = re.compile(r"[“\"][^”\"]{2,}[”\"]|(?<!\w)[‘'][^’'\n]{2,60}[’'](?!\w)")
_GATHERING = ("live", "roundup", "forum")


def name(members: Sequence[Member]) -> str:
    """The title of a story: the plainest of the headlines that tell what most reports tell, the earliest of equals.

    A section, a credit, a caption, an address, a question, a list, advice or a view is no headline of news; it
    stands only where there is no other. Linear in the number of articles.
    """
    held = [(one, headline(one.article)) for one in sorted(members, key=in_order) if one.article.title.strip()]
    told = _told(held)
    best, most = "", -1.0
    for one, title in held:
        terms = terms_of(title)
        score = fsum(told.get(term, 0.0) for term in terms) / (len(terms) + 3.0) if terms else 0.0
        score *= fitness(one, title)
        score -= 1.0 if one.article.kind in _GATHERING else 0.0
        if best == "" or score > most:
            best, most = title, score
    return best


def _told(held: Sequence[tuple[Member, str]]) -> dict[str, float]:
    """For each stem the share of the writings that tell it at their top, each family counted once."""
    families: dict[str, tuple[Member, str]] = {}
    for one, title in held:
        families.setdefault(one.family or one.article.id, (one, title))
    step = max(1, len(families) // _READ)
    read = list(families.values())[::step]
    counts: Counter[str] = Counter()
    for one, title in read:
        counts.update(terms_of(f"{title}\n{one.article.text[:_LEAD_CHARS]}"))
    return {term: count / len(read) for term, count in counts.items()}


def headline(article: Article) -> str:
    """The title of an article without a service's words before it and the name of its outlet at the end."""
    title = article.title.strip()
    title = _SERVICE.sub("", title) or title
    tail = _TAIL.search(title, max(0, len(title) - _TAIL_CHARS))
    if tail is None or len(title[: tail.start()].split()) < 3:
        return title
    words = tail.group(1).split()
    barred = "|" in tail.group() and len(words) < _TAIL_WORDS
    return title[: tail.start()].strip() if barred or _names_outlet(tail.group(1), article) else title


def _names_outlet(words: str, article: Article) -> bool:
    own = _letters(words)
    return bool(own) and (own in _outlets() or own in (_letters(article.outlet), _letters(article.carrier)))


@cache
def _outlets() -> frozenset[str]:
    return frozenset(filter(None, (_letters(str(row.get("name", ""))) for row in rows("outlets"))))


def _letters(name: str) -> str:
    """A name of an outlet as its letters alone, without "The" and the end of an address."""
    folded = re.sub(r"^the |\.(?:com|org|net|co\.uk)$|\([^)]*\)", "", ascii_fold(name).strip())
    return re.sub(r"[\W_]+", "", folded)


def fitness(member: Member, title: str) -> float:
    """How much a title is a plain sentence that tells who did what, 0..1."""
    if len(title) > _CHARS:
        return 0.1
    words = lower_words(title) or [""]
    if _letters(title) == _letters(member.article.outlet) or not _TOLD[0] <= count(title) <= _TOLD[1]:
        return 0.1
    if not (title[0].isalnum() or title[0] in "\"“‘'") or _NO_HEADLINE.search(title) is not None:
        return 0.1
    return _plain(title, words) * _framed(title, words) * _voiced(title, words) * _telling(member, title, words)


def _is_past(member: Member) -> bool:
    """Whether a title tells of a time well before its article."""
    try:
        before = date.fromisoformat(member.when[:10]) - _LONG_AGO
    except ValueError:
        return False
    return any(
        one.interval is not None and one.interval.end < before and not _names_more(member.article.title, one.end)
        for one in member.reading.times
        if one.sentence == TITLE
    )


def _names_more(title: str, end: int) -> bool:
    """Whether a time in a title belongs to the noun after it ("the 2016 Election")."""
    after = lower_words(title[end : end + 40])[:1]
    return bool(after) and not is_verb(after[0])


def _plain(title: str, words: Sequence[str]) -> float:
    """Less than 1 for shouting, for questions, and for a sentence of the text in the headline's place."""
    shouted = title.isupper() or sum(word.isupper() and len(word) > 3 for word in title.split()) > len(words) // 2
    fit = 0.5 if shouted or re.search(r"[?!] ", title) is not None else 1.0
    return fit * (0.3 if title[-1] in "?!？！؟" else 0.5 if title[-1] == "." else 1.0)


def _framed(title: str, words: list[str]) -> float:
    """Less than 1 for a view, a service, a list, or words that stand as somebody's quotation."""
    fit = 0.5 if _MARKED.search(title) is not None else 1.0
    if any(opens(words[:count], "frame") and _FRAME.match(title, _end(title, count)) for count in (1, 2)):
        fit *= 0.4
    if opens(words, "asked"):
        fit *= 0.4
    if words[0] in listed("aside"):
        fit *= 0.85
    if _lists(words):
        fit *= 0.3
    if _QUOTE_FRAME.match(title) is not None:
        return fit * 0.5
    if _SAID_FIRST.match(title) is not None or _SAID_LAST.search(title) is not None:
        fit *= 0.6
    return fit * (0.8 if _QUOTE.search(title) is not None else 1.0)


def _end(title: str, count: int) -> int:
    """Where the first words of a title end."""
    match = re.match(rf"(?:\W*[\w'’-]+){{{count}}}", title)
    return match.end() if match else 0


def _lists(words: Sequence[str]) -> bool:
    """Whether a title announces a list: a number, and soon after it what the number counts."""
    numbers = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
    return any(
        (word.isdigit() or word in numbers) and listed("list").intersection(words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _voiced(title: str, words: Sequence[str]) -> float:
    """Less than 1 for words that judge, advise, or speak in the writer's own voice."""
    narrated = set(lower_words(outside_quotes(title)))
    fit = 0.6 ** min(2, len(listed("loaded").intersection(words)))
    # "US" is the country unless it is written small.
    if (narrated & listed("own")) - ({"us"} if "US" in title else set()):
        fit *= 0.5
    if narrated & listed("urge") or "it's time" in " ".join(words):
        fit *= 0.7
    return fit * (0.85 if narrated & listed("maybe") else 1.0)


def _telling(member: Member, title: str, words: Sequence[str]) -> float:
    """Less than 1 where no verb or no actor is seen."""
    acts = any(event.sentence == TITLE for event in member.reading.events) or any(map(is_verb, words[1:]))
    names = any(one.sentence == TITLE for one in member.reading.names)
    return (
        (0.6 if _is_past(member) else 1.0)
        * (1.0 if acts else 0.7)
        * (1.0 if names or _capitals(title.split()[1:]) else 0.9)
    )


def _capitals(words: Iterable[str]) -> bool:
    return any(word[:1].isupper() for word in words)
