"""Room: article. A page becomes a clean article with its head, people, dates, credits and verdicts.

`clean(page, options)` gives the `Article`, or a `Refusal` where the page holds none.
"""

from coranto.article.dump.page import draft_dump
from coranto.article.finish import finish
from coranto.article.html.door import draft_html
from coranto.settings import ArticleOptions
from coranto.types import Article, Page, Refusal

__all__ = ["clean", "draft_dump", "draft_html", "finish"]

DEFAULTS = ArticleOptions()


def clean(page: Page, options: ArticleOptions = DEFAULTS) -> Article | Refusal:
    """The clean article of a captured page, HTML or plain text; never raises on odd input."""
    if not page.body.strip():
        return Refusal(part="article.dump.v2", reason="empty", detail="The page is empty.", subject=page.path)
    if page.media == "text/plain":
        return finish(draft_dump(page, options), page, options)
    draft = draft_html(page, options)
    return draft if isinstance(draft, Refusal) else finish(draft, page, options)
