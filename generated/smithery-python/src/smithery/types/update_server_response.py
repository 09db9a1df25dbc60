from __future__ import annotations

from .._models import BaseModel

__all__ = ["UpdateServerResponse"]


class UpdateServerResponse(BaseModel):
    namespace: str

    server: str

    success: bool
