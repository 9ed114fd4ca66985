"""What a page notes about its article beside dates and names: corrections, a first publication, reading time."""

import re
from collections.abc import Iterator
from functools import cache

from selectolax.lexbor import LexborHTMLParser

from coranto.article.head import jsonld
from coranto.article.head.markup import Markup
from coranto.data import rows
from coranto.text.normal import squeeze
from coranto.types import Evidence

_LONGEST = 300
_BEGIN, _PARAGRAPHS = 80, 600
_DURATION = re.compile(r"P(?:T(?:\d{1,3}[HMS]){1,3}|\d{1,3}D)", re.IGNORECASE)
_MOST = 4


@cache
def _phrases() -> dict[str, str]:
    """The kind of note by what a line that makes one begins with."""
    return {phrase: row["note"] for row in rows("article_notes") for phrase in row["begins"]}


def notes(known: Markup) -> tuple[Evidence, ...]:
    """The notes of a page as evidence, each with its words; those of JSON-LD first."""
    return tuple(dict.fromkeys([*_stated(known.node), *_printed(known.tree)]))[: 2 * _MOST]


def flags(found: tuple[Evidence, ...]) -> tuple[str, ...]:
    """The flags that notes raise: `corrected` and `republished`."""
    raised = {"correction note": "corrected", "first published": "republished"}
    return tuple(dict.fromkeys(raised[one.rule] for one in found if one.rule in raised))


def _stated(node: jsonld.Node) -> Iterator[Evidence]:
    required = jsonld.text(node.get("timeRequired"))
    if _DURATION.fullmatch(required):
        yield Evidence(rule="read time", text=required, where="json-ld timeRequired")
    correction = node.get("correction")
    words = jsonld.text(correction.get("text") if isinstance(correction, dict) else correction)
    if words:
        yield Evidence(rule="correction note", text=squeeze(words)[:_LONGEST], where="json-ld correction")


def _printed(tree: LexborHTMLParser) -> Iterator[Evidence]:
    begins = tuple(_phrases())
    made = 0
    for node in tree.css("p, em, [class*='correction'], [class*='amend']")[:_PARAGRAPHS]:
        line = node.text(deep=True)[: 2 * _LONGEST].lstrip(" \n\t([*")
        if line[:_BEGIN].lower().startswith(begins) and made < _MOST:
            made += 1
            phrase = next(one for one in begins if line[:_BEGIN].lower().startswith(one))
            yield Evidence(rule=_phrases()[phrase], text=squeeze(line)[:_LONGEST], where="page")
