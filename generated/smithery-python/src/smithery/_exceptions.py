"""The errors of the client: one root, one class per kind of failure, one subclass per well-known status."""

from __future__ import annotations

from typing import Any, Dict, Type, Tuple, Mapping, Optional, FrozenSet
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
    """A request that did not lead to what was asked for."""

    message: str
    request: Optional[httpx.Request]
    """The request that failed, without its body and without credentials in its URL and headers."""
    body: object
    """The parsed JSON of the response, its text when it is not JSON, `None` when there is none."""
    data: object
    """The body as the type that the API documents for this status; `None` where it documents none."""

    def __init__(self, message: str, request: Optional[httpx.Request] = None, *, body: object = None) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        self.body = body
        self.data = None

    @property
    def request_id(self) -> Optional[str]:
        """What the server calls the request, for its support."""
        return None

    @override
    def __reduce__(self) -> Tuple[Any, ...]:
        # Not by the arguments of the constructor, which the message alone is not.
        state = dict(self.__dict__)
        if self.request is not None:
            state["request"] = _without_secrets(self.request)
        if isinstance(state.get("response"), httpx.Response):
            state["response"] = _copied(state["response"], state["request"])
        return (_revive, (type(self), self.args, state))


class APIStatusError(APIError):
    """The server answered with an error status."""

    response: httpx.Response
    status_code: int

    def __init__(self, message: str, *, response: httpx.Response, body: object) -> None:
        super().__init__(message, response.request, body=body)
        self.response = response
        self.status_code = response.status_code

    @property
    @override
    def request_id(self) -> Optional[str]:
        return request_id(self.response.headers)


class APIStreamError(APIError):
    """The server reported an error inside of a stream."""

    response: httpx.Response

    def __init__(self, message: str, *, response: httpx.Response, body: object) -> None:
        super().__init__(message, response.request, body=body)
        self.response = response

    @property
    @override
    def request_id(self) -> Optional[str]:
        return request_id(self.response.headers)


class APIConnectionError(APIError):
    """The request did not reach the server, or its response was cut off; the reason is the cause."""

    def __init__(self, *, message: str = "Connection error.", request: Optional[httpx.Request] = None) -> None:
        super().__init__(message, request)


class APITimeoutError(APIConnectionError):
    """There was no complete response in time."""

    def __init__(self, request: Optional[httpx.Request] = None, *, message: str = "Request timed out.") -> None:
        super().__init__(message=message, request=request)


class APIResponseValidationError(APIError):
    """A success whose body is not what the API promises, for example text where a model should be."""

    response: httpx.Response
    status_code: int

    def __init__(self, response: httpx.Response, body: object, *, message: Optional[str] = None) -> None:
        super().__init__(message or "Data returned by API invalid for expected schema.", response.request, body=body)
        self.response = response
        self.status_code = response.status_code

    @property
    @override
    def request_id(self) -> Optional[str]:
        return request_id(self.response.headers)


class APIWebhookValidationError(APIError):
    """A webhook that cannot be trusted, or is none."""

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


_BY_STATUS: Dict[int, Type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error(
    response: httpx.Response, body: object, *, message: Optional[str] = None, note: str = ""
) -> APIStatusError:
    """The error for a response that is not a success."""
    status = response.status_code
    kind = _BY_STATUS.get(status) or (InternalServerError if status >= 500 else APIStatusError)
    return kind(message or f"{status} {describe(body)}{note}", response=response, body=body)


def request_id(headers: Mapping[str, str]) -> Optional[str]:
    """What the server calls a request, by the headers that are usual for it."""
    return headers.get("x-request-id") or headers.get("request-id") or headers.get("x-correlation-id")


def explain(error: APIError, call: str, secrets: FrozenSet[str]) -> None:
    """Adds to an error which call failed, and keeps credentials out of the request that it holds."""
    if isinstance(error.request, httpx.Request):
        shown = error.request = _shown(error.request, secrets)
        response = getattr(error, "response", None)
        if isinstance(response, httpx.Response):
            response.request = shown
    identity = f", request {error.request_id}" if error.request_id else ""
    add_note(error, f" ({call}{identity})")


def add_note(error: APIError, note: str) -> None:
    """Adds to the message."""
    error.message += note
    error.args = (error.message, *error.args[1:])


def _shown(request: httpx.Request, secrets: FrozenSet[str]) -> httpx.Request:
    headers = redact_headers(request.headers.multi_items(), secrets)
    return httpx.Request(request.method, redact_url(str(request.url), secrets), headers=headers)


# Headers of requests that hold no credential.
_HARMLESS = ("accept", "accept-encoding", "content-type", "content-length", "host", "user-agent")


def _without_secrets(request: httpx.Request) -> httpx.Request:
    """What is kept of a request where an error is written to disk or sent to another process."""
    headers = [(name, value) for name, value in request.headers.multi_items() if name in _HARMLESS]
    # The query and the user information may hold credentials.
    url = request.url.copy_with(query=None, fragment=None, userinfo=b"")
    return httpx.Request(request.method, url, headers=headers)


def _copied(response: httpx.Response, request: httpx.Request) -> httpx.Response:
    hidden = ("set-cookie", "content-encoding", "transfer-encoding", "content-length", "location")
    headers = [(name, value) for name, value in response.headers.multi_items() if name not in hidden]
    content = response.content if hasattr(response, "_content") else b""
    return httpx.Response(response.status_code, headers=headers, content=content, request=request)


def _revive(kind: Type[APIError], args: Tuple[object, ...], state: Dict[str, object]) -> APIError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


# As users import them, and as tracebacks show them.
for _kind in [RootError, *(one for one in list(globals().values()) if isinstance(one, type))]:
    if issubclass(_kind, RootError):
        _kind.__module__ = __name__.rpartition(".")[0]
