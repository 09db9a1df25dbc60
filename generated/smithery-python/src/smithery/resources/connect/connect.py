from __future__ import annotations

from typing import TYPE_CHECKING, Dict
from functools import cached_property
from typing_extensions import Literal

from ..._http import httpx
from ..._path import path_template
from ...types import connect_set_params, connect_list_params, connect_create_params
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
from ...pagination import SyncConnectionsPage, AsyncConnectionsPage
from ..._pagination import AsyncPaginator
from ...types.error import Error
from ...types.success import Success
from ...types.connection import Connection
from ...types.validation_error import ValidationError
from ...types.mock_config_param import MockConfigParam

if TYPE_CHECKING:
    from .tools import (
        ToolsResource,
        AsyncToolsResource,
        ToolsResourceWithRawResponse,
        AsyncToolsResourceWithRawResponse,
        ToolsResourceWithStreamingResponse,
        AsyncToolsResourceWithStreamingResponse,
    )
    from .triggers import (
        TriggersResource,
        AsyncTriggersResource,
        TriggersResourceWithRawResponse,
        AsyncTriggersResourceWithRawResponse,
        TriggersResourceWithStreamingResponse,
        AsyncTriggersResourceWithStreamingResponse,
    )

__all__ = ["ConnectResource", "AsyncConnectResource"]


class ConnectResource(SyncAPIResource):
    """Connections to MCP servers, with their tools and triggers."""

    @cached_property
    def tools(self) -> ToolsResource:
        from .tools import ToolsResource

        return ToolsResource(self._client)

    @cached_property
    def triggers(self) -> TriggersResource:
        from .triggers import TriggersResource

        return TriggersResource(self._client)

    @cached_property
    def with_raw_response(self) -> ConnectResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return ConnectResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ConnectResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return ConnectResourceWithStreamingResponse(self)

    def create(
        self,
        namespace: str,
        *,
        headers: Dict[str, str] | Omit = omit,
        mcp_url: str | Omit = omit,
        metadata: Dict[str, object] | Omit = omit,
        mock: MockConfigParam | Omit = omit,
        name: str | Omit = omit,
        transport: Literal["http", "uplink"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Connection:
        """
        Create a new MCP connection with an auto-generated ID. Requires API key and
        namespace ownership.

        Args:
          headers: Custom headers to send with MCP requests (stored securely, not returned in
              responses)

          mcp_url: URL of the MCP server. Required for HTTP connections. Omit for uplink
              connections.

          metadata: Custom metadata for filtering connections

          mock: Run this connection in mock mode. Tool calls are LLM-simulated against the
              registry's scanned schemas and never reach the upstream server. Provide an
              optional `scenario` to seed the simulator with a starting-state description.
              Registry servers only; frozen at creation (cannot be toggled via PUT).

          name: Human-readable name (optional, defaults to connection ID)

          transport: Connection transport. Use `uplink` for a local server paired over Smithery CLI.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._post(
            path_template("/connect/{namespace}", namespace=namespace),
            cast_to=Connection,
            body=transform(
                {
                    "headers": headers,
                    "mcp_url": mcp_url,
                    "metadata": metadata,
                    "mock": mock,
                    "name": name,
                    "transport": transport,
                },
                connect_create_params.ConnectCreateParams,
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": ValidationError, "404": Error},
            ),
        )

    def list(
        self,
        namespace: str,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        mcp_url: str | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncConnectionsPage[Connection]:
        """
        List all connections in a namespace. Supports filtering by metadata using
        `metadata.{key}={value}` query params.

        Args:
          cursor: Pagination cursor from previous response's nextCursor

          limit: Maximum number of items to return (default 100, max 100)

          mcp_url: Filter by exact MCP server URL

          name: Filter by exact connection name

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get_api_list(
            path_template("/connect/{namespace}", namespace=namespace),
            page=SyncConnectionsPage[Connection],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {"cursor": cursor, "limit": limit, "mcp_url": mcp_url, "name": name},
                    connect_list_params.ConnectListParams,
                ),
                errors={"400": Error},
            ),
        )

    def delete(
        self,
        connection_id: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Success:
        """
        Delete a connection and terminate its MCP session. Requires API key and
        namespace ownership.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._delete(
            path_template("/connect/{namespace}/{connection_id}", namespace=namespace, connection_id=connection_id),
            cast_to=Success,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": Error, "404": Error},
            ),
        )

    def get(
        self,
        connection_id: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Connection:
        """
        Get details for a specific connection. Requires service token with
        connections:read scope.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/connect/{namespace}/{connection_id}", namespace=namespace, connection_id=connection_id),
            cast_to=Connection,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": Error, "404": Error},
            ),
        )

    def set(
        self,
        connection_id: str,
        *,
        namespace: str,
        headers: Dict[str, str] | Omit = omit,
        mcp_url: str | Omit = omit,
        metadata: Dict[str, object] | Omit = omit,
        mock: MockConfigParam | Omit = omit,
        name: str | Omit = omit,
        transport: Literal["http", "uplink"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Connection:
        """
        Create or update an MCP connection with the given ID. mcpUrl is required when
        creating a new connection, but optional when updating. Returns 409 if a
        different mcpUrl is provided, except while the connection is input_required and
        the new URL keeps the same host and path.

        Args:
          headers: Custom headers to send with MCP requests (stored securely, not returned in
              responses)

          mcp_url: URL of the MCP server. Required when creating a new connection. Optional when
              updating — omit to keep the existing URL.

          metadata: Custom metadata for filtering connections

          mock: Run this connection in mock mode. Only honored on first creation; ignored on
              updates to an existing connection.

          name: Human-readable name (optional, defaults to connection ID)

          transport: Connection transport. Defaults to the existing connection transport when
              updating.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._put(
            path_template("/connect/{namespace}/{connection_id}", namespace=namespace, connection_id=connection_id),
            cast_to=Connection,
            body=transform(
                {
                    "headers": headers,
                    "mcp_url": mcp_url,
                    "metadata": metadata,
                    "mock": mock,
                    "name": name,
                    "transport": transport,
                },
                connect_set_params.ConnectSetParams,
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": ValidationError, "404": Error, "409": Error},
            ),
        )


class AsyncConnectResource(AsyncAPIResource):
    """Connections to MCP servers, with their tools and triggers."""

    @cached_property
    def tools(self) -> AsyncToolsResource:
        from .tools import AsyncToolsResource

        return AsyncToolsResource(self._client)

    @cached_property
    def triggers(self) -> AsyncTriggersResource:
        from .triggers import AsyncTriggersResource

        return AsyncTriggersResource(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncConnectResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncConnectResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncConnectResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncConnectResourceWithStreamingResponse(self)

    async def create(
        self,
        namespace: str,
        *,
        headers: Dict[str, str] | Omit = omit,
        mcp_url: str | Omit = omit,
        metadata: Dict[str, object] | Omit = omit,
        mock: MockConfigParam | Omit = omit,
        name: str | Omit = omit,
        transport: Literal["http", "uplink"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Connection:
        """
        Create a new MCP connection with an auto-generated ID. Requires API key and
        namespace ownership.

        Args:
          headers: Custom headers to send with MCP requests (stored securely, not returned in
              responses)

          mcp_url: URL of the MCP server. Required for HTTP connections. Omit for uplink
              connections.

          metadata: Custom metadata for filtering connections

          mock: Run this connection in mock mode. Tool calls are LLM-simulated against the
              registry's scanned schemas and never reach the upstream server. Provide an
              optional `scenario` to seed the simulator with a starting-state description.
              Registry servers only; frozen at creation (cannot be toggled via PUT).

          name: Human-readable name (optional, defaults to connection ID)

          transport: Connection transport. Use `uplink` for a local server paired over Smithery CLI.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._post(
            path_template("/connect/{namespace}", namespace=namespace),
            cast_to=Connection,
            body=transform(
                {
                    "headers": headers,
                    "mcp_url": mcp_url,
                    "metadata": metadata,
                    "mock": mock,
                    "name": name,
                    "transport": transport,
                },
                connect_create_params.ConnectCreateParams,
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": ValidationError, "404": Error},
            ),
        )

    def list(
        self,
        namespace: str,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        mcp_url: str | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[Connection, AsyncConnectionsPage[Connection]]:
        """
        List all connections in a namespace. Supports filtering by metadata using
        `metadata.{key}={value}` query params.

        Args:
          cursor: Pagination cursor from previous response's nextCursor

          limit: Maximum number of items to return (default 100, max 100)

          mcp_url: Filter by exact MCP server URL

          name: Filter by exact connection name

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get_api_list(
            path_template("/connect/{namespace}", namespace=namespace),
            page=AsyncConnectionsPage[Connection],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {"cursor": cursor, "limit": limit, "mcp_url": mcp_url, "name": name},
                    connect_list_params.ConnectListParams,
                ),
                errors={"400": Error},
            ),
        )

    async def delete(
        self,
        connection_id: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Success:
        """
        Delete a connection and terminate its MCP session. Requires API key and
        namespace ownership.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._delete(
            path_template("/connect/{namespace}/{connection_id}", namespace=namespace, connection_id=connection_id),
            cast_to=Success,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": Error, "404": Error},
            ),
        )

    async def get(
        self,
        connection_id: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Connection:
        """
        Get details for a specific connection. Requires service token with
        connections:read scope.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/connect/{namespace}/{connection_id}", namespace=namespace, connection_id=connection_id),
            cast_to=Connection,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": Error, "404": Error},
            ),
        )

    async def set(
        self,
        connection_id: str,
        *,
        namespace: str,
        headers: Dict[str, str] | Omit = omit,
        mcp_url: str | Omit = omit,
        metadata: Dict[str, object] | Omit = omit,
        mock: MockConfigParam | Omit = omit,
        name: str | Omit = omit,
        transport: Literal["http", "uplink"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Connection:
        """
        Create or update an MCP connection with the given ID. mcpUrl is required when
        creating a new connection, but optional when updating. Returns 409 if a
        different mcpUrl is provided, except while the connection is input_required and
        the new URL keeps the same host and path.

        Args:
          headers: Custom headers to send with MCP requests (stored securely, not returned in
              responses)

          mcp_url: URL of the MCP server. Required when creating a new connection. Optional when
              updating — omit to keep the existing URL.

          metadata: Custom metadata for filtering connections

          mock: Run this connection in mock mode. Only honored on first creation; ignored on
              updates to an existing connection.

          name: Human-readable name (optional, defaults to connection ID)

          transport: Connection transport. Defaults to the existing connection transport when
              updating.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._put(
            path_template("/connect/{namespace}/{connection_id}", namespace=namespace, connection_id=connection_id),
            cast_to=Connection,
            body=transform(
                {
                    "headers": headers,
                    "mcp_url": mcp_url,
                    "metadata": metadata,
                    "mock": mock,
                    "name": name,
                    "transport": transport,
                },
                connect_set_params.ConnectSetParams,
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": ValidationError, "404": Error, "409": Error},
            ),
        )


class ConnectResourceWithRawResponse:
    def __init__(self, connect: ConnectResource) -> None:
        self._connect = connect

        self.create = to_raw_response_wrapper(connect.create)

        self.list = to_raw_response_wrapper(connect.list)

        self.delete = to_raw_response_wrapper(connect.delete)

        self.get = to_raw_response_wrapper(connect.get)

        self.set = to_raw_response_wrapper(connect.set)

    @cached_property
    def tools(self) -> ToolsResourceWithRawResponse:
        from .tools import ToolsResourceWithRawResponse

        return ToolsResourceWithRawResponse(self._connect.tools)

    @cached_property
    def triggers(self) -> TriggersResourceWithRawResponse:
        from .triggers import TriggersResourceWithRawResponse

        return TriggersResourceWithRawResponse(self._connect.triggers)


class ConnectResourceWithStreamingResponse:
    def __init__(self, connect: ConnectResource) -> None:
        self._connect = connect

        self.create = to_streamed_response_wrapper(connect.create)

        self.list = to_streamed_response_wrapper(connect.list)

        self.delete = to_streamed_response_wrapper(connect.delete)

        self.get = to_streamed_response_wrapper(connect.get)

        self.set = to_streamed_response_wrapper(connect.set)

    @cached_property
    def tools(self) -> ToolsResourceWithStreamingResponse:
        from .tools import ToolsResourceWithStreamingResponse

        return ToolsResourceWithStreamingResponse(self._connect.tools)

    @cached_property
    def triggers(self) -> TriggersResourceWithStreamingResponse:
        from .triggers import TriggersResourceWithStreamingResponse

        return TriggersResourceWithStreamingResponse(self._connect.triggers)


class AsyncConnectResourceWithRawResponse:
    def __init__(self, connect: AsyncConnectResource) -> None:
        self._connect = connect

        self.create = async_to_raw_response_wrapper(connect.create)

        self.list = async_to_raw_response_wrapper(connect.list)

        self.delete = async_to_raw_response_wrapper(connect.delete)

        self.get = async_to_raw_response_wrapper(connect.get)

        self.set = async_to_raw_response_wrapper(connect.set)

    @cached_property
    def tools(self) -> AsyncToolsResourceWithRawResponse:
        from .tools import AsyncToolsResourceWithRawResponse

        return AsyncToolsResourceWithRawResponse(self._connect.tools)

    @cached_property
    def triggers(self) -> AsyncTriggersResourceWithRawResponse:
        from .triggers import AsyncTriggersResourceWithRawResponse

        return AsyncTriggersResourceWithRawResponse(self._connect.triggers)


class AsyncConnectResourceWithStreamingResponse:
    def __init__(self, connect: AsyncConnectResource) -> None:
        self._connect = connect

        self.create = async_to_streamed_response_wrapper(connect.create)

        self.list = async_to_streamed_response_wrapper(connect.list)

        self.delete = async_to_streamed_response_wrapper(connect.delete)

        self.get = async_to_streamed_response_wrapper(connect.get)

        self.set = async_to_streamed_response_wrapper(connect.set)

    @cached_property
    def tools(self) -> AsyncToolsResourceWithStreamingResponse:
        from .tools import AsyncToolsResourceWithStreamingResponse

        return AsyncToolsResourceWithStreamingResponse(self._connect.tools)

    @cached_property
    def triggers(self) -> AsyncTriggersResourceWithStreamingResponse:
        from .triggers import AsyncTriggersResourceWithStreamingResponse

        return AsyncTriggersResourceWithStreamingResponse(self._connect.triggers)
