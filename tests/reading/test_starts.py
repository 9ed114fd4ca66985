"""What patterns begin with, and that the quick look passes over nothing that a rule would find."""

import re

import pytest

from coranto.data import rows
from coranto.reading.starts import gate, starts
from coranto.reading.times.grammar import rules, scanner


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("march|may", {"marc", "may"}),
        (r"(?:the )?day\b", {"the ", "day"}),
        (r"\d{1,2}(?:st|nd)", {"0"}),
        (r"(?P<n>[12]\d|3)rd", {"00rd", "0rd"}),
        ("(?!no)(?:now|not)", {"now", "not"}),
        ("ab*c", {"a"}),
        (r"up\sto", {"up t"}),
        (r"\$\s?\d", {"$ 0", "$0"}),
        ("a(?:bc)+d", {"abc"}),
        (r"o'clock\.?", {"o'cl"}),
        ("[a-c]x", {""}),
        ("x?y{0,2}", {"x", ""}),
    ],
)
def test_starts_of_a_pattern(pattern: str, found: set[str]) -> None:
    assert starts(pattern, 4) == found


def test_gate_lets_through_what_begins_so() -> None:
    look = re.compile(gate({"the 0", "thaw", "th", "0"}, r"\s"))
    assert look.pattern == r"(?:\d|th)"
    look = re.compile(gate({"the 0", "of a"}, r"\s"))
    assert look.match("the\n4") and look.match("of an")
    assert not look.match("the x") and not look.match("of the")


@pytest.mark.parametrize("row", rows("timerules"), ids=[row["name"] for row in rows("timerules")])
def test_every_rule_passes_the_look(row: dict[str, str]) -> None:
    text = row["example"].lower()
    rule = rules()[row["name"]]
    alone = {match.start() for match in re.finditer(rf"(?<![\w$€£#.,/-]){rule.pattern}", text)}
    alone = {at for at in alone if text[at] not in "giuvz"}
    covered = {at for match in scanner().finditer(text) for at in range(*match.span())}
    assert alone and alone <= covered
