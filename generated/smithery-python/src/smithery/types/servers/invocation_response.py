from __future__ import annotations

from ..._models import BaseModel

__all__ = ["InvocationResponse"]


class InvocationResponse(BaseModel):
    outcome: str

    status: float
