"""The state of a call, and the base class of the sync and async clients: settings, URLs and headers."""

from __future__ import annotations

import os
import re
import json
import time
import random
from typing import TYPE_CHECKING, Mapping, Sequence, cast
from typing_extensions import Self, TypedDict, override

from ._env import read_custom_headers
from ._log import logger, redact_url, redact_value, setup_logging, redact_headers
from ._auth import Sent, AuthScheme, TokenCache, is_given, describe_security
from ._http import httpx
from ._path import FilledPath
from ._brand import CLIENT_NAME, RootError
from ._query import QueryDefaults, scalar, stringify_query
from ._retry import RetrySettings, retry_delay
from ._types import Omit, Query, Headers, NotGiven, Security, FormLists, RequestOptions, not_given
from ._guards import is_mapping, check_mapping
from ._params import cookie_header
from ._exceptions import APIError, APIStatusError, APIConnectionError, explain, status_error
from ._error_message import describe

if TYPE_CHECKING:
    from ._body import EncodedBody

DEFAULT_TIMEOUT = httpx.Timeout(timeout=60.0, connect=5.0)
DEFAULT_MAX_RETRIES = 2
# Both limits are equal, so that a hundred concurrent calls reuse their connections.
DEFAULT_CONNECTION_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=100)
DEFAULT_MAX_RETRY_DELAY = 60.0

# Internal header for the kind of response. It is not a valid header name, so it is never sent.
RAW_RESPONSE_HEADER = "\0response"

_ABSOLUTE = re.compile("[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_SERVER = re.compile(r"https?://[^/?#@\s]+(?:[/?#]|$)", re.IGNORECASE)
# RFC 9110 section 5.6.2.
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_BAD_VALUE = re.compile("[\r\n\0]")
# Headers that are safe to send to another origin.
_HARMLESS = re.compile("(?:accept|content-|if-|range$|user-agent$)", re.IGNORECASE)
_REDIRECTS = frozenset([301, 302, 303, 307, 308])


class CopyOptions(TypedDict, total=False):
    """Options of a copied client, without the options of its API."""

    base_url: str | httpx.URL
    timeout: float | httpx.Timeout | None
    max_retries: int
    default_headers: Mapping[str, str] | None
    default_query: Mapping[str, object] | None
    max_response_bytes: int | None


class Call:
    """The state of a call, shared by all attempts."""

    __slots__ = (
        "verb", "path", "body", "options", "raw", "log_id", "started_at", "deadline_at", "timeout", "limit",
        "max_retries", "idempotency_key", "encoded", "renewed", "retries", "is_streamed",
    )  # fmt: skip

    verb: str
    path: str
    body: object
    options: RequestOptions
    raw: str | None
    """`raw` or `stream` if the caller requested the raw response."""
    log_id: int
    started_at: float
    deadline_at: float | None
    timeout: httpx.Timeout
    limit: float | None
    """Timeout of an attempt in seconds, including reading the body."""
    max_retries: int
    idempotency_key: str | None
    encoded: EncodedBody | None
    renewed: bool
    retries: int
    is_streamed: bool

    def seconds_left(self) -> float | None:
        """Seconds until the deadline of the call."""
        return None if self.deadline_at is None else max(0.0, self.deadline_at - time.monotonic())

    def attempt_limit(self) -> float | None:
        """Timeout of the next attempt in seconds."""
        left = self.seconds_left()
        if left is None or self.limit is None:
            return self.limit if left is None else left
        return min(self.limit, left)

    def parts_timeout(self) -> httpx.Timeout:
        """Timeouts of the phases of the next attempt."""
        left, timeout = self.seconds_left(), self.timeout
        if left is None:
            return timeout
        parts = [timeout.connect, timeout.read, timeout.write, timeout.pool]
        connect, read, write, pool = (left if part is None else min(part, left) for part in parts)
        return httpx.Timeout(connect=connect, read=read, write=write, pool=pool)

    def is_repeatable(self) -> bool:
        """Whether a request can be sent again after its response was cut off: the server has processed it."""
        return (
            self.idempotency_key is not None
            or self.options.get("idempotent", False)
            or self.verb not in ("POST", "PATCH")
        )


class BaseClient:
    """Base class of the sync and async clients: settings, URLs and headers."""

    max_retries: int
    timeout: float | httpx.Timeout | None
    deadline: float | None
    """Time limit of a call in seconds, including retries and delays."""
    max_response_bytes: int | None
    """Maximum size of a parsed body in bytes, after decompression. `None` means no limit."""
    max_retry_delay: float
    """Longest `Retry-After` to honour, in seconds; if the server asks for more, the error is raised."""
    base_url_overridden: bool
    """Whether the caller set the base URL; if so, it also applies to operations with a different server."""
    _token_cache: TokenCache
    _strict_response_validation: bool

    def __init__(
        self,
        *,
        base_url: str | httpx.URL,
        version: str,
        max_retries: int = DEFAULT_MAX_RETRIES,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
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
        max_retry_delay: float = DEFAULT_MAX_RETRY_DELAY,
        max_response_bytes: int | None = None,
        base_url_overridden: bool = False,
        strict_response_validation: bool = False,
    ) -> None:
        setup_logging()
        if isinstance(cast(object, max_retries), bool) or not isinstance(cast(object, max_retries), int):
            raise TypeError(f"max_retries must be a whole number, not {max_retries!r}; use 0 for no retries")
        if max_retries < 0:
            raise ValueError(f"max_retries must not be negative, but is {max_retries!r}; use 0 for no retries")
        _check_bound(max_response_bytes)
        check_mapping("default_headers", default_headers)
        check_mapping("default_query", default_query)
        self.max_retries = max_retries
        self.timeout = DEFAULT_TIMEOUT if isinstance(timeout, NotGiven) else timeout
        self.deadline = deadline
        self.max_retry_delay = max_retry_delay
        self.max_response_bytes = max_response_bytes
        self._version = version
        self._custom_headers: dict[str, str | None | Omit] = dict(default_headers or {})
        self._custom_query: dict[str, object] = dict(default_query or {})
        self._option_headers: Mapping[str, str | None | Omit] = custom_headers or {}
        self._option_query: Mapping[str, object] = custom_query or {}
        self._env_headers = read_custom_headers()
        self._security = security
        self._credentials: Mapping[str, str] = credentials or {}
        self._idempotency_header = idempotency_header
        self._query_defaults: QueryDefaults = query_defaults
        self._form_lists: FormLists = form_lists
        self._redact = tuple(redact)
        self._retry = retry or RetrySettings()
        self._strict_response_validation = strict_response_validation
        self._token_cache = TokenCache()
        self.base_url = base_url
        self.base_url_overridden = base_url_overridden

    @property
    def base_url(self) -> httpx.URL:
        """The base URL of the API."""
        return httpx.URL(self._base + "/")

    @base_url.setter
    def base_url(self, url: str | httpx.URL) -> None:
        self._base = str(url).rstrip("/")
        self.base_url_overridden = True

    @property
    def user_agent(self) -> str:
        return f"{CLIENT_NAME}/Python {self._version}"

    @property
    def default_headers(self) -> dict[str, str | None | Omit]:
        """Headers of every request. Headers of the request override them."""
        return {**self._option_headers, **self._env_headers, **self._custom_headers}

    @property
    def default_query(self) -> dict[str, object]:
        """Query parameters of every request."""
        return {**self._option_query, **self._custom_query}

    @property
    def _auth_schemes(self) -> Mapping[str, AuthScheme]:
        """The client's credentials by name of the security scheme; read for each attempt."""
        return {}

    def _validate_headers(self, headers: Mapping[str, str], removed: frozenset[str]) -> None:
        """Rejects invalid headers; names are in lower case."""

    def _make_status_error(self, message: str, *, body: object, response: httpx.Response) -> APIStatusError:
        """Creates the error for an error response."""
        return status_error(response, body, message=message)

    def _idempotency_key(self) -> str:
        return f"retry-{os.urandom(16).hex()}"

    def _copy_options(
        self,
        *,
        base_url: str | httpx.URL | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
        max_retries: int | NotGiven = not_given,
        default_headers: Headers | None = None,
        set_default_headers: Headers | None = None,
        default_query: Query | None = None,
        set_default_query: Query | None = None,
        max_response_bytes: int | None | NotGiven = not_given,
    ) -> CopyOptions:
        """The options for a copy of this client, without the options of its API."""
        if default_headers is not None and set_default_headers is not None:
            raise ValueError("The `default_headers` and `set_default_headers` arguments are mutually exclusive")
        if default_query is not None and set_default_query is not None:
            raise ValueError("The `default_query` and `set_default_query` arguments are mutually exclusive")
        check_mapping("default_headers", default_headers)
        check_mapping("default_query", default_query)
        headers = set_default_headers if set_default_headers is not None else self._custom_headers
        query = set_default_query if set_default_query is not None else self._custom_query
        return {
            "base_url": base_url if base_url is not None else self._base,
            "timeout": self.timeout if isinstance(timeout, NotGiven) else timeout,
            "max_retries": self.max_retries if isinstance(max_retries, NotGiven) else max_retries,
            "default_headers": cast("Mapping[str, str]", {**headers, **(default_headers or {})}),
            "default_query": {**query, **(default_query or {})},
            "max_response_bytes": self.max_response_bytes
            if isinstance(max_response_bytes, NotGiven)
            else max_response_bytes,
        }

    def _adopt(self, original: Self, *, base_url_given: bool = False) -> Self:
        """Copies the state that is not an option: cached tokens, and whether the caller set the base URL."""
        self._token_cache = original._token_cache
        self.deadline = original.deadline
        self.max_retry_delay = original.max_retry_delay
        self.base_url_overridden = original.base_url_overridden or base_url_given
        return self

    def _start(self, verb: str, path: str, body: object, options: RequestOptions | None, stream: bool) -> Call:
        call = Call()
        given: RequestOptions = options if options is not None else {}
        call.raw = None
        headers = given.get("headers")
        if headers and RAW_RESPONSE_HEADER in headers:
            call.raw = cast(str, headers[RAW_RESPONSE_HEADER])
            given = given.copy()
            given["headers"] = {name: one for name, one in headers.items() if name != RAW_RESPONSE_HEADER}
        # Only known methods change case: method names are case-sensitive (RFC 9110 section 9.1).
        call.verb = verb.upper() if verb in ("get", "post", "put", "patch", "delete") else verb
        call.path = path
        call.options = given
        call.is_streamed = stream or call.raw == "stream"
        call.log_id = random.getrandbits(30)
        call.started_at = time.monotonic()
        call.renewed = False
        call.retries = 0
        call.max_retries = given.get("max_retries", self.max_retries)
        deadline = given.get("deadline", self.deadline)
        if deadline is None:
            deadline = self._retry.max_elapsed
        call.deadline_at = None if deadline is None else call.started_at + deadline
        call.timeout, call.limit = self._limits(given)
        key = given.get("idempotency_key")
        if key is None and self._idempotency_header is not None and call.verb != "GET":
            key = self._idempotency_key()
        call.idempotency_key = key
        extra = given.get("extra_json")
        if extra is not None:
            if is_mapping(body) and is_mapping(extra):
                body = {**body, **extra}
            elif body is None or isinstance(body, (Omit, NotGiven)):
                body = extra
            else:
                raise TypeError(f"extra_body cannot be added to a body that is {type(body).__name__}")
        if is_mapping(body) and any(isinstance(one, (Omit, NotGiven)) for one in body.values()):
            body = {name: one for name, one in body.items() if not isinstance(one, (Omit, NotGiven))}
        call.body = body
        call.encoded = None
        if body is not None and not isinstance(body, (Omit, NotGiven)):
            from ._body import encode_body

            call.encoded = encode_body(
                body, given.get("encoding"), self._content_type(given), self._query_defaults, self._form_lists
            )
        return call

    def _content_type(self, options: RequestOptions) -> str | None:
        for name, value in (options.get("headers") or {}).items():
            if name.lower() == "content-type" and isinstance(value, str):
                return value
        return None

    def _limits(self, options: RequestOptions) -> tuple[httpx.Timeout, float | None]:
        timeout = options.get("timeout", not_given)
        if isinstance(timeout, NotGiven):
            timeout = self.timeout
            default = options.get("default_timeout")
            # The default of the method takes precedence, unless the caller has set a timeout for the client.
            if default is not None and timeout == DEFAULT_TIMEOUT:
                timeout = default
        if timeout is None:
            return httpx.Timeout(None), None
        if isinstance(timeout, httpx.Timeout):
            parts = (timeout.connect, timeout.read, timeout.write, timeout.pool)
            # The attempt is limited to the longest of its phases.
            known = [part for part in parts if part is not None]
            return timeout, max(known) if len(known) == len(parts) else None
        if isinstance(cast(object, timeout), bool) or not isinstance(cast(object, timeout), (int, float)):
            raise TypeError(f"timeout must be seconds, httpx.Timeout or None, not {timeout!r}")
        if not timeout > 0:
            raise ValueError(f"timeout must be a positive number of seconds, or None for no limit, not {timeout!r}")
        return httpx.Timeout(timeout), float(timeout)

    def _url(self, call: Call, auth_query: Mapping[str, str]) -> str:
        path = call.path
        if _ABSOLUTE.match(path):
            url = path
        else:
            url = f"{self._base}{path}" if path.startswith("/") else f"{self._base}/{path}"
        if not _SERVER.match(url):
            raise self._bad_url()
        params = call.options.get("params")
        if not (params or auth_query or self._option_query or self._custom_query):
            return url
        query: dict[str, object] = {**self.default_query, **auth_query, **(params or {})}
        search = stringify_query(query, self._query_defaults, call.options.get("query_styles"))
        if not search:
            return url
        return f"{url}{'&' if '?' in url else '?'}{search}"

    def _bad_url(self) -> RootError:
        return RootError(f"Invalid server URL; check base_url: {redact_url(self._base, self._secrets)}")

    def _headers(self, call: Call, sent: Sent) -> tuple[dict[str, tuple[str, str]], frozenset[str]]:
        """The headers by lower-case name, and the names of the headers that were removed."""
        options = call.options
        merged: dict[str, tuple[str, str]] = {}
        removed: set[str] = set()
        if self._idempotency_header is not None and call.idempotency_key is not None:
            merged[self._idempotency_header.lower()] = (self._idempotency_header, call.idempotency_key)
        merged["accept"] = ("Accept", "application/json")
        merged["user-agent"] = ("User-Agent", self.user_agent)
        for name, value in sent.headers:
            _set(merged, removed, name, value)
        for layer in (self._option_headers, self._env_headers, self._custom_headers):
            for name, given in layer.items():
                _set(merged, removed, name, given)
        accept = options.get("accept")
        if accept is not None:
            merged["accept"] = ("Accept", accept)
        encoded = call.encoded
        if encoded is not None:
            if encoded.content_type is not None:
                merged["content-type"] = ("Content-Type", encoded.content_type)
            if encoded.length is not None:
                merged["content-length"] = ("Content-Length", str(encoded.length))
        cookies = options.get("cookies")
        if cookies:
            header = cookie_header(cookies)
            if header:
                _set(merged, removed, "Cookie", header)
        for name, given in (options.get("headers") or {}).items():
            _set(merged, removed, name, given)
        return merged, frozenset(removed)

    def _check_credentials(
        self,
        call: Call,
        sent: Sent,
        schemes: Mapping[str, AuthScheme],
        headers: Mapping[str, tuple[str, str]],
        removed: frozenset[str],
    ) -> None:
        self._validate_headers({name: value for name, (_, value) in headers.items()}, removed)
        if sent.met:
            return
        if not is_given(
            schemes.values(), {**self.default_query, **(call.options.get("params") or {})}, {*headers, *removed}
        ):
            security = call.options.get("security", self._security) or ()
            raise RootError(f"Missing credentials for this request: {describe_security(security, self._credentials)}")

    def _option_of(self, value: object) -> str:
        """The name of the option with this value."""
        return next((name for name, one in vars(self).items() if one is value), "A credential")

    @property
    def _secrets(self) -> frozenset[str]:
        """Lower-case names whose values are never logged."""
        names = [*self._redact, *(scheme.name for scheme in self._auth_schemes.values())]
        return frozenset(name.lower() for name in names)

    @override
    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={redact_url(self._base, self._secrets)!r})"

    def _query_secrets(self) -> list[str]:
        """Names of the query parameters that contain credentials."""
        return [scheme.name for scheme in self._auth_schemes.values() if scheme.place == "query"]

    def _added_params(self) -> list[str]:
        """Names of the query parameters of every request."""
        return [*self.default_query, *self._query_secrets()]

    def _redirected(self, call: Call, request: httpx.Request, response: httpx.Response) -> httpx.Request | None:
        """The request that follows a redirect; `None` if the response is not a redirect or is not followed."""
        if response.status_code not in _REDIRECTS or not call.options.get("follow_redirects", True):
            return None
        location = response.headers.get("location")
        if not location:
            return None
        try:
            target = request.url.join(location)
        except (httpx.InvalidURL, ValueError) as error:
            raise RootError("The server redirected to an invalid URL") from error
        if target.scheme not in ("http", "https") or not target.host:
            raise RootError(f"The server redirected to an unsupported protocol: {target.scheme}:")
        headers = request.headers.multi_items()
        status, verb = response.status_code, request.method
        # A body that an earlier redirect dropped is not sent again.
        content = (
            call.encoded if "content-length" in request.headers or "transfer-encoding" in request.headers else None
        )
        if (status == 303 and verb != "HEAD") or (status < 303 and verb == "POST"):
            verb, content = "GET", None
            headers = [pair for pair in headers if not pair[0].lower().startswith("content-")]
            headers = [pair for pair in headers if pair[0].lower() != "transfer-encoding"]
        elif content is not None and content.is_once:
            raise RootError("The server redirected an upload from a stream, which cannot be sent again")
        if is_other_origin(request.url, target):
            # The server may have copied the query of the request.
            for name in self._query_secrets():
                target = target.copy_remove_param(name)
            headers = [pair for pair in headers if _HARMLESS.match(pair[0])]
        return self._request(verb, str(target), headers, content, call.parts_timeout())

    def _request(
        self,
        verb: str,
        url: str,
        headers: list[tuple[str, str]],
        content: EncodedBody | None,
        timeout: httpx.Timeout,
    ) -> httpx.Request:
        raise NotImplementedError

    def _pause(self, call: Call, retry: int, headers: Mapping[str, str] | None) -> tuple[float | None, str]:
        """Delay before the next attempt in seconds; `None` and the reason if the delay would be too long."""
        delay, asked = retry_delay(headers, retry, self._retry)
        is_long = asked and delay > self.max_retry_delay
        left = call.seconds_left()
        if is_long or (left is not None and delay >= left):
            bound = "max_retry_delay" if is_long else "the deadline"
            return None, f"; not retried: the delay of {delay:g} s exceeds {bound}"
        return delay, ""

    def _status_error(
        self, response: httpx.Response, text: str, note: str, errors: Mapping[str, object] | None
    ) -> APIStatusError:
        body: object = text or None
        try:
            body = json.loads(text) if text else None
        except (ValueError, RecursionError):
            # Not JSON, or nested too deeply: the text is both the body and the message.
            pass
        message = f"{response.status_code} {describe(text if body is None and text else body)}{note}"
        error = self._make_status_error(message, body=body, response=response)
        status = str(response.status_code)
        for key in (status, f"{status[0]}XX", "default"):
            if errors is not None and key in errors:
                from ._decode import decode

                error.data = decode(body, errors[key])
                break
        return error

    def _explain(self, error: APIError, call: Call) -> APIError:
        """Adds the method, path template and request ID to an error."""
        path = call.path.template if isinstance(call.path, FilledPath) else call.path
        secrets = self._secrets
        explain(error, f"{call.verb} {redact_url(path, secrets)}", secrets)
        return error

    def _log_attempt(self, call: Call, response: httpx.Response | None, error: BaseException | None) -> None:
        outcome = response.status_code if response is not None and error is None else repr(error)
        took = (time.monotonic() - call.started_at) * 1000
        logger.info(
            "[%x] %s %s: %s after %d ms", call.log_id, call.verb, redact_url(call.path, self._secrets), outcome, took
        )
        if response is not None:
            logger.debug(
                "[%x] response headers %s", call.log_id, redact_headers(response.headers.items(), self._secrets)
            )

    def _log_request(self, call: Call, request: httpx.Request, retry: int) -> None:
        secrets = self._secrets
        logger.debug(
            "[%x] sending %s %s, retry %d, headers %s, body %s",
            call.log_id,
            request.method,
            redact_url(str(request.url), secrets),
            retry,
            redact_headers(request.headers.items(), secrets),
            redact_value(call.body, secrets),
        )


def _check_bound(most: object) -> None:
    if most is not None and (isinstance(most, bool) or not isinstance(most, int) or most <= 0):
        raise ValueError(f"max_response_bytes must be a positive whole number, or None for no limit, not {most!r}")


def is_other_origin(one: httpx.URL, other: httpx.URL) -> bool:
    """Whether two URLs have different origins."""
    return _origin(one) != _origin(other)


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    # httpx has no `port` where it is the default of the scheme.
    return url.scheme, url.host, url.port


def connection_error(cause: Exception, request: httpx.Request | None) -> APIConnectionError:
    """Converts an error of the HTTP library."""
    detail = f"Connection error: {cause}" if str(cause) else "Connection error."
    return APIConnectionError(message=detail, request=request)


def _set(merged: dict[str, tuple[str, str]], removed: "set[str]", name: str, value: str | None | Omit) -> None:
    if not isinstance(cast(object, name), str):
        raise TypeError(f"The name of a header must be a string, not {name!r}")
    key = name.lower()
    if value is None or isinstance(value, Omit):
        merged.pop(key, None)
        removed.add(key)
        return
    removed.discard(key)
    text = value if isinstance(cast(object, value), str) else scalar(value, f"The header {name}")
    if _BAD_VALUE.search(text) or not _NAME.match(name):
        # Without the value, which may be a credential.
        raise RootError(f"Invalid header {name!r}")
    cookies = merged.get(key) if key == "cookie" else None
    merged[key] = (name, f"{cookies[1]}; {text}" if cookies else text)


def encode_headers(headers: Mapping[str, tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    """Encodes headers, because the HTTP library only accepts ASCII."""
    try:
        return [(name.encode("ascii"), value.encode("latin-1")) for name, value in headers.values()]
    except UnicodeEncodeError:
        wrong = next(name for name, value in headers.values() if any(ord(one) > 255 for one in value))
        raise RootError(f"Invalid header {wrong!r}") from None
