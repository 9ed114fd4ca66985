"""Scores of the record room: event coreference across documents, on gold mentions (ECB+)."""

from coranto.gate.result import Score
from coranto.gate.work import Work, door


def chain_scores(work: Work) -> list[Score]:
    door("record", "corefer")
    return []
