"""The five captured pages of the design, where they lie beside the repository: the record expected of them.

No text of the pages stands here; names and dates are those of `design/6-seeds.md`.
"""

from pathlib import Path

import pytest

from coranto.desk import relations, views
from coranto.flow.read import read
from coranto.settings import Settings
from coranto.store import Archive, Filter

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the seed pages are not at {SEEDS}")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive(tmp_path_factory.mktemp("seeds") / "s.coranto") as opened:
        read(opened, [str(SEEDS)], Settings())
        yield opened


@pytest.fixture(scope="module")
def articles(archive):
    items = views.listing(archive, "articles", Filter())["items"]
    return {item["path"].split("_")[0][-3:]: views.article(archive, item["id"]) for item in items}


@pytest.fixture(scope="module")
def events(archive):
    return views.listing(archive, "events", Filter(limit=500))["items"]


def test_outlets_carriers_and_kinds(articles):
    assert {name: (one["outlet"], one["carrier"], one["kind"]) for name, one in articles.items()} == {
        "000": ("Caixin Global", "inkl", "news"),
        "001": ("Asian Lite", "", "news"),
        "002": ("China Daily", "", "news"),
        "003": ("", "", "forum"),
        "004": ("South China Morning Post", "", "news"),
    }


def test_bylines(articles):
    named = {name: [(one["name"], one["role"]) for one in article["byline"]] for name, article in articles.items()}
    assert named["000"] == [("Kelly Wang", "reporter"), ("Bertrand Teo", "editor")]
    (name, role) = named["002"][0]
    assert (len(named["002"]), role) == (1, "reporter")
    page = next(SEEDS.glob("002_*")).read_text(encoding="utf-8")
    assert f"\nBy {name}\n" in page
    assert named["003"] == named["001"] == named["004"] == []


def test_printed_dates_and_inferred_ones(articles):
    assert articles["001"]["published"]["value"] == "2023-10-31"
    assert articles["001"]["captured"][:10] == "2025-06-01"
    assert articles["002"]["published"]["value"] == "2023-11-10T11:19+08:00"
    assert articles["002"]["updated"]["value"] == "2023-11-10T11:31+08:00"
    for name in ("000", "003", "004"):
        assert articles[name]["published"]["known"] == "inferred"
        assert articles[name]["published"]["evidence"]
    assert articles["000"]["published"]["start"] >= "2023-10-30"
    assert articles["000"]["published"]["end"] <= "2023-11-06"
    assert articles["003"]["published"]["value"].startswith("2023")
    assert articles["004"]["published"]["value"].startswith("2023")


def test_completeness(articles):
    verdicts = {name: article["completeness"]["verdict"] for name, article in articles.items()}
    assert verdicts == {
        "000": "complete",
        "001": "complete",
        "002": "complete",
        "003": "complete",
        "004": "truncated",
    }


FURNITURE = (
    "newsletter", "Sign up", "Download the app", "Related Stories", "Top stories", "Our Picks", "Gaza", "Syria",
    "IAEA", "Dubai", "Evergrande", "Karlin", "PDF View", "Top Bottom", "Nation of", "ALSO READ", "Previous Story",
    "Next Story", "Go toTop", "Kazakhstan",
)  # fmt: skip


def test_no_furniture_in_any_text(articles):
    found = [
        (name, words)
        for name, one in articles.items()
        for words in FURNITURE
        if words.lower() in one["text"].lower()
    ]
    assert found == []


def test_one_story_of_two_and_one_storyline(articles):
    stories = {name: one["story"] for name, one in articles.items()}
    assert stories["000"] == stories["001"]
    assert len(set(stories.values())) == 4
    assert len({one["storyline"] for one in articles.values()}) == 1
    assert articles["000"]["storyline"]


def parties(event):
    return {entity["code"] for entity in event["actor"] + event["recipient"]}


def persons(event):
    return {
        entity["identifier_text"].split()[-1] for entity in event["actor"] + event["recipient"] if entity["person"]
    }


def pages_of(event, articles):
    told = {cite["article"] for cite in event["cites"]}
    return {name for name, one in articles.items() if one["id"] in told}


def one_event(events, **wanted):
    found = [event for event in events if all(check(event) for check in wanted.values())]
    assert len(found) == 1, [(event["date"], event["title"]) for event in found]
    return found[0]


def meeting(events, names, day):
    def is_meeting(event):
        return event["event"] == "CONSULT" and event["family"] == "meet" and event["date"] == day

    def has_names(event):
        return all(any(part in " ".join(persons_text(event)) for part in [name]) for name in names)

    return one_event(events, is_meeting=is_meeting, has_names=has_names)


def persons_text(event):
    return [entity["identifier_text"] for entity in event["actor"] + event["recipient"]]


def test_event_1_the_meeting_of_30_october_told_by_three_pages(events, articles):
    event = meeting(events, ("Zhang", "Shoigu"), "2023-10-30")
    assert parties(event) >= {"CHN", "RUS"}
    assert pages_of(event, articles) == {"000", "001", "002"}
    assert event["status"] == "confirmed-by-both"
    assert (event["occasion"] or {}).get("ordinal") == 10


def test_events_9_and_10_two_meetings_of_8_november(events):
    putin = meeting(events, ("Zhang", "Putin"), "2023-11-08")
    shoigu = meeting(events, ("Zhang", "Shoigu"), "2023-11-08")
    assert putin["id"] != shoigu["id"]
    assert parties(putin) >= {"CHN", "RUS"}
    assert putin["event_loc"]["resolved_place"] == "Moscow"


def test_event_17_the_exercise_of_july(events):
    event = one_event(
        events,
        kind=lambda event: event["event"] == "COOPERATE" and event["family"] == "exercise",
        when=lambda event: event["date"][:7] == "2023-07",
    )
    assert parties(event) >= {"CHN", "RUS"}


def test_event_21_the_22nd_round(events):
    event = one_event(
        events,
        occasion=lambda event: event["event"] == "CONSULT" and (event["occasion"] or {}).get("ordinal") == 22,
    )
    assert parties(event) >= {"CHN", "RUS"}
    assert event["date"].startswith("2023")
    assert event["date_basis"] != "explicit"
    assert event["date_reason"]


def test_planned_things_stay_planned(events):
    belarus = [event for event in events if "Belarus" in event["title"]]
    assert belarus
    assert {event["status"] for event in belarus} == {"planned"}


def test_no_event_of_the_day_of_capture(events):
    assert not [event["title"] for event in events if event["date"] >= "2024"]


def test_shoigu_with_tass_in_the_chain(archive):
    said = views.listing(archive, "statements", Filter(limit=500))["items"]
    own = [one for one in said if "Shoigu" in ((one["speaker"] or {}).get("name") or "")]
    chains = [[link["actor"] for link in one["chain"]] for one in own]
    assert sum("TASS" in chain for chain in chains) >= 2
    assert all(chain[-1] == one["speaker"]["name"] for chain, one in zip(chains, own, strict=True) if chain)
    for chain in chains:
        if "TASS" in chain:
            assert chain[0] == "Asian Lite"
            assert chain.index("ANI") < chain.index("TASS")


def test_explain_says_why_for_every_fact(archive, events):
    for event in events:
        why = relations.explain(archive, event["id"])
        assert why["cites"]
        assert why["coded"]
        assert why["reasons"] or event["counts"]["mentions"] == 1
    for item in views.listing(archive, "articles", Filter())["items"]:
        why = relations.explain(archive, item["id"])
        assert why["reasons"]
        assert why["parts"]


def test_a_weekday_after_publication_is_flagged(archive, articles):
    assert "weekday_after_publication" in relations.explain(archive, articles["001"]["id"])["flags"]


def test_figures_of_unlike_measure_do_not_differ(archive):
    figures = views.listing(archive, "figures", Filter(limit=200))["items"]
    assert len(figures) >= 4
    assert not [one["what"] for one in figures if one["differs"]]


def test_occasions(archive):
    found = {edition["ordinal"]: one["name"] for one in views.listing(archive, "occasions", Filter())["items"]
             for edition in one["editions"]}  # fmt: skip
    assert {10, 11, 22, 3} <= set(found)
    assert "Xiangshan" in found[10]
