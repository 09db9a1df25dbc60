from __future__ import annotations

from typing import Generic, TypeVar, ClassVar

from pydantic import Field as FieldInfo

from ._models import BaseModel
from ._pagination import (
    Header,
    BasePage,
    PageScheme,
    BaseSyncPage,
    CursorScheme,
    OffsetScheme,
    BaseAsyncPage,
    CursorIDScheme,
    CursorURLScheme,
    PageNumberScheme,
)

__all__ = ["ServersPagePagination", "SyncServersPage", "AsyncServersPage"]

_T = TypeVar("_T")

_SERVERS_PAGE = PageNumberScheme(
    items=("servers",), page="page", current=("pagination", "currentPage"), total=("pagination", "totalPages")
)
_OFFSET_PAGE = OffsetScheme(items=("data", "things"), offset="offset", total=Header("X-Total"))
_CURSOR_PAGE = CursorScheme(
    items=("items",), cursor="cursor", next=("next",), previous_cursor="before", previous=("prev",), location="body"
)
_HEADER_PAGE = CursorScheme(items=(), cursor="cursor", next=Header("X-Next-Cursor"))
_ID_PAGE = CursorIDScheme(items=("data",), after="after_id", before="before_id", has_more=("has_more",))
_URL_PAGE = CursorURLScheme(items=("results",), next=("next",))
_LINK_PAGE = CursorURLScheme(items=(), next=Header("Link"))
_PLAIN_PAGE = PageScheme(items=("data",))
_BLIND_PAGE = PageNumberScheme(items=("data",), page="page", first=0)


class ServersPagePagination(BaseModel):
    current_page: int | None = FieldInfo(alias="currentPage", default=None)

    total_pages: int | None = FieldInfo(alias="totalPages", default=None)


class OffsetPageData(BaseModel, Generic[_T]):
    things: list[_T] | None = None


class SyncServersPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _SERVERS_PAGE

    servers: list[_T]

    pagination: ServersPagePagination | None = None


class AsyncServersPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _SERVERS_PAGE

    servers: list[_T]

    pagination: ServersPagePagination | None = None


class SyncCursorPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _CURSOR_PAGE

    items: list[_T]

    next: str | None = None

    prev: str | None = None


class AsyncCursorPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _CURSOR_PAGE

    items: list[_T]

    next: str | None = None

    prev: str | None = None


class SyncHeaderPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _HEADER_PAGE

    items: list[_T]


class AsyncHeaderPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _HEADER_PAGE

    items: list[_T]


class SyncIDPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _ID_PAGE

    data: list[_T]

    has_more: bool | None = None


class AsyncIDPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _ID_PAGE

    data: list[_T]

    has_more: bool | None = None


class SyncURLPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _URL_PAGE

    results: list[_T]

    next: str | None = None


class AsyncURLPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _URL_PAGE

    results: list[_T]

    next: str | None = None


class SyncLinkPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _LINK_PAGE

    items: list[_T]


class AsyncLinkPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _LINK_PAGE

    items: list[_T]


class SyncPlainPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _PLAIN_PAGE

    data: list[_T]


class AsyncPlainPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _PLAIN_PAGE

    data: list[_T]


class SyncBlindPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _BLIND_PAGE

    data: list[_T]


class AsyncBlindPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _BLIND_PAGE

    data: list[_T]


class SyncOffsetPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _OFFSET_PAGE

    data: OffsetPageData[_T] | None = None


class AsyncOffsetPage(BaseAsyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = _OFFSET_PAGE

    data: OffsetPageData[_T] | None = None
