from __future__ import annotations

from typing import Optional
from typing_extensions import Annotated, TypedDict

from .._transform import PropertyInfo

__all__ = ["ServerUpdateParams"]


class ServerUpdateParams(TypedDict, total=False):
    backlink_url: Annotated[Optional[str], PropertyInfo(alias="backlinkUrl")]

    description: str

    display_name: Annotated[str, PropertyInfo(alias="displayName")]

    homepage: Optional[str]

    icon_url: Annotated[Optional[str], PropertyInfo(alias="iconUrl")]

    license: Optional[str]

    repository_url: Annotated[Optional[str], PropertyInfo(alias="repositoryUrl")]

    unlisted: bool
