"""Lazy imports, so that importing the package is fast."""

from __future__ import annotations

import sys
from typing import Any, Mapping, Callable
from importlib import import_module


def lazy_module(module: str, names: Mapping[str, str]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """
    The functions `__getattr__` and `__dir__` of a module (PEP 562).

    Args:
      module: its `__name__`
      names: the module of each name: `.server`, `.server:Other` for the name `Other` in that module, or `.types:`
        for the module itself
    """
    space: dict[str, Any] = vars(sys.modules[module])
    package: str = space.get("__package__") or module

    def get(name: str) -> Any:
        place = names.get(name)
        if place is None:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        where, colon, own = place.partition(":")
        found: Any = import_module(where, package)
        if not colon or own:
            found = getattr(found, own or name)
        # Later accesses do not call this function.
        space[name] = found
        return found

    def names_of() -> list[str]:
        return sorted({*space, *names})

    return get, names_of
