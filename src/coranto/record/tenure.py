"""Since when somebody holds an office, where the text says it: "since she took office in May"."""

import re
from functools import cache

from coranto.data import rows
from coranto.record.bearer import Bearer
from coranto.record.when import iso
from coranto.types import Article, Sentence

REACH = 30
"""Characters after the words of taking office in which their date must begin."""
_BACK = 60
"""Characters before the words in which the one who takes office, or his pronoun, must stand."""


@cache
def _taking() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for row in rows("record-titles", "tenure") for word in row["words"])
    return re.compile(rf"\b(?:{words})\b")


@cache
def _pronouns() -> re.Pattern[str]:
    return re.compile(r"\b(?:he|she)\b", re.IGNORECASE)


def took_office(bearer: Bearer) -> str:
    """The ISO date since when the bearer holds office by his article's own words, or nothing."""
    article = bearer.source.article
    for match in _taking().finditer(article.text):
        sentence = _sentence(article, match.start())
        if sentence is None or not _is_subject(bearer, sentence, match.start()):
            continue
        for time in bearer.source.reading.times:
            near = time.sentence == sentence.index and match.end() <= time.start <= match.end() + REACH
            if near and time.interval is not None and time.interval.days <= 366:
                return iso(time.interval)
    return ""


def _sentence(article: Article, at: int) -> Sentence | None:
    return next((one for one in article.sentences if one.start <= at < one.end), None)


def _is_subject(bearer: Bearer, sentence: Sentence, at: int) -> bool:
    """Whether the bearer's name stands right before, or a pronoun that an event of the sentence takes for him."""
    window = bearer.source.article.text[max(sentence.start, at - _BACK) : at]
    if any(name.sentence == sentence.index and at - 2 <= name.end <= at for name in bearer.names):
        return True
    if not _pronouns().search(window[-6:]):
        return False
    return any(
        bearer.is_meant(entity.identifier_id, entity.identifier_text)
        and _pronouns().fullmatch(entity.entity_text) is not None
        for event in bearer.source.reading.events
        if event.sentence == sentence.index
        for entity in event.actor
    )
