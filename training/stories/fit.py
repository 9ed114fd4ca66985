"""Fits the weights of the story score, zero or more each, and writes them as rows.

    python training/stories/fit.py training/stories/happenings.jsonl src/coranto/data/story_weights.toml

Each example has id, date, outlet, title, text and story; those in `happenings.jsonl` are invented. The stream is
replayed with the true stories: for each article the index gives its nearest open stories with their features, and
the true one among them is the one to join. The loss is logistic, each article counts once, and departing from the
weights in `START`, which were set by hand, costs a little: what the examples do not tell about stays as it was.
Needs numpy and scipy; coranto itself reads the rows.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from coranto.gate.material import article_of
from coranto.reading import read
from coranto.story import StoryIndex, slots
from coranto.story.group.similar import Terms

START = {
    "actors": 0.4, "bias": 3.4, "centre": 6.0, "encounter": 2.5, "gap": 0.5, "member": 7.0, "other_occasion": 1.5,
    "slots": 2.5, "title": 2.5,
}  # fmt: skip
HOLD = 0.002
"""What it costs to depart from such a weight by one, squared, beside the loss of a mean article."""
HEAD = """# Weights of the story score: a logistic sum of features, less the bias; every weight is zero or more,
# and what speaks against a story (days between, another occasion) has a feature below zero.
# Made by training/stories/fit.py from training/stories/happenings.jsonl, invented for this purpose; better on the
# dated sets at hand than those set by hand, of which encounter, slots and other_occasion are left.
"""


def examples(rows: list[dict[str, Any]]) -> Iterator[list[tuple[dict[str, float], bool]]]:
    """For each article that has any: the features of its nearest open stories, and which is its own."""
    index = StoryIndex()
    for row in sorted(rows, key=moment):
        article = article_of(row)
        one = slots(article, read(article))
        # what `add` does before it looks for a story
        index.expire(one.when)
        found = [
            (dict(match.features), match.story == row["story"]) for match in index._matches(one, Terms(one.terms))
        ]
        if found:
            yield found
        index.put(one, row["story"], "true")


def moment(row: dict[str, Any]) -> tuple[str, str]:
    """The order of the stream."""
    return row["date"], row["id"]


def fitted(found: list[list[tuple[dict[str, float], bool]]]) -> dict[str, float]:
    """The weights that tell the true stories best."""
    names = sorted(START)
    values = np.array([[{"bias": -1.0, **one}[name] for name in names] for group in found for one, _ in group])
    truth = np.array([same for group in found for _, same in group], dtype=float)
    share = np.array([1.0 / len(group) / len(found) for group in found for _ in group])
    before = np.array([START[name] for name in names])

    def loss(weight: np.ndarray) -> tuple[float, np.ndarray]:
        total, held = values @ weight, weight - before
        wrong = 1.0 / (1.0 + np.exp(-total)) - truth
        cost = share @ (np.logaddexp(0.0, total) - truth * total)
        return cost + HOLD * held @ held, values.T @ (share * wrong) + 2 * HOLD * held

    done = minimize(loss, before, jac=True, method="L-BFGS-B", bounds=[(0.0, None)] * len(before))
    print(f"loss {loss(before)[0]:.4f} -> {done.fun:.4f}, {len(found)} articles, {len(truth)} pairs")
    return dict(zip(names, done.x, strict=True))


def main(examples_path: str, rows_path: str) -> None:
    """Reads the examples and writes the rows."""
    rows = [json.loads(line) for line in Path(examples_path).read_text(encoding="utf-8").splitlines()]
    written = [
        f'[[row]]\nname = "{name}"\nweight = {weight:.2f}\n'
        for name, weight in fitted(list(examples(rows))).items()
    ]
    Path(rows_path).write_text(HEAD + "\n" + "".join(written), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
