from __future__ import annotations

from typing_extensions import Annotated, TypedDict

from .._transform import PropertyInfo

__all__ = ["ConnectListParams"]


class ConnectListParams(TypedDict, total=False):
    cursor: str
    """Pagination cursor from previous response's nextCursor"""

    limit: int
    """Maximum number of items to return (default 100, max 100)"""

    mcp_url: Annotated[str, PropertyInfo(alias="mcpUrl")]
    """Filter by exact MCP server URL"""

    name: str
    """Filter by exact connection name"""
