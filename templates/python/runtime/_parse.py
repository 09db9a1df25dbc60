"""Parses responses."""

from __future__ import annotations

import re
import json
from typing import Any, Literal, Mapping, cast, get_args, get_origin

from ._http import httpx
from ._types import NoneType, RequestOptions
from ._guards import is_dict, is_list, is_json_type
from ._exceptions import APIResponseValidationError

_MISSING = object()


def parse_body(response: httpx.Response, options: RequestOptions, cast_to: Any, is_strict: bool) -> Any:
    """
    Parses a response as a value of a type. JSON is recognized by its media type; other bodies are strings. An empty
    body is `None` unless the type is a model.

    Raises:
      APIResponseValidationError: if the body is not JSON and the type is not a string, or if the body is not an
        object and the type is a model
    """
    if isinstance(cast_to, type) and issubclass(cast_to, httpx.Response):
        return response
    if cast_to is bytes:
        return response.content
    cast_to = _for_status(response.status_code, options.get("variants"), cast_to)
    if cast_to is NoneType:
        return None
    data = read_json(response, cast_to)
    if data is _MISSING:
        if response.content:
            return response.text
        if response.status_code not in (204, 205) and is_model(cast_to):
            message = f"Expected a JSON object ({_name_of(cast_to)}), got an empty body (status {response.status_code})"
            raise APIResponseValidationError(response, None, message=message)
        return None
    unwrap = options.get("unwrap")
    if unwrap:
        for name in unwrap:
            data = cast("dict[str, object]", data).get(name) if isinstance(data, dict) else None
        if data is None:
            return None
    return build(response, data, cast_to, is_strict)


def build(response: httpx.Response, data: object, cast_to: Any, is_strict: bool) -> Any:
    """Decodes JSON data as a value of a type, with validation if the client is strict."""
    if is_strict:
        import pydantic

        from ._models import validate

        try:
            return validate(data, cast_to)
        except pydantic.ValidationError as error:
            message = f"Data returned by API invalid for expected schema ({_name_of(cast_to)})."
            raise APIResponseValidationError(response, data, message=message) from error
    from ._decode import decode

    if is_model(cast_to) and not is_dict(data):
        message = f"Expected a JSON object ({_name_of(cast_to)}), got {_kind_of(data)} (status {response.status_code})"
        raise APIResponseValidationError(response, data, message=message)
    try:
        return decode(data, cast_to)
    except RecursionError as error:
        message = f"The JSON of the response is nested too deeply (status {response.status_code})"
        raise APIResponseValidationError(response, None, message=message) from error


def read_json(response: httpx.Response, cast_to: Any) -> object:
    """The JSON data of a response; missing if the body is text or empty."""
    content_type = response.headers.get("content-type")
    is_json = content_type is not None and is_json_type(content_type)
    content = response.content
    if response.status_code == 204 or not content:
        return _MISSING
    if not is_json and takes_text(cast_to):
        return _MISSING
    try:
        return cast(object, json.loads(content))
    except (ValueError, RecursionError) as error:
        text = response.text
        what = "Invalid JSON" if is_json else f"Expected JSON, got {content_type or 'a body without a media type'}"
        raise APIResponseValidationError(
            response, text, message=f"{what} (status {response.status_code}): {_short(text)}"
        ) from error


def is_missing(data: object) -> bool:
    return data is _MISSING


def is_model(kind: object) -> bool:
    """Whether a type is a model, which needs a JSON object."""
    from ._models import BaseModel

    origin = get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, BaseModel)


def _name_of(kind: object) -> str:
    """The name of a type for messages, without its module."""
    return kind.__name__ if isinstance(kind, type) else re.sub(r"(?:\w+\.)+(?=\w)", "", str(kind))


def _kind_of(data: object) -> str:
    if data is None:
        return "null"
    if isinstance(data, bool):
        return "a boolean"
    return "text" if isinstance(data, str) else "a list" if is_list(data) else "a number"


def takes_text(kind: object) -> bool:
    """Whether a type accepts a string."""
    from ._typing import is_alias, is_union, alias_value, strip_wrappers

    bare, _ = strip_wrappers(kind)
    if bare is str or bare is object or bare is Any:
        return True
    if is_alias(bare):
        return takes_text(alias_value(bare))
    origin = get_origin(bare)
    if is_union(origin):
        return any(takes_text(one) for one in get_args(bare))
    return origin is Literal and any(isinstance(one, str) for one in get_args(bare))


def _for_status(status: int, variants: Mapping[str, object] | None, cast_to: Any) -> Any:
    if not variants:
        return cast_to
    return variants.get(str(status), variants.get(f"{status // 100}XX", cast_to))


def _short(text: str) -> str:
    text = re.sub(r"\s+", " ", text.strip())
    return text if len(text) <= 200 else text[:200] + "…"
