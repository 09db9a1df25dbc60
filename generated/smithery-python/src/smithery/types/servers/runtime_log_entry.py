from __future__ import annotations

from ..._models import BaseModel

__all__ = ["RuntimeLogEntry"]


class RuntimeLogEntry(BaseModel):
    level: str

    message: str

    timestamp: str
