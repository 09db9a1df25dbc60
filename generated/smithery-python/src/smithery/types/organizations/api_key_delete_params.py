from __future__ import annotations

from typing_extensions import Required, Annotated, TypedDict

from ..._transform import PropertyInfo

__all__ = ["APIKeyDeleteParams"]


class APIKeyDeleteParams(TypedDict, total=False):
    org_id: Required[Annotated[str, PropertyInfo(alias="orgId")]]
