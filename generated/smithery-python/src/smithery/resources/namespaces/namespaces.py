from __future__ import annotations

from typing import TYPE_CHECKING
from functools import cached_property
from typing_extensions import Literal

from ..._http import httpx
from ..._path import path_template
from ...types import namespace_list_params
from ..._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ..._options import make_request_options
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import (
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
)
from ..._transform import transform
from ...pagination import SyncNamespacesPage, AsyncNamespacesPage
from ..._pagination import AsyncPaginator
from ...types.namespaces_error import NamespacesError
from ...types.namespace_search_result import NamespaceSearchResult
from ...types.create_namespace_response import CreateNamespaceResponse
from ...types.delete_namespace_response import DeleteNamespaceResponse

if TYPE_CHECKING:
    from .servers import (
        ServersResource,
        AsyncServersResource,
        ServersResourceWithRawResponse,
        AsyncServersResourceWithRawResponse,
        ServersResourceWithStreamingResponse,
        AsyncServersResourceWithStreamingResponse,
    )

__all__ = ["NamespacesResource", "AsyncNamespacesResource"]


class NamespacesResource(SyncAPIResource):
    @cached_property
    def servers(self) -> ServersResource:
        from .servers import ServersResource

        return ServersResource(self._client)

    @cached_property
    def with_raw_response(self) -> NamespacesResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return NamespacesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> NamespacesResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return NamespacesResourceWithStreamingResponse(self)

    def create(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateNamespaceResponse:
        """
        Create a new namespace with a server-generated human-readable name, owned by the
        authenticated user

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._post(
            "/namespaces",
            cast_to=CreateNamespaceResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": NamespacesError, "401": NamespacesError, "403": NamespacesError},
            ),
        )

    def list(
        self,
        *,
        fields: str | Omit = omit,
        has_servers: Literal["0", "1", "true", "false"] | Omit = omit,
        has_skills: Literal["0", "1", "true", "false"] | Omit = omit,
        owner_id: str | Omit = omit,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        q: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncNamespacesPage[NamespaceSearchResult]:
        """
        When called without query params, returns the authenticated user's namespaces
        (backwards compatible). When query params are provided, searches public
        namespaces with pagination. Use ownerId to filter by owner, hasServers/hasSkills
        to filter by content, q for text search.

        Args:
          fields: Comma-separated list of fields to include in response

          has_servers: Filter namespaces with servers

          has_skills: Filter namespaces with skills

          owner_id: Filter by owner ID

          q: Text search query (prefix match on name)

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get_api_list(
            "/namespaces",
            page=SyncNamespacesPage[NamespaceSearchResult],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {
                        "fields": fields,
                        "has_servers": has_servers,
                        "has_skills": has_skills,
                        "owner_id": owner_id,
                        "page": page,
                        "page_size": page_size,
                        "q": q,
                    },
                    namespace_list_params.NamespaceListParams,
                ),
                errors={"401": NamespacesError, "500": NamespacesError},
            ),
        )

    def delete(
        self,
        name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeleteNamespaceResponse:
        """
        Delete a namespace owned by the authenticated user. The namespace must not
        contain any servers. Skills and connections in the namespace will be deleted
        automatically.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._delete(
            path_template("/namespaces/{name}", name=name),
            cast_to=DeleteNamespaceResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"401": NamespacesError, "403": NamespacesError, "404": NamespacesError, "409": NamespacesError},
            ),
        )

    def set(
        self,
        name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateNamespaceResponse:
        """
        Create a new namespace owned by the authenticated user or an organization. This
        endpoint is idempotent - if the namespace already exists and is owned by the
        user/org, returns success. Pass organizationId in the request body to create an
        org-owned namespace.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._put(
            path_template("/namespaces/{name}", name=name),
            cast_to=CreateNamespaceResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": NamespacesError, "401": NamespacesError, "403": NamespacesError, "409": NamespacesError},
            ),
        )


class AsyncNamespacesResource(AsyncAPIResource):
    @cached_property
    def servers(self) -> AsyncServersResource:
        from .servers import AsyncServersResource

        return AsyncServersResource(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncNamespacesResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncNamespacesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncNamespacesResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncNamespacesResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateNamespaceResponse:
        """
        Create a new namespace with a server-generated human-readable name, owned by the
        authenticated user

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._post(
            "/namespaces",
            cast_to=CreateNamespaceResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": NamespacesError, "401": NamespacesError, "403": NamespacesError},
            ),
        )

    def list(
        self,
        *,
        fields: str | Omit = omit,
        has_servers: Literal["0", "1", "true", "false"] | Omit = omit,
        has_skills: Literal["0", "1", "true", "false"] | Omit = omit,
        owner_id: str | Omit = omit,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        q: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[NamespaceSearchResult, AsyncNamespacesPage[NamespaceSearchResult]]:
        """
        When called without query params, returns the authenticated user's namespaces
        (backwards compatible). When query params are provided, searches public
        namespaces with pagination. Use ownerId to filter by owner, hasServers/hasSkills
        to filter by content, q for text search.

        Args:
          fields: Comma-separated list of fields to include in response

          has_servers: Filter namespaces with servers

          has_skills: Filter namespaces with skills

          owner_id: Filter by owner ID

          q: Text search query (prefix match on name)

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get_api_list(
            "/namespaces",
            page=AsyncNamespacesPage[NamespaceSearchResult],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {
                        "fields": fields,
                        "has_servers": has_servers,
                        "has_skills": has_skills,
                        "owner_id": owner_id,
                        "page": page,
                        "page_size": page_size,
                        "q": q,
                    },
                    namespace_list_params.NamespaceListParams,
                ),
                errors={"401": NamespacesError, "500": NamespacesError},
            ),
        )

    async def delete(
        self,
        name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeleteNamespaceResponse:
        """
        Delete a namespace owned by the authenticated user. The namespace must not
        contain any servers. Skills and connections in the namespace will be deleted
        automatically.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._delete(
            path_template("/namespaces/{name}", name=name),
            cast_to=DeleteNamespaceResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"401": NamespacesError, "403": NamespacesError, "404": NamespacesError, "409": NamespacesError},
            ),
        )

    async def set(
        self,
        name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateNamespaceResponse:
        """
        Create a new namespace owned by the authenticated user or an organization. This
        endpoint is idempotent - if the namespace already exists and is owned by the
        user/org, returns success. Pass organizationId in the request body to create an
        org-owned namespace.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._put(
            path_template("/namespaces/{name}", name=name),
            cast_to=CreateNamespaceResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": NamespacesError, "401": NamespacesError, "403": NamespacesError, "409": NamespacesError},
            ),
        )


class NamespacesResourceWithRawResponse:
    def __init__(self, namespaces: NamespacesResource) -> None:
        self._namespaces = namespaces

        self.create = to_raw_response_wrapper(namespaces.create)

        self.list = to_raw_response_wrapper(namespaces.list)

        self.delete = to_raw_response_wrapper(namespaces.delete)

        self.set = to_raw_response_wrapper(namespaces.set)

    @cached_property
    def servers(self) -> ServersResourceWithRawResponse:
        from .servers import ServersResourceWithRawResponse

        return ServersResourceWithRawResponse(self._namespaces.servers)


class NamespacesResourceWithStreamingResponse:
    def __init__(self, namespaces: NamespacesResource) -> None:
        self._namespaces = namespaces

        self.create = to_streamed_response_wrapper(namespaces.create)

        self.list = to_streamed_response_wrapper(namespaces.list)

        self.delete = to_streamed_response_wrapper(namespaces.delete)

        self.set = to_streamed_response_wrapper(namespaces.set)

    @cached_property
    def servers(self) -> ServersResourceWithStreamingResponse:
        from .servers import ServersResourceWithStreamingResponse

        return ServersResourceWithStreamingResponse(self._namespaces.servers)


class AsyncNamespacesResourceWithRawResponse:
    def __init__(self, namespaces: AsyncNamespacesResource) -> None:
        self._namespaces = namespaces

        self.create = async_to_raw_response_wrapper(namespaces.create)

        self.list = async_to_raw_response_wrapper(namespaces.list)

        self.delete = async_to_raw_response_wrapper(namespaces.delete)

        self.set = async_to_raw_response_wrapper(namespaces.set)

    @cached_property
    def servers(self) -> AsyncServersResourceWithRawResponse:
        from .servers import AsyncServersResourceWithRawResponse

        return AsyncServersResourceWithRawResponse(self._namespaces.servers)


class AsyncNamespacesResourceWithStreamingResponse:
    def __init__(self, namespaces: AsyncNamespacesResource) -> None:
        self._namespaces = namespaces

        self.create = async_to_streamed_response_wrapper(namespaces.create)

        self.list = async_to_streamed_response_wrapper(namespaces.list)

        self.delete = async_to_streamed_response_wrapper(namespaces.delete)

        self.set = async_to_streamed_response_wrapper(namespaces.set)

    @cached_property
    def servers(self) -> AsyncServersResourceWithStreamingResponse:
        from .servers import AsyncServersResourceWithStreamingResponse

        return AsyncServersResourceWithStreamingResponse(self._namespaces.servers)
