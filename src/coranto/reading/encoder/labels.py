"""The labels of a model that was not made for us: the kind of name that each means, the names of a line by them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from coranto.data import rows
from coranto.errors import ConfigError
from coranto.reading.encoder.decode import KINDS, NameSeen, NamesSeen
from coranto.reading.encoder.session import Scores, softmax
from coranto.types.reading import NameKind

_MARKED = re.compile(r"([BIELMSU])[-_](.+)", re.DOTALL)
_BEGINS = "BSU"


@cache
def _known() -> dict[str, NameKind]:
    return {label: row["kind"] for row in rows("name_labels") for label in row["labels"]}


def kind_of(label: str) -> NameKind | None:
    """The kind of name that a label without its mark means; None for what is passed over."""
    high = label.upper()
    return _known().get(high) or _known().get(high.partition("-")[0])


def none_known(where: str, found: Sequence[str]) -> ConfigError:
    """The error of a model of whose labels none means a kind of name."""
    shown = ", ".join(found[:12]) or "none"
    return ConfigError(
        f"reading.names_model: no label of {where} means a kind of name; it has {shown}. Known, each also after B-"
        f" and I-: {', '.join(_known())}"
    )


class Labels(NamedTuple):
    """What the classes of a model mean: their number, and of each class and each of `KINDS` whether it begins a
    name of that kind or goes on with one (0 or 1, [classes, kinds])."""

    many: int
    begins: NDArray[np.float32]
    goes_on: NDArray[np.float32]

    def names(self, scores: Scores, first: Sequence[int]) -> NamesSeen:
        """The names of a line: `scores` by piece, `first` the first piece of each word, which votes for it; -1 for
        a word that was cut off. The kinds of a word are weighed as wholes, so a model may mark the beginning of
        each name, that of a name after its like, the end too, or none."""
        read = [n for n, at in enumerate(first) if at >= 0]
        chances = softmax(scores[[first[n] for n in read]].astype(np.float32))
        begins, goes_on = (np.zeros((len(first), len(KINDS)), np.float32) for _ in range(2))
        begins[read], goes_on[read] = chances @ self.begins, chances @ self.goes_on
        inside = begins + goes_on
        best = np.where(inside.max(axis=1) > 1 - inside.sum(axis=1), inside.argmax(axis=1), -1).tolist()
        fresh = (begins > goes_on).tolist()
        out: list[NameSeen] = []
        for start, end in _runs(best, fresh):
            sure = float(inside[start:end, best[start]].mean())
            out.append(NameSeen((start, end), KINDS[best[start]], sure))
        return NamesSeen(tuple(out), inside)


def _runs(best: Sequence[int], fresh: Sequence[Sequence[bool]]) -> list[tuple[int, int]]:
    """The words of one kind that stand together, a new run where one of them begins."""
    out: list[tuple[int, int]] = []
    for n, kind in enumerate(best):
        if kind < 0:
            continue
        if out and out[-1][1] == n and best[n - 1] == kind and not fresh[n][kind]:
            out[-1] = (out[-1][0], n + 1)
        else:
            out.append((n, n + 1))
    return out


def labels_of(where: str, told: Mapping[str, str]) -> Labels:
    """The labels of a model by its `id2label`. Raises `ConfigError` where they are not numbered from 0 on, or none
    is known."""
    listed = [told.get(str(n), "") for n in range(len(told))]
    if not all(isinstance(one, str) and one for one in listed):
        raise ConfigError(f"reading.names_model: id2label in {where} does not number its labels from 0 on")
    marks = [_MARKED.fullmatch(one.upper()) for one in listed]
    meant = [kind_of(mark[2] if mark else one) for mark, one in zip(marks, listed, strict=True)]
    if not any(meant):
        raise none_known(where, listed)
    begins, goes_on = (np.zeros((len(listed), len(KINDS)), np.float32) for _ in range(2))
    for n, (mark, kind) in enumerate(zip(marks, meant, strict=True)):
        if kind:
            (begins if mark and mark[1] in _BEGINS else goes_on)[n, KINDS.index(kind)] = 1.0
    return Labels(len(listed), begins, goes_on)
