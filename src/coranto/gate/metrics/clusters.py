"""Clusterings of the same items against gold: B³, MUC, CEAFe, pairs, adjusted Rand index.

A clustering is a list of labels, one per item, gold and predicted in the same order.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from math import comb

from coranto.gate.metrics.counts import f1, f1_of, mean, ratio

Labels = Sequence[Hashable]


def b3_f1(gold: Labels, predicted: Labels) -> float:
    """B³ F1 (Bagga and Baldwin 1998): precision and recall averaged over items."""
    together = Counter(zip(gold, predicted, strict=True))
    golds, predictions = Counter(gold), Counter(predicted)
    precision = sum(n * n / predictions[p] for (_, p), n in together.items())
    recall = sum(n * n / golds[g] for (g, _), n in together.items())
    return f1(ratio(precision, len(gold)), ratio(recall, len(gold)))


def pair_f1(gold: Labels, predicted: Labels) -> float:
    """F1 over pairs of items in one cluster; 1 when neither side has a pair."""
    both = sum(comb(n, 2) for n in Counter(zip(gold, predicted, strict=True)).values())
    said = sum(comb(n, 2) for n in Counter(predicted).values())
    want = sum(comb(n, 2) for n in Counter(gold).values())
    return 1.0 if gold and said == want == 0 else f1_of(both, said, want)


def ari(gold: Labels, predicted: Labels) -> float:
    """Adjusted Rand index (Hubert and Arabie 1985), negative values as 0; 0 of no items."""
    both = sum(comb(n, 2) for n in Counter(zip(gold, predicted, strict=True)).values())
    said = sum(comb(n, 2) for n in Counter(predicted).values())
    want = sum(comb(n, 2) for n in Counter(gold).values())
    chance = ratio(said * want, comb(len(gold), 2)) if len(gold) > 1 else 0.0
    best = (said + want) / 2
    if best == chance:
        return 1.0 if gold and said == want == both else 0.0
    return max(0.0, (both - chance) / (best - chance))


def muc_f1(gold: Labels, predicted: Labels) -> float:
    """MUC F1 (Vilain 1995): links kept of those each side needs."""
    return f1(_muc(gold, predicted), _muc(predicted, gold))


def _muc(key: Labels, response: Labels) -> float:
    groups: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for k, r in zip(key, response, strict=True):
        groups[k].add(r)
    sizes = Counter(key)
    kept = sum(sizes[k] - len(parts) for k, parts in groups.items())
    return ratio(kept, sum(n - 1 for n in sizes.values()))


def ceafe_f1(gold: Labels, predicted: Labels) -> float:
    """CEAF with entity similarity φ4 (Luo 2005): the best one-to-one alignment of clusters."""
    together = Counter(zip(gold, predicted, strict=True))
    golds, predictions = Counter(gold), Counter(predicted)
    weight = {(g, p): 2 * n / (golds[g] + predictions[p]) for (g, p), n in together.items()}
    total = sum(_best_sum(part) for part in _components(weight))
    return f1(ratio(total, len(predictions)), ratio(total, len(golds)))


def conll_f1(gold: Labels, predicted: Labels) -> float:
    """The CoNLL score: the mean of MUC, B³ and CEAFe F1."""
    return mean([muc_f1(gold, predicted), b3_f1(gold, predicted), ceafe_f1(gold, predicted)])


Weights = dict[tuple[Hashable, Hashable], float]


def _components(weight: Weights) -> list[Weights]:
    """The weights split into parts that share no cluster: alignments of each are independent."""
    root: dict[tuple[str, Hashable], tuple[str, Hashable]] = {}

    def find(node: tuple[str, Hashable]) -> tuple[str, Hashable]:
        root.setdefault(node, node)
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for g, p in weight:
        root[find(("gold", g))] = find(("predicted", p))
    parts: defaultdict[tuple[str, Hashable], Weights] = defaultdict(dict)
    for (g, p), value in weight.items():
        parts[find(("gold", g))][g, p] = value
    return list(parts.values())


def _best_sum(weight: Weights) -> float:
    """The greatest sum of weights with each row and column used once."""
    if len(weight) == 1:
        return next(iter(weight.values()))
    rows = {name: at for at, name in enumerate(dict.fromkeys(g for g, _ in weight))}
    columns = {name: at for at, name in enumerate(dict.fromkeys(p for _, p in weight))}
    if len(rows) > len(columns):
        return _best_sum({(p, g): value for (g, p), value in weight.items()})
    matrix = [[0.0] * len(columns) for _ in rows]
    for (g, p), value in weight.items():
        matrix[rows[g]][columns[p]] = -value
    return -_assign(matrix)


def _assign(cost: list[list[float]]) -> float:
    """The least total cost of giving each row its own column (Kuhn and Munkres, with potentials)."""
    n, m = len(cost), len(cost[0])
    row_of = [-1] * m
    u, v = [0.0] * n, [0.0] * (m + 1)
    for start in range(n):
        _augment(cost, start, row_of, (u, v))
    return sum(cost[row][column] for column, row in enumerate(row_of) if row >= 0)


def _augment(
    cost: list[list[float]], start: int, row_of: list[int], potentials: tuple[list[float], list[float]]
) -> None:
    u, v = potentials
    m = len(row_of)
    way, slack, done = [-1] * m, [float("inf")] * m, [False] * m
    column, row = -1, start
    while True:
        delta, nearest = float("inf"), -1
        for j in range(m):
            if done[j]:
                continue
            if (left := cost[row][j] - u[row] - v[j]) < slack[j]:
                slack[j], way[j] = left, column
            if slack[j] < delta:
                delta, nearest = slack[j], j
        u[start] += delta
        for j in range(m):
            if done[j]:
                u[row_of[j]] += delta
                v[j] -= delta
            else:
                slack[j] -= delta
        column = nearest
        done[column] = True
        if row_of[column] < 0:
            break
        row = row_of[column]
    while column >= 0:
        before = way[column]
        row_of[column] = row_of[before] if before >= 0 else start
        column = before
