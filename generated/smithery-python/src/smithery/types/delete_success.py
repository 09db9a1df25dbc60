from __future__ import annotations

from .._models import BaseModel

__all__ = ["DeleteSuccess"]


class DeleteSuccess(BaseModel):
    namespace: str

    server: str

    success: bool
