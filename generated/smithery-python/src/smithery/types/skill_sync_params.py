from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = ["SkillSyncParams"]


class SkillSyncParams(TypedDict, total=False):
    namespace: Required[str]
