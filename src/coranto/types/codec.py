"""The border: values to JSON and back, with validation. Only here does coranto use msgspec.

Field order is fixed by the types, so the same value always gives the same bytes.
"""

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_encoder = msgspec.json.Encoder(order="deterministic")


def to_json(value: object) -> bytes:
    """Compact UTF-8 JSON of any value of `coranto.types`; deterministic."""
    return _encoder.encode(value)


def from_json(raw: bytes | str, kind: type[T]) -> T:
    """The value of `kind` that `raw` holds. Raises `ValueError` (msgspec.ValidationError) when it is none."""
    return msgspec.json.decode(raw, type=kind)


def to_data(value: object) -> Any:
    """Plain dicts, lists, strings and numbers of a value, for templates and shapes."""
    return msgspec.to_builtins(value)


def from_data(data: object, kind: type[T]) -> T:
    """The value of `kind` that plain data holds. Raises `ValueError` when it is none."""
    return msgspec.convert(data, type=kind)
