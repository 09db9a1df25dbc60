# Derived from the module of the same name in `_async` by `npm run python:sync`.
"""Selects the credentials of a request, and fetches tokens."""

from __future__ import annotations

import time
from typing import Mapping, Sequence

from .._auth import Sent, Token, AuthScheme, TokenCache, ClientCredentials, read_token
from .._http import httpx
from .compat import Lock, reveal, time_limit, read_response, close_response
from .._bound import ResponseTooLong
from .._brand import RootError
from .._types import Security
from .._exceptions import APITimeoutError, APIConnectionError

_REQUEST_LIMIT = 30.0
# Maximum size of a token response in bytes.
_LONGEST = 1_000_000


def authenticate(
    schemes: Mapping[str, AuthScheme],
    security: Security | None,
    client: httpx.Client,
    cache: TokenCache,
    lock: Lock,
) -> Sent:
    """
    Selects the first alternative whose credentials are all set (OpenAPI 3.1.1 section 4.8.1, `security`). Without
    requirements, sends every credential that is set.
    """
    if security is None:
        sent = Sent(True)
        for scheme in schemes.values():
            value = _value(scheme, (), client, cache, lock)
            if value is not None:
                sent.add(scheme, value)
        return sent
    is_optional = not security
    for names in security:
        sent = _alternative(names, schemes, client, cache, lock)
        if names and sent.met:
            return sent
        # An empty requirement makes credentials optional.
        is_optional = is_optional or not names
    return Sent(is_optional)


def _alternative(
    names: Sequence[str] | Mapping[str, Sequence[str]],
    schemes: Mapping[str, AuthScheme],
    client: httpx.Client,
    cache: TokenCache,
    lock: Lock,
) -> Sent:
    sent = Sent(True)
    for name in names:
        scheme = schemes.get(name)
        scopes = names[name] if isinstance(names, Mapping) else ()
        value = _value(scheme, scopes, client, cache, lock) if scheme is not None else None
        if scheme is None or value is None:
            return Sent(False)
        sent.add(scheme, value)
    return sent


def _value(
    scheme: AuthScheme, scopes: Sequence[str], client: httpx.Client, cache: TokenCache, lock: Lock
) -> str | None:
    if isinstance(scheme, ClientCredentials):
        return _token(scheme, scopes, client, cache, lock)
    parts: list[str] = []
    for part in scheme.parts:
        value = reveal(part)
        if value is None:
            return None
        parts.append(value)
    return scheme.render(parts)


def _token(
    grant: ClientCredentials, scopes: Sequence[str], client: httpx.Client, cache: TokenCache, lock: Lock
) -> str | None:
    given = reveal(grant.token)
    if given is not None:
        return f"Bearer {given}"
    client_id, client_secret = reveal(grant.client_id), reveal(grant.client_secret)
    if client_id is None or client_secret is None:
        return None
    scope = grant.scope(scopes)
    key = grant.cache_key(client_id, client_secret, scope)
    token = cache.usable(key)
    if token is None:
        with lock:
            # The first request fetches a new token for all requests.
            token = cache.usable(key)
            if token is None:
                token = _fetch_token(grant, client, (client_id, client_secret, scope))
                cache.tokens[key] = token
    return f"Bearer {token.value}"


def _fetch_token(
    grant: ClientCredentials,
    client: httpx.Client,
    asked: tuple[str, str, str],
) -> Token:
    headers, content = grant.token_request(*asked)
    asked_at = time.monotonic()
    request = client.build_request(
        "POST", grant.token_url, headers=headers, content=content, timeout=httpx.Timeout(_REQUEST_LIMIT)
    )
    limit = time_limit(_REQUEST_LIMIT)
    try:
        with limit:
            # A redirect would leak the secret.
            response = client.send(request, stream=True, auth=None, follow_redirects=False)
            try:
                read_response(response, limit, _LONGEST)
            except ResponseTooLong:
                close_response(response)
                raise RootError(f"The token response is longer than {_LONGEST} bytes") from None
            return read_token(response, asked_at)
    except httpx.TimeoutException as error:
        raise APITimeoutError(request, message="The token endpoint timed out.") from error
    except httpx.HTTPError as error:
        # The request that needs the token is retried, and fetches the token again.
        raise APIConnectionError(message="Could not connect to the token endpoint.", request=request) from error
    raise APITimeoutError(request, message="The token endpoint timed out.")
