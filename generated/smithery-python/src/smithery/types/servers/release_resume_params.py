from __future__ import annotations

from typing_extensions import Required, Annotated, TypedDict

from ..._transform import PropertyInfo

__all__ = ["ReleaseResumeParams"]


class ReleaseResumeParams(TypedDict, total=False):
    qualified_name: Required[Annotated[str, PropertyInfo(alias="qualifiedName")]]
    """
    The server's qualified name (e.g. 'namespace/server' or 'namespace' for
    namespace-only servers). Use %2F to encode the slash.
    """
