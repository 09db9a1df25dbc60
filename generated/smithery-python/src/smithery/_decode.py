"""
Decodes JSON data without validation: unexpected values are kept unchanged, and unknown fields are kept.
Each type is compiled at its first use, because types of several modules refer to each other.
"""

from __future__ import annotations

import re
from typing import (
    TYPE_CHECKING,
    Any,
    TypeVar,
    Callable,
    Iterable,
    Sequence,
    cast,
    get_args,
    get_origin,
)
from datetime import date, datetime
from threading import RLock
from collections import abc
from typing_extensions import Literal, TypeAlias, is_typeddict

from ._typing import is_alias, is_union, substitute, alias_value, class_hints, strip_wrappers
from ._transform import PropertyInfo

if TYPE_CHECKING:
    from pydantic import BaseModel as PydanticModel
    from pydantic.fields import FieldInfo

Decode: TypeAlias = Callable[[Any], Any]
_Variables: TypeAlias = dict[object, object]

_CACHE_SIZE = 4096

_CACHE: dict[int, tuple[object, Decode]] = {}
_PLANS: dict[object, "ModelPlan"] = {}
_LOCK = RLock()

# RFC 3339 section 5.6, and common variants.
_DATETIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(?:([Zz])|([+-]\d\d):?(\d\d)?)?\Z"
)


def decode(value: object, kind: object) -> Any:
    """Decodes JSON data as a value of a type."""
    known = _CACHE.get(id(kind))
    if known is None:
        known = (kind, compile_decoder(kind))
        if len(_CACHE) >= _CACHE_SIZE:
            # Avoids unbounded growth if types are created for each call.
            _CACHE.clear()
        # Keeps a reference to the type, so that its ID is not reused.
        _CACHE[id(kind)] = known
    return known[1](value)


def compile_decoder(kind: object, variables: _Variables | None = None) -> Decode:
    """The decoder of a type."""
    bare, notes = strip_wrappers(kind)
    if isinstance(bare, TypeVar):
        return compile_decoder(variables[bare], None) if variables and bare in variables else _same
    if bare is datetime:
        return parse_datetime
    if bare is date:
        return parse_date
    if bare is float:
        return _float
    if is_alias(bare):
        return _lazy(bare)
    origin = get_origin(bare)
    args = get_args(bare)
    if is_union(origin):
        discriminator = next((one.discriminator for one in notes if isinstance(one, PropertyInfo)), None)
        return _union(args, discriminator, variables)
    if origin in (list, abc.Sequence, abc.Iterable) and args:
        return _list(compile_decoder(args[0], variables))
    if origin in (dict, abc.Mapping) and len(args) == 2:
        return _dict(compile_decoder(args[1], variables))
    if is_alias(origin):
        return _lazy(bare)
    model = model_of(bare, variables)
    return _same if model is None else plan_of(*model).decode


def is_model(kind: object) -> bool:
    """Whether a type is a model class."""
    return isinstance(kind, type) and hasattr(kind, "__pydantic_decorators__") and not is_typeddict(kind)


def model_of(
    kind: object, variables: _Variables | None = None
) -> "tuple[type[PydanticModel], tuple[object, ...]] | None":
    """The model class of a type, and its type arguments."""
    model: Any = kind
    args: tuple[object, ...] = ()
    if is_model(kind):
        made = model.__pydantic_generic_metadata__
        if made["origin"] is not None:
            model, args = made["origin"], made["args"]
        elif variables:
            # pydantic returns the generic class itself for `Data[_T]`.
            args = made["parameters"]
    else:
        model, args = get_origin(kind), get_args(kind)
        if not is_model(model):
            return None
    if variables:
        args = tuple(substitute(one, variables) for one in args)
    return model, args


def plan_of(cls: "type[PydanticModel]", args: Sequence[object] = ()) -> "ModelPlan":
    """The builder of a model class; generic classes have a builder for each type argument."""
    key: object = (cls, tuple(args)) if args else cls
    try:
        plan = _PLANS.get(key)
    except TypeError:
        return ModelPlan(cls, args)
    return plan or _PLANS.setdefault(key, ModelPlan(cls, args))


class _Field:
    __slots__ = ("name", "decode", "hint", "required", "literals")

    def __init__(self, name: str, decode: Decode, hint: object, required: bool) -> None:
        self.name = name
        self.decode = decode
        self.hint = hint
        self.required = required
        bare, _ = strip_wrappers(hint)
        self.literals: tuple[object, ...] | None = get_args(bare) if get_origin(bare) is Literal else None


class ModelPlan:
    """Creates models from JSON objects without calling the constructor."""

    def __init__(self, cls: "type[PydanticModel]", args: Sequence[object] = ()) -> None:
        self.cls = cls
        self._args = tuple(args)
        self._fields: dict[str, _Field] | None = None
        self._defaults: dict[str, object] = {}
        self._fresh: list[tuple[str, "FieldInfo"]] = []
        self._extra: Decode = _same
        self._private: dict[str, Any] = {}

    @property
    def fields(self) -> dict[str, _Field]:
        """The fields by JSON name."""
        return self._fields if self._fields is not None else self._build()

    def _build(self) -> dict[str, _Field]:
        with _LOCK:
            if self._fields is not None:
                return self._fields
            cls = self.cls
            parameters = cast("tuple[object, ...]", getattr(cls, "__parameters__", ()))
            variables: _Variables = dict(zip(parameters, self._args, strict=False))
            hints = class_hints(cls)
            fields: dict[str, _Field] = {}
            defaults: dict[str, object] = {}
            infos: dict[str, "FieldInfo"] = cls.model_fields
            for name, info in infos.items():
                hint = substitute(hints.get(name, Any), variables)
                fields[info.alias or name] = _Field(
                    name, compile_decoder(hints.get(name, Any), variables), hint, info.is_required()
                )
                default: object = None if info.is_required() else info.default
                if info.default_factory is not None or isinstance(default, (list, dict, set)):
                    self._fresh.append((name, info))
                defaults[name] = default
            extra = hints.get("__pydantic_extra__")
            bare, _ = strip_wrappers(extra)
            if get_origin(bare) is dict:
                self._extra = compile_decoder(get_args(bare)[1], variables)
            private = cast("dict[str, Any]", getattr(cls, "__private_attributes__", {}))
            self._private = {name: one.get_default() for name, one in private.items()}
            self._defaults = defaults
            self._fields = fields
            return fields

    def decode(self, value: Any) -> Any:
        """Creates a model from an object; returns any other value unchanged."""
        if type(value) is not dict:
            return value
        fields = self._fields if self._fields is not None else self._build()
        data = cast("dict[str, object]", value)
        values = self._defaults.copy()
        for name, info in self._fresh:
            values[name] = info.get_default(call_default_factory=True)
        names: list[str] = []
        extra: dict[str, object] = {}
        for key, item in data.items():
            field = fields.get(key)
            if field is None:
                extra[key] = self._extra(item)
            else:
                values[field.name] = field.decode(item)
                names.append(field.name)
        return make_model(self.cls, values, names, extra, dict(self._private) if self._private else None)

    def fits(self, data: dict[str, object]) -> tuple[bool, bool]:
        """Whether an object has the constants and the required fields of this model."""
        fields = self.fields
        constants = all(
            field.literals is None or data[name] in field.literals for name, field in fields.items() if name in data
        )
        return constants, all(name in data for name, field in fields.items() if field.required)

    def rank(self, data: dict[str, object]) -> tuple[bool, bool, int, int]:
        """How well an object matches: constants, required fields, types of values, known names."""
        fields = self.fields
        wrong = sum(1 for name, item in data.items() if name in fields and score(fields[name].hint, item) == 0)
        return (*self.fits(data), -wrong, sum(1 for name in data if name in fields))


def make_model(
    cls: "type[PydanticModel]",
    values: dict[str, object],
    fields_set: Iterable[str],
    extra: dict[str, object],
    private: dict[str, object] | None,
) -> "PydanticModel":
    """Creates an instance without the constructor, which would validate."""
    model = cls.__new__(cls)
    assign = object.__setattr__
    assign(model, "__dict__", values)
    assign(model, "__pydantic_fields_set__", set(fields_set))
    assign(model, "__pydantic_extra__", extra)
    assign(model, "__pydantic_private__", private)
    return model


def parse_datetime(value: Any) -> Any:
    """Converts an RFC 3339 time to `datetime`; returns any other value unchanged."""
    if type(value) is not str:
        return value
    match = _DATETIME.match(value)
    if match is None:
        return value
    day, minutes, seconds, fraction, zulu, hours, rest = match.groups()
    zone = "+00:00" if zulu else f"{hours}:{rest or '00'}" if hours else ""
    micros = f".{fraction[:6]:0<6}" if fraction else ""
    try:
        return datetime.fromisoformat(f"{day}T{minutes}:{seconds or '00'}{micros}{zone}")
    except ValueError:
        return value


def parse_date(value: Any) -> Any:
    """Converts an RFC 3339 date to `date`; returns any other value unchanged."""
    if type(value) is not str or len(value) != 10:
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


def score(hint: object, value: object) -> int:
    """How well a value matches a type, without its parts: 2 exact, 1 after a conversion, 0 no match."""
    bare, _ = strip_wrappers(hint)
    origin = get_origin(bare)
    if bare is Any or bare is object or isinstance(bare, TypeVar) or is_alias(bare):
        return 1
    if bare is None or bare is type(None):
        return 2 if value is None else 0
    if is_union(origin):
        return max(score(one, value) for one in get_args(bare))
    if origin is Literal:
        return 2 if any(value == one and type(value) is type(one) for one in get_args(bare)) else 0
    if bare is str or bare is bool or bare is int:
        return 2 if type(value) is bare else 0
    if bare is float:
        return 2 if type(value) is float else 1 if type(value) is int else 0
    if bare is datetime:
        return 1 if isinstance(parse_datetime(value), datetime) else 0
    if bare is date:
        return 1 if isinstance(parse_date(value), date) else 0
    if origin in (list, abc.Sequence, abc.Iterable) or bare is list:
        return 2 if type(value) is list else 0
    if origin in (dict, abc.Mapping) or bare is dict:
        return 2 if type(value) is dict else 0
    model = model_of(bare)
    if model is None:
        return 1
    if type(value) is not dict:
        return 0
    return 2 if plan_of(*model).fits(cast("dict[str, object]", value)) == (True, True) else 1


def _same(value: Any) -> Any:
    return value


def _float(value: Any) -> Any:
    if type(value) is not int:
        return value
    try:
        number = float(value)
    except OverflowError:
        return value
    # Whole numbers above 2^53 stay exact.
    return number if number == value else value


def _list(item: Decode) -> Decode:
    if item is _same:
        return _same

    def run(value: Any) -> Any:
        return [item(one) for one in cast("list[object]", value)] if type(value) is list else value

    return run


def _dict(item: Decode) -> Decode:
    if item is _same:
        return _same

    def run(value: Any) -> Any:
        if type(value) is not dict:
            return value
        return {key: item(one) for key, one in cast("dict[str, object]", value).items()}

    return run


def _lazy(alias: object) -> Decode:
    made: list[Decode] = []

    def run(value: Any) -> Any:
        if not made:
            origin = get_origin(alias)
            if origin is None:
                made.append(compile_decoder(alias_value(alias)))
            else:
                parameters = cast("tuple[object, ...]", getattr(origin, "__type_params__", ()))
                made.append(compile_decoder(alias_value(origin), dict(zip(parameters, get_args(alias), strict=False))))
        return made[0](value)

    return run


def _union(args: Sequence[object], discriminator: str | None, variables: _Variables | None) -> Decode:
    members = [one for one in _flatten(args) if one is not None and one is not type(None)]
    if len(members) == 1:
        single = compile_decoder(members[0], variables)
        return _same if single is _same else lambda value: None if value is None else single(value)
    decoders = [compile_decoder(one, variables) for one in members]
    if all(one is _same for one in decoders):
        return _same
    made: list[_Variants] = []

    def run(value: Any) -> Any:
        if value is None:
            return None
        is_object = type(value) is dict
        if is_object or type(value) is list:
            if not made:
                made.append(_Variants(members, discriminator, variables))
            return made[0].of_object(value) if is_object else made[0].of_list(value)
        best = max(range(len(members)), key=lambda index: score(members[index], value))
        return decoders[best](value) if score(members[best], value) else value

    return run


def _flatten(args: Iterable[object]) -> Iterable[object]:
    for one in args:
        bare, notes = strip_wrappers(one)
        if is_alias(bare):
            value = alias_value(bare)
            inner, _ = strip_wrappers(value)
            if is_union(get_origin(inner)):
                # This does not recurse endlessly: an alias contains itself only inside a list or an object.
                yield from _flatten(get_args(inner))
                continue
        if is_union(get_origin(bare)) and not notes:
            yield from _flatten(get_args(bare))
        else:
            yield one


class _Variants:
    """The members of a union that are objects or lists."""

    def __init__(self, members: Sequence[object], discriminator: str | None, variables: _Variables | None) -> None:
        self._models: list[ModelPlan] = []
        self._maps: list[Decode] = []
        self._lists: list[tuple[object, Decode]] = []
        self._nested: list[Decode] = []
        self._by_value: dict[object, ModelPlan] = {}
        self._discriminators: dict[str, None] = {}
        for member in members:
            bare, _ = strip_wrappers(member)
            origin = get_origin(bare)
            model = model_of(bare, variables)
            if model is not None:
                plan = plan_of(*model)
                self._models.append(plan)
                self._learn(plan, discriminator)
            elif origin in (dict, abc.Mapping) or bare is dict:
                self._maps.append(compile_decoder(member, variables))
            elif origin in (list, abc.Sequence, abc.Iterable) or bare is list:
                self._lists.append((next(iter(get_args(bare)), Any), compile_decoder(member, variables)))
            elif is_alias(bare) or is_union(origin):
                self._nested.append(compile_decoder(member, variables))

    def _learn(self, plan: ModelPlan, discriminator: str | None) -> None:
        for name, field in plan.fields.items():
            if field.name == discriminator or (discriminator is not None and name == discriminator):
                self._discriminators[name] = None
                for value in field.literals or _inner_literals(field.hint):
                    self._by_value.setdefault(value, plan)

    def of_object(self, value: Any) -> Any:
        for name in self._discriminators:
            try:
                plan = self._by_value.get(value.get(name))
            except TypeError:
                plan = None
            if plan is not None:
                return plan.decode(value)
        if self._models:
            # Compared even if there is only one, because a map may match better.
            best = max(self._models, key=lambda one: one.rank(value))
            if not self._maps or best.rank(value)[:2] == (True, True):
                return best.decode(value)
        return next(iter([*self._maps, *self._nested]), _same)(value)

    def of_list(self, value: Any) -> Any:
        if not self._lists:
            return self._nested[0](value) if self._nested else value
        if not value or len(self._lists) == 1:
            return self._lists[0][1](value)
        return max(self._lists, key=lambda one: score(one[0], value[0]))[1](value)


def _inner_literals(hint: object) -> Iterable[object]:
    bare, _ = strip_wrappers(hint)
    if get_origin(bare) is Literal:
        return get_args(bare)
    if is_union(get_origin(bare)):
        return [value for one in get_args(bare) for value in _inner_literals(one)]
    return ()
