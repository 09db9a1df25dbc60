from __future__ import annotations

from ..._models import BaseModel

__all__ = ["SecretListNotFoundError"]


class SecretListNotFoundError(BaseModel):
    error: str
