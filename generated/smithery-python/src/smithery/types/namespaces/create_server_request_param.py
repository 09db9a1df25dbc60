from __future__ import annotations

from typing_extensions import Annotated, TypedDict

from ..._transform import PropertyInfo

__all__ = ["CreateServerRequestParam"]


class CreateServerRequestParam(TypedDict, total=False):
    description: str

    display_name: Annotated[str, PropertyInfo(alias="displayName")]
