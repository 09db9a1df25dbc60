from __future__ import annotations

from ..._models import BaseModel

__all__ = ["SecretDeleteNotFoundError"]


class SecretDeleteNotFoundError(BaseModel):
    error: str
