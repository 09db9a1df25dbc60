from __future__ import annotations

from typing_extensions import Literal

from pydantic import Field as FieldInfo

from .._models import BaseModel
from .config_schema import ConfigSchema

__all__ = ["StdioConnection"]


class StdioConnection(BaseModel):
    bundle_url: str = FieldInfo(alias="bundleUrl")

    config_schema: ConfigSchema = FieldInfo(alias="configSchema")

    runtime: Literal["node", "binary", "python", "bun"]

    type: Literal["stdio"]
