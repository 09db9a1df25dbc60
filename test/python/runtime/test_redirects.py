"""Redirects: which request follows, and what it takes along. The twin of `test/security/redirects.test.ts`."""

from __future__ import annotations

import logging
from typing import Any, Iterator

import anyio
import httpx
import pytest

import acme
from acme._auth import api_key

HOME = "https://acme.test"
HARMLESS = {"accept", "accept-encoding", "content-type", "content-length", "if-match", "range", "user-agent", "host"}


class Signed(acme.Acme):
    @property
    def _auth_schemes(self) -> Any:
        return {
            "head": api_key("header", "X-Sid", "head-secret"),
            "key": api_key("query", "sid", "query-secret"),
            "second": api_key("query", "sid2", "query-secret"),
        }


class AsyncSigned(acme.AsyncAcme):
    _auth_schemes = Signed._auth_schemes  # pyright: ignore[reportAssignmentType, reportUnannotatedClassAttribute]


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


def play(
    kind: str,
    hops: list[tuple[int, str | None]],
    verb: str = "GET",
    *,
    body: object = None,
    options: dict[str, Any] | None = None,
    auth: Any = None,
) -> list[httpx.Request]:
    """The requests of a call that is answered with these redirects, and then with an empty object."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if len(seen) > len(hops):
            return httpx.Response(200, json={})
        status, location = hops[len(seen) - 1]
        return httpx.Response(status, json={}, headers={} if location is None else {"location": location})

    transport = httpx.MockTransport(answer)
    given: Any = {
        "security": [("head", "key", "second")],
        "headers": {"X-Mine": "own-secret", "Cookie": "s=own-secret", "If-Match": "tag", "Range": "bytes=0-1"},
        **(options or {}),
    }
    settings: Any = {"api_key": "a", "base_url": HOME, "max_retries": 0}
    if kind == "sync":
        with Signed(**settings, http_client=httpx.Client(transport=transport, auth=auth)) as client:
            client.request(verb, "/a", cast_to=object, body=body, options=given)
    else:

        async def main() -> None:
            async with AsyncSigned(**settings, http_client=httpx.AsyncClient(transport=transport, auth=auth)) as client:
                await client.request(verb, "/a", cast_to=object, body=body, options=given)

        anyio.run(main)
    return seen


@pytest.mark.parametrize(
    ("status", "verb", "then", "has_body"),
    [
        (301, "POST", "GET", False),
        (302, "POST", "GET", False),
        (303, "POST", "GET", False),
        (307, "POST", "POST", True),
        (308, "POST", "POST", True),
        (301, "PUT", "PUT", True),
        (302, "PATCH", "PATCH", True),
        (303, "PUT", "GET", False),
        (303, "DELETE", "GET", False),
        (307, "GET", "GET", True),
        (303, "HEAD", "HEAD", True),
        (302, "HEAD", "HEAD", True),
    ],
)
def test_method_and_body(kind: str, status: int, verb: str, then: str, has_body: bool) -> None:
    first, second = play(kind, [(status, "/b")], verb, body={"a": 1})
    assert (first.method, first.content) == (verb, b'{"a":1}')
    assert (second.method, str(second.url.copy_with(query=None))) == (then, HOME + "/b")
    assert second.content == (b'{"a":1}' if has_body else b"")
    names = {name for name in second.headers if name.startswith(("content-", "transfer-"))}
    assert names == ({"content-type", "content-length"} if has_body else set())
    assert [second.headers[name] for name in ("x-sid", "x-mine", "if-match")] == ["head-secret", "own-secret", "tag"]
    assert second.headers["host"] == "acme.test"


def test_a_body_that_was_left_behind_does_not_come_back(kind: str) -> None:
    requests = play(kind, [(303, "/b"), (307, "/c"), (308, "https://other.test/d")], "POST", body={"a": "own-secret"})
    assert [(one.method, one.content) for one in requests[1:]] == [("GET", b"")] * 3


@pytest.mark.parametrize(
    ("location", "url", "is_own"),
    [
        ("/b?x=1", "https://acme.test/b?x=1", True),
        ("b", "https://acme.test/b", True),
        ("https://acme.test:443/b", "https://acme.test/b", True),
        ("//acme.test/b", "https://acme.test/b", True),
        ("http://acme.test/b", "http://acme.test/b", False),
        ("https://acme.test:444/b", "https://acme.test:444/b", False),
        ("https://other.test/b?sid=query-secret&x=1&sid2=query-secret", "https://other.test/b?x=1", False),
        ("https://acme.test.other.test/b", "https://acme.test.other.test/b", False),
    ],
)
def test_what_goes_along(kind: str, location: str, url: str, is_own: bool) -> None:
    first, second = play(kind, [(307, location)], "POST", body={})
    assert dict(first.url.params) == {"sid": "query-secret", "sid2": "query-secret"}
    assert str(second.url) == url
    assert ("secret" in repr(second.headers.multi_items())) == is_own
    if not is_own:
        assert set(second.headers) <= HARMLESS
        assert {"if-match", "range", "content-type"} <= set(second.headers)
    assert second.headers["host"] == httpx.Request("GET", url).headers["host"]
    assert second.extensions["timeout"] == first.extensions["timeout"]


def test_no_credential_comes_back(kind: str) -> None:
    basic = httpx.BasicAuth("user", "secret")
    *_, foreign, back, home = play(kind, [(307, "https://other.test/b"), (307, HOME + "/c"), (307, "/d")], auth=basic)
    for request in (foreign, back, home):
        assert "secret" not in repr(request.headers.multi_items())
        assert "authorization" not in request.headers
    own = play(kind, [(307, "/b")], auth=basic)
    assert [one.headers["authorization"] for one in own] == ["Basic dXNlcjpzZWNyZXQ="] * 2


class SignedPath(httpx.Auth):
    def auth_flow(self, request: httpx.Request) -> Iterator[httpx.Request]:  # pyright: ignore[reportIncompatibleMethodOverride]
        request.headers["authorization"] = f"Signed {request.url.path}"
        yield request


def test_each_request_to_the_same_origin_is_signed(kind: str) -> None:
    own = play(kind, [(307, "/b"), (307, "/c")], auth=SignedPath())
    assert [one.headers["authorization"] for one in own] == ["Signed /a", "Signed /b", "Signed /c"]


@pytest.mark.parametrize(
    ("status", "location", "options"),
    [
        (307, None, {}),
        (307, "", {}),
        (304, "/b", {}),
        (300, "/b", {}),
        (305, "/b", {}),
        (307, "/b", {"follow_redirects": False}),
    ],
)
def test_no_redirect(kind: str, status: int, location: str | None, options: dict[str, Any]) -> None:
    with pytest.raises(acme.APIStatusError) as caught:
        play(kind, [(status, location)], options=options)
    assert caught.value.status_code == status


@pytest.mark.parametrize(
    ("location", "says"),
    [
        ("ftp://acme.test/b", "unsupported protocol: ftp:"),
        ("file:///etc/passwd", "unsupported protocol: file:"),
        ("http:", "unsupported protocol: http:"),
        ("https://acme.test:port/b", "(?i)invalid url"),
        ("https://acme.test/\x7f", "(?i)invalid url"),
    ],
)
def test_not_everywhere(kind: str, location: str, says: str) -> None:
    with pytest.raises(acme.AcmeError, match=says):
        play(kind, [(307, location)])


def test_a_stream_is_sent_once(kind: str) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"a"

    def ask(hops: list[tuple[int, str | None]]) -> list[httpx.Request]:
        body: Any = pieces()
        if kind == "async":

            async def later() -> Any:
                yield b"a"

            body = later()
        return play(kind, hops, "POST", body=body)

    with pytest.raises(acme.AcmeError, match="an upload from a stream, which cannot be sent again"):
        ask([(307, "/b")])
    first, *others = ask([(303, "/b"), (307, "/c")])
    assert "transfer-encoding" in first.headers
    assert [(one.method, one.content, "transfer-encoding" in one.headers) for one in others] == [
        ("GET", b"", False)
    ] * 2


def test_twenty_times(kind: str) -> None:
    hops: list[tuple[int, str | None]] = [(302, f"/{count}") for count in range(20)]
    assert len(play(kind, hops)) == 21
    with pytest.raises(acme.AcmeError, match="more than 20 times"):
        play(kind, [*hops, (302, "/20")])


def test_what_httpx_logs(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="httpx"):
        play(kind, [(307, "https://other.test/b?session=hidden"), (307, "https://other.test/c?x=hidden")])
    assert "other.test/b" in caplog.text
    assert "hidden" not in caplog.text
