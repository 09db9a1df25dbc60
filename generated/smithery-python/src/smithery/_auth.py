"""Authentication schemes: the credentials that are sent as headers, query parameters or cookies."""

from __future__ import annotations

import json
import time
import base64
from typing import Mapping, Iterable, Sequence, cast
from urllib.parse import quote, urlencode
from typing_extensions import Literal, TypeAlias

from ._http import httpx
from ._brand import RootError
from ._types import Security, Credential, AsyncCredential
from ._exceptions import status_error

AnyCredential: TypeAlias = Credential | AsyncCredential

_REFRESH_BEFORE = 30.0


class AuthScheme:
    """An authentication scheme. Its credentials can be functions."""

    __slots__ = ("place", "name", "kind", "parts")

    def __init__(
        self,
        place: Literal["header", "query", "cookie"],
        name: str,
        kind: Literal["plain", "bearer", "basic"],
        parts: tuple[AnyCredential, ...],
    ) -> None:
        self.place: Literal["header", "query", "cookie"] = place
        self.name = name
        """Name of the header, parameter or cookie."""
        self.kind: Literal["plain", "bearer", "basic"] = kind
        self.parts = parts

    def render(self, parts: Sequence[str]) -> str:
        """The value to send for the credentials."""
        if self.kind == "bearer":
            return f"Bearer {parts[0]}"
        return basic_header(*parts) if self.kind == "basic" else parts[0]


class ClientCredentials(AuthScheme):
    """Bearer tokens from a token endpoint (RFC 6749 section 4.4)."""

    __slots__ = ("token_url", "client_id", "client_secret", "token", "scopes", "send", "params")

    def __init__(
        self,
        token_url: str,
        client_id: AnyCredential,
        client_secret: AnyCredential,
        token: AnyCredential = None,
        scopes: Sequence[str] = (),
        send: Literal["basic", "body"] = "basic",
        params: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__("header", "Authorization", "bearer", ())
        self.token_url = token_url
        self.client_id = client_id
        self.client_secret = client_secret
        self.token = token
        self.scopes = tuple(scopes)
        self.send: Literal["basic", "body"] = send
        self.params = dict(params or {})

    def scope(self, asked: Sequence[str]) -> str:
        """The scopes of a token: those of the client and those of the operation."""
        return " ".join(sorted({*self.scopes, *asked}))

    def cache_key(self, client_id: str, client_secret: str, scope: str) -> object:
        return (self.token_url, client_id, client_secret, scope, tuple(sorted(self.params.items())))

    def token_request(self, client_id: str, client_secret: str, scope: str) -> tuple[dict[str, str], bytes]:
        """Headers and body of a token request."""
        form = {"grant_type": "client_credentials", **self.params}
        headers = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}
        if scope:
            form["scope"] = scope
        if self.send == "body":
            form["client_id"] = client_id
            form["client_secret"] = client_secret
        else:
            headers["Authorization"] = basic_header(quote(client_id, safe=""), quote(client_secret, safe=""))
        return headers, urlencode(form).encode()


class Token:
    """A token, and the time when it must be replaced."""

    __slots__ = ("value", "stale_at")

    def __init__(self, value: str, stale_at: float) -> None:
        self.value = value
        self.stale_at = stale_at

    def is_fresh(self) -> bool:
        return self.stale_at > time.monotonic()


class TokenCache:
    """The tokens of a client and its copies, by the parameters of their requests."""

    __slots__ = ("tokens", "refused")

    def __init__(self) -> None:
        self.tokens: dict[object, Token] = {}
        self.refused: str | None = None
        """The `Authorization` header that the server rejected with 401."""

    def usable(self, key: object) -> Token | None:
        token = self.tokens.get(key)
        if token is None or not token.is_fresh() or f"Bearer {token.value}" == self.refused:
            return None
        return token


def read_token(response: httpx.Response, asked_at: float) -> Token:
    """The token of a response. It is replaced 30 s before it expires, or after 90 % of a lifetime below 300 s."""
    if 300 <= response.status_code < 400:
        raise RootError("The token endpoint redirected the request; credentials are not sent to the new URL")
    try:
        parsed: object = json.loads(response.content)
    except (ValueError, RecursionError):
        parsed = None
    body = cast("dict[str, object]", parsed) if isinstance(parsed, dict) else {}
    if not response.is_success:
        raise status_error(
            response, body or response.text or None, note=" (the token endpoint rejected the credentials)"
        )
    value = body.get("access_token")
    if not isinstance(value, str) or not value:
        raise RootError("The token response has no access_token")
    told = body.get("expires_in")
    try:
        life = float(told) if isinstance(told, (int, float, str)) else float("inf")
    except (ValueError, OverflowError):
        life = float("inf")
    return Token(value, asked_at + max(life - _REFRESH_BEFORE, life * 0.9))


class CredentialTypeError(TypeError):
    """A credential is neither a string nor a function that returns a string."""

    def __init__(self, credential: object, value: object) -> None:
        super().__init__(f"must be a string, or a function that returns a string, not {type(value).__name__}")
        self.credential = credential


def bearer(token: AnyCredential) -> AuthScheme:
    """`Authorization: Bearer …` (RFC 6750 section 2.1)."""
    return AuthScheme("header", "Authorization", "bearer", (token,))


def basic(username: AnyCredential, password: AnyCredential) -> AuthScheme:
    """`Authorization: Basic …` with UTF-8 text (RFC 7617 section 2.1)."""
    return AuthScheme("header", "Authorization", "basic", (username, password))


def api_key(in_: Literal["header", "query", "cookie"], name: str, value: AnyCredential) -> AuthScheme:
    """An API key in a header, a query parameter or a cookie."""
    return AuthScheme(in_, name, "plain", (value,))


def client_credentials(
    token_url: str,
    client_id: AnyCredential,
    client_secret: AnyCredential,
    token: AnyCredential = None,
    *,
    scopes: Sequence[str] = (),
    send: Literal["basic", "body"] = "basic",
    params: Mapping[str, str] | None = None,
) -> AuthScheme:
    """
    Tokens from a token endpoint, cached and shared by all requests.

    Args:
      token: an existing token; if set, no token is fetched
      send: `basic` sends the secret in a header, `body` in the form (RFC 6749 section 2.3.1)
      params: extra form fields, for example `audience`
    """
    return ClientCredentials(token_url, client_id, client_secret, token, scopes, send, params)


def basic_header(username: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{username}:{password}".encode()).decode("ascii")


class Sent:
    """Credentials as they are sent."""

    __slots__ = ("headers", "query", "met")

    def __init__(self, met: bool) -> None:
        self.headers: list[tuple[str, str]] = []
        self.query: dict[str, str] = {}
        self.met = met
        """Whether the requirements are met. True if there are none."""

    def add(self, scheme: AuthScheme, value: str) -> None:
        if scheme.place == "query":
            self.query[scheme.name] = value
        elif scheme.place == "cookie":
            self.headers.append(("Cookie", f"{scheme.name}={quote(value, safe='')}"))
        else:
            self.headers.append((scheme.name, value))


def describe_security(security: Security, credentials: Mapping[str, str]) -> str:
    """The security alternatives as text, with the client options of each scheme."""
    return ", or ".join(" and ".join(credentials.get(name, name) for name in names) for names in security if names)


def is_given(schemes: Iterable[AuthScheme], query: Mapping[str, object], headers: Iterable[str]) -> bool:
    """Whether the caller has set or removed a credential explicitly; header names are in lower case."""
    known = set(headers)
    return any(
        scheme.name in query
        if scheme.place == "query"
        else (scheme.name.lower() if scheme.place == "header" else "cookie") in known
        for scheme in schemes
    )
