"""Checks of arguments that signatures cannot express: required combinations, and defaults from the client."""

from __future__ import annotations

import inspect
from typing import TypeVar, Callable, Sequence
from functools import wraps
from typing_extensions import ParamSpec

from ._types import Omit, NotGiven

_P = ParamSpec("_P")
_R = TypeVar("_R")
_T = TypeVar("_T")


def given(value: _T | Omit, fallback: _T) -> _T:
    """The argument, or the client's default if the argument is not given."""
    return fallback if isinstance(value, (Omit, NotGiven)) else value


def required_args(*variants: Sequence[str]) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """
    Checks the arguments of overloads: at least one of the lists must be given completely.

    Raises:
      TypeError: when the function is called with missing arguments
    """

    def decorate(func: Callable[_P, _R]) -> Callable[_P, _R]:
        positional = [
            name
            for name, parameter in inspect.signature(func).parameters.items()
            if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)
        ]

        @wraps(func)
        def wrapped(*args: _P.args, **kwargs: _P.kwargs) -> _R:
            there: set[str] = {
                *positional[: len(args)],
                *(name for name, value in kwargs.items() if not isinstance(value, Omit)),
            }
            if not any(there.issuperset(variant) for variant in variants):
                raise TypeError(_complaint(func.__name__, variants, there))
            return func(*args, **kwargs)

        return wrapped

    return decorate


def _complaint(name: str, variants: Sequence[Sequence[str]], given: "set[str]") -> str:
    if len(variants) == 1:
        missing = [f"`{one}`" for one in variants[0] if one not in given]
        return f"{name}() is missing the argument{'s' if len(missing) > 1 else ''} {' and '.join(missing)}"
    lists = [" and ".join(f"`{one}`" for one in variant) for variant in variants]
    return f"{name}() requires the arguments {', or '.join(lists)}"
