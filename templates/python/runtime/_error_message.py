"""Extracts the message from an error body. `internal/error-message.ts` of the TypeScript SDK has the same list."""

from __future__ import annotations

import json

from ._guards import is_dict, is_list

# Properties that may contain the message, in order of preference; `errors` and `detail` may be lists.
_MEMBERS = ("message", "error_description", "error", "detail", "title", "errors", "msg", "reason")
# Maximum depth of the search, and maximum number of list entries in the message.
_DEEPEST = 4
_MOST = 3
_LONGEST_TEXT = 500


def describe(body: object) -> str:
    """The message, at most 500 characters; the whole JSON if the body has an unknown shape."""
    if body is None:
        return "status code (no body)"
    text = message_of(body)
    if text is None:
        try:
            text = "" if isinstance(body, str) else json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        except (TypeError, ValueError, RecursionError):
            text = f"a body of type {type(body).__name__}"
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT] + "…"
    return text or "status code (no body)"


def message_of(body: object, depth: int = 0) -> str | None:
    """
    The message in a body of a common shape: `{message}`, `{error: {message}}`, OAuth (RFC 6749 section 5.2), problem
    details (RFC 9457), `{detail: [{loc, msg}]}`, `{errors: [{title}]}` or `{errors: {field: [text]}}`.
    """
    if isinstance(body, str):
        return body.strip() or None
    if depth > _DEEPEST:
        return None
    if is_list(body):
        return "; ".join(text for item in body[:_MOST] if (text := message_of(item, depth + 1))) or None
    if not is_dict(body):
        return None
    for name in _MEMBERS:
        value = body.get(name)
        text = message_of(value, depth + 1)
        if text is None and name == "errors" and is_dict(value):
            text = _fields(value, depth)
        if text:
            return _placed(body.get("loc"), text)
    return None


def _fields(value: dict[str, object], depth: int) -> str | None:
    # {"email": ["is taken"]}
    found = [(name, message_of(item, depth + 1)) for name, item in list(value.items())[:_MOST]]
    return "; ".join(f"{name}: {text}" for name, text in found if text) or None


def _placed(place: object, text: str) -> str:
    # Converts ["body", "items", 0, "q"] to `items.0.q`.
    path = ".".join(str(one) for one in place[1:] if isinstance(one, (str, int))) if is_list(place) else ""
    return f"{path}: {text}" if path else text
