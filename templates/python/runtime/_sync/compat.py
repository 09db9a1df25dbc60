"""Differences of the sync and async clients. Hand-written, like the module of the same name in `_async`."""

from __future__ import annotations

import os
import time
import datetime
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Iterator, AsyncIterable, cast
from inspect import isawaitable

from .._auth import AnyCredential, CredentialTypeError
from .._http import httpx
from .._bound import BoundedBody
from .._brand import RootError
from .._guards import is_bytes

if TYPE_CHECKING:
    from .._body import EncodedBody
    from .._files import Source

CHUNK = 64 * 1024

Lock = threading.Lock


class _Expired(Exception):
    pass


class time_limit:
    """Ends its block at the first `check` after a number of seconds, and then sets `has_expired`."""

    __slots__ = ("has_expired", "_seconds", "_ends_at")

    def __init__(self, seconds: float | None) -> None:
        self.has_expired = False
        self._seconds = seconds
        self._ends_at: float | None = None

    def __enter__(self) -> time_limit:
        if self._seconds is not None:
            self._ends_at = time.monotonic() + self._seconds
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.has_expired = isinstance(error, _Expired)
        return self.has_expired

    def check(self) -> None:
        if self._ends_at is not None and time.monotonic() > self._ends_at:
            raise _Expired


class Slots:
    """Lets a number of calls through at a time; the others wait here, where waiting is cheap."""

    __slots__ = ("_semaphore",)

    def __init__(self, count: int) -> None:
        self._semaphore = threading.Semaphore(count)

    def acquire(self, seconds: float | None) -> bool:
        return self._semaphore.acquire(timeout=seconds)

    def release(self) -> None:
        self._semaphore.release()


class _LimitedStream(httpx.SyncByteStream):
    """The bytes of a response, until the time limit expires."""

    def __init__(self, stream: httpx.SyncByteStream, limit: time_limit) -> None:
        self._stream = stream
        self._limit = limit

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            self._limit.check()
            yield chunk

    @property
    def elapsed(self) -> datetime.timedelta | None:
        """Newer HTTP libraries store the elapsed time in the stream."""
        return cast("datetime.timedelta | None", getattr(self._stream, "elapsed", None))

    def close(self) -> None:
        self._stream.close()


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def current_loop() -> object:
    """Clients are not bound to a thread."""
    return None


def reveal(credential: AnyCredential) -> str | None:
    """A credential, of which a function is asked."""
    value = cast(object, credential() if callable(credential) else credential)
    if isawaitable(value):
        raise RootError("A credential that must be awaited requires the async client")
    if value is not None and not isinstance(value, str):
        raise CredentialTypeError(credential, value)
    return value


def read_response(response: httpx.Response, limit: time_limit, most: int | None = None) -> None:
    """Reads the whole body with a size limit."""
    stream: httpx.SyncByteStream | httpx.AsyncByteStream = response.stream
    if isinstance(stream, httpx.SyncByteStream):
        response.stream = _LimitedStream(stream, limit)
    read_body(response, most)


def read_body(response: httpx.Response, most: int | None) -> None:
    """
    Reads the whole body.

    Raises:
      ResponseTooLong: when there are more bytes, after decompression
    """
    if most is None or hasattr(response, "_content"):
        response.read()
        return
    body = BoundedBody(most)
    for chunk in response.iter_bytes():
        body.add(chunk)
    body.give(response)


def close_response(response: httpx.Response) -> None:
    """Closes a response."""
    response.close()


def body_chunks(body: EncodedBody) -> Iterator[bytes]:
    """The bytes of a body, read while they are sent."""
    try:
        for piece in body.pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                yield from _source_chunks(piece)
    except Exception as error:
        body.error = error
        raise


def _source_chunks(source: Source) -> Iterator[bytes]:
    if source.path is not None:
        with open(source.path, "rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk
    elif source.file is not None:
        if source.start is not None:
            source.file.seek(source.start)
        while data := source.file.read(CHUNK):
            yield as_bytes(data)
    elif isinstance(source.chunks, AsyncIterable):
        raise RootError("An async iterable can only be sent by the async client")
    else:
        for chunk in source.chunks or ():
            yield as_bytes(chunk)


def as_bytes(chunk: object) -> bytes:
    if is_bytes(chunk):
        return bytes(chunk)
    raise TypeError(f"A file to upload must return bytes, not {type(chunk).__name__}; open it in binary mode")


def write_chunks(path: str | os.PathLike[str], chunks: Iterator[bytes]) -> None:
    """Writes the pieces of a body into a file."""
    with open(path, "wb") as file:
        for chunk in chunks:
            file.write(chunk)
