"""Room: article. A page becomes a clean article with its head, people, dates, credits and verdicts.

`clean(page, options)` gives the `Article`, or a `Refusal` where the page holds none. With the `Memory` that `learn`
has of an outlet's pages, lines that it repeats on page after page are left out; `clean_all` does both for a batch.
"""

from collections.abc import Iterable

from coranto.article.credit import Dateline, Spot, dateline, spots
from coranto.article.draft import Draft
from coranto.article.dump.page import draft_dump
from coranto.article.finish import finish
from coranto.article.html.door import draft_html
from coranto.article.memory.learn import BESIDE, Memory
from coranto.article.memory.learn import learn as learn_drafts
from coranto.article.memory.recall import Recall, recall
from coranto.article.memory.sheet import Sheet, packed, sheet_of, unpacked
from coranto.article.memory.tell import tell
from coranto.article.outlet import by_host, by_name
from coranto.article.whole.longer import against_longer
from coranto.settings import ArticleOptions
from coranto.text.decode import is_binary
from coranto.text.sentences import paragraphs
from coranto.types import Article, Page, Refusal

__all__ = [
    "BESIDE", "Draft", "Memory", "Recall", "Sheet", "against_longer", "clean", "clean_all", "credits_in", "draft",
    "draft_dump", "draft_html", "finish", "learn", "packed", "recall", "sheet_of", "tell", "unpacked",
]  # fmt: skip

DEFAULTS = ArticleOptions()


def clean(page: Page, options: ArticleOptions = DEFAULTS, memory: Memory | None = None) -> Article | Refusal:
    """The clean article of a captured page, HTML or plain text; never raises on odd input."""
    drafted = draft(page, options)
    if isinstance(drafted, Refusal):
        return drafted
    return finish(drafted, page, options) if memory is None else _told(drafted, page, options, memory)


def draft(page: Page, options: ArticleOptions = DEFAULTS) -> Draft | Refusal:
    """The first cleaning of a page, that looks at no other page."""
    if not page.body.strip():
        return Refusal(part="article.dump.v4", reason="empty", detail="The page is empty.", subject=page.path)
    if is_binary(page.body):
        told = "Binary data, whatever its container says."
        return Refusal(part="article.dump.v4", reason="not-text", detail=told, subject=page.path)
    return draft_dump(page, options) if page.media == "text/plain" else draft_html(page, options)


def learn(pages: Iterable[Page], options: ArticleOptions = DEFAULTS) -> Memory:
    """What the outlets of these pages repeat; the same for the same pages in any order."""
    return learn_drafts(_drafts(pages, options))


def clean_all(pages: Iterable[Page], options: ArticleOptions = DEFAULTS) -> list[Article | Refusal]:
    """The articles of a batch of pages, in their order, each cleaned with what all of them say of its outlet."""
    drafted = [(draft(page, options), page) for page in pages]
    memory = learn_drafts((one, page) for one, page in drafted if isinstance(one, Draft))
    return [one if isinstance(one, Refusal) else _told(one, page, options, memory) for one, page in drafted]


def _drafts(pages: Iterable[Page], options: ArticleOptions) -> Iterable[tuple[Draft, Page]]:
    for page in pages:
        drafted = draft(page, options)
        if isinstance(drafted, Draft):
            yield drafted, page


def _told(drafted: Draft, page: Page, options: ArticleOptions, memory: Memory) -> Article | Refusal:
    found = memory.recall(sheet_of(drafted, page))
    return tell(None if page.media == "text/plain" else drafted, page, options, found)


def credits_in(
    text: str, margin: str = "", outlet: str = "", forum: bool = False
) -> tuple[Dateline | None, list[Spot]]:
    """The dateline that opens a plain string, and all credits of it and of margin lines, on a page of `outlet`
    (a name or an address)."""
    address = "." in outlet and " " not in outlet
    known = by_host(outlet) if address else by_name(outlet)
    found = spots(text, list(paragraphs(text)), margin, forum, known.name or outlet)
    return dateline(text), found
