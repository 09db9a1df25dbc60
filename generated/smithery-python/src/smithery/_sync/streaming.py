# Derived from the module of the same name in `_async` by `npm run python:sync`.
"""Streamed responses: server-sent events and JSON lines."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Iterator, cast
from typing_extensions import Self

from .._call import Call, connection_error
from .._http import httpx
from .compat import close_response
from .._brand import RootError
from .._parse import build
from .._progress import Progress
from .._exceptions import APIError, APITimeoutError

if TYPE_CHECKING:
    from .client import Requester
    from .._options import Events

_T = TypeVar("_T")


class Stream(Generic[_T]):
    """
    A stream of values. It can only be read once. The request ends when the stream is closed, when the `with`
    block ends, or when the last value was read.
    """

    response: httpx.Response

    def __init__(
        self,
        *,
        cast_to: Any,
        response: httpx.Response,
        client: Requester,
        events: Events,
        call: Call | None = None,
    ) -> None:
        self.response = response
        self._call = call
        self._cast_to = cast_to
        self._client = client
        self._events = events
        self._iterator: Iterator[_T] | None = None
        # Not `response.is_closed`: a response that was read is closed, but its content can still be read.
        self._is_closed = False
        self._progress = Progress()

    @property
    def last_event_id(self) -> str | None:
        """ID of the last server-sent event that was read; `None` if the server sent none."""
        return self._progress.last_id

    @property
    def reconnect_delay(self) -> float | None:
        """Seconds before a reconnection, as sent by the server; `None` if it sent none."""
        return self._progress.delay

    @property
    def is_done(self) -> bool:
        """Whether the server said that the stream is complete: by an event that ends it, or with status 204."""
        return self._progress.is_done or self.response.status_code == 204

    def __next__(self) -> _T:
        return self._values().__next__()

    def __iter__(self) -> Iterator[_T]:
        if self._iterator is not None:
            raise RootError("A stream can only be read once")
        return self._values()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the response."""
        self._is_closed = True
        close_response(self.response)

    def _values(self) -> Iterator[_T]:
        is_lost = self._iterator is None and self.response.is_closed and not hasattr(self.response, "_content")
        if self._is_closed or is_lost:
            raise RootError("The stream is closed")
        if self._iterator is None:
            self._iterator = self._read()
        return self._iterator

    def _read(self) -> Iterator[_T]:
        from .._lines import ValueReader

        response = self.response
        is_strict = self._client._strict_response_validation  # pyright: ignore[reportPrivateUsage]
        reader = ValueReader(
            self._events, lambda data: build(response, data, self._cast_to, is_strict), response, self._progress
        )
        try:
            for chunk in response.iter_bytes():
                for value in reader.feed(chunk):
                    yield cast(_T, value)
                if self._progress.is_done:
                    return
            for value in reader.finish():
                yield cast(_T, value)
        except APIError as error:
            self._explained(error)
            raise
        except httpx.TimeoutException as error:
            raise self._explained(APITimeoutError(response.request)) from error
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            raise self._explained(connection_error(error, response.request)) from error
        finally:
            close_response(response)

    def _explained(self, error: APIError) -> APIError:
        call = self._call
        return error if call is None else self._client._explain(error, call)  # pyright: ignore[reportPrivateUsage]
