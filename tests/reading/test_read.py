"""The main door of reading: all kinds of mentions, in order, and never an error."""

import time
from dataclasses import replace
from datetime import date

import pytest

from coranto.parts import get
from coranto.reading import read, reference_of
from coranto.reading.names.find import bare_article
from coranto.reading.names.tokens import units
from coranto.settings import ReadingOptions
from coranto.types import Dated, Interval, Reading

TEXT = """On 3 May 2024 Peruvian President Ana Torres met Chile's president in Lima, officials said.

"We agreed on 12 projects," Torres said at the 4th Lima Water Forum."""


def test_reads_every_kind_of_mention():
    found = read(bare_article(TEXT))
    assert found.times
    assert found.names
    assert found.offices
    assert found.statements
    assert found.events
    assert found.figures
    assert found.flags == ()
    assert all(get(part) for part in found.part)


def test_beyond_the_limit_nothing_is_read():
    found = read(bare_article(TEXT), options=ReadingOptions(max_sentences=1))
    assert "read_in_part" in found.flags
    kinds = (found.times, found.names, found.offices, found.events)
    assert max(one.sentence for kind in kinds for one in kind) == 0


def test_a_language_without_a_lexicon_is_flagged():
    found = read(replace(bare_article("Le président a rencontré Ana Torres à Lima."), lang="fr"))
    assert "language_not_read" in found.flags
    assert found.events == ()


def test_the_reference_is_the_days_of_publication():
    undated = bare_article(TEXT)
    assert reference_of(undated).interval is None
    start, end = date(2024, 5, 3), date(2024, 5, 10)
    dated = replace(undated, published=Dated(value="2024-05-05T10:00+02:00", start=start, end=end))
    assert reference_of(dated).interval == Interval(start, end)
    assert reference_of(dated).best == date(2024, 5, 5)
    assert reference_of(replace(undated, published=Dated(value="2024-05", start=start, end=end))).best == start
    assert reference_of(replace(undated, published=Dated(start=end, end=start))).interval is None


@pytest.mark.parametrize("text", ["", " \n\n ", "\x00", "”“”“", "a" * 10_000, "\ud800", "中国和俄罗斯举行会谈。"])
def test_never_raises(text):
    assert isinstance(read(bare_article(text, text)), Reading)


def test_readings_keep_apart_what_they_share_inside():
    """Parts of one reading share its words and times; the next article's are its own."""
    first, second = (
        bare_article(TEXT, "Torres in Lima"),
        bare_article(TEXT.replace("3 May", "4 June"), "Torres in Lima"),
    )
    alone = read(first)
    assert read(second) != alone
    assert read(first) == alone
    assert units(first) is units(first)
    assert units(second) is not units(first)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "Mon ",
        '"',
        "“”",
        "A",
        "A ",
        "a. ",
        "\n",
        "a\n",
        "May 5 ",
        "two people ",
        "Minister Bob Ali said ",
    ],
)
def test_a_megabyte_of_anything_is_read_in_seconds(piece):
    article = bare_article(piece * (1_000_000 // len(piece)))
    begun = time.process_time()
    read(article)
    assert time.process_time() - begun < 8


def test_of_an_endless_sentence_the_start_is_read():
    article = bare_article(
        "Ana Torres met Bob Ali on 3 May 2024 " + "and Ana Torres " * 2000 + ". Bob Ali left Lima."
    )
    found = read(article)
    assert found.flags == ("read_in_part",)
    assert found.times
    assert {one.text for one in found.names if one.sentence == 0} == {"Ana Torres", "Bob Ali"}
    assert any(one.sentence == 1 for one in found.names)
    assert max(one.end for one in found.names if one.sentence == 0) <= 20_000


def test_of_an_endless_text_the_start_is_read():
    article = bare_article("Ana Torres met Bob Ali in Lima.\n\n" * 9000, "Ana Torres " * 9000)
    found = read(article, options=ReadingOptions(max_sentences=100_000))
    assert found.flags == ("read_in_part",)
    assert 240_000 < max(one.end for one in found.names) <= 250_000
    assert all(article.text[one.start : one.end] == one.text for one in found.names if one.sentence >= 0)
