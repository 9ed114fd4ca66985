"""What an outlet repeats is left out of its articles, and nothing that an article says."""

import random
from time import perf_counter

import pytest

from coranto.article import clean, clean_all, draft, finish, learn, packed, recall, sheet_of, unpacked
from coranto.article.memory.line import hashed
from coranto.settings import ArticleOptions
from coranto.types import Article, Hints, Page, Refusal
from coranto.types.ids import digest

OPTIONS = ArticleOptions(guard=False)
PLACES = ("Varn", "Hollin", "Karsk", "Treviso", "Zelva", "Sorn", "Oda", "Umea", "Lund", "Brant")
THINGS = (
    "lighthouse",
    "orchard",
    "tramway",
    "violin",
    "colliery",
    "glacier",
    "ferry",
    "granary",
    "sawmill",
    "theatre",
)
NOTICE = (
    "Morning readers keep this desk alive, and whoever wants to chip in may drop a coin in the blue tin that "
    "stands under our stairs."
)
BACKGROUND = (
    "The province of {place} took over the {thing} nine years ago, after a vote in which farmers and sailors stood "
    "against the council of the old town."
)


def story(number):
    """A short article of its own, in three paragraphs."""
    place, thing = PLACES[number], THINGS[number]
    return [
        f"The {thing} of {place} was shut on Monday after a beam of its roof gave way at night, the mayor said.",
        f"Workers of {place} carried {number + 3} carts of timber to the {thing} by noon, and nobody was hurt.",
        f"The council of {place} will meet in {number + 2} days to say whether the {thing} can be saved by summer.",
    ]


def page(number, lines, day=None, title="", outlet="Quayside Herald"):
    """A page of rows with these lines."""
    when = f"2024-03-{day or number + 1:02}"
    body = "\n\n".join(lines).encode()
    name = title or f"{PLACES[number]} shuts its {THINGS[number]}"
    return Page(
        id=digest("page", number, when, name, body), path=f"{number}", media="text/plain", body=body, captured=when,
        hints=Hints(title=name, outlet=outlet, published=when),
    )  # fmt: skip


def cleaned(pages):
    return [one for one in clean_all(pages, OPTIONS) if isinstance(one, Article)]


def furnished(many=8, under=("Weather by the hour", NOTICE)):
    return [page(number, [*story(number), *under]) for number in range(many)]


def test_what_every_page_repeats_is_left_out_and_told():
    for number, article in enumerate(cleaned(furnished())):
        assert article.text.split("\n\n") == story(number)
        assert "repeated_lines_dropped" in article.flags
        assert article.part[-1].startswith("article.memory.")
        dropped = [one for one in article.evidence if one.where == "dropped"]
        assert [one.text for one in dropped] == ["Weather by the hour", NOTICE[:120]]
        assert dropped[0].rule == "repeated by the outlet: in 5 other articles or more"


def test_a_page_alone_keeps_all():
    [article] = cleaned(furnished(1))
    assert article.text.endswith(NOTICE)
    assert "repeated_lines_dropped" not in article.flags


def test_a_long_line_needs_more_pages_than_a_short_one():
    for article in cleaned(furnished(3)):
        assert article.text.endswith(NOTICE)
        assert "Weather by the hour" not in article.text


def test_another_outlet_says_nothing():
    pages = [page(n, [*story(n), NOTICE], outlet=f"Herald of {PLACES[n]}") for n in range(8)]
    assert all(article.text.endswith(NOTICE) for article in cleaned(pages))


def test_background_told_anew_in_each_piece_stays():
    told = BACKGROUND.format(place="Varn", thing="lighthouse")
    pages = []
    for number in range(8):
        lines = [
            line.replace(PLACES[number], "Varn").replace(THINGS[number], "lighthouse") for line in story(number)
        ]
        pages.append(
            page(number, [*lines, f"This was day {number} of the repair.", told], title=f"Varn, part {number}")
        )
    assert all(article.text.endswith(told) for article in cleaned(pages))


def test_versions_of_one_article_are_no_evidence_against_each_other():
    lines = [*story(0), *story(1), "A beam, a cart and a vote"]
    pages = [
        page(0, lines[: len(lines) - n % 2], day=n + 1, title=f"Varn shuts its lighthouse, {n}") for n in range(6)
    ]
    for article, kept in zip(cleaned(pages), pages, strict=True):
        assert article.text == kept.body.decode()


def test_pages_of_one_matter_do_not_speak_about_short_lines():
    """Two updates of a running story share half of it and a heading."""
    first = [*story(0), *story(1), *story(2), "What the mayor promised", *story(3)]
    second = [*story(0), "What the mayor promised", *story(4), *story(5), *story(6), *story(7)]
    pages = [page(0, first, title="Varn in the morning"), page(1, second, title="Varn in the evening")]
    for article in cleaned(pages):
        assert "What the mayor promised" in article.text


def test_labels_of_parts_agencies_and_speakers_stay():
    own = ("Why it matters", "Reuters", "PETRA SUND:")
    pages = [page(n, [story(n)[0], own[0], story(n)[1], own[1], own[2], story(n)[2]]) for n in range(3)]
    for one, article in zip(pages, cleaned(pages), strict=True):
        alone = clean(one, OPTIONS)
        assert isinstance(alone, Article)
        assert "Why it matters" in article.text
        assert article.text == alone.text


def test_a_page_that_is_mostly_repeated_keeps_all_it_had():
    notices = [f"{place} has a yard of its own, which we keep swept and lit. {NOTICE}" for place in PLACES[:6]]
    pages = [page(number, [story(number)[0], *notices]) for number in range(8)]
    for one, article in zip(pages, cleaned(pages), strict=True):
        alone = clean(one, OPTIONS)
        assert isinstance(alone, Article)
        assert article.text == alone.text
        assert len(article.text.split("\n\n")) > 1


def test_counters_and_ages_are_the_same_line_but_clocks_and_years_are_not():
    assert hashed("48 min ago") == hashed("3 min ago")
    assert hashed("Read by 1,204 people") == hashed("Read by 17 people")
    assert hashed("2023") != hashed("2024")
    assert hashed("9:20 p.m.") != hashed("12:45 p.m.")
    assert hashed("—") == hashed("") == 0
    long = (
        "The bill of the year {} came to more than anybody in the town hall of Varn had ever thought that it would."
    )
    assert hashed(long.format(2023)) != hashed(long.format(2024))


def test_the_memory_is_of_the_set_of_pages():
    pages = furnished()
    one, other = learn(pages, OPTIONS), learn([*random.Random(4).sample(pages, len(pages)), *pages[:3]], OPTIONS)
    assert one == other
    sheet = one.sheets[2]
    near = list(one.beside(sheet))
    assert recall(sheet, near) == recall(sheet, near[::-1]) == recall(sheet, [sheet, *near, near[0]])
    assert clean(pages[2], OPTIONS, one) == clean_all(pages, OPTIONS)[2]


def test_only_pages_near_in_time_count():
    """An outlet that was rebuilt in between: what its old pages repeat is nothing to a new one."""
    old = [page(n % 10, [*story(n % 10), "Fog horn"], day=n % 10 + 1, title=f"Old {n}") for n in range(10)]
    new = [page(n % 10, story(n % 10), day=n % 18 + 11, title=f"New {n}") for n in range(18)]
    late = page(3, [*story(3), "Fog horn"], day=30, title="Late")
    memory = learn([*old, *new, late], OPTIONS)
    found = clean(late, OPTIONS, memory)
    assert isinstance(found, Article)
    assert "Fog horn" in found.text


def test_a_sheet_survives_its_packing():
    for one in furnished(2):
        drafted = draft(one, OPTIONS)
        assert not isinstance(drafted, Refusal)
        sheet = sheet_of(drafted, one)
        assert unpacked(one.id, (sheet.outlet, sheet.moment), packed(sheet)) == sheet


@pytest.mark.parametrize("line", ["x", "On a wet day the ferry of Varn stays in. ", '"'])
def test_a_hostile_page_is_remembered_in_bounds(line):
    body = "\n".join(f"{line * 20} {n}" for n in range(20_000))
    one = page(0, [body])
    drafted = draft(one, OPTIONS)
    assert not isinstance(drafted, Refusal)
    started = perf_counter()
    sheet = sheet_of(drafted, one)
    assert perf_counter() - started < 5
    assert len(sheet.lines) <= 1000
    assert len(packed(sheet)) <= 6 * 1001


def html_page(number, extra=""):
    text = "".join(f"<p>{line}</p>" for line in story(number) * 1)
    more = "".join(
        f"<p>The {THINGS[number]} has {n + 2} doors, and the {n + 1}th of them looks on {PLACES[number]}.</p>"
        for n in range(4)
    )
    body = (
        f"<html><head><title>{PLACES[number]} shuts its {THINGS[number]}</title></head><body><article>"
        f"<h1>{PLACES[number]} shuts its {THINGS[number]}</h1>{text}{more}{extra}</article></body></html>"
    ).encode()
    return Page(
        id=digest("page", number, body), path=f"{number}.html", media="text/html", body=body,
        url=f"https://www.quayside.example/{number}", captured=f"2024-03-{number + 1:02}",
    )  # fmt: skip


def test_html_pages_of_a_host_are_cleaned_by_one_another():
    pages = [html_page(number, f"<p>{NOTICE}</p>") for number in range(6)]
    alone, together = [clean(one, OPTIONS) for one in pages], clean_all(pages, OPTIONS)
    for number, (before, after) in enumerate(zip(alone, together, strict=True)):
        assert isinstance(before, Article)
        assert isinstance(after, Article)
        assert NOTICE in before.text
        assert NOTICE not in after.text
        assert story(number)[0] in after.text


def test_without_siblings_the_article_is_the_same_as_without_memory():
    for one in (html_page(1), furnished(1)[0]):
        drafted = draft(one, OPTIONS)
        assert not isinstance(drafted, Refusal)
        assert clean(one, OPTIONS, learn([one], OPTIONS)) == finish(drafted, one, OPTIONS)
