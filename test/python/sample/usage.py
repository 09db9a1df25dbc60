"""The sample package as users write it: what type checkers must infer, and what they must refuse."""

from __future__ import annotations

from typing import Union, Optional
from typing_extensions import assert_type

import httpx

from acme import Acme, Stream, AsyncAcme, AsyncStream, NotFoundError
from acme._response import (
    APIResponse,
    AsyncAPIResponse,
    BinaryAPIResponse,
    AsyncBinaryAPIResponse,
    StreamedBinaryAPIResponse,
    AsyncStreamedBinaryAPIResponse,
)
from acme.pagination import SyncServersPage, AsyncServersPage
from acme._pagination import AsyncPaginator
from acme.types.server import Tool, Owner, Server

client = Acme(api_key="k")
async_client = AsyncAcme(api_key="k")


def use() -> None:
    server = client.servers.retrieve("x", timeout=3, extra_headers={"a": "b"})
    assert_type(server, Server)
    assert_type(server.owner, Optional[Owner])
    assert_type(client.servers.names(), list[str])
    assert_type(client.servers.maybe(), Optional[Server])
    client.servers.delete("x")
    assert_type(client.servers.download("x"), BinaryAPIResponse)
    client.servers.create(qualified_name="x", tags=["a"], tools=[{"tool_name": "t"}], owner={"type": "team"})
    client.servers.create(qualified_name="x", tags="abc")  # type: ignore[arg-type]
    client.servers.create(qualified_name="x", tools=[{"name": "t"}])  # type: ignore[typeddict-item, typeddict-unknown-key]
    page = client.servers.list(page=1)
    assert_type(page, SyncServersPage[Server])
    assert_type(page.servers, list[Server])
    assert_type(page.get_next_page(), SyncServersPage[Server])
    for item in page:
        assert_type(item, Server)
    for each in page.iter_pages():
        assert_type(each, SyncServersPage[Server])
    assert_type(client.servers.ask(question="q"), Tool)
    assert_type(client.servers.ask(question="q", stream=True), Stream[Tool])
    assert_type(client.servers.ask(question="q", stream=bool(page.servers)), Union[Tool, Stream[Tool]])
    for event in client.servers.lines():
        assert_type(event, Tool)
    raw = client.servers.with_raw_response.retrieve("x")
    assert_type(raw, APIResponse[Server])
    assert_type(raw.parse(), Server)
    assert_type(raw.parse(to=Tool), Tool)
    with client.servers.with_streaming_response.retrieve("x") as response:
        assert_type(response, APIResponse[Server])
    assert_type(client.servers.with_raw_response.download("x"), BinaryAPIResponse)
    with client.servers.with_streaming_response.download("x") as binary:
        assert_type(binary, StreamedBinaryAPIResponse)
    assert_type(client.get("/x", cast_to=dict[str, int]), dict[str, int])
    assert_type(client.post("/x", cast_to=httpx.Response, body={"a": 1}), httpx.Response)
    assert_type(client.with_options(timeout=None), Acme)
    try:
        client.servers.retrieve("x")
    except NotFoundError as error:
        if isinstance(error.data, Tool):
            assert_type(error.data.name, str)


async def use_async() -> None:
    assert_type(await async_client.servers.retrieve("x"), Server)
    assert_type(await async_client.servers.download("x"), AsyncBinaryAPIResponse)
    pages = async_client.servers.list(page=1)
    assert_type(pages, AsyncPaginator[Server, AsyncServersPage[Server]])
    async for item in pages:
        assert_type(item, Server)
    page = await pages
    assert_type(page, AsyncServersPage[Server])
    async for item in page:
        assert_type(item, Server)
    assert_type(await page.get_next_page(), AsyncServersPage[Server])
    assert_type(await async_client.servers.ask(question="q", stream=True), AsyncStream[Tool])
    async for event in await async_client.servers.lines():
        assert_type(event, Tool)
    raw = await async_client.servers.with_raw_response.retrieve("x")
    assert_type(raw, AsyncAPIResponse[Server])
    assert_type(await raw.parse(), Server)
    assert_type((await (await async_client.servers.with_raw_response.list()).parse()), AsyncServersPage[Server])
    async with async_client.servers.with_streaming_response.retrieve("x") as response:
        assert_type(await response.parse(), Server)
    async with async_client.servers.with_streaming_response.download("x") as binary:
        assert_type(binary, AsyncStreamedBinaryAPIResponse)
    async with async_client as same:
        assert_type(same, AsyncAcme)
