from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping
from functools import cached_property
from typing_extensions import Self, override

from ._env import read_env
from ._auth import AuthScheme, bearer
from ._http import httpx
from ._brand import BASE_URL_ENV, SmitheryError
from ._types import Headers, NotGiven, Credential, AsyncCredential, not_given
from ._version import __version__
from ._base_client import DEFAULT_MAX_RETRIES, SyncAPIClient, AsyncAPIClient

if TYPE_CHECKING:
    from .resources.health import (
        HealthResource,
        AsyncHealthResource,
        HealthResourceWithRawResponse,
        AsyncHealthResourceWithRawResponse,
        HealthResourceWithStreamingResponse,
        AsyncHealthResourceWithStreamingResponse,
    )
    from .resources.skills import (
        SkillsResource,
        AsyncSkillsResource,
        SkillsResourceWithRawResponse,
        AsyncSkillsResourceWithRawResponse,
        SkillsResourceWithStreamingResponse,
        AsyncSkillsResourceWithStreamingResponse,
    )
    from .resources.tokens import (
        TokensResource,
        AsyncTokensResource,
        TokensResourceWithRawResponse,
        AsyncTokensResourceWithRawResponse,
        TokensResourceWithStreamingResponse,
        AsyncTokensResourceWithStreamingResponse,
    )
    from .resources.connect.connect import (
        ConnectResource,
        AsyncConnectResource,
        ConnectResourceWithRawResponse,
        AsyncConnectResourceWithRawResponse,
        ConnectResourceWithStreamingResponse,
        AsyncConnectResourceWithStreamingResponse,
    )
    from .resources.servers.servers import (
        ServersResource,
        AsyncServersResource,
        ServersResourceWithRawResponse,
        AsyncServersResourceWithRawResponse,
        ServersResourceWithStreamingResponse,
        AsyncServersResourceWithStreamingResponse,
    )
    from .resources.namespaces.namespaces import (
        NamespacesResource,
        AsyncNamespacesResource,
        NamespacesResourceWithRawResponse,
        AsyncNamespacesResourceWithRawResponse,
        NamespacesResourceWithStreamingResponse,
        AsyncNamespacesResourceWithStreamingResponse,
    )
    from .resources.organizations.organizations import (
        OrganizationsResource,
        AsyncOrganizationsResource,
        OrganizationsResourceWithRawResponse,
        AsyncOrganizationsResourceWithRawResponse,
        OrganizationsResourceWithStreamingResponse,
        AsyncOrganizationsResourceWithStreamingResponse,
    )

__all__ = ["Smithery", "AsyncSmithery", "Client", "AsyncClient"]


class Smithery(SyncAPIClient):
    """
    Client of the Smithery Platform API.

    Safe to share: make one and keep it. `close()` or a `with` block ends its connections.
    """

    api_key: Credential
    """Smithery API key."""

    def __init__(
        self,
        *,
        api_key: Credential = None,
        base_url: str | httpx.URL | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx.Client | None = None,
        max_response_bytes: int | None = None,
        _strict_response_validation: bool = False,
    ) -> None:
        if api_key is None:
            api_key = read_env("SMITHERY_API_KEY")
        if api_key is None:
            raise SmitheryError(
                "The client option api_key is missing: pass api_key to Smithery, or set the environment variable SMITHERY_API_KEY"
            )
        self.api_key = api_key

        given = base_url if base_url is not None else read_env(BASE_URL_ENV)
        super().__init__(
            base_url=given if given is not None else "https://api.smithery.ai",
            base_url_overridden=given is not None,
            version=__version__,
            max_retries=max_retries,
            timeout=timeout,
            http_client=http_client,
            default_headers=default_headers,
            default_query=default_query,
            max_response_bytes=max_response_bytes,
            query_defaults=("repeat", "brackets"),
            _strict_response_validation=_strict_response_validation,
        )

    @cached_property
    def servers(self) -> ServersResource:
        from .resources.servers.servers import ServersResource

        return ServersResource(self)

    @cached_property
    def connect(self) -> ConnectResource:
        """Connections to MCP servers, with their tools and triggers."""
        from .resources.connect.connect import ConnectResource

        return ConnectResource(self)

    @cached_property
    def health(self) -> HealthResource:
        from .resources.health import HealthResource

        return HealthResource(self)

    @cached_property
    def namespaces(self) -> NamespacesResource:
        from .resources.namespaces.namespaces import NamespacesResource

        return NamespacesResource(self)

    @cached_property
    def organizations(self) -> OrganizationsResource:
        from .resources.organizations.organizations import OrganizationsResource

        return OrganizationsResource(self)

    @cached_property
    def skills(self) -> SkillsResource:
        from .resources.skills import SkillsResource

        return SkillsResource(self)

    @cached_property
    def tokens(self) -> TokensResource:
        from .resources.tokens import TokensResource

        return TokensResource(self)

    @cached_property
    def with_raw_response(self) -> SmitheryWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return SmitheryWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SmitheryWithStreamedResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return SmitheryWithStreamedResponse(self)

    @property
    @override
    def _auth_schemes(self) -> Mapping[str, AuthScheme]:
        return {"bearerAuth": bearer(self.api_key)}

    def copy(
        self,
        *,
        api_key: Credential = None,
        base_url: str | httpx.URL | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
        http_client: httpx.Client | None = None,
        max_retries: int | NotGiven = not_given,
        default_headers: Headers | None = None,
        set_default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        max_response_bytes: int | None | NotGiven = not_given,
        _extra_kwargs: Mapping[str, Any] = {},
    ) -> Self:
        """A client with some options replaced; it shares the connections of this one."""
        copied = self._copy_options(
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            set_default_headers=set_default_headers,
            default_query=default_query,
            set_default_query=set_default_query,
            max_response_bytes=max_response_bytes,
        )
        client = self.__class__(
            api_key=api_key if api_key is not None else self.api_key,
            http_client=http_client,
            **copied,
            **_extra_kwargs,
        )
        return client._share(self, http_client=http_client, base_url_given=base_url is not None)

    with_options = copy


class AsyncSmithery(AsyncAPIClient):
    """
    Asynchronous client of the Smithery Platform API.

    Safe to share: make one and keep it. `close()` or a `with` block ends its connections.
    """

    api_key: AsyncCredential
    """Smithery API key."""

    def __init__(
        self,
        *,
        api_key: AsyncCredential = None,
        base_url: str | httpx.URL | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx.AsyncClient | None = None,
        max_response_bytes: int | None = None,
        _strict_response_validation: bool = False,
    ) -> None:
        if api_key is None:
            api_key = read_env("SMITHERY_API_KEY")
        if api_key is None:
            raise SmitheryError(
                "The client option api_key is missing: pass api_key to AsyncSmithery, or set the environment variable SMITHERY_API_KEY"
            )
        self.api_key = api_key

        given = base_url if base_url is not None else read_env(BASE_URL_ENV)
        super().__init__(
            base_url=given if given is not None else "https://api.smithery.ai",
            base_url_overridden=given is not None,
            version=__version__,
            max_retries=max_retries,
            timeout=timeout,
            http_client=http_client,
            default_headers=default_headers,
            default_query=default_query,
            max_response_bytes=max_response_bytes,
            query_defaults=("repeat", "brackets"),
            _strict_response_validation=_strict_response_validation,
        )

    @cached_property
    def servers(self) -> AsyncServersResource:
        from .resources.servers.servers import AsyncServersResource

        return AsyncServersResource(self)

    @cached_property
    def connect(self) -> AsyncConnectResource:
        """Connections to MCP servers, with their tools and triggers."""
        from .resources.connect.connect import AsyncConnectResource

        return AsyncConnectResource(self)

    @cached_property
    def health(self) -> AsyncHealthResource:
        from .resources.health import AsyncHealthResource

        return AsyncHealthResource(self)

    @cached_property
    def namespaces(self) -> AsyncNamespacesResource:
        from .resources.namespaces.namespaces import AsyncNamespacesResource

        return AsyncNamespacesResource(self)

    @cached_property
    def organizations(self) -> AsyncOrganizationsResource:
        from .resources.organizations.organizations import AsyncOrganizationsResource

        return AsyncOrganizationsResource(self)

    @cached_property
    def skills(self) -> AsyncSkillsResource:
        from .resources.skills import AsyncSkillsResource

        return AsyncSkillsResource(self)

    @cached_property
    def tokens(self) -> AsyncTokensResource:
        from .resources.tokens import AsyncTokensResource

        return AsyncTokensResource(self)

    @cached_property
    def with_raw_response(self) -> AsyncSmitheryWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncSmitheryWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncSmitheryWithStreamedResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncSmitheryWithStreamedResponse(self)

    @property
    @override
    def _auth_schemes(self) -> Mapping[str, AuthScheme]:
        return {"bearerAuth": bearer(self.api_key)}

    def copy(
        self,
        *,
        api_key: AsyncCredential = None,
        base_url: str | httpx.URL | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
        http_client: httpx.AsyncClient | None = None,
        max_retries: int | NotGiven = not_given,
        default_headers: Headers | None = None,
        set_default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        max_response_bytes: int | None | NotGiven = not_given,
        _extra_kwargs: Mapping[str, Any] = {},
    ) -> Self:
        """A client with some options replaced; it shares the connections of this one."""
        copied = self._copy_options(
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            set_default_headers=set_default_headers,
            default_query=default_query,
            set_default_query=set_default_query,
            max_response_bytes=max_response_bytes,
        )
        client = self.__class__(
            api_key=api_key if api_key is not None else self.api_key,
            http_client=http_client,
            **copied,
            **_extra_kwargs,
        )
        return client._share(self, http_client=http_client, base_url_given=base_url is not None)

    with_options = copy


class SmitheryWithRawResponse:
    def __init__(self, client: Smithery) -> None:
        self._client = client

    @cached_property
    def servers(self) -> ServersResourceWithRawResponse:
        from .resources.servers.servers import ServersResourceWithRawResponse

        return ServersResourceWithRawResponse(self._client.servers)

    @cached_property
    def connect(self) -> ConnectResourceWithRawResponse:
        from .resources.connect.connect import ConnectResourceWithRawResponse

        return ConnectResourceWithRawResponse(self._client.connect)

    @cached_property
    def health(self) -> HealthResourceWithRawResponse:
        from .resources.health import HealthResourceWithRawResponse

        return HealthResourceWithRawResponse(self._client.health)

    @cached_property
    def namespaces(self) -> NamespacesResourceWithRawResponse:
        from .resources.namespaces.namespaces import NamespacesResourceWithRawResponse

        return NamespacesResourceWithRawResponse(self._client.namespaces)

    @cached_property
    def organizations(self) -> OrganizationsResourceWithRawResponse:
        from .resources.organizations.organizations import OrganizationsResourceWithRawResponse

        return OrganizationsResourceWithRawResponse(self._client.organizations)

    @cached_property
    def skills(self) -> SkillsResourceWithRawResponse:
        from .resources.skills import SkillsResourceWithRawResponse

        return SkillsResourceWithRawResponse(self._client.skills)

    @cached_property
    def tokens(self) -> TokensResourceWithRawResponse:
        from .resources.tokens import TokensResourceWithRawResponse

        return TokensResourceWithRawResponse(self._client.tokens)


class SmitheryWithStreamedResponse:
    def __init__(self, client: Smithery) -> None:
        self._client = client

    @cached_property
    def servers(self) -> ServersResourceWithStreamingResponse:
        from .resources.servers.servers import ServersResourceWithStreamingResponse

        return ServersResourceWithStreamingResponse(self._client.servers)

    @cached_property
    def connect(self) -> ConnectResourceWithStreamingResponse:
        from .resources.connect.connect import ConnectResourceWithStreamingResponse

        return ConnectResourceWithStreamingResponse(self._client.connect)

    @cached_property
    def health(self) -> HealthResourceWithStreamingResponse:
        from .resources.health import HealthResourceWithStreamingResponse

        return HealthResourceWithStreamingResponse(self._client.health)

    @cached_property
    def namespaces(self) -> NamespacesResourceWithStreamingResponse:
        from .resources.namespaces.namespaces import NamespacesResourceWithStreamingResponse

        return NamespacesResourceWithStreamingResponse(self._client.namespaces)

    @cached_property
    def organizations(self) -> OrganizationsResourceWithStreamingResponse:
        from .resources.organizations.organizations import OrganizationsResourceWithStreamingResponse

        return OrganizationsResourceWithStreamingResponse(self._client.organizations)

    @cached_property
    def skills(self) -> SkillsResourceWithStreamingResponse:
        from .resources.skills import SkillsResourceWithStreamingResponse

        return SkillsResourceWithStreamingResponse(self._client.skills)

    @cached_property
    def tokens(self) -> TokensResourceWithStreamingResponse:
        from .resources.tokens import TokensResourceWithStreamingResponse

        return TokensResourceWithStreamingResponse(self._client.tokens)


class AsyncSmitheryWithRawResponse:
    def __init__(self, client: AsyncSmithery) -> None:
        self._client = client

    @cached_property
    def servers(self) -> AsyncServersResourceWithRawResponse:
        from .resources.servers.servers import AsyncServersResourceWithRawResponse

        return AsyncServersResourceWithRawResponse(self._client.servers)

    @cached_property
    def connect(self) -> AsyncConnectResourceWithRawResponse:
        from .resources.connect.connect import AsyncConnectResourceWithRawResponse

        return AsyncConnectResourceWithRawResponse(self._client.connect)

    @cached_property
    def health(self) -> AsyncHealthResourceWithRawResponse:
        from .resources.health import AsyncHealthResourceWithRawResponse

        return AsyncHealthResourceWithRawResponse(self._client.health)

    @cached_property
    def namespaces(self) -> AsyncNamespacesResourceWithRawResponse:
        from .resources.namespaces.namespaces import AsyncNamespacesResourceWithRawResponse

        return AsyncNamespacesResourceWithRawResponse(self._client.namespaces)

    @cached_property
    def organizations(self) -> AsyncOrganizationsResourceWithRawResponse:
        from .resources.organizations.organizations import AsyncOrganizationsResourceWithRawResponse

        return AsyncOrganizationsResourceWithRawResponse(self._client.organizations)

    @cached_property
    def skills(self) -> AsyncSkillsResourceWithRawResponse:
        from .resources.skills import AsyncSkillsResourceWithRawResponse

        return AsyncSkillsResourceWithRawResponse(self._client.skills)

    @cached_property
    def tokens(self) -> AsyncTokensResourceWithRawResponse:
        from .resources.tokens import AsyncTokensResourceWithRawResponse

        return AsyncTokensResourceWithRawResponse(self._client.tokens)


class AsyncSmitheryWithStreamedResponse:
    def __init__(self, client: AsyncSmithery) -> None:
        self._client = client

    @cached_property
    def servers(self) -> AsyncServersResourceWithStreamingResponse:
        from .resources.servers.servers import AsyncServersResourceWithStreamingResponse

        return AsyncServersResourceWithStreamingResponse(self._client.servers)

    @cached_property
    def connect(self) -> AsyncConnectResourceWithStreamingResponse:
        from .resources.connect.connect import AsyncConnectResourceWithStreamingResponse

        return AsyncConnectResourceWithStreamingResponse(self._client.connect)

    @cached_property
    def health(self) -> AsyncHealthResourceWithStreamingResponse:
        from .resources.health import AsyncHealthResourceWithStreamingResponse

        return AsyncHealthResourceWithStreamingResponse(self._client.health)

    @cached_property
    def namespaces(self) -> AsyncNamespacesResourceWithStreamingResponse:
        from .resources.namespaces.namespaces import AsyncNamespacesResourceWithStreamingResponse

        return AsyncNamespacesResourceWithStreamingResponse(self._client.namespaces)

    @cached_property
    def organizations(self) -> AsyncOrganizationsResourceWithStreamingResponse:
        from .resources.organizations.organizations import AsyncOrganizationsResourceWithStreamingResponse

        return AsyncOrganizationsResourceWithStreamingResponse(self._client.organizations)

    @cached_property
    def skills(self) -> AsyncSkillsResourceWithStreamingResponse:
        from .resources.skills import AsyncSkillsResourceWithStreamingResponse

        return AsyncSkillsResourceWithStreamingResponse(self._client.skills)

    @cached_property
    def tokens(self) -> AsyncTokensResourceWithStreamingResponse:
        from .resources.tokens import AsyncTokensResourceWithStreamingResponse

        return AsyncTokensResourceWithStreamingResponse(self._client.tokens)


Client = Smithery

AsyncClient = AsyncSmithery
