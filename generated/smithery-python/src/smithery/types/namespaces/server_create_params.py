from __future__ import annotations

from typing_extensions import Required, Annotated, TypedDict

from ..._transform import PropertyInfo

__all__ = ["ServerCreateParams"]


class ServerCreateParams(TypedDict, total=False):
    namespace: Required[str]

    description: str

    display_name: Annotated[str, PropertyInfo(alias="displayName")]
