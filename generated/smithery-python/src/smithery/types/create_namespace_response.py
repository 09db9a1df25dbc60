from __future__ import annotations

from pydantic import Field as FieldInfo

from .._models import BaseModel

__all__ = ["CreateNamespaceResponse"]


class CreateNamespaceResponse(BaseModel):
    created_at: str = FieldInfo(alias="createdAt")

    name: str
