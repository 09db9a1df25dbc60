# writes the sample resources in both colours
HEAD = """from __future__ import annotations

from typing import Dict, List, Type, Union, Mapping, Iterable, Optional, cast
from datetime import datetime
from functools import cached_property
from typing_extensions import Literal, overload

import httpx

from ..types import server_list_params, server_create_params
from .._path import path_json, path_style, path_template
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
"""
EXTRA = """        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
"""
OPT = "extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout"


def methods(A):
    a = "async " if A else ""
    w = "await " if A else ""
    P = "Async" if A else ""
    out = []

    def m(name, args, ret, verb, path, cast, extra="", body=None, kw=True):
        b = f"            body={body},\n" if body else ""
        out.append(f"""
    {a}def {name}(
        self,
{args}{EXTRA}    ) -> {ret}:
        return {w}self._{verb}(
            {path},
{b}            cast_to={cast},
            options=make_request_options(
                {OPT}{extra}
            ),
        )
""")

    name_arg = "        qualified_name: str,\n        *,\n"
    m(
        "retrieve",
        name_arg,
        "Server",
        "get",
        'path_template("/servers/{qualified_name}", qualified_name=qualified_name)',
        "Server",
        ', errors={"404": Tool, "4XX": cast("object", Dict[str, object]), "default": str}',
    )
    m(
        "create",
        """        *,
        qualified_name: str,
        created_at: Union[str, datetime] | Omit = omit,
        note: Optional[str] | Omit = omit,
        owner: server_create_params.Owner | Omit = omit,
        tags: SequenceNotStr[str] | Omit = omit,
        tools: Iterable[server_create_params.Tool] | Omit = omit,
        x_trace: str | Omit = omit,
        idempotency_key: str | None = None,
""",
        "Server",
        "post",
        '"/servers"',
        "Server",
        """, headers={"X-Trace": x_trace}, idempotency_key=idempotency_key""",
        """transform(
                {
                    "qualified_name": qualified_name,
                    "created_at": created_at,
                    "note": note,
                    "owner": owner,
                    "tags": tags,
                    "tools": tools,
                },
                server_create_params.ServerCreateParams,
            )""",
    )
    m(
        "delete",
        name_arg,
        "None",
        "delete",
        'path_template("/servers/{qualified_name}", qualified_name=qualified_name)',
        "NoneType",
        ', accept="*/*"',
    )
    m("names", "        *,\n", "List[str]", "get", '"/names"', "List[str]")
    m("version", "        *,\n", "str", "get", '"/version"', "str", ', accept="text/plain"')
    m(
        "maybe",
        "        *,\n",
        "Optional[Server]",
        "get",
        '"/maybe"',
        'cast("Type[Optional[Server]]", Optional[Server])',
        ', unwrap=("data",)',
    )
    m(
        "upload",
        "        *,\n        file: FileTypes,\n        meta: Mapping[str, object] | Omit = omit,\n        tags: SequenceNotStr[str] | Omit = omit,\n",
        "Dict[str, object]",
        "post",
        '"/upload"',
        "Dict[str, object]",
        ', encoding=Multipart(parts={"meta": Part(content_type="application/json")})',
        '{"file": file, "meta": meta, "tags": tags}',
    )
    m(
        "put_raw",
        "        body: FileTypes,\n        *,\n",
        "Dict[str, object]",
        "put",
        '"/raw"',
        "Dict[str, object]",
        ', encoding=Raw(media_types=("text/csv",))',
        "body",
    )
    m(
        "send_form",
        "        *,\n        ids: List[int],\n        name: str,\n",
        "Dict[str, object]",
        "post",
        '"/form"',
        "Dict[str, object]",
        ', encoding=Form(parts={"ids": Part(style="form", explode=False)})',
        '{"ids": ids, "name": name}',
    )
    m(
        "styled",
        "        *,\n        ids: List[int],\n        where: Mapping[str, object],\n        x_ids: List[int],\n        x_where: Mapping[str, object],\n",
        "Dict[str, object]",
        "get",
        'path_template("/styled/{ids}/{where}", ids=path_style("label", "ids", ids), where=path_json(where))',
        "Dict[str, object]",
        """, query={"ids": ids, "where": where},
                query_styles={"ids": QueryStyle(style="pipeDelimited"), "where": QueryStyle(style="deepObject")},
                headers={"X-Ids": header_value(x_ids, always=[7]), "X-Where": json_value(x_where)},
                cookies={"c": ids}, security=(("query",),)""",
    )
    m(
        "download",
        name_arg,
        f"{P}BinaryAPIResponse",
        "get",
        'path_template("/servers/{qualified_name}/download", qualified_name=qualified_name)',
        f"{P}BinaryAPIResponse",
        ', accept="application/zip"',
    )
    # streams
    for st, ret in (
        ("stream: Literal[True],", f"{P}Stream[Tool]"),
        ("stream: Literal[False] | Omit = omit,", "Tool"),
        ("stream: bool,", f"Tool | {P}Stream[Tool]"),
    ):
        out.append(f"""
    @overload
    {a}def ask(
        self,
        *,
        question: str,
        {st}
{EXTRA}    ) -> {ret}: ...
""")
    out.append(f"""
    {a}def ask(
        self,
        *,
        question: str,
        stream: bool | Omit = omit,
{EXTRA}    ) -> Tool | {P}Stream[Tool]:
        return {w}self._post(
            "/ask",
            body={{"question": question, "stream": stream}},
            cast_to=Tool,
            options=make_request_options(
                {OPT},
                events=Events(
                    rules=(
                        EventRule("done", data_prefix="[DONE]"),
                        EventRule("error", event_type="error"),
                        EventRule("yield", error_property="error"),
                    )
                ),
            ),
            stream=stream or False,
            stream_cls={P}Stream[Tool],
        )
""")
    out.append(f"""
    {a}def lines(
        self,
        *,
{EXTRA}    ) -> {P}Stream[Tool]:
        return {w}self._get(
            "/lines",
            cast_to=Tool,
            options=make_request_options({OPT}, accept="application/jsonl", events=Events(format="json-lines")),
            stream=True,
            stream_cls={P}Stream[Tool],
        )
""")
    C = "Async" if A else "Sync"

    def page(name, page, path, args="        *,\n", extra="", more=""):
        ret = f"AsyncPaginator[Server, Async{page}[Server]]" if A else f"Sync{page}[Server]"
        out.append(f'''
    def {name}(
        self,
{args}{EXTRA}    ) -> {ret}:
        return self._get_api_list(
            "{path}",
            page={C}{page}[Server],
            options=make_request_options(
                {OPT}{extra}
            ),{more}
        )
''')

    page(
        "list",
        "ServersPage",
        "/servers",
        "        *,\n        page: int | Omit = omit,\n        page_size: int | Omit = omit,\n        tags: SequenceNotStr[str] | Omit = omit,\n",
        """, query=transform(
                    {"page": page, "page_size": page_size, "tags": tags}, server_list_params.ServerListParams
                )""",
    )
    page(
        "list_cursor",
        "CursorPage",
        "/cursor",
        "        *,\n        cursor: str | Omit = omit,\n",
        more='\n            method="post",\n            body={"cursor": cursor},',
    )
    for n, p in (
        ("header", "HeaderPage"),
        ("id", "IDPage"),
        ("url", "URLPage"),
        ("link", "LinkPage"),
        ("plain", "PlainPage"),
        ("blind", "BlindPage"),
        ("offset", "OffsetPage"),
    ):
        page("list_" + n, p, "/" + n)
    return "".join(out)


names = [
    "retrieve",
    "create",
    "delete",
    "names",
    "version",
    "maybe",
    "upload",
    "put_raw",
    "send_form",
    "styled",
    "ask",
    "lines",
    "list",
]
out = HEAD
for A in (False, True):
    P = "Async" if A else ""
    C = "Async" if A else "Sync"
    out += f"""

class {P}ServersResource({C}APIResource):
    @cached_property
    def with_raw_response(self) -> {P}ServersResourceWithRawResponse:
        return {P}ServersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> {P}ServersResourceWithStreamingResponse:
        return {P}ServersResourceWithStreamingResponse(self)
""" + methods(A)
for A in (False, True):
    P = "Async" if A else ""
    pre = "async_" if A else ""
    for kind, fn, bin in (
        ("Raw", "to_raw_response_wrapper", "BinaryAPIResponse"),
        ("Streaming", "to_streamed_response_wrapper", "StreamedBinaryAPIResponse"),
    ):
        out += f"""

class {P}ServersResourceWith{kind}Response:
    def __init__(self, servers: {P}ServersResource) -> None:
        self._servers = servers

"""
        for n in names:
            out += f"        self.{n} = {pre}{fn}(servers.{n})\n"
        c = fn.replace("to_", "to_custom_")
        out += f"        self.download = {pre}{c}(servers.download, {P}{bin})\n"
open("/work/py-runtime/test/python/sample/acme/resources/servers.py", "w").write(out)
