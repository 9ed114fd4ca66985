"""Elements by many simple selectors in one walk over a page, where a walk for each would be slow."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

_FORM = re.compile(r"""\.(?P<token>[\w-]+)|\[(?P<name>[\w-]+)(?P<part>\*)?=["'](?P<value>[^"']+)["']\]""")
_Test = Callable[[LexborNode], bool]


def chosen(tree: LexborHTMLParser, selectors: tuple[str, ...], most: int) -> Iterator[LexborNode]:
    """The elements of each selector in turn, at most so many of each; a selector is a class (`.byline`) or one
    attribute with a value or a part of it (`[rel="author"]`, `[class*="author"]`)."""
    union, tests = _read(selectors)
    # an element that two parts of a selector fit comes twice
    found = list({node.mem_id: node for node in tree.css(union)}.values())
    for test in tests:
        yield from [node for node in found if test(node)][:most]


@cache
def _read(selectors: tuple[str, ...]) -> tuple[str, tuple[_Test, ...]]:
    """One selector for all, without those that a wider one among them holds, and a test for each."""
    forms = [_FORM.fullmatch(one) for one in selectors]
    if not all(forms):
        raise ValueError(f"no simple selectors: {selectors}")
    known = [form for form in forms if form is not None]
    parts = [form["value"] for form in known if form["part"] and form["name"] == "class"]
    wide = [form[0] for form in known if not form["token"] or not any(part in form["token"] for part in parts)]
    return ", ".join(wide), tuple(map(_test, known))


def _test(form: re.Match[str]) -> _Test:
    name, value, token, part = form["name"], form["value"], form["token"], form["part"]
    if token:
        return lambda node: token in (node.attributes.get("class") or "").split()
    if part:
        return lambda node: value in (node.attributes.get(name) or "")
    return lambda node: node.attributes.get(name) == value
