"""A page cleaned by what its outlet repeats: which lines go, and the evidence that they went."""

from dataclasses import replace

from coranto.article.draft import Draft
from coranto.article.dump.page import draft_dump
from coranto.article.finish import finish
from coranto.article.memory.line import LONG, hashed, look
from coranto.article.memory.matter import APART, share, words_of
from coranto.article.memory.recall import Recall
from coranto.parts import register
from coranto.settings import ArticleOptions
from coranto.text.tokens import count
from coranto.types import Article, Evidence, Page, Refusal

PART = "article.memory.v1"
FLAG = "repeated_lines_dropped"
_SHOWN = 20
_MANY, _MOST = 3, 0.5
"""Of how many other articles and of which share of a page's lines it must be known that the outlet repeats them,
for the others to be judged as if they stood alone."""


@register(PART)
def tell(draft: Draft | None, page: Page, options: ArticleOptions, recall: Recall) -> Article | Refusal:
    """The article of a page without the lines that its outlet repeats.

    Where most lines of a text page are known to be, the line model judges the others without them; it was taught by
    whole pages and by bare articles, and a page half stripped is neither.
    `draft` is the page's first cleaning; without one the page is plain text and is cleaned here. Where little would
    be left, the page keeps all it had: a page that is nothing but what others say as well is no less an article.
    """
    first = draft_dump(page, options) if draft is None else draft
    again = draft is None and recall.others >= _MANY and len(recall.repeated) >= _MOST * len(first.lines)
    if not (recall.told or again):
        return finish(first, page, options)
    repeated = frozenset(recall.repeated) - _of_the_matter(first, frozenset(recall.repeated))
    known = draft_dump(page, options, lambda line: hashed(line) in repeated) if again else first
    known = _without(known, repeated)
    gone = [piece.text for piece in first.pieces if hashed(piece.text) in repeated]
    if _words(known) <= sum(map(count, gone)):
        return finish(first, page, options)
    article = finish(_noted(known, gone, dict(recall.told)), page, options)
    if isinstance(article, Refusal):
        return finish(first, page, options)
    return replace(article, part=(*article.part, PART)) if gone or again else article


def _of_the_matter(first: Draft, repeated: frozenset[int]) -> frozenset[int]:
    """Repeated paragraphs that speak of what the rest of the article speaks of: background told anew in each piece,
    not the outlet's own notices."""
    keys = [hashed(piece.text) for piece in first.pieces]
    long = [n for n, piece in enumerate(first.pieces) if keys[n] in repeated and look(piece.text) & LONG]
    if not long:
        return frozenset()
    rest = [piece.text for key, piece in zip(keys, first.pieces, strict=True) if key not in repeated]
    told = words_of("\n".join((first.title, *rest)))
    return frozenset(keys[n] for n in long if share(words_of(first.pieces[n].text), told) >= APART)


def _without(draft: Draft, repeated: frozenset[int]) -> Draft:
    """A draft without the pieces that are repeated, and without headings that nothing follows."""
    pieces = [piece for piece in draft.pieces if hashed(piece.text) not in repeated]
    while pieces and pieces[-1].kind == "head":
        pieces.pop()
    return replace(draft, pieces=tuple(pieces))


def _words(draft: Draft) -> int:
    return sum(count(piece.text) for piece in draft.pieces)


def _noted(draft: Draft, gone: list[str], told: dict[int, int]) -> Draft:
    """The draft with the evidence of what was dropped."""
    if not gone:
        return draft
    found = [
        Evidence(
            rule=f"repeated by the outlet: in {_many(told.get(hashed(line), 1))}", text=line[:120], where="dropped"
        )
        for line in gone[:_SHOWN]
    ]
    if len(gone) > _SHOWN:
        found.append(Evidence(rule=f"repeated by the outlet: {len(gone) - _SHOWN} more lines", where="dropped"))
    return replace(draft, evidence=(*draft.evidence, *found), flags=(*draft.flags, FLAG))


def _many(least: int) -> str:
    return "another article" if least == 1 else f"{least} other articles or more"
