from __future__ import annotations

from functools import cached_property

from ..._http import httpx
from ..._path import path_template
from ..._types import Body, Query, Headers, NotGiven, not_given
from ..._options import make_request_options
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import (
    BinaryAPIResponse,
    AsyncBinaryAPIResponse,
    StreamedBinaryAPIResponse,
    AsyncStreamedBinaryAPIResponse,
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
    async_to_raw_response_wrapper,
    to_custom_raw_response_wrapper,
    async_to_streamed_response_wrapper,
    to_custom_streamed_response_wrapper,
    async_to_custom_raw_response_wrapper,
    async_to_custom_streamed_response_wrapper,
)
from ...types.servers.icon_error import IconError
from ...types.servers.icon_response import IconResponse
from ...types.servers.icon_delete_response import IconDeleteResponse

__all__ = ["IconResource", "AsyncIconResource"]


class IconResource(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> IconResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return IconResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> IconResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return IconResourceWithStreamingResponse(self)

    def delete(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> IconDeleteResponse:
        """
        Remove the server's icon.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._delete(
            path_template("/servers/{qualified_name}/icon", qualified_name=qualified_name),
            cast_to=IconDeleteResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"403": IconError, "404": IconError},
            ),
        )

    def get(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> BinaryAPIResponse:
        """
        Retrieve the server's icon image. Returns the image directly with appropriate
        content type.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/servers/{qualified_name}/icon", qualified_name=qualified_name),
            cast_to=BinaryAPIResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="image/*",
                errors={"404": IconError},
            ),
        )

    def upload(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> IconResponse:
        """
        Upload or replace the server icon. Accepts a single image file via
        multipart/form-data. Max 1MB. Supported formats: PNG, JPEG, GIF, SVG, WebP.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._put(
            path_template("/servers/{qualified_name}/icon", qualified_name=qualified_name),
            cast_to=IconResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": IconError, "403": IconError, "404": IconError},
            ),
        )


class AsyncIconResource(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncIconResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncIconResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncIconResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncIconResourceWithStreamingResponse(self)

    async def delete(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> IconDeleteResponse:
        """
        Remove the server's icon.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._delete(
            path_template("/servers/{qualified_name}/icon", qualified_name=qualified_name),
            cast_to=IconDeleteResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"403": IconError, "404": IconError},
            ),
        )

    async def get(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncBinaryAPIResponse:
        """
        Retrieve the server's icon image. Returns the image directly with appropriate
        content type.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/servers/{qualified_name}/icon", qualified_name=qualified_name),
            cast_to=AsyncBinaryAPIResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="image/*",
                errors={"404": IconError},
            ),
        )

    async def upload(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> IconResponse:
        """
        Upload or replace the server icon. Accepts a single image file via
        multipart/form-data. Max 1MB. Supported formats: PNG, JPEG, GIF, SVG, WebP.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._put(
            path_template("/servers/{qualified_name}/icon", qualified_name=qualified_name),
            cast_to=IconResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": IconError, "403": IconError, "404": IconError},
            ),
        )


class IconResourceWithRawResponse:
    def __init__(self, icon: IconResource) -> None:
        self._icon = icon

        self.delete = to_raw_response_wrapper(icon.delete)

        self.get = to_custom_raw_response_wrapper(icon.get, BinaryAPIResponse)

        self.upload = to_raw_response_wrapper(icon.upload)


class IconResourceWithStreamingResponse:
    def __init__(self, icon: IconResource) -> None:
        self._icon = icon

        self.delete = to_streamed_response_wrapper(icon.delete)

        self.get = to_custom_streamed_response_wrapper(icon.get, StreamedBinaryAPIResponse)

        self.upload = to_streamed_response_wrapper(icon.upload)


class AsyncIconResourceWithRawResponse:
    def __init__(self, icon: AsyncIconResource) -> None:
        self._icon = icon

        self.delete = async_to_raw_response_wrapper(icon.delete)

        self.get = async_to_custom_raw_response_wrapper(icon.get, AsyncBinaryAPIResponse)

        self.upload = async_to_raw_response_wrapper(icon.upload)


class AsyncIconResourceWithStreamingResponse:
    def __init__(self, icon: AsyncIconResource) -> None:
        self._icon = icon

        self.delete = async_to_streamed_response_wrapper(icon.delete)

        self.get = async_to_custom_streamed_response_wrapper(icon.get, AsyncStreamedBinaryAPIResponse)

        self.upload = async_to_streamed_response_wrapper(icon.upload)
