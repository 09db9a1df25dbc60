"""Arguments of methods: which of them must be given, and what the client gives in their place."""

from __future__ import annotations

import inspect
from typing import Any, List, Union, TypeVar, Callable, Sequence, cast
from functools import wraps

from ._types import Omit, NotGiven

_T = TypeVar("_T")
_FunctionT = TypeVar("_FunctionT", bound=Callable[..., Any])


def given(value: Union[_T, Omit], fallback: _T) -> _T:
    """The value, or what the client has in its place where none is given."""
    return fallback if isinstance(value, (Omit, NotGiven)) else value


def required_args(*variants: Sequence[str]) -> Callable[[_FunctionT], _FunctionT]:
    """
    Refuses calls that fit none of the ways in which a method can be called.

    Raises:
      TypeError: naming the arguments of which one of the ways has more than the call
    """

    def decorate(function: _FunctionT) -> _FunctionT:
        positional = [
            parameter.name
            for parameter in inspect.signature(function).parameters.values()
            if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)
        ]

        @wraps(function)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            there = {*positional[: len(args)], *(name for name, value in kwargs.items() if not isinstance(value, Omit))}
            if not any(there.issuperset(variant) for variant in variants):
                raise TypeError(_message(variants))
            return function(*args, **kwargs)

        return cast(_FunctionT, wrapper)

    return decorate


def _message(variants: Sequence[Sequence[str]]) -> str:
    ways: List[str] = [", ".join(f"`{name}`" for name in variant) for variant in variants]
    return f"Missing required arguments; expected {' or '.join(f'({way})' for way in ways)}"
