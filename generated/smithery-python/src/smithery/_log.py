"""Logging to the logger of the package, without secrets."""

from __future__ import annotations

import re
import logging
from typing import Callable, Iterable
from urllib.parse import unquote_plus
from typing_extensions import override

from ._env import read_env
from ._brand import PACKAGE, ENV_PREFIX
from ._guards import is_dict, is_list, is_tuple

logger: logging.Logger = logging.getLogger(PACKAGE)

_SECRET = re.compile("auth|cookie|key|token|secret|passw|signature|credential", re.IGNORECASE)
_HIDDEN = "***"
_FOLLOWED = "_sdk_followed"
_PAIR = re.compile(r"([?&])([^=&]*)=[^&]*")
_LEVELS: dict[str, int] = {
    "off": logging.CRITICAL + 1,
    "error": logging.ERROR,
    "warn": logging.WARNING,
    "info": logging.INFO,
    "debug": logging.DEBUG,
}


def setup_logging() -> None:
    """Sets the log level from the variable `<PREFIX>_LOG`, and adds a handler if there is none."""
    level = _LEVELS.get((read_env(f"{ENV_PREFIX}_LOG") or "").lower())
    if level is None:
        return
    logger.setLevel(level)
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("[%(asctime)s - %(name)s - %(levelname)s] %(message)s"))
        logger.addHandler(handler)


class _HiddenQueries(logging.Filter):
    """Hides secrets in the log of httpx, which contains the URL of each request with its query."""

    def __init__(self) -> None:
        super().__init__()
        self.names: frozenset[str] = frozenset()

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        if is_tuple(record.args):
            record.args = tuple(self._shown(one) if type(one).__name__ == "URL" else one for one in record.args)
        return True

    def _shown(self, url: object) -> str:
        text = str(url)
        if hasattr(url, _FOLLOWED):
            text = re.sub(r"([?#]).+", rf"\1{_HIDDEN}", text)
        return redact_url(text, self.names)


_HIDDEN_QUERIES = _HiddenQueries()


def hide_followed(url: object) -> None:
    """Hides the query of a redirect target, because any parameter may be a token."""
    setattr(url, _FOLLOWED, True)
    logging.getLogger("httpx").addFilter(_HIDDEN_QUERIES)


def hide_in_httpx(names: frozenset[str]) -> None:
    """Hides the values of query parameters in the log of httpx."""
    _HIDDEN_QUERIES.names |= names
    logging.getLogger("httpx").addFilter(_HIDDEN_QUERIES)


def redact_headers(headers: Iterable[tuple[str | bytes, str | bytes]], names: frozenset[str]) -> list[tuple[str, str]]:
    """Headers with secrets hidden. The query of a `Location` is hidden, because any parameter may be a token."""
    shown: list[tuple[str, str]] = []
    for raw_name, raw_value in headers:
        name = raw_name.decode("latin-1") if isinstance(raw_name, bytes) else raw_name
        value = raw_value.decode("latin-1") if isinstance(raw_value, bytes) else raw_value
        if _is_secret(name, names):
            value = _HIDDEN
        elif "location" in name.lower():
            value = redact_url(re.sub(r"([?#]).+", rf"\1{_HIDDEN}", value), names)
        shown.append((name, value))
    return shown


def redact_url(url: str, names: frozenset[str]) -> str:
    """A URL with secrets in its query and user information hidden."""
    hide: Callable[[re.Match[str]], str] = lambda pair: (
        f"{pair[1]}{pair[2]}={_HIDDEN}" if _is_secret(unquote_plus(pair[2]), names) else pair[0]
    )
    return _PAIR.sub(hide, re.sub(r"//[^/@]*@", f"//{_HIDDEN}@", url))


def redact_value(value: object, names: frozenset[str]) -> object:
    """JSON data with the values of secret properties hidden; other values are replaced by their type."""
    if is_dict(value):
        return {
            key: _HIDDEN if _is_secret(str(key), names) else redact_value(item, names) for key, item in value.items()
        }
    if is_list(value) or is_tuple(value):
        return [redact_value(item, names) for item in value]
    if value is None or isinstance(value, (str, int, float)):
        return value
    return f"<{type(value).__name__}>"


def _is_secret(name: str, names: frozenset[str]) -> bool:
    return _SECRET.search(name) is not None or name.lower() in names
