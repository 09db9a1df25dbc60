"""Chooses the classes of errors by their status and by the code in their body."""

from __future__ import annotations

from typing import Any, Callable, cast
from functools import lru_cache

from ._exceptions import APIStatusError, revive, class_choosers

Kind = type[APIStatusError]
Path = tuple[str, ...]

_codes: list[tuple[Kind, str, tuple[Path, ...]]] = []
_statuses: dict[int, Kind] = {}


def add_status(kind: Kind, status: int) -> None:
    """Errors with this status are of the class."""
    _statuses[status] = kind


def add_code(kind: Kind, code: str, paths: tuple[Path, ...]) -> None:
    """Errors with this code in the body are of the class; each path leads to a place of the code."""
    _codes.append((kind, code, paths))


def _choose(kind: Kind, status: int, body: object) -> Kind:
    found = [coded for coded, code, paths in _codes if any(_holds(body, path, code) for path in paths)]
    if status in _statuses:
        found.append(_statuses[status])
    # The class of the status stays a base, so that code which catches it still works.
    if kind is not APIStatusError:
        found.append(kind)
    return _combined(tuple(found)) if found else kind


class_choosers.append(_choose)


def _holds(body: object, path: Path, code: str) -> bool:
    if isinstance(body, list):
        return any(_holds(item, path, code) for item in cast("list[object]", body))
    if not path:
        return body == code
    return isinstance(body, dict) and _holds(cast("dict[str, object]", body).get(path[0]), path[1:], code)


@lru_cache(maxsize=None)
def _combined(kinds: tuple[Kind, ...]) -> Kind:
    """The class, or a class with all of them as bases and the name of the first."""
    first = kinds[0]
    if len(kinds) == 1:
        return first

    def reduce(error: APIStatusError) -> tuple[Any, ...]:
        _, (_, *rest) = APIStatusError.__reduce__(error)
        return (_revive, (kinds, *rest))

    members = {"__module__": first.__module__, "__doc__": first.__doc__, "__reduce__": reduce}
    return type(first.__name__, kinds, members)


def _revive(kinds: tuple[Kind, ...], args: tuple[object, ...], state: dict[str, object]) -> APIStatusError:
    return cast("Callable[..., APIStatusError]", revive)(_combined(kinds), args, state)
