from __future__ import annotations

from typing import Dict, List, Optional
from typing_extensions import Literal

from pydantic import Field as FieldInfo

from ..._models import BaseModel

__all__ = ["InputSchema", "Annotations", "Execution", "Icon", "OutputSchema", "Tool"]


class InputSchema(BaseModel):
    type: Literal["object"]

    properties: Optional[Dict[str, object]] = None

    required: Optional[List[str]] = None

    __pydantic_extra__: Dict[str, object] = FieldInfo(init=False)  # pyright: ignore[reportIncompatibleVariableOverride]


class Annotations(BaseModel):
    destructive_hint: Optional[bool] = FieldInfo(alias="destructiveHint", default=None)

    idempotent_hint: Optional[bool] = FieldInfo(alias="idempotentHint", default=None)

    open_world_hint: Optional[bool] = FieldInfo(alias="openWorldHint", default=None)

    read_only_hint: Optional[bool] = FieldInfo(alias="readOnlyHint", default=None)

    title: Optional[str] = None


class Execution(BaseModel):
    task_support: Optional[Literal["required", "optional", "forbidden"]] = FieldInfo(alias="taskSupport", default=None)


class Icon(BaseModel):
    src: str

    mime_type: Optional[str] = FieldInfo(alias="mimeType", default=None)

    sizes: Optional[List[str]] = None

    theme: Optional[Literal["light", "dark"]] = None


class OutputSchema(BaseModel):
    type: Literal["object"]

    properties: Optional[Dict[str, object]] = None

    required: Optional[List[str]] = None

    __pydantic_extra__: Dict[str, object] = FieldInfo(init=False)  # pyright: ignore[reportIncompatibleVariableOverride]


class Tool(BaseModel):
    input_schema: InputSchema = FieldInfo(alias="inputSchema")

    name: str

    meta: Optional[Dict[str, object]] = FieldInfo(alias="_meta", default=None)

    annotations: Optional[Annotations] = None

    description: Optional[str] = None

    execution: Optional[Execution] = None

    icons: Optional[List[Icon]] = None

    output_schema: Optional[OutputSchema] = FieldInfo(alias="outputSchema", default=None)

    title: Optional[str] = None
