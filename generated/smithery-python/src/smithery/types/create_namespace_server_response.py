from __future__ import annotations

from pydantic import Field as FieldInfo

from .._models import BaseModel

__all__ = ["CreateNamespaceServerResponse"]


class CreateNamespaceServerResponse(BaseModel):
    created_at: str = FieldInfo(alias="createdAt")

    description: str

    display_name: str = FieldInfo(alias="displayName")

    namespace: str

    server: str
