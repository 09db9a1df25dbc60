"""Base classes of the generated clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ._call import (
    DEFAULT_TIMEOUT as DEFAULT_TIMEOUT,
    DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES,
    DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS,
    CopyOptions as CopyOptions,
)
from ._retry import RetrySettings as RetrySettings
from ._types import RequestOptions
from ._sync.client import Requester
from ._async.client import AsyncRequester
from ._sync.connection import DefaultHttpxClient as DefaultHttpxClient
from ._async.connection import DefaultAsyncHttpxClient as DefaultAsyncHttpxClient

if TYPE_CHECKING:
    from ._pagination import BaseSyncPage, BaseAsyncPage, AsyncPaginator

_SyncPageT = TypeVar("_SyncPageT", bound="BaseSyncPage[Any]")
_AsyncPageT = TypeVar("_AsyncPageT", bound="BaseAsyncPage[Any]")


class SyncAPIClient(Requester):
    """Base client: options and HTTP verbs."""

    def get_api_list(
        self,
        path: str,
        *,
        page: type[_SyncPageT],
        body: object = None,
        options: RequestOptions | None = None,
        method: str = "get",
    ) -> _SyncPageT:
        """Requests the first page of a list."""
        return self.request(method, path, cast_to=page, body=body, options=options)


class AsyncAPIClient(AsyncRequester):
    """Base client: options and HTTP verbs."""

    def get_api_list(
        self,
        path: str,
        *,
        page: type[_AsyncPageT],
        body: object = None,
        options: RequestOptions | None = None,
        method: str = "get",
    ) -> AsyncPaginator[Any, _AsyncPageT]:
        """A list. Its first page is requested when it is awaited or iterated over."""
        from ._paginator import AsyncPaginator

        return AsyncPaginator(lambda: self.request(method, path, cast_to=page, body=body, options=options))
