# Derived from the module of the same name in `_async` by `npm run python:sync`.
"""Reads an event stream again from where it was cut off."""

from __future__ import annotations

from typing import Generic, TypeVar, Callable, Iterator
from typing_extensions import Self

from .compat import sleep
from .._brand import RootError
from .streaming import Stream
from .._exceptions import APIStatusError, APIConnectionError

_T = TypeVar("_T")

# Longest delay that grows with each failure, in seconds.
_LONGEST = 30
# Longest delay that a server may ask for, in seconds; longer delays are ignored.
_LONGEST_ASKED = 2**31 / 1000


class ReconnectingStream(Generic[_T]):
    """
    The values of a stream of server-sent events, read again with the header `Last-Event-ID` (WHATWG HTML section
    9.2.4) when its connection fails. Only for servers that send event IDs and continue after the ID in the header:
    without an ID, the error is raised, because events would be lost or repeated.

    Args:
      connect: starts the stream; pass its argument to the method as `extra_headers`
      endless: reconnect also when the server closes the stream, for streams that have no end
      max_reconnects: number of attempts in a row that may fail before an event arrives
      delay: seconds before reconnecting, if the server sent no delay; doubles with each failure
    """

    def __init__(
        self,
        connect: Callable[[dict[str, str]], Stream[_T]],
        *,
        endless: bool = False,
        max_reconnects: int = 5,
        delay: float = 1,
    ) -> None:
        self._connect = connect
        self._endless = endless
        self._max_reconnects = max_reconnects
        self._delay = delay
        self._stream: Stream[_T] | None = None
        self._iterator = self._read()
        self._is_closed = False

    def __next__(self) -> _T:
        return self._values().__next__()

    def __iter__(self) -> Iterator[_T]:
        return self._values()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        del details
        self.close()

    def close(self) -> None:
        """Closes the connection. The stream does not reconnect afterwards."""
        self._is_closed = True
        if self._stream is not None:
            self._stream.close()

    def _values(self) -> Iterator[_T]:
        if self._is_closed:
            raise RootError("The stream is closed")
        return self._iterator

    def _read(self) -> Iterator[_T]:
        last_id: str | None = None
        asked: float | None = None
        failures = 0
        while True:
            error: APIConnectionError | APIStatusError | None = None
            self._stream = None
            try:
                self._stream = self._connect({"Last-Event-ID": last_id} if last_id else {})
                # Without the header the server would send the same events again and again.
                if last_id and self._stream.response.request.headers.get("Last-Event-ID") != last_id:
                    raise RootError("The function must pass its argument to the method as extra_headers")
                for value in self._stream:
                    failures = 0
                    yield value
            except (APIConnectionError, APIStatusError) as raised:
                error = raised
            finally:
                if self._stream is not None:
                    self._stream.close()
            if self._stream is not None:
                last_id = last_id if self._stream.last_event_id is None else self._stream.last_event_id
                sent = self._stream.reconnect_delay
                asked = sent if sent is not None and sent <= _LONGEST_ASKED else asked
                if self._stream.is_done:
                    return
            if self._is_closed or (error is None and not self._endless):
                return
            if error is not None and not (last_id and _is_temporary(error)):
                raise error
            if failures >= self._max_reconnects:
                raise error or RootError(f"The server closed the stream {failures + 1} times without an event")
            delay = self._delay if asked is None else asked
            sleep(min(delay * 2**failures, max(_LONGEST, asked or 0)))
            failures += 1


def _is_temporary(error: APIConnectionError | APIStatusError) -> bool:
    """Whether the connection failed, or the server or a proxy in front of it is restarting."""
    return isinstance(error, APIConnectionError) or error.status_code >= 500
