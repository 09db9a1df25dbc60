from __future__ import annotations

from pydantic import Field as FieldInfo

from .._models import BaseModel

__all__ = ["SyncSkillResponse"]


class SyncSkillResponse(BaseModel):
    id: str

    description: str

    display_name: str = FieldInfo(alias="displayName")

    external_stars: float = FieldInfo(alias="externalStars")

    git_url: str = FieldInfo(alias="gitUrl")

    namespace: str

    slug: str

    updated_at: str = FieldInfo(alias="updatedAt")
