"""Scores of the record room: event coreference across documents, on gold mentions (ECB+)."""

from typing import Any

from coranto.gate.metrics.clusters import conll_f1
from coranto.gate.result import Score
from coranto.gate.work import Work, door

_ENDS = frozenset(".!?")


def chain_scores(work: Work) -> list[Score]:
    """The CoNLL score of `corefer` over all marked mentions, singletons too, inside their known topics."""
    trigger, corefer = door("record", "Trigger"), door("record", "corefer")
    gold: list[str] = []
    triggers: list[Any] = []
    for row in work.corpus.rows:
        fields = work.gold(_fields, row)
        if fields is not None:
            gold.append(f"{fields['topic']} {row.get('coref_chain')}")
            triggers.append(trigger(**fields))
    if not gold:
        return []
    answer = work.attempt(corefer, triggers)
    if answer is None or len(answer) != len(gold):
        return [Score("record.ecb_conll_f1", 0.0, len(gold))]
    return [Score("record.ecb_conll_f1", conll_f1(gold, list(answer)), len(gold))]


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    """The trigger of a mention: document, topic, words, head lemma, and the words of its sentence."""
    doc, numbers = str(row["doc_id"]), row["tokens_number"]
    context = [str(word) for word in row["mention_context"]]
    if not row.get("coref_chain"):
        raise ValueError("no chain")
    return {
        "doc": doc,
        "topic": str(row.get("topic_id") or topic_of(doc)),
        "text": str(row.get("tokens_str") or row["mention_head"]),
        "lemma": str(row["mention_head_lemma"]),
        "words": sentence(context, int(numbers[0])),
    }


def topic_of(doc: str) -> str:
    """The topic in a document's name: `2ecb` of `2_11ecb.xml`."""
    number, _, rest = doc.removesuffix(".xml").partition("_")
    return number + rest.lstrip("0123456789")


def sentence(context: list[str], at: int) -> tuple[str, ...]:
    """The words around place `at` between the marks that end sentences. Raises `IndexError` outside."""
    if not 0 <= at < len(context):
        raise IndexError(at)
    start = next((n + 1 for n in range(at - 1, -1, -1) if context[n] in _ENDS), 0)
    end = next((n for n in range(at, len(context)) if context[n] in _ENDS), len(context))
    return tuple(context[start:end])
