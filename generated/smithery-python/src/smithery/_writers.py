"""Writers: how values of a type are serialized, and how well a value matches a type. Created by `_transform`."""

from __future__ import annotations

import os
import base64
from typing import Any, Mapping, Callable, Iterable, Iterator, Sequence, cast
from datetime import date
from threading import RLock
from typing_extensions import Literal, TypeAlias, override

from ._plain import given, plain, content, has_items

# Mismatch of a value and a type: values of another type, unknown keys, missing required keys.
Misfit: TypeAlias = tuple[int, int, int]
# Cached mismatches of parts, by type and value; `None` if parts are not compared.
Seen: TypeAlias = dict[tuple[int, int], Misfit] | None

_FITS: Misfit = (0, 0, 0)
_WRONG: Misfit = (1, 0, 0)


class Writer:
    """Serializes values of a type."""

    # Whether `misfit` only depends on the value itself.
    is_simple = False

    def write(self, value: Any) -> object:
        raise NotImplementedError

    def misfit(self, value: Any, seen: Seen) -> Misfit:
        raise NotImplementedError


class Plain(Writer):
    """A scalar value of a known type."""

    is_simple = True

    def __init__(self, test: Callable[[Any], bool] | None = None) -> None:
        self._test = test

    @override
    def write(self, value: Any) -> object:
        return plain(value)

    @override
    def misfit(self, value: Any, seen: Seen) -> Misfit:
        return _FITS if self._test is None or self._test(value) else _WRONG


class File(Writer):
    """A property that is a file. Strings are rejected, because a string could be a path or the content."""

    is_simple = True

    def __init__(self, name: str) -> None:
        self._name = name

    @override
    def write(self, value: Any) -> object:
        kind = type(value).__name__
        if self.misfit(value, None) == _WRONG:
            raise TypeError(
                f"{self._name} must be a file: bytes, a path (pathlib.Path) or a readable object, not {kind}"
            )
        return value

    @override
    def misfit(self, value: Any, seen: Seen) -> Misfit:
        return _WRONG if isinstance(value, (str, int, float, Mapping)) else _FITS


class Items(Writer):
    """A list or another iterable."""

    def __init__(self, item: Writer) -> None:
        self._item = item

    @override
    def write(self, value: Any) -> object:
        if not has_items(value):
            return plain(value)
        return [self._item.write(one) for one in cast("Iterable[object]", value)]

    @override
    def misfit(self, value: Any, seen: Seen) -> Misfit:
        if not has_items(value):
            return _WRONG
        if seen is None or not isinstance(value, (Sequence, set, frozenset)):
            return _FITS
        return _sum(self._item.misfit(one, seen) for one in cast("Iterable[object]", value))


class Values(Writer):
    """A map with arbitrary keys."""

    def __init__(self, item: Writer) -> None:
        self._item = item

    @override
    def write(self, value: Any) -> object:
        if not isinstance(value, Mapping):
            return plain(value)
        return {key: self._item.write(one) for key, one in given(cast("Mapping[str, object]", value))}

    @override
    def misfit(self, value: Any, seen: Seen) -> Misfit:
        if not isinstance(value, Mapping):
            return _WRONG
        pairs = given(cast("Mapping[str, object]", value))
        # A type that knows one of the keys matches better than a map; a type that knows none does not.
        unknown = (0, len(pairs), -1)
        return unknown if seen is None else _sum([unknown, *(self._item.misfit(one, seen) for _, one in pairs)])


class Formatted(Writer):
    """A date or bytes that are sent as a string."""

    is_simple = True

    def __init__(
        self,
        format: Literal["iso8601", "base64", "base64url", "custom"],
        template: str | None,
        inner: Writer,
    ) -> None:
        self._format = format
        self._encode = {"base64": base64.b64encode, "base64url": base64.urlsafe_b64encode}.get(format)
        self._template = template
        self._inner = inner

    @override
    def write(self, value: Any) -> object:
        if isinstance(value, date):
            if self._format == "custom" and self._template is not None:
                return value.strftime(self._template)
            return value.isoformat()
        if self._encode is not None:
            raw = content(value)
            if raw is not None:
                return self._encode(raw).decode("ascii")
        if isinstance(value, (list, tuple)):
            return [self.write(one) for one in cast("Iterable[object]", value)]
        return self._inner.write(value)

    @override
    def misfit(self, value: Any, seen: Seen) -> Misfit:
        if isinstance(value, date):
            return _FITS if self._encode is None else _WRONG
        if self._encode is not None and isinstance(value, (bytes, bytearray, os.PathLike)):
            return _FITS
        return self._inner.misfit(value, seen)


class Lazy(Writer):
    """An alias, which may be recursive: its writer is created at first use."""

    def __init__(self, make: Callable[[], Writer]) -> None:
        self._make = make
        self._made: Writer | None = None

    def _inner(self) -> Writer:
        if self._made is None:
            self._made = self._make()
        return self._made

    @override
    def write(self, value: Any) -> object:
        return self._inner().write(value)

    @override
    def misfit(self, value: Any, seen: Seen) -> Misfit:
        return self._inner().misfit(value, seen)


# The JSON name, and the writer of the value.
Field: TypeAlias = tuple[str, Writer]


class Dictionary(Writer):
    """A `TypedDict`. Its fields are evaluated at first use, because types refer to each other."""

    def __init__(self, required: Iterable[str], read: Callable[[], dict[str, Field]]) -> None:
        self._required = tuple(required)
        self._read = read
        self._fields: dict[str, Field] | None = None

    @property
    def fields(self) -> dict[str, Field]:
        if self._fields is None:
            with _LOCK:
                self._fields = self._read()
        return self._fields

    @override
    def write(self, value: Any) -> object:
        return self.write_with(value, ())

    def write_with(self, value: Any, others: Sequence[Writer]) -> object:
        """Serializes an unknown key with the writer of another member of the union."""
        if not isinstance(value, Mapping):
            return plain(value)
        sent: dict[str, object] = {}
        for name, item in given(cast("Mapping[str, object]", value)):
            field = self.fields.get(name)
            if field is None:
                known = (one.fields.get(name) for one in others if isinstance(one, Dictionary))
                field = next((one for one in known if one is not None), (name, _ANYTHING))
            sent[field[0]] = field[1].write(item)
        return sent

    @override
    def misfit(self, value: Any, seen: Seen) -> Misfit:
        if not isinstance(value, Mapping):
            return _FITS if hasattr(value, "model_dump") else _WRONG
        key = (id(self), id(cast(object, value)))
        known = None if seen is None else seen.get(key)
        if known is not None:
            return known
        keys = dict(given(cast("Mapping[str, object]", value)))
        fields = self.fields
        own: Misfit = (
            0,
            sum(1 for name in keys if name not in fields),
            sum(1 for name in self._required if name not in keys),
        )
        found = _sum(
            [
                own,
                *(
                    fields[name][1].misfit(item, seen)
                    for name, item in keys.items()
                    if name in fields and (seen is not None or fields[name][1].is_simple)
                ),
            ]
        )
        if seen is not None:
            seen[key] = found
        return found


class Union(Writer):
    """A union: uses the first of the types that match the value best."""

    def __init__(self, members: Sequence[Writer]) -> None:
        self._members = members
        self._holders = [one for one in members if not one.is_simple]
        self._formats = [one for one in members if isinstance(one, (Formatted, File))]
        self.is_simple = not self._holders

    @override
    def write(self, value: Any) -> object:
        if value is None or isinstance(value, (str, int, float)):
            return plain(value)
        if isinstance(value, Iterator) and all(
            one.misfit(value, None) != _FITS for one in self._members if one.is_simple
        ):
            # The items decide the type, and they can be read only once.
            return self.write(list(cast("Iterator[object]", value)))
        holds = isinstance(value, Mapping) or has_items(cast(object, value))
        candidates = self._holders if isinstance(value, Mapping) else self._members
        chosen = self._best(candidates, value) if holds else self._best([*self._formats, *candidates], value)
        if isinstance(chosen, Dictionary):
            return chosen.write_with(value, self._holders)
        return plain(value) if chosen is None else chosen.write(value)

    def _best(self, members: Sequence[Writer], value: Any) -> Writer | None:
        if len(members) < 2:
            return members[0] if members else None
        misfits = [(one.misfit(value, None), one) for one in members]
        least = min(misfit for misfit, _ in misfits)
        tied = [one for misfit, one in misfits if misfit == least]
        if len(tied) == 1:
            return tied[0]
        # Parts are compared only if the types match equally well.
        seen: dict[tuple[int, int], Misfit] = {}
        return min(tied, key=lambda one: one.misfit(value, seen))

    @override
    def misfit(self, value: Any, seen: Seen) -> Misfit:
        return min((one.misfit(value, seen) for one in self._members), default=_FITS)


def _sum(all: Iterable[Misfit]) -> Misfit:
    total = _FITS
    for one in all:
        total = (total[0] + one[0], total[1] + one[1], total[2] + one[2])
    return total


_LOCK = RLock()
_ANYTHING = Plain()
