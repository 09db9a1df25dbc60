"""Type guards."""

from __future__ import annotations

import re
from typing import Mapping
from typing_extensions import TypeGuard

_JSON_TYPE = re.compile(r"[^;]*[/+]json\s*(;|$)", re.IGNORECASE)


def is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def check_mapping(name: str, value: object) -> None:
    """
    Raises:
      TypeError: if the argument is given but is not a mapping
    """
    if value is not None and not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a mapping of names to values, not {type(value).__name__}")


def is_dict(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(value, tuple)


def is_bytes(value: object) -> TypeGuard[bytes | bytearray]:
    """Whether a value is `bytes`, a `bytearray` or a `memoryview`."""
    return isinstance(value, (bytes, bytearray, memoryview))


def is_json_type(media_type: str) -> bool:
    """Whether a media type is JSON: `application/json`, or a type with the suffix `+json` (RFC 6839 section 3.1)."""
    return _JSON_TYPE.match(media_type) is not None
