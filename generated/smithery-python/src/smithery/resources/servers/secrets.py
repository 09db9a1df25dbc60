from __future__ import annotations

from typing import overload
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
from ...types.servers import secret_set_params
from ...types.servers.secret_set_response import SecretSetResponse
from ...types.servers.secret_list_response import SecretListResponse
from ...types.servers.secret_delete_response import SecretDeleteResponse
from ...types.errors.secret_set_not_found_error import SecretSetNotFoundError
from ...types.errors.secret_list_not_found_error import SecretListNotFoundError
from ...types.errors.secret_delete_not_found_error import SecretDeleteNotFoundError

__all__ = ["SecretsResource", "AsyncSecretsResource"]


class SecretsResource(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> SecretsResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return SecretsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SecretsResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return SecretsResourceWithStreamingResponse(self)

    def list(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SecretListResponse:
        """
        List secret names. Values are not returned.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/servers/{qualified_name}/secrets", qualified_name=qualified_name),
            cast_to=SecretListResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": SecretListNotFoundError},
            ),
        )

    def delete(
        self,
        secret_name: str,
        *,
        qualified_name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SecretDeleteResponse:
        """
        Remove a secret by name.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._delete(
            path_template(
                "/servers/{qualified_name}/secrets/{secret_name}",
                qualified_name=qualified_name,
                secret_name=secret_name,
            ),
            cast_to=SecretDeleteResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": SecretDeleteNotFoundError},
            ),
        )

    @overload
    def set(
        self,
        qualified_name: str,
        *,
        name: str,
        value: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SecretSetResponse:
        """
        Create or update a secret value.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    @overload
    def set(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SecretSetResponse:
        """
        Create or update a secret value.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    def set(
        self,
        qualified_name: str,
        *,
        name: str | Omit = omit,
        value: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SecretSetResponse:
        return self._put(
            path_template("/servers/{qualified_name}/secrets", qualified_name=qualified_name),
            cast_to=SecretSetResponse,
            body=transform({"name": name, "value": value}, secret_set_params.SecretSetParams) or omit,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": SecretSetNotFoundError},
            ),
        )


class AsyncSecretsResource(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncSecretsResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncSecretsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncSecretsResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncSecretsResourceWithStreamingResponse(self)

    async def list(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SecretListResponse:
        """
        List secret names. Values are not returned.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/servers/{qualified_name}/secrets", qualified_name=qualified_name),
            cast_to=SecretListResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": SecretListNotFoundError},
            ),
        )

    async def delete(
        self,
        secret_name: str,
        *,
        qualified_name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SecretDeleteResponse:
        """
        Remove a secret by name.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._delete(
            path_template(
                "/servers/{qualified_name}/secrets/{secret_name}",
                qualified_name=qualified_name,
                secret_name=secret_name,
            ),
            cast_to=SecretDeleteResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": SecretDeleteNotFoundError},
            ),
        )

    @overload
    async def set(
        self,
        qualified_name: str,
        *,
        name: str,
        value: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SecretSetResponse:
        """
        Create or update a secret value.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    @overload
    async def set(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SecretSetResponse:
        """
        Create or update a secret value.

        Args:
          qualified_name: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
              namespace-only servers). Use %2F to encode the slash.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    async def set(
        self,
        qualified_name: str,
        *,
        name: str | Omit = omit,
        value: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SecretSetResponse:
        return await self._put(
            path_template("/servers/{qualified_name}/secrets", qualified_name=qualified_name),
            cast_to=SecretSetResponse,
            body=transform({"name": name, "value": value}, secret_set_params.SecretSetParams) or omit,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": SecretSetNotFoundError},
            ),
        )


class SecretsResourceWithRawResponse:
    def __init__(self, secrets: SecretsResource) -> None:
        self._secrets = secrets

        self.list = to_raw_response_wrapper(secrets.list)

        self.delete = to_raw_response_wrapper(secrets.delete)

        self.set = to_raw_response_wrapper(secrets.set)


class SecretsResourceWithStreamingResponse:
    def __init__(self, secrets: SecretsResource) -> None:
        self._secrets = secrets

        self.list = to_streamed_response_wrapper(secrets.list)

        self.delete = to_streamed_response_wrapper(secrets.delete)

        self.set = to_streamed_response_wrapper(secrets.set)


class AsyncSecretsResourceWithRawResponse:
    def __init__(self, secrets: AsyncSecretsResource) -> None:
        self._secrets = secrets

        self.list = async_to_raw_response_wrapper(secrets.list)

        self.delete = async_to_raw_response_wrapper(secrets.delete)

        self.set = async_to_raw_response_wrapper(secrets.set)


class AsyncSecretsResourceWithStreamingResponse:
    def __init__(self, secrets: AsyncSecretsResource) -> None:
        self._secrets = secrets

        self.list = async_to_streamed_response_wrapper(secrets.list)

        self.delete = async_to_streamed_response_wrapper(secrets.delete)

        self.set = async_to_streamed_response_wrapper(secrets.set)
