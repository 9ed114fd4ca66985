"""Who copied whom: fingerprints of narration, typed copy edges, families, lineage down to the origins."""

from coranto.copies.align import align
from coranto.copies.families import binds, family_of
from coranto.copies.index import Candidate, CopyIndex
from coranto.copies.lineage import lineage
from coranto.copies.prints import fingerprint
from coranto.copies.sources import supplier
from coranto.copies.versions import diff

__all__ = ["Candidate", "CopyIndex", "align", "binds", "diff", "family_of", "fingerprint", "lineage", "supplier"]
