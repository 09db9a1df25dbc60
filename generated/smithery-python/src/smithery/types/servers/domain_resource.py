from __future__ import annotations

from typing_extensions import Literal

from pydantic import Field as FieldInfo

from ..._models import BaseModel

__all__ = ["DomainResource"]


class DomainResource(BaseModel):
    id: Literal["managed"]

    created_at: str = FieldInfo(alias="createdAt")

    hostname: str

    subdomain: str

    type: Literal["managed"]

    updated_at: str = FieldInfo(alias="updatedAt")
