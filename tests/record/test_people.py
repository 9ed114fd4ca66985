"""Names joined over pages, roles looked up, offices dated."""

from dataclasses import replace

import pytest
from record_scenes import Scene, days, speaker

from coranto.record import offices, persons, resolve
from coranto.record.combine import combine_persons
from coranto.record.names import name_key, role_key
from coranto.record.nationality import countries_in
from coranto.types import Cite, Person


def minister(outlet="A", day="2021-05-04", name="Paavo Salo", code="FIN", **more):
    scene = Scene(outlet, day, f"Finnish Defence Minister {name} went home.", **more)
    return scene.name(name, code=code).office(
        f"Finnish Defence Minister {name}", "Defence Minister", person=name.casefold(), code=code
    )


def met(scene, words, code, **more):
    return scene.event("met", [scene.entity(words, code, **more)], when=days("2021-05-03"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Yegorov", "Sergei Egorov"),
        ("Aleksandr Makhov", "Alexander Mahov"),
        ("Mohammed Saleh", "Mohamed Saleh"),
        ("José Peña", "Jose Pena"),
        ("Olga V. Orlova", "Olga Orlova"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Ivan Petrov", "Igor Petrov"), ("Li Na", "Li Ning"), ("Salo", "Sala")])
def test_names_that_differ(one, other):
    assert name_key(one) != name_key(other)


def test_titles_that_mean_one_office():
    assert role_key("Defence Minister") == role_key("Minister of Defense") == role_key("Finnish defense minister")
    assert role_key("Deputy Chairman") == role_key("vice-chairwoman")
    assert role_key("Foreign Minister") != role_key("Defence Minister")


def test_a_role_is_looked_up_in_its_article():
    scene = Scene(
        "A", "2021-05-04", "Finnish Defence Minister Paavo Salo rose.", "The Finnish Defence Minister met him."
    )
    scene.name("Paavo Salo", code="FIN")
    scene.office("Finnish Defence Minister Paavo Salo", "Defence Minister", person="paavo salo", code="FIN")
    scene.office("The Finnish Defence Minister", "Defence Minister", code="FIN")
    met(scene, "The Finnish Defence Minister", "FIN")
    actor = resolve([scene.source()])[0].reading.events[0].actor[0]
    assert (actor.identifier_text, actor.person) == ("Paavo Salo", True)
    assert actor.entity_text == "The Finnish Defence Minister"


def test_a_role_is_looked_up_in_its_story_and_not_in_a_stranger():
    other = Scene("B", "2021-05-05", "The Finnish defense minister met guests.")
    other.office("The Finnish defense minister", "defense minister", code="FIN")
    met(other, "The Finnish defense minister", "FIN")
    found = {one.article.outlet: one for one in resolve([minister().source(), other.source()])}
    assert found["B"].reading.events[0].actor[0].identifier_text == "Paavo Salo"
    lost = resolve([minister(code="SWE", story="sto-9", line="").source(), other.source()])
    assert not next(one for one in lost if one.article.outlet == "B").reading.events[0].actor[0].person


def test_two_holders_leave_the_role_open():
    other = Scene("B", "2021-05-05", "The Finnish defense minister met guests.")
    other.office("The Finnish defense minister", "defense minister", code="FIN")
    met(other, "The Finnish defense minister", "FIN")
    pages = [minister(), minister("C", name="Aino Virta"), other]
    last = next(one for one in resolve([page.source() for page in pages]) if one.article.outlet == "B")
    assert last.reading.events[0].actor[0].identifier_id == ""


def test_an_old_holder_is_not_taken_for_the_new_one():
    other = Scene("B", "2031-05-05", "The Finnish defense minister met guests.", story="sto-8", line="")
    other.office("The Finnish defense minister", "defense minister", code="FIN")
    met(other, "The Finnish defense minister", "FIN")
    last = next(one for one in resolve([minister(line="").source(), other.source()]) if one.article.outlet == "B")
    assert not last.reading.events[0].actor[0].person


def test_a_surname_joins_the_full_name_of_its_story():
    scene = Scene("B", "2021-05-05", "Salo met guests.", "Salo said yes.")
    scene.name("Salo", key="salo", code="FIN")
    met(scene, "Salo", "FIN", key="salo", person=True)
    scene.said("yes", speaker("Salo", "salo"))
    held = resolve([minister().source(), scene.source()])
    late = next(one for one in held if one.article.outlet == "B")
    assert late.reading.events[0].actor[0].identifier_text == "Paavo Salo"
    assert late.reading.statements[0].speaker.name == "Paavo Salo"
    assert late.reading.statements[0].speaker.office == "Defence Minister"
    people = persons([minister().source(), scene.source()])
    assert [person.name for person in people] == ["Paavo Salo"]
    assert people[0].mentions == 2
    assert "Salo" in people[0].aliases


def test_a_surname_two_people_share_stays_alone():
    scene = Scene("B", "2021-05-05", "Salo met guests.").name("Salo", key="salo", code="FIN")
    people = persons([minister().source(), minister("C", name="Kaisa Salo").source(), scene.source()])
    assert sorted(person.name for person in people) == ["Kaisa Salo", "Paavo Salo", "Salo"]


def test_spellings_become_one_person_with_one_id():
    pages = [minister(name="Sergey Orlov"), minister("B", name="Sergei Orlov"), minister("C", name="Sergei Orlov")]
    people = persons([page.source() for page in pages])
    assert len(people) == 1
    assert people[0].name == "Sergei Orlov"
    assert people[0].aliases == ("Sergey Orlov",)
    assert people[0].id == persons([pages[0].source()])[0].id


def test_offices_are_dated_spells_with_variants():
    second = Scene("B", "2021-06-10", "Defense minister Paavo Salo left.").name("Paavo Salo", code="FIN")
    second.office("Defense minister Paavo Salo", "Defense minister", person="paavo salo", code="FIN")
    found = offices([second.source(), minister().source()])
    assert len(found) == 1
    assert (found[0].since, found[0].until) == ("2021-05-04", "2021-06-10")
    assert {found[0].title, *found[0].variants} == {"Defence Minister", "Defense minister"}
    assert found[0].person == persons([minister().source()])[0].id
    assert len(found[0].cites) == 2


def test_a_former_office_is_a_spell_of_its_own():
    second = Scene("B", "2021-06-10", "Former defence minister Paavo Salo left.").name("Paavo Salo", code="FIN")
    second.office(
        "Former defence minister Paavo Salo", "defence minister", person="paavo salo", code="FIN", status="former"
    )
    assert {one.status for one in offices([second.source(), minister().source()])} == {"current", "former"}


def test_the_words_of_an_office_beat_a_reckoned_country():
    def page(outlet, line, code):
        scene = Scene(outlet, "2021-05-04", line).name("Ada Berg", code=code)
        return scene.office(line.partition(" spoke")[0], "president", person="ada berg", code=code).source()

    pages = [page(outlet, "President Ada Berg spoke of Finland.", "FIN") for outlet in "ABC"]
    assert persons([*pages, page("D", "Norwegian President Ada Berg spoke.", "NOR")])[0].code == "NOR"


def test_a_country_no_words_bear_out_is_not_believed():
    scene = Scene("A", "2021-05-04", "President Ada Berg spoke of Finland and of Sweden.").name(
        "Ada Berg", code="FIN"
    )
    scene.name("Finland", code="FIN", kind="place").name("Sweden", code="SWE", kind="place")
    scene.office("President Ada Berg", "president", person="ada berg", code="FIN")
    assert persons([scene.source()])[0].code == ""


def test_a_rank_belongs_to_the_office():
    scene = Scene("A", "2021-05-04", "Admiral Paavo Salo, commander of the Finnish Navy, spoke.").name("Paavo Salo")
    scene.office("Admiral Paavo Salo", "admiral", person="paavo salo")
    scene.office("Paavo Salo, commander of the Finnish Navy", "commander", person="paavo salo", code="FIN")
    held = offices([scene.source()])
    assert [(one.title, one.rank) for one in held] == [("commander", "admiral")]


def test_since_when_by_the_text():
    line = "Finnish minister Paavo Salo took office in March 2019 and smiled."
    scene = Scene("A", "2021-05-04", line).name("Paavo Salo", code="FIN")
    scene.office("Finnish minister Paavo Salo", "minister", person="paavo salo", code="FIN")
    scene.time("March 2019", "2019-03", days("2019-03-01", "2019-03-31"))
    assert [one.since for one in offices([scene.source()])] == ["2019-03"]


def test_a_plural_role_is_no_part_of_a_name():
    scene = Scene("A", "2021-05-04", "Presidents Ada Berg and Paavo Salo spoke.").name("Presidents Ada Berg")
    assert [one.name for one in persons([scene.source()])] == ["Ada Berg"]


def test_points_and_capitals_tell_a_country_from_a_pronoun():
    assert countries_in("the U.S. president") == {"USA"} == countries_in("US President")
    assert countries_in("the U.A.E. envoy") == {"ARE"}
    assert countries_in("he told us so") == set()


def test_the_country_that_most_mentions_bear_out_is_that_of_the_whole():
    cite = Cite(article="art-1", sentence=0, start=0, end=9, exact="Ana Smith")
    piece = Person(id="per-1", name="Ana Smith", code="USA", sector=("GOV",), mentions=90, cites=(cite,))
    strays = [replace(piece, code=code, sector=("MED",), mentions=2) for code in ("RUS", "FIN")]
    for pieces in ([piece, *strays], [*strays, piece]):
        whole = combine_persons(pieces)
        assert (whole.code, whole.sector, whole.mentions) == ("USA", ("GOV",), 94)
    assert combine_persons([replace(piece, code=""), strays[0]]).code == "RUS"
