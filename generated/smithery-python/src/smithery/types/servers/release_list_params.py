from __future__ import annotations

from typing_extensions import Annotated, TypedDict

from ..._transform import PropertyInfo

__all__ = ["ReleaseListParams"]


class ReleaseListParams(TypedDict, total=False):
    page: int

    page_size: Annotated[int, PropertyInfo(alias="pageSize")]
