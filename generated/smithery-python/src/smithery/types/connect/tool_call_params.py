from __future__ import annotations

from typing_extensions import Required, Annotated, TypedDict

from ..._transform import PropertyInfo
from .loose_object_param import LooseObjectParam

__all__ = ["ToolCallParams"]


class ToolCallParams(TypedDict, total=False):
    namespace: Required[str]

    connection_id: Required[Annotated[str, PropertyInfo(alias="connectionId")]]

    body: Required[LooseObjectParam]
