from __future__ import annotations

from typing import overload
from functools import cached_property

from ..._http import httpx
from ..._path import path_template
from ..._types import Body, Omit, Query, Headers, NotGiven, FileTypes, omit, not_given
from ..._options import Events, Multipart, make_request_options
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import (
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
)
from ..._streaming import Stream, AsyncStream
from ..._transform import transform
from ...pagination import SyncReleasesPage, AsyncReleasesPage
from ..._pagination import AsyncPaginator
from ...types.servers import release_list_params, release_deploy_params
from ...types.servers.deploy_response import DeployResponse
from ...types.servers.deployment_info import DeploymentInfo
from ...types.servers.resume_response import ResumeResponse
from ...types.servers.deployment_error import DeploymentError
from ...types.servers.release_list_response import ReleaseListResponse
from ...types.servers.release_stream_response import ReleaseStreamResponse

__all__ = ["ReleasesResource", "AsyncReleasesResource"]


class ReleasesResource(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> ReleasesResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return ReleasesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ReleasesResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return ReleasesResourceWithStreamingResponse(self)

    def list(
        self,
        qualified_name: str,
        *,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncReleasesPage[ReleaseListResponse]:
        """
        List releases ordered by most recent first. Logs are omitted — fetch a specific
        release to see logs.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get_api_list(
            path_template("/servers/{qualified_name}/releases", qualified_name=qualified_name),
            page=SyncReleasesPage[ReleaseListResponse],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform({"page": page, "page_size": page_size}, release_list_params.ReleaseListParams),
                errors={"404": DeploymentError},
            ),
        )

    @overload
    def deploy(
        self,
        qualified_name: str,
        *,
        payload: str,
        bundle: FileTypes | Omit = omit,
        module: FileTypes | Omit = omit,
        sourcemap: FileTypes | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeployResponse:
        """
        Submit a release via multipart form. Supports hosted (JS module upload),
        external (URL), and stdio (MCPB bundle) release types.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          payload: JSON-encoded release payload. See DeployPayload schema for structure.

          bundle: MCPB bundle file (for stdio releases)

          module: JavaScript module file (for hosted releases)

          sourcemap: Source map file (for hosted releases)

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    @overload
    def deploy(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeployResponse:
        """
        Submit a release via multipart form. Supports hosted (JS module upload),
        external (URL), and stdio (MCPB bundle) release types.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    def deploy(
        self,
        qualified_name: str,
        *,
        payload: str | Omit = omit,
        bundle: FileTypes | Omit = omit,
        module: FileTypes | Omit = omit,
        sourcemap: FileTypes | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeployResponse:
        return self._put(
            path_template("/servers/{qualified_name}/releases", qualified_name=qualified_name),
            cast_to=DeployResponse,
            body=transform(
                {"payload": payload, "bundle": bundle, "module": module, "sourcemap": sourcemap},
                release_deploy_params.ReleaseDeployParams,
            )
            or omit,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                encoding=Multipart(),
                errors={"400": DeploymentError},
            ),
        )

    def get(
        self,
        id: str,
        *,
        qualified_name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeploymentInfo:
        """
        Retrieve release details including status, git metadata, pipeline logs, and MCP
        endpoint URL.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/servers/{qualified_name}/releases/{id}", qualified_name=qualified_name, id=id),
            cast_to=DeploymentInfo,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": DeploymentError},
            ),
        )

    def resume(
        self,
        id: str,
        *,
        qualified_name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> ResumeResponse:
        """
        Resume a paused release (e.g. after OAuth authorization). Use id='latest' to
        resume the most recent one.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._post(
            path_template("/servers/{qualified_name}/releases/{id}/resume", qualified_name=qualified_name, id=id),
            cast_to=ResumeResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": DeploymentError, "404": DeploymentError},
            ),
        )

    def stream(
        self,
        id: str,
        *,
        qualified_name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Stream[ReleaseStreamResponse]:
        """
        Real-time SSE stream of release logs and status updates.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/servers/{qualified_name}/releases/{id}/stream", qualified_name=qualified_name, id=id),
            cast_to=ReleaseStreamResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="text/event-stream",
                errors={"404": DeploymentError},
                events=Events(data="text"),
            ),
            stream=True,
            stream_cls=Stream[ReleaseStreamResponse],
        )


class AsyncReleasesResource(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncReleasesResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncReleasesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncReleasesResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncReleasesResourceWithStreamingResponse(self)

    def list(
        self,
        qualified_name: str,
        *,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[ReleaseListResponse, AsyncReleasesPage[ReleaseListResponse]]:
        """
        List releases ordered by most recent first. Logs are omitted — fetch a specific
        release to see logs.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get_api_list(
            path_template("/servers/{qualified_name}/releases", qualified_name=qualified_name),
            page=AsyncReleasesPage[ReleaseListResponse],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform({"page": page, "page_size": page_size}, release_list_params.ReleaseListParams),
                errors={"404": DeploymentError},
            ),
        )

    @overload
    async def deploy(
        self,
        qualified_name: str,
        *,
        payload: str,
        bundle: FileTypes | Omit = omit,
        module: FileTypes | Omit = omit,
        sourcemap: FileTypes | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeployResponse:
        """
        Submit a release via multipart form. Supports hosted (JS module upload),
        external (URL), and stdio (MCPB bundle) release types.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          payload: JSON-encoded release payload. See DeployPayload schema for structure.

          bundle: MCPB bundle file (for stdio releases)

          module: JavaScript module file (for hosted releases)

          sourcemap: Source map file (for hosted releases)

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    @overload
    async def deploy(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeployResponse:
        """
        Submit a release via multipart form. Supports hosted (JS module upload),
        external (URL), and stdio (MCPB bundle) release types.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    async def deploy(
        self,
        qualified_name: str,
        *,
        payload: str | Omit = omit,
        bundle: FileTypes | Omit = omit,
        module: FileTypes | Omit = omit,
        sourcemap: FileTypes | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeployResponse:
        return await self._put(
            path_template("/servers/{qualified_name}/releases", qualified_name=qualified_name),
            cast_to=DeployResponse,
            body=transform(
                {"payload": payload, "bundle": bundle, "module": module, "sourcemap": sourcemap},
                release_deploy_params.ReleaseDeployParams,
            )
            or omit,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                encoding=Multipart(),
                errors={"400": DeploymentError},
            ),
        )

    async def get(
        self,
        id: str,
        *,
        qualified_name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeploymentInfo:
        """
        Retrieve release details including status, git metadata, pipeline logs, and MCP
        endpoint URL.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/servers/{qualified_name}/releases/{id}", qualified_name=qualified_name, id=id),
            cast_to=DeploymentInfo,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": DeploymentError},
            ),
        )

    async def resume(
        self,
        id: str,
        *,
        qualified_name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> ResumeResponse:
        """
        Resume a paused release (e.g. after OAuth authorization). Use id='latest' to
        resume the most recent one.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._post(
            path_template("/servers/{qualified_name}/releases/{id}/resume", qualified_name=qualified_name, id=id),
            cast_to=ResumeResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": DeploymentError, "404": DeploymentError},
            ),
        )

    async def stream(
        self,
        id: str,
        *,
        qualified_name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncStream[ReleaseStreamResponse]:
        """
        Real-time SSE stream of release logs and status updates.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/servers/{qualified_name}/releases/{id}/stream", qualified_name=qualified_name, id=id),
            cast_to=ReleaseStreamResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="text/event-stream",
                errors={"404": DeploymentError},
                events=Events(data="text"),
            ),
            stream=True,
            stream_cls=AsyncStream[ReleaseStreamResponse],
        )


class ReleasesResourceWithRawResponse:
    def __init__(self, releases: ReleasesResource) -> None:
        self._releases = releases

        self.list = to_raw_response_wrapper(releases.list)

        self.deploy = to_raw_response_wrapper(releases.deploy)

        self.get = to_raw_response_wrapper(releases.get)

        self.resume = to_raw_response_wrapper(releases.resume)

        self.stream = to_raw_response_wrapper(releases.stream)


class ReleasesResourceWithStreamingResponse:
    def __init__(self, releases: ReleasesResource) -> None:
        self._releases = releases

        self.list = to_streamed_response_wrapper(releases.list)

        self.deploy = to_streamed_response_wrapper(releases.deploy)

        self.get = to_streamed_response_wrapper(releases.get)

        self.resume = to_streamed_response_wrapper(releases.resume)

        self.stream = to_streamed_response_wrapper(releases.stream)


class AsyncReleasesResourceWithRawResponse:
    def __init__(self, releases: AsyncReleasesResource) -> None:
        self._releases = releases

        self.list = async_to_raw_response_wrapper(releases.list)

        self.deploy = async_to_raw_response_wrapper(releases.deploy)

        self.get = async_to_raw_response_wrapper(releases.get)

        self.resume = async_to_raw_response_wrapper(releases.resume)

        self.stream = async_to_raw_response_wrapper(releases.stream)


class AsyncReleasesResourceWithStreamingResponse:
    def __init__(self, releases: AsyncReleasesResource) -> None:
        self._releases = releases

        self.list = async_to_streamed_response_wrapper(releases.list)

        self.deploy = async_to_streamed_response_wrapper(releases.deploy)

        self.get = async_to_streamed_response_wrapper(releases.get)

        self.resume = async_to_streamed_response_wrapper(releases.resume)

        self.stream = async_to_streamed_response_wrapper(releases.stream)
