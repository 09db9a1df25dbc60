from __future__ import annotations

from typing import overload
from functools import cached_property
from typing_extensions import deprecated

from .._http import httpx
from .._path import path_template
from ..types import skill_set_params, skill_list_params, skill_create_params, skill_upload_params
from .._types import Body, Omit, Query, Headers, NotGiven, FileTypes, omit, not_given
from .._options import Multipart, make_request_options
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import (
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
from .._transform import transform
from ..pagination import SyncSkillsPage, AsyncSkillsPage
from .._pagination import AsyncPaginator
from ..types.skill_error import SkillError
from ..types.skill_summary import SkillSummary
from ..types.skill_response import SkillResponse
from ..types.skills_list_error import SkillsListError
from ..types.create_skill_error import CreateSkillError
from ..types.put_skill_response import PutSkillResponse
from ..types.sync_skill_response import SyncSkillResponse
from ..types.create_skill_response import CreateSkillResponse
from ..types.delete_skill_response import DeleteSkillResponse

__all__ = ["SkillsResource", "AsyncSkillsResource"]


class SkillsResource(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> SkillsResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return SkillsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SkillsResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return SkillsResourceWithStreamingResponse(self)

    @overload
    @deprecated("deprecated")
    def create(
        self,
        *,
        git_url: str,
        namespace: str,
        slug: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateSkillResponse:
        """
        **Deprecated:** Use PUT /skills/{namespace}/{slug} instead. Create a new skill
        by linking a GitHub repository containing a SKILL.md file.

        Args:
          git_url: GitHub URL pointing to a repository with SKILL.md

          namespace: The namespace to create the skill in.

          slug: URL-friendly identifier for the skill.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    @overload
    @deprecated("deprecated")
    def create(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateSkillResponse:
        """
        **Deprecated:** Use PUT /skills/{namespace}/{slug} instead. Create a new skill
        by linking a GitHub repository containing a SKILL.md file.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    @deprecated("deprecated")
    def create(
        self,
        *,
        git_url: str | Omit = omit,
        namespace: str | Omit = omit,
        slug: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateSkillResponse:
        return self._post(
            "/skills",
            cast_to=CreateSkillResponse,
            body=transform(
                {"git_url": git_url, "namespace": namespace, "slug": slug}, skill_create_params.SkillCreateParams
            )
            or omit,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={
                    "400": CreateSkillError,
                    "403": CreateSkillError,
                    "404": CreateSkillError,
                    "409": CreateSkillError,
                },
            ),
        )

    def list(
        self,
        *,
        category: str | Omit = omit,
        fields: str | Omit = omit,
        namespace: str | Omit = omit,
        owner_id: str | Omit = omit,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        q: str | Omit = omit,
        seed: int | Omit = omit,
        slug: str | Omit = omit,
        top_k: int | Omit = omit,
        verified: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncSkillsPage[SkillSummary]:
        """
        Search and browse reusable prompt-based skills. Supports full-text and semantic
        search via the `q` parameter, and filtering by category, namespace, or slug.

        Args:
          category: Filter by skill category (e.g. 'code', 'data', 'web').

          fields: Comma-separated list of fields to include in response

          namespace: Filter by the namespace that owns the skill.

          owner_id: Filter by the skill owner's organization ID.

          page: Page number (1-indexed).

          page_size: Number of results per page (default 20, max 100).

          q: Search query for full-text and semantic search across skill names and
              descriptions.

          seed: Random seed for deterministic pagination. When provided, results use a stable
              sort order that is consistent across pages for the same seed value.

          slug: Filter by exact skill slug within a namespace. Deprecated: use GET
              /skills/:namespace/:slug instead.

          top_k: Maximum number of candidate results to consider from the search index before
              pagination. The server applies a hard cap of 500 to keep the rerank window
              bounded; pass `seed` for stable deep pagination.

          verified: Filter by whether the skill's namespace is verified.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get_api_list(
            "/skills",
            page=SyncSkillsPage[SkillSummary],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {
                        "category": category,
                        "fields": fields,
                        "namespace": namespace,
                        "owner_id": owner_id,
                        "page": page,
                        "page_size": page_size,
                        "q": q,
                        "seed": seed,
                        "slug": slug,
                        "top_k": top_k,
                        "verified": verified,
                    },
                    skill_list_params.SkillListParams,
                ),
                errors={"500": SkillsListError},
            ),
        )

    def delete(
        self,
        slug: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeleteSkillResponse:
        """
        Delete a skill by namespace and slug. Requires ownership of the namespace.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._delete(
            path_template("/skills/{namespace}/{slug}", namespace=namespace, slug=slug),
            cast_to=DeleteSkillResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"403": SkillError, "404": SkillError},
            ),
        )

    def download(
        self,
        slug: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> BinaryAPIResponse:
        """
        Download a ZIP bundle containing all skill files.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/skills/{namespace}/{slug}/download", namespace=namespace, slug=slug),
            cast_to=BinaryAPIResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="application/zip",
                errors={"404": SkillError},
            ),
        )

    def get(
        self,
        slug: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SkillResponse:
        """
        Get a single skill by its namespace and slug.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template("/skills/{namespace}/{slug}", namespace=namespace, slug=slug),
            cast_to=SkillResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": SkillError},
            ),
        )

    def set(
        self,
        slug: str,
        *,
        namespace: str,
        body: object,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> PutSkillResponse:
        """
        Idempotent endpoint to create or update a GitHub-backed skill. Send
        application/json with `gitUrl`.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._put(
            path_template("/skills/{namespace}/{slug}", namespace=namespace, slug=slug),
            cast_to=PutSkillResponse,
            body=transform({"body": body}, skill_set_params.SkillSetParams).get("body"),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={
                    "400": CreateSkillError,
                    "403": CreateSkillError,
                    "404": CreateSkillError,
                    "409": CreateSkillError,
                    "422": CreateSkillError,
                },
            ),
        )

    @deprecated("deprecated")
    def sync(
        self,
        slug: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncSkillResponse:
        """
        **Deprecated:** Use PUT /skills/{namespace}/{slug} instead. Refetch SKILL.md and
        repository stars from GitHub and update the skill record.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._post(
            path_template("/skills/{namespace}/{slug}/sync", namespace=namespace, slug=slug),
            cast_to=SyncSkillResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"403": SkillError, "404": SkillError, "422": CreateSkillError},
            ),
        )

    def upload(
        self,
        slug: str,
        *,
        namespace: str,
        archive: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> PutSkillResponse:
        """
        Upload or replace a skill bundle via multipart/form-data with an `archive` file.

        Args:
          archive: ZIP file upload containing a skill folder with SKILL.md and any scripts,
              references, or assets.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._put(
            path_template("/skills/{namespace}/{slug}/upload", namespace=namespace, slug=slug),
            cast_to=PutSkillResponse,
            body=transform({"archive": archive}, skill_upload_params.SkillUploadParams),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                encoding=Multipart(),
                errors={
                    "400": CreateSkillError,
                    "403": CreateSkillError,
                    "404": CreateSkillError,
                    "422": CreateSkillError,
                    "502": CreateSkillError,
                },
            ),
        )


class AsyncSkillsResource(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncSkillsResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncSkillsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncSkillsResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncSkillsResourceWithStreamingResponse(self)

    @overload
    @deprecated("deprecated")
    async def create(
        self,
        *,
        git_url: str,
        namespace: str,
        slug: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateSkillResponse:
        """
        **Deprecated:** Use PUT /skills/{namespace}/{slug} instead. Create a new skill
        by linking a GitHub repository containing a SKILL.md file.

        Args:
          git_url: GitHub URL pointing to a repository with SKILL.md

          namespace: The namespace to create the skill in.

          slug: URL-friendly identifier for the skill.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    @overload
    @deprecated("deprecated")
    async def create(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateSkillResponse:
        """
        **Deprecated:** Use PUT /skills/{namespace}/{slug} instead. Create a new skill
        by linking a GitHub repository containing a SKILL.md file.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        ...

    @deprecated("deprecated")
    async def create(
        self,
        *,
        git_url: str | Omit = omit,
        namespace: str | Omit = omit,
        slug: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> CreateSkillResponse:
        return await self._post(
            "/skills",
            cast_to=CreateSkillResponse,
            body=transform(
                {"git_url": git_url, "namespace": namespace, "slug": slug}, skill_create_params.SkillCreateParams
            )
            or omit,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={
                    "400": CreateSkillError,
                    "403": CreateSkillError,
                    "404": CreateSkillError,
                    "409": CreateSkillError,
                },
            ),
        )

    def list(
        self,
        *,
        category: str | Omit = omit,
        fields: str | Omit = omit,
        namespace: str | Omit = omit,
        owner_id: str | Omit = omit,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        q: str | Omit = omit,
        seed: int | Omit = omit,
        slug: str | Omit = omit,
        top_k: int | Omit = omit,
        verified: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[SkillSummary, AsyncSkillsPage[SkillSummary]]:
        """
        Search and browse reusable prompt-based skills. Supports full-text and semantic
        search via the `q` parameter, and filtering by category, namespace, or slug.

        Args:
          category: Filter by skill category (e.g. 'code', 'data', 'web').

          fields: Comma-separated list of fields to include in response

          namespace: Filter by the namespace that owns the skill.

          owner_id: Filter by the skill owner's organization ID.

          page: Page number (1-indexed).

          page_size: Number of results per page (default 20, max 100).

          q: Search query for full-text and semantic search across skill names and
              descriptions.

          seed: Random seed for deterministic pagination. When provided, results use a stable
              sort order that is consistent across pages for the same seed value.

          slug: Filter by exact skill slug within a namespace. Deprecated: use GET
              /skills/:namespace/:slug instead.

          top_k: Maximum number of candidate results to consider from the search index before
              pagination. The server applies a hard cap of 500 to keep the rerank window
              bounded; pass `seed` for stable deep pagination.

          verified: Filter by whether the skill's namespace is verified.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get_api_list(
            "/skills",
            page=AsyncSkillsPage[SkillSummary],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {
                        "category": category,
                        "fields": fields,
                        "namespace": namespace,
                        "owner_id": owner_id,
                        "page": page,
                        "page_size": page_size,
                        "q": q,
                        "seed": seed,
                        "slug": slug,
                        "top_k": top_k,
                        "verified": verified,
                    },
                    skill_list_params.SkillListParams,
                ),
                errors={"500": SkillsListError},
            ),
        )

    async def delete(
        self,
        slug: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> DeleteSkillResponse:
        """
        Delete a skill by namespace and slug. Requires ownership of the namespace.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._delete(
            path_template("/skills/{namespace}/{slug}", namespace=namespace, slug=slug),
            cast_to=DeleteSkillResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"403": SkillError, "404": SkillError},
            ),
        )

    async def download(
        self,
        slug: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncBinaryAPIResponse:
        """
        Download a ZIP bundle containing all skill files.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/skills/{namespace}/{slug}/download", namespace=namespace, slug=slug),
            cast_to=AsyncBinaryAPIResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="application/zip",
                errors={"404": SkillError},
            ),
        )

    async def get(
        self,
        slug: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SkillResponse:
        """
        Get a single skill by its namespace and slug.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template("/skills/{namespace}/{slug}", namespace=namespace, slug=slug),
            cast_to=SkillResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": SkillError},
            ),
        )

    async def set(
        self,
        slug: str,
        *,
        namespace: str,
        body: object,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> PutSkillResponse:
        """
        Idempotent endpoint to create or update a GitHub-backed skill. Send
        application/json with `gitUrl`.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._put(
            path_template("/skills/{namespace}/{slug}", namespace=namespace, slug=slug),
            cast_to=PutSkillResponse,
            body=transform({"body": body}, skill_set_params.SkillSetParams).get("body"),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={
                    "400": CreateSkillError,
                    "403": CreateSkillError,
                    "404": CreateSkillError,
                    "409": CreateSkillError,
                    "422": CreateSkillError,
                },
            ),
        )

    @deprecated("deprecated")
    async def sync(
        self,
        slug: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncSkillResponse:
        """
        **Deprecated:** Use PUT /skills/{namespace}/{slug} instead. Refetch SKILL.md and
        repository stars from GitHub and update the skill record.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._post(
            path_template("/skills/{namespace}/{slug}/sync", namespace=namespace, slug=slug),
            cast_to=SyncSkillResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"403": SkillError, "404": SkillError, "422": CreateSkillError},
            ),
        )

    async def upload(
        self,
        slug: str,
        *,
        namespace: str,
        archive: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> PutSkillResponse:
        """
        Upload or replace a skill bundle via multipart/form-data with an `archive` file.

        Args:
          archive: ZIP file upload containing a skill folder with SKILL.md and any scripts,
              references, or assets.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._put(
            path_template("/skills/{namespace}/{slug}/upload", namespace=namespace, slug=slug),
            cast_to=PutSkillResponse,
            body=transform({"archive": archive}, skill_upload_params.SkillUploadParams),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                encoding=Multipart(),
                errors={
                    "400": CreateSkillError,
                    "403": CreateSkillError,
                    "404": CreateSkillError,
                    "422": CreateSkillError,
                    "502": CreateSkillError,
                },
            ),
        )


class SkillsResourceWithRawResponse:
    def __init__(self, skills: SkillsResource) -> None:
        self._skills = skills

        self.create = (  # pyright: ignore[reportDeprecated]
            to_raw_response_wrapper(skills.create)  # pyright: ignore[reportDeprecated]
        )

        self.list = to_raw_response_wrapper(skills.list)

        self.delete = to_raw_response_wrapper(skills.delete)

        self.download = to_custom_raw_response_wrapper(skills.download, BinaryAPIResponse)

        self.get = to_raw_response_wrapper(skills.get)

        self.set = to_raw_response_wrapper(skills.set)

        self.sync = (  # pyright: ignore[reportDeprecated]
            to_raw_response_wrapper(skills.sync)  # pyright: ignore[reportDeprecated]
        )

        self.upload = to_raw_response_wrapper(skills.upload)


class SkillsResourceWithStreamingResponse:
    def __init__(self, skills: SkillsResource) -> None:
        self._skills = skills

        self.create = (  # pyright: ignore[reportDeprecated]
            to_streamed_response_wrapper(skills.create)  # pyright: ignore[reportDeprecated]
        )

        self.list = to_streamed_response_wrapper(skills.list)

        self.delete = to_streamed_response_wrapper(skills.delete)

        self.download = to_custom_streamed_response_wrapper(skills.download, StreamedBinaryAPIResponse)

        self.get = to_streamed_response_wrapper(skills.get)

        self.set = to_streamed_response_wrapper(skills.set)

        self.sync = (  # pyright: ignore[reportDeprecated]
            to_streamed_response_wrapper(skills.sync)  # pyright: ignore[reportDeprecated]
        )

        self.upload = to_streamed_response_wrapper(skills.upload)


class AsyncSkillsResourceWithRawResponse:
    def __init__(self, skills: AsyncSkillsResource) -> None:
        self._skills = skills

        self.create = (  # pyright: ignore[reportDeprecated]
            async_to_raw_response_wrapper(skills.create)  # pyright: ignore[reportDeprecated]
        )

        self.list = async_to_raw_response_wrapper(skills.list)

        self.delete = async_to_raw_response_wrapper(skills.delete)

        self.download = async_to_custom_raw_response_wrapper(skills.download, AsyncBinaryAPIResponse)

        self.get = async_to_raw_response_wrapper(skills.get)

        self.set = async_to_raw_response_wrapper(skills.set)

        self.sync = (  # pyright: ignore[reportDeprecated]
            async_to_raw_response_wrapper(skills.sync)  # pyright: ignore[reportDeprecated]
        )

        self.upload = async_to_raw_response_wrapper(skills.upload)


class AsyncSkillsResourceWithStreamingResponse:
    def __init__(self, skills: AsyncSkillsResource) -> None:
        self._skills = skills

        self.create = (  # pyright: ignore[reportDeprecated]
            async_to_streamed_response_wrapper(skills.create)  # pyright: ignore[reportDeprecated]
        )

        self.list = async_to_streamed_response_wrapper(skills.list)

        self.delete = async_to_streamed_response_wrapper(skills.delete)

        self.download = async_to_custom_streamed_response_wrapper(skills.download, AsyncStreamedBinaryAPIResponse)

        self.get = async_to_streamed_response_wrapper(skills.get)

        self.set = async_to_streamed_response_wrapper(skills.set)

        self.sync = (  # pyright: ignore[reportDeprecated]
            async_to_streamed_response_wrapper(skills.sync)  # pyright: ignore[reportDeprecated]
        )

        self.upload = async_to_streamed_response_wrapper(skills.upload)
