from __future__ import annotations

from pydantic import Field as FieldInfo

from ..._models import BaseModel

__all__ = ["TeamAPIKeyCreated"]


class TeamAPIKeyCreated(BaseModel):
    id: str

    created_at: str = FieldInfo(alias="createdAt")

    key: str

    name: str
