"""Examples from the open sets of `../shared/data/train`: names, trees, attributions. Licences: the model's card."""

from collections.abc import Iterator
from pathlib import Path

from encoder.examples import Example, Words, named, nowhere
from encoder.labels import DEPENDENCIES
from names.marked import FILES, _bio, _mentions, _trees, _with_text

from coranto.gate.names import _find, _joined

Tree = list[list[str]]
_PLACE, _OTHER = ("place", "facility"), ("-", "group", "event", "facility")
_OPEN_KINDS = {
    "PER": ("person",), "LOC": _PLACE, "ORG": ("organisation",), "MISC": _OTHER, "person": ("person",),
    "location": _PLACE, "group": ("organisation", "group"), "corporation": ("organisation",), "product": ("-",),
    "creative-work": ("-",), "politician": ("person",), "country": ("place",), "organisation": ("organisation",),
    "politicalparty": ("organisation", "group"), "election": ("-", "event"), "event": ("-", "event"),
    "misc": _OTHER,
}  # fmt: skip
_GUM_KINDS = {"person": ("person",), "place": _PLACE, "organization": ("organisation",), "event": ("-", "event")}
_PART = {"aux", "aux:pass", "compound:prt", "advmod"}
_PERCEIVED = ("ccomp", "parataxis")


def open_names(folder: Path) -> Iterator[Example]:
    """Sentences with persons, places and organisations; peoples and named events are open in these sets."""
    for name, file in FILES.items():
        for sentence in _bio(folder / "names" / f"{file}.gz"):
            text, places = _joined(sentence)
            yield _tagged(name, text, places, [tag for _, tag in sentence])
    for text, sentence in _with_text(folder / "names" / "uner_pud.iob2.gz"):
        places = _find(text, sentence)
        if places is not None:
            yield _tagged("pud", text, places, [tag for _, tag in sentence])


def _tagged(name: str, text: str, places: list[tuple[int, int]], tags: list[str]) -> Example:
    words = Words(text)
    out = words.example(name)
    spans: list[tuple[int, int, str]] = []
    for (start, end), tag in zip(places, tags, strict=True):
        prefix, _, kind = tag.partition("-")
        if prefix == "I" and spans and spans[-1][2] == kind and spans[-1][1] >= start - 2:
            spans[-1] = (spans[-1][0], end, kind)
        elif kind:
            spans.append((start, end, kind))
    held = [(words.within((a, b)), _OPEN_KINDS.get(kind, _OTHER)) for a, b, kind in spans]
    for n in range(len(words.tokens)):
        out.say("names", n, "-", "b-group", "i-group", "b-event", "i-event")
    named(out, held, ())
    return out


def tree_examples(path: Path, name: str) -> Iterator[tuple[Tree, Words, list[int], Example]]:
    """Sentences with dependencies and frames: (tree, words, the word of each token, example)."""
    for text, tree in _trees(path):
        places = _find(text, [(row[1], "") for row in tree])
        if places is None:
            continue
        words = Words(text)
        own = _own_words(words, places)
        out = words.example(name)
        _depend(out, tree, own)
        _frames(out, tree, own)
        nowhere(out, words, "cue", "trigger")
        yield tree, words, own, out


def _own_words(words: Words, places: list[tuple[int, int]]) -> list[int]:
    """The word that each token of a tree stands in, -1 for none."""
    out = []
    at = 0
    for start, _ in places:
        while at < len(words.tokens) and words.tokens[at].end <= start:
            at += 1
        out.append(at if at < len(words.tokens) else -1)
    return out


def _depend(out: Example, tree: Tree, own: list[int]) -> None:
    for n, row in enumerate(tree):
        head = int(row[6]) - 1
        word, to = own[n], own[head] if head >= 0 else own[n]
        if word < 0 or to < 0 or (word == to and head >= 0):
            continue
        kind = row[7] if row[7] in DEPENDENCIES else row[7].split(":")[0]
        out.heads[word] = to
        out.say("dependency", word, kind if kind in DEPENDENCIES else "other")


def _frames(out: Example, tree: Tree, own: list[int]) -> None:
    """The subject and the clause of the verbs that have both, as source and content."""
    for n, row in enumerate(tree):
        if row[3] != "VERB":
            continue
        below = {child[7]: k for k, child in enumerate(tree) if int(child[6]) == n + 1}
        content = next((below[kind] for kind in _PERCEIVED if kind in below), None)
        if content is None or "nsubj" not in below:
            continue
        cue = [k for k, child in enumerate(tree) if int(child[6]) == n + 1 and child[7] in _PART and abs(k - n) < 4]
        _relate(out, own, [n, *cue], _under(tree, below["nsubj"]), _under(tree, content))


def _relate(out: Example, own: list[int], cue: list[int], source: list[int], content: list[int]) -> None:
    words = {own[k] for k in cue if own[k] >= 0}
    out.relate("source", words, {own[k] for k in source if own[k] >= 0} - words)
    out.relate("content", words, {own[k] for k in content if own[k] >= 0} - words)


def _under(tree: Tree, top: int) -> list[int]:
    """The tokens under one of a tree, without commas at their ends."""
    found = {top}
    more = True
    while more:
        new = {k for k, row in enumerate(tree) if int(row[6]) - 1 in found} - found
        more = bool(new)
        found |= new
    out = sorted(found)
    while len(out) > 1 and tree[out[-1]][1] in ",;:.":
        out.pop()
    while len(out) > 1 and (tree[out[0]][1] in ",;:" or tree[out[0]][1] == "that"):
        out.pop(0)
    return out


def gum_examples(folder: Path) -> Iterator[Example]:
    """Sentences of GUM with dependencies, frames, and names where they are sure."""
    for tree, words, own, out in tree_examples(folder / "gum" / "gum.conllu.gz", "gum"):
        _gum_names(out, tree, words, own)
        yield out


def _gum_names(out: Example, tree: Tree, words: Words, own: list[int]) -> None:
    """Words that are no proper noun are no name; a mention that is all proper nouns is one."""
    proper = {own[n] for n, row in enumerate(tree) if row[3] == "PROPN"}
    spans = []
    for first, after, kind in _mentions(tree):
        inside = [n for n in range(first, after) if tree[n][1].lower() != "the"]
        if inside and all(tree[n][3] == "PROPN" for n in inside) and kind in _GUM_KINDS:
            spans.append((sorted({own[n] for n in inside if own[n] >= 0}), _GUM_KINDS[kind]))
    named(out, [span for span in spans if span[0]], (n for n in range(len(words.tokens)) if n not in proper))


def ewt_examples(folder: Path) -> Iterator[Example]:
    """Sentences of EWT with dependencies and frames."""
    for name in ("train", "dev"):
        for _, _, _, out in tree_examples(folder / "ewt" / f"{name}.conllu.gz", "ewt"):
            yield out
