"""Every type goes to JSON and comes back equal; ids are stable; facts without a cite cannot be made."""

import dataclasses
import typing
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coranto.types as nouns
from coranto.types import Cite, Counts, Event, Interval
from coranto.types.codec import from_json, to_json
from coranto.types.ids import digest, kind_of

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@st.composite
def cites(draw):
    exact = draw(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=9))
    start = draw(st.integers(0, 999))
    return Cite(article=draw(st.text("abc", min_size=1)), sentence=draw(st.integers(-2, 9)), start=start,
                end=start + len(exact), exact=exact, prefix=draw(TEXT), suffix=draw(TEXT))  # fmt: skip


@st.composite
def intervals(draw):
    start = draw(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    return Interval(start, start + timedelta(days=draw(st.integers(1, 400))))


def kind(hint):
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint is Cite:
        return cites()
    if hint is Interval:
        return intervals()
    if origin is typing.Literal:
        return st.sampled_from(args)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        many = 1 if args[0] is Cite else 0
        return st.lists(kind(args[0]), min_size=many, max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(kind(arg) for arg in args))
    if args and type(None) in args:
        return st.none() | st.one_of(*(kind(arg) for arg in args if arg is not type(None)))
    if dataclasses.is_dataclass(hint):
        return values(hint)
    plain = {str: TEXT, int: st.integers(-(2**53), 2**53), float: st.floats(-1e9, 1e9), bool: st.booleans(),
             bytes: st.binary(max_size=9), date: st.dates(date(1, 1, 1))}  # fmt: skip
    return plain[hint]


def values(noun):
    hints = typing.get_type_hints(noun)
    return st.builds(noun, **{field.name: kind(hints[field.name]) for field in dataclasses.fields(noun)})


NOUNS = [getattr(nouns, name) for name in nouns.__all__ if dataclasses.is_dataclass(getattr(nouns, name))]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_json_round_trip(noun):
    made = kind(noun)

    @settings(max_examples=25, deadline=None)
    @given(made)
    def there_and_back(value):
        raw = to_json(value)
        assert from_json(raw, noun) == value
        assert to_json(from_json(raw, noun)) == raw

    there_and_back()


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_nouns_are_frozen_and_slotted(noun):
    assert "__slots__" in noun.__dict__
    assert noun.__dataclass_params__.frozen


def test_exported_names_are_sorted():
    def constants_first(name):
        return not name.isupper(), name

    assert list(nouns.__all__) == sorted(nouns.__all__, key=constants_first)


def test_an_id_is_the_digest_of_its_content():
    assert digest("art", "a", "b") == digest("art", "a", "b") != digest("art", "ab", "")
    assert kind_of(digest("evt", 1)) == "evt"
    assert kind_of("nonsense-1") == ""
    with pytest.raises(ValueError, match="unknown kind"):
        digest("cat", "a")


def test_the_ids_of_today_are_the_ids_of_tomorrow():
    assert digest("sto", "art-1") == "sto-8cf698d53047e6c4"


def test_a_fact_without_a_cite_cannot_be_made():
    one = Counts(mentions=1, articles=1, outlets=1, lineages=1, origins=1)
    with pytest.raises(ValueError, match="without a cite"):
        Event(id="evt-1", event="CONSULT", family="meet", title="A meets B", counts=one, cites=())


@pytest.mark.parametrize(("exact", "end"), [("", 3), ("abc", 4), ("abc", 2)])
def test_a_cite_quotes_exactly(exact, end):
    with pytest.raises(ValueError, match="exactly"):
        Cite(article="art-1", sentence=0, start=0, end=end, exact=exact)


def test_an_interval_holds_a_day():
    with pytest.raises(ValueError, match="at least one day"):
        Interval(date(2023, 1, 2), date(2023, 1, 2))
    week = Interval(date(2023, 1, 2), date(2023, 1, 9))
    assert (week.days, week.last) == (7, date(2023, 1, 8))
    assert week.meet(Interval(date(2023, 1, 8), date(2023, 2, 1))) == Interval(date(2023, 1, 8), date(2023, 1, 9))
    assert week.meet(Interval(date(2023, 1, 9), date(2023, 2, 1))) is None
