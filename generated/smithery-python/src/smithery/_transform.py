"""From the arguments of a method to what is sent: names of the wire, formats, nothing that is not given."""

from __future__ import annotations

import io
import os
import base64
from typing import (
    Any,
    Dict,
    List,
    Tuple,
    Mapping,
    Callable,
    Iterable,
    Iterator,
    Optional,
    Sequence,
    cast,
    get_args,
    get_origin,
)
from datetime import date
from threading import RLock
from collections import abc
from typing_extensions import Literal, TypeAlias, override, is_typeddict

from ._types import Omit, NotGiven, FileTypes
from ._guards import is_dict, is_list
from ._typing import is_alias, is_union, alias_value, strip_wrappers, typed_dict_hints

PropertyFormat: TypeAlias = Literal["iso8601", "base64", "custom"]


class PropertyInfo:
    """What a type does not say of a property: its name on the wire, how it is written, what tells variants apart."""

    __slots__ = ("alias", "format", "format_template", "discriminator")

    def __init__(
        self,
        *,
        alias: Optional[str] = None,
        format: Optional[PropertyFormat] = None,
        format_template: Optional[str] = None,
        discriminator: Optional[str] = None,
    ) -> None:
        self.alias = alias
        self.format: Optional[PropertyFormat] = format
        self.format_template = format_template
        self.discriminator = discriminator

    @override
    def __repr__(self) -> str:
        return (
            f"PropertyInfo(alias={self.alias!r}, format={self.format!r}, "
            f"format_template={self.format_template!r}, discriminator={self.discriminator!r})"
        )


_Transform: TypeAlias = Callable[[Any], object]


def transform(value: object, kind: object) -> Any:
    """
    What is sent for a value of a type: a `TypedDict`, or whatever holds one. A value that does not fit its type is
    sent as it is, as the server is the judge.
    """
    known = _CACHE.get(id(kind))
    if known is None:
        known = (kind, _compile(kind))
        if len(_CACHE) >= _CACHE_SIZE:
            # Types that were made for one call each.
            _CACHE.clear()
        # With the type itself, so that its number stays its own.
        _CACHE[id(kind)] = known
    return known[1](value)


_CACHE_SIZE = 4096
_CACHE: Dict[int, Tuple[object, _Transform]] = {}
_DICTS: Dict[type, "_TypedDict"] = {}
_LOCK = RLock()


def _compile(kind: object) -> _Transform:
    bare, notes = strip_wrappers(kind)
    info = _info(notes)
    if info is not None and info.format is not None:
        return _formatted(info.format, info.format_template, _compile(bare))
    if is_typeddict(bare):
        return _typed_dict(cast(type, bare)).transform
    if is_alias(bare):
        return _lazy(bare)
    origin = get_origin(bare)
    if is_union(origin):
        return _union(get_args(bare))
    args = get_args(bare)
    if origin in (list, abc.Sequence, abc.Iterable, set, abc.Collection) and args:
        return _items(_compile(args[0]))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Sequence) and len(args) == 1:
        return _items(_compile(args[0]))
    if origin in (dict, abc.Mapping, abc.MutableMapping) and len(args) == 2:
        return _values(_compile(args[1]))
    return _plain


def _info(notes: Iterable[object]) -> Optional[PropertyInfo]:
    return next((note for note in notes if isinstance(note, PropertyInfo)), None)


def _plain(value: Any) -> object:
    """A value of an unknown type: models and dates are what they are on the wire."""
    if value is None or isinstance(value, (str, int)):
        return value
    if is_dict(value):
        return {key: _plain(item) for key, item in value.items() if not isinstance(item, (Omit, NotGiven))}
    if is_list(value):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)
    return value


def _items(item: _Transform) -> _Transform:
    def run(value: Any) -> object:
        if isinstance(value, (str, bytes, bytearray, Mapping, io.IOBase)) or not isinstance(value, Iterable):
            return _plain(value)
        return [item(one) for one in cast("Iterable[object]", value)]

    return run


def _file(name: str, kind: object) -> Optional[_Transform]:
    """Of a property that is a file, or a list of them: a text is none, though it may be meant as a path."""
    if kind == FileTypes:
        return lambda value: _checked_file(name, value)
    args = get_args(kind)
    if len(args) != 1 or args[0] != FileTypes:
        return None
    return _items(lambda value: _checked_file(name, value))


def _checked_file(name: str, value: object) -> object:
    kind = type(value).__name__
    if isinstance(value, (str, int, float, Mapping)):
        raise TypeError(f"{name} must be a file: bytes, a path (pathlib.Path), or what can be read, not {kind}")
    return value


def _values(item: _Transform) -> _Transform:
    def run(value: Any) -> object:
        if not isinstance(value, Mapping):
            return _plain(value)
        pairs = cast("Mapping[str, object]", value).items()
        return {key: item(one) for key, one in pairs if not isinstance(one, (Omit, NotGiven))}

    return run


def _formatted(format: PropertyFormat, template: Optional[str], inner: _Transform) -> _Transform:
    def run(value: Any) -> object:
        if isinstance(value, date):
            if format == "custom" and template is not None:
                return value.strftime(template)
            return value.isoformat()
        if format == "base64":
            if isinstance(value, (bytes, bytearray)):
                return base64.b64encode(value).decode("ascii")
            if isinstance(value, os.PathLike):
                with open(cast("os.PathLike[str]", value), "rb") as file:
                    return base64.b64encode(file.read()).decode("ascii")
            if hasattr(value, "read"):
                content = value.read()
                raw = content.encode() if isinstance(content, str) else content
                return base64.b64encode(raw).decode("ascii")
        if isinstance(value, (list, tuple)):
            return [run(one) for one in cast("Iterable[object]", value)]
        return inner(value)

    return run


def _lazy(alias: object) -> _Transform:
    made: List[_Transform] = []

    def run(value: Any) -> object:
        if not made:
            made.append(_compile(alias_value(alias)))
        return made[0](value)

    return run


class _TypedDict:
    """The keys of a TypedDict with their names on the wire; read at first use, as types refer to one another."""

    def __init__(self, cls: type) -> None:
        self._cls = cls
        self._fields: Optional[Dict[str, Tuple[str, _Transform]]] = None
        self._literals: Dict[str, Tuple[object, ...]] = {}
        self.required: Tuple[str, ...] = tuple(cast("Iterable[str]", getattr(cls, "__required_keys__", ())))

    @property
    def fields(self) -> Dict[str, Tuple[str, _Transform]]:
        if self._fields is None:
            with _LOCK:
                fields: Dict[str, Tuple[str, _Transform]] = {}
                for name, hint in typed_dict_hints(self._cls).items():
                    bare, notes = strip_wrappers(hint)
                    info = _info(note for note in notes if isinstance(note, PropertyInfo) and note.alias is not None)
                    made = _file(name, bare) or _compile(hint)
                    fields[name] = (info.alias or name if info else name, made)
                    if get_origin(bare) is Literal:
                        self._literals[name] = get_args(bare)
                self._fields = fields
        return self._fields

    def transform(self, value: Any) -> object:
        if not isinstance(value, Mapping):
            return _plain(value)
        fields = self.fields
        sent: Dict[str, object] = {}
        for name, item in cast("Mapping[str, object]", value).items():
            if isinstance(item, (Omit, NotGiven)):
                continue
            field = fields.get(name)
            if field is None:
                sent[name] = _plain(item)
            else:
                sent[field[0]] = field[1](item)
        return sent

    def fit(self, value: Mapping[str, object]) -> Tuple[int, int, int]:
        """How well an object fits: what must not be missing or different, and what is known."""
        fields = self.fields
        wrong = sum(1 for name, allowed in self._literals.items() if name in value and value[name] not in allowed)
        missing = sum(1 for name in self.required if name not in value)
        return (-wrong, -missing, sum(1 for name in value if name in fields))


def _typed_dict(cls: type) -> _TypedDict:
    found = _DICTS.get(cls)
    if found is None:
        found = _DICTS.setdefault(cls, _TypedDict(cls))
    return found


def _union(members: Sequence[object]) -> _Transform:
    dicts: List[_TypedDict] = []
    lists: List[_Transform] = []
    maps: List[_Transform] = []
    formats: List[_Transform] = []
    aliases: List[_Transform] = []
    pending: List[object] = list(members)
    for member in _flatten(pending):
        bare, notes = strip_wrappers(member)
        info = _info(notes)
        if info is not None and info.format is not None:
            formats.append(_compile(member))
        elif is_typeddict(bare):
            dicts.append(_typed_dict(cast(type, bare)))
        elif is_alias(bare):
            aliases.append(_lazy(bare))
        else:
            made = _compile(member)
            if made is not _plain:
                (maps if get_origin(bare) in (dict, abc.Mapping) else lists).append(made)

    def run(value: Any) -> object:
        if isinstance(value, Mapping):
            if len(dicts) == 1:
                return dicts[0].transform(value)
            if dicts:
                mapping = cast("Mapping[str, object]", value)
                best = max(dicts, key=lambda one: one.fit(mapping))
                return best.transform(mapping)
            return (maps or aliases or [_plain])[0](value)
        if isinstance(value, (list, set, frozenset, Iterator)) or (isinstance(value, tuple) and lists):
            return (lists or aliases or [_plain])[0](value)
        if formats and not isinstance(value, str):
            return formats[0](value)
        return _plain(value)

    return run


def _flatten(members: Iterable[object]) -> Iterator[object]:
    for member in members:
        bare, notes = strip_wrappers(member)
        if is_union(get_origin(bare)) and not notes:
            yield from _flatten(get_args(bare))
        else:
            yield member
