from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = ["SkillGetParams"]


class SkillGetParams(TypedDict, total=False):
    namespace: Required[str]
