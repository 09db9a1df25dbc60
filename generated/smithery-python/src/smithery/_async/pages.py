"""Pages of lists."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, AsyncIterator
from typing_extensions import Self

from .._schemes import BasePage

_T = TypeVar("_T")


class BaseAsyncPage(BasePage[_T], Generic[_T]):
    """A page of a list. Iterating over it yields the items of this page and all later pages."""

    async def __aiter__(self) -> AsyncIterator[_T]:  # sync: type: ignore[override]
        async for page in self.iter_pages():
            for item in page._get_page_items():
                yield item

    async def iter_pages(self) -> AsyncIterator[Self]:
        """Iterates over this page and all later pages."""
        page = self
        while True:
            yield page
            if not page.has_next_page():
                return
            page = await page.get_next_page()

    async def get_next_page(self) -> Self:
        """
        Requests the next page.

        Raises:
          RuntimeError: if there is no next page; see `has_next_page`
        """
        request = self._next_request()
        client: Any = self._known.client
        following: Self = await client.request(
            request.verb, request.path, cast_to=request.cast_to, body=request.body, options=request.options
        )
        return self._continue(following, request)
