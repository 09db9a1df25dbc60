"""Raw responses."""

from __future__ import annotations

import os
import datetime
from types import TracebackType
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    TypeVar,
    Callable,
    Awaitable,
    AsyncIterator,
    cast,
    get_args,
    overload,
    get_origin,
)
from functools import wraps
from typing_extensions import Self, ParamSpec, override

from .._call import RAW_RESPONSE_HEADER, Call, connection_error
from .._http import httpx
from .compat import read_body, write_chunks, close_response
from .._brand import RootError
from .._parse import read_json, is_missing, parse_body
from .._types import Headers
from .streaming import AsyncStream
from .._exceptions import APIError, APITimeoutError, request_id

if TYPE_CHECKING:
    from .client import AsyncRequester

_P = ParamSpec("_P")
_R = TypeVar("_R")
_T = TypeVar("_T")
_ResponseT = TypeVar("_ResponseT", bound="AsyncBaseResponse")


class AsyncBaseResponse:
    """Base class of raw responses."""

    http_response: httpx.Response
    retries_taken: int
    """Number of retries."""

    def __init__(
        self,
        *,
        client: AsyncRequester,
        call: Call,
        response: httpx.Response,
        cast_to: Any,
        stream_cls: type[AsyncStream[Any]] | None = None,
    ) -> None:
        self.http_response = response
        self.retries_taken = call.retries
        self._client = client
        self._call = call
        self._cast_to = cast_to
        self._stream_cls = stream_cls

    @classmethod
    def for_call(
        cls,
        client: AsyncRequester,
        call: Call,
        response: httpx.Response,
        cast_to: Any,
        stream_cls: type[AsyncStream[Any]] | None,
    ) -> AsyncBaseResponse:
        """Creates the response of a call."""
        kind: type[AsyncBaseResponse] = AsyncAPIResponse[Any]
        if is_binary(cast_to):
            kind = AsyncStreamedBinaryAPIResponse if call.is_streamed else AsyncBinaryAPIResponse
        return kind(client=client, call=call, response=response, cast_to=cast_to, stream_cls=stream_cls)

    @override
    def __repr__(self) -> str:
        status = f"{self.status_code} {self.http_response.reason_phrase}".strip()
        kind = cast(object, getattr(self._cast_to, "__name__", self._cast_to))
        return f"<{type(self).__name__} [{status}] type={kind}>"

    @property
    def headers(self) -> httpx.Headers:
        return self.http_response.headers

    @property
    def status_code(self) -> int:
        return self.http_response.status_code

    @property
    def http_request(self) -> httpx.Request:
        return self.http_response.request

    @property
    def url(self) -> httpx.URL:
        return self.http_response.url

    @property
    def method(self) -> str:
        return self.http_request.method

    @property
    def http_version(self) -> str:
        return self.http_response.http_version

    @property
    def elapsed(self) -> datetime.timedelta:
        """Time from sending the request to closing the response."""
        return self.http_response.elapsed

    @property
    def is_closed(self) -> bool:
        return self.http_response.is_closed

    @property
    def request_id(self) -> str | None:
        """The request ID sent by the server, for support; `None` if it sent none."""
        return request_id(self.http_response.headers)

    async def read(self) -> bytes:
        """Reads the whole body."""
        return await self._read(None)

    async def _read(self, most: int | None) -> bytes:
        try:
            await read_body(self.http_response, most)
            return self.http_response.content
        except httpx.StreamConsumed as error:
            raise RootError("The response was already read as a stream") from error
        except httpx.StreamClosed as error:
            raise RootError("The response is closed") from error
        except httpx.TimeoutException as error:
            raise self._explained(APITimeoutError(self.http_request)) from error
        except httpx.HTTPError as error:
            raise self._explained(connection_error(error, self.http_request)) from error

    def _explained(self, error: APIError) -> APIError:
        return self._client._explain(error, self._call)  # pyright: ignore[reportPrivateUsage]

    async def text(self) -> str:
        await self.read()
        return self.http_response.text

    async def json(self) -> Any:
        await self.read()
        return self.http_response.json()

    async def close(self) -> None:
        await close_response(self.http_response)

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Iterates over the decompressed chunks of the body."""
        try:
            async for chunk in self.http_response.aiter_bytes(chunk_size):
                yield chunk
        except httpx.StreamConsumed as error:
            raise RootError("The response was already read as a stream") from error
        except httpx.StreamClosed as error:
            raise RootError("The response is closed") from error
        except httpx.TimeoutException as error:
            raise self._explained(APITimeoutError(self.http_request)) from error
        except httpx.HTTPError as error:
            raise self._explained(connection_error(error, self.http_request)) from error

    async def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        async for text in self.http_response.aiter_text(chunk_size):
            yield text

    async def iter_lines(self) -> AsyncIterator[str]:
        async for line in self.http_response.aiter_lines():
            yield line


class AsyncAPIResponse(AsyncBaseResponse, Generic[_R]):
    """A raw response; call `parse()` for the model."""

    @overload
    async def parse(self, *, to: type[_T]) -> _T: ...
    @overload
    async def parse(self) -> _R: ...
    async def parse(self, *, to: Any = None) -> Any:
        """Parses the body as the return type of the method, or as another type."""
        cast_to = self._cast_to if to is None else to
        stream_cls = self._stream_cls
        if to is not None and issubclass(get_origin(to) or to, AsyncStream):
            stream_cls = to
        if stream_cls is None:
            await self._read(self._client.max_response_bytes)
        try:
            return await parse_response(self._client, self._call, self.http_response, cast_to, stream_cls)
        except APIError as error:
            self._explained(error)
            raise


class AsyncBinaryAPIResponse(AsyncBaseResponse):
    """A binary response whose body has been read."""

    @property
    def content(self) -> bytes:
        return self.http_response.content

    async def parse(self) -> Self:
        return self

    async def write_to_file(self, file: "str | os.PathLike[str]") -> None:
        """Writes the body to a file."""
        await write_chunks(file, self.iter_bytes())


class AsyncStreamedBinaryAPIResponse(AsyncBaseResponse):
    """A binary response whose body is streamed."""

    async def parse(self) -> Self:
        return self

    async def stream_to_file(self, file: "str | os.PathLike[str]", *, chunk_size: int | None = None) -> None:
        """Streams the body to a file."""
        await write_chunks(file, self.iter_bytes(chunk_size))


class AsyncResponseContextManager(Generic[_ResponseT]):
    """Sends the request at the start of its block, and closes the response at the end."""

    def __init__(self, send: Callable[[], Awaitable[_ResponseT]]) -> None:
        self._send = send
        self._response: _ResponseT | None = None

    async def __aenter__(self) -> _ResponseT:
        self._response = await self._send()
        return self._response

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._response is not None:
            await self._response.close()


async def parse_response(
    client: AsyncRequester,
    call: Call,
    response: httpx.Response,
    cast_to: Any,
    stream_cls: type[AsyncStream[Any]] | None,
) -> Any:
    """Parses the response of a call."""
    options = call.options
    if stream_cls is not None:
        from .._options import Events

        event: Any = next(iter(get_args(stream_cls)), object)
        kind: type[AsyncStream[Any]] = get_origin(stream_cls) or stream_cls
        events = options.get("events") or Events()
        return kind(cast_to=event, response=response, client=client, events=events, call=call)
    if is_binary(cast_to):
        return cast_to(client=client, call=call, response=response, cast_to=cast_to)
    is_strict = client._strict_response_validation  # pyright: ignore[reportPrivateUsage]
    origin = get_origin(cast_to) or cast_to
    if hasattr(origin, "_for_call"):
        data = read_json(response, origin)
        return origin._for_call(client, call, response, None if is_missing(data) else data, cast_to, is_strict)
    return parse_body(response, options, cast_to, is_strict)


def is_binary(cast_to: Any) -> bool:
    return isinstance(cast_to, type) and issubclass(cast_to, AsyncBaseResponse)


def _set_mode(kwargs: dict[str, Any], mode: str) -> None:
    given: Headers | None = kwargs.get("extra_headers")
    kwargs["extra_headers"] = {**(given or {}), RAW_RESPONSE_HEADER: mode}


def async_to_raw_response_wrapper(
    func: Callable[_P, Awaitable[_R]],
) -> Callable[_P, Awaitable[AsyncAPIResponse[_R]]]:
    """Wraps a method to return the raw response."""

    @wraps(func)
    async def wrapped(*args: _P.args, **kwargs: _P.kwargs) -> AsyncAPIResponse[_R]:
        _set_mode(kwargs, "raw")
        return cast("AsyncAPIResponse[_R]", await func(*args, **kwargs))

    return wrapped


def async_to_streamed_response_wrapper(
    func: Callable[_P, Awaitable[_R]],
) -> Callable[_P, AsyncResponseContextManager[AsyncAPIResponse[_R]]]:
    """Wraps a method to return the raw response before its body is read."""

    @wraps(func)
    def wrapped(*args: _P.args, **kwargs: _P.kwargs) -> AsyncResponseContextManager[AsyncAPIResponse[_R]]:
        async def send() -> AsyncAPIResponse[_R]:
            _set_mode(kwargs, "stream")
            return cast("AsyncAPIResponse[_R]", await func(*args, **kwargs))

        return AsyncResponseContextManager(send)

    return wrapped


def async_to_custom_raw_response_wrapper(
    func: Callable[_P, Awaitable[object]], response_cls: type[_ResponseT]
) -> Callable[_P, Awaitable[_ResponseT]]:
    """Wraps a method to return a raw response of another class."""
    del response_cls

    @wraps(func)
    async def wrapped(*args: _P.args, **kwargs: _P.kwargs) -> _ResponseT:
        _set_mode(kwargs, "raw")
        return cast(_ResponseT, await func(*args, **kwargs))

    return wrapped


def async_to_custom_streamed_response_wrapper(
    func: Callable[_P, Awaitable[object]], response_cls: type[_ResponseT]
) -> Callable[_P, AsyncResponseContextManager[_ResponseT]]:
    """Wraps a method to return a raw response of another class before its body is read."""
    del response_cls

    @wraps(func)
    def wrapped(*args: _P.args, **kwargs: _P.kwargs) -> AsyncResponseContextManager[_ResponseT]:
        async def send() -> _ResponseT:
            _set_mode(kwargs, "stream")
            return cast(_ResponseT, await func(*args, **kwargs))

        return AsyncResponseContextManager(send)

    return wrapped
