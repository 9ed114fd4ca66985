"""The whole room on plain-text pages: made-up pages, hints, refusals, invariants, the seeds."""

import json
import re
from pathlib import Path

import pytest

from coranto.article import clean
from coranto.types import MARGIN, Article, Hints, Page, Refusal

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
BODY = """OSLO, May 14 (Reuters) - The harbour board said that it would widen the northern lock by next spring.

Engineers told the board that the gates had been built for vessels half as long as those of today.

“We can't wait for the next accident,” said Ana Bell, who heads the pilots' union in the town.

The work is expected to cost 40 million crowns, and the ministry will pay for a third of it, officials said."""
PAGE = f"""Today: 3 June 2024
Home
Harbour board to widen its northern lock
By Jon Ode and Eva Lind
Published: 10:15, May 14, 2021 | Updated: 11:20, May 14, 2021

{BODY}

(Reporting by Jon Ode; Editing by Mia Falk)

Read more
Related Stories
Ferry fares go up again
© 2021 Bangkok Post. All rights reserved.
"""


def page(text, **claims):
    body = text if isinstance(text, bytes) else text.encode()
    return Page(id="page-1", path="a.txt", media="text/plain", body=body, **claims)


def article(text, **claims):
    made = clean(page(text, **claims))
    assert isinstance(made, Article), made
    check(made)
    return made


def check(made):
    """What holds of every article: spans slice, cites quote, order, no overlap."""
    last = 0
    for one in made.sentences:
        assert last <= one.start < one.end <= len(made.text)
        last = one.end
    for block in made.blocks:
        assert made.text[block.start : block.end].strip()
    for credit in made.credits:
        source = made.margin if credit.cite.sentence == MARGIN else made.text
        assert source[credit.cite.start : credit.cite.end] == credit.cite.exact
        assert credit.cite.article == made.id
    assert made.read_minutes >= 1


def test_a_whole_page():
    made = article(PAGE)
    assert made.title == "Harbour board to widen its northern lock"
    assert made.text == BODY and made.outlet == "Bangkok Post" and made.lang == "en" and made.kind == "news"
    assert made.published.value == "2021-05-14T10:15+07:00" and made.published.zone == "assumed"
    assert made.updated.value == "2021-05-14T11:20+07:00" and made.captured == "2024-06-03"
    assert [(one.name, one.role) for one in made.byline] == [
        ("Jon Ode", "reporter"), ("Eva Lind", "reporter"), ("Mia Falk", "editor")
    ]  # fmt: skip
    assert made.dateline == "OSLO" and ("Reuters", "dateline") in [(c.agency, c.kind) for c in made.credits]
    assert made.completeness.verdict == "complete"
    assert "article.dump.v4" in made.part


def test_the_same_page_gives_the_same_article():
    assert clean(page(PAGE)) == clean(page(PAGE))


def test_hints_of_a_row_are_used_and_marked():
    made = article(BODY, hints=Hints(title="Lock to be widened", outlet="nytimes.com", published="2021-05-14"))
    assert made.title == "Lock to be widened" and made.outlet == "The New York Times"
    assert made.published.value == "2021-05-14" and made.published.known == "container"


def test_a_hinted_title_is_not_repeated_in_the_text():
    made = article(f"Lock to be widened by spring\n{BODY}", hints=Hints(title="Lock to be widened by spring"))
    assert made.title == "Lock to be widened by spring" and made.text == BODY


def test_a_dateline_hint_gives_the_place():
    wrapped = "The harbour board said it would widen\nthe northern lock after two ships\nhad scraped its walls.\n"
    made = article(
        wrapped, hints=Hints(title="LOCK TO BE WIDENED", dateline="BERGEN, May 14 -", published="1987-05-14")
    )
    assert made.dateline == "BERGEN" and "widen the northern" in made.text


def test_an_address_names_the_outlet():
    assert article(BODY, url="https://www.theguardian.com/world/1").outlet == "The Guardian"
    assert article(BODY, url="https://harbour.example.org/1").outlet == "harbour.example.org"


def test_the_day_of_capture_is_never_the_date():
    made = article(f"Today: 3 June 2024\nHarbour board to widen its northern lock\n{BODY}".replace("May 14 ", ""))
    assert made.captured == "2024-06-03" and not made.published.value and "no_date" in made.flags


def test_a_date_after_capture_is_not_taken():
    made = article(PAGE, captured="2020-01-01")
    assert not made.published.value.startswith("2021-05-14T")


def test_labelled_parts():
    made = article(
        f"What's new: {BODY[30:]}\n\nThe background: The lock was built when ships were half as long as now."
    )
    assert {block.label for block in made.blocks} == {"What's new", "The background"}


@pytest.mark.parametrize("body", [b"", b"   \n", b"Menu\nHome\nShare\n", b"\x00\xff\xfe", b"%PDF-1.4"])
def test_what_is_no_article_is_refused(body):
    made = clean(page(body))
    assert isinstance(made, Refusal) and made.detail and made.subject == "a.txt"


@pytest.mark.parametrize(
    "body", ['"' * 200_000, "A" * 200_000, "1 " * 100_000, "A. " * 60_000, "By " * 50_000, "«(" * 90_000]
)
def test_hostile_pages_are_answered(body):
    made = clean(page(body))
    assert isinstance(made, Article | Refusal)


def test_languages():
    made = article(
        "Der Hafenrat hat am Dienstag beschlossen, dass die Schleuse im Norden bis zum Frühjahr verbreitert "
        "wird.\n\n"
        "Das sagte die Vorsitzende nach der Sitzung. Die Arbeiten werden nicht vor dem Winter beginnen."
    )
    assert made.lang == "de"


PRINTED = "the name behind By"
SEEDS_EXPECTED = {
    "000": ("Caixin Global", "inkl", "news", "complete", ["Kelly Wang", "Bertrand Teo"], "2023-10"),
    "001": ("Asian Lite", "", "news", "complete", [], "2023-10-31"),
    "002": ("China Daily", "", "news", "complete", [PRINTED], "2023-11-10T11:19+08:00"),
    "003": ("", "", "forum", "complete", [], "2023-08"),
    "004": ("South China Morning Post", "", "news", "truncated", [], "2023"),
}
FOREIGN = (
    "Sign", "newsletter", "inkl", "membership", "Related Stories", "Gaza", "IAEA", "Evergrande", "Karlin", "Dubai",
    "PDF View", "Top Bottom", "Experienced", "Nation of", "mins read", "ALSO READ", "Morgan",
)  # fmt: skip


@pytest.mark.parametrize("number", SEEDS_EXPECTED)
def test_seeds(number):
    paths = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not paths:
        pytest.skip("the seed pages are not here")
    made = article(paths[0].read_bytes())
    outlet, carrier, kind, complete, people, published = SEEDS_EXPECTED[number]
    assert (made.outlet, made.carrier, made.kind) == (outlet, carrier, kind)
    assert made.completeness.verdict == complete and made.published.value == published
    printed = re.findall(r"^By ([^\n]+)$", paths[0].read_text(encoding="utf-8"), re.MULTILINE)
    assert [one.name for one in made.byline] == (printed if people == [PRINTED] else people)
    assert not [word for word in FOREIGN if word in made.text]
    assert made.title and made.title not in made.text
    assert json.dumps(made.flags)
