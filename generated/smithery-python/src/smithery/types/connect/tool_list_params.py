from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = ["ToolListParams"]


class ToolListParams(TypedDict, total=False):
    namespace: Required[str]
