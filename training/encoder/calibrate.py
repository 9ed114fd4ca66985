"""Makes chances say how often the heads are right: one temperature for each (Guo and others 2017, On calibration of
modern neural networks), fitted on held-out sentences and written into the weights, so that reading needs none."""

from collections.abc import Callable, Mapping, Sequence

import torch
from encoder.examples import Example
from encoder.labels import CLASSES, RELATIONS
from encoder.net import WIDE, Net
from torch import Tensor
from torch.nn import functional as f

from coranto.reading.encoder.inputs import batch

_LOT, _BINS = 16, 10
Said = list[tuple[Tensor, Tensor]]
"""Scores of one answer [classes] and which of them a label allows [classes]; a yes or no has one class."""


def answers(net: Net, held: Sequence[Example]) -> dict[str, Said]:
    """What each head says of held-out sentences, and what it may say."""
    out: dict[str, Said] = {}
    net.eval()
    with torch.no_grad():
        for at in range(0, len(held), _LOT):
            lot = held[at : at + _LOT]
            words, relations, _, event = net(*(torch.from_numpy(one) for one in batch([e.line for e in lot])))
            heads = net.split(words)
            for n, example in enumerate(lot):
                for head, labels in example.allowed.items():
                    out.setdefault(head, []).extend(
                        (heads[head][n, word], _allowed(classes, len(CLASSES[head])))
                        for word, classes in labels.items()
                    )
                if example.event >= 0:
                    out.setdefault("event", []).append((event[n], _allowed((example.event,), event.shape[1])))
                for row in example.rows:
                    scores = relations[n, row.relation, sorted(row.of), : len(example.line.first)].mean(0)
                    wanted = torch.zeros_like(scores)
                    wanted[sorted(row.to)] = 1.0
                    out.setdefault(RELATIONS[row.relation], []).extend(
                        zip(scores[:, None], wanted[:, None], strict=True)
                    )
    return out


def _allowed(classes: Sequence[int], size: int) -> Tensor:
    out = torch.zeros(size)
    out[list(classes)] = 1.0
    return out


def _loss(scores: Tensor, allowed: Tensor) -> Tensor:
    if scores.shape[1] == 1:
        return f.binary_cross_entropy_with_logits(scores, allowed)
    return -(torch.log_softmax(scores, 1) + (allowed.clamp(min=1e-9)).log()).logsumexp(1).mean()


def temperature(said: Said) -> float:
    """What to divide scores by for the least loss, .5 to 5."""
    scores, allowed = (torch.stack(column) for column in zip(*said, strict=True))
    tried = [2 ** (n / 16 - 1) for n in range(54)]
    return min(tried, key=lambda t: float(_loss(scores / t, allowed)))


def error(said: Said, divisor: float = 1.0) -> float:
    """Expected calibration error: how far the chance of the likeliest answer is from how often it is right, over
    ten bins of chance."""
    scores, allowed = (torch.stack(column) for column in zip(*said, strict=True))
    if scores.shape[1] == 1:
        yes = torch.sigmoid(scores[:, 0] / divisor)
        chance, right = torch.where(yes > 0.5, yes, 1 - yes), ((yes > 0.5).float() == allowed[:, 0]).float()
    else:
        chance, best = torch.softmax(scores / divisor, 1).max(1)
        right = allowed.gather(1, best[:, None])[:, 0]
    bins = (chance * _BINS).long().clamp(max=_BINS - 1)
    parts = [bins == n for n in range(_BINS)]
    gaps = (
        float((chance[one].mean() - right[one].mean()).abs() * one.float().mean()) for one in parts if one.any()
    )
    return sum(gaps)


def cool(net: Net, temperatures: Mapping[str, float]) -> None:
    """Divides the scores of each head by its temperature, in its weights."""
    at = 0
    with torch.no_grad():
        for head, size in zip(CLASSES, net.sizes, strict=True):
            for part in (net.words.weight, net.words.bias):
                part[at : at + size] /= temperatures.get(head, 1.0)
            at += size
        for n, relation in enumerate(RELATIONS):
            first, alone = n * (WIDE + 1), n * (WIDE + 1) + WIDE
            for part in (net.left.weight, net.left.bias):
                part[first : alone + 1] /= temperatures.get(relation, 1.0)
            for part in (net.right.weight, net.right.bias):
                part[alone] /= temperatures.get(relation, 1.0)
        for part in (net.event[-1].weight, net.event[-1].bias):
            part /= temperatures.get("event", 1.0)


def calibrate(net: Net, held: Sequence[Example], tell: Callable[[str], None] = print) -> dict[str, float]:
    """Fits and applies a temperature for each head; tells each with the calibration error before and after."""
    said = answers(net, held)
    found = {head: temperature(some) for head, some in said.items()}
    for head, divisor in found.items():
        before, after = error(said[head]), error(said[head], divisor)
        tell(f"{head}: temperature {divisor:.2f}, calibration error {before:.3f} to {after:.3f}")
    cool(net, found)
    return {head: round(divisor, 3) for head, divisor in found.items()}
