"""What a value of any type is, said in a way that type checkers follow."""

from __future__ import annotations

import re
from typing import Dict, List, Tuple, Union, Mapping
from typing_extensions import TypeGuard

_JSON_TYPE = re.compile(r"[^;]*[/+]json\s*(;|$)", re.IGNORECASE)


def is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def check_mapping(name: str, value: object) -> None:
    """
    Raises:
      TypeError: where an argument is there and no mapping
    """
    if value is not None and not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a mapping of names and values, not {type(value).__name__}")


def is_dict(value: object) -> TypeGuard[Dict[str, object]]:
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[List[object]]:
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[Tuple[object, ...]]:
    return isinstance(value, tuple)


def is_bytes(value: object) -> TypeGuard[Union[bytes, bytearray]]:
    """Whether a value is bytes that are there, in one of the ways Python has for them."""
    return isinstance(value, (bytes, bytearray, memoryview))


def is_json_type(media_type: str) -> bool:
    """Whether content is JSON: `application/json`, and the suffix of RFC 6839 section 3.1."""
    return _JSON_TYPE.match(media_type) is not None
