"""Serializes header and cookie parameters in the styles of OpenAPI."""

from __future__ import annotations

from typing import Mapping, Sequence

from ._query import as_list, dump_json, is_absent, is_record, style_items, encode_component
from ._types import Omit, NotGiven, omit


def header_value(value: object, *, explode: bool = False, always: Sequence[object] = ()) -> str | None | Omit:
    """A header parameter in `simple` style, followed by the values of `always`. `None` removes the header."""
    if value is None:
        return None
    if not always:
        return omit if is_absent(value) else ",".join(_texts(value, explode))
    given = as_list(value)
    items: list[object] = [] if is_absent(value) else [value] if given is None else given
    return ",".join(_texts([*items, *always], explode))


def _texts(value: object, explode: bool) -> list[str]:
    return style_items(value, "A header parameter", str, "=" if explode else ",")


def json_value(value: object) -> str | None | Omit:
    """A header or cookie parameter that is serialized as JSON."""
    if isinstance(value, (Omit, NotGiven)):
        return omit
    return None if value is None else dump_json(value)


def cookie_values(name: str, value: object, *, explode: bool = False) -> str | None:
    """A cookie parameter in `form` style, as an entry of a `Cookie` header; `None` if it is not given."""
    if value is None or is_absent(value):
        return None
    key = encode_component(name)
    items = style_items(value, "A cookie parameter", encode_component, "=" if explode else ",")
    is_list = as_list(value) is not None
    if not explode or not (is_list or is_record(value)):
        return f"{key}={','.join(items)}"
    return "; ".join([f"{key}={item}" for item in items] if is_list else items)


class exploded:
    """A cookie parameter whose items or properties are sent as separate cookies."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value


def cookie_headers(cookies: Mapping[str, object]) -> dict[str, str]:
    """Cookie parameters as headers of every request. Empty if no cookie has a value, to keep other cookies."""
    header = cookie_header(cookies)
    return {} if header is None else {"Cookie": header}


def cookie_header(cookies: Mapping[str, object]) -> str | None:
    """The `Cookie` header of several cookie parameters."""
    entries = [
        cookie_values(name, value.value, explode=True) if isinstance(value, exploded) else cookie_values(name, value)
        for name, value in cookies.items()
    ]
    return "; ".join(entry for entry in entries if entry) or None
