from __future__ import annotations

from typing import Type, cast
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
from ..._transform import transform
from ...types.error import Error
from ...types.connect import tool_call_params
from ...types.validation_error import ValidationError
from ...types.connect.tool_list import ToolList
from ...types.connect.loose_object import LooseObject
from ...types.connect.tool_response import ToolResponse
from ...types.connect.loose_object_param import LooseObjectParam

__all__ = ["ToolsResource", "AsyncToolsResource"]


class ToolsResource(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> ToolsResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return ToolsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ToolsResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return ToolsResourceWithStreamingResponse(self)

    def list(
        self,
        connection_id: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> ToolList:
        """
        List tools exposed by a connection.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template(
                "/connect/{namespace}/{connection_id}/.tools", namespace=namespace, connection_id=connection_id
            ),
            cast_to=ToolList,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Error},
            ),
        )

    def call(
        self,
        tool_path: str,
        *,
        namespace: str,
        connection_id: str,
        body: LooseObjectParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> LooseObject:
        """
        Invoke a tool with JSON arguments.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._post(
            path_template(
                "/connect/{namespace}/{connection_id}/.tools/{tool_path}",
                namespace=namespace,
                connection_id=connection_id,
                tool_path=tool_path,
            ),
            cast_to=LooseObject,
            body=transform({"body": body}, tool_call_params.ToolCallParams).get("body"),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": ValidationError, "404": Error, "422": Error},
            ),
        )

    def get(
        self,
        tool_path: str,
        *,
        namespace: str,
        connection_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> ToolResponse:
        """
        Get one tool or list tools under a slash-separated category.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template(
                "/connect/{namespace}/{connection_id}/.tools/{tool_path}",
                namespace=namespace,
                connection_id=connection_id,
                tool_path=tool_path,
            ),
            cast_to=cast("Type[ToolResponse]", ToolResponse),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Error},
            ),
        )

    def list_all(
        self,
        namespace: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> LooseObject:
        """
        List tools for every connection in a namespace in one response. Each connection
        is wrapped in an envelope so a failure on one upstream doesn't fail the request.
        Skips connections in `auth_required`/`input_required` states without calling the
        upstream.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/connect/{namespace}/.tools", namespace=namespace),
            cast_to=LooseObject,
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )


class AsyncToolsResource(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncToolsResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncToolsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncToolsResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncToolsResourceWithStreamingResponse(self)

    async def list(
        self,
        connection_id: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> ToolList:
        """
        List tools exposed by a connection.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template(
                "/connect/{namespace}/{connection_id}/.tools", namespace=namespace, connection_id=connection_id
            ),
            cast_to=ToolList,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Error},
            ),
        )

    async def call(
        self,
        tool_path: str,
        *,
        namespace: str,
        connection_id: str,
        body: LooseObjectParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> LooseObject:
        """
        Invoke a tool with JSON arguments.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._post(
            path_template(
                "/connect/{namespace}/{connection_id}/.tools/{tool_path}",
                namespace=namespace,
                connection_id=connection_id,
                tool_path=tool_path,
            ),
            cast_to=LooseObject,
            body=transform({"body": body}, tool_call_params.ToolCallParams).get("body"),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": ValidationError, "404": Error, "422": Error},
            ),
        )

    async def get(
        self,
        tool_path: str,
        *,
        namespace: str,
        connection_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> ToolResponse:
        """
        Get one tool or list tools under a slash-separated category.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template(
                "/connect/{namespace}/{connection_id}/.tools/{tool_path}",
                namespace=namespace,
                connection_id=connection_id,
                tool_path=tool_path,
            ),
            cast_to=cast("Type[ToolResponse]", ToolResponse),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Error},
            ),
        )

    async def list_all(
        self,
        namespace: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> LooseObject:
        """
        List tools for every connection in a namespace in one response. Each connection
        is wrapped in an envelope so a failure on one upstream doesn't fail the request.
        Skips connections in `auth_required`/`input_required` states without calling the
        upstream.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/connect/{namespace}/.tools", namespace=namespace),
            cast_to=LooseObject,
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )


class ToolsResourceWithRawResponse:
    def __init__(self, tools: ToolsResource) -> None:
        self._tools = tools

        self.list = to_raw_response_wrapper(tools.list)

        self.call = to_raw_response_wrapper(tools.call)

        self.get = to_raw_response_wrapper(tools.get)

        self.list_all = to_raw_response_wrapper(tools.list_all)


class ToolsResourceWithStreamingResponse:
    def __init__(self, tools: ToolsResource) -> None:
        self._tools = tools

        self.list = to_streamed_response_wrapper(tools.list)

        self.call = to_streamed_response_wrapper(tools.call)

        self.get = to_streamed_response_wrapper(tools.get)

        self.list_all = to_streamed_response_wrapper(tools.list_all)


class AsyncToolsResourceWithRawResponse:
    def __init__(self, tools: AsyncToolsResource) -> None:
        self._tools = tools

        self.list = async_to_raw_response_wrapper(tools.list)

        self.call = async_to_raw_response_wrapper(tools.call)

        self.get = async_to_raw_response_wrapper(tools.get)

        self.list_all = async_to_raw_response_wrapper(tools.list_all)


class AsyncToolsResourceWithStreamingResponse:
    def __init__(self, tools: AsyncToolsResource) -> None:
        self._tools = tools

        self.list = async_to_streamed_response_wrapper(tools.list)

        self.call = async_to_streamed_response_wrapper(tools.call)

        self.get = async_to_streamed_response_wrapper(tools.get)

        self.list_all = async_to_streamed_response_wrapper(tools.list_all)
