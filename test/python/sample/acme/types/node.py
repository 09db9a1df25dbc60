from __future__ import annotations

from .._models import BaseModel

__all__ = ["Node"]


class Node(BaseModel):
    name: str

    children: list[Node] | None = None

    server: Server | None = None


from .server import Server
