"""What the record is made of: one article with its reading and its place among the others."""

from collections.abc import Iterable
from dataclasses import dataclass

from coranto.types import MARGIN, TITLE, Article, Cite, Interval, Reading

AROUND = 32
"""Characters of prefix and suffix that a cite carries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article as the record takes it.

    `story`, `storyline` and `family` are ids (empty when unknown); `origins` the roots its lineage leads to
    (article ids, or names of sources not held); `when` an ISO time that orders articles, empty when undated.
    """

    article: Article
    reading: Reading
    story: str = ""
    storyline: str = ""
    family: str = ""
    origins: tuple[str, ...] = ()
    when: str = ""

    @property
    def outlet(self) -> str:
        """Its outlet, else its carrier, else the article itself: unknown outlets never add up."""
        return self.article.outlet or self.article.carrier or self.article.id

    @property
    def lineage(self) -> str:
        """The family it is copied with, or itself."""
        return self.family or self.article.id


def ordered(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources by time, then id, each article once; undated ones last."""
    once = {source.article.id: source for source in sorted(sources, key=_stable)}
    return tuple(sorted(once.values(), key=_stable))


def _stable(source: Source) -> tuple[bool, str, str, str, str]:
    return (not source.when, source.when, source.article.id, source.story, source.family)


def string(article: Article, sentence: int) -> str:
    """The string that offsets of this sentence point into: text, title or margin."""
    return {TITLE: article.title, MARGIN: article.margin}.get(sentence, article.text)


def cite(article: Article, sentence: int, start: int, end: int) -> Cite | None:
    """The cite of a slice with its surroundings, or None where the offsets hold no words."""
    whole = string(article, sentence)
    if not 0 <= start < end <= len(whole):
        return None
    return Cite(
        article=article.id,
        sentence=sentence,
        start=start,
        end=end,
        exact=whole[start:end],
        prefix=whole[max(0, start - AROUND) : start],
        suffix=whole[end : end + AROUND],
    )


def cites(article: Article, spots: Iterable[tuple[int, int, int]]) -> tuple[Cite, ...]:
    """The cites of `(sentence, start, end)` spots, in order of place, each once."""
    made = (cite(article, *spot) for spot in sorted(set(spots)))
    return tuple(one for one in made if one is not None)


def sentence_text(article: Article, sentence: int, start: int) -> str:
    """The sentence that a mention stands in (the title for a mention of the title)."""
    if sentence < 0:
        return string(article, sentence)
    if sentence < len(article.sentences):
        piece = article.sentences[sentence]
        return article.text[piece.start : piece.end]
    return article.text[max(0, start - 200) : start + 200]


def published(source: Source) -> Interval | None:
    """The days on which the article was published, where known."""
    dated = source.article.published
    if dated.start is None or dated.end is None or dated.start >= dated.end:
        return None
    return Interval(dated.start, dated.end)
