"""Trains the line model of plain-text pages and writes it as a small JSON file of trees.

    PYTHONPATH=training python training/lines/train.py WCXB.jsonl.gz src/coranto/data/models/lines.json

Trained on the annotations of WCXB (Murrough-Foley 2026, CC BY 4.0): each page is rendered as a whole page, as its
main part, and as the bare article; a line is of the article when half of its four-word runs are in the gold text.
Needs scikit-learn and numpy; coranto itself reads the file with numpy alone.
"""

import gzip
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from render import render
from selectolax.lexbor import LexborHTMLParser
from sklearn.ensemble import HistGradientBoostingClassifier
from trees import write

from coranto.article.dump.features import features, shape
from coranto.article.dump.text import Line, read_lines
from coranto.text.tokens import words

MAX_LINES = 500
MAX_SEEN = 1500
FORUM = 2.0
"""Forum pages are few among the annotations: each counts for two."""
Sample = tuple[np.ndarray, np.ndarray, np.ndarray]


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
    """The ways one page may reach us as text: whole, its main part, that cut at both ends, the bare article."""
    out = [
        render(row["html"], blank=False),
        render(row["html"], blank=rng.random() < 0.5, links=rng.random() < 0.4),
    ]
    main = main_part(row["html"], row["text"])
    if main:
        lines = [line for line in main.split("\n") if line.strip()]
        out.append(main if rng.random() < 0.5 else "\n".join(lines))
        if len(lines) > 8 and rng.random() < 0.6:
            whole = out[0].split("\n")
            out.append("\n".join(whole[rng.randrange(len(whole) // 4 + 1) :][: rng.randrange(20, len(whole) + 21)]))
    if rng.random() < 0.3:
        out.append(f"{row['title']}\n{row['text']}" if rng.random() < 0.5 else row["text"])
    return out


def samples(row: dict[str, str], rng: random.Random) -> Iterator[Sample]:
    """Features, labels and weights of the lines of each rendering of a page, at most `MAX_LINES` of each."""
    for text in renderings(row, rng):
        lines = read_lines(text)[:MAX_SEEN]
        if not lines:
            continue
        shapes = [shape(line.text) for line in lines]
        xs = np.array(features(lines, shapes), dtype=np.float32)
        ys = np.array(labels(lines, row["text"]))
        heavy = FORUM if row.get("page_type") == "forum" else 1.0
        weights = np.array([heavy * min(1.0 + one.chars / 60, 6.0) / len(lines) ** 0.35 for one in shapes])
        some = np.sort(np.random.default_rng(len(lines)).permutation(len(lines))[:MAX_LINES])
        yield xs[some], ys[some], weights[some]


def sample(path: Path) -> Sample:
    """Features, labels and weights of all lines of all renderings of a file."""
    rng = random.Random(7)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        found = [one for raw in file for one in samples(json.loads(raw), rng)]
    xs, ys, weights = (np.concatenate(part) for part in zip(*found, strict=True))
    return xs, ys, weights


def learner() -> HistGradientBoostingClassifier:
    """The boosted trees before they have learned."""
    return HistGradientBoostingClassifier(
        max_iter=100, learning_rate=0.12, max_leaf_nodes=20, min_samples_leaf=60, l2_regularization=5.0,
        random_state=1,
    )  # fmt: skip


def main(source: str, target: str) -> None:
    """Train on `source`, write `target`."""
    xs, ys, weights = sample(Path(source))
    print(xs.shape, ys.mean())
    model = learner()
    model.fit(xs, ys, sample_weight=weights)
    print("train accuracy", model.score(xs, ys))
    write(model, xs.shape[1], ["article"], Path(target))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
