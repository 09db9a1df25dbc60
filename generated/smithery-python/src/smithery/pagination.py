"""Pages of lists: iterating over one goes through the items of all that follow."""

from __future__ import annotations

from typing import List, Generic, TypeVar, ClassVar, Optional

from pydantic import Field as FieldInfo

from ._models import BaseModel
from ._pagination import BasePage, PageScheme, BaseSyncPage, CursorScheme, BaseAsyncPage, PageNumberScheme

__all__ = [
    "SyncServersPage",
    "AsyncServersPage",
    "SyncSkillsPage",
    "AsyncSkillsPage",
    "SyncNamespacesPage",
    "AsyncNamespacesPage",
    "SyncReleasesPage",
    "AsyncReleasesPage",
    "SyncConnectionsPage",
    "AsyncConnectionsPage",
]

_T = TypeVar("_T")

_SERVERS_PAGE = PageNumberScheme(
    items=("servers",), page="page", current=("pagination", "currentPage"), total=("pagination", "totalPages")
)
_SKILLS_PAGE = PageNumberScheme(
    items=("skills",), page="page", current=("pagination", "currentPage"), total=("pagination", "totalPages")
)
_NAMESPACES_PAGE = PageNumberScheme(
    items=("namespaces",), page="page", current=("pagination", "currentPage"), total=("pagination", "totalPages")
)
_RELEASES_PAGE = PageNumberScheme(
    items=("releases",), page="page", current=("pagination", "currentPage"), total=("pagination", "totalPages")
)
_CONNECTIONS_PAGE = CursorScheme(items=("connections",), cursor="cursor", next=("nextCursor",))


class ServersPagePagination(BaseModel):
    current_page: Optional[int] = FieldInfo(alias="currentPage", default=None)

    page_size: Optional[int] = FieldInfo(alias="pageSize", default=None)

    total_count: Optional[int] = FieldInfo(alias="totalCount", default=None)

    total_pages: Optional[int] = FieldInfo(alias="totalPages", default=None)


class SkillsPagePagination(BaseModel):
    current_page: Optional[int] = FieldInfo(alias="currentPage", default=None)

    page_size: Optional[int] = FieldInfo(alias="pageSize", default=None)

    total_count: Optional[int] = FieldInfo(alias="totalCount", default=None)

    total_pages: Optional[int] = FieldInfo(alias="totalPages", default=None)


class NamespacesPagePagination(BaseModel):
    current_page: Optional[int] = FieldInfo(alias="currentPage", default=None)

    page_size: Optional[int] = FieldInfo(alias="pageSize", default=None)

    total_count: Optional[int] = FieldInfo(alias="totalCount", default=None)

    total_pages: Optional[int] = FieldInfo(alias="totalPages", default=None)


class ReleasesPagePagination(BaseModel):
    current_page: Optional[int] = FieldInfo(alias="currentPage", default=None)

    page_size: Optional[int] = FieldInfo(alias="pageSize", default=None)

    total_count: Optional[int] = FieldInfo(alias="totalCount", default=None)

    total_pages: Optional[int] = FieldInfo(alias="totalPages", default=None)


class SyncServersPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _SERVERS_PAGE

    servers: List[_T]

    pagination: Optional[ServersPagePagination] = None


class AsyncServersPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _SERVERS_PAGE

    servers: List[_T]

    pagination: Optional[ServersPagePagination] = None


class SyncSkillsPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _SKILLS_PAGE

    skills: List[_T]

    pagination: Optional[SkillsPagePagination] = None


class AsyncSkillsPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _SKILLS_PAGE

    skills: List[_T]

    pagination: Optional[SkillsPagePagination] = None


class SyncNamespacesPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _NAMESPACES_PAGE

    namespaces: List[_T]

    pagination: Optional[NamespacesPagePagination] = None


class AsyncNamespacesPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _NAMESPACES_PAGE

    namespaces: List[_T]

    pagination: Optional[NamespacesPagePagination] = None


class SyncReleasesPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _RELEASES_PAGE

    releases: List[_T]

    pagination: Optional[ReleasesPagePagination] = None


class AsyncReleasesPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _RELEASES_PAGE

    releases: List[_T]

    pagination: Optional[ReleasesPagePagination] = None


class SyncConnectionsPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _CONNECTIONS_PAGE

    connections: List[_T]

    next_cursor: Optional[str] = FieldInfo(alias="nextCursor", default=None)


class AsyncConnectionsPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _CONNECTIONS_PAGE

    connections: List[_T]

    next_cursor: Optional[str] = FieldInfo(alias="nextCursor", default=None)
