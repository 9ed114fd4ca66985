"""Training the line models gives the same files each time, and the shipped ones where its pages are at hand."""

import json
import os
import sys
from pathlib import Path

import pytest

pytest.importorskip("sklearn")
ROOT = Path(__file__).parents[2]
TRAINING = ROOT / "training"
PAGES = ROOT.parent / "shared" / "data" / "train" / "pages" / "wcxb.jsonl.gz"
MODELS = ROOT / "src" / "coranto" / "data" / "models"


@pytest.fixture
def train(monkeypatch):
    for folder in (TRAINING, TRAINING / "html"):
        monkeypatch.syspath_prepend(str(folder))
    before = set(sys.modules)
    import train as module

    yield module
    for name in set(sys.modules) - before:
        if name in ("train", "pages", "trees"):
            del sys.modules[name]


def row(at):
    said = [
        f"In harbour {at} the {n}th boat was repaired, and the board of the port paid for it." for n in range(9)
    ]
    menu = "".join(f"<li><a href='/{n}'>Part {n}</a></li>" for n in range(8))
    body = "".join(f"<p>{one}</p>" for one in said)
    html = f"<html><body><ul class='menu'>{menu}</ul><h1>Boats {at}</h1><div>{body}</div></body></html>"
    return {"id": str(at), "url": f"https://port{at}.example/a", "html": html, "text": "\n".join(said)}


def test_training_twice_gives_the_same(train):
    from trees import export

    pages = [train.sample(row(at)) for at in range(30)]
    once, again = (
        [json.dumps(export(model, model.n_features_in_, ["article"])) for model in train.train(pages)]
        for _ in range(2)
    )
    assert once == again


@pytest.mark.skipif(not os.environ.get("CORANTO_TRAIN"), reason="takes minutes; asked for by CORANTO_TRAIN=1")
@pytest.mark.skipif(not PAGES.exists(), reason="the pages to train on are not here")
def test_the_shipped_models_are_what_training_writes(train, tmp_path):
    train.main(str(PAGES), str(tmp_path))
    for name in ("html-first.json", "html-second.json"):
        assert (tmp_path / name).read_bytes() == (MODELS / name).read_bytes()
