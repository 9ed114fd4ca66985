"""What is one event and what is two; counts, order, ids."""

import random
from dataclasses import replace

import pytest
from record_scenes import Scene, days, talks

from coranto.record import event_keys, merge_events, resolve


def merged(*scenes):
    return merge_events(resolve([scene.source() for scene in scenes]))


def test_the_same_meeting_told_by_two_outlets_is_one_event():
    events = merged(
        talks("Fjord Post", "2021-05-04", "2021-05-03"), talks("Aura Times", "2021-05-04", "2021-05-03")
    )
    assert len(events) == 1
    event = events[0]
    assert event.date == "2021-05-03"
    assert event.title == "Ingrid Dahl (NOR) meets Paavo Salo (FIN), Oslo"
    assert (event.counts.mentions, event.counts.articles, event.counts.outlets) == (2, 2, 2)
    assert {one.identifier_text for one in event.actor} == {"Ingrid Dahl", "Paavo Salo"}
    assert len(event.cites) == 2


def test_two_explicit_days_are_two_events():
    assert len(merged(talks("A", "2021-05-09", "2021-05-03"), talks("B", "2021-05-09", "2021-05-08"))) == 2
    assert len(merged(talks("A", "2021-05-09", "2021-05-03"), talks("B", "2021-05-09", "2021-05-04"))) == 2


def test_a_day_of_slack_where_a_date_was_reckoned():
    late = talks("B", "2021-05-05", "2021-05-04", extra={"date_basis": "relative-to-publication"})
    events = merged(talks("A", "2021-05-04", "2021-05-03"), late)
    assert len(events) == 1
    assert [one.field for one in events[0].disagreements] == ["date"]
    assert {value.value for value in events[0].disagreements[0].values} == {"2021-05-03", "2021-05-04"}


def test_meetings_with_different_persons_on_one_side_are_siblings():
    events = merged(
        talks("A", "2021-05-04", "2021-05-03"),
        talks("A", "2021-05-05", "2021-05-03", who=("Ingrid Dahl", "Aino Virta")),
    )
    assert len(events) == 2
    assert "other persons on one side" in " ".join(events[1].reasons)


def test_editions_of_one_series_never_merge_and_one_edition_always_does():
    def at(outlet, ordinal, on=None):
        return talks(
            outlet, "2021-05-04", on, story=f"sto-{outlet}", extra={"occasion": ("Northern Fair", ordinal)}
        )

    assert len(merged(at("A", 7), at("B", 8))) == 2
    events = merged(at("A", 7, "2021-05-03"), at("B", 7, "2021-05-03"))
    assert len(events) == 1
    assert "same edition and parties" in " ".join(events[0].reasons)
    assert events[0].occasion.ordinal == 7


def test_plans_stay_apart_from_what_happened_and_are_tied_to_it():
    plan = talks("A", "2021-05-01", "2021-05-03", extra={"modality": "planned"})
    events = merged(plan, talks("B", "2021-05-04", "2021-05-03"))
    assert [event.status for event in events] == ["planned", "reported"]
    assert events[0].title == "Planned: Ingrid Dahl (NOR) meets Paavo Salo (FIN), Oslo"
    assert f"happened in {events[1].id}" in " ".join(events[0].reasons)


def test_background_joins_the_old_event():
    back = talks("B", "2021-06-01", "2021-05-03", story="sto-2", extra={"modality": "background"})
    events = merged(talks("A", "2021-05-04", "2021-05-03"), back)
    assert len(events) == 1
    assert events[0].modality == "actual"
    assert events[0].stories == ("sto-1", "sto-2")


def test_undated_joins_only_inside_its_story():
    dated = talks("A", "2021-05-04", "2021-05-03")
    assert len(merged(dated, talks("B", "2021-05-04", None))) == 1
    assert len(merged(dated, talks("B", "2021-05-04", None, story="sto-2"))) == 2
    fair = {"occasion": ("Northern Fair", 0)}
    near = merged(
        talks("A", "2021-05-04", "2021-05-03", extra=dict(fair)),
        talks("B", "", None, story="sto-2", extra=dict(fair)),
    )
    assert len(near) == 1
    assert near[0].date == "2021-05-03"


def test_opposite_directions_of_one_promise_stay_apart():
    def vow(outlet, giver, taker):
        scene = Scene(outlet, "2021-05-04", f"{giver} is ready to help {taker} guard the sea, {outlet} writes.")
        codes = {"Norway": "NOR", "Finland": "FIN"}
        who, whom = scene.entity(giver, codes[giver]), scene.entity(taker, codes[taker])
        return scene.event("ready", [who], [whom], event="AGREE", family="agree", when=days("2021-05-03"))

    events = merged(vow("A", "Norway", "Finland"), vow("B", "Norway", "Finland"), vow("C", "Finland", "Norway"))
    assert [event.counts.articles for event in events] == [2, 1]
    assert events[0].title == "Norway agrees to work with Finland"


def test_an_agreement_at_a_meeting_is_a_part_of_it():
    scene = talks("A", "2021-05-04", "2021-05-03", extra={})
    meeting = scene.reading.events[0]
    who = scene.entity("Norway", "NOR"), scene.entity("Finland", "FIN")
    scene.event("held", who[:1], who[1:], event="AGREE", family="agree", when=days("2021-05-03"), at=meeting.id)
    events = {event.family: event for event in merged(scene)}
    assert events["agree"].part_of == events["meet"].id
    assert events["meet"].has_part == (events["agree"].id,)


def test_a_meeting_in_the_host_country_is_part_of_the_visit():
    scene = Scene("A", "2021-05-04", "Ingrid Dahl visited Finland.", "Dahl met Paavo Salo there.")
    scene.name("Ingrid Dahl", code="NOR").name("Paavo Salo", code="FIN")
    guest = scene.entity("Ingrid Dahl", "NOR", key="ingrid dahl", person=True)
    host = scene.entity("Paavo Salo", "FIN", key="paavo salo", person=True)
    land = scene.entity("Finland", "FIN")
    scene.event("visited", [guest], [land], family="visit", when=days("2021-05-02", "2021-05-03"))
    scene.event("met", [guest, host], when=days("2021-05-03"))
    events = {event.family: event for event in merged(scene)}
    assert events["meet"].part_of == events["visit"].id
    assert events["visit"].title == "Ingrid Dahl (NOR) visits Finland"


def test_copied_sentences_are_one_lineage():
    copies = [talks("Wire", "2021-05-04", "2021-05-03", family="fam-1") for _ in range(1)]
    for outlet in ("B", "C"):
        scene = talks("Wire", "2021-05-04", "2021-05-03", family="fam-1")
        scene.outlet, scene.at = outlet, f"art-{outlet}"
        copies.append(scene)
    event = merged(*copies)[0]
    assert (event.counts.outlets, event.counts.lineages, event.counts.origins) == (3, 1, 1)
    assert "copied sentence" in event.reasons


def test_status_counts_sides_by_who_says_so():
    def told(outlet, roots):
        return talks(outlet, "2021-05-04", "2021-05-03", origins=roots)

    both = merged(told("A", ("Norwegian Defence Ministry",)), told("B", ("Finnish Foreign Ministry",)))
    assert both[0].status == "confirmed-by-both"
    assert {origin.side for origin in both[0].origins} == {"actor", "recipient"}
    assert merged(told("A", ("Norwegian Defence Ministry",)))[0].status == "confirmed-by-one-side"
    assert merged(told("A", ("Swedish Radio",)))[0].status == "reported"


def test_denied_and_disputed():
    no = {"modality": "negated"}
    assert merged(talks("A", "2021-05-04", "2021-05-03", extra=dict(no)))[0].status == "denied"
    both = merged(talks("A", "2021-05-04", "2021-05-03", extra=dict(no)), talks("B", "2021-05-04", "2021-05-03"))
    assert [event.status for event in both] == ["disputed"]


def many(seed):
    """A heap of pages about a few happenings, with families, stories and origins drawn by chance."""
    draw = random.Random(seed)
    scenes = []
    for number in range(24):
        day = f"2021-05-{draw.randint(1, 9):02d}"
        on = draw.choice([None, day, "2021-05-03", "2021-05-05"])
        who = ("Ingrid Dahl", draw.choice(["Paavo Salo", "Aino Virta"]))
        outlet = draw.choice("ABCDE")
        scene = talks(
            f"{outlet}",
            day,
            on,
            who=who,
            place=draw.choice(["Oslo", "Turku"]),
            story=draw.choice(["sto-1", "sto-2"]),
            family=draw.choice(["", "fam-1", "fam-2"]),
            origins=tuple(draw.sample(["NTB", "STT", "Norwegian Army"], draw.randint(0, 2))),
        )
        scene.at = f"art-{number:02d}"
        scene.reading = talks_reading(scene)
        scenes.append(scene.source())
    return scenes


def talks_reading(scene):

    from coranto.types.ids import digest

    events = tuple(
        replace(one, article=scene.at, id=digest("evm", scene.at, one.sentence, one.start, one.event))
        for one in scene.reading.events
    )
    return replace(scene.reading, article=scene.at, events=events)


@pytest.mark.parametrize("seed", range(12))
def test_counts_never_grow_and_every_mention_has_one_event(seed):
    sources = many(seed)
    events = merge_events(resolve(sources))
    for event in events:
        c = event.counts
        assert c.mentions >= c.articles >= c.outlets >= c.lineages >= c.origins >= 1
        assert len(event.cites) == len(event.mentions) == c.mentions
    seen = sorted(mention for event in events for mention in event.mentions)
    assert seen == sorted(mention.id for source in sources for mention in source.reading.events)


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_the_pages_never_matters(seed):
    sources = many(seed)
    expected = merge_events(resolve(sources))
    random.Random(seed).shuffle(sources)
    assert merge_events(resolve(sources)) == expected


@pytest.mark.parametrize("seed", range(8))
def test_a_later_page_changes_no_id(seed):
    sources = many(seed)
    before = {event.id for event in merge_events(resolve(sources))}
    for on in ("2021-05-03", "2021-05-29", None):
        late = talks("Z", "2021-05-30", on).source()
        assert before <= {event.id for event in merge_events(resolve([*sources, late]))}


def test_mentions_of_one_event_share_a_key():
    sources = resolve(many(3))
    keys = {source.article.id: set(event_keys(source)) for source in sources}
    for event in merge_events(sources):
        group = list(dict.fromkeys(cite.article for cite in event.cites))
        reached, todo = set(), [group[0]]
        while todo:
            one = todo.pop()
            reached.add(one)
            todo.extend(other for other in group if other not in reached and keys[one] & keys[other])
        assert reached == set(group)


def test_nothing_gives_nothing():
    assert merge_events([]) == ()
    assert merged(Scene("A", "", "No news.")) == ()


def meeting(outlet, names, *, story="sto-1", day="2021-05-04", on="2021-05-03"):
    line = " and ".join(name for name, *_ in names)
    scene = Scene(outlet, day, f"{line} held talks, {outlet} writes.", story=story)
    for name, code, person in names:
        if person:
            scene.name(name, code=code)
    found = [scene.entity(n, c, key=n.casefold() if person else None, person=person) for n, c, person in names]
    return scene.event("talks", found, when=days(on) if on else None)


def test_a_person_of_unknown_country_stands_for_a_bare_country_only():
    lone = meeting("A", [("Ingrid Dahl", "", True), ("Paavo Salo", "FIN", True)])
    bare = meeting("B", [("Norway", "NOR", False), ("Paavo Salo", "FIN", True)])
    other = meeting("C", [("Olav Lie", "NOR", True), ("Paavo Salo", "FIN", True)])
    assert len(merged(lone, bare)) == 1
    assert len(merged(lone, other)) == 2


def test_words_said_at_a_meeting_take_its_day():
    scene = meeting("A", [("Ingrid Dahl", "NOR", True), ("Paavo Salo", "FIN", True)])
    scene.lines = (*scene.lines, "Norway is ready to help Finland.", "Norway struck Finland.")
    scene.text = " ".join(scene.lines)
    who = scene.entity("Norway", "NOR", line=1), scene.entity("Finland", "FIN", line=1)
    scene.event("ready", who[:1], who[1:], event="AGREE", family="agree", line=1)
    scene.event("struck", who[:1], who[1:], event="ASSAULT", family="fight", line=2)
    events = {event.family: event for event in merged(scene)}
    assert (events["agree"].date, events["agree"].date_basis) == ("2021-05-03", "relative-to-event")
    assert events["agree"].part_of == events["meet"].id
    assert events["fight"].date == ""


def test_undated_news_is_not_an_old_event():
    old = talks("A", "2021-05-04", "2021-05-03")
    late = talks("B", "2021-07-20", None)
    assert len(merged(old, late)) == 2


def test_one_sides_word_is_not_the_word_of_both():
    scene = Scene("A", "2021-05-04", "Norway and Finland vow to guard the sea.", "Norway is ready to help Finland.")
    both = [scene.entity("Norway", "NOR"), scene.entity("Finland", "FIN")]
    scene.event("vow", both, event="AGREE", family="agree", when=days("2021-05-03"))
    scene.event("ready", both[:1], both[1:], event="AGREE", family="agree", when=days("2021-05-03"))
    assert [event.title for event in merged(scene)] == [
        "Norway and Finland vow to guard the sea",
        "Norway agrees to work with Finland",
    ]


def test_one_odd_day_does_not_keep_the_others_out():
    def told(outlet, on):
        return talks(outlet, "2021-05-06", on, extra={"date_basis": "relative-to-publication"})

    pages = [told(outlet, "2021-05-03") for outlet in "ABCDEF"]
    odd = told("G", "2021-05-05")
    events = merged(*pages, odd, told("H", "2021-05-02"), told("I", "2021-05-03"))
    assert [event.date for event in events] == ["2021-05-03"]
    assert events[0].counts.articles == 9
    assert [one.field for one in events[0].disagreements] == ["date"]


def test_a_town_named_like_a_month_is_no_place():
    scene = talks("A", "2021-05-04", "2021-05-03", extra={"date_text": "Oslo"})
    assert merged(scene)[0].event_loc is None


def test_a_page_with_roots_on_both_sides_confirms_nothing_by_itself():
    roots = ("Norwegian Defence Ministry", "Finnish Foreign Ministry")
    event = merged(talks("A", "2021-05-04", "2021-05-03", origins=roots))[0]
    assert event.status == "reported"
    assert {origin.side for origin in event.origins} == {"unknown"}


def test_dates_are_written_at_the_granularity_known():
    scene = talks("A", "2021-05-04", None)
    month = scene.reading.events[0]

    scene.reading = replace(scene.reading, events=(replace(month, interval=days("2021-03-01", "2021-03-31")),))
    event = merged(scene)[0]
    assert (event.date, event.enddate) == ("2021-03", "2021-03-31")


def test_the_most_exact_agreed_date_wins_over_a_vague_one_that_holds_it():
    def told(outlet, first, last):
        scene = talks(outlet, "2021-05-04", first)
        event = replace(scene.reading.events[0], interval=days(first, last))
        scene.reading = replace(scene.reading, events=(event,))
        return scene

    pages = [told("A", "2021-05-01", "2021-05-31"), told("B", "2021-05-03", "2021-05-03")]
    assert merged(*pages, told("C", "2021-05-03", "2021-05-03"))[0].date == "2021-05-03"
