from __future__ import annotations

from datetime import date, datetime
from typing_extensions import Literal, Annotated, TypeAlias

from pydantic import Field as FieldInfo

from .._models import BaseModel
from .._transform import PropertyInfo

__all__ = ["Server", "Tool", "Owner", "OwnerPerson", "OwnerTeam"]


class Tool(BaseModel):
    name: str

    weight: float | None = None


class OwnerPerson(BaseModel):
    type: Literal["person"]

    born: date | None = None


class OwnerTeam(BaseModel):
    type: Literal["team"]

    lead: Node | None = None


Owner: TypeAlias = Annotated[OwnerPerson | OwnerTeam, PropertyInfo(discriminator="type")]


class Server(BaseModel):
    qualified_name: str = FieldInfo(alias="qualifiedName")

    use_count: int = FieldInfo(alias="useCount")

    created_at: datetime | None = FieldInfo(alias="createdAt", default=None)

    from_: str | None = FieldInfo(alias="from", default=None)

    node: Node | None = None

    owner: Owner | None = None

    scores: dict[str, float] | None = None

    state: Literal["up", "down"] | None = None

    tools: list[Tool] | None = None


from .node import Node
