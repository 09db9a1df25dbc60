from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = ["SkillDeleteParams"]


class SkillDeleteParams(TypedDict, total=False):
    namespace: Required[str]
