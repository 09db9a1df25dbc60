from __future__ import annotations

from pydantic import Field as FieldInfo

from ..._models import BaseModel

__all__ = ["ToolOutputSchemaResponse"]


class ToolOutputSchemaResponse(BaseModel):
    qualified_name: str = FieldInfo(alias="qualifiedName")

    sample_count: float = FieldInfo(alias="sampleCount")

    tool_name: str = FieldInfo(alias="toolName")

    zod_schema: str = FieldInfo(alias="zodSchema")
