"""Runs a program of `programs/` as its user does, but that every host is one server on this machine."""

from __future__ import annotations

import sys
import runpy
from typing import Any

import httpx

port = int(sys.argv[1])


def moved(request: httpx.Request) -> httpx.Request:
    # The header `Host` keeps the name that was meant.
    request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=port)
    return request


send = httpx.HTTPTransport.handle_request
send_async = httpx.AsyncHTTPTransport.handle_async_request


def handle_request(self: Any, request: httpx.Request) -> httpx.Response:
    return send(self, moved(request))


async def handle_async_request(self: Any, request: httpx.Request) -> httpx.Response:
    return await send_async(self, moved(request))


setattr(httpx.HTTPTransport, "handle_request", handle_request)
setattr(httpx.AsyncHTTPTransport, "handle_async_request", handle_async_request)
runpy.run_path(sys.argv[2], run_name="__main__")
