"""Reads a whole body with a size limit."""

from __future__ import annotations

from ._http import httpx
from ._brand import RootError


class ResponseTooLong(RootError):
    """The body is longer than `max_response_bytes`."""


class BoundedBody:
    """Collects the decompressed chunks of a body."""

    __slots__ = ("_most", "_size", "_chunks")

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._chunks: list[bytes] = []

    def add(self, chunk: bytes) -> None:
        self._size += len(chunk)
        if self._size > self._most:
            raise ResponseTooLong(f"The response is longer than {self._most} bytes (max_response_bytes)")
        self._chunks.append(chunk)

    def give(self, response: httpx.Response) -> None:
        """Sets the content of the response, as `read` does, which has no size limit."""
        vars(response)["_content"] = b"".join(self._chunks)
