from __future__ import annotations

from typing import Dict, List, Union, Optional
from datetime import date, datetime
from typing_extensions import Literal, Annotated, TypeAlias

from pydantic import Field as FieldInfo

from .._models import BaseModel
from .._transform import PropertyInfo

__all__ = ["Server", "Tool", "Owner", "OwnerPerson", "OwnerTeam"]


class Tool(BaseModel):
    name: str

    weight: Optional[float] = None


class OwnerPerson(BaseModel):
    type: Literal["person"]

    born: Optional[date] = None


class OwnerTeam(BaseModel):
    type: Literal["team"]

    lead: Optional[Node] = None


Owner: TypeAlias = Annotated[Union[OwnerPerson, OwnerTeam], PropertyInfo(discriminator="type")]


class Server(BaseModel):
    qualified_name: str = FieldInfo(alias="qualifiedName")

    use_count: int = FieldInfo(alias="useCount")

    created_at: Optional[datetime] = FieldInfo(alias="createdAt", default=None)

    from_: Optional[str] = FieldInfo(alias="from", default=None)

    node: Optional[Node] = None

    owner: Optional[Owner] = None

    scores: Optional[Dict[str, float]] = None

    state: Optional[Literal["up", "down"]] = None

    tools: Optional[List[Tool]] = None


from .node import Node
