"""The classes of the encoder's heads, in the order of its outputs; `encoder.json` tells the reading room."""

from sentences.marks import MODALITIES, MODES, STANCES

KINDS = ("person", "organisation", "place", "group", "facility", "event")
NAMES = ("-", *(f"{prefix}{kind}" for kind in KINDS for prefix in ("b-", "i-")))
BIO = ("-", "b", "i")
EVENTS = tuple(MODES)
MODE_LIST = ("-", *sorted({mode for modes in MODES.values() for mode in modes.split()}))
RELATIONS = ("source", "content", "actor", "recipient")
DEPENDENCIES = (
    "root", "nsubj", "nsubj:pass", "csubj", "obj", "iobj", "obl", "obl:npmod", "obl:tmod", "ccomp", "xcomp",
    "advcl", "acl", "acl:relcl", "aux", "aux:pass", "cop", "mark", "cc", "conj", "det", "amod", "nmod", "nmod:poss",
    "appos", "flat", "compound", "compound:prt", "case", "nummod", "advmod", "parataxis", "expl", "punct", "other",
)  # fmt: skip
CLASSES = {
    "names": NAMES, "office": BIO, "cue": BIO, "stance": STANCES, "trigger": BIO, "root": EVENTS,
    "modality": MODALITIES, "mode": MODE_LIST, "dependency": DEPENDENCIES,
}  # fmt: skip
"""The heads that say something of each word, and their classes."""
