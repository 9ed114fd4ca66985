"""The door for HTML pages. The parsers are loaded only in the child that reads, or where there is none."""

from importlib import import_module

from coranto.article.draft import Draft
from coranto.article.html import guard
from coranto.parts import register
from coranto.settings import ArticleOptions
from coranto.types import Page, Refusal

PART = "article.html.v3"


@register(PART)
def draft_html(page: Page, options: ArticleOptions) -> Draft | Refusal:
    """The parts of the article on an HTML page, or why there is none; never raises on any page.

    The work is done in a child process under `options.seconds` and `options.megabytes`.
    """
    if not options.guard:
        drafted: Draft | Refusal = import_module("coranto.article.html.read").read(page, options)
        return drafted
    outcome = guard.call(page, options)
    if isinstance(outcome, guard.Failed):
        return Refusal(part=PART, reason=outcome.reason, detail=outcome.detail, subject=page.path or page.id)
    return outcome
