"""`DefaultAioHttpClient`: the same calls, sent with aiohttp."""

from __future__ import annotations

import sys
import importlib
from typing import Any

import anyio
import pytest
from server import Server, reply

import acme

SERVER = {"qualifiedName": "a/b", "useCount": 3}


def call(server: Server, **options: Any) -> Any:
    async def main() -> Any:
        http_client: Any = importlib.import_module("acme._aiohttp").DefaultAioHttpClient()
        async with acme.AsyncAcme(
            api_key="a", base_url=server.url, max_retries=0, http_client=http_client, **options
        ) as client:
            return await client.get("/servers/a", cast_to=object), http_client

    return anyio.run(main, backend="asyncio")


def test_calls(server: Server) -> None:
    server.answers(reply(SERVER))
    result, http_client = call(server)
    assert result == SERVER
    assert [one.path for one in server.requests] == ["/servers/a"]
    assert type(http_client._transport).__module__.startswith("httpx_aiohttp")
    assert (http_client.follow_redirects, http_client.timeout) == (True, acme.DEFAULT_TIMEOUT)


def test_errors(server: Server) -> None:
    server.answers(reply({"error": "none"}, 404))
    with pytest.raises(acme.NotFoundError, match="404 none"):
        call(server)


def test_a_server_that_does_not_answer(server: Server) -> None:
    server.answers(b"")
    with pytest.raises(acme.APIConnectionError):
        call(server, timeout=0.5)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx_aiohttp", None)
    monkeypatch.delitem(sys.modules, "acme._aiohttp", raising=False)
    module = importlib.import_module("acme._aiohttp")
    with pytest.raises(acme.AcmeError, match="pip install httpx-aiohttp aiohttp"):
        module.DefaultAioHttpClient()
    monkeypatch.delitem(sys.modules, "acme._aiohttp")
