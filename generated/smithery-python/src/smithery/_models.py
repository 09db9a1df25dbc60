"""The base class of all models: response data, built without validation, including unknown fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast
from typing_extensions import Literal, override

import pydantic

from ._decode import plan_of, is_model
from ._guards import is_dict, is_list
from ._typing import substitute, class_hints, strip_wrappers, own_annotations

__all__ = ["BaseModel", "validate"]


class BaseModel(pydantic.BaseModel):
    """
    Base class of all models. Responses are not validated: a value of another type is kept unchanged, a missing value
    is `None`, and unknown fields are attributes too (`model_extra`). `model_fields_set` contains the fields received.
    Constructors validate, and accept the names of Python and those of the API.
    """

    model_config: ClassVar[pydantic.ConfigDict] = pydantic.ConfigDict(
        extra="allow", defer_build=True, populate_by_name=True, protected_namespaces=()
    )

    if not TYPE_CHECKING:

        @classmethod
        def model_construct(cls, _fields_set=None, **values):
            """Builds a model, including nested models, without validation."""
            by_name = {field.name: name for name, field in plan_of(cls).fields.items()}
            data = {by_name.get(name, name): value for name, value in values.items()}
            model = plan_of(cls).decode(data)
            if _fields_set is not None:
                object.__setattr__(model, "__pydantic_fields_set__", set(_fields_set))
            return model

        # Alias for older code.
        construct = model_construct

        def model_dump(self, **options):
            try:
                return super().model_dump(**options)
            except (TypeError, pydantic.errors.PydanticUserError):
                # pydantic before 2.10 cannot serialize a model inside another model whose schema is not built.
                _resolve_inherited()
                _complete(self)
                return super().model_dump(**options)

        def model_dump_json(self, **options):
            try:
                return super().model_dump_json(**options)
            except (TypeError, pydantic.errors.PydanticUserError):
                _resolve_inherited()
                _complete(self)
                return super().model_dump_json(**options)

    @override
    def __str__(self) -> str:
        # Includes the class name, which pydantic omits.
        return repr(self)

    def to_dict(
        self,
        *,
        mode: Literal["json", "python"] = "python",
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = False,
    ) -> dict[str, object]:
        """
        Returns the data as a dictionary.

        Args:
          mode: `json` converts values such as dates to strings
          use_api_names: use the names of the API instead of the Python names
          exclude_unset: omit fields that the response did not contain
          exclude_defaults: omit fields that have their default value
          exclude_none: omit fields that are `None`
          warnings: warn about values of unexpected types
        """
        return self.model_dump(
            mode=mode,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )

    def to_json(
        self,
        *,
        indent: int | None = 2,
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = False,
    ) -> str:
        """Returns the data as JSON; accepts the same arguments as `to_dict`."""
        return self.model_dump_json(
            indent=indent,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )


def _complete(value: object) -> None:
    if isinstance(value, pydantic.BaseModel):
        type(value).model_rebuild()
        for item in value.__dict__.values():
            _complete(item)
        _complete(value.model_extra)
    elif is_dict(value):
        for item in value.values():
            _complete(item)
    elif is_list(value):
        for item in value:
            _complete(item)


def _resolve_inherited() -> None:
    """
    Resolves inherited annotations in the module of the base class. If modules import each other, pydantic resolves
    them in the module of the subclass.
    """
    pending: list[Any] = [*BaseModel.__subclasses__()]
    for cls in pending:
        pending.extend(cls.__subclasses__())
        fields: dict[str, Any] = getattr(cls, "__pydantic_fields__", {})
        for name, field in fields.items():
            if not getattr(field, "_complete", True) and name not in own_annotations(cls):
                field._original_annotation = class_hints(cls)[name]


def validate(value: object, kind: object) -> Any:
    """
    Decodes JSON data as a value of a type, with validation.

    Raises:
      pydantic.ValidationError: if the data does not match the type
    """
    bare, _ = strip_wrappers(kind)
    origin = getattr(bare, "__origin__", None)
    if is_model(origin) or (is_model(bare) and hasattr(bare, "_for_call")):
        return _validate_generic(value, cast(Any, origin or bare), cast(Any, getattr(bare, "__args__", None) or ()))
    try:
        adapter: Any = pydantic.TypeAdapter(cast(Any, kind))
        return adapter.validate_python(value)
    except pydantic.errors.PydanticUserError:
        _resolve_inherited()
        return pydantic.TypeAdapter(cast(Any, kind)).validate_python(value)


def _validate_generic(value: object, cls: Any, args: Any) -> Any:
    # Avoids creating a pydantic class for each type argument.
    data = pydantic.TypeAdapter(dict[str, object]).validate_python(value)
    plan = plan_of(cls, args)
    variables: dict[object, object] = dict(zip(getattr(cls, "__parameters__", ()), args, strict=False))
    hints = class_hints(cls)
    model = plan.decode(data)
    values: dict[str, object] = model.__dict__
    for name, field in plan.fields.items():
        if name in data or field.required:
            adapter: Any = pydantic.TypeAdapter(cast(Any, substitute(hints[field.name], variables)))
            values[field.name] = adapter.validate_python(data.get(name))
    return model
