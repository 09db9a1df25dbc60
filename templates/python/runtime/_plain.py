"""Serializes values of unknown types."""

from __future__ import annotations

import io
import os
from typing import Any, Mapping, Iterable, cast
from datetime import date

from ._types import Omit, NotGiven
from ._guards import is_dict, is_list


def plain(value: Any) -> object:
    """Converts models and dates in a value of unknown type to JSON data."""
    if value is None or isinstance(value, (str, int)):
        return value
    if is_dict(value):
        return {key: plain(item) for key, item in given(value)}
    if is_list(value):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)
    return value


def given(value: Mapping[str, object]) -> list[tuple[str, object]]:
    """The entries that are given."""
    return [(key, item) for key, item in value.items() if not isinstance(item, (Omit, NotGiven))]


def has_items(value: object) -> bool:
    """Whether a value is a list or another iterable. Models are iterable too, but are not lists."""
    if isinstance(value, (str, bytes, bytearray, Mapping, io.IOBase)) or hasattr(value, "model_dump"):
        return False
    return isinstance(value, Iterable)


def content(value: Any) -> bytes | None:
    """The content of bytes, a path or a file."""
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    if isinstance(value, os.PathLike):
        with open(cast("os.PathLike[str]", value), "rb") as file:
            return file.read()
    if hasattr(value, "read"):
        read = value.read()
        return read.encode() if isinstance(read, str) else read
    return None
