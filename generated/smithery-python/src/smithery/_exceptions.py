"""The errors of the client: a base class, a class per kind of failure, a subclass per common HTTP status."""

from __future__ import annotations

from typing import Any, Mapping, Callable
from typing_extensions import override

from ._log import redact_url, redact_headers
from ._http import httpx
from ._brand import RootError
from ._error_message import describe

__all__ = [
    "APIError",
    "APIStatusError",
    "APIConnectionError",
    "APITimeoutError",
    "APIResponseValidationError",
    "APIWebhookValidationError",
    "BadRequestError",
    "AuthenticationError",
    "PermissionDeniedError",
    "NotFoundError",
    "ConflictError",
    "UnprocessableEntityError",
    "RateLimitError",
    "InternalServerError",
]


class APIError(RootError):
    """Base class of all API errors."""

    message: str
    request: httpx.Request | None
    """The failed request, without its body and with credentials removed from its URL and headers."""
    body: object
    """The parsed JSON body, or the text of a body that is not JSON; `None` if there is no body."""
    data: object
    """The body as the type that the API documents for this status; `None` if it documents no type."""

    def __init__(self, message: str, request: httpx.Request | None = None, *, body: object = None) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        self.body = body
        self.data = None

    @property
    def request_id(self) -> str | None:
        """The request ID sent by the server, for support; `None` if it sent none."""
        return None

    @override
    def __reduce__(self) -> tuple[Any, ...]:
        # Without calling the constructor, which needs more arguments than the message.
        state = dict(self.__dict__)
        if self.request is not None:
            state["request"] = _without_secrets(self.request)
        if isinstance(state.get("response"), httpx.Response):
            state["response"] = _copied(state["response"], state["request"])
        return (revive, (type(self), self.args, state))


class APIStatusError(APIError):
    """The server returned an error status."""

    response: httpx.Response
    status_code: int

    def __init__(self, message: str, *, response: httpx.Response, body: object) -> None:
        super().__init__(message, response.request, body=body)
        self.response = response
        self.status_code = response.status_code

    @property
    @override
    def request_id(self) -> str | None:
        return request_id(self.response.headers)


class APIStreamError(APIError):
    """The server reported an error inside a stream."""

    response: httpx.Response

    def __init__(self, message: str, *, response: httpx.Response, body: object) -> None:
        super().__init__(message, response.request, body=body)
        self.response = response

    @property
    @override
    def request_id(self) -> str | None:
        return request_id(self.response.headers)


class APIConnectionError(APIError):
    """The request failed before the response was complete. The reason is in `__cause__`."""

    def __init__(self, *, message: str = "Connection error.", request: httpx.Request | None = None) -> None:
        super().__init__(message, request)


class APITimeoutError(APIConnectionError):
    """The request timed out."""

    def __init__(self, request: httpx.Request | None = None, *, message: str = "Request timed out.") -> None:
        super().__init__(message=message, request=request)


class APIResponseValidationError(APIError):
    """A successful response has an unexpected body, for example text instead of JSON."""

    response: httpx.Response
    status_code: int

    def __init__(self, response: httpx.Response, body: object, *, message: str | None = None) -> None:
        super().__init__(message or "Data returned by API invalid for expected schema.", response.request, body=body)
        self.response = response
        self.status_code = response.status_code

    @property
    @override
    def request_id(self) -> str | None:
        return request_id(self.response.headers)


class APIWebhookValidationError(APIError):
    """The webhook signature is invalid or the body is not a webhook."""

    def __init__(self, message: str) -> None:
        super().__init__(message)


class BadRequestError(APIStatusError):
    """400 Bad Request"""


class AuthenticationError(APIStatusError):
    """401 Unauthorized"""


class PermissionDeniedError(APIStatusError):
    """403 Forbidden"""


class NotFoundError(APIStatusError):
    """404 Not Found"""


class ConflictError(APIStatusError):
    """409 Conflict"""


class UnprocessableEntityError(APIStatusError):
    """422 Unprocessable Content"""


class RateLimitError(APIStatusError):
    """429 Too Many Requests"""


class InternalServerError(APIStatusError):
    """Any status of 500 and above."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


# Functions that choose a more specific class for an error response, by its class, status and body.
class_choosers: list[Callable[[type[APIStatusError], int, object], type[APIStatusError]]] = []


def status_error(
    response: httpx.Response, body: object, *, message: str | None = None, note: str = ""
) -> APIStatusError:
    """The error for an error response."""
    status = response.status_code
    kind = _BY_STATUS.get(status) or (InternalServerError if status >= 500 else APIStatusError)
    for choose in class_choosers:
        kind = choose(kind, status, body)
    return kind(message or f"{status} {describe(body)}{note}", response=response, body=body)


def request_id(headers: Mapping[str, str]) -> str | None:
    """The request ID, from the usual response headers."""
    return headers.get("x-request-id") or headers.get("request-id") or headers.get("x-correlation-id")


def explain(error: APIError, call: str, secrets: frozenset[str]) -> None:
    """Adds the method, path and request ID to an error, and removes credentials from its request."""
    if isinstance(error.request, httpx.Request):
        shown = error.request = _shown(error.request, secrets)
        response = getattr(error, "response", None)
        if isinstance(response, httpx.Response):
            response.request = shown
    identity = f", request {error.request_id}" if error.request_id else ""
    add_note(error, f" ({call}{identity})")


def add_note(error: APIError, note: str) -> None:
    """Appends text to the message."""
    error.message += note
    error.args = (error.message, *error.args[1:])


def _shown(request: httpx.Request, secrets: frozenset[str]) -> httpx.Request:
    headers = redact_headers(request.headers.multi_items(), secrets)
    return httpx.Request(request.method, redact_url(str(request.url), secrets), headers=headers)


# Request headers that do not contain credentials.
_HARMLESS = ("accept", "accept-encoding", "content-type", "content-length", "host", "user-agent")


def _without_secrets(request: httpx.Request) -> httpx.Request:
    """The parts of a request that are kept when an error is pickled."""
    headers = [(name, value) for name, value in request.headers.multi_items() if name in _HARMLESS]
    # The query and the user information may contain credentials.
    url = request.url.copy_with(query=None, fragment=None, userinfo=b"")
    return httpx.Request(request.method, url, headers=headers)


def _copied(response: httpx.Response, request: httpx.Request) -> httpx.Response:
    hidden = ("set-cookie", "content-encoding", "transfer-encoding", "content-length", "location")
    headers = [(name, value) for name, value in response.headers.multi_items() if name not in hidden]
    content = response.content if hasattr(response, "_content") else b""
    return httpx.Response(response.status_code, headers=headers, content=content, request=request)


def revive(kind: type[APIError], args: tuple[object, ...], state: dict[str, object]) -> APIError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


# Shows the import path of users in tracebacks.
for _kind in [RootError, *(one for one in list(globals().values()) if isinstance(one, type))]:
    if issubclass(_kind, RootError):
        _kind.__module__ = __name__.rpartition(".")[0]
