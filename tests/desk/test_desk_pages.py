"""Every page answers, says what it must, and can be read by everybody."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from conftest import Desk, filled
from coranto.desk.words import known

LISTS = (
    "stories", "storylines", "articles", "events", "statements", "people", "offices", "occasions", "figures",
    "refusals",
)  # fmt: skip
VOID = {"meta", "link", "input", "br", "hr", "img", "line", "rect", "circle"}


class Outline(HTMLParser):
    """What the checks need of a page: headings, ids, links, controls, and whether tags close in order."""

    def __init__(self, text):
        super().__init__()
        self.headings, self.ids, self.links, self.open, self.wrong = [], [], [], [], []
        self.labelled, self.controls, self.inside, self.styles = set(), [], 0, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found.get("href", ""))
        if "style" in found or any(name.startswith("on") for name in found):
            self.styles.append((tag, attrs))
        if tag == "label":
            self.inside += 1
            self.labelled.add(found.get("for", ""))
        if tag == "input":
            self.controls.append((found.get("id", ""), self.inside > 0 or "aria-label" in found))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag == "label":
            self.inside -= 1
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.fixture(scope="session")
def addresses(desk, largest):
    """One address of each kind of page, and all lists."""
    story = desk.data(f"/api/story/{largest['id']}")
    return [
        "/",
        f"/story/{story['id']}",
        f"/storyline/{desk.data('/api/storylines')['items'][0]['id']}",
        f"/article/{story['articles'][0]['id']}",
        "/dossier/NOR/ISL",
        "/actor/NOR",
        "/search",
        "/search?q=mackerel",
        "/search?q=zzzzzz",
        "/who-said",
        "/who-said?words=numbers",
        f"/explain/{story['events'][0]['id']}",
        f"/explain/{story['statements'][0]['id']}",
        f"/explain/{story['id']}",
        f"/explain/{story['storyline'] or story['id']}",
        f"/explain/{story['articles'][0]['id']}",
        f"/explain/{story['figures'][0]['id']}",
        "/review",
        f"/review/story/{story['id']}",
        f"/versions/{story['articles'][0]['id']}",
        *(f"/{name}" for name in LISTS),
    ]


def test_every_page_answers_as_html_below_400_kb(desk, addresses):
    for address in addresses:
        answer = desk.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["content-type"] == "text/html; charset=utf-8", address
        assert len(answer.content) < 400_000, address


def test_every_page_is_well_formed_and_can_be_walked_by_headings(desk, addresses):
    for address in addresses:
        page = Outline(desk.page(address))
        assert not page.wrong, f"{address}: tags out of order {page.wrong[:5]}"
        assert not page.open, f"{address}: left open {page.open}"
        main = page.headings[:-1] if page.headings[-1] == 2 else page.headings
        assert main.count(1) == 1, f"{address}: {page.headings}"
        assert main[0] == 1, f"{address}: {page.headings}"
        steps = pairwise(main)
        assert all(b - a <= 1 for a, b in steps), f"{address}: {page.headings}"
        assert len(page.ids) == len(set(page.ids)), f"{address}: an id twice"
        assert "main" in page.ids
        assert "#main" in page.links


def test_every_field_has_a_label_and_nothing_needs_inline_style_or_script(desk, addresses):
    for address in addresses:
        text = desk.page(address)
        page = Outline(text)
        for ident, labelled in page.controls:
            assert labelled or ident in page.labelled, f"{address}: a field without a label {ident}"
        assert not page.styles, f"{address}: {page.styles}"
        assert "<style" not in text, address
        assert not re.search(r"<script(?! src=)", text), address


def test_every_link_of_ours_leads_somewhere(desk, addresses):
    seen = set()
    for address in addresses:
        for link in Outline(desk.page(address)).links:
            path = link.partition("#")[0]
            if path.startswith("?"):
                path = address.partition("?")[0] + path
            if path.startswith("/") and path not in seen:
                seen.add(path)
    assert len(seen) > 100
    for path in sorted(seen):
        assert desk.get(path).status_code == 200, path


def test_links_inside_a_page_find_their_place(desk, addresses):
    for address in addresses:
        page = Outline(desk.page(address))
        inside = [link[1:] for link in page.links if link.startswith("#")]
        assert set(inside) <= set(page.ids), f"{address}: {set(inside) - set(page.ids)}"


def test_front_says_what_stands_at_the_top_and_why(desk):
    text = desk.page("/")
    stories = desk.data("/api/stories?limit=1000")["items"]
    assert text.count("Why here:") == min(12, len(stories))
    assert "independent origin" in text
    for form in ('action="/dossier"', 'action="/who-said"', 'action="/search"'):
        assert form in text
    dated = max(story["last"] for story in stories)
    first = next(story for story in stories if f'/story/{story["id"]}"' in text)
    assert first["last"] == dated, "the newest story of equal weight stands first"


def test_story_page_shows_the_counts_of_the_record(desk, largest):
    text = desk.page(f"/story/{largest['id']}")
    assert f"<strong>{largest['origins']} independent origins</strong>" in text
    assert f"<span>{len(largest['articles'])} articles</span>" in text
    assert f"<span>{largest['outlets']} outlets</span>" in text
    for heading in (
        "What’s new",
        "Events",
        "Who said what",
        "Sources compared",
        "Who had it from whom",
        "Articles",
    ):
        assert f">{heading}</h2>" in text, heading


def test_story_page_holds_every_article_and_every_statement(desk, largest):
    story = desk.data(f"/story/{largest['id']}.json")
    text = desk.page(f"/story/{largest['id']}")
    for article in story["articles"]:
        assert f'href="/article/{article["id"]}"' in text
    for statement in story["statements"]:
        assert f'/explain/{statement["id"]}"' in text, statement["content"]


def test_statements_without_a_speaker_stand_last(desk, largest):
    for address in (f"/story/{largest['id']}", "/statements"):
        text = desk.page(address)
        speakers = re.findall(r'<p class="who">(.*?)<span class="cue">', text, flags=re.DOTALL)
        named = ["not named" not in one for one in speakers]
        assert named == sorted(named, reverse=True), address
        assert any(named), address


def test_days_are_said_as_far_as_they_are_known(desk):
    seen = 0
    for story in desk.data("/api/stories?limit=1000")["items"]:
        text = desk.page(f"/story/{story['id']}")
        events = desk.data(f"/api/story/{story['id']}")["events"]
        days = {event["date"] for event in events if event["date_granularity"] not in ("month", "year")}
        for event in events:
            if event["date"] and known(event)[0] not in days and event["date_granularity"] in ("month", "year"):
                said = re.findall(rf'datetime="{known(event)[0]}">([^<]*)</time>', text)
                assert said, event
                assert not [one for one in said if re.fullmatch(r"1 [A-Z][a-z]+ \d{4}", one)], event
                seen += 1
    assert seen


def test_storyline_draws_a_timeline_beside_its_list(desk):
    lines = desk.data("/api/storylines")["items"]
    line = max(lines, key=lambda one: len(one["stories"]))
    text = desk.page(f"/storyline/{line['id']}")
    whole = desk.data(f"/storyline/{line['id']}.json")
    assert text.count('<ol class="days">') == 1
    assert '<svg viewBox="0 0 760' in text
    for story in whole["stories"]:
        assert f'href="/story/{story["id"]}"' in text
    dated = [day for day in whole["timeline"] if day["date"]]
    assert dated == sorted(dated, key=lambda day: day["date"])


def test_dossier_names_the_countries_and_takes_names(desk):
    text = desk.page("/dossier/norway/ISL")
    assert "<h1>Norway and Iceland</h1>" in text
    assert "Tension by month" in text
    answer = desk.get("/dossier?one=Norway&other=Iceland")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/dossier/Norway/Iceland"
    assert "holds nothing" in desk.page("/dossier/FJI/TON")


def test_actor_of_a_name_with_a_slash_has_a_page(desk):
    assert "holds nothing of AC/DC" in desk.page("/actor/AC%2FDC")


def test_lists_page_through_everything_once(desk):
    for name in LISTS[:-1]:
        whole = [one["id"] for one in desk.data(f"/api/{name}?limit=1000")["items"]]
        assert len(whole) == len(set(whole))
        found, cursor = [], ""
        while True:
            part = desk.data(f"/api/{name}?limit=3&cursor={cursor}")
            found += [one["id"] for one in part["items"]]
            cursor = part["cursor"]
            if not cursor:
                break
            assert len(part["items"]) == 3
        assert found == whole, name


def test_search_pages_through_everything_once(desk):
    whole = [one["id"] for one in desk.data("/api/search?q=Norway&limit=1000")["items"]]
    found, cursor = [], ""
    while cursor or not found:
        part = desk.data(f"/api/search?q=Norway&limit=2&cursor={cursor}")
        found += [one["id"] for one in part["items"]]
        cursor = part["cursor"]
        if not cursor:
            break
    assert found == whole
    assert len(whole) > 4


def test_articles_of_a_story_and_of_an_outlet(desk, largest):
    of_story = desk.data(f"/api/articles?story={largest['id']}&limit=1000")["items"]
    assert {one["id"] for one in of_story} == set(largest["articles"])
    outlet = next(one["outlet"] for one in of_story if one["outlet"])
    of_outlet = desk.data(f"/api/articles?outlet={outlet}")["items"]
    assert of_outlet
    assert {one["outlet"] for one in of_outlet} == {outlet}
    assert outlet in desk.page(f"/articles?outlet={outlet}")


def test_explain_says_who_and_by_which_chain(desk, largest):
    said = max(desk.data(f"/api/story/{largest['id']}")["statements"], key=lambda one: len(one["chain"]))
    text = desk.page(f"/explain/{said['id']}")
    for heading in ("Speaker", "Chain, from the outlet to the origin", "Wordings", "The words it stands on"):
        assert f"<h2>{heading}</h2>" in text
    assert "Why this statement" in text


def test_an_article_shows_its_credits_and_evidence(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(
        "The Quay Herald\n\nDivers find bell of lost steamer\n\nBy Ingrid Solberg\n\nPublished: 4 March 2024\n\n"
        "BERLIN, March 4 (Reuters) - Divers said on Monday that they had found the bell of a steamer.\n\n"
        '"It rang when we lifted it," diver Karl Maier told reporters on Monday after the work had ended.\n\n'
        "The bell will be shown in Hamburg in May, the city museum said in a statement. (Reuters)\n",
        encoding="utf-8",
    )
    desk = Desk(filled(tmp_path / "bell.coranto", [str(page)]))
    found = desk.data("/api/articles")["items"][0]
    assert {credit["agency"] for credit in found["credits"]} == {"Reuters"}
    text = desk.page(f"/article/{found['id']}")
    assert "<h2>Credits</h2>" in text
    assert "<h2>Whole or cut</h2>" in text
    assert "credits Reuters" in text
    assert "4 March 2024" in text
