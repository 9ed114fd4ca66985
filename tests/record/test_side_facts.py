"""Occasions, figures, and the dating of pages without a date."""

from record_scenes import Scene, days, talks

from coranto.record import date_page, figures, occasions
from coranto.types import FigureMention, OccasionMention, Occurrence
from coranto.types.ids import digest


def fair(outlet, words, ordinal=0, series="northern fair", when=None, day="2021-05-04", more="", **extra):
    scene = Scene(outlet, day, f"Guests came to {words} in Turku.", more or "They left.", **extra)
    sentence, start, end = scene.span(words)
    return scene.add(
        "occasions",
        OccasionMention(
            sentence=sentence,
            start=start,
            end=end,
            text=words,
            interval=when,
            place="Turku",
            occasion=Occurrence(name=words, series=series, ordinal=ordinal),
        ),
    )


def count(outlet, words, value, *, measure="guests", mod="", story="sto-1"):
    scene = Scene(outlet, "2021-05-04", f"The fair drew {words} to Turku, {outlet} says.", story=story)
    sentence, start, end = scene.span(words)
    return scene.add(
        "figures",
        FigureMention(
            id=digest("fgm", scene.at, start),
            sentence=sentence,
            start=start,
            end=end,
            text=words,
            value=value,
            mod=mod,
            measure=measure,
        ),
    ).source()


def test_editions_names_and_earlier_rounds():
    pages = [
        fair("A", "the 7th Northern Fair", 7, when=days("2021-05-02", "2021-05-05")),
        fair("B", "the Northern Trade Fair", 7, series="northern trade fair"),
        fair("C", "the Fair of 2019", when=days("2019-01-01", "2019-12-31")),
        fair("D", "the Fair of 2017", when=days("2017-01-01", "2017-12-31")),
    ]
    found = occasions([page.source() for page in pages])
    assert [one.series for one in found] == ["northern fair"]
    assert [(e.ordinal, e.date, e.inferred) for e in found[0].editions] == [
        (5, "2017", True),
        (6, "2019", True),
        (7, "2021-05-02", False),
    ]
    assert found[0].editions[-1].enddate == "2021-05-05"
    assert "the Northern Trade Fair" in (*found[0].aliases, found[0].name)


def test_unrelated_series_stay_apart():
    pages = [
        fair("A", "the 7th Northern Fair", 7),
        fair("B", "the 3rd Northern Fish Fair", 3, series="northern fish fair", story="sto-2"),
    ]
    assert len(occasions([page.source() for page in pages])) == 2


def differs(*pages):
    found = figures(pages)
    assert len(found) == 1
    return found[0].differs


def test_figures_differ_only_when_they_exclude_each_other():
    assert differs(count("A", "500 guests", 500), count("B", "600 guests", 600))
    assert not differs(count("A", "over 500 guests", 500, mod="over"), count("B", "600 guests", 600))
    assert not differs(count("A", "about 500 guests", 500, mod="about"), count("B", "520 guests", 520))
    assert differs(count("A", "under 500 guests", 500, mod="under"), count("B", "600 guests", 600))
    assert not differs(count("A", "500 guests", 500), count("B", "500 guests", 500))


def test_different_measures_stand_side_by_side():
    found = figures([count("A", "500 guests", 500), count("B", "90 countries", 90, measure="countries")])
    assert [one.differs for one in found] == [False, False]
    assert len(figures([count("A", "500 guests", 500), count("B", "600 guests", 600, story="sto-2")])) == 2


def bare(outlet, told, value):
    """A page with a number of which nothing is said: its measure ends in its own id."""
    scene = Scene(outlet, "2021-05-04", told, story="sto-1")
    sentence, start, end = scene.span(str(value))
    ident = digest("fgm", scene.at, outlet, start)
    return scene.add(
        "figures",
        FigureMention(
            id=ident, sentence=sentence, start=start, end=end, text=str(value), value=value, measure=f"count{ident}"
        ),
    ).source()


def test_a_bare_number_is_one_figure_in_all_copies_of_its_sentence():
    told = "They brought 40 of them to Turku."
    found = figures([bare("A", told, 40), bare("B", told, 40), bare("C", "Some 40 were left at home.", 40)])
    assert sorted(len(one.cites) for one in found) == [1, 2]


def weekday_page(tail):
    """A page without a date: the same persons met, with the page's own word for when."""
    scene = Scene("B", "", f"Ingrid Dahl and Paavo Salo held talks {tail}.")
    scene.name("Ingrid Dahl", code="NOR").name("Paavo Salo", code="FIN")
    pair = [
        scene.entity(n, c, key=n.casefold(), person=True)
        for n, c in (("Ingrid Dahl", "NOR"), ("Paavo Salo", "FIN"))
    ]
    return scene.event("talks", pair).source()


def test_a_weekday_and_a_dated_sibling_bound_the_page():
    sibling = talks("A", "2021-05-04", "2021-05-03").source()
    found = date_page(weekday_page("on Monday"), [sibling])
    assert (found.start.isoformat(), found.end.isoformat()) == ("2021-05-03", "2021-05-10")
    assert found.value == "2021-05-04"
    assert found.known == "inferred"
    assert "weekday monday" in [one.rule for one in found.evidence]
    assert date_page(weekday_page("on Friday"), [sibling]) is None


def test_other_words_for_when():
    sibling = talks("A", "2021-05-04", "2021-05-03").source()
    assert date_page(weekday_page("yesterday"), [sibling]).value == "2021-05-04"
    last = date_page(weekday_page("last week"), [sibling])
    assert (last.start.isoformat(), last.precision) == ("2021-05-10", "week")


def test_an_edition_dates_a_page():
    known = fair("A", "the 7th Northern Fair", 7, when=days("2021-05-02", "2021-05-05")).source()
    found = date_page(fair("B", "the 7th Northern Fair", 7, day="").source(), [known])
    assert found.start.isoformat() == "2021-05-02"
    assert found.end.isoformat() == "2021-05-12"


def test_years_and_bare_months_give_the_year():
    scene = Scene("B", "", "Ships took part in Ice Guard-2021 in March.").time("March", "XXXX-03")
    found = date_page(scene.source(), [])
    assert (found.value, found.precision, found.start.isoformat()) == ("2021", "year", "2021-03-01")


def test_nothing_is_never_guessed():
    assert date_page(Scene("B", "", "Nothing happened.").source(), []) is None
    assert (
        date_page(Scene("B", "", "Nothing happened.").source(), [talks("A", "2021-05-04", "2021-05-03").source()])
        is None
    )


def test_rounds_looked_back_on_are_earlier_editions():
    lines = (
        "It was the ninth round of ferry talks.",
        "The last round was in 2019.",
        "The previous round was in 2018.",
    )
    scene = Scene("A", "2021-05-04", *lines)
    sentence, start, end = scene.span("ninth round of ferry talks")
    occasion = Occurrence(name="ferry talks", series="ferry talks", ordinal=9)
    text = scene.text[start:end]
    scene.add("occasions", OccasionMention(sentence=sentence, start=start, end=end, text=text, occasion=occasion))
    scene.time("2019", "2019", days("2019-01-01", "2019-12-31")).time(
        "2018", "2018", days("2018-01-01", "2018-12-31")
    )
    editions = occasions([scene.source()])[0].editions
    assert [(one.ordinal, one.date, one.inferred) for one in editions] == [
        (7, "2018", True), (8, "2019", True), (9, "", False),
    ]  # fmt: skip


def test_rounds_of_talks_under_one_name():
    pages = [
        fair("A", "the ninth round of their consultations", 9, series="consultations"),
        fair("B", "the ninth round of herring talks", 9, series="herring talks"),
        fair("C", "the eighth round of bread talks", 8, series="bread talks"),
    ]
    assert len(occasions([one.source() if hasattr(one, "source") else one for one in pages])) == 2
