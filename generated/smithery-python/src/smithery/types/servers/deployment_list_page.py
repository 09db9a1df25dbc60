from __future__ import annotations

from typing import List, Optional

from pydantic import Field as FieldInfo

from ..._models import BaseModel

__all__ = ["Pagination", "Release", "DeploymentListPage"]


class Pagination(BaseModel):
    current_page: int = FieldInfo(alias="currentPage")

    page_size: int = FieldInfo(alias="pageSize")

    total_count: int = FieldInfo(alias="totalCount")

    total_pages: int = FieldInfo(alias="totalPages")


class Release(BaseModel):
    id: str

    created_at: str = FieldInfo(alias="createdAt")
    """ISO 8601 timestamp of when the release was created."""

    status: str
    """
    Current status: QUEUED, WORKING, SUCCESS, FAILURE, FAILURE_SCAN, AUTH_REQUIRED,
    AUTH_TIMEOUT, CANCELLED, or INTERNAL_ERROR.
    """

    type: str
    """
    Release type: hosted_shttp (Smithery-hosted), external_shttp (external URL), or
    stdio (local binary).
    """

    updated_at: str = FieldInfo(alias="updatedAt")
    """ISO 8601 timestamp of the last status change."""

    branch: Optional[str] = None
    """Git branch this release was built from."""

    commit: Optional[str] = None
    """Git commit SHA that triggered this release."""

    commit_message: Optional[str] = FieldInfo(alias="commitMessage", default=None)
    """Git commit message associated with this release."""

    mcp_url: Optional[str] = FieldInfo(alias="mcpUrl", default=None)
    """The MCP endpoint URL for connecting to this server."""

    upstream_url: Optional[str] = FieldInfo(alias="upstreamUrl", default=None)
    """Upstream MCP server URL. Present only for external releases."""


class DeploymentListPage(BaseModel):
    pagination: Pagination

    releases: List[Release]
