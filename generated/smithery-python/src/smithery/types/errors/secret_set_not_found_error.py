from __future__ import annotations

from ..._models import BaseModel

__all__ = ["SecretSetNotFoundError"]


class SecretSetNotFoundError(BaseModel):
    error: str
