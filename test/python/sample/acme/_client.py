from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping
from functools import cached_property
from typing_extensions import Self, override

import httpx

from ._env import read_env
from ._auth import AuthScheme, basic, bearer, api_key, client_credentials
from ._brand import BASE_URL_ENV, AcmeError
from ._retry import RetrySettings
from ._types import Omit, Headers, NotGiven, Credential, AsyncCredential, not_given
from ._version import __version__
from ._base_client import DEFAULT_MAX_RETRIES, SyncAPIClient, AsyncAPIClient

if TYPE_CHECKING:
    from .resources.servers import ServersResource, AsyncServersResource

__all__ = ["Acme", "AsyncAcme", "Client", "AsyncClient"]


class Acme(SyncAPIClient):
    api_key: Credential
    key: Credential
    org: str | None

    def __init__(
        self,
        *,
        api_key: Credential = None,
        key: Credential = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        username: str | None = None,
        password: str | None = None,
        token_url: str = "",
        org: str | None = None,
        base_url: str | httpx.URL | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx.Client | None = None,
        max_response_bytes: int | None = None,
        deadline: float | None = None,
        retry: RetrySettings | None = None,
        _strict_response_validation: bool = False,
    ) -> None:
        if api_key is None:
            api_key = read_env("ACME_API_KEY")
        if api_key is None and key is None and client_id is None and username is None:
            raise AcmeError(
                "The api_key client option must be set either by passing api_key to the client or by setting the "
                "ACME_API_KEY environment variable"
            )
        self.api_key = api_key
        self.key = key
        self.client_id = client_id
        self.client_secret = client_secret
        self.username = username
        self.password = password
        self.token_url = token_url
        self.org = org
        given = base_url if base_url is not None else read_env(BASE_URL_ENV)
        super().__init__(
            base_url=given if given is not None else "https://api.acme.test/v1",
            base_url_overridden=given is not None,
            version=__version__,
            max_retries=max_retries,
            timeout=timeout,
            http_client=http_client,
            default_headers=default_headers,
            default_query=default_query,
            max_response_bytes=max_response_bytes,
            custom_headers={"X-Org": org if org is not None else Omit()},
            idempotency_header="Idempotency-Key",
            credentials={"bearer": "api_key", "query": "key"},
            redact=("X-Acme-Id",),
            deadline=deadline,
            retry=retry,
            _strict_response_validation=_strict_response_validation,
        )

    @cached_property
    def servers(self) -> ServersResource:
        from .resources.servers import ServersResource

        return ServersResource(self)

    @property
    @override
    def _auth_schemes(self) -> Mapping[str, AuthScheme]:
        schemes = {"bearer": bearer(self.api_key), "query": api_key("query", "key", self.key)}
        if self.username is not None:
            schemes["basic"] = basic(self.username, self.password)
        if self.client_id is not None:
            schemes["oauth"] = client_credentials(self.token_url, self.client_id, self.client_secret)
        return schemes

    def copy(
        self,
        *,
        api_key: Credential = None,
        key: Credential = None,
        org: str | None = None,
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
        """Returns a copy of this client with other options. Connections and cached tokens are shared."""
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
            key=key if key is not None else self.key,
            client_id=self.client_id,
            client_secret=self.client_secret,
            username=self.username,
            password=self.password,
            token_url=self.token_url,
            org=org if org is not None else self.org,
            http_client=http_client,
            **copied,
            **_extra_kwargs,
        )
        return client._share(self, http_client=http_client, base_url_given=base_url is not None)

    with_options = copy


class AsyncAcme(AsyncAPIClient):
    api_key: AsyncCredential
    key: AsyncCredential
    org: str | None

    def __init__(
        self,
        *,
        api_key: AsyncCredential = None,
        key: AsyncCredential = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        username: str | None = None,
        password: str | None = None,
        token_url: str = "",
        org: str | None = None,
        base_url: str | httpx.URL | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx.AsyncClient | None = None,
        max_response_bytes: int | None = None,
        deadline: float | None = None,
        retry: RetrySettings | None = None,
        _strict_response_validation: bool = False,
    ) -> None:
        if api_key is None:
            api_key = read_env("ACME_API_KEY")
        if api_key is None and key is None and client_id is None and username is None:
            raise AcmeError(
                "The api_key client option must be set either by passing api_key to the client or by setting the "
                "ACME_API_KEY environment variable"
            )
        self.api_key = api_key
        self.key = key
        self.client_id = client_id
        self.client_secret = client_secret
        self.username = username
        self.password = password
        self.token_url = token_url
        self.org = org
        given = base_url if base_url is not None else read_env(BASE_URL_ENV)
        super().__init__(
            base_url=given if given is not None else "https://api.acme.test/v1",
            base_url_overridden=given is not None,
            version=__version__,
            max_retries=max_retries,
            timeout=timeout,
            http_client=http_client,
            default_headers=default_headers,
            default_query=default_query,
            max_response_bytes=max_response_bytes,
            custom_headers={"X-Org": org if org is not None else Omit()},
            idempotency_header="Idempotency-Key",
            credentials={"bearer": "api_key", "query": "key"},
            redact=("X-Acme-Id",),
            deadline=deadline,
            retry=retry,
            _strict_response_validation=_strict_response_validation,
        )

    @cached_property
    def servers(self) -> AsyncServersResource:
        from .resources.servers import AsyncServersResource

        return AsyncServersResource(self)

    @property
    @override
    def _auth_schemes(self) -> Mapping[str, AuthScheme]:
        schemes = {"bearer": bearer(self.api_key), "query": api_key("query", "key", self.key)}
        if self.username is not None:
            schemes["basic"] = basic(self.username, self.password)
        if self.client_id is not None:
            schemes["oauth"] = client_credentials(self.token_url, self.client_id, self.client_secret)
        return schemes

    def copy(
        self,
        *,
        api_key: AsyncCredential = None,
        key: AsyncCredential = None,
        org: str | None = None,
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
        """Returns a copy of this client with other options. Connections and cached tokens are shared."""
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
            key=key if key is not None else self.key,
            client_id=self.client_id,
            client_secret=self.client_secret,
            username=self.username,
            password=self.password,
            token_url=self.token_url,
            org=org if org is not None else self.org,
            http_client=http_client,
            **copied,
            **_extra_kwargs,
        )
        return client._share(self, http_client=http_client, base_url_given=base_url is not None)

    with_options = copy


Client = Acme

AsyncClient = AsyncAcme
