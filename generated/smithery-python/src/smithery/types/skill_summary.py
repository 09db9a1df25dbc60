from __future__ import annotations

from typing import List, Optional

from pydantic import Field as FieldInfo

from .._models import BaseModel

__all__ = ["SkillSummary"]


class SkillSummary(BaseModel):
    id: str

    created_at: str = FieldInfo(alias="createdAt")
    """ISO 8601 timestamp of when the skill was created."""

    description: str

    display_name: str = FieldInfo(alias="displayName")

    listed: bool
    """Whether this skill is publicly listed in the registry."""

    namespace: str
    """Namespace that owns this skill."""

    prompt: Optional[str] = None
    """The prompt template for this skill, or null if not publicly visible."""

    quality_score: float = FieldInfo(alias="qualityScore")
    """Computed quality score from 0 to 1."""

    slug: str
    """URL-friendly short name within the namespace."""

    verified: bool
    """Whether this skill's namespace is verified."""

    categories: Optional[List[str]] = None
    """List of categories this skill belongs to."""

    external_forks: Optional[float] = FieldInfo(alias="externalForks", default=None)
    """GitHub fork count of the source repository, if applicable."""

    external_stars: Optional[float] = FieldInfo(alias="externalStars", default=None)
    """GitHub star count of the source repository, if applicable."""

    git_url: Optional[str] = FieldInfo(alias="gitUrl", default=None)
    """URL to the skill's source repository."""

    servers: Optional[List[str]] = None
    """Qualified names of MCP servers this skill depends on."""

    total_activations: Optional[float] = FieldInfo(alias="totalActivations", default=None)
    """Total number of times this skill has been activated."""

    unique_users: Optional[float] = FieldInfo(alias="uniqueUsers", default=None)
    """Number of distinct users who have activated this skill."""
