"""Reading of type annotations at run time, which modules give as text and may refer to one another."""

from __future__ import annotations

import sys
import types
import typing
from typing import Any, Dict, Type, Tuple, Union, TypeVar, Annotated, cast, get_args, get_origin
from typing_extensions import ReadOnly, Required, NotRequired, TypeAliasType, get_type_hints

_WRAPPERS = (Required, NotRequired, ReadOnly, getattr(typing, "Required", None), getattr(typing, "NotRequired", None))
_UNIONS = (Union, getattr(types, "UnionType", Union))
_ALIASES = tuple({TypeAliasType, getattr(typing, "TypeAliasType", TypeAliasType)})


def class_hints(cls: Type[object]) -> Dict[str, object]:
    """The annotations of a class and of its bases, each text evaluated where its class was written."""
    hints: Dict[str, object] = {}
    for base in reversed(cls.__mro__):
        own = own_annotations(base)
        space = vars(sys.modules[base.__module__])
        for name, hint in own.items():
            hints[name] = evaluate(hint, space)
    return hints


def own_annotations(cls: Type[object]) -> Dict[str, object]:
    """The annotations of a class without those of its bases, as they were written."""
    if sys.version_info >= (3, 14):
        import annotationlib

        return dict(annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF))
    return dict(cast("Dict[str, object]", cls.__dict__.get("__annotations__") or {}))


def evaluate(hint: object, space: Dict[str, Any]) -> object:
    """An annotation, of which any part may be a text, as types."""
    if isinstance(hint, str) or hint.__class__ is typing.ForwardRef or get_args(hint):
        holder = type("Holder", (), {"__annotations__": {"hint": hint}})
        return get_type_hints(holder, space, {}, include_extras=True)["hint"]
    return hint


def typed_dict_hints(cls: Type[object]) -> Dict[str, object]:
    """The keys of a TypedDict with their types."""
    return get_type_hints(cls, include_extras=True)


def strip_wrappers(hint: object) -> Tuple[object, Tuple[object, ...]]:
    """A type without `Required`, `Annotated` and names of aliases, and the notes of `Annotated`."""
    notes: Tuple[object, ...] = ()
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
    """Whether this is an alias of the statement `type`, which may be recursive."""
    return isinstance(hint, _ALIASES)


def alias_value(hint: object) -> object:
    """What an alias stands for, its texts evaluated where it was written."""
    alias = cast(Any, hint)
    module = cast("str | None", getattr(alias, "__module__", None))
    value: object = alias.__value__
    space = vars(sys.modules[module]) if module in sys.modules else {}
    return evaluate(value, space)


def substitute(hint: object, variables: Dict[object, object]) -> object:
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
