from __future__ import annotations

from pydantic import Field as FieldInfo

from ..._models import BaseModel

__all__ = ["ResumeResponse"]


class ResumeResponse(BaseModel):
    deployment_id: str = FieldInfo(alias="deploymentId")

    status: str
