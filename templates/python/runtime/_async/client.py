"""Request lifecycle: prepare, authenticate, send, retry."""

from __future__ import annotations

import logging
from types import TracebackType
from typing import TYPE_CHECKING, Any, Mapping, TypeVar, Sequence, overload
from typing_extensions import Self, Literal, override

from .auth import authenticate
from .._log import logger, hide_followed, hide_in_httpx
from .._auth import Sent, CredentialTypeError
from .._call import Call, BaseClient, encode_headers, is_other_origin, connection_error
from .._http import httpx
from .compat import Lock, sleep, time_limit, body_chunks, read_response, close_response
from .._bound import ResponseTooLong
from .._brand import RootError
from .._query import QueryDefaults
from .._retry import RetrySettings, should_retry
from .._types import Query, Headers, NotGiven, Security, FileTypes, FormLists, RequestOptions, not_given
from .response import AsyncAPIResponse, parse_response
from .streaming import AsyncStream
from .connection import AsyncConnection
from .._exceptions import APIError, APITimeoutError, APIConnectionError, add_note

if TYPE_CHECKING:
    from .._body import EncodedBody

_T = TypeVar("_T")
_StreamT = TypeVar("_StreamT", bound=AsyncStream[Any])
_HttpClient = httpx.AsyncClient


class AsyncRequester(BaseClient):
    """Base client: options and HTTP verbs."""

    _connection: AsyncConnection

    def __init__(
        self,
        *,
        base_url: str | httpx.URL,
        version: str,
        max_retries: int = 2,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
        http_client: httpx.AsyncClient | None = None,
        default_headers: Headers | None = None,
        default_query: Query | None = None,
        custom_headers: Headers | None = None,
        custom_query: Query | None = None,
        security: Security | None = None,
        credentials: Mapping[str, str] | None = None,
        idempotency_header: str | None = None,
        query_defaults: QueryDefaults = ("comma", "brackets"),
        form_lists: FormLists = "repeat",
        redact: Sequence[str] = (),
        retry: RetrySettings | None = None,
        deadline: float | None = None,
        max_retry_delay: float = 60.0,
        max_response_bytes: int | None = None,
        base_url_overridden: bool = False,
        _strict_response_validation: bool = False,
    ) -> None:
        if http_client is not None and not isinstance(http_client, _HttpClient):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(
                f"http_client must be an instance of httpx.{_HttpClient.__name__}, not {type(http_client).__name__}"
            )
        super().__init__(
            base_url=base_url,
            version=version,
            max_retries=max_retries,
            timeout=timeout,
            default_headers=default_headers,
            default_query=default_query,
            custom_headers=custom_headers,
            custom_query=custom_query,
            security=security,
            credentials=credentials,
            idempotency_header=idempotency_header,
            query_defaults=query_defaults,
            form_lists=form_lists,
            redact=redact,
            retry=retry,
            deadline=deadline,
            max_retry_delay=max_retry_delay,
            max_response_bytes=max_response_bytes,
            base_url_overridden=base_url_overridden,
            strict_response_validation=_strict_response_validation,
        )
        self._connection = AsyncConnection(http_client)
        self._token_lock = Lock()

    def is_closed(self) -> bool:
        return self._connection.is_closed

    async def close(self) -> None:
        """Closes the connections. The client and its copies cannot be used afterwards."""
        await self._connection.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def _share(self, original: Self, *, http_client: httpx.AsyncClient | None, base_url_given: bool = False) -> Self:
        """Shares the connections and tokens of another client."""
        self._adopt(original, base_url_given=base_url_given)
        self._token_lock = original._token_lock
        if http_client is None:
            self._connection = original._connection
        return self

    async def _prepare_options(self, options: RequestOptions) -> RequestOptions:
        """Changes the options of a request before it is built."""
        return options

    async def _prepare_request(self, request: httpx.Request) -> None:
        """Changes an attempt before it is sent."""

    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        options: RequestOptions | None = None,
        stream: Literal[False] = False,
        stream_cls: type[Any] | None = None,
    ) -> _T: ...
    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        options: RequestOptions | None = None,
        stream: Literal[True],
        stream_cls: type[_StreamT],
    ) -> _StreamT: ...
    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        options: RequestOptions | None = None,
        stream: bool,
        stream_cls: type[_StreamT],
    ) -> _T | _StreamT: ...
    async def get(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        options: RequestOptions | None = None,
        stream: bool = False,
        stream_cls: type[Any] | None = None,
    ) -> Any:
        return await self._call_api("get", path, cast_to, body, options, stream, stream_cls)

    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: Literal[False] = False,
        stream_cls: type[Any] | None = None,
    ) -> _T: ...
    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: Literal[True],
        stream_cls: type[_StreamT],
    ) -> _StreamT: ...
    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: bool,
        stream_cls: type[_StreamT],
    ) -> _T | _StreamT: ...
    async def post(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: bool = False,
        stream_cls: type[Any] | None = None,
    ) -> Any:
        return await self._call_api("post", path, cast_to, body, options, stream, stream_cls, content)

    @overload
    async def put(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: Literal[False] = False,
        stream_cls: type[Any] | None = None,
    ) -> _T: ...
    @overload
    async def put(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: Literal[True],
        stream_cls: type[_StreamT],
    ) -> _StreamT: ...
    @overload
    async def put(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: bool,
        stream_cls: type[_StreamT],
    ) -> _T | _StreamT: ...
    async def put(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: bool = False,
        stream_cls: type[Any] | None = None,
    ) -> Any:
        return await self._call_api("put", path, cast_to, body, options, stream, stream_cls, content)

    @overload
    async def patch(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: Literal[False] = False,
        stream_cls: type[Any] | None = None,
    ) -> _T: ...
    @overload
    async def patch(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: Literal[True],
        stream_cls: type[_StreamT],
    ) -> _StreamT: ...
    @overload
    async def patch(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: bool,
        stream_cls: type[_StreamT],
    ) -> _T | _StreamT: ...
    async def patch(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: bool = False,
        stream_cls: type[Any] | None = None,
    ) -> Any:
        return await self._call_api("patch", path, cast_to, body, options, stream, stream_cls, content)

    @overload
    async def delete(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: Literal[False] = False,
        stream_cls: type[Any] | None = None,
    ) -> _T: ...
    @overload
    async def delete(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: Literal[True],
        stream_cls: type[_StreamT],
    ) -> _StreamT: ...
    @overload
    async def delete(
        self,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: bool,
        stream_cls: type[_StreamT],
    ) -> _T | _StreamT: ...
    async def delete(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: bool = False,
        stream_cls: type[Any] | None = None,
    ) -> Any:
        return await self._call_api("delete", path, cast_to, body, options, stream, stream_cls, content)

    @overload
    async def request(
        self,
        verb: str,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: Literal[False] = False,
        stream_cls: type[Any] | None = None,
    ) -> _T: ...
    @overload
    async def request(
        self,
        verb: str,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: Literal[True],
        stream_cls: type[_StreamT],
    ) -> _StreamT: ...
    @overload
    async def request(
        self,
        verb: str,
        path: str,
        *,
        cast_to: type[_T],
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: bool,
        stream_cls: type[_StreamT],
    ) -> _T | _StreamT: ...
    async def request(
        self,
        verb: str,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: FileTypes | str | None = None,
        options: RequestOptions | None = None,
        stream: bool = False,
        stream_cls: type[Any] | None = None,
    ) -> Any:
        """Sends a request with any HTTP method: lower case for the methods of the client, others unchanged."""
        return await self._call_api(verb, path, cast_to, body, options, stream, stream_cls, content)

    async def _call_api(
        self,
        verb: str,
        path: str,
        cast_to: Any,
        body: object,
        options: RequestOptions | None,
        stream: bool,
        stream_cls: type[_StreamT] | None,
        content: FileTypes | str | None = None,
    ) -> Any:
        if content is not None:
            if body is not None:
                raise TypeError("Pass either body or content, not both")
            from .._options import Raw

            body, options = content, {**(options or {}), "encoding": Raw()}
        if type(self)._prepare_options is not AsyncRequester._prepare_options:
            options = await self._prepare_options(options or {})
        call = self._start(verb, path, body, options, stream)
        try:
            response = await self._perform(call)
            if call.raw is not None:
                return AsyncAPIResponse[Any].for_call(self, call, response, cast_to, stream_cls if stream else None)
            return await parse_response(self, call, response, cast_to, stream_cls if stream else None)
        except APIError as error:
            self._explain(error, call)
            raise

    async def _perform(self, call: Call) -> httpx.Response:
        """Sends a request until it succeeds, fails permanently, or runs out of retries."""
        while True:
            delay, response, error = await self._attempt(call)
            if logger.isEnabledFor(logging.INFO):
                self._log_attempt(call, response, error)
            if delay is None:
                if error is not None:
                    # Raised here, because the frames of the attempt reference the response.
                    raise error
                assert response is not None
                return response
            if delay > 0:
                logger.info("[%x] retrying in %.3f s", call.log_id, delay)
                await sleep(delay)

    async def _attempt(self, call: Call) -> tuple[float | None, httpx.Response | None, Exception | None]:
        """Sends a request once. Returns the delay before the next attempt, or the final response or error."""
        connection = self._connection
        client = connection.open()
        request: httpx.Request | None = None
        response: httpx.Response | None = None
        error: Exception | None = None
        retry = call.retries
        may_retry = retry < call.max_retries and not (call.encoded is not None and call.encoded.is_once)
        if not await connection.acquire(call.seconds_left()):
            return None, None, APITimeoutError(None)
        limit = time_limit(call.attempt_limit())
        is_handed_over = False
        try:
            with limit:
                request = await self._build(call, client)
                response = await self._send(call, client, request)
                if response.is_success:
                    if not call.is_streamed:
                        await read_response(response, limit, self.max_response_bytes)
                    is_handed_over = True
                    return None, response, None
                delay, note = await self._judge(call, request, response, may_retry)
                if delay is not None:
                    await close_response(response)
                    return delay, response, None
                return None, response, await self._refusal(call, response, limit, note)
            error = APITimeoutError(request)
        except httpx.TimeoutException as cause:
            error = APITimeoutError(request)
            error.__cause__ = cause
        except APIConnectionError as cause:
            # From a token request.
            error = cause
        except RootError:
            raise
        except (httpx.HTTPError, httpx.StreamError, OSError) as cause:
            if call.encoded is not None and call.encoded.error is not None:
                raise RootError(f"The request body could not be read: {call.encoded.error}") from call.encoded.error
            error = connection_error(cause, request)
            error.__cause__ = cause
        except Exception as cause:
            if call.encoded is not None and call.encoded.error is not None:
                raise RootError(f"The request body could not be read: {call.encoded.error}") from call.encoded.error
            if request is None or response is not None:
                raise
            # A custom transport can raise exceptions that are not from the HTTP library.
            error = connection_error(cause, request)
            error.__cause__ = cause
        finally:
            connection.release()
            if response is not None and not is_handed_over and not response.is_closed:
                await close_response(response)
        if response is not None and not response.is_success:
            # The error status is reported, even if the body could not be read.
            return None, response, self._status_error(response, "", "", call.options.get("errors"))
        if not may_retry or (response is not None and not call.is_repeatable()):
            return None, None, error
        pause, note = self._pause(call, retry, None)
        if pause is None:
            add_note(error, note)
            return None, None, error
        call.retries += 1
        return pause, None, error

    async def _judge(
        self, call: Call, request: httpx.Request, response: httpx.Response, may_retry: bool
    ) -> tuple[float | None, str]:
        """Delay before the next attempt in seconds, or `None`; and a note for the error message."""
        if (
            response.status_code == 401
            and self._token_cache.tokens
            and not call.renewed
            and not (call.encoded is not None and call.encoded.is_once)
        ):
            # The server rejected the cached token: fetch a new token and retry once without a delay.
            self._token_cache.refused = request.headers.get("authorization")
            call.renewed = True
            return 0.0, ""
        if not may_retry or not should_retry(response.status_code, response.headers, self._retry):
            return None, ""
        delay, note = self._pause(call, call.retries, response.headers)
        if delay is not None:
            call.retries += 1
        return delay, note

    async def _refusal(self, call: Call, response: httpx.Response, limit: time_limit, note: str) -> Exception:
        """The error for an error response, even if its body cannot be read."""
        text = ""
        try:
            await read_response(response, limit, self.max_response_bytes)
            text = response.text
        except (httpx.HTTPError, httpx.StreamError, OSError, ResponseTooLong):
            await close_response(response)
        return self._status_error(response, text, note, call.options.get("errors"))

    async def _send(self, call: Call, client: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
        """Sends a request and follows redirects; credentials are not sent to another origin."""
        response = await client.send(request, stream=True, follow_redirects=False)
        hops = 0
        foreign = False
        while True:
            following = self._redirected(call, request, response)
            if following is None:
                return response
            hops += 1
            await close_response(response)
            if hops > 20:
                raise RootError("The server redirected more than 20 times")
            foreign = foreign or is_other_origin(request.url, following.url)
            request = following
            hide_followed(request.url)
            if foreign:
                response = await client.send(request, stream=True, auth=None, follow_redirects=False)
            else:
                response = await client.send(request, stream=True, follow_redirects=False)

    async def _build(self, call: Call, client: httpx.AsyncClient) -> httpx.Request:
        schemes = self._auth_schemes
        security = call.options.get("security", self._security)
        try:
            sent = (
                await authenticate(schemes, security, client, self._token_cache, self._token_lock)
                if schemes
                else Sent(not security or () in [tuple(one) for one in security])
            )
        except CredentialTypeError as error:
            raise TypeError(f"{self._option_of(error.credential)} {error}") from None
        url = self._url(call, sent.query)
        headers, removed = self._headers(call, sent)
        self._check_credentials(call, sent, schemes, headers, removed)
        try:
            request = client.build_request(
                call.verb,
                url,
                headers=encode_headers(headers),
                content=self._content(call.encoded),
                timeout=call.parts_timeout(),
            )
        except httpx.InvalidURL as error:
            raise self._bad_url() from error
        # httpx changes the method to upper case.
        request.method = call.verb
        for name in removed:
            request.headers.pop(name, None)
        if sent.query:
            hide_in_httpx(self._secrets)
        await self._prepare_request(request)
        if logger.isEnabledFor(logging.DEBUG):
            self._log_request(call, request, call.retries)
        return request

    def _content(self, encoded: EncodedBody | None) -> Any:
        if encoded is None:
            return None
        return encoded.content if encoded.content is not None else body_chunks(encoded)

    @override
    def _request(
        self,
        verb: str,
        url: str,
        headers: list[tuple[str, str]],
        content: EncodedBody | None,
        timeout: httpx.Timeout,
    ) -> httpx.Request:
        # Not created by the HTTP client, because its default headers are for the configured server.
        request = httpx.Request(
            verb, url, headers=headers, content=self._content(content), extensions={"timeout": timeout.as_dict()}
        )
        request.method = verb
        return request
