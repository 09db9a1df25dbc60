from __future__ import annotations

from typing_extensions import Required, Annotated, TypedDict

from ..._transform import PropertyInfo

__all__ = ["ToolGetParams"]


class ToolGetParams(TypedDict, total=False):
    namespace: Required[str]

    connection_id: Required[Annotated[str, PropertyInfo(alias="connectionId")]]
