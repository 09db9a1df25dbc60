from __future__ import annotations

from functools import cached_property

from ..._http import httpx
from ..._path import path_template
from ..._types import Body, Query, Headers, NotGiven, not_given
from ..._options import make_request_options
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import (
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
)
from ...types.servers.tool_output_schema_error import ToolOutputSchemaError
from ...types.servers.tool_output_schema_response import ToolOutputSchemaResponse

__all__ = ["ExperimentalResource", "AsyncExperimentalResource"]


class ExperimentalResource(SyncAPIResource):
    """Endpoints that may change without notice."""

    @cached_property
    def with_raw_response(self) -> ExperimentalResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return ExperimentalResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ExperimentalResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return ExperimentalResourceWithStreamingResponse(self)

    def infer_tool_output_schema(
        self,
        tool_name: str,
        *,
        qualified_name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> ToolOutputSchemaResponse:
        """
        Infer a best-effort Zod schema from recent successful Tinybird tool outputs. All
        discovered object fields are marked optional.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template(
                "/servers/{qualified_name}/experimental/tools/{tool_name}/output-schema",
                qualified_name=qualified_name,
                tool_name=tool_name,
            ),
            cast_to=ToolOutputSchemaResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={
                    "401": ToolOutputSchemaError,
                    "403": ToolOutputSchemaError,
                    "404": ToolOutputSchemaError,
                    "503": ToolOutputSchemaError,
                },
            ),
        )


class AsyncExperimentalResource(AsyncAPIResource):
    """Endpoints that may change without notice."""

    @cached_property
    def with_raw_response(self) -> AsyncExperimentalResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncExperimentalResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncExperimentalResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncExperimentalResourceWithStreamingResponse(self)

    async def infer_tool_output_schema(
        self,
        tool_name: str,
        *,
        qualified_name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> ToolOutputSchemaResponse:
        """
        Infer a best-effort Zod schema from recent successful Tinybird tool outputs. All
        discovered object fields are marked optional.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template(
                "/servers/{qualified_name}/experimental/tools/{tool_name}/output-schema",
                qualified_name=qualified_name,
                tool_name=tool_name,
            ),
            cast_to=ToolOutputSchemaResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={
                    "401": ToolOutputSchemaError,
                    "403": ToolOutputSchemaError,
                    "404": ToolOutputSchemaError,
                    "503": ToolOutputSchemaError,
                },
            ),
        )


class ExperimentalResourceWithRawResponse:
    def __init__(self, experimental: ExperimentalResource) -> None:
        self._experimental = experimental

        self.infer_tool_output_schema = to_raw_response_wrapper(experimental.infer_tool_output_schema)


class ExperimentalResourceWithStreamingResponse:
    def __init__(self, experimental: ExperimentalResource) -> None:
        self._experimental = experimental

        self.infer_tool_output_schema = to_streamed_response_wrapper(experimental.infer_tool_output_schema)


class AsyncExperimentalResourceWithRawResponse:
    def __init__(self, experimental: AsyncExperimentalResource) -> None:
        self._experimental = experimental

        self.infer_tool_output_schema = async_to_raw_response_wrapper(experimental.infer_tool_output_schema)


class AsyncExperimentalResourceWithStreamingResponse:
    def __init__(self, experimental: AsyncExperimentalResource) -> None:
        self._experimental = experimental

        self.infer_tool_output_schema = async_to_streamed_response_wrapper(experimental.infer_tool_output_schema)
