"""Differences of the sync and async clients. This module is hand-written in `_sync` too; others are derived."""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import TYPE_CHECKING, AsyncIterable, AsyncIterator, cast
from inspect import isawaitable

from .._auth import AnyCredential, CredentialTypeError
from .._http import httpx
from .._bound import BoundedBody
from .._guards import is_bytes

if TYPE_CHECKING:
    # Imports asyncio, so it is loaded at the first async request and never by the sync client.
    import anyio

    from .._body import EncodedBody
    from .._files import Source

CHUNK = 64 * 1024


class time_limit:
    """Cancels its block after a number of seconds, and then sets `has_expired`."""

    __slots__ = ("has_expired", "_scope")

    def __init__(self, seconds: float | None) -> None:
        self.has_expired = False
        self._scope: anyio.CancelScope | None = None
        if seconds is not None:
            import anyio

            self._scope = anyio.CancelScope(deadline=anyio.current_time() + seconds)

    def __enter__(self) -> time_limit:
        if self._scope is not None:
            self._scope.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if self._scope is None:
            return False
        is_swallowed = bool(self._scope.__exit__(kind, error, trace))
        self.has_expired = self._scope.cancelled_caught
        return is_swallowed


class Lock:
    """A lock for tasks."""

    __slots__ = ("_lock",)

    def __init__(self) -> None:
        self._lock: anyio.Lock | None = None

    async def __aenter__(self) -> None:
        import anyio

        if self._lock is None:
            self._lock = anyio.Lock()
        await self._lock.acquire()

    async def __aexit__(self, *details: object) -> None:
        del details
        if self._lock is not None:
            self._lock.release()


class Slots:
    """Limits the number of concurrent calls; further calls wait here, where waiting is cheap."""

    __slots__ = ("_semaphore",)

    def __init__(self, count: int) -> None:
        import anyio

        self._semaphore = anyio.Semaphore(count)

    async def acquire(self, seconds: float | None) -> bool:
        if seconds is None:
            await self._semaphore.acquire()
            return True
        import anyio

        with anyio.move_on_after(seconds):
            await self._semaphore.acquire()
            return True
        return False

    def release(self) -> None:
        self._semaphore.release()


async def sleep(seconds: float) -> None:
    import anyio

    await anyio.sleep(seconds)


def current_loop() -> object:
    """The running event loop."""
    # The library of the running event loop is already imported.
    asyncio, trio = sys.modules.get("asyncio"), sys.modules.get("trio")
    try:
        if asyncio is not None:
            return asyncio.get_running_loop()
    except RuntimeError:
        pass
    return trio.lowlevel.current_trio_token() if trio is not None else None


async def reveal(credential: AnyCredential) -> str | None:
    """Returns a credential, calling it if it is a function."""
    value = cast(object, credential() if callable(credential) else credential)
    if isawaitable(value):
        value = cast(object, await value)
    if value is not None and not isinstance(value, str):
        raise CredentialTypeError(credential, value)
    return value


async def read_response(response: httpx.Response, limit: time_limit, most: int | None = None) -> None:
    """Reads the whole body with a size limit; the time limit cancels it."""
    del limit
    await read_body(response, most)


async def read_body(response: httpx.Response, most: int | None) -> None:
    """
    Reads the whole body.

    Raises:
      ResponseTooLong: if the decompressed body is longer than the limit
    """
    if most is None or hasattr(response, "_content"):
        await response.aread()
        return
    body = BoundedBody(most)
    async for chunk in response.aiter_bytes():
        body.add(chunk)
    body.give(response)


async def close_response(response: httpx.Response) -> None:
    """Closes a response, also if the task was cancelled."""
    import anyio

    with anyio.CancelScope(shield=True):
        await response.aclose()


async def body_chunks(body: EncodedBody) -> AsyncIterator[bytes]:
    """The bytes of a body; files are read while they are sent."""
    try:
        for piece in body.pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                async for chunk in _source_chunks(piece):
                    yield chunk
    except Exception as error:
        body.error = error
        raise


async def _source_chunks(source: Source) -> AsyncIterator[bytes]:
    import anyio
    import anyio.to_thread

    if source.path is not None:
        file = await anyio.open_file(source.path, "rb")
        try:
            while chunk := await file.read(CHUNK):
                yield chunk
        finally:
            with anyio.CancelScope(shield=True):
                await file.aclose()
    elif source.file is not None:
        if source.start is not None:
            source.file.seek(source.start)
        while data := await anyio.to_thread.run_sync(source.file.read, CHUNK):
            yield as_bytes(data)
    elif isinstance(source.chunks, AsyncIterable):
        async for chunk in source.chunks:
            yield as_bytes(chunk)
    else:
        for chunk in source.chunks or ():
            yield as_bytes(chunk)


def as_bytes(chunk: object) -> bytes:
    if is_bytes(chunk):
        return bytes(chunk)
    raise TypeError(f"A file to upload must return bytes, not {type(chunk).__name__}; open it in binary mode")


async def write_chunks(path: str | os.PathLike[str], chunks: AsyncIterator[bytes]) -> None:
    """Writes the chunks of a body to a file."""
    import anyio

    async with await anyio.open_file(path, "wb") as file:
        async for chunk in chunks:
            await file.write(chunk)
