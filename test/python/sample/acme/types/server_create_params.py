from __future__ import annotations

from typing import Iterable
from datetime import date, datetime
from typing_extensions import Literal, Required, Annotated, TypeAlias, TypedDict

from .._types import SequenceNotStr, Base64FileInput
from .._transform import PropertyInfo

__all__ = ["ServerCreateParams", "Tool", "Owner", "OwnerPerson", "OwnerTeam"]


class ServerCreateParams(TypedDict, total=False):
    qualified_name: Required[Annotated[str, PropertyInfo(alias="qualifiedName")]]

    created_at: Annotated[str | datetime, PropertyInfo(alias="createdAt", format="iso8601")]

    day: Annotated[str | date | None, PropertyInfo(format="iso8601")]

    icon: Annotated[str | Base64FileInput, PropertyInfo(format="base64")]

    labels: dict[str, str]

    note: str | None

    owner: Owner

    tags: SequenceNotStr[str]

    tools: Iterable[Tool]


class Tool(TypedDict, total=False):
    tool_name: Required[Annotated[str, PropertyInfo(alias="toolName")]]

    parent: Tool


class OwnerPerson(TypedDict, total=False):
    type: Required[Literal["person"]]

    first_name: Annotated[str, PropertyInfo(alias="firstName")]


class OwnerTeam(TypedDict, total=False):
    type: Required[Literal["team"]]

    first_name: Annotated[str, PropertyInfo(alias="first-name")]


Owner: TypeAlias = OwnerPerson | OwnerTeam
