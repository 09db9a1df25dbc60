from __future__ import annotations

from .._models import BaseModel

__all__ = ["DeleteNamespaceResponse"]


class DeleteNamespaceResponse(BaseModel):
    name: str

    success: bool
