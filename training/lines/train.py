"""Trains the line model of plain-text pages and writes it as a small JSON file of trees.

    python training/lines/train.py WCXB.jsonl.gz src/coranto/data/models/lines.json

Trained on the annotations of WCXB (Murrough-Foley 2026, CC BY 4.0): each page is rendered as a whole page, as its
main part, and as the bare article; a line is of the article when half of its four-word runs are in the gold text.
Needs scikit-learn and numpy; coranto itself reads the file in plain Python.
"""

import gzip
import json
import random
import sys
from pathlib import Path

import numpy as np
from render import render
from selectolax.lexbor import LexborHTMLParser
from sklearn.ensemble import HistGradientBoostingClassifier

from coranto.article.dump_features import features, shape
from coranto.article.dump_text import Line, read_lines
from coranto.text.tokens import words

MAX_LINES = 500


def grams(text: str, size: int = 4) -> set[tuple[str, ...]]:
    """The runs of `size` lower-case words of a text."""
    tokens = [word.lower() for word in words(text)]
    return {tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)}


def labels(lines: list[Line], gold: str) -> list[int]:
    """1 for each line that is of the gold text."""
    known = grams(gold)
    paragraphs = {" ".join(words(p.lower())) for p in gold.split("\n")}
    out = []
    for line in lines:
        own = grams(line.text)
        if own:
            out.append(int(len(own & known) >= 0.5 * len(own)))
        else:
            out.append(int(" ".join(words(line.text.lower())) in paragraphs))
    return out


def main_part(html: str, gold: str) -> str:
    """The rendering of the smallest element that holds nine tenths of the gold text."""
    tree = LexborHTMLParser(html)
    node = tree.body
    known = grams(gold)
    if node is None or not known:
        return ""
    for tag in ("script", "style", "noscript"):
        for one in tree.css(tag):
            one.decompose()
    while True:
        best = None
        for child in node.iter():
            if len(known & grams(child.text(separator=" "))) >= 0.9 * len(known):
                best = child
        if best is None:
            break
        node = best
    return render(f"<html><body>{node.html}</body></html>")


def renderings(row: dict[str, str], rng: random.Random) -> list[str]:
    """The ways one page may reach us as text."""
    out = [render(row["html"], blank=rng.random() < 0.5)]
    main = main_part(row["html"], row["text"])
    if main:
        out.append(main)
        out.append("\n".join(line for line in main.split("\n") if line.strip()))
    if rng.random() < 0.3:
        out.append(f"{row['title']}\n{row['text']}" if rng.random() < 0.5 else row["text"])
    return out


def sample(path: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features, labels and weights of all lines of all renderings."""
    rng = random.Random(7)
    xs: list[list[float]] = []
    ys: list[int] = []
    weights: list[float] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for raw in file:
            row = json.loads(raw)
            for text in renderings(row, rng):
                lines = read_lines(text)[:MAX_LINES]
                if not lines:
                    continue
                shapes = [shape(line.text) for line in lines]
                xs += features(lines, shapes)
                ys += labels(lines, row["text"])
                weights += [min(1.0 + one.chars / 60, 6.0) / len(lines) ** 0.35 for one in shapes]
    return np.array(xs, dtype=np.float32), np.array(ys), np.array(weights)


def export(model: HistGradientBoostingClassifier, count: int) -> dict[str, object]:
    """The trees as flat lists: feature (-1 for a leaf), threshold or leaf value, left and right child."""
    trees = []
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        trees.append(
            {
                "feature": [-1 if n["is_leaf"] else int(n["feature_idx"]) for n in nodes],
                "value": [round(float(n["value"] if n["is_leaf"] else n["num_threshold"]), 5) for n in nodes],
                "left": [int(n["left"]) for n in nodes],
                "right": [int(n["right"]) for n in nodes],
            }
        )
    return {"features": count, "base": round(float(model._baseline_prediction.ravel()[0]), 5), "trees": trees}


def main(source: str, target: str) -> None:
    """Train on `source`, write `target`."""
    xs, ys, weights = sample(Path(source))
    print(xs.shape, ys.mean())
    model = HistGradientBoostingClassifier(
        max_iter=60,
        learning_rate=0.14,
        max_leaf_nodes=20,
        min_samples_leaf=60,
        l2_regularization=5.0,
        random_state=1,
    )
    model.fit(xs, ys, sample_weight=weights)
    print("train accuracy", model.score(xs, ys))
    Path(target).write_text(json.dumps(export(model, xs.shape[1]), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
