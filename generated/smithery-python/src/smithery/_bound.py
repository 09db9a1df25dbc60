"""A body that is read as a whole, up to a number of bytes."""

from __future__ import annotations

from typing import List

from ._http import httpx
from ._brand import RootError


class ResponseTooLong(RootError):
    """A body with more bytes than the client takes."""


class BoundedBody:
    """The pieces of a body, after decompression."""

    __slots__ = ("_most", "_size", "_chunks")

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._chunks: List[bytes] = []

    def add(self, chunk: bytes) -> None:
        self._size += len(chunk)
        if self._size > self._most:
            raise ResponseTooLong(f"The response is longer than {self._most} bytes (max_response_bytes)")
        self._chunks.append(chunk)

    def give(self, response: httpx.Response) -> None:
        """Makes it the content of its response, as `read` does, which knows no bound."""
        vars(response)["_content"] = b"".join(self._chunks)
