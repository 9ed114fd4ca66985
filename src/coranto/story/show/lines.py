"""Sentences of a story's articles that may be quoted in its brief, each with what it tells and how well it stands
for itself."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from coranto.data import rows
from coranto.data import words as word_list
from coranto.story.show.member import Member
from coranto.story.show.wording import holds, is_verb, listed, lower_words, opens, outside_quotes, terms_of
from coranto.story.stems import stem
from coranto.text.tokens import count
from coranto.types import Article, BriefSentence, Cite, Name, Sentence

_SHORTEST = 6
_LONGEST = 70
_CHARS = 1500
"""How long a sentence is at most, in characters."""
_BRIEF, _EASY = 10, 45
"""Below so many words a sentence tells little, above so many it is hard to read alone."""
_NARRATED = 0.45
"""The share of a sentence's words that must be narration."""
_SOON = 6
"""Up to so many words into a sentence "he" has nobody in it to stand for."""
_HEARD = 30
"""How many sentences of an article are heard for its voice."""
_VIEWS = re.compile(r"\b(?:opinion|editorial|commentary)\b", re.IGNORECASE)
_CLOSED = (".", "!", "?", "”", '"', "'", "’", "。", "！", "」", "』", "۔", "।")
_DATELINE = re.compile(
    r"(?:[A-Z][\w .,/'’-]{1,60} ?)?\([A-Z][\w .]{1,20}\) ?(?:--?|[–—―])\s+"
    r"|[A-Z]{3,}[A-Z .'’/-]{0,40}—(?=[A-Z])"
    r"|[A-Z][A-Z .'’/-]{2,40}(?:, [A-Z][\w. ]{2,20})?(?:, [A-Z][a-z]+\.? \d{1,2})? ?(?: --?|[–—―])\s+"
)
_CREDITED = re.compile(r"\b[A-Z]{3,} \([A-Z][\w .]{1,20}\) ?(?:--?|[–—―])\s+")
_DATELINE_CHARS = 120
_POSED = re.compile(
    r"\b(?:(?:talk|arrive|smile|laugh|walk|stand|listen)s? as (?:he|she|they)|poses? (?:for|at|with|as)|looks on"
    r"|(?:walk|gesture|arrive|wave|stand)s? (?:off|across|past|during|at|on|to)\b[^.]{0,80}, (?:on )?[A-Z][a-z]+ \d"
    r"|(?:is|are) (?:seen|pictured|shown)|(?:[Hh]andout|[Ff]ile|[Uu]ndated) (?:picture|photo|image)"
    r"|(?:picture|photo|image) (?:released|taken|provided|shows?)"
    r"|\((?:left|right|[LRC])\)|, (?:left|right|center|centre),)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_FULL_DATE = re.compile(rf"\b(?:{_MONTH} \d{{1,2}},|\d{{1,2}} {_MONTH}) (\d{{4}})\b")
_PAST = re.compile(r"\b(?:was|were|had|did|said|told|met|held|made|took|went|came|began|[a-z]{3,}ed)\b")
_FACT = re.compile(rf"\d[\d,.]*|\b(?:{_MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_LATIN = re.compile(r"[a-z]{3}")
_OWN = re.compile(r"\b(?:[Ii]|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|us|Us|US|me|Me|ours|yours|[Ll]et)\b")
_THIS = re.compile(
    r"\b(?:this|these|such) "
    r"(?!week|month|year|spring|summer|fall|autumn|winter|morning|afternoon|evening|time|as\b)[a-z]"
)
_THIS_CHARS = 60
_SUBJECTS = frozenset(("he", "she", "it", "they", "this", "that", "these", "those"))
_ALSO = 4
"""How early "also" says that something was told before."""
_SPOKE = re.compile(r"\b(?:he|she|it|they) (?:said|says|told|added|wrote|noted|tweeted)\b")
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_HIS = re.compile(r"\b(?:[Hh]is|[Hh]im|[Hh]ers?)\b")
_TITLES = re.compile(r"^(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.? )+")
_DEMONSTRATIVE = frozenset(("the", "this", "that", "these", "those", "such"))
_NEW_LABELS = ("what's new", "whats new", "the latest", "the news", "what happened", "driving the news")
_OLD_LABELS = ("the background", "background", "the context", "context", "the backstory", "backstory", "previously",
               "catch up quick", "flashback")  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence that may be quoted.

    `at` counts the usable sentences before it in its article, `worth` is how well it reads alone (0..1), `leans`
    says that it needs the sentence before, `unknown` are stems of the names of persons that it names by their last
    names alone, `label` is "new", "old" or "" by the part of the article that it stands in, `copies` the size of
    its article's family, `voice` is as of `voice`.
    """

    member: Member
    sentence: Sentence
    terms: frozenset[str]
    at: int
    worth: float
    leans: bool
    unknown: frozenset[str]
    label: str
    copies: int
    voice: float

    @property
    def outlet(self) -> str:
        """The outlet that prints it."""
        return self.member.article.outlet.casefold()


def lines(member: Member, copies: int, most: int) -> Iterator[Line]:
    """The first usable sentences of an article, at most `most` of its sentences looked at."""
    article = member.article
    people: dict[int, list[Name]] = {}
    for name in member.reading.names:
        if name.kind == "person":
            people.setdefault(name.sentence, []).append(name)
    reports, place = voice(member), 0
    for number, sentence in enumerate(article.sentences[:most]):
        label, inside = _part(article, sentence)
        if not inside or not _usable(member, number):
            continue
        start = sentence.start + opening(article, sentence)
        text = article.text[start : sentence.end]
        words = lower_words(text)
        named = people.get(sentence.index, ())
        starts = [name.start - start for name in named]
        leans = opens(words, "pronoun") or (number > 0 and _leans(text, words, starts))
        told, unknown = terms_of(text), _unknown(named)
        yield Line(member, sentence, told, place, _worth(text, words), leans, unknown, label, copies, reports)
        place += 1


def _part(article: Article, sentence: Sentence) -> tuple[str, bool]:
    """What a sentence's part of the article is, and whether that is running text."""
    for block in article.blocks:
        if block.start <= sentence.start < block.end:
            label = block.label.strip(" :").casefold().replace("’", "'")
            kind = "new" if label in _NEW_LABELS else "old" if label in _OLD_LABELS else ""
            return kind, block.kind not in ("caption", "head", "insert")
    return "", True


def _usable(member: Member, number: int) -> bool:
    """Whether a sentence is whole prose: no half quotation, no question, no caption, no piece of the page."""
    article = member.article
    sentence = article.sentences[number]
    text = article.text[sentence.start : sentence.end]
    if len(text) > _CHARS:
        return False
    whole = text.count('"') % 2 == 0 and text.count("“") == text.count("”")
    if not whole or not _SHORTEST <= count(text) <= _LONGEST or not text.endswith(_CLOSED):
        return False
    if (
        text.endswith(("...", "…", "?", "?”", '?"', "？", "؟"))
        or _cut_short(article, number)
        or _cut_short(article, number - 1)
    ):
        return False
    return (
        (text[0].isalnum() or text[0] in "\"“‘'(「『«")
        and not text[0].islower()
        and not _is_caption(text, member.when)
    )


def _cut_short(article: Article, number: int) -> bool:
    """Whether a sentence ends with an abbreviation's stop and its paragraph goes on."""
    around = article.sentences[max(0, number) : number + 2]
    if number < 0 or len(around) < 2 or around[0].paragraph != around[1].paragraph:
        return False
    sentence = around[0]
    last = article.text[max(sentence.start, sentence.end - 24) : sentence.end].split()[-1:]
    word = last[0].rstrip(".").lower().rpartition("-")[2] if last else ""
    return len(word) == 1 or "." in word or word in word_list("abbreviations") or word == "v"


@cache
def _credit_words() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(str(row["words"])) for row in rows("copy_masks")))


def _is_caption(text: str, when: str) -> bool:
    """Whether a sentence stands under a picture: a credit, a pose, today's full date with its year, or any full
    date told in the present tense."""
    if _credit_words().search(text) is not None or _POSED.search(text) is not None:
        return True
    match = _FULL_DATE.search(text)
    if match is None:
        return False
    return (match.group(1) == when[:4] and "day" in text) or _PAST.search(text) is None


def _leans(text: str, words: list[str], named: Sequence[int]) -> bool:
    """Whether a sentence points back at the one before it: by its first words, or by a "he" without a name; `named`
    is where it names persons."""
    if opens(words, "linking") or _points_back(words) or "also" in words[1:_ALSO]:
        return True
    aside = words[0] in listed("aside")
    narrated = outside_quotes(text)
    if (aside and words[1:2] and words[1] in _SUBJECTS) or _THIS.search(narrated, 0, _THIS_CHARS):
        return True
    first = min(named, default=len(text))
    # "After his speech, the minister ..." looks ahead, "At the ceremony he ..." back.
    spoken = _SPOKE.search(narrated)
    if spoken is not None and spoken.start() < first:
        return True
    he = _HE.search(narrated)
    if he is not None and he.start() < first and (aside or narrated.count(" ", 0, he.start()) < _SOON):
        return True
    his = _HIS.search(narrated)
    return his is not None and (not named or (his.start() < first and not aside))


def _unknown(named: Sequence[Name]) -> frozenset[str]:
    """Stems of the last names of persons whom a sentence names by their last names alone."""
    full = {name.key for name in named if len(_TITLES.sub("", name.text).split()) > 1}
    return frozenset(stem(name.text.split()[-1]) for name in named if name.key not in full and name.text.split())


def _points_back(words: list[str]) -> bool:
    """Whether a sentence opens with "the" or "this" and a noun for what has been told."""
    if not words or words[0] not in _DEMONSTRATIVE:
        return False
    told = listed("told")
    return any(word in told or word.removesuffix("s") in told for word in words[1:3])


def _worth(text: str, words: list[str]) -> float:
    """How fit a sentence is for a brief by its form: narration before quotation, no voice of the writer's own."""
    narrated = outside_quotes(text)
    plain = words if narrated == text else lower_words(narrated)
    worth = 0.25 if in_own_voice(narrated, plain) else 1.0
    if text[0] in "\"“‘'":
        worth *= 0.55
    if text.endswith("!"):
        worth *= 0.3
    if len(plain) < _NARRATED * len(words):
        worth *= 0.6
    if holds(plain, "argue"):
        worth *= 0.6
    if words[0] in listed("aside"):
        worth *= 0.88
    if _LATIN.search(text) is not None and not any(map(is_verb, words)):
        worth *= 0.75
    worth *= 0.85 ** min(2, len(listed("loaded").intersection(plain)))
    worth *= 0.8 if len(words) > _EASY else 0.85 if count(text) < _BRIEF else 1.0
    return worth * (1.0 + 0.06 * min(2, len(_FACT.findall(text))))


def in_own_voice(narrated: str, words: Iterable[str]) -> bool:
    """Whether a writer speaks as I, or to the reader, in the words outside of quotations."""
    own = listed("own").intersection(words)
    return bool(own - ({"us"} if "US" in narrated else set()))


def _speaks(narrated: str) -> bool:
    return _OWN.search(narrated) is not None and in_own_voice(narrated, lower_words(narrated))


def voice(member: Member) -> float:
    """How far an article reports and does not argue, 0..1: by its section, its address and its sentences."""
    article = member.article
    places = re.split(r"[/_ -]+", f"{article.section} {article.url}".casefold())
    if listed("frame").intersection(places) or _VIEWS.search(article.outlet) is not None:
        return 0.4
    read = article.sentences[:_HEARD]
    texts = [article.text[max(one.start, one.end - _CHARS) : one.end] for one in read]
    argued = sum(text.endswith(("?", "!")) or _speaks(outside_quotes(text)) for text in texts)
    return 1.0 - 0.6 * min(1.0, 2.0 * argued / max(4, len(texts)))


def opening(article: Article, sentence: Sentence) -> int:
    """How many characters of a sentence are its dateline, or its part's label and the colon after it."""
    text = article.text[sentence.start : sentence.end]
    placed = _DATELINE.match(text) or _CREDITED.search(text, 0, _DATELINE_CHARS)
    if placed is not None and placed.end() < max(len(text) // 2, 1):
        return placed.end()
    head, colon, rest = text.partition(":")
    label = head.strip().casefold().replace("’", "'")
    known = label in word_list("part_labels") or label in (*_NEW_LABELS, *_OLD_LABELS)
    return len(head) + 1 + len(rest) - len(rest.lstrip()) if colon and known and rest.strip() else 0


def quote(line: Line) -> BriefSentence:
    """A line as it stands in a brief, with its cite."""
    article, sentence = line.member.article, line.sentence
    start = sentence.start + opening(article, sentence)
    exact = article.text[start : sentence.end]
    cite = Cite(article=article.id, sentence=sentence.index, start=start, end=sentence.end, exact=exact)
    return BriefSentence(text=exact, cite=cite)


def follows(line: Line, chosen: Sequence[Line]) -> bool:
    """Whether the sentence just before a line is chosen."""
    return any(
        one.member.article.id == line.member.article.id and one.sentence.index == line.sentence.index - 1
        for one in chosen
    )
