"""Numbers of lines: words and characters of a page as arrays, cues of all lines at once, context."""

import re

import numpy as np
import pytest

from coranto.article.dump.chars import DIGIT, among, chars_of, hash_words
from coranto.article.dump.cues import all_cues, cues
from coranto.article.dump.features import features, second
from coranto.article.dump.shape import AT, OWN, shapes_of
from coranto.data import rows

PAGE = [
    "Harbour Times", "Sign up for our newsletter", "3 mins read", "© 2021 Harbour Times", "Senior Member",
    "The board said on Tuesday that it would widen the northern lock by spring.",
    "Ein Sprecher des Hafens sagte, die Arbeiten sollten im Frühjahr beginnen.",
    "港の委員会は火曜日、北の閘門を広げると発表した。", "항만 위원회는 화요일에 갑문을 넓히겠다고 밝혔다.",
    "Also read: Pilots call off strike", "{ 'a': 1 }", "12", "…", "A boat in the lock. Photo: Harbour Times",
    "İstanbul'da",
]  # fmt: skip


def test_words_of_a_page_are_those_of_its_lines():
    letters = chars_of(PAGE)
    for number, text in enumerate(PAGE):
        alone = chars_of([text])
        assert letters.word[letters.line == number].tolist() == alone.word.tolist()
    assert len(chars_of(["Never say never again"]).word) == 4
    assert len(set(chars_of(["Never say never again"]).word.tolist())) == 3


def test_each_sign_of_han_or_kana_is_a_word_and_hangul_is_written_in_words():
    assert len(chars_of(["港の委員会"]).word) == 5
    assert len(chars_of(["항만 위원회는"]).word) == 2


def test_digits_are_counted_by_line():
    assert chars_of(["May 2021", "none", "7"]).count(DIGIT).tolist() == [4.0, 0.0, 1.0]


def test_known_words_are_found_by_hash():
    letters = chars_of(["The lock and THE gates"])
    assert among(letters.word, hash_words(["the", "and"])).tolist() == [True, False, True, True, False]
    assert not among(letters.word, hash_words([])).any()


def test_cues_of_a_page_are_those_of_its_lines():
    examples = [
        text for row in rows("furniture") if "example" in row for text in (row["example"], row["phrases"][0])
    ]
    texts = [*PAGE, *examples]
    assert all_cues(texts, chars_of(texts)) == [cues(text) for text in texts]


@pytest.mark.parametrize(
    "row", [row for row in rows("furniture") if "example" in row], ids=lambda row: row["example"]
)
def test_each_row_finds_its_example(row):
    assert row["group"] in cues(row["example"]).groups


def test_every_phrase_is_found_where_it_stands():
    for row in rows("furniture"):
        for phrase in row["phrases"]:
            line = {"whole": phrase, "start": f"{phrase} xx", "any": f"so {phrase} xx"}[row["match"]]
            assert cues(line).groups, phrase


def test_numbers_of_a_page():
    shapes = shapes_of(PAGE)
    assert shapes.own.shape == (len(PAGE), len(OWN)) and np.isfinite(shapes.own).all()
    assert shapes.own[1, AT["signup"]] == 1 and shapes.own[9, AT["ends"]] == 1
    rows_ = features(shapes, np.zeros(len(PAGE), dtype=bool))
    more = second(rows_, np.full(len(PAGE), 0.5), shapes)
    assert np.isfinite(rows_).all() and np.isfinite(more).all() and len(more) == len(PAGE)


def test_function_words_of_any_tongue_are_those_the_page_itself_uses_most():
    tongue = str.maketrans("aeioubdfgklmnprst", "oaueifgbdptnmzlvc")
    prose = [
        re.sub(r"\d", "", f"The board of the port said {n} that the gates of the lock are old.") for n in "abcdef"
    ]
    plain, strange = (
        shapes_of([f"{text} {text}" for text in prose]),
        shapes_of([f"{text} {text}".translate(tongue) for text in prose]),
    )
    assert plain.own[:, AT["common"]].tolist() == strange.own[:, AT["common"]].tolist()
    assert plain.own[0, AT["common"]] > 0.3


@pytest.mark.parametrize("texts", [[""], ["\ud800"], ["\U0001f600"], ["x" * 100_000], ["\n"], ["(" * 5000] * 50])
def test_odd_lines_have_numbers(texts):
    shapes = shapes_of(texts)
    assert np.isfinite(features(shapes, np.zeros(len(texts), dtype=bool))).all()
