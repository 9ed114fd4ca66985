"""A made-up stream of news: happenings told by several papers, each in words of its own, and how it is read."""

import json
import random
from datetime import date, timedelta

from coranto.desk import views
from coranto.flow.read import read
from coranto.settings import FlowOptions, Settings
from coranto.store import Archive, Filter

FIRST = date(2024, 3, 4)
PAPERS = ("Skerry Times", "Bergen Ledger", "Gulf Gazette", "Tallinn Mirror")
HAPPENINGS = (
    ("Lighthouse of Varn goes dark after storm tears out its cable",
     "a storm tore out the cable of the lighthouse of Varn", "keeper Petra Sund", "lamp generator repair", "Varn"),
    ("Orchard growers of Hollin lose cherry crop to late frost",
     "late frost killed most of the cherry blossom in the orchards of Hollin", "grower Emil Brandt",
     "blossom insurance harvest", "Hollin"),
    ("Tram depot in Karsk flooded as river Oda bursts its dam",
     "the river Oda burst a dam and flooded the tram depot of Karsk", "mayor Ilona Reka", "tram flood pumps",
     "Karsk"),
    ("Museum of Treviso recovers violin stolen nine years ago",
     "police in Treviso gave a stolen violin back to the city museum", "curator Paolo Neri", "violin theft insurer",
     "Treviso"),
    ("Miners of Zelva end strike after promise of new lifts",
     "miners in Zelva ended a strike of three weeks when the owner promised new lifts", "union leader Anton Kral",
     "shaft wages lifts", "Zelva"),
    ("Glacier lake above Sorn empties overnight and spares village",
     "a glacier lake above Sorn emptied within a night and missed the village", "geologist Mira Lund",
     "ice moraine bridge", "Sorn"),
)  # fmt: skip
_LEADS = (
    "{what} on {day}, {who} said in {place}.",
    "In {place}, {who} confirmed that on {day} {what}.",
    "{who} told reporters in {place} that {what} on {day}.",
    "What {place} had feared came on {day}: {what}, said {who}.",
)
_MORE = (
    "Nobody was hurt, and the first {a} was back at work by noon, {who} added.",
    "{who} put the cost of the {b} at {n} million crowns and asked the province for help with the {c}.",
    "People of {place} spent the night with candles, soup and talk of the {a} and the {c}.",
    "An inquiry into the {b} will hear {m} witnesses before the end of the month.",
    "The {c} of {place} had been checked in the autumn and found sound, papers in the town hall show.",
    "Schools stay closed until the {a} and the {b} have been seen to by people who know them.",
)


def told(happening, paper, after=0, seed=0):
    """A row of one paper about one happening, `after` days later; the words depend on both and on the seed."""
    title, what, who, words, place = HAPPENINGS[happening]
    rng = random.Random(f"{happening} {paper} {after} {seed}")
    when = FIRST + timedelta(days=3 * happening + after)
    a, b, c = words.split()
    day = (when - timedelta(days=1)).strftime("%A")
    fill = {"what": what, "who": who, "place": place, "day": day, "a": a, "b": b, "c": c,
            "n": rng.randint(2, 90), "m": rng.randint(3, 40)}  # fmt: skip
    lead = _LEADS[paper % len(_LEADS)].format(**fill)
    more = [one.format(**fill) for one in rng.sample(_MORE, 4)]
    return {
        "title": title if paper % 2 else f"{place}: {what}",
        "outlet": PAPERS[paper % len(PAPERS)],
        "date": when.isoformat(),
        "url": f"https://{PAPERS[paper % len(PAPERS)].split()[0].lower()}.example/{happening}-{after}-{seed}",
        "text": f"{lead[0].upper()}{lead[1:]}\n\n{' '.join(more[:2])}\n\n{' '.join(more[2:])}",
    }


def stream():
    """Every happening told by every paper, in order of time."""
    rows = [told(happening, paper) for happening in range(len(HAPPENINGS)) for paper in range(len(PAPERS))]
    return sorted(rows, key=lambda row: (row["date"], row["url"]))


def take(archive, folder, rows, name="rows", batch=200):
    """Read rows into an archive; gives the summary."""
    path = folder / f"{name}.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return read(archive, [str(path)], Settings(flow=FlowOptions(workers=1, batch=batch)))


def opened(folder, name="a"):
    """A new archive in a folder."""
    return Archive(folder / f"{name}.coranto")


def articles(archive):
    """All articles by title and outlet, with where they went: `(article, reading, moment, group)`."""
    found = {}
    for item in views.listing(archive, "articles", Filter(limit=5000))["items"]:
        article = archive.article_of(item["id"])
        group = archive.group_of(item["id"])
        found[article.id] = (article, archive.reading_of(article.id), archive.moment_of(article.id), group)
    return found


def stories(archive):
    """The stories: the addresses, or titles, of their articles by the story's id."""
    found = {}
    for article, _, _, group in articles(archive).values():
        found.setdefault(group.story, set()).add(article.url or article.title)
    return found
