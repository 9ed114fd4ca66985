"""What one speaker said, told in several wordings."""

import random

from record_scenes import Scene, days, speaker

from coranto.record import merge_statements, resolve
from coranto.types import Link

SALO = speaker("Paavo Salo", "paavo salo", country="FIN")


def page(outlet, words, who=SALO, *, quoted=(), kind="indirect", day="2021-05-04", story="sto-1", **more):
    scene = Scene(outlet, day, f"Paavo Salo said {words}.", story=story).name("Paavo Salo", code="FIN")
    return scene.said(words, who, quoted=quoted, kind=kind, **more)


def merged(*scenes):
    return merge_statements(resolve([scene.source() for scene in scenes]))


def test_the_same_words_are_one_statement():
    words = "the harbour will stay open through the winter for every ship"
    found = merged(page("A", words), page("B", words))
    assert len(found) == 1
    assert len(found[0].wordings) == 1
    assert len(found[0].wordings[0].cites) == 2
    assert found[0].speaker.name == "Paavo Salo"


def test_a_paraphrase_in_the_same_story_is_a_wording():
    found = merged(
        page("A", "the harbour will stay open through the winter for every ship"),
        page("B", "the harbour of Turku stays open in winter for all ships, whatever the ice"),
    )
    assert len(found) == 1
    assert len(found[0].wordings) == 2
    assert "same speaker" in found[0].reasons[0]


def test_another_speaker_is_another_statement():
    words = "the harbour will stay open through the winter"
    other = speaker("Ingrid Dahl", "ingrid dahl", country="NOR")
    assert len(merged(page("A", words), page("B", words, other))) == 2


def test_a_quotation_joins_whoever_is_named_less():
    quote = "a shared duty to keep the frozen harbour channels open"
    official = speaker("a senior official", "", country="FIN", via="unnamed")
    found = merged(
        page("A", f"it was “{quote}”", official, quoted=(quote,), kind="mixed"),
        page("B", f"all had {quote} for trade"),
    )
    assert len(found) == 1
    assert found[0].speaker.name == "Paavo Salo"


def test_a_later_story_with_common_phrases_stays_apart():
    found = merged(
        page("A", "Finland is ready to deepen ties and guard the northern sea", day="2021-05-04"),
        page("B", "Finland is ready to deepen trade and open the eastern road", day="2021-09-04", story="sto-2"),
    )
    assert len(found) == 2


def test_different_sayings_in_one_article_stay_apart():
    scene = Scene("A", "2021-05-04", "Salo said ice is thick.", "Salo said bread is dear.").name("Salo", code="FIN")
    scene.said("ice is thick", SALO).said("bread is dear", SALO)
    assert len(merged(scene)) == 2


def test_the_longest_agreeing_chain_is_kept():
    words = "the harbour will stay open through the winter"
    inner = Link(actor="Paavo Salo", relation="says")
    short = (Link(actor="B", relation="publishes"), inner)
    long = (Link(actor="A", relation="publishes"), Link(actor="STT", relation="quotes"), inner)
    found = merged(page("B", words, chain=short), page("A", words, chain=long))
    assert found[0].chain == long


def test_dates_come_from_the_reading_before_the_page():
    found = merged(page("A", "ice is thick", time="2021-05-02"), page("B", "bread is dear", day="2021-05-05"))
    assert [(one.date, one.date_basis) for one in found] == [
        ("2021-05-02", "explicit"),
        ("2021-05-05", "relative-to-publication"),
    ]


def test_retranslated_wordings_are_marked():
    found = merged(page("A", "ice is thick", retranslated=True))
    assert found[0].wordings[0].retranslated


def test_order_never_matters_and_every_mention_has_one_home():
    draw = random.Random(4)
    words = [
        "harbour",
        "winter",
        "open",
        "ships",
        "ice",
        "trade",
        "sea",
        "guard",
        "road",
        "bread",
        "market",
        "north",
    ]
    pages = [
        page(draw.choice("ABC"), " ".join(draw.sample(words, 7)), story=draw.choice(["sto-1", "sto-2"])).source()
        for _ in range(30)
    ]
    held = resolve(pages)
    expected = merge_statements(held)
    assert merge_statements(held[::-1]) == expected
    mentions = [mention for one in expected for mention in one.mentions]
    assert sorted(mentions) == sorted(m.id for source in held for m in source.reading.statements)


def test_the_chain_ends_in_the_full_name():
    chain = (Link(actor="B", relation="publishes"), Link(actor="Salo", relation="says"))
    found = merged(page("B", "the harbour will stay open", chain=chain))
    assert [link.actor for link in found[0].chain] == ["B", "Paavo Salo"]


def test_a_saying_beside_a_meeting_takes_its_day():
    scene = Scene("A", "2021-05-06", "Salo said ice is thick while meeting envoys on Monday.").name(
        "Salo", code="FIN"
    )
    scene.said("ice is thick", SALO)
    scene.event("meeting", [scene.entity("Salo", "FIN")], when=days("2021-05-03"))
    found = merged(scene)
    assert (found[0].date, found[0].date_basis) == ("2021-05-03", "relative-to-event")


def test_a_fragment_of_one_article_folds_into_the_whole():
    whole = "the ferry line to the northern islands will open in the spring"
    scene = Scene(
        "A", "2021-05-04", f"Salo said that {whole}.", "The northern islands get a ferry line, Salo said."
    )
    scene.said(whole, SALO).said("The northern islands get a ferry line", SALO, line=1)
    made = merge_statements(resolve([scene.source()]))
    assert len(made) == 1
    assert made[0].content == (whole,)


def test_words_of_a_meetings_party_are_of_its_day():
    scene = Scene("A", "2021-05-06", "Salo met Dahl in Oslo on Monday.", "Salo said the sea is wide and cold.")
    both = [scene.entity("Salo", "FIN", key=SALO.id, person=True), scene.entity("Dahl", "NOR")]
    scene.event("met", both, when=days("2021-05-03"))
    scene.said("the sea is wide and cold", SALO)
    made = merge_statements(resolve([scene.source()]))
    assert [one.date for one in made] == ["2021-05-03"]
