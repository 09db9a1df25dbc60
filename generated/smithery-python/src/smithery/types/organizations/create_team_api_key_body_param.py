from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = ["CreateTeamAPIKeyBodyParam"]


class CreateTeamAPIKeyBodyParam(TypedDict, total=False):
    name: Required[str]
    """Name for the team API key"""
