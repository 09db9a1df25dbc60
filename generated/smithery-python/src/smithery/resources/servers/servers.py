from __future__ import annotations

from typing import TYPE_CHECKING, Optional
from functools import cached_property
from typing_extensions import Literal

from ..._http import httpx
from ..._path import path_template
from ...types import server_list_params, server_create_params, server_update_params
from ..._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
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
from ..._transform import transform
from ...pagination import SyncServersPage, AsyncServersPage
from ..._pagination import AsyncPaginator
from ...types.server import Server
from ...types.delete_success import DeleteSuccess
from ...types.registry_error import RegistryError
from ...types.server_summary import ServerSummary
from ...types.servers_list_error import ServersListError
from ...types.bundle_download_error import BundleDownloadError
from ...types.update_server_response import UpdateServerResponse
from ...types.create_namespace_server_response import CreateNamespaceServerResponse

if TYPE_CHECKING:
    from .icon import (
        IconResource,
        AsyncIconResource,
        IconResourceWithRawResponse,
        AsyncIconResourceWithRawResponse,
        IconResourceWithStreamingResponse,
        AsyncIconResourceWithStreamingResponse,
    )
    from .logs import (
        LogsResource,
        AsyncLogsResource,
        LogsResourceWithRawResponse,
        AsyncLogsResourceWithRawResponse,
        LogsResourceWithStreamingResponse,
        AsyncLogsResourceWithStreamingResponse,
    )
    from .domains import (
        DomainsResource,
        AsyncDomainsResource,
        DomainsResourceWithRawResponse,
        AsyncDomainsResourceWithRawResponse,
        DomainsResourceWithStreamingResponse,
        AsyncDomainsResourceWithStreamingResponse,
    )
    from .secrets import (
        SecretsResource,
        AsyncSecretsResource,
        SecretsResourceWithRawResponse,
        AsyncSecretsResourceWithRawResponse,
        SecretsResourceWithStreamingResponse,
        AsyncSecretsResourceWithStreamingResponse,
    )
    from .releases import (
        ReleasesResource,
        AsyncReleasesResource,
        ReleasesResourceWithRawResponse,
        AsyncReleasesResourceWithRawResponse,
        ReleasesResourceWithStreamingResponse,
        AsyncReleasesResourceWithStreamingResponse,
    )
    from .experimental import (
        ExperimentalResource,
        AsyncExperimentalResource,
        ExperimentalResourceWithRawResponse,
        AsyncExperimentalResourceWithRawResponse,
        ExperimentalResourceWithStreamingResponse,
        AsyncExperimentalResourceWithStreamingResponse,
    )

__all__ = ["ServersResource", "AsyncServersResource"]


class ServersResource(SyncAPIResource):
    @cached_property
    def experimental(self) -> ExperimentalResource:
        """Endpoints that may change without notice."""
        from .experimental import ExperimentalResource

        return ExperimentalResource(self._client)

    @cached_property
    def domains(self) -> DomainsResource:
        from .domains import DomainsResource

        return DomainsResource(self._client)

    @cached_property
    def icon(self) -> IconResource:
        from .icon import IconResource

        return IconResource(self._client)

    @cached_property
    def logs(self) -> LogsResource:
        from .logs import LogsResource

        return LogsResource(self._client)

    @cached_property
    def releases(self) -> ReleasesResource:
        from .releases import ReleasesResource

        return ReleasesResource(self._client)

    @cached_property
    def secrets(self) -> SecretsResource:
        from .secrets import SecretsResource

        return SecretsResource(self._client)

    @cached_property
    def with_raw_response(self) -> ServersResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return ServersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ServersResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return ServersResourceWithStreamingResponse(self)

    def create(
        self,
        qualified_name: str,
        *,
        description: str | Omit = omit,
        display_name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateNamespaceServerResponse:
        """
        Create a new server. Idempotent — returns success if the server already exists
        and is owned by the caller.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._put(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=CreateNamespaceServerResponse,
            body=transform(
                {"description": description, "display_name": display_name}, server_create_params.ServerCreateParams
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": RegistryError, "401": RegistryError, "403": RegistryError, "404": RegistryError},
            ),
        )

    def update(
        self,
        qualified_name: str,
        *,
        backlink_url: Optional[str] | Omit = omit,
        description: str | Omit = omit,
        display_name: str | Omit = omit,
        homepage: Optional[str] | Omit = omit,
        icon_url: Optional[str] | Omit = omit,
        license: Optional[str] | Omit = omit,
        repository_url: Optional[str] | Omit = omit,
        unlisted: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> UpdateServerResponse:
        """
        Update server metadata such as display name, description, repository, icon, or
        visibility.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._patch(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=UpdateServerResponse,
            body=transform(
                {
                    "backlink_url": backlink_url,
                    "description": description,
                    "display_name": display_name,
                    "homepage": homepage,
                    "icon_url": icon_url,
                    "license": license,
                    "repository_url": repository_url,
                    "unlisted": unlisted,
                },
                server_update_params.ServerUpdateParams,
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": RegistryError, "403": RegistryError, "404": RegistryError},
            ),
        )

    def list(
        self,
        *,
        fields: str | Omit = omit,
        ids: SequenceNotStr[str] | Omit = omit,
        is_deployed: Literal["0", "1", "true", "false"] | Omit = omit,
        namespace: str | Omit = omit,
        owner_id: str | Omit = omit,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        q: str | Omit = omit,
        qualified_name: str | Omit = omit,
        remote: Literal["0", "1", "true", "false"] | Omit = omit,
        repo_name: str | Omit = omit,
        repo_owner: str | Omit = omit,
        seed: int | Omit = omit,
        smithery_managed: Literal["0", "1", "true", "false"] | Omit = omit,
        top_k: int | Omit = omit,
        verified: Literal["0", "1", "true", "false"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncServersPage[ServerSummary]:
        """
        Search and browse public MCP servers in the Smithery registry. Supports
        full-text and semantic search via the `q` parameter, and filtering by deployment
        status, verification, ownership, and more.

        Args:
          fields: Comma-separated list of fields to include in response

          is_deployed: Filter by deployment status. Deployed servers are hosted on Smithery
              infrastructure.

          namespace: Filter by the namespace that owns the server.

          owner_id: Filter by the server owner's user ID.

          page: Page number (1-indexed).

          page_size: Number of results per page (default 10, max 100).

          q: Search query for full-text and semantic search across server names and
              descriptions.

          qualified_name: Exact match on the server's qualified name (e.g. "smithery/hello-world").
              Deprecated: use GET /servers/:namespace/:server instead.

          remote: Filter by remote status. Remote servers are accessed via URL; non-remote servers
              run locally via stdio.

          repo_name: Filter by GitHub repository name from repository_url.

          repo_owner: Filter by GitHub repository owner from repository_url.

          seed: Random seed for deterministic pagination. When provided, results use a stable
              sort order that is consistent across pages for the same seed value.

          smithery_managed: Filter to servers whose namespace is owned by the Smithery org.

          top_k: Maximum number of candidate results to consider from the search index before
              pagination. The server applies a hard cap of 500 to keep the rerank window
              bounded; pass `seed` for stable deep pagination.

          verified: Filter to only verified servers.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get_api_list(
            "/servers",
            page=SyncServersPage[ServerSummary],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {
                        "fields": fields,
                        "ids": ids,
                        "is_deployed": is_deployed,
                        "namespace": namespace,
                        "owner_id": owner_id,
                        "page": page,
                        "page_size": page_size,
                        "q": q,
                        "qualified_name": qualified_name,
                        "remote": remote,
                        "repo_name": repo_name,
                        "repo_owner": repo_owner,
                        "seed": seed,
                        "smithery_managed": smithery_managed,
                        "top_k": top_k,
                        "verified": verified,
                    },
                    server_list_params.ServerListParams,
                ),
                errors={"400": ServersListError, "401": ServersListError, "422": ServersListError},
            ),
        )

    def delete(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeleteSuccess:
        """
        Permanently delete a server, its releases, and associated resources.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._delete(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=DeleteSuccess,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": RegistryError},
            ),
        )

    def download(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> BinaryAPIResponse:
        """
        Download the MCPB bundle for the latest successful stdio release.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/servers/{qualified_name}/download", qualified_name=qualified_name),
            cast_to=BinaryAPIResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="application/zip",
                errors={"404": BundleDownloadError},
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
    ) -> Server:
        """
        Retrieve server details including connections, tools, and security status.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=Server,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": RegistryError},
            ),
        )


class AsyncServersResource(AsyncAPIResource):
    @cached_property
    def experimental(self) -> AsyncExperimentalResource:
        """Endpoints that may change without notice."""
        from .experimental import AsyncExperimentalResource

        return AsyncExperimentalResource(self._client)

    @cached_property
    def domains(self) -> AsyncDomainsResource:
        from .domains import AsyncDomainsResource

        return AsyncDomainsResource(self._client)

    @cached_property
    def icon(self) -> AsyncIconResource:
        from .icon import AsyncIconResource

        return AsyncIconResource(self._client)

    @cached_property
    def logs(self) -> AsyncLogsResource:
        from .logs import AsyncLogsResource

        return AsyncLogsResource(self._client)

    @cached_property
    def releases(self) -> AsyncReleasesResource:
        from .releases import AsyncReleasesResource

        return AsyncReleasesResource(self._client)

    @cached_property
    def secrets(self) -> AsyncSecretsResource:
        from .secrets import AsyncSecretsResource

        return AsyncSecretsResource(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncServersResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncServersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncServersResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncServersResourceWithStreamingResponse(self)

    async def create(
        self,
        qualified_name: str,
        *,
        description: str | Omit = omit,
        display_name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateNamespaceServerResponse:
        """
        Create a new server. Idempotent — returns success if the server already exists
        and is owned by the caller.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._put(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=CreateNamespaceServerResponse,
            body=transform(
                {"description": description, "display_name": display_name}, server_create_params.ServerCreateParams
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": RegistryError, "401": RegistryError, "403": RegistryError, "404": RegistryError},
            ),
        )

    async def update(
        self,
        qualified_name: str,
        *,
        backlink_url: Optional[str] | Omit = omit,
        description: str | Omit = omit,
        display_name: str | Omit = omit,
        homepage: Optional[str] | Omit = omit,
        icon_url: Optional[str] | Omit = omit,
        license: Optional[str] | Omit = omit,
        repository_url: Optional[str] | Omit = omit,
        unlisted: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> UpdateServerResponse:
        """
        Update server metadata such as display name, description, repository, icon, or
        visibility.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._patch(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=UpdateServerResponse,
            body=transform(
                {
                    "backlink_url": backlink_url,
                    "description": description,
                    "display_name": display_name,
                    "homepage": homepage,
                    "icon_url": icon_url,
                    "license": license,
                    "repository_url": repository_url,
                    "unlisted": unlisted,
                },
                server_update_params.ServerUpdateParams,
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": RegistryError, "403": RegistryError, "404": RegistryError},
            ),
        )

    def list(
        self,
        *,
        fields: str | Omit = omit,
        ids: SequenceNotStr[str] | Omit = omit,
        is_deployed: Literal["0", "1", "true", "false"] | Omit = omit,
        namespace: str | Omit = omit,
        owner_id: str | Omit = omit,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        q: str | Omit = omit,
        qualified_name: str | Omit = omit,
        remote: Literal["0", "1", "true", "false"] | Omit = omit,
        repo_name: str | Omit = omit,
        repo_owner: str | Omit = omit,
        seed: int | Omit = omit,
        smithery_managed: Literal["0", "1", "true", "false"] | Omit = omit,
        top_k: int | Omit = omit,
        verified: Literal["0", "1", "true", "false"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[ServerSummary, AsyncServersPage[ServerSummary]]:
        """
        Search and browse public MCP servers in the Smithery registry. Supports
        full-text and semantic search via the `q` parameter, and filtering by deployment
        status, verification, ownership, and more.

        Args:
          fields: Comma-separated list of fields to include in response

          is_deployed: Filter by deployment status. Deployed servers are hosted on Smithery
              infrastructure.

          namespace: Filter by the namespace that owns the server.

          owner_id: Filter by the server owner's user ID.

          page: Page number (1-indexed).

          page_size: Number of results per page (default 10, max 100).

          q: Search query for full-text and semantic search across server names and
              descriptions.

          qualified_name: Exact match on the server's qualified name (e.g. "smithery/hello-world").
              Deprecated: use GET /servers/:namespace/:server instead.

          remote: Filter by remote status. Remote servers are accessed via URL; non-remote servers
              run locally via stdio.

          repo_name: Filter by GitHub repository name from repository_url.

          repo_owner: Filter by GitHub repository owner from repository_url.

          seed: Random seed for deterministic pagination. When provided, results use a stable
              sort order that is consistent across pages for the same seed value.

          smithery_managed: Filter to servers whose namespace is owned by the Smithery org.

          top_k: Maximum number of candidate results to consider from the search index before
              pagination. The server applies a hard cap of 500 to keep the rerank window
              bounded; pass `seed` for stable deep pagination.

          verified: Filter to only verified servers.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get_api_list(
            "/servers",
            page=AsyncServersPage[ServerSummary],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {
                        "fields": fields,
                        "ids": ids,
                        "is_deployed": is_deployed,
                        "namespace": namespace,
                        "owner_id": owner_id,
                        "page": page,
                        "page_size": page_size,
                        "q": q,
                        "qualified_name": qualified_name,
                        "remote": remote,
                        "repo_name": repo_name,
                        "repo_owner": repo_owner,
                        "seed": seed,
                        "smithery_managed": smithery_managed,
                        "top_k": top_k,
                        "verified": verified,
                    },
                    server_list_params.ServerListParams,
                ),
                errors={"400": ServersListError, "401": ServersListError, "422": ServersListError},
            ),
        )

    async def delete(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeleteSuccess:
        """
        Permanently delete a server, its releases, and associated resources.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._delete(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=DeleteSuccess,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": RegistryError},
            ),
        )

    async def download(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncBinaryAPIResponse:
        """
        Download the MCPB bundle for the latest successful stdio release.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/servers/{qualified_name}/download", qualified_name=qualified_name),
            cast_to=AsyncBinaryAPIResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="application/zip",
                errors={"404": BundleDownloadError},
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
    ) -> Server:
        """
        Retrieve server details including connections, tools, and security status.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=Server,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": RegistryError},
            ),
        )


class ServersResourceWithRawResponse:
    def __init__(self, servers: ServersResource) -> None:
        self._servers = servers

        self.create = to_raw_response_wrapper(servers.create)

        self.update = to_raw_response_wrapper(servers.update)

        self.list = to_raw_response_wrapper(servers.list)

        self.delete = to_raw_response_wrapper(servers.delete)

        self.download = to_custom_raw_response_wrapper(servers.download, BinaryAPIResponse)

        self.get = to_raw_response_wrapper(servers.get)

    @cached_property
    def experimental(self) -> ExperimentalResourceWithRawResponse:
        from .experimental import ExperimentalResourceWithRawResponse

        return ExperimentalResourceWithRawResponse(self._servers.experimental)

    @cached_property
    def domains(self) -> DomainsResourceWithRawResponse:
        from .domains import DomainsResourceWithRawResponse

        return DomainsResourceWithRawResponse(self._servers.domains)

    @cached_property
    def icon(self) -> IconResourceWithRawResponse:
        from .icon import IconResourceWithRawResponse

        return IconResourceWithRawResponse(self._servers.icon)

    @cached_property
    def logs(self) -> LogsResourceWithRawResponse:
        from .logs import LogsResourceWithRawResponse

        return LogsResourceWithRawResponse(self._servers.logs)

    @cached_property
    def releases(self) -> ReleasesResourceWithRawResponse:
        from .releases import ReleasesResourceWithRawResponse

        return ReleasesResourceWithRawResponse(self._servers.releases)

    @cached_property
    def secrets(self) -> SecretsResourceWithRawResponse:
        from .secrets import SecretsResourceWithRawResponse

        return SecretsResourceWithRawResponse(self._servers.secrets)


class ServersResourceWithStreamingResponse:
    def __init__(self, servers: ServersResource) -> None:
        self._servers = servers

        self.create = to_streamed_response_wrapper(servers.create)

        self.update = to_streamed_response_wrapper(servers.update)

        self.list = to_streamed_response_wrapper(servers.list)

        self.delete = to_streamed_response_wrapper(servers.delete)

        self.download = to_custom_streamed_response_wrapper(servers.download, StreamedBinaryAPIResponse)

        self.get = to_streamed_response_wrapper(servers.get)

    @cached_property
    def experimental(self) -> ExperimentalResourceWithStreamingResponse:
        from .experimental import ExperimentalResourceWithStreamingResponse

        return ExperimentalResourceWithStreamingResponse(self._servers.experimental)

    @cached_property
    def domains(self) -> DomainsResourceWithStreamingResponse:
        from .domains import DomainsResourceWithStreamingResponse

        return DomainsResourceWithStreamingResponse(self._servers.domains)

    @cached_property
    def icon(self) -> IconResourceWithStreamingResponse:
        from .icon import IconResourceWithStreamingResponse

        return IconResourceWithStreamingResponse(self._servers.icon)

    @cached_property
    def logs(self) -> LogsResourceWithStreamingResponse:
        from .logs import LogsResourceWithStreamingResponse

        return LogsResourceWithStreamingResponse(self._servers.logs)

    @cached_property
    def releases(self) -> ReleasesResourceWithStreamingResponse:
        from .releases import ReleasesResourceWithStreamingResponse

        return ReleasesResourceWithStreamingResponse(self._servers.releases)

    @cached_property
    def secrets(self) -> SecretsResourceWithStreamingResponse:
        from .secrets import SecretsResourceWithStreamingResponse

        return SecretsResourceWithStreamingResponse(self._servers.secrets)


class AsyncServersResourceWithRawResponse:
    def __init__(self, servers: AsyncServersResource) -> None:
        self._servers = servers

        self.create = async_to_raw_response_wrapper(servers.create)

        self.update = async_to_raw_response_wrapper(servers.update)

        self.list = async_to_raw_response_wrapper(servers.list)

        self.delete = async_to_raw_response_wrapper(servers.delete)

        self.download = async_to_custom_raw_response_wrapper(servers.download, AsyncBinaryAPIResponse)

        self.get = async_to_raw_response_wrapper(servers.get)

    @cached_property
    def experimental(self) -> AsyncExperimentalResourceWithRawResponse:
        from .experimental import AsyncExperimentalResourceWithRawResponse

        return AsyncExperimentalResourceWithRawResponse(self._servers.experimental)

    @cached_property
    def domains(self) -> AsyncDomainsResourceWithRawResponse:
        from .domains import AsyncDomainsResourceWithRawResponse

        return AsyncDomainsResourceWithRawResponse(self._servers.domains)

    @cached_property
    def icon(self) -> AsyncIconResourceWithRawResponse:
        from .icon import AsyncIconResourceWithRawResponse

        return AsyncIconResourceWithRawResponse(self._servers.icon)

    @cached_property
    def logs(self) -> AsyncLogsResourceWithRawResponse:
        from .logs import AsyncLogsResourceWithRawResponse

        return AsyncLogsResourceWithRawResponse(self._servers.logs)

    @cached_property
    def releases(self) -> AsyncReleasesResourceWithRawResponse:
        from .releases import AsyncReleasesResourceWithRawResponse

        return AsyncReleasesResourceWithRawResponse(self._servers.releases)

    @cached_property
    def secrets(self) -> AsyncSecretsResourceWithRawResponse:
        from .secrets import AsyncSecretsResourceWithRawResponse

        return AsyncSecretsResourceWithRawResponse(self._servers.secrets)


class AsyncServersResourceWithStreamingResponse:
    def __init__(self, servers: AsyncServersResource) -> None:
        self._servers = servers

        self.create = async_to_streamed_response_wrapper(servers.create)

        self.update = async_to_streamed_response_wrapper(servers.update)

        self.list = async_to_streamed_response_wrapper(servers.list)

        self.delete = async_to_streamed_response_wrapper(servers.delete)

        self.download = async_to_custom_streamed_response_wrapper(servers.download, AsyncStreamedBinaryAPIResponse)

        self.get = async_to_streamed_response_wrapper(servers.get)

    @cached_property
    def experimental(self) -> AsyncExperimentalResourceWithStreamingResponse:
        from .experimental import AsyncExperimentalResourceWithStreamingResponse

        return AsyncExperimentalResourceWithStreamingResponse(self._servers.experimental)

    @cached_property
    def domains(self) -> AsyncDomainsResourceWithStreamingResponse:
        from .domains import AsyncDomainsResourceWithStreamingResponse

        return AsyncDomainsResourceWithStreamingResponse(self._servers.domains)

    @cached_property
    def icon(self) -> AsyncIconResourceWithStreamingResponse:
        from .icon import AsyncIconResourceWithStreamingResponse

        return AsyncIconResourceWithStreamingResponse(self._servers.icon)

    @cached_property
    def logs(self) -> AsyncLogsResourceWithStreamingResponse:
        from .logs import AsyncLogsResourceWithStreamingResponse

        return AsyncLogsResourceWithStreamingResponse(self._servers.logs)

    @cached_property
    def releases(self) -> AsyncReleasesResourceWithStreamingResponse:
        from .releases import AsyncReleasesResourceWithStreamingResponse

        return AsyncReleasesResourceWithStreamingResponse(self._servers.releases)

    @cached_property
    def secrets(self) -> AsyncSecretsResourceWithStreamingResponse:
        from .secrets import AsyncSecretsResourceWithStreamingResponse

        return AsyncSecretsResourceWithStreamingResponse(self._servers.secrets)
