"""Serializes query strings, form bodies and the parameter styles of OpenAPI."""

from __future__ import annotations

import enum
import json
import math
from typing import Mapping, Callable, Iterable, cast
from datetime import date
from urllib.parse import quote
from typing_extensions import Literal, TypeAlias, TypeGuard

from ._types import Omit, NotGiven

ArrayFormat: TypeAlias = Literal["comma", "repeat", "indices", "brackets"]
NestedFormat: TypeAlias = Literal["brackets", "dots"]
QueryDefaults: TypeAlias = tuple[ArrayFormat, NestedFormat]

Encode: TypeAlias = Callable[[str], str]

# The reserved characters of RFC 3986 section 2.2, except those that would end, split or change a value.
_RESERVED = ":/?@$,;="


def encode_component(text: str) -> str:
    """Percent-encodes a value, except the characters `!'()*` (RFC 3986 section 3.4 allows them in a query)."""
    return quote(text, safe="!'()*")


def encode_reserved(text: str) -> str:
    """Percent-encodes a value of a parameter with `allowReserved`."""
    return quote(text, safe="!'()*" + _RESERVED)


class QueryStyle:
    """How a parameter without the client's default style is serialized (OpenAPI 3.1.1 section 4.8.12)."""

    __slots__ = ("style", "explode", "json", "allow_reserved")

    def __init__(
        self,
        style: Literal["form", "spaceDelimited", "pipeDelimited", "deepObject"] = "form",
        explode: bool | None = None,
        json: bool = False,
        allow_reserved: bool = False,
    ) -> None:
        self.style = style
        self.explode = style == "form" if explode is None else explode
        self.json = json
        self.allow_reserved = allow_reserved


def is_absent(value: object) -> TypeGuard[Omit | NotGiven]:
    return isinstance(value, (Omit, NotGiven))


def is_record(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def as_list(value: object) -> list[object] | None:
    """The items of a list, a tuple, a set or a generator, without items that are not given."""
    if isinstance(value, (str, bytes, bytearray, Mapping)) or not isinstance(value, Iterable):
        return None
    return [item for item in cast("Iterable[object]", value) if not is_absent(item)]


def scalar(value: object, name: str) -> str:
    """Converts a scalar to a string; dates are ISO 8601, `None` is empty."""
    if isinstance(value, enum.Enum):
        value = cast(object, value.value)
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{name} must be a finite number, not {value}")
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    # Other objects would be sent as their memory address.
    is_object = type(value).__str__ is object.__str__
    if is_object or isinstance(value, (bytes, bytearray)) or is_record(value) or as_list(value) is not None:
        raise TypeError(f"{name} must be a string, a number or a boolean, not {type(value).__name__}")
    return str(value)


def style_items(value: object, name: str, encode: Encode, equals: str) -> list[str]:
    """Splits a value into items: `[a, b]` becomes `a`, `b`; `{k: v}` becomes `k=v`, with the given separator."""
    if is_record(value):
        return [
            f"{encode(key)}{equals}{encode(scalar(item, name))}" for key, item in value.items() if not is_absent(item)
        ]
    items = as_list(value)
    if items is not None:
        return [encode(scalar(item, name)) for item in items]
    return [encode(scalar(value, name))]


def stringify_query(
    query: Mapping[str, object],
    defaults: QueryDefaults = ("comma", "brackets"),
    styles: Mapping[str, QueryStyle] | None = None,
) -> str:
    """
    Serializes a query string without `?`. Values that are not given are omitted, `None` becomes an empty value.
    """
    pairs: list[str] = []
    for name, value in query.items():
        if not isinstance(cast(object, name), str):
            raise TypeError(f"The name of a query parameter must be a string, not {name!r}")
        style = styles.get(name) if styles else None
        if style is not None:
            if not is_absent(value):
                _write_styled(pairs, name, value, style)
        else:
            _write_pairs(pairs, name, value, defaults, encode_component)
    return "&".join(pairs)


def _write_pairs(pairs: list[str], key: str, value: object, defaults: QueryDefaults, encode: Encode) -> None:
    if is_absent(value):
        return
    if isinstance(value, str):
        pairs.append(f"{encode_component(key)}={encode(value)}")
        return
    array_format, nested_format = defaults
    if is_record(value):
        for name, item in value.items():
            _write_pairs(
                pairs, f"{key}.{name}" if nested_format == "dots" else f"{key}[{name}]", item, defaults, encode
            )
        return
    items = as_list(value)
    if items is None:
        pairs.append(f"{encode_component(key)}={encode(scalar(value, key))}")
    elif array_format != "comma" or any(is_record(item) or as_list(item) is not None for item in items):
        # The name already ends in brackets.
        array_format = "repeat" if key.endswith("[]") else array_format
        for index, item in enumerate(items):
            suffix = {"indices": f"[{index}]", "brackets": "[]"}.get(array_format, "")
            _write_pairs(pairs, key + suffix, item, defaults, encode)
    elif items:
        # One value; the items are encoded, the commas are not.
        pairs.append(f"{encode_component(key)}={','.join(encode(scalar(item, key)) for item in items)}")


def _write_styled(pairs: list[str], name: str, value: object, param: QueryStyle) -> None:
    encode = encode_reserved if param.allow_reserved else encode_component
    repeat: QueryDefaults = ("repeat", "brackets")
    if param.json:
        _write_pairs(pairs, name, dump_json(value), repeat, encode)
    elif param.style == "deepObject" or (param.explode and not is_record(value)):
        _write_pairs(pairs, name, value, repeat, encode)
    else:
        separator = {"form": ",", "pipeDelimited": "%7C"}.get(param.style, "%20")
        items = style_items(value, name, encode, "=" if param.explode else separator)
        if param.explode:
            pairs.extend(items)
        elif items:
            pairs.append(f"{encode_component(name)}={separator.join(items)}")


def dump_json(value: object) -> str:
    """Compact JSON; dates are ISO 8601, models only contain the fields that were set."""
    try:
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=_plain)
    except ValueError as error:
        raise ValueError(f"{_place_of(value)} cannot be serialized as JSON: {error}") from error
    except TypeError as error:
        raise TypeError(f"{_place_of(value)}: {error}") from error


def _place_of(value: object) -> str:
    """The path of a part that cannot be serialized as JSON: `tools[0].name`."""
    place = ""
    while True:
        items: list[tuple[str, object]] = []
        if is_record(value):
            items = [(f".{key}", item) for key, item in value.items()]
        elif isinstance(value, (list, tuple)):
            items = [(f"[{index}]", item) for index, item in enumerate(cast("list[object]", value))]
        for step, item in items:
            try:
                json.dumps(item, allow_nan=False, default=_plain)
            except (TypeError, ValueError):
                place, value = place + step, item
                break
        else:
            return place.lstrip(".") or "The value"


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, enum.Enum):
        return cast(object, value.value)
    dump = cast("Callable[..., dict[str, object]] | None", getattr(value, "model_dump", None))
    if dump is not None:
        return dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)
    if is_record(value):
        return {key: item for key, item in value.items() if not is_absent(item)}
    items = as_list(value)
    if items is not None:
        return items
    raise TypeError(f"{type(value).__name__} cannot be serialized as JSON")
