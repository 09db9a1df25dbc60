"""Lists of the async client. They are requested when they are awaited or iterated over."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, Callable, Awaitable, Generator, AsyncIterator

from ._async.pages import BaseAsyncPage

_T = TypeVar("_T")
_PageT = TypeVar("_PageT", bound=BaseAsyncPage[Any])


class AsyncPaginator(Generic[_T, _PageT]):
    """Await it to get the first page, or iterate over it to get the items of all pages."""

    def __init__(self, send: Callable[[], Awaitable[_PageT]]) -> None:
        self._send = send

    def __await__(self) -> Generator[Any, None, _PageT]:
        return self._send().__await__()

    async def __aiter__(self) -> AsyncIterator[_T]:
        page = await self
        async for item in page:
            yield item
