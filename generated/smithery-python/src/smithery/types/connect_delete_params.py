from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = ["ConnectDeleteParams"]


class ConnectDeleteParams(TypedDict, total=False):
    namespace: Required[str]
