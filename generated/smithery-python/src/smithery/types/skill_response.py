from __future__ import annotations

from typing import List, Optional

from pydantic import Field as FieldInfo

from .._models import BaseModel

__all__ = ["SkillResponse"]


class SkillResponse(BaseModel):
    id: str

    categories: List[str]

    created_at: str = FieldInfo(alias="createdAt")

    description: str

    display_name: str = FieldInfo(alias="displayName")

    external_forks: float = FieldInfo(alias="externalForks")

    external_stars: float = FieldInfo(alias="externalStars")

    git_url: Optional[str] = FieldInfo(alias="gitUrl", default=None)

    listed: bool

    namespace: str

    owner: Optional[str] = None
    """Organization ID of the skill owner (from namespace)"""

    prompt: str

    quality_score: float = FieldInfo(alias="qualityScore")

    servers: List[str]

    slug: str

    total_activations: float = FieldInfo(alias="totalActivations")

    unique_users: float = FieldInfo(alias="uniqueUsers")

    verified: bool
    """Whether this skill's namespace is verified."""
