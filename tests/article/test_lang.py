"""The language of a text is told in any script; what a page declares helps only where the text is in doubt."""

import tomllib
from pathlib import Path

import pytest

from coranto.article.lang import identify

ROWS = tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))["row"]
TEXT = {row["code"]: " ".join(row["sentences"]) for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["code"])
def test_single_sentences_are_right_or_unknown_and_three_are_right(row):
    right = {row["code"], *row.get("also", ())}
    for sentence in row["sentences"]:
        assert identify(sentence) in right | {""}, sentence
    assert identify(TEXT[row["code"]]) in right


def test_most_single_sentences_are_told():
    told = [identify(sentence) != "" for row in ROWS for sentence in row["sentences"]]
    assert len(ROWS) >= 70
    assert sum(told) >= 0.97 * len(told)


@pytest.mark.parametrize(
    "text", ["", " ", "ok", "12 34", "Oslo", "https://a.example/b?c=1", "7 8 9\n10 11", "«»—…"]
)
def test_too_little_is_unknown_rather_than_wrong(text):
    assert identify(text) == ""
    assert identify(text, "pt-BR") == "pt"


def test_what_a_page_declares_parts_relatives_and_does_not_turn_a_plain_text():
    assert identify(TEXT["no"], "nb") == "no"
    assert identify(TEXT["da"], "da") == "da"
    assert identify(TEXT["ms"], "ms") == "ms"
    assert identify(TEXT["ko"], "en") == "ko"
    assert identify(TEXT["fr"], "en-US") == "fr"
    assert identify(TEXT["en"], "zh") == "en"
    assert identify(TEXT["zh"], "zh-Hant") == "zh"


@pytest.mark.parametrize("declared", ["xx", "klingon", "zxx", "und", "-", "é"])
def test_an_odd_declaration_is_nothing(declared):
    assert identify(TEXT["sv"], declared) == "sv"
    assert identify("ok", declared) == ""


def test_a_quotation_in_another_language_does_not_turn_a_text():
    text = f"{TEXT['fr']}\n\n" + f"{TEXT['en']}\n\n" * 40
    assert identify(text) == "en"
