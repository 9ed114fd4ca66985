"""The models of lines and the card beside them agree."""

import hashlib
import json
from importlib.resources import files

import pytest

from coranto.article.dump.features import features, second
from coranto.article.dump.shape import shapes_of
from coranto.article.trees import trees

MODELS = files("coranto.data").joinpath("models")
NAMES = ("lines", "lines-second", "lines-class")


@pytest.mark.parametrize("name", NAMES)
def test_the_card_has_the_hash_and_the_size_of_each_file(name):
    raw = MODELS.joinpath(f"{name}.json").read_bytes()
    card = MODELS.joinpath("lines.md").read_text(encoding="utf-8")
    row = next(line for line in card.splitlines() if line.startswith(f"| `{name}.json`"))
    data = json.loads(raw)
    assert hashlib.sha256(raw).hexdigest() in row
    assert f"| {len(data['trees'])} | {data['features']} |" in row


def test_the_models_take_the_numbers_that_lines_have():
    shapes = shapes_of(["One line.", "Another line of a page."])
    first = features(shapes, shapes.mark)
    more = second(first, shapes.chars * 0, shapes)
    sizes = [json.loads(MODELS.joinpath(f"{name}.json").read_text())["features"] for name in NAMES]
    assert sizes == [first.shape[1], more.shape[1], more.shape[1]]


def test_the_classes_have_names():
    assert {"body", "bullet", "head", "title", "caption", "furniture"} <= set(trees("lines-class").classes)
