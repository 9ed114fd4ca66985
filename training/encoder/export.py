"""Writes trained weights as the ONNX file that the reading room runs, in whole numbers of 8 bits.

    PYTHONPATH=src:training python training/encoder/export.py WEIGHTS TRUNK src/coranto/data/models/encoder.onnx

Beside it goes `encoder.json`: the classes of each output, and the temperatures that were worked into the weights. 7
of the 8 bits of a weight are used, so that processors without VNNI, which add in 16 bits, give the same.
"""

import argparse
import json
import tempfile
from pathlib import Path

import torch
from encoder.calibrate import calibrate
from encoder.labels import CLASSES, EVENTS, RELATIONS
from encoder.net import Net
from encoder.own import own_examples
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from coranto.reading.encoder.inputs import BITS

INPUTS, OUTPUTS = ("ids", "shapes", "bits", "first"), ("words", "relations", "event")
_UNUSED = ("dependency",)  # heads that only teach


class Shipped(nn.Module):
    """The network without the heads that only teach."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, shapes: Tensor, bits: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """`words`, `relations`, `event` as `Net` gives them."""
        words, relations, _, event = self.net(ids, shapes, bits, first)
        return words[..., : sum(used().values())], relations, event


def used() -> dict[str, int]:
    """The heads of `words` that are shipped, and how many classes each has."""
    return {head: len(classes) for head, classes in CLASSES.items() if head not in _UNUSED}


def export(net: Net, out: Path) -> None:
    """The float model at `out`."""
    net.eval()
    ids = torch.randint(1, 1000, (2, 9))
    example = (ids, torch.ones_like(ids), torch.zeros(2, 9, BITS), torch.tensor([[1, 2, 4, 0], [1, 3, 4, 5]]))
    piece, word = {0: "lines", 1: "pieces"}, {0: "lines", 1: "words"}
    shapes = {"ids": piece, "shapes": piece, "bits": piece, "first": word, "words": word,
              "relations": {0: "lines", 2: "words", 3: "words"}, "event": {0: "lines"}}  # fmt: skip
    torch.onnx.export(
        Shipped(net), example, out, input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=shapes,
        opset_version=17, dynamo=False,
    )  # fmt: skip


def quantize(whole: Path, out: Path) -> None:
    """The model in whole numbers."""
    quantize_dynamic(whole, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("weights", "trunk", "out"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    made = json.loads(options.weights.with_suffix(".json").read_text())
    net = Net(options.trunk, made["layers"])
    net.load_state_dict(torch.load(options.weights))
    temperatures = calibrate(net, [one for _, one in own_examples(held=True)])
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        export(net, whole)
        quantize(whole, options.out)
        options.weights.with_suffix(".onnx").write_bytes(whole.read_bytes())
    classes = {head: list(CLASSES[head]) for head in used()}
    notes = {"words": classes, "relations": list(RELATIONS), "event": list(EVENTS), "temperatures": temperatures}
    options.out.with_suffix(".json").write_text(json.dumps(notes, indent=1) + "\n")


if __name__ == "__main__":
    main()
