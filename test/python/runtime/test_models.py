"""Decoding without validation, and what models can do."""

from __future__ import annotations

import json
import pickle
import warnings
import threading
from typing import Any, Dict, List, Union, Iterable, Optional
from datetime import date, datetime, timezone
from typing_extensions import Literal, Required, Annotated, TypedDict, TypeAliasType

import pytest

from acme._types import omit
from acme._decode import decode
from acme._models import BaseModel
from acme._transform import PropertyInfo, transform
from acme.types.node import Node
from acme.types.server import Tool, Server as Model, OwnerTeam, OwnerPerson

Json = TypeAliasType("Json", "Union[str, int, None, List[Json], Dict[str, Json], Tool]")


class Cat(BaseModel):
    kind: Literal["cat"]

    lives: Optional[int] = None


class Dog(BaseModel):
    kind: Literal["dog"]

    name: str

    age: Optional[float] = None


class Plain(BaseModel):
    id: str


class Rich(BaseModel):
    id: str

    extra: Optional[str] = None


class Bag(BaseModel):
    name: Optional[str] = None

    __pydantic_extra__: Dict[str, Tool]


def test_off_schema_data() -> None:
    model = decode(
        {
            "qualifiedName": 1,
            "createdAt": "yesterday",
            "state": "new",
            "scores": {"a": 1, "b": "x"},
            "tools": [{"name": "t", "weight": 2}, "text"],
            "new": {"a": [1]},
            "owner": {"type": "alien"},
        },
        Model,
    )
    assert (model.qualified_name, model.use_count, model.created_at, model.state) == (1, None, "yesterday", "new")
    assert model.scores == {"a": 1.0, "b": "x"} and type(model.scores["a"]) is float
    assert model.tools[0].weight == 2.0 and type(model.tools[0].weight) is float
    assert model.tools[1] == "text"
    assert model.new == {"a": [1]} and model.model_extra == {"new": {"a": [1]}}
    assert type(model.owner) is OwnerPerson
    assert "use_count" not in model.model_fields_set and "qualified_name" in model.model_fields_set
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert model.to_dict()["createdAt"] == "yesterday"
        assert json.loads(model.to_json())["tools"] == [{"name": "t", "weight": 2.0}, "text"]
        assert model.to_dict(use_api_names=False)["qualified_name"] == 1
        assert repr(model) and str(model)


def test_absent_and_null() -> None:
    absent, null = decode({}, Model), decode({"from": None}, Model)
    assert absent.from_ is None and null.from_ is None
    assert "from_" not in absent.model_fields_set and "from_" in null.model_fields_set
    assert null.to_dict() == {"from": None}


def test_dates() -> None:
    utc = timezone.utc
    for text, expected in {
        "2026-01-02T03:04:05Z": datetime(2026, 1, 2, 3, 4, 5, tzinfo=utc),
        "2026-01-02T03:04:05.1234567Z": datetime(2026, 1, 2, 3, 4, 5, 123456, tzinfo=utc),
        "2026-01-02t03:04:05.5z": datetime(2026, 1, 2, 3, 4, 5, 500000, tzinfo=utc),
        "2026-01-02 03:04:05+00:00": datetime(2026, 1, 2, 3, 4, 5, tzinfo=utc),
        "2026-01-02T03:04:05": datetime(2026, 1, 2, 3, 4, 5),
        "2026-13-02T03:04:05Z": "2026-13-02T03:04:05Z",
        "2026-01-02": "2026-01-02",
    }.items():
        assert decode(text, datetime) == expected
    assert decode("2026-01-02", date) == date(2026, 1, 2)
    assert decode("2026-01-02T00:00:00Z", date) == "2026-01-02T00:00:00Z"
    assert decode(17, datetime) == 17
    assert decode("2026-01-02T03:04:05+0130", datetime).utcoffset().total_seconds() == 5400


def test_unions() -> None:
    both: Any = Union[Cat, Dog]
    told: Any = Annotated[both, PropertyInfo(discriminator="kind")]
    for kind in (both, told):
        assert type(decode({"kind": "dog"}, kind)) is Dog
        assert type(decode({"kind": "cat", "name": "x"}, kind)) is Cat
        assert decode("text", kind) == "text"
        assert decode(None, Optional[kind]) is None
    assert type(decode({"kind": "cow"}, told)) is Cat
    assert type(decode({"id": "a", "extra": "b"}, Union[Plain, Rich])) is Rich
    assert type(decode({"id": "a"}, Union[Plain, Rich])) is Plain
    assert type(decode({"id": "a"}, Union[Rich, Dog])) is Rich
    assert decode(3, Union[float, int]) == 3 and type(decode(3, Union[float, int])) is int
    assert type(decode(3, Union[float, str])) is float
    assert decode("2026-01-02", Union[date, str]) == "2026-01-02"
    assert decode("2026-01-02", Union[date, int]) == date(2026, 1, 2)
    assert [type(one) for one in decode([{"kind": "dog", "name": "d"}], Union[str, List[Cat], List[both]])] == [Dog]
    assert type(decode({"a": {"name": "t"}}, Union[Dog, Dict[str, Tool]])["a"]) is Tool
    assert type(decode({"kind": "dog", "name": "d"}, Union[Dog, Dict[str, Tool]])) is Dog
    assert decode([{"x": 1}], Union[str, Dict[str, str]]) == [{"x": 1}]


def test_recursion() -> None:
    node = decode(
        {"name": "a", "children": [{"name": "b", "server": {"qualifiedName": "s", "node": {"name": "c"}}}]}, Node
    )
    assert node.children[0].server.node.name == "c"
    assert type(node.children[0].server) is Model
    value = decode({"a": ["x", 1, None, {"b": {"name": "t"}}]}, Json)
    assert type(value["a"][3]["b"]) is Tool


def test_extra_of_a_type() -> None:
    bag = decode({"name": "n", "hammer": {"name": "h"}}, Bag)
    assert type(bag.hammer) is Tool
    assert bag.to_dict() == {"name": "n", "hammer": {"name": "h"}}


def test_pickle_and_copy() -> None:
    model = decode({"qualifiedName": "q", "useCount": 1, "owner": {"type": "team"}, "x": [1]}, Model)
    again = pickle.loads(pickle.dumps(model))
    assert again == model and again.x == [1] and type(again.owner) is OwnerTeam
    assert model.model_copy(update={"use_count": 2}).use_count == 2


def test_constructors() -> None:
    assert Tool(name="a").weight is None
    made = Model.model_construct(qualified_name="q", tools=[{"name": "t"}])
    assert type(made.tools[0]) is Tool and made.model_fields_set == {"qualified_name", "tools"}  # type: ignore[index]
    assert Model.construct(qualified_name="q").qualified_name == "q"
    with pytest.raises(ValueError):
        Tool(name=1)  # type: ignore[arg-type]


def test_fixtures_by_python_names() -> None:
    values: Dict[str, Any] = {"qualified_name": "q", "use_count": 1, "created_at": datetime(2026, 1, 1)}
    by_name = Model(**values)
    assert by_name == Model.model_validate(values)
    assert (by_name.qualified_name, by_name.use_count, by_name.model_extra) == ("q", 1, {})
    assert by_name.to_dict(mode="json") == {"qualifiedName": "q", "useCount": 1, "createdAt": "2026-01-01T00:00:00"}
    # What a model prints of itself makes it again, by either kind of name.
    for names in (True, False):
        assert Model(**by_name.model_dump(by_alias=names, exclude_unset=True)) == by_name
    with pytest.raises(ValueError):
        Model(**{**values, "use_count": "many"})


def test_many_threads_at_first_use() -> None:
    class A(BaseModel):
        x: Optional[int] = None

        b: Optional[List[Optional[Dict[str, Tool]]]] = None

    out: List[Any] = []
    barrier = threading.Barrier(16)

    def work() -> None:
        barrier.wait()
        out.append(decode({"x": 1, "b": [{"c": {"name": "n"}}]}, A))

    threads = [threading.Thread(target=work) for _ in range(16)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(out) == 16 and all(type(one.b[0]["c"]) is Tool for one in out)


def test_plain_decoding_builds_no_schema() -> None:
    decode({"qualifiedName": "q", "owner": {"type": "team"}}, Model)

    class Fresh(BaseModel):
        tool: Optional[Tool] = None

    assert type(decode({"tool": {"name": "a"}}, Fresh).tool) is Tool
    assert not Fresh.__pydantic_complete__


class _Details(TypedDict, total=False):
    display_name: Annotated[str, PropertyInfo(alias="displayName")]
    note: str


class _Publication(TypedDict, total=False):
    publish_at: Required[Annotated[Union[str, datetime], PropertyInfo(alias="publishAt", format="iso8601")]]
    is_public: Annotated[bool, PropertyInfo(alias="isPublic")]


class _OfDetails(TypedDict, total=False):
    data: Required[_Details]


class _OfPublications(TypedDict, total=False):
    data: Required[Union[_Publication, Iterable[_Publication]]]


_Tree = TypeAliasType("_Tree", "Union[str, List[_Tree], _OfTree]")


class _OfTree(TypedDict, total=False):
    sub_tree: Required[Annotated[_Tree, PropertyInfo(alias="subTree")]]


@pytest.mark.parametrize(
    ("kind", "value", "sent"),
    [
        # Arguments that are not given are no reason to prefer the variant that has them.
        (
            Union[_Details, _Publication],
            {"display_name": omit, "note": omit, "publish_at": "2026", "is_public": omit},
            {"publishAt": "2026"},
        ),
        (Union[_Publication, _Details], {"display_name": "d", "publish_at": omit}, {"displayName": "d"}),
        # Nothing is required of the first variant, and it knows none of the keys.
        (Union[_Details, _Publication], {"is_public": True}, {"isPublic": True}),
        # `anyOf` allows a mixture.
        (
            Union[_Details, _Publication],
            {"display_name": "d", "publish_at": date(2026, 1, 2)},
            {"displayName": "d", "publishAt": "2026-01-02"},
        ),
        # Variants that only differ further in.
        (Union[_OfDetails, _OfPublications], {"data": {"is_public": True}}, {"data": {"isPublic": True}}),
        (Union[_OfDetails, _OfPublications], {"data": [{"is_public": True}]}, {"data": [{"isPublic": True}]}),
        (Union[List[_Details], List[_Publication]], [{"is_public": True}], [{"isPublic": True}]),
        (Union[_Details, Dict[str, _Publication]], {"a": {"is_public": True}}, {"a": {"isPublic": True}}),
        (Union[str, Iterable[str], Iterable[_Publication]], iter([{"is_public": True}]), [{"isPublic": True}]),
        # A union within an alias that holds itself.
        (_Tree, [{"sub_tree": [{"sub_tree": "leaf"}]}], [{"subTree": [{"subTree": "leaf"}]}]),
        (Union[_Details, _Tree], {"sub_tree": "leaf"}, {"subTree": "leaf"}),
        # Texts, models and dates are what they are.
        (Union[_Details, str], "display_name", "display_name"),
        (Union[_Details, List[_Details]], Tool(name="t"), {"name": "t"}),
        (List[Tool], Tool(name="t"), {"name": "t"}),
        (Union[_Details, Annotated[date, PropertyInfo(format="iso8601")]], date(2026, 1, 2), "2026-01-02"),
        # Bytes are sent in the alphabet of the document.
        (Annotated[Union[str, bytes], PropertyInfo(format="base64")], b"\xfb\xff", "+/8="),
        (Annotated[Union[str, bytes], PropertyInfo(format="base64url")], b"\xfb\xff", "-_8="),
    ],
)
def test_transform_of_unions(kind: object, value: object, sent: object) -> None:
    assert transform(value, kind) == sent


def test_transform_looks_at_each_part_once() -> None:
    # Two variants that only a leaf tells apart: looked at anew at each level this would take 2 ** 40 steps.
    value: Dict[str, object] = {"right_leaf": 1}
    for _ in range(40):
        value = {"child": value, "leaf": 1}
    sent: Any = transform(value, Union[_Left, _Right])
    for _ in range(40):
        sent = sent["child"]
    assert sent == {"rightLeaf": 1}


class _Left(TypedDict, total=False):
    child: "Union[_Left, _Right]"
    leaf: int
    left_leaf: Annotated[int, PropertyInfo(alias="leftLeaf")]


class _Right(TypedDict, total=False):
    child: "Union[_Left, _Right]"
    leaf: int
    right_leaf: Annotated[int, PropertyInfo(alias="rightLeaf")]


def test_transform() -> None:
    import io
    from pathlib import Path

    from acme.types import ServerCreateParams

    sent = transform(
        {
            "qualified_name": "q",
            "created_at": datetime(2026, 1, 2, tzinfo=timezone.utc),
            "day": date(2026, 1, 2),
            "icon": io.BytesIO(b"abc"),
            "labels": {"a_b": "c"},
            "tools": iter([{"tool_name": "a", "parent": {"tool_name": "b", "unknown_key": 1}}]),
            "owner": {"type": "person", "first_name": "f"},
            "tags": ("a", "b"),
            "more_to_come": Tool(name="t"),
        },
        ServerCreateParams,
    )
    assert sent == {
        "qualifiedName": "q",
        "createdAt": "2026-01-02T00:00:00+00:00",
        "day": "2026-01-02",
        "icon": "YWJj",
        "labels": {"a_b": "c"},
        "tools": [{"toolName": "a", "parent": {"toolName": "b", "unknown_key": 1}}],
        "owner": {"type": "person", "firstName": "f"},
        "tags": ["a", "b"],
        "more_to_come": {"name": "t"},
    }
    assert transform({"day": None, "tags": None}, ServerCreateParams) == {"day": None, "tags": None}
    assert transform({"icon": Path(__file__)}, ServerCreateParams)["icon"].startswith("IiIi")
    assert transform({"icon": "given"}, ServerCreateParams) == {"icon": "given"}
    model = decode({"qualifiedName": "q", "createdAt": "2026-01-02T00:00:00Z", "new": 1}, Model)
    assert transform(model, ServerCreateParams) == {"qualifiedName": "q", "createdAt": "2026-01-02T00:00:00Z", "new": 1}
    # A text is never a list of its letters.
    assert transform({"tags": "ab"}, ServerCreateParams) == {"tags": "ab"}
