from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = ["TriggerListParams"]


class TriggerListParams(TypedDict, total=False):
    namespace: Required[str]
