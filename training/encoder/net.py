"""The network: MiniLM's trunk with what is seen of the words added to its input, and a small head for each task."""

from pathlib import Path

import torch
from encoder.labels import CLASSES, EVENTS, RELATIONS
from torch import Tensor, nn
from transformers import BertModel

from coranto.reading.encoder.inputs import BITS, SHAPES

WIDE, ARC = 64, 96  # of the vectors whose products are relations and arcs
_SOURCE, _TARGET = BITS - 2, BITS - 1


class Net(nn.Module):
    """Reads `Batch`es. Heads of `CLASSES` and arcs say something of each word, relations of each pair of words, and
    `event` names what happens between the marked words."""

    def __init__(self, trunk: Path, layers: int = 6) -> None:
        super().__init__()
        self.trunk = BertModel.from_pretrained(trunk, add_pooling_layer=False)
        self.trunk.encoder.layer = self.trunk.encoder.layer[:layers]
        self.trunk.embeddings.word_embeddings.weight.requires_grad_(False)  # few sentences would spoil rare words
        size = self.trunk.config.hidden_size
        self.shape = nn.Embedding(SHAPES, size)
        self.bit = nn.Linear(BITS, size, bias=False)
        nn.init.normal_(self.shape.weight, std=0.02)
        nn.init.normal_(self.bit.weight, std=0.02)
        self.drop = nn.Dropout(0.15)
        self.sizes = [len(classes) for classes in CLASSES.values()]
        self.words = nn.Linear(size, sum(self.sizes))
        self.left = nn.Linear(size, len(RELATIONS) * (WIDE + 1))
        self.right = nn.Linear(size, len(RELATIONS) * (WIDE + 1))
        self.down, self.up = nn.Linear(size, ARC + 1), nn.Linear(size, ARC + 1)
        self.event = nn.Sequential(
            nn.Linear(3 * size, size), nn.GELU(), nn.Dropout(0.15), nn.Linear(size, len(EVENTS))
        )

    def forward(self, ids: Tensor, shapes: Tensor, bits: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """`words` [B, W, all classes], `relations` [B, R, W, W], `arcs` [B, W, W], `event` [B, E]: scores."""
        hidden = self.hidden(ids, shapes, bits)
        index = first.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
        word = self.drop(torch.gather(hidden, 1, index))
        relations = self._products(self.left(word), self.right(word), len(RELATIONS), WIDE)
        arcs = self._products(self.down(word), self.up(word), 1, ARC).squeeze(1)
        return self.words(word), relations, arcs, self.event(self._pair(hidden, ids, bits))

    def hidden(self, ids: Tensor, shapes: Tensor, bits: Tensor) -> Tensor:
        """The last layer, piece by piece."""
        places = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        own = self.trunk.embeddings
        seen = own.word_embeddings(ids) + own.position_embeddings(places) + own.token_type_embeddings.weight[0]
        out = own.dropout(own.LayerNorm(seen + self.shape(shapes) + self.bit(bits)))
        mask = ((ids == 0).to(out.dtype) * -1e4)[:, None, None, :]
        for layer in self.trunk.encoder.layer:
            out = self._layer(layer, out, mask)
        return out

    def _layer(self, layer: nn.Module, out: Tensor, mask: Tensor) -> Tensor:
        """One layer of BERT, written out so that it exports alike under every version of the library."""
        own, size = layer.attention.self, out.shape
        heads = self.trunk.config.num_attention_heads
        query, key, value = (
            part(out).view(size[0], size[1], heads, -1).transpose(1, 2) for part in (own.query, own.key, own.value)
        )
        weights = torch.softmax(query @ key.transpose(-1, -2) / query.shape[-1] ** 0.5 + mask, dim=-1)
        mixed = (self.drop(weights) @ value).transpose(1, 2).reshape(size)
        return layer.output(layer.intermediate(known := layer.attention.output(mixed, out)), known)

    @staticmethod
    def _products(left: Tensor, right: Tensor, count: int, wide: int) -> Tensor:
        """Scores of all pairs: the product of their vectors and what each says alone."""
        size = left.shape
        one = left.view(size[0], size[1], count, wide + 1).transpose(1, 2)
        other = right.view(size[0], size[1], count, wide + 1).transpose(1, 2)
        product = one[..., :wide] @ other[..., :wide].transpose(-1, -2) / wide**0.5
        return product + one[..., wide:] + other[..., wide:].transpose(-1, -2)

    @staticmethod
    def _pair(hidden: Tensor, ids: Tensor, bits: Tensor) -> Tensor:
        masks = ((ids > 0).to(hidden.dtype), bits[..., _SOURCE], bits[..., _TARGET])
        means = [(hidden * m.unsqueeze(-1)).sum(1) / m.sum(1, keepdim=True).clamp(min=1) for m in masks]
        return torch.cat(means, dim=-1)

    def split(self, words: Tensor) -> dict[str, Tensor]:
        """The scores of each head."""
        return dict(zip(CLASSES, words.split(self.sizes, dim=-1), strict=True))
