"""The HTTP client that a client shares with its copies. It is created at the first request."""

from __future__ import annotations

import os
import warnings
import threading
from typing import TYPE_CHECKING, Any

from .._call import DEFAULT_TIMEOUT, DEFAULT_CONNECTION_LIMITS
from .._http import httpx
from .compat import Slots, current_loop
from .._brand import CLIENT_NAME, RootError

if TYPE_CHECKING:
    DefaultAsyncHttpxClient = httpx.AsyncClient
    """`httpx.AsyncClient` with the default limits of this package, for custom options."""
else:

    class DefaultAsyncHttpxClient(httpx.AsyncClient):
        def __init__(self, **kwargs: Any) -> None:
            kwargs.setdefault("timeout", DEFAULT_TIMEOUT)
            kwargs.setdefault("limits", DEFAULT_CONNECTION_LIMITS)
            kwargs.setdefault("follow_redirects", True)
            super().__init__(**kwargs)


class AsyncConnection:
    """An HTTP client shared by several clients."""

    def __init__(self, http_client: httpx.AsyncClient | None) -> None:
        self._is_own = http_client is None
        self._http_client = http_client
        self._slots: Slots | None = None
        self._loop: object = None
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._is_closed = False

    @property
    def is_closed(self) -> bool:
        return self._is_closed or (self._http_client is not None and self._http_client.is_closed)

    def open(self) -> httpx.AsyncClient:
        """
        Returns the HTTP client.

        Raises:
          RootError: if the client is closed or belongs to another event loop
        """
        client = self._http_client
        if client is None or self._process != os.getpid():
            client = self._make()
        if self._is_closed or client.is_closed:
            raise RootError("The client is closed; create a new client, or use it inside its `with` block")
        loop = current_loop()
        if self._loop is not loop:
            if self._loop is not None:
                raise RootError(
                    f"This Async{CLIENT_NAME} was used in another event loop, which owns its connections; "
                    "create a client for each event loop"
                )
            self._loop = loop
        return client

    async def acquire(self, seconds: float | None) -> bool:
        """Waits for a free connection; false after a timeout. A custom HTTP client has its own limits."""
        if not self._is_own:
            return True
        if self._slots is None:
            with self._lock:
                if self._slots is None:
                    self._slots = Slots(DEFAULT_CONNECTION_LIMITS.max_connections or 100)
        return await self._slots.acquire(seconds)

    def release(self) -> None:
        if self._slots is not None:
            self._slots.release()

    async def close(self) -> None:
        self._is_closed = True
        client = self._http_client
        if client is not None:
            await client.aclose()

    def _make(self) -> httpx.AsyncClient:
        with self._lock:
            # Connections opened before a fork belong to the parent process.
            if self._is_own and (self._http_client is None or self._process != os.getpid()):
                self._http_client = DefaultAsyncHttpxClient()
                self._slots = None
                self._loop = None
            self._process = os.getpid()
            if self._http_client is None:
                raise RootError("The client is closed")
            return self._http_client

    def __del__(self) -> None:
        # Does not close the connections, because the event loop may no longer exist.
        is_open = getattr(self, "_is_own", False) and self._http_client is not None and not self.is_closed
        if is_open and self._process == os.getpid():
            warnings.warn(f"unclosed client of {CLIENT_NAME}", ResourceWarning, source=self, stacklevel=2)
