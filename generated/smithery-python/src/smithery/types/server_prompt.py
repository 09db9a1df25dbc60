from __future__ import annotations

from typing import List, Optional

from .._models import BaseModel

__all__ = ["Argument", "ServerPrompt"]


class Argument(BaseModel):
    name: str

    description: Optional[str] = None

    required: Optional[bool] = None


class ServerPrompt(BaseModel):
    name: str

    arguments: Optional[List[Argument]] = None

    description: Optional[str] = None
