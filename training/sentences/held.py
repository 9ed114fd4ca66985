"""Writes the held-out sentences as the set that the gate scores.

PYTHONPATH=training python training/sentences/held.py src/coranto/gate/own/held.jsonl
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from sentences.marks import events, lines, parse

FOLDER = Path(__file__).parent / "events" / "held"


def rows() -> Iterator[str]:
    """A line of JSON for each sentence: its text and where its events stand."""
    for _, _, raw in lines(FOLDER):
        sentence = parse(raw)
        marks = [{"start": e.trigger[0], "end": e.trigger[1], "event": e.event} for e in events(sentence)]
        yield json.dumps({"text": sentence.text, "events": marks}, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("".join(rows()), encoding="utf-8")
