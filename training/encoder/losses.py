"""How far the scores are from what the examples say; what they leave open costs nothing."""

from collections.abc import Sequence

import torch
from encoder.examples import Example
from encoder.net import Net
from torch import Tensor
from torch.nn import functional as f

SHARE = {"names": 1.0, "office": 0.6, "cue": 1.0, "stance": 0.3, "trigger": 1.0, "root": 1.0, "modality": 0.5,
         "mode": 0.4, "dependency": 0.25, "arcs": 0.4, "relations": 4.0, "event": 1.5}  # fmt: skip
_TOLD = 0.05  # of a source or target: how much is left to the other events
_HEAVY = 1.5  # words in a relation are fewer than words out of it


def losses(net: Net, examples: Sequence[Example], out: tuple[Tensor, ...]) -> dict[str, Tensor]:
    """The loss of each head that the examples say something of."""
    words, relations, arcs, event = out
    weights = torch.tensor([one.weight for one in examples])
    found = {head: _classes(head, score, examples, weights) for head, score in net.split(words).items()}
    found["arcs"] = _arcs(arcs, examples)
    found["relations"] = _relations(relations, examples)
    marked = [n for n, one in enumerate(examples) if one.event >= 0]
    if marked:
        gold = torch.tensor([examples[n].event for n in marked])
        found["event"] = f.cross_entropy(event[marked], gold, label_smoothing=_TOLD)
    return {head: loss for head, loss in found.items() if loss is not None}


def _classes(head: str, scores: Tensor, examples: Sequence[Example], weights: Tensor) -> Tensor | None:
    """Minus the log of the chance of the classes that are allowed."""
    places = [(n, w, c) for n, one in enumerate(examples) for w, c in one.allowed.get(head, {}).items()]
    if not places:
        return None
    rows = torch.tensor([n for n, _, _ in places])
    chosen = torch.log_softmax(scores[rows, torch.tensor([w for _, w, _ in places])], dim=-1)
    allowed = torch.full_like(chosen, -1e4)
    index = [(k, one) for k, (_, _, classes) in enumerate(places) for one in classes]
    allowed[torch.tensor([k for k, _ in index]), torch.tensor([c for _, c in index])] = 0.0
    each = -torch.logsumexp(chosen + allowed, dim=-1)
    weight = weights[rows]
    return (each * weight).sum() / weight.sum()


def _arcs(scores: Tensor, examples: Sequence[Example]) -> Tensor | None:
    places = [(n, w, h) for n, one in enumerate(examples) for w, h in one.heads.items()]
    if not places:
        return None
    rows, words, heads = (torch.tensor(column) for column in zip(*places, strict=True))
    sizes = torch.tensor([len(one.line.first) for one in examples])
    chosen = scores[rows, words]
    outside = torch.arange(chosen.shape[1])[None, :] >= sizes[rows][:, None]
    return f.cross_entropy(chosen.masked_fill(outside, -1e4), heads)


def _relations(scores: Tensor, examples: Sequence[Example]) -> Tensor | None:
    """Each word yes or no, for every word of each cue and trigger; each row counts alike."""
    index: list[tuple[int, int, int]] = []
    gold: list[tuple[int, int]] = []
    for n, one in enumerate(examples):
        for row in one.rows:
            for word in sorted(row.of):
                gold += [(len(index), to) for to in row.to]
                index.append((n, row.relation, word))
    if not index:
        return None
    lines, relations, words = (torch.tensor(column) for column in zip(*index, strict=True))
    chosen = scores[lines, relations, words]
    wanted = torch.zeros_like(chosen)
    if gold:
        at, to = (torch.tensor(column) for column in zip(*gold, strict=True))
        wanted[at, to] = 1.0
    sizes = torch.tensor([len(one.line.first) for one in examples])[lines]
    inside = (torch.arange(chosen.shape[1])[None, :] < sizes[:, None]).to(chosen.dtype)
    each = f.binary_cross_entropy_with_logits(chosen, wanted, reduction="none", pos_weight=torch.tensor(_HEAVY))
    shares = (each * inside).sum(1) / inside.sum(1)
    counts = torch.tensor([1.0 / len(row.of) for one in examples for row in one.rows for _ in row.of])
    return (shares * counts).sum() / counts.sum()
