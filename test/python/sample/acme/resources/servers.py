from __future__ import annotations

import builtins
from typing import Mapping, Iterable, Optional, cast
from datetime import datetime
from functools import cached_property
from typing_extensions import Literal, overload

import httpx

from .._path import path_json, path_style, path_template
from ..types import server_list_params, server_create_params
from .._types import Body, Omit, Query, Headers, NoneType, NotGiven, FileTypes, SequenceNotStr, omit, not_given
from .._params import json_value, header_value
from .._options import Raw, Form, Part, Events, EventRule, Multipart, QueryStyle, make_request_options
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
from .._streaming import Stream, AsyncStream
from .._transform import transform
from ..pagination import (
    SyncIDPage,
    AsyncIDPage,
    SyncURLPage,
    AsyncURLPage,
    SyncLinkPage,
    AsyncLinkPage,
    SyncBlindPage,
    SyncPlainPage,
    AsyncBlindPage,
    AsyncPlainPage,
    SyncCursorPage,
    SyncHeaderPage,
    SyncOffsetPage,
    AsyncCursorPage,
    AsyncHeaderPage,
    AsyncOffsetPage,
    SyncServersPage,
    AsyncServersPage,
)
from .._pagination import AsyncPaginator
from ..types.server import Tool, Server

__all__ = ["ServersResource", "AsyncServersResource"]


class ServersResource(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> ServersResourceWithRawResponse:
        return ServersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ServersResourceWithStreamingResponse:
        return ServersResourceWithStreamingResponse(self)

    def retrieve(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Server:
        return self._get(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=Server,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Tool, "4XX": cast("object", dict[str, object]), "default": str},
            ),
        )

    def create(
        self,
        *,
        qualified_name: str,
        created_at: str | datetime | Omit = omit,
        note: str | None | Omit = omit,
        owner: server_create_params.Owner | Omit = omit,
        tags: SequenceNotStr[str] | Omit = omit,
        tools: Iterable[server_create_params.Tool] | Omit = omit,
        x_trace: str | Omit = omit,
        idempotency_key: str | None = None,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Server:
        return self._post(
            "/servers",
            body=transform(
                {
                    "qualified_name": qualified_name,
                    "created_at": created_at,
                    "note": note,
                    "owner": owner,
                    "tags": tags,
                    "tools": tools,
                },
                server_create_params.ServerCreateParams,
            ),
            cast_to=Server,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                headers={"X-Trace": x_trace},
                idempotency_key=idempotency_key,
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
    ) -> None:
        return self._delete(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=NoneType,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="*/*",
            ),
        )

    def names(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> builtins.list[str]:
        return self._get(
            "/names",
            cast_to=list[str],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def version(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> str:
        return self._get(
            "/version",
            cast_to=str,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="text/plain",
            ),
        )

    def maybe(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Server | None:
        return self._get(
            "/maybe",
            cast_to=cast("type[Server | None]", Optional[Server]),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                unwrap=("data",),
            ),
        )

    def upload(
        self,
        *,
        file: FileTypes,
        meta: Mapping[str, object] | Omit = omit,
        tags: SequenceNotStr[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> dict[str, object]:
        return self._post(
            "/upload",
            body={"file": file, "meta": meta, "tags": tags},
            cast_to=dict[str, object],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                encoding=Multipart(parts={"meta": Part(content_type="application/json")}),
            ),
        )

    def put_raw(
        self,
        body: FileTypes,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> dict[str, object]:
        return self._put(
            "/raw",
            body=body,
            cast_to=dict[str, object],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                encoding=Raw(media_types=("text/csv",)),
            ),
        )

    def send_form(
        self,
        *,
        ids: builtins.list[int],
        name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> dict[str, object]:
        return self._post(
            "/form",
            body={"ids": ids, "name": name},
            cast_to=dict[str, object],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                encoding=Form(parts={"ids": Part(style="form", explode=False)}),
            ),
        )

    def styled(
        self,
        *,
        ids: builtins.list[int],
        where: Mapping[str, object],
        x_ids: builtins.list[int],
        x_where: Mapping[str, object],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> dict[str, object]:
        return self._get(
            path_template("/styled/{ids}/{where}", ids=path_style("label", "ids", ids), where=path_json(where)),
            cast_to=dict[str, object],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query={"ids": ids, "where": where},
                query_styles={"ids": QueryStyle(style="pipeDelimited"), "where": QueryStyle(style="deepObject")},
                headers={"X-Ids": header_value(x_ids, always=[7]), "X-Where": json_value(x_where)},
                cookies={"c": ids},
                security=(("query",),),
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
        return self._get(
            path_template("/servers/{qualified_name}/download", qualified_name=qualified_name),
            cast_to=BinaryAPIResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="application/zip",
            ),
        )

    @overload
    def ask(
        self,
        *,
        question: str,
        stream: Literal[True],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Stream[Tool]: ...

    @overload
    def ask(
        self,
        *,
        question: str,
        stream: Literal[False] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Tool: ...

    @overload
    def ask(
        self,
        *,
        question: str,
        stream: bool,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Tool | Stream[Tool]: ...

    def ask(
        self,
        *,
        question: str,
        stream: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Tool | Stream[Tool]:
        return self._post(
            "/ask",
            body={"question": question, "stream": stream},
            cast_to=Tool,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                events=Events(
                    rules=(
                        EventRule("done", data_prefix="[DONE]"),
                        EventRule("error", event_type="error"),
                        EventRule("yield", error_property="error"),
                    )
                ),
            ),
            stream=stream or False,
            stream_cls=Stream[Tool],
        )

    def lines(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Stream[Tool]:
        return self._get(
            "/lines",
            cast_to=Tool,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="application/jsonl",
                events=Events(format="json-lines"),
            ),
            stream=True,
            stream_cls=Stream[Tool],
        )

    def list(
        self,
        *,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        tags: SequenceNotStr[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncServersPage[Server]:
        return self._get_api_list(
            "/servers",
            page=SyncServersPage[Server],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {"page": page, "page_size": page_size, "tags": tags}, server_list_params.ServerListParams
                ),
            ),
        )

    def list_cursor(
        self,
        *,
        cursor: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncCursorPage[Server]:
        return self._get_api_list(
            "/cursor",
            page=SyncCursorPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
            method="post",
            body={"cursor": cursor},
        )

    def list_header(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncHeaderPage[Server]:
        return self._get_api_list(
            "/header",
            page=SyncHeaderPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_id(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncIDPage[Server]:
        return self._get_api_list(
            "/id",
            page=SyncIDPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_url(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncURLPage[Server]:
        return self._get_api_list(
            "/url",
            page=SyncURLPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_link(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncLinkPage[Server]:
        return self._get_api_list(
            "/link",
            page=SyncLinkPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_plain(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncPlainPage[Server]:
        return self._get_api_list(
            "/plain",
            page=SyncPlainPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_blind(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncBlindPage[Server]:
        return self._get_api_list(
            "/blind",
            page=SyncBlindPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_offset(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> SyncOffsetPage[Server]:
        return self._get_api_list(
            "/offset",
            page=SyncOffsetPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )


class AsyncServersResource(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncServersResourceWithRawResponse:
        return AsyncServersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncServersResourceWithStreamingResponse:
        return AsyncServersResourceWithStreamingResponse(self)

    async def retrieve(
        self,
        qualified_name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Server:
        return await self._get(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=Server,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Tool, "4XX": cast("object", dict[str, object]), "default": str},
            ),
        )

    async def create(
        self,
        *,
        qualified_name: str,
        created_at: str | datetime | Omit = omit,
        note: str | None | Omit = omit,
        owner: server_create_params.Owner | Omit = omit,
        tags: SequenceNotStr[str] | Omit = omit,
        tools: Iterable[server_create_params.Tool] | Omit = omit,
        x_trace: str | Omit = omit,
        idempotency_key: str | None = None,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Server:
        return await self._post(
            "/servers",
            body=transform(
                {
                    "qualified_name": qualified_name,
                    "created_at": created_at,
                    "note": note,
                    "owner": owner,
                    "tags": tags,
                    "tools": tools,
                },
                server_create_params.ServerCreateParams,
            ),
            cast_to=Server,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                headers={"X-Trace": x_trace},
                idempotency_key=idempotency_key,
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
    ) -> None:
        return await self._delete(
            path_template("/servers/{qualified_name}", qualified_name=qualified_name),
            cast_to=NoneType,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="*/*",
            ),
        )

    async def names(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> builtins.list[str]:
        return await self._get(
            "/names",
            cast_to=list[str],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    async def version(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> str:
        return await self._get(
            "/version",
            cast_to=str,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="text/plain",
            ),
        )

    async def maybe(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Server | None:
        return await self._get(
            "/maybe",
            cast_to=cast("type[Server | None]", Optional[Server]),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                unwrap=("data",),
            ),
        )

    async def upload(
        self,
        *,
        file: FileTypes,
        meta: Mapping[str, object] | Omit = omit,
        tags: SequenceNotStr[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> dict[str, object]:
        return await self._post(
            "/upload",
            body={"file": file, "meta": meta, "tags": tags},
            cast_to=dict[str, object],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                encoding=Multipart(parts={"meta": Part(content_type="application/json")}),
            ),
        )

    async def put_raw(
        self,
        body: FileTypes,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> dict[str, object]:
        return await self._put(
            "/raw",
            body=body,
            cast_to=dict[str, object],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                encoding=Raw(media_types=("text/csv",)),
            ),
        )

    async def send_form(
        self,
        *,
        ids: builtins.list[int],
        name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> dict[str, object]:
        return await self._post(
            "/form",
            body={"ids": ids, "name": name},
            cast_to=dict[str, object],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                encoding=Form(parts={"ids": Part(style="form", explode=False)}),
            ),
        )

    async def styled(
        self,
        *,
        ids: builtins.list[int],
        where: Mapping[str, object],
        x_ids: builtins.list[int],
        x_where: Mapping[str, object],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> dict[str, object]:
        return await self._get(
            path_template("/styled/{ids}/{where}", ids=path_style("label", "ids", ids), where=path_json(where)),
            cast_to=dict[str, object],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query={"ids": ids, "where": where},
                query_styles={"ids": QueryStyle(style="pipeDelimited"), "where": QueryStyle(style="deepObject")},
                headers={"X-Ids": header_value(x_ids, always=[7]), "X-Where": json_value(x_where)},
                cookies={"c": ids},
                security=(("query",),),
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
        return await self._get(
            path_template("/servers/{qualified_name}/download", qualified_name=qualified_name),
            cast_to=AsyncBinaryAPIResponse,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="application/zip",
            ),
        )

    @overload
    async def ask(
        self,
        *,
        question: str,
        stream: Literal[True],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncStream[Tool]: ...

    @overload
    async def ask(
        self,
        *,
        question: str,
        stream: Literal[False] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Tool: ...

    @overload
    async def ask(
        self,
        *,
        question: str,
        stream: bool,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Tool | AsyncStream[Tool]: ...

    async def ask(
        self,
        *,
        question: str,
        stream: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Tool | AsyncStream[Tool]:
        return await self._post(
            "/ask",
            body={"question": question, "stream": stream},
            cast_to=Tool,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                events=Events(
                    rules=(
                        EventRule("done", data_prefix="[DONE]"),
                        EventRule("error", event_type="error"),
                        EventRule("yield", error_property="error"),
                    )
                ),
            ),
            stream=stream or False,
            stream_cls=AsyncStream[Tool],
        )

    async def lines(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncStream[Tool]:
        return await self._get(
            "/lines",
            cast_to=Tool,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                accept="application/jsonl",
                events=Events(format="json-lines"),
            ),
            stream=True,
            stream_cls=AsyncStream[Tool],
        )

    def list(
        self,
        *,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        tags: SequenceNotStr[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[Server, AsyncServersPage[Server]]:
        return self._get_api_list(
            "/servers",
            page=AsyncServersPage[Server],
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                query=transform(
                    {"page": page, "page_size": page_size, "tags": tags}, server_list_params.ServerListParams
                ),
            ),
        )

    def list_cursor(
        self,
        *,
        cursor: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[Server, AsyncCursorPage[Server]]:
        return self._get_api_list(
            "/cursor",
            page=AsyncCursorPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
            method="post",
            body={"cursor": cursor},
        )

    def list_header(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[Server, AsyncHeaderPage[Server]]:
        return self._get_api_list(
            "/header",
            page=AsyncHeaderPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_id(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[Server, AsyncIDPage[Server]]:
        return self._get_api_list(
            "/id",
            page=AsyncIDPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_url(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[Server, AsyncURLPage[Server]]:
        return self._get_api_list(
            "/url",
            page=AsyncURLPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_link(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[Server, AsyncLinkPage[Server]]:
        return self._get_api_list(
            "/link",
            page=AsyncLinkPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_plain(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[Server, AsyncPlainPage[Server]]:
        return self._get_api_list(
            "/plain",
            page=AsyncPlainPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_blind(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[Server, AsyncBlindPage[Server]]:
        return self._get_api_list(
            "/blind",
            page=AsyncBlindPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )

    def list_offset(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[Server, AsyncOffsetPage[Server]]:
        return self._get_api_list(
            "/offset",
            page=AsyncOffsetPage[Server],
            options=make_request_options(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )


class ServersResourceWithRawResponse:
    def __init__(self, servers: ServersResource) -> None:
        self._servers = servers

        self.retrieve = to_raw_response_wrapper(servers.retrieve)
        self.create = to_raw_response_wrapper(servers.create)
        self.delete = to_raw_response_wrapper(servers.delete)
        self.names = to_raw_response_wrapper(servers.names)
        self.version = to_raw_response_wrapper(servers.version)
        self.maybe = to_raw_response_wrapper(servers.maybe)
        self.upload = to_raw_response_wrapper(servers.upload)
        self.put_raw = to_raw_response_wrapper(servers.put_raw)
        self.send_form = to_raw_response_wrapper(servers.send_form)
        self.styled = to_raw_response_wrapper(servers.styled)
        self.ask = to_raw_response_wrapper(servers.ask)
        self.lines = to_raw_response_wrapper(servers.lines)
        self.list = to_raw_response_wrapper(servers.list)
        self.download = to_custom_raw_response_wrapper(servers.download, BinaryAPIResponse)


class ServersResourceWithStreamingResponse:
    def __init__(self, servers: ServersResource) -> None:
        self._servers = servers

        self.retrieve = to_streamed_response_wrapper(servers.retrieve)
        self.create = to_streamed_response_wrapper(servers.create)
        self.delete = to_streamed_response_wrapper(servers.delete)
        self.names = to_streamed_response_wrapper(servers.names)
        self.version = to_streamed_response_wrapper(servers.version)
        self.maybe = to_streamed_response_wrapper(servers.maybe)
        self.upload = to_streamed_response_wrapper(servers.upload)
        self.put_raw = to_streamed_response_wrapper(servers.put_raw)
        self.send_form = to_streamed_response_wrapper(servers.send_form)
        self.styled = to_streamed_response_wrapper(servers.styled)
        self.ask = to_streamed_response_wrapper(servers.ask)
        self.lines = to_streamed_response_wrapper(servers.lines)
        self.list = to_streamed_response_wrapper(servers.list)
        self.download = to_custom_streamed_response_wrapper(servers.download, StreamedBinaryAPIResponse)


class AsyncServersResourceWithRawResponse:
    def __init__(self, servers: AsyncServersResource) -> None:
        self._servers = servers

        self.retrieve = async_to_raw_response_wrapper(servers.retrieve)
        self.create = async_to_raw_response_wrapper(servers.create)
        self.delete = async_to_raw_response_wrapper(servers.delete)
        self.names = async_to_raw_response_wrapper(servers.names)
        self.version = async_to_raw_response_wrapper(servers.version)
        self.maybe = async_to_raw_response_wrapper(servers.maybe)
        self.upload = async_to_raw_response_wrapper(servers.upload)
        self.put_raw = async_to_raw_response_wrapper(servers.put_raw)
        self.send_form = async_to_raw_response_wrapper(servers.send_form)
        self.styled = async_to_raw_response_wrapper(servers.styled)
        self.ask = async_to_raw_response_wrapper(servers.ask)
        self.lines = async_to_raw_response_wrapper(servers.lines)
        self.list = async_to_raw_response_wrapper(servers.list)
        self.download = async_to_custom_raw_response_wrapper(servers.download, AsyncBinaryAPIResponse)


class AsyncServersResourceWithStreamingResponse:
    def __init__(self, servers: AsyncServersResource) -> None:
        self._servers = servers

        self.retrieve = async_to_streamed_response_wrapper(servers.retrieve)
        self.create = async_to_streamed_response_wrapper(servers.create)
        self.delete = async_to_streamed_response_wrapper(servers.delete)
        self.names = async_to_streamed_response_wrapper(servers.names)
        self.version = async_to_streamed_response_wrapper(servers.version)
        self.maybe = async_to_streamed_response_wrapper(servers.maybe)
        self.upload = async_to_streamed_response_wrapper(servers.upload)
        self.put_raw = async_to_streamed_response_wrapper(servers.put_raw)
        self.send_form = async_to_streamed_response_wrapper(servers.send_form)
        self.styled = async_to_streamed_response_wrapper(servers.styled)
        self.ask = async_to_streamed_response_wrapper(servers.ask)
        self.lines = async_to_streamed_response_wrapper(servers.lines)
        self.list = async_to_streamed_response_wrapper(servers.list)
        self.download = async_to_custom_streamed_response_wrapper(servers.download, AsyncStreamedBinaryAPIResponse)
