from __future__ import annotations

from .._models import BaseModel

__all__ = ["Health"]


class Health(BaseModel):
    status: str

    timestamp: str
