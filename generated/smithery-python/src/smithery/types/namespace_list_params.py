from __future__ import annotations

from typing_extensions import Literal, Annotated, TypedDict

from .._transform import PropertyInfo

__all__ = ["NamespaceListParams"]


class NamespaceListParams(TypedDict, total=False):
    fields: str
    """Comma-separated list of fields to include in response"""

    has_servers: Annotated[Literal["0", "1", "true", "false"], PropertyInfo(alias="hasServers")]
    """Filter namespaces with servers"""

    has_skills: Annotated[Literal["0", "1", "true", "false"], PropertyInfo(alias="hasSkills")]
    """Filter namespaces with skills"""

    owner_id: Annotated[str, PropertyInfo(alias="ownerId")]
    """Filter by owner ID"""

    page: int

    page_size: Annotated[int, PropertyInfo(alias="pageSize")]

    q: str
    """Text search query (prefix match on name)"""
