"""Views that relate facts: dossier, who said it, lineage, outlets compared, search, explain."""

import pytest

from coranto.desk import relations, views
from coranto.desk.actors import called, code_of, words_of
from coranto.desk.words import known
from coranto.errors import NotFound, UsageError
from coranto.store import Archive, Filter


@pytest.fixture(scope="module")
def archive(samples_archive):
    with Archive(samples_archive, make=False) as held:
        yield held


def found(desk, query):
    return [one["title"] for one in desk.data("/api/search?limit=1000&q=" + query)["items"]]


def test_a_code_and_a_name_of_a_country_are_one_actor():
    assert code_of("norway") == code_of("NOR") == code_of("nor") == "NOR"
    assert code_of("Astrid Hollevik") == ""
    assert called("ISL") == "Iceland"
    assert called("Astrid Hollevik") == "Astrid Hollevik"
    assert "icelandic" in words_of("ISL")
    assert words_of("Astrid Hollevik") == ("astrid hollevik", "hollevik")


def test_dossier_sorts_the_events_of_a_pair(archive):
    one = relations.dossier(archive, "NOR", "ISL")
    other = relations.dossier(archive, "Iceland", "Norway")
    assert one["actors"] == ["NOR", "ISL"]
    assert one["names"] == ["Norway", "Iceland"]
    for name in ("meetings", "agreements", "other", "statements"):
        assert {fact["id"] for fact in one[name]} == {fact["id"] for fact in other[name]}, name
    assert {event["event"] for event in one["meetings"]} == {"CONSULT"}
    assert any("Hollevik" in event["title"] for event in one["meetings"])
    for event in (*one["meetings"], *one["agreements"], *one["other"]):
        codes = {entity["code"] for entity in (*event["actor"], *event["recipient"])}
        assert {"NOR", "ISL"} <= codes, event["title"]


def test_dossier_counts_only_what_happened_in_a_known_month(archive):
    data = relations.dossier(archive, "NOR", "ISL")
    events = [*data["meetings"], *data["agreements"], *data["other"]]
    happened = [event for event in events if event["modality"] in ("actual", "background")]
    assert sum(month["events"] for month in data["tension"]) + data["unplaced"] == len(happened)
    assert data["tension"] == sorted(data["tension"], key=lambda month: month["month"])
    assert all(-10 <= month["scale"] <= 10 and len(month["month"]) == 7 for month in data["tension"])


def test_dossier_holds_what_one_said_of_the_other(archive):
    said = relations.dossier(archive, "NOR", "ISL")["statements"]
    assert said
    for statement in said:
        words = " ".join((*statement["content"], *(one["text"] for one in statement["wordings"]))).casefold()
        country = statement["speaker"]["country"]
        about = words_of("ISL") if country == "NOR" else words_of("NOR")
        assert any(word in words for word in about), words


@pytest.fixture(scope="module")
def quotation(archive):
    """A statement of many words with its speaker, and those words."""
    found = views.listing(archive, "statements", Filter(limit=1000))["items"]
    named = [one for one in found if one["speaker"] and one["speaker"]["name"] and len(one["content"]) == 1]
    longest = max(named, key=lambda one: (len(one["content"][0]), one["id"]))
    return longest, longest["content"][0]


def test_who_said_is_authentic_for_the_very_words(archive, quotation):
    statement, words = quotation
    data = relations.who_said(archive, words)
    assert data["verdict"] == "authentic"
    assert data["matches"][0]["share"] == 1.0
    assert statement["id"] in {match["statement"]["id"] for match in data["matches"]}
    part = " ".join(words.split()[1:-1])
    assert relations.who_said(archive, part)["verdict"] == "authentic"


def test_who_said_knows_a_changed_quotation(archive, quotation):
    statement, words = quotation
    told = words.split()
    told[-2:] = ["purple", "elephants"]
    data = relations.who_said(archive, " ".join(told))
    assert data["verdict"] == "partial"
    assert 0.5 <= data["matches"][0]["share"] < 1
    assert data["matches"][0]["statement"]["id"] == statement["id"]


def test_who_said_finds_nothing_that_nobody_said(archive):
    assert relations.who_said(archive, "purple elephants govern quietly")["verdict"] == "not found"
    assert relations.who_said(archive, "said the of and")["verdict"] == "not found"
    with pytest.raises(UsageError, match="who-said takes"):
        relations.who_said(archive, "?!")


def test_who_said_is_blind_to_quotes_and_case(archive, quotation):
    words = quotation[1].strip('"“”')
    assert relations.who_said(archive, f"“{words.upper()}!”")["verdict"] == "authentic"


def test_lineage_leads_from_the_relays_to_the_origin(archive, largest):
    data = relations.lineage(archive, largest["id"])
    assert {row["article"] for row in data["articles"]} == set(largest["articles"])
    rows = {row["outlet"]: row for row in data["articles"] if row["outlet"]}
    agency = rows["Nordhav News Agency"]["article"]
    ledger = rows["The Bergen Ledger"]["edges"]
    assert any(edge["parent"] == agency and edge["share"] > 0.5 for edge in ledger)
    for row in data["articles"]:
        single = relations.lineage(archive, row["article"])
        assert single["articles"][0]["edges"] == row["edges"]
    assert all(name in data["names"] for name in largest["articles"])
    with pytest.raises(UsageError, match="lineage takes"):
        relations.lineage(archive, "evt-0000000000000000")


def test_compare_says_states_only_where_an_article_of_the_outlet_is_cited(archive, largest):
    data = relations.compare(archive, largest["id"])
    home = {line["id"]: line["outlet"] or line["id"] for line in archive.lines(largest["id"])}
    assert data["outlets"] == sorted(set(home.values()))
    events = {event["id"]: event for event in views.story(archive, largest["id"])["events"]}
    states = 0
    for row in data["facts"]:
        assert set(row["cells"]) == set(data["outlets"])
        if row["kind"] == "event":
            cited = {home[cite["article"]] for cite in events[row["id"]]["cites"] if cite["article"] in home}
            told = {outlet for outlet, cell in row["cells"].items() if cell != "silent"}
            assert told == cited
            states += len(told)
        if row["kind"] == "statement":
            assert set(row["cells"].values()) <= {"attributes", "silent"}
    assert states > 5


def test_timeline_is_in_order_and_whole(archive, largest):
    days = views.timeline(archive, largest["id"])["days"]
    dates = [(not day["date"], day["date"]) for day in days]
    assert dates == sorted(dates)
    assert sum(len(day["events"]) for day in days) == len(views.story(archive, largest["id"])["events"])
    for day in days:
        assert {known(event) for event in day["events"]} == {(day["date"], day["enddate"])}
        assert day["origins"] == max(event["counts"]["origins"] for event in day["events"])


def test_days_are_ranked_by_the_independent_origins_that_tell_of_them(archive, largest):
    days = views.timeline(archive, largest["id"])["days"]
    dated = [day for day in days if day["date"]]
    ranked = sorted(dated, key=lambda day: day["rank"])
    assert [day["rank"] for day in ranked] == list(range(1, len(dated) + 1))
    assert [day["origins"] for day in ranked] == sorted((day["origins"] for day in dated), reverse=True)
    assert all(day["rank"] == 0 for day in days if not day["date"])
    few = views.timeline(archive, largest["id"], 2)["days"]
    assert sorted(day["rank"] for day in few) == [1, 2]
    assert few == [day for day in days if day in few]


def test_explain_has_reasons_cites_and_the_mentions_as_read(archive, largest):
    story = views.story(archive, largest["id"])
    event = max(story["events"], key=lambda one: one["counts"]["articles"])
    why = relations.explain(archive, event["id"])
    assert {one["id"] for one in why["coded"]} == set(event["mentions"])
    assert len(why["cites"]) == len(event["cites"])
    assert all(cite["exact"] and "outlet" in cite for cite in why["cites"])
    assert why["reasons"], "several mentions were merged for a reason"
    statement = relations.explain(archive, story["statements"][0]["id"])
    assert statement["kind"] == "statement"
    assert statement["form"] in ("direct", "indirect", "mixed")
    assert statement["wordings"]
    assert statement["chain"] is not None
    page = relations.explain(archive, story["articles"][0]["id"])
    assert page["completeness"]["verdict"]
    assert page["parts"]
    members = relations.explain(archive, largest["id"])
    assert {one["article"] for one in members["reasons"]} == set(largest["articles"])
    with pytest.raises(UsageError, match="no id of coranto"):
        relations.explain(archive, "mackerel")
    with pytest.raises(NotFound):
        relations.explain(archive, "evt-0000000000000000")


def test_search_words_phrases_or_and_not(desk):
    assert set(found(desk, "mackerel")) > set(found(desk, "mackerel seaweed"))
    assert found(desk, '"joint catch log"')
    assert not found(desk, '"catch joint log"')
    either = set(found(desk, "trawler OR cyclists"))
    assert either == set(found(desk, "trawler")) | set(found(desk, "cyclists"))
    assert set(found(desk, "trawler")) & set(found(desk, "cyclists")) != either
    without = set(found(desk, "mackerel -Reykjavik"))
    assert without
    assert without < set(found(desk, "mackerel"))
    assert not found(desk, "mackerel -mackerel")


def test_search_fields(desk):
    everything = {one["id"]: one for one in desk.data("/api/articles?limit=1000")["items"]}
    for title in found(desk, "title:mackerel"):
        assert "mackerel" in title.casefold()
    hits = desk.data('/api/search?limit=1000&q=outlet:"The Bergen Ledger"')["items"]
    assert {one["id"] for one in hits} == {
        ident for ident, one in everything.items() if one["outlet"] == "The Bergen Ledger"
    }
    on_day = desk.data("/api/search?limit=1000&q=on:2024-03-12")["items"]
    assert on_day
    assert all(one["published"]["value"].startswith("2024-03-12") for one in on_day)
    cut = desk.data("/api/search?limit=1000&q=is:truncated")["items"]
    assert {one["id"] for one in cut} == {
        ident for ident, one in everything.items() if one["completeness"]["verdict"] in ("truncated", "teaser")
    }
    assert found(desk, "actor:NOR")
    assert set(found(desk, "actor:NOR")) < {one["title"] for one in everything.values()}
    assert found(desk, "actor:nor") == found(desk, "actor:Norway") == found(desk, "actor:NOR")
    assert set(found(desk, "mackerel -outlet:nobody")) == set(found(desk, "mackerel"))
    assert len(found(desk, "after:2024-03-13 before:2024-04-30")) < len(everything)


def test_search_is_newest_first_and_shows_the_sentence(desk):
    items = desk.data("/api/search?q=mackerel&limit=1000")["items"]
    printed = [one["published"] for one in items if one["published"]["known"] not in ("inferred", "none")]
    dates = [one["value"][:10] for one in printed if len(one["value"]) >= 10]
    assert dates == sorted(dates, reverse=True)
    for one in items:
        snippet = one["snippet"]
        article = desk.data(f"/api/article/{one['id']}")
        sentence = article["sentences"][snippet["sentence"]]
        assert snippet["text"] in article["text"][sentence["start"] : sentence["end"]]
        for start, end in snippet["marks"]:
            assert snippet["text"][start:end].casefold() == "mackerel"
    assert any(one["snippet"]["marks"] for one in items)


def test_search_states_that_the_whole_archive_gives(desk, largest):
    everything = desk.data("/api/articles?limit=1000")["items"]
    members = {one["id"] for one in desk.data(f"/api/search?limit=1000&q=story:{largest['id']}")["items"]}
    assert members == set(largest["articles"])
    copies = {one["id"] for one in desk.data("/api/search?limit=1000&q=is:copy")["items"]}
    own = {one["id"] for one in desk.data("/api/search?limit=1000&q=-is:copy")["items"]}
    assert copies
    assert copies | own == {one["id"] for one in everything}
    assert not copies & own
    families = {one["family"] for one in everything}
    assert len(own) == len(families)
    inferred = {one["id"] for one in desk.data("/api/search?limit=1000&q=is:inferred-date")["items"]}
    assert inferred == {one["id"] for one in everything if one["published"]["known"] == "inferred"}
    part, cursor = [], ""
    while True:
        step = desk.data(f"/api/search?limit=2&q=-is:copy&cursor={cursor}")
        part += [one["id"] for one in step["items"]]
        cursor = step["cursor"]
        if not cursor:
            break
    assert len(part) == len(set(part))
    assert set(part) == own
