"""The weights of names and the card beside them agree; what they tell is a chance."""

import hashlib
import json
from importlib.resources import files

from coranto.reading.names.find import bare_article
from coranto.reading.names.kinds import guess
from coranto.reading.names.runs import pieces
from coranto.reading.names.tokens import units
from coranto.reading.names.traits import traits, word_class
from coranto.reading.names.weigh import weighed, weights

MODELS = files("coranto.data").joinpath("models")


def test_the_card_has_the_hash_and_the_size_of_the_file():
    raw = MODELS.joinpath("names.json").read_bytes()
    card = MODELS.joinpath("names.md").read_text(encoding="utf-8")
    row = next(line for line in card.splitlines() if line.startswith("| `names.json`"))
    assert hashlib.sha256(raw).hexdigest() in row
    assert f"| {len(json.loads(raw)['weights'])} | 5 |" in row


def test_chances_add_up_to_one_whatever_the_traits():
    for found in ([], ["r=person9", "unheard of"], ["p=in", "q=,"]):
        chances = weights().chances(found)
        assert abs(sum(chances.values()) - 1) < 1e-9
        assert set(chances) == {"person", "place", "organisation", "other", "none"}


def test_packed_weights_are_those_of_the_file():
    data = json.loads(MODELS.joinpath("names.json").read_text(encoding="utf-8"))
    trait = max(data["weights"], key=lambda one: max(data["weights"][one]))
    best = data["classes"][max(range(5), key=data["weights"][trait].__getitem__)]
    assert weights().chances([trait])[best] > weights().chances([])[best]


def test_traits_of_a_run():
    unit = units(bare_article("They met in Narvika, he said."))[0]
    piece = next(one for one in pieces(unit) if unit.tokens[one.start].text == "Narvika")
    kind, sure = guess(unit.tokens, piece)
    assert {"p=in", "q=,", "z=narvika", "n=1"} <= set(traits(unit.tokens, piece, kind, sure))
    assert weighed(unit.tokens, piece, kind, sure)[0] == "place"


def test_lists_that_know_a_word():
    assert "g" in word_class("Maria")
    assert word_class("NASA").endswith("A")
    assert word_class("McDonald").endswith("M")
