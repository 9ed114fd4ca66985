"""A token classifier of a few hundred bytes, for the tests of a user's own model.

It looks each piece up in a table of scores, so what it says of a word is known without training. The protobuf of
ONNX (onnx.proto3) is written by hand: a message is fields, a field its number, its wire type and its content.

    python tests/reading/small_model.py FOLDER
"""

import json
import struct
import sys
from pathlib import Path

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
PIECES = {
    "mirelo": "B-PER", "tand": "I-PER", "##quist": "O", "quillmark": "I-ORG", "boatyard": "I-ORG",
    "zennor": "B-LOC", "us": "B-LOC", "lampfest": "B-MISC", "the": "B-ORG",
}  # fmt: skip
_FLOAT, _INT64 = 1, 7


def varint(number):
    """A number in sevens of bits."""
    out = b""
    while number > 127:
        out, number = out + bytes([number & 127 | 128]), number >> 7
    return out + bytes([number])


def field(number, content):
    """A number as a varint, text and bytes by their length."""
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    raw = content.encode() if isinstance(content, str) else content
    return varint(number << 3 | 2) + varint(len(raw)) + raw


def value(name, kind, axes):
    """The name and type of an input or output."""
    shape = b"".join(field(1, field(2 if isinstance(one, str) else 1, one)) for one in axes)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))


def model(table, inputs=("input_ids", "attention_mask", "token_type_ids")):
    """`logits = table[input_ids]` as an ONNX model; the other inputs are asked for and not used."""
    rows, columns = len(table), len(table[0])
    raw = b"".join(struct.pack(f"<{columns}f", *row) for row in table)
    tensor = field(1, rows) + field(1, columns) + field(2, _FLOAT) + field(8, "table") + field(9, raw)
    node = field(1, "table") + field(1, "input_ids") + field(2, "logits") + field(4, "Gather")
    graph = field(1, node) + field(2, "small") + field(5, tensor)
    graph += b"".join(field(11, value(name, _INT64, ("lines", "pieces"))) for name in inputs)
    graph += field(12, value("logits", _FLOAT, ("lines", "pieces", columns)))
    return field(1, 8) + field(7, graph) + field(8, field(2, 13))


def write(folder, labels=LABELS, pieces=PIECES, **config):
    """A folder as Optimum makes it: the model, its labels, its vocabulary. Each piece scores 4 for its label."""
    folder.mkdir(parents=True, exist_ok=True)
    known = (*MARKS, *pieces)
    said = [pieces.get(piece, labels[0]) for piece in known]
    table = [[4.0 if label == one else 0.0 for label in labels] for one in said]
    told = {"id2label": {str(n): label for n, label in enumerate(labels)}, "max_position_embeddings": 64, **config}
    (folder / "model.onnx").write_bytes(model(table))
    (folder / "config.json").write_text(json.dumps(told), encoding="utf-8")
    (folder / "vocab.txt").write_text("\n".join(known) + "\n", encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(json.dumps({"do_lower_case": True}), encoding="utf-8")
    return folder


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
