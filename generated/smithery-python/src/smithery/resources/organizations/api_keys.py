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
from ...types.organizations import api_key_create_params
from ...types.organizations.organization_error import OrganizationError
from ...types.organizations.team_api_key_created import TeamAPIKeyCreated
from ...types.organizations.api_key_list_response import APIKeyListResponse
from ...types.organizations.revoke_team_api_key_response import RevokeTeamAPIKeyResponse

__all__ = ["APIKeysResource", "AsyncAPIKeysResource"]


class APIKeysResource(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> APIKeysResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return APIKeysResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> APIKeysResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return APIKeysResourceWithStreamingResponse(self)

    def create(
        self,
        org_id: str,
        *,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> TeamAPIKeyCreated:
        """
        Creates an API key owned by the organization. Requires admin role.

        Args:
          name: Name for the team API key

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._post(
            path_template("/organizations/{org_id}/api-keys", org_id=org_id),
            cast_to=TeamAPIKeyCreated,
            body=transform({"name": name}, api_key_create_params.APIKeyCreateParams) or omit,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": OrganizationError, "401": OrganizationError, "403": OrganizationError},
            ),
        )

    def list(
        self,
        org_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> APIKeyListResponse:
        """
        Returns all API keys belonging to the organization. Requires admin role. Key
        values are not included in the response.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/organizations/{org_id}/api-keys", org_id=org_id),
            cast_to=APIKeyListResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"401": OrganizationError, "403": OrganizationError},
            ),
        )

    def delete(
        self,
        key_id: str,
        *,
        org_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> RevokeTeamAPIKeyResponse:
        """
        Deletes an API key belonging to the organization. Requires admin role.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._delete(
            path_template("/organizations/{org_id}/api-keys/{key_id}", org_id=org_id, key_id=key_id),
            cast_to=RevokeTeamAPIKeyResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"401": OrganizationError, "403": OrganizationError, "404": OrganizationError},
            ),
        )


class AsyncAPIKeysResource(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncAPIKeysResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncAPIKeysResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAPIKeysResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncAPIKeysResourceWithStreamingResponse(self)

    async def create(
        self,
        org_id: str,
        *,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> TeamAPIKeyCreated:
        """
        Creates an API key owned by the organization. Requires admin role.

        Args:
          name: Name for the team API key

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._post(
            path_template("/organizations/{org_id}/api-keys", org_id=org_id),
            cast_to=TeamAPIKeyCreated,
            body=transform({"name": name}, api_key_create_params.APIKeyCreateParams) or omit,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": OrganizationError, "401": OrganizationError, "403": OrganizationError},
            ),
        )

    async def list(
        self,
        org_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> APIKeyListResponse:
        """
        Returns all API keys belonging to the organization. Requires admin role. Key
        values are not included in the response.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/organizations/{org_id}/api-keys", org_id=org_id),
            cast_to=APIKeyListResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"401": OrganizationError, "403": OrganizationError},
            ),
        )

    async def delete(
        self,
        key_id: str,
        *,
        org_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> RevokeTeamAPIKeyResponse:
        """
        Deletes an API key belonging to the organization. Requires admin role.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._delete(
            path_template("/organizations/{org_id}/api-keys/{key_id}", org_id=org_id, key_id=key_id),
            cast_to=RevokeTeamAPIKeyResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"401": OrganizationError, "403": OrganizationError, "404": OrganizationError},
            ),
        )


class APIKeysResourceWithRawResponse:
    def __init__(self, api_keys: APIKeysResource) -> None:
        self._api_keys = api_keys

        self.create = to_raw_response_wrapper(api_keys.create)

        self.list = to_raw_response_wrapper(api_keys.list)

        self.delete = to_raw_response_wrapper(api_keys.delete)


class APIKeysResourceWithStreamingResponse:
    def __init__(self, api_keys: APIKeysResource) -> None:
        self._api_keys = api_keys

        self.create = to_streamed_response_wrapper(api_keys.create)

        self.list = to_streamed_response_wrapper(api_keys.list)

        self.delete = to_streamed_response_wrapper(api_keys.delete)


class AsyncAPIKeysResourceWithRawResponse:
    def __init__(self, api_keys: AsyncAPIKeysResource) -> None:
        self._api_keys = api_keys

        self.create = async_to_raw_response_wrapper(api_keys.create)

        self.list = async_to_raw_response_wrapper(api_keys.list)

        self.delete = async_to_raw_response_wrapper(api_keys.delete)


class AsyncAPIKeysResourceWithStreamingResponse:
    def __init__(self, api_keys: AsyncAPIKeysResource) -> None:
        self._api_keys = api_keys

        self.create = async_to_streamed_response_wrapper(api_keys.create)

        self.list = async_to_streamed_response_wrapper(api_keys.list)

        self.delete = async_to_streamed_response_wrapper(api_keys.delete)
