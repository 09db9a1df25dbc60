from __future__ import annotations

from functools import cached_property
from typing_extensions import deprecated

from ..._http import httpx
from ..._path import path_template
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
from ...types.namespaces import server_create_params
from ...types.namespaces.create_server_error import CreateServerError
from ...types.namespaces.create_server_response import CreateServerResponse

__all__ = ["ServersResource", "AsyncServersResource"]


class ServersResource(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> ServersResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return ServersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ServersResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return ServersResourceWithStreamingResponse(self)

    @deprecated("deprecated")
    def create(
        self,
        server: str,
        *,
        namespace: str,
        description: str | Omit = omit,
        display_name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateServerResponse:
        """
        **Deprecated:** Use PUT /servers/{namespace}/{server} instead. Create a new
        server under the specified namespace. This endpoint is idempotent.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._put(
            path_template("/namespaces/{namespace}/servers/{server}", namespace=namespace, server=server),
            cast_to=CreateServerResponse,
            body=transform(
                {"description": description, "display_name": display_name}, server_create_params.ServerCreateParams
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={
                    "400": CreateServerError,
                    "401": CreateServerError,
                    "403": CreateServerError,
                    "404": CreateServerError,
                },
            ),
        )


class AsyncServersResource(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncServersResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncServersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncServersResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncServersResourceWithStreamingResponse(self)

    @deprecated("deprecated")
    async def create(
        self,
        server: str,
        *,
        namespace: str,
        description: str | Omit = omit,
        display_name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateServerResponse:
        """
        **Deprecated:** Use PUT /servers/{namespace}/{server} instead. Create a new
        server under the specified namespace. This endpoint is idempotent.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._put(
            path_template("/namespaces/{namespace}/servers/{server}", namespace=namespace, server=server),
            cast_to=CreateServerResponse,
            body=transform(
                {"description": description, "display_name": display_name}, server_create_params.ServerCreateParams
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={
                    "400": CreateServerError,
                    "401": CreateServerError,
                    "403": CreateServerError,
                    "404": CreateServerError,
                },
            ),
        )


class ServersResourceWithRawResponse:
    def __init__(self, servers: ServersResource) -> None:
        self._servers = servers

        self.create = (  # pyright: ignore[reportDeprecated]
            to_raw_response_wrapper(servers.create)  # pyright: ignore[reportDeprecated]
        )


class ServersResourceWithStreamingResponse:
    def __init__(self, servers: ServersResource) -> None:
        self._servers = servers

        self.create = (  # pyright: ignore[reportDeprecated]
            to_streamed_response_wrapper(servers.create)  # pyright: ignore[reportDeprecated]
        )


class AsyncServersResourceWithRawResponse:
    def __init__(self, servers: AsyncServersResource) -> None:
        self._servers = servers

        self.create = (  # pyright: ignore[reportDeprecated]
            async_to_raw_response_wrapper(servers.create)  # pyright: ignore[reportDeprecated]
        )


class AsyncServersResourceWithStreamingResponse:
    def __init__(self, servers: AsyncServersResource) -> None:
        self._servers = servers

        self.create = (  # pyright: ignore[reportDeprecated]
            async_to_streamed_response_wrapper(servers.create)  # pyright: ignore[reportDeprecated]
        )
