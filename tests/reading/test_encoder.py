"""What the encoder is given, how its scores are read, and what the rules let it add."""

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from coranto import reading
from coranto.reading.encoder import decode
from coranto.reading.encoder.inputs import BITS, WORDS, batch, line
from coranto.reading.encoder.look import PART, FrameSight, Sights, look, pair_chances
from coranto.reading.encoder.pieces import UNKNOWN, pieces, vocabulary
from coranto.reading.encoder.session import Read, encoder
from coranto.reading.names.find import bare_article, names
from coranto.reading.names.tokens import tokens
from coranto.reading.offices.find import offices
from coranto.reading.speech.find import speech
from coranto.settings import ReadingOptions
from coranto.types import Interval, Reference
from coranto.types.reading import EVENTS, EventSight

TEXT = (
    "Kenyan President Amina Oduya flew to Kampala on Tuesday for talks with Ugandan leaders. "
    "Analysts were adamant that the visit would change nothing. "
    "Police in Nairobi tear-gassed students outside the Ugandan embassy."
)


def test_pieces_are_those_of_the_vocabulary():
    known = vocabulary()
    assert pieces("Talks") == (known["talks"],)
    assert pieces("Łódź") == pieces("łodz")
    assert pieces("U.S.") == (known["u"], known["."], known["s"], known["."])
    assert [*pieces("tanzanias")] == [known["tanzania"], known["##s"]]
    assert pieces("☃☃") == (UNKNOWN, UNKNOWN)
    assert len(pieces("x" * 5000)) == 1
    assert len(pieces("a.b." * 500)) == 12


def test_a_line_is_pieces_shapes_and_list_bits():
    one = line(tokens('"NATO troops", Oslo said.'))
    assert len(one.ids) == len(one.shapes) == len(one.bits)
    assert len(one.first) == 8
    quote, nato, troops, _, comma, oslo, said, _ = (one.bits[at] for at in one.first)
    inside = quote & troops
    assert inside and not comma & inside and not said & inside
    assert one.shapes[one.first[1]] == 3
    assert said & ~oslo
    assert nato != troops


def test_lines_are_filled_with_zeros():
    two = batch([line(tokens("Oslo waits.")), line(tokens("The talks in Oslo went on into the night."))])
    assert two.ids.shape == two.shapes.shape == two.bits.shape[:2]
    assert two.bits.shape[2] == BITS
    assert not two.ids[0, len(line(tokens("Oslo waits.")).ids) :].any()


def _scores(tags, classes):
    out = np.full((len(tags), len(classes)), -5.0, np.float32)
    for at, tag in enumerate(tags):
        out[at, classes.index(tag)] = 5.0
    return out


def test_tags_become_spans_and_a_kind_does_not_change_inside_a_name():
    classes = ["-", "b-person", "i-person", "b-place", "i-place"]
    scores = _scores(["-", "b-person", "i-person", "b-place", "-"], classes)
    assert [
        (one.span, one.kind) for one in decode.names_seen(Read({"names": scores}, {}, scores), classes).spans
    ] == [
        ((1, 3), "person"),
        ((3, 4), "place"),
    ]
    broken = _scores(["b-person", "i-place", "-"], classes)
    broken[1, classes.index("i-person")] = 4.9
    (one,) = decode.names_seen(Read({"names": broken}, {}, broken), classes).spans
    assert (one.span, one.kind) == ((0, 2), "person")


def test_content_is_the_runs_of_words_that_score_most():
    cue = _scores(["-", "-", "b", "-", "-", "-"], ["-", "b", "i"])
    related = {
        "source": np.full((6, 6), -2.0, np.float32),
        "content": np.full((6, 6), -2.0, np.float32),
    }
    related["source"][2, 0:2] = 3.0
    related["content"][2, [0, 1, 2, 4, 5]] = [-3, -3, 9, 2, 2]
    read = Read({"cue": cue, "stance": np.zeros((6, 2), np.float32)}, related, cue)
    (one,) = decode.frames_seen(read, ["say", "deny"], 0.5)
    assert (one.cue, one.source, one.content) == ((2, 3), (0, 2), ((4, 6),))


@pytest.mark.encoder
def test_the_encoder_sees_the_same_whatever_was_read_before():
    article = bare_article(TEXT)
    first = look(article)
    other = look(bare_article("Traders wept. " + TEXT))
    again = look(article)
    assert (again.frames, again.events) == (first.frames, first.events)
    assert [one.chance for one in other.events] == [one.chance for one in first.events]
    for one in first.frames:
        for start, end in (one.cue, *one.content):
            assert 0 <= start < end <= len(TEXT)
    assert look(bare_article("")) == Sights(asked=True)


@pytest.mark.encoder
def test_long_lines_are_seen_to_their_end():
    text = "rice and " * WORDS + "the traders of Nakuru met Amina Oduya."
    seen = [one for found in look(bare_article(text)).names.values() for one in found.spans]
    assert any(one.kind == "person" and one.span[0] > WORDS for one in seen)


@pytest.mark.encoder
def test_reading_has_events_of_the_encoder_and_says_so():
    with_model = reading.read(bare_article(TEXT))
    alone = reading.read(bare_article(TEXT), options=ReadingOptions(model=False))
    assert PART in with_model.part and PART not in alone.part
    assert not alone.sights and all(one.coder != PART for one in alone.events)
    added = [one for one in with_model.events if one.coder == PART]
    assert [(one.event, TEXT[one.start : one.end]) for one in added] == [("ASSAULT", "tear-gassed")]
    assert {(one.event, one.start) for one in alone.events} <= {(one.event, one.start) for one in with_model.events}


@pytest.mark.encoder
def test_an_article_is_read_against_another_date_without_the_encoder(monkeypatch):
    article = bare_article(TEXT)
    before = reading.read(article)
    day = Reference(interval=Interval(date(2024, 5, 8), date(2024, 5, 9)), best=date(2024, 5, 8))
    wanted = reading.read(article, day)
    monkeypatch.setattr(reading, "look", None)
    assert reading.read_again(article, before, day, ReadingOptions()) == wanted
    assert any(one.interval for one in wanted.times)


@pytest.mark.encoder
def test_pairs_have_chances_of_all_events():
    text = "Norway expelled two Belarusian diplomats on Friday."
    at = text.index("two")
    chances = pair_chances(text, (0, 6), (at, at + 24))
    assert set(chances) == set(EVENTS)
    assert sum(chances.values()) == pytest.approx(1, abs=1e-4)
    assert max(chances, key=chances.__getitem__) == "SANCTION"
    assert reading.code_pair(text, "Norway", "two Belarusian diplomats") == "SANCTION"
    assert isinstance(pair_chances("", (0, 0), (0, 0)), dict)


def _spoken(text, sight):
    article = bare_article(text)
    found = names(article)
    return speech(article, found, offices(article, found), Sights({}, (sight,), ()))


def test_a_statement_of_the_rules_stands_and_others_are_added():
    text = "Amina Oduya said the road would open, a plan traders pooh-pooh as theft."
    same = FrameSight(sentence=0, cue=(12, 16), stance="claim", source=(0, 5), content=((17, 25),), chance=0.99)
    assert _spoken(text, same) == _spoken(text, replace(same, chance=0.0))
    cue, what = text.index("pooh"), text.index("theft")
    other = FrameSight(
        sentence=0, cue=(cue, cue + 9), stance="claim", source=(cue - 8, cue - 1), content=((what, what + 5),),
        chance=0.97,
    )  # fmt: skip
    added = [one for one in _spoken(text, other) if one.rule == "encoder"]
    assert [(text[slice(*one.cue_span)], one.stance, one.speaker.name, one.confidence) for one in added] == [
        ("pooh-pooh", "claim", "traders", 0.97)
    ]


def test_events_of_the_encoder_need_a_known_party_and_words_of_their_own():
    text = "Norwegian guards hosed down Belarusian sailors, and Norway expelled their captain."
    article = bare_article(text)
    before = reading.read(article)
    at, done = text.index("hosed"), text.index("expelled")

    def seen(start, end, actor, chance=0.9):
        sight = EventSight(
            sentence=0, start=start, end=end, event="ASSAULT", mode="crowd-control", actor=(actor,),
            recipient=((28, 46),), chance=chance, event_chance=0.9,
        )  # fmt: skip
        again = replace(before, sights=(sight,))
        found = reading.read_again(article, again, Reference(), ReadingOptions()).events
        return [one for one in found if one.coder == PART]

    (one,) = seen(at, at + 10, (0, 16))
    assert (one.event, one.mode, one.event_text) == ("ASSAULT", "crowd-control", "hosed down")
    assert [entity.code for entity in one.actor + one.recipient] == ["NOR", "BLR"]
    assert seen(at, at + 10, (0, 16), chance=0.2) == []
    assert seen(done, done + 8, (0, 16)) == []


def test_the_card_tells_the_file():
    folder = Path(reading.__file__).parents[1] / "data" / "models"
    found = hashlib.sha256((folder / "encoder.onnx").read_bytes()).hexdigest()
    assert re.findall(r"[0-9a-f]{64}", (folder / "encoder.md").read_text(encoding="utf-8")) == [found]
    assert set(encoder().events) == set(EVENTS)


def test_attitudes_stand_where_the_encoder_sees_a_chance_of_them():
    text = "Traders support the plan. Amina Oduya said the road would open."
    article = bare_article(text)
    found = names(article)

    def cues(seen):
        return [one.cue for one in speech(article, found, offices(article, found), seen)]

    at = text.index("support")
    sight = FrameSight(
        sentence=0, cue=(at, at + 7), stance="welcome", source=(0, 7), content=((16, 24),), chance=0.1
    )
    assert cues(Sights()) == cues(Sights(frames=(sight,), asked=True)) == ["support", "said"]
    assert cues(Sights(asked=True)) == ["said"]


def test_the_lexicon_stands_before_the_encoder_in_pairs(monkeypatch):
    from coranto.reading.events import coding

    monkeypatch.setattr(coding, "pair_chances", lambda text, source, target: {"ASSAULT": 0.9, "AID": 0.1})
    assert reading.code_pair("Norway expelled a Belarusian envoy.", "Norway", "a Belarusian envoy") == "SANCTION"
    assert reading.code_pair("Norway pooh-poohs a Belarusian envoy.", "Norway", "a Belarusian envoy") == "ASSAULT"
    assert reading.code_pair("Norway pooh-poohs Oslo.", "Norway", "Oslo", model=False) == ""


def test_the_library_below_tells_nobody_and_leaves_nothing(tmp_path):
    code = (
        "from coranto import reading; from coranto.reading.names.find import bare_article;"
        "assert reading.read(bare_article('Police in Nairobi expelled two envoys.')).sights"
    )
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "LOCALAPPDATA": str(tmp_path)}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ORT_")}
    subprocess.run([sys.executable, "-c", code], env={**kept, **home}, check=True, timeout=120)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
