from __future__ import annotations

from pydantic import Field as FieldInfo

from .._models import BaseModel

__all__ = ["DeleteSkillResponse"]


class DeleteSkillResponse(BaseModel):
    qualified_name: str = FieldInfo(alias="qualifiedName")

    success: bool
