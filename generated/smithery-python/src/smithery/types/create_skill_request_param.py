from __future__ import annotations

from typing_extensions import Required, Annotated, TypedDict

from .._transform import PropertyInfo

__all__ = ["CreateSkillRequestParam"]


class CreateSkillRequestParam(TypedDict, total=False):
    git_url: Required[Annotated[str, PropertyInfo(alias="gitUrl")]]
    """GitHub URL pointing to a repository with SKILL.md"""

    namespace: Required[str]
    """The namespace to create the skill in."""

    slug: Required[str]
    """URL-friendly identifier for the skill."""
