from __future__ import annotations

from typing import TYPE_CHECKING
from functools import cached_property

from ..._resource import SyncAPIResource, AsyncAPIResource

if TYPE_CHECKING:
    from .api_keys import (
        APIKeysResource,
        AsyncAPIKeysResource,
        APIKeysResourceWithRawResponse,
        AsyncAPIKeysResourceWithRawResponse,
        APIKeysResourceWithStreamingResponse,
        AsyncAPIKeysResourceWithStreamingResponse,
    )

__all__ = ["OrganizationsResource", "AsyncOrganizationsResource"]


class OrganizationsResource(SyncAPIResource):
    @cached_property
    def api_keys(self) -> APIKeysResource:
        from .api_keys import APIKeysResource

        return APIKeysResource(self._client)

    @cached_property
    def with_raw_response(self) -> OrganizationsResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return OrganizationsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> OrganizationsResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return OrganizationsResourceWithStreamingResponse(self)


class AsyncOrganizationsResource(AsyncAPIResource):
    @cached_property
    def api_keys(self) -> AsyncAPIKeysResource:
        from .api_keys import AsyncAPIKeysResource

        return AsyncAPIKeysResource(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncOrganizationsResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncOrganizationsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncOrganizationsResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncOrganizationsResourceWithStreamingResponse(self)


class OrganizationsResourceWithRawResponse:
    def __init__(self, organizations: OrganizationsResource) -> None:
        self._organizations = organizations

    @cached_property
    def api_keys(self) -> APIKeysResourceWithRawResponse:
        from .api_keys import APIKeysResourceWithRawResponse

        return APIKeysResourceWithRawResponse(self._organizations.api_keys)


class OrganizationsResourceWithStreamingResponse:
    def __init__(self, organizations: OrganizationsResource) -> None:
        self._organizations = organizations

    @cached_property
    def api_keys(self) -> APIKeysResourceWithStreamingResponse:
        from .api_keys import APIKeysResourceWithStreamingResponse

        return APIKeysResourceWithStreamingResponse(self._organizations.api_keys)


class AsyncOrganizationsResourceWithRawResponse:
    def __init__(self, organizations: AsyncOrganizationsResource) -> None:
        self._organizations = organizations

    @cached_property
    def api_keys(self) -> AsyncAPIKeysResourceWithRawResponse:
        from .api_keys import AsyncAPIKeysResourceWithRawResponse

        return AsyncAPIKeysResourceWithRawResponse(self._organizations.api_keys)


class AsyncOrganizationsResourceWithStreamingResponse:
    def __init__(self, organizations: AsyncOrganizationsResource) -> None:
        self._organizations = organizations

    @cached_property
    def api_keys(self) -> AsyncAPIKeysResourceWithStreamingResponse:
        from .api_keys import AsyncAPIKeysResourceWithStreamingResponse

        return AsyncAPIKeysResourceWithStreamingResponse(self._organizations.api_keys)
