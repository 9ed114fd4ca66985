"""Standard input, open or closed."""

import io
import sys

from coranto.page import find
from coranto.types import Page, Refusal


def test_a_page_comes_through_standard_input():
    (page,) = find(["-"], stdin=io.BytesIO(b"The ferry left.\n\nIt was late, and nobody minded.\n"))
    assert isinstance(page, Page)
    assert page.path == "-"


def test_closed_standard_input_is_a_refusal(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    (refusal,) = find(["-"])
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "unreadable"
