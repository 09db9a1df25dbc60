from __future__ import annotations

from typing import Optional

from pydantic import Field as FieldInfo

from .._models import BaseModel

__all__ = ["PutSkillResponse"]


class PutSkillResponse(BaseModel):
    id: str

    created_at: str = FieldInfo(alias="createdAt")

    description: str

    display_name: str = FieldInfo(alias="displayName")

    external_stars: float = FieldInfo(alias="externalStars")

    git_url: Optional[str] = FieldInfo(alias="gitUrl", default=None)

    listed: bool

    namespace: str

    slug: str

    updated_at: str = FieldInfo(alias="updatedAt")
