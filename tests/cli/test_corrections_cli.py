"""merge, split, move, pin, undo and history from the command line."""

import json

from conftest import PAGES, SAMPLES

WHOLE = [*PAGES, "22-trawler-nordhav.txt"]


def stories(coranto):
    items = json.loads(coranto("stories", "--json").out)["items"]
    return sorted(items, key=lambda one: -len(one["articles"]))


def filled(coranto):
    coranto("read", *(SAMPLES / name for name in WHOLE))
    return stories(coranto)


def test_merge_and_undo_on_the_command_line(coranto):
    before = filled(coranto)
    assert len(before) > 1
    ids = [one["id"] for one in before[:2]]
    ran = coranto("merge", *ids, "--json")
    assert ran.status == 0, ran.err
    done = json.loads(ran.out)
    assert done["correction"]["kind"] == "merge"
    assert len(stories(coranto)) == len(before) - 1
    gone = next(one for one in ids if one != done["stories"][0]["id"])
    assert json.loads(coranto("story", gone, "--json").out)["id"] == done["stories"][0]["id"]
    log = json.loads(coranto("history", "--json").out)
    assert [one["id"] for one in log["corrections"]] == [done["correction"]["id"]]
    told = coranto("undo")
    assert told.status == 0, told.err
    assert "undone" in told.out
    assert stories(coranto) == before
    assert json.loads(coranto("history", "--json").out)["corrections"][0]["undone"]


def test_split_move_and_pin_on_the_command_line(coranto):
    before = filled(coranto)
    largest = before[0]
    assert len(largest["articles"]) > 1
    assert coranto("split", largest["articles"][1]).status == 0
    assert len(stories(coranto)) == len(before) + 1
    assert coranto("move", largest["articles"][1], "--to", largest["id"]).status == 0
    assert len(stories(coranto)) == len(before)
    assert coranto("pin", largest["id"]).status == 0
    shown = coranto("history", largest["id"]).out
    for kind in ("split", "move", "pin"):
        assert kind in shown


def test_wrong_corrections_are_said_to_be_wrong(coranto):
    held = filled(coranto)
    coranto("merge", held[0]["id"]).failed(2, "two")
    coranto("undo").failed(2, "nothing to undo")
    coranto("undo", "cor-0123456789abcdef").failed(1, "history")
    coranto("move", held[0]["articles"][0], "--to", "sto-0123456789abcdef").failed(1, "sto-0123456789abcdef")
    coranto("split", *held[0]["articles"]).failed(2)
    coranto("history", "sto-0123456789abcdef").failed(1, "sto-0123456789abcdef")
