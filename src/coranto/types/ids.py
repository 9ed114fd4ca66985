"""Ids are content digests: the same content has the same id in every run, on every machine."""

from hashlib import blake2b

KINDS = (
    "page", "art", "evm", "stm", "ofm", "ocm", "fgm", "fam",
    "sto", "lin", "evt", "say", "off", "occ", "fig", "per", "cor",
)  # fmt: skip


def digest(kind: str, *parts: object) -> str:
    """An id such as `art-5f0c…`: the kind, then 16 hexadecimal digits of BLAKE2b over the parts.

    Parts are joined by the unit separator after `str()`; pass only values whose `str()` is stable.
    Raises `ValueError` for a kind that is not in `KINDS`.
    """
    if kind not in KINDS:
        raise ValueError(f"unknown kind of id {kind!r}; known: {', '.join(KINDS)}")
    joined = "\x1f".join(str(part) for part in parts)
    return f"{kind}-{blake2b(joined.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def digest_bytes(body: bytes) -> str:
    """32 hexadecimal digits of BLAKE2b over raw bytes."""
    return blake2b(body, digest_size=16).hexdigest()


def kind_of(ident: str) -> str:
    """The kind that an id carries before its dash, or an empty string."""
    head, dash, _ = ident.partition("-")
    return head if dash and head in KINDS else ""
