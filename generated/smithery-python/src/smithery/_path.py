"""
Builds the paths of operations. Values are percent-encoded, so that a value cannot add a segment, a query or a
fragment, or move up with `..`.
"""

from __future__ import annotations

import re
from typing import Mapping
from functools import lru_cache
from urllib.parse import quote
from typing_extensions import Literal

from ._query import scalar, as_list, dump_json, is_absent, is_record, style_items, encode_component

_PLACE = re.compile(r"\{(\w+)\}")
# The current and the parent folder, as URL parsers recognize them (WHATWG URL section 4.4).
_DOTS = re.compile(r"(?:^|[/?#])(?:\.|%2e){1,2}(?:[/?#]|$)", re.IGNORECASE)


class EncodedPart(str):
    """A path parameter that is already encoded."""

    __slots__ = ()


class FilledPath(str):
    """A path with its template, for error messages."""

    template: str


def path_template(template: str, /, **values: object) -> FilledPath:
    """
    Fills the `{names}` of a path.

    Raises:
      ValueError: for `None`; for an empty string as a whole segment, which would request another path, for example
        the list; and for values that create a `.` or `..` segment
      TypeError: for lists and objects
    """
    pieces = _split(template)
    result = pieces[0]
    for index in range(1, len(pieces), 2):
        name, following = pieces[index], pieces[index + 1]
        if name not in values:
            # Not a parameter: keep it unchanged.
            result += quote(f"{{{name}}}") + following
            continue
        text = _encode(values[name], name)
        if not text and (not result or result.endswith("/")) and (not following or following[0] in "/?#"):
            raise ValueError(f"Expected a non-empty value for `{name}` but received {values[name]!r}")
        result += text + following
    if "." in result or "%2" in result:
        if _DOTS.search(result):
            raise ValueError(_complaint(result, values))
    filled = FilledPath(result)
    filled.template = template
    return filled


def _complaint(path: str, values: Mapping[str, object]) -> str:
    dotted = [name for name, value in values.items() if "." in _encode(value, name) or "%2" in _encode(value, name)]
    if not dotted:
        return f"The path {path!r} has a dot segment, which would lead to another path"
    given = " and ".join(f"{values[name]!r} for `{name}`" for name in dotted)
    return f"Expected no dot segment but received {given}: {path!r} would lead to another path"


def path_style(
    style: Literal["simple", "label", "matrix"], name: str, value: object, explode: bool = False
) -> EncodedPart | None:
    """Serializes a list or an object in a style of RFC 6570 section 3.2: `a,b`, `.a.b`, `;name=a;name=b`."""
    if value is None or is_absent(value):
        return None
    items = style_items(value, f"`{name}`", encode_component, "=" if explode else ",")
    if style == "simple":
        return EncodedPart(",".join(items))
    if style == "label":
        return EncodedPart("." + ("." if explode else ",").join(items))
    key = encode_component(name)
    is_list = as_list(value) is not None
    if not explode or not (is_list or is_record(value)):
        return EncodedPart(_named(key, ",".join(items)))
    return EncodedPart("".join(_named(key, item) if is_list else f";{item}" for item in items))


def path_json(value: object) -> EncodedPart | None:
    """A parameter that is serialized as JSON."""
    return None if value is None or is_absent(value) else EncodedPart(encode_component(dump_json(value)))


@lru_cache(maxsize=2048)
def _split(template: str) -> list[str]:
    return _PLACE.split(template)


def _encode(value: object, name: str) -> str:
    if isinstance(value, EncodedPart):
        return value
    if value is None or is_absent(value):
        raise ValueError(f"Expected a non-empty value for `{name}` but received {value!r}")
    # Allowed unencoded in a path segment (RFC 3986 section 3.3).
    return quote(scalar(value, f"`{name}`"), safe="!'()*$&+,:;=@")


def _named(key: str, text: str) -> str:
    return f";{key}={text}" if text else f";{key}"
