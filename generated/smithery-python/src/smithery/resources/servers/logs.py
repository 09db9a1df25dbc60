from __future__ import annotations

from functools import cached_property

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
from ...types.servers import log_list_params
from ...types.servers.runtime_logs_error import RuntimeLogsError
from ...types.servers.runtime_logs_response import RuntimeLogsResponse

__all__ = ["LogsResource", "AsyncLogsResource"]


class LogsResource(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> LogsResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return LogsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> LogsResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return LogsResourceWithStreamingResponse(self)

    def list(
        self,
        qualified_name: str,
        *,
        from_: str | Omit = omit,
        limit: int | Omit = omit,
        search: str | Omit = omit,
        to: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> RuntimeLogsResponse:
        """
        Fetch recent runtime logs grouped by invocation.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          from_: Start of time range (ISO 8601).

          limit: Max invocations to return. Defaults to 20.

          search: Text search across log messages.

          to: End of time range (ISO 8601).

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/servers/{qualified_name}/logs", qualified_name=qualified_name),
            cast_to=RuntimeLogsResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {"from_": from_, "limit": limit, "search": search, "to": to}, log_list_params.LogListParams
                ),
                errors={"403": RuntimeLogsError, "404": RuntimeLogsError, "500": RuntimeLogsError},
            ),
        )


class AsyncLogsResource(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncLogsResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncLogsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncLogsResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncLogsResourceWithStreamingResponse(self)

    async def list(
        self,
        qualified_name: str,
        *,
        from_: str | Omit = omit,
        limit: int | Omit = omit,
        search: str | Omit = omit,
        to: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> RuntimeLogsResponse:
        """
        Fetch recent runtime logs grouped by invocation.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          from_: Start of time range (ISO 8601).

          limit: Max invocations to return. Defaults to 20.

          search: Text search across log messages.

          to: End of time range (ISO 8601).

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/servers/{qualified_name}/logs", qualified_name=qualified_name),
            cast_to=RuntimeLogsResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {"from_": from_, "limit": limit, "search": search, "to": to}, log_list_params.LogListParams
                ),
                errors={"403": RuntimeLogsError, "404": RuntimeLogsError, "500": RuntimeLogsError},
            ),
        )


class LogsResourceWithRawResponse:
    def __init__(self, logs: LogsResource) -> None:
        self._logs = logs

        self.list = to_raw_response_wrapper(logs.list)


class LogsResourceWithStreamingResponse:
    def __init__(self, logs: LogsResource) -> None:
        self._logs = logs

        self.list = to_streamed_response_wrapper(logs.list)


class AsyncLogsResourceWithRawResponse:
    def __init__(self, logs: AsyncLogsResource) -> None:
        self._logs = logs

        self.list = async_to_raw_response_wrapper(logs.list)


class AsyncLogsResourceWithStreamingResponse:
    def __init__(self, logs: AsyncLogsResource) -> None:
        self._logs = logs

        self.list = async_to_streamed_response_wrapper(logs.list)
