"""Evaluates type annotations at run time. They are strings and may refer to other modules."""

from __future__ import annotations

import sys
import types
import typing
from typing import Any, Union, TypeVar, Annotated, cast, get_args, get_origin
from typing_extensions import ReadOnly, Required, NotRequired, TypeAliasType, get_type_hints

_WRAPPERS = (Required, NotRequired, ReadOnly, getattr(typing, "Required", None), getattr(typing, "NotRequired", None))
_UNIONS = (Union, getattr(types, "UnionType", Union))
_ALIASES = tuple({TypeAliasType, getattr(typing, "TypeAliasType", TypeAliasType)})


def class_hints(cls: type[object]) -> dict[str, object]:
    """The annotations of a class and its bases; each string is evaluated in the module of its class."""
    hints: dict[str, object] = {}
    for base in reversed(cls.__mro__):
        own = own_annotations(base)
        space = vars(sys.modules[base.__module__])
        for name, hint in own.items():
            hints[name] = evaluate(hint, space)
    return hints


def own_annotations(cls: type[object]) -> dict[str, object]:
    """The annotations of a class without those of its bases, not evaluated."""
    if sys.version_info >= (3, 14):
        import annotationlib

        return dict(annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF))
    return dict(cast("dict[str, object]", cls.__dict__.get("__annotations__") or {}))


def evaluate(hint: object, space: dict[str, Any]) -> object:
    """Evaluates an annotation that may contain strings."""
    if isinstance(hint, str) or hint.__class__ is typing.ForwardRef or get_args(hint):
        holder = type("Holder", (), {"__annotations__": {"hint": hint}})
        return get_type_hints(holder, space, {}, include_extras=True)["hint"]
    return hint


def typed_dict_hints(cls: type[object]) -> dict[str, object]:
    """The keys of a TypedDict with their types."""
    return get_type_hints(cls, include_extras=True)


def strip_wrappers(hint: object) -> tuple[object, tuple[object, ...]]:
    """A type without `Required`, `Annotated` and aliases, and the metadata of `Annotated`."""
    notes: tuple[object, ...] = ()
    while True:
        origin = get_origin(hint)
        if origin is Annotated:
            first, *rest = get_args(hint)
            hint, notes = first, (*rest, *notes)
        elif origin in _WRAPPERS and origin is not None:
            hint = get_args(hint)[0]
        else:
            return hint, notes


def is_union(origin: object) -> bool:
    return origin in _UNIONS


def is_alias(hint: object) -> bool:
    """Whether this is an alias of a `type` statement, which may be recursive."""
    return isinstance(hint, _ALIASES)


def alias_value(hint: object) -> object:
    """The value of an alias; its strings are evaluated in its module."""
    alias = cast(Any, hint)
    module = cast("str | None", getattr(alias, "__module__", None))
    value: object = alias.__value__
    space = vars(sys.modules[module]) if module in sys.modules else {}
    return evaluate(value, space)


def substitute(hint: object, variables: dict[object, object]) -> object:
    """A type with its variables replaced."""
    if isinstance(hint, TypeVar):
        return variables.get(hint, Any)
    args = get_args(hint)
    if not args or not getattr(hint, "__parameters__", ()):
        return hint
    origin = get_origin(hint)
    if origin is Annotated:
        noted = (substitute(args[0], variables), *args[1:])
        return cast(Any, Annotated)[noted]
    if is_union(origin):
        return cast(Any, Union)[tuple(substitute(one, variables) for one in args)]
    copy = cast(Any, hint)
    return copy[tuple(variables.get(one, Any) for one in copy.__parameters__)]
