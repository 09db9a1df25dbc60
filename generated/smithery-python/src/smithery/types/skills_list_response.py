from __future__ import annotations

from typing import List

from pydantic import Field as FieldInfo

from .._models import BaseModel
from .skill_summary import SkillSummary

__all__ = ["Pagination", "SkillsListResponse"]


class Pagination(BaseModel):
    current_page: int = FieldInfo(alias="currentPage")
    """Current page number (1-indexed)."""

    page_size: int = FieldInfo(alias="pageSize")
    """Number of results per page."""

    total_count: int = FieldInfo(alias="totalCount")
    """Total number of matching skills."""

    total_pages: int = FieldInfo(alias="totalPages")
    """Total number of pages available."""


class SkillsListResponse(BaseModel):
    pagination: Pagination

    skills: List[SkillSummary]
