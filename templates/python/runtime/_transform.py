"""Converts the arguments of a method to JSON names and formats, and omits arguments that are not given."""

from __future__ import annotations

from typing import IO, Any, Callable, Iterable, Iterator, Sequence, cast, get_args, get_origin
from collections import abc
from typing_extensions import Literal, TypeAlias, override, is_typeddict

from ._types import FileTypes
from ._typing import is_alias, is_union, alias_value, strip_wrappers, typed_dict_hints
from ._writers import File, Lazy, Field, Items, Plain, Union, Values, Writer, Formatted, Dictionary

PropertyFormat: TypeAlias = Literal["iso8601", "base64", "base64url", "custom"]


class PropertyInfo:
    """Metadata of a property: its JSON name, its format, and the discriminator of a union."""

    __slots__ = ("alias", "format", "format_template", "discriminator")

    def __init__(
        self,
        *,
        alias: str | None = None,
        format: PropertyFormat | None = None,
        format_template: str | None = None,
        discriminator: str | None = None,
    ) -> None:
        self.alias = alias
        self.format: PropertyFormat | None = format
        self.format_template = format_template
        self.discriminator = discriminator

    @override
    def __repr__(self) -> str:
        return (
            f"PropertyInfo(alias={self.alias!r}, format={self.format!r}, "
            f"format_template={self.format_template!r}, discriminator={self.discriminator!r})"
        )


def transform(value: object, kind: object) -> Any:
    """
    Converts a value of a type that is or contains a `TypedDict`. A value that does not match its type is sent
    unchanged; the server validates it.
    """
    known = _CACHE.get(id(kind))
    if known is None:
        known = (kind, _compile(kind))
        if len(_CACHE) >= _CACHE_SIZE:
            # Avoids unbounded growth if types are created for each call.
            _CACHE.clear()
        # Keeps a reference to the type, so that its ID is not reused.
        _CACHE[id(kind)] = known
    return known[1].write(value)


_CACHE_SIZE = 4096
_CACHE: dict[int, tuple[object, Writer]] = {}
_DICTIONARIES: dict[type, Dictionary] = {}


def _compile(kind: object) -> Writer:
    bare, notes = strip_wrappers(kind)
    info = _info(notes)
    if info is not None and info.format is not None:
        return Formatted(info.format, info.format_template, _compile(bare))
    if is_typeddict(bare):
        return _dictionary(cast(type, bare))
    if is_alias(bare):
        return Lazy(lambda: _compile(alias_value(bare)))
    origin = get_origin(bare)
    args = get_args(bare)
    if is_union(origin):
        return Union([_compile(member) for member in _flatten(args)])
    if origin in (list, abc.Sequence, abc.Iterable, set, abc.Collection) and args:
        return Items(_compile(args[0]))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Sequence) and len(args) == 1:
        return Items(_compile(args[0]))
    if origin in (dict, abc.Mapping, abc.MutableMapping) and len(args) == 2:
        return Values(_compile(args[1]))
    return Plain(_test(bare))


def _info(notes: Iterable[object]) -> PropertyInfo | None:
    return next((note for note in notes if isinstance(note, PropertyInfo)), None)


def _flatten(members: Iterable[object]) -> Iterator[object]:
    for member in members:
        bare, notes = strip_wrappers(member)
        if is_union(get_origin(bare)) and not notes:
            yield from _flatten(get_args(bare))
        else:
            yield member


def _test(bare: object) -> Callable[[Any], bool] | None:
    """Whether a value matches a scalar type; `None` if every value matches."""
    if bare is None or bare is type(None):
        return lambda value: value is None
    if get_origin(bare) is Literal:
        allowed = get_args(bare)
        return lambda value: any(one == value and isinstance(value, type(one)) for one in allowed)
    if bare is int or bare is float:
        kinds = (int,) if bare is int else (int, float)
        return lambda value: isinstance(value, kinds) and not isinstance(value, bool)
    origin = get_origin(bare) or bare
    if origin is IO:
        return lambda value: hasattr(value, "read")
    if isinstance(origin, type):
        return lambda value: isinstance(value, origin)
    return None


def _dictionary(cls: type) -> Dictionary:
    found = _DICTIONARIES.get(cls)
    if found is None:
        required = cast("Iterable[str]", getattr(cls, "__required_keys__", ()))
        found = _DICTIONARIES.setdefault(cls, Dictionary(required, lambda: _fields(cls)))
    return found


def _fields(cls: type) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for name, hint in typed_dict_hints(cls).items():
        bare, notes = strip_wrappers(hint)
        info = _info(note for note in notes if isinstance(note, PropertyInfo) and note.alias is not None)
        alias = info.alias if info else None
        fields[name] = (alias or name, _file(name, bare) or _compile(hint))
    return fields


def _file(name: str, kind: object) -> Writer | None:
    """The writer of a property that is a file or a list of files."""
    if kind == FileTypes:
        return File(name)
    args = get_args(kind)
    return Items(File(name)) if len(args) == 1 and args[0] == FileTypes else None
