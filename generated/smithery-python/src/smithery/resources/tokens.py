from __future__ import annotations

from typing import Iterable
from functools import cached_property

from .._http import httpx
from ..types import token_create_params
from .._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from .._options import make_request_options
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import (
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
)
from .._transform import transform
from ..types.token_error import TokenError
from ..types.constraint_param import ConstraintParam
from ..types.create_token_response import CreateTokenResponse

__all__ = ["TokensResource", "AsyncTokensResource"]


class TokensResource(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> TokensResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return TokensResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> TokensResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return TokensResourceWithStreamingResponse(self)

    def create(
        self,
        *,
        organization_id: str | Omit = omit,
        policy: Iterable[ConstraintParam] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateTokenResponse:
        """
        Create a service token for machine-to-machine authentication. Accepts API key or
        bearer token. Optionally apply restrictions.

        Args:
          organization_id: Optional organization ID to scope the token to. When provided, the token is
              minted with org context. The authenticated user must be an admin or owner of the
              organization.

          policy: Constraint objects to restrict the token. Each constraint may include a `ttl`
              field (max 24 hours). Default TTL is 1 hour. Maximum is 24 hours.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._post(
            "/tokens",
            cast_to=CreateTokenResponse,
            body=transform(
                {"organization_id": organization_id, "policy": policy}, token_create_params.TokenCreateParams
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": TokenError, "401": TokenError, "403": TokenError},
            ),
        )


class AsyncTokensResource(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncTokensResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncTokensResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncTokensResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncTokensResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        organization_id: str | Omit = omit,
        policy: Iterable[ConstraintParam] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateTokenResponse:
        """
        Create a service token for machine-to-machine authentication. Accepts API key or
        bearer token. Optionally apply restrictions.

        Args:
          organization_id: Optional organization ID to scope the token to. When provided, the token is
              minted with org context. The authenticated user must be an admin or owner of the
              organization.

          policy: Constraint objects to restrict the token. Each constraint may include a `ttl`
              field (max 24 hours). Default TTL is 1 hour. Maximum is 24 hours.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._post(
            "/tokens",
            cast_to=CreateTokenResponse,
            body=transform(
                {"organization_id": organization_id, "policy": policy}, token_create_params.TokenCreateParams
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": TokenError, "401": TokenError, "403": TokenError},
            ),
        )


class TokensResourceWithRawResponse:
    def __init__(self, tokens: TokensResource) -> None:
        self._tokens = tokens

        self.create = to_raw_response_wrapper(tokens.create)


class TokensResourceWithStreamingResponse:
    def __init__(self, tokens: TokensResource) -> None:
        self._tokens = tokens

        self.create = to_streamed_response_wrapper(tokens.create)


class AsyncTokensResourceWithRawResponse:
    def __init__(self, tokens: AsyncTokensResource) -> None:
        self._tokens = tokens

        self.create = async_to_raw_response_wrapper(tokens.create)


class AsyncTokensResourceWithStreamingResponse:
    def __init__(self, tokens: AsyncTokensResource) -> None:
        self._tokens = tokens

        self.create = async_to_streamed_response_wrapper(tokens.create)
