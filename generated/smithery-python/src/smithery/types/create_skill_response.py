from __future__ import annotations

from pydantic import Field as FieldInfo

from .._models import BaseModel

__all__ = ["CreateSkillResponse"]


class CreateSkillResponse(BaseModel):
    id: str

    created_at: str = FieldInfo(alias="createdAt")

    description: str

    display_name: str = FieldInfo(alias="displayName")

    git_url: str = FieldInfo(alias="gitUrl")

    listed: bool

    namespace: str

    slug: str
