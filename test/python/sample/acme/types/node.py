from __future__ import annotations

from typing import List, Optional

from .._models import BaseModel

__all__ = ["Node"]


class Node(BaseModel):
    name: str

    children: Optional[List[Node]] = None

    server: Optional[Server] = None


from .server import Server
