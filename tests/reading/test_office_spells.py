"""Offices in passages of our own: title, status, holder and country, by precision and recall."""

import json
from pathlib import Path

from coranto.reading.names.find import bare_article, names
from coranto.reading.offices.find import offices
from coranto.reading.offices.words import plain_title

SET = Path(__file__).parent / "sets" / "office_spells.jsonl"


def _key(title, status):
    """A deputy is told by the title or by the status; ours counts either."""
    title = plain_title(title).replace("-", " ").replace("minister for", "minister of").removesuffix(" elect")
    bare = title.removeprefix("deputy ")
    return bare, "deputy" if bare != title and status == "current" else status


def told(text):
    """(title, status, name of the holder, country) of the offices that are read in a text."""
    article = bare_article(text)
    found = names(article)
    full = {name.key: name.full for name in found if name.kind == "person"}
    return [(*_key(one.title, one.status), full.get(one.person, ""), one.code) for one in offices(article, found)]


def _right(one, gold):
    """Title, status and holder agree, and the country where the passage gives it."""
    title, status, person, code = one
    wanted = [g for g in gold if (*_key(g["title"], g["status"]), g["person"]) == (title, status, person)]
    return next((g for g in wanted if not g["code"] or g["code"] == code), None)


def score(rows):
    """(right, told, gold), and what went wrong."""
    right = said = gold = 0
    wrong = []
    for row in rows:
        found, open_ = told(row["text"]), list(row["offices"])
        said, gold = said + len(found), gold + len(open_)
        for one in found:
            match = _right(one, open_)
            if match is None:
                wrong.append(("false", one, row["text"]))
            else:
                right += 1
                open_.remove(match)
        wrong += [("missed", tuple(one.values()), row["text"]) for one in open_]
    return right, said, gold, wrong


def test_offices_of_our_own_passages():
    rows = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    right, said, gold, wrong = score(rows)
    assert len(rows) >= 460
    report = "\n".join(map(str, wrong))
    assert right / said >= 0.95, report
    assert right / gold >= 0.94, report
