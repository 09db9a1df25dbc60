# Derived from the module of the same name in `_async` by `npm run python:sync`.
"""Pages of lists."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, Iterator
from typing_extensions import Self

from .._schemes import BasePage

_T = TypeVar("_T")


class BaseSyncPage(BasePage[_T], Generic[_T]):
    """A page of a list. Iterating over it yields the items of this page and all later pages."""

    def __iter__(self) -> Iterator[_T]:  # type: ignore[override]
        for page in self.iter_pages():
            for item in page._get_page_items():
                yield item

    def iter_pages(self) -> Iterator[Self]:
        """Iterates over this page and all later pages."""
        page = self
        while True:
            yield page
            if not page.has_next_page():
                return
            page = page.get_next_page()

    def get_next_page(self) -> Self:
        """
        Requests the next page.

        Raises:
          RuntimeError: if there is no next page; see `has_next_page`
        """
        request = self._next_request()
        client: Any = self._known.client
        following: Self = client.request(
            request.verb, request.path, cast_to=request.cast_to, body=request.body, options=request.options
        )
        return self._continue(following, request)
