from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = ["SkillDownloadParams"]


class SkillDownloadParams(TypedDict, total=False):
    namespace: Required[str]
