"""Options from environment variables."""

from __future__ import annotations

import os

from ._brand import ENV_PREFIX


def read_env(name: str) -> str | None:
    """The trimmed value of an environment variable; `None` if it is unset or blank."""
    return os.environ.get(name, "").strip() or None


def read_number(name: str) -> int | float | None:
    """A numeric environment variable; `None` if it is unset or not a number."""
    text = read_env(name)
    if text is None:
        return None
    try:
        number = float(text)
    except ValueError:
        return None
    return int(number) if number.is_integer() else number


def read_boolean(name: str) -> bool | None:
    """A boolean environment variable: `true`, `false`, `1` or `0`; `None` for any other value."""
    return {"true": True, "1": True, "false": False, "0": False}.get((read_env(name) or "").lower())


def read_custom_headers() -> dict[str, str]:
    """Headers from the lines `Name: value` of the environment variable `<PREFIX>_CUSTOM_HEADERS`."""
    headers: dict[str, str] = {}
    for line in (read_env(f"{ENV_PREFIX}_CUSTOM_HEADERS") or "").split("\n"):
        name, colon, value = line.partition(":")
        if colon and name.strip():
            headers[name.strip()] = value.strip()
    return headers
