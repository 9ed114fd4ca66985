"""Input that nobody would write: what comes of it is sensible, flagged, and bounded in number."""

import sqlite3
from collections import Counter

from stream_scenes import HAPPENINGS, PAPERS, articles, opened, stories, stream, take, told

FLAGS = {"title": "no_title", "date": "no_date", "outlet": "no_outlet"}


def counted(archive, what):
    with sqlite3.connect(archive.path) as base:
        return base.execute(what).fetchone()[0]


def test_articles_without_date_title_or_outlet_join_the_story_they_tell(tmp_path):
    bare = []
    for happening in range(3):
        for at, missing in enumerate((("title",), ("date",), ("outlet",), ("title", "date", "outlet"))):
            row = told(happening, at, seed=5)
            bare.append(({name: value for name, value in row.items() if name not in missing}, missing, happening))
    with opened(tmp_path) as archive:
        take(archive, tmp_path, stream())
        summary = take(archive, tmp_path, [row for row, _, _ in bare], "bare")
        held = {article.url: (article, group.story) for article, _, _, group in articles(archive).values()}
        by_url = {url: story for story, urls in stories(archive).items() for url in urls}
        assert archive.check() == ()
    assert (summary.articles, summary.refused) == (len(bare), 0)
    landed = 0
    for row, missing, happening in bare:
        article, story = held[row["url"]]
        assert {flag for flag in article.flags if flag in FLAGS.values()} <= {FLAGS[name] for name in missing}
        assert "title" not in missing or "no_title" in article.flags
        assert "date" not in missing or "no_date" in article.flags
        landed += story == by_url[told(happening, 1)["url"]]
    assert landed >= len(bare) - 2
    assert len(set(by_url.values())) <= len(HAPPENINGS) + 2


def test_rows_of_nothing_are_refused_one_by_one(tmp_path):
    rows = [{}, {"text": ""}, {"text": "Short."}, {"title": "Only a title"}, [], "x", 7, None, {"text": 5}]
    with opened(tmp_path) as archive:
        summary = take(archive, tmp_path, [*rows, told(0, 0)])
        assert (summary.articles, summary.refused) == (1, len(rows))
        assert counted(archive, "select count(*) from refusal") == len(rows)
        assert archive.check() == ()


def test_one_page_a_thousand_times_is_one_article(tmp_path):
    with opened(tmp_path) as archive:
        summary = take(archive, tmp_path, [told(0, 0)] * 1000)
        assert (summary.pages, summary.articles, summary.known) == (1000, 1, 999)
        assert take(archive, tmp_path, [told(0, 0)] * 1000, "again").articles == 0
        assert archive.counts()["article"] == archive.counts()["story"] == 1


def test_one_text_at_a_hundred_and_fifty_outlets_is_one_writing_with_few_edges_each(tmp_path):
    many = 150
    row = told(0, 0)
    rows = [row | {"outlet": f"Paper {at}", "url": f"https://paper{at}.example/a"} for at in range(many)]
    with opened(tmp_path) as archive:
        take(archive, tmp_path, [*rows, told(0, 1), told(1, 1)])
        counts = archive.counts()
        held = [group for article, _, _, group in articles(archive).values() if article.text == rows[0]["text"]]
        edges = counted(archive, "select count(*) from edge")
        [story] = {group.story for group in held}
        shown = [one for one in stories(archive) if one == story]
        assert archive.check() == ()
    assert len(held) == many
    assert len({group.family for group in held}) == 1
    assert counts["story"] == 2
    assert edges <= 64 * many
    assert shown


def test_an_article_of_two_hundred_thousand_words_is_read_in_part(tmp_path):
    sentence = "Divers of the port of Varn counted {n} posts under pier {n} and found {m} of them soft with rot."
    long = " ".join(sentence.format(n=at, m=at % 7) for at in range(10_600))
    assert len(long.split()) > 200_000
    row = told(0, 0) | {"text": f"{told(0, 0)['text']}\n\n{long}", "outlet": "Long Read"}
    with opened(tmp_path) as archive:
        summary = take(archive, tmp_path, [row, *stream()])
        assert (summary.articles, summary.refused) == (len(stream()) + 1, 0)
        [(article, reading, _, group)] = [one for one in articles(archive).values() if one[0].outlet == "Long Read"]
        held = stories(archive)
        assert archive.check() == ()
    assert "read_in_part" in reading.flags
    assert article.text.endswith("soft with rot.")
    assert max(one.end for one in reading.times) < 300_000
    assert len(held) <= len(HAPPENINGS) + 1
    assert group.story in held


def test_a_copy_of_a_very_long_article_is_known_as_one(tmp_path):
    sentence = "Divers of the port of Varn counted {n} posts under pier {n} and found {m} of them soft with rot."
    long = " ".join(sentence.format(n=at, m=at % 7) for at in range(600))
    row = told(0, 0) | {"text": long}
    with opened(tmp_path) as archive:
        take(archive, tmp_path, [row, row | {"outlet": "Its Copy"}, *stream()])
        families = {group.family for article, _, _, group in articles(archive).values() if article.text == long}
    assert len(families) == 1


TEMPLATES = (
    ("Good morning from the newsroom of the Varn Courier, where the kettle is on and the windows face the sea.",
     "This item was gathered by the desk of the Varn Courier and checked twice before the presses began to roll.",
     "Readers of the Varn Courier who know more about this matter may leave a note in the box beside our door."),
    ("The Varn Courier, the paper of the coast since the first ferry, brings this report at the top of the hour.",
     "All prices in this item are in crowns and all hours are those of the church clock on the market of Varn.",
     "The Varn Courier lives from the pennies of its readers, and who wants to help finds a jar at the baker's."),
)  # fmt: skip


def test_a_feed_that_changes_its_template_makes_no_families(tmp_path):
    """Each page opens and ends with the same sentences of the outlet, which are others from the tenth page on."""
    subjects = ("eels", "tulips", "chess", "roofs", "bees", "clocks", "salt", "kites", "bread", "wells", "drums",
                "ropes", "lamps", "sheep", "ink", "canals", "choirs", "plums", "saws", "tiles")  # fmt: skip
    places = ("Aldra", "Borsk", "Cinto", "Dovel", "Erm", "Fjelle", "Gorda", "Hilm", "Istra", "Jarna", "Kelt", "Lom",
              "Marn", "Nessa", "Orlo", "Prag", "Quill", "Rost", "Sella", "Tarn")  # fmt: skip
    rows = []
    for at, (subject, place) in enumerate(zip(subjects, places, strict=True)):
        head, middle, foot = TEMPLATES[at >= 10]
        own = (
            f"Makers of {subject} in {place} opened a hall of {at + 3} rooms there; {at + 20} guests came. "
            f"The oldest master of {subject} there, aged {60 + at}, cut the ribbon and spoke of {place} as it was."
        )
        rows.append({"title": f"Hall of {subject} opens in {place}", "outlet": "Varn Courier",
                     "date": f"2024-04-{at + 1:02}", "url": f"https://courier.example/{subject}",
                     "text": f"{head}\n\n{own}\n\n{middle}\n\n{foot}"})  # fmt: skip
    with opened(tmp_path) as archive:
        take(archive, tmp_path, rows)
        groups = [group for _, _, _, group in articles(archive).values()]
        assert archive.check() == ()
    # A template is known as one from its third page on; what came before stays together.
    families = Counter(group.family for group in groups)
    assert max(families.values()) <= 3
    assert len(families) >= len(rows) - 6


def test_a_feed_that_changes_its_template_leaves_stories_apart(tmp_path):
    rows = []
    for at in range(18):
        head, middle, foot = TEMPLATES[at >= 9]
        row = told(at // 3, at % 3 + 1, seed=3)
        rows.append(row | {"outlet": "Varn Courier", "url": f"https://courier.example/{at // 3}-{at}",
                           "text": f"{head}\n\n{row['text']}\n\n{middle}\n\n{foot}"})  # fmt: skip
    with opened(tmp_path) as archive:
        take(archive, tmp_path, [*stream(), *rows])
        held = stories(archive)
    for urls in held.values():
        assert len({url.split("/")[-1][0] for url in urls}) == 1
    assert len(held) == len(HAPPENINGS)


def test_every_paper_still_tells_its_story_beside_the_noise(tmp_path):
    noise = [{"text": f"{'Aa ' * 40}{at}. " * 30, "title": "!" * 500, "outlet": "Ö" * 300} for at in range(5)]
    noise += [{"text": "“" * 20_000 + " a b c d e f g h i j k l m n", "date": "0000-00-00"}]
    noise += [{"text": "word " * 5000, "date": "9999-12-31"}, {"text": "A.B.C. " * 3000, "date": "1-1-1"}]
    with opened(tmp_path) as archive:
        take(archive, tmp_path, [*noise, *stream()])
        held = stories(archive)
        assert archive.check() == ()
    urls = [
        {row["url"] for row in stream() if row["url"].split("/")[-1][0] == str(at)} for at in range(len(HAPPENINGS))
    ]
    assert {len(one) for one in urls} == {len(PAPERS)}
    assert all(any(one <= told_in for told_in in held.values()) for one in urls)
