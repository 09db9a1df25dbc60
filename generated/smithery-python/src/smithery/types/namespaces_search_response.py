from __future__ import annotations

from typing import List

from pydantic import Field as FieldInfo

from .._models import BaseModel
from .namespace_search_result import NamespaceSearchResult

__all__ = ["Pagination", "NamespacesSearchResponse"]


class Pagination(BaseModel):
    current_page: int = FieldInfo(alias="currentPage")

    page_size: int = FieldInfo(alias="pageSize")

    total_count: int = FieldInfo(alias="totalCount")

    total_pages: int = FieldInfo(alias="totalPages")


class NamespacesSearchResponse(BaseModel):
    namespaces: List[NamespaceSearchResult]

    pagination: Pagination
