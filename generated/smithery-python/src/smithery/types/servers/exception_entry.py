from __future__ import annotations

from ..._models import BaseModel

__all__ = ["ExceptionEntry"]


class ExceptionEntry(BaseModel):
    message: str

    name: str

    timestamp: str
