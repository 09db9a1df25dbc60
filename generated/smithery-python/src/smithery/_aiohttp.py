"""An HTTP client that sends requests with aiohttp. It needs the extra `aiohttp` of this package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._call import DEFAULT_TIMEOUT, DEFAULT_CONNECTION_LIMITS
from ._http import httpx
from ._brand import RootError

if TYPE_CHECKING:
    DefaultAioHttpClient = httpx.AsyncClient
    """`httpx.AsyncClient` on aiohttp, with the default limits and redirect handling of this package."""
else:
    try:
        from httpx_aiohttp import HttpxAiohttpClient
    except ImportError:

        class DefaultAioHttpClient:
            def __init__(self, **_kwargs: Any) -> None:
                raise RootError(
                    "DefaultAioHttpClient needs the packages of the extra: pip install httpx-aiohttp aiohttp"
                )

    else:

        class DefaultAioHttpClient(HttpxAiohttpClient):
            def __init__(self, **kwargs: Any) -> None:
                kwargs.setdefault("timeout", DEFAULT_TIMEOUT)
                kwargs.setdefault("limits", DEFAULT_CONNECTION_LIMITS)
                kwargs.setdefault("follow_redirects", True)
                super().__init__(**kwargs)
