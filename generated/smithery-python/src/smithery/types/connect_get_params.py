from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = ["ConnectGetParams"]


class ConnectGetParams(TypedDict, total=False):
    namespace: Required[str]
