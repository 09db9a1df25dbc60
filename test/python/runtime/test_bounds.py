"""Bounds of what a server sends, and what becomes of what lies beyond them."""

from __future__ import annotations

import gzip
import json
from typing import Any

import httpx
import pytest

import acme
from acme._auth import read_token, client_credentials
from acme._decode import decode
from acme._models import BaseModel

MEGABYTE = 1_000_000


class Model(BaseModel):
    id: str | None = None
    size: float | None = None


def client_of(kind: str, answer: Any, **options: Any) -> Any:
    transport = httpx.MockTransport(lambda _: answer)
    http_client: Any = httpx.Client(transport=transport) if kind == "sync" else httpx.AsyncClient(transport=transport)
    made: Any = acme.Acme if kind == "sync" else acme.AsyncAcme
    return made(api_key="a", base_url="https://acme.test", max_retries=0, http_client=http_client, **options)


def stream_of(content: bytes) -> Any:
    class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self) -> Any:
            yield from (content[at : at + 1000] for at in range(0, len(content), 1000))

        async def __aiter__(self) -> Any:
            for piece in self:
                yield piece

    return Pieces()


def run(kind: str, client: Any, do: Any) -> Any:
    if kind == "sync":
        with client:
            return do(client)

    async def main() -> Any:
        async with client:
            return await do(client)

    import anyio

    return anyio.run(main)


BIG = json.dumps({"id": "a" * 10 * MEGABYTE}).encode()
SHAPES: dict[str, Any] = {
    "plain": ({}, BIG),
    "compressed": ({"content-encoding": "gzip"}, gzip.compress(BIG)),
}


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_response_beyond_the_bound(kind: str, shape: str) -> None:
    headers, content = SHAPES[shape]
    headers = {**headers, "content-type": "application/json"}
    answer = httpx.Response(200, headers=headers, stream=stream_of(content))
    client = client_of(kind, answer, max_response_bytes=MEGABYTE)
    with pytest.raises(acme.AcmeError, match=r"longer than 1000000 bytes \(max_response_bytes\)"):
        run(kind, client, lambda c: c.get("/a", cast_to=Model))
    assert answer.is_closed


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("location", ["/b", "https://other.test/b"])
def test_a_response_after_a_redirect_is_not_read_at_once(kind: str, location: str) -> None:
    read: list[int] = []

    class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self) -> Any:
            for at in range(20):
                read.append(at)
                yield b" " * 1000

        async def __aiter__(self) -> Any:
            for piece in self:
                yield piece

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/a":
            return httpx.Response(307, headers={"location": location})
        return httpx.Response(200, headers={"content-type": "application/json"}, stream=Pieces())

    transport = httpx.MockTransport(answer)
    http_client: Any = httpx.Client(transport=transport) if kind == "sync" else httpx.AsyncClient(transport=transport)
    made: Any = acme.Acme if kind == "sync" else acme.AsyncAcme
    client = made(
        api_key="a", base_url="https://acme.test", max_retries=0, http_client=http_client, max_response_bytes=5000
    )
    with pytest.raises(acme.AcmeError, match="longer than 5000 bytes"):
        run(kind, client, lambda c: c.get("/a", cast_to=Model))
    assert 0 < len(read) < 10


TOKENS: dict[str, Any] = {
    "long": (gzip.compress(b'{"access_token":"' + b"a" * 10 * MEGABYTE + b'"}'), "longer than 1000000 bytes"),
    "deep": (gzip.compress(b"[" * 200_000), "has no access_token"),
}


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("shape", TOKENS)
def test_a_token_beyond_the_bound(kind: str, shape: str) -> None:
    content, says = TOKENS[shape]
    answer = httpx.Response(200, headers={"content-encoding": "gzip"}, stream=stream_of(content))
    asked: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return answer

    class Schemes:
        @property
        def _auth_schemes(self) -> Any:
            return {"oauth": client_credentials("https://login.test/token", "me", "secret")}

    transport = httpx.MockTransport(respond)
    made: Any = type("Made", (Schemes, acme.Acme if kind == "sync" else acme.AsyncAcme), {})
    http_client: Any = httpx.Client(transport=transport) if kind == "sync" else httpx.AsyncClient(transport=transport)
    client = made(api_key="a", base_url="https://acme.test", http_client=http_client)
    with pytest.raises(acme.AcmeError, match=says):
        run(kind, client, lambda c: c.get("/a", cast_to=object, options={"security": [("oauth",)]}))
    assert answer.is_closed
    # It is not asked for again, nor is the API asked without a token.
    assert asked == ["https://login.test/token"]


@pytest.mark.parametrize("expires", ["1" * 400, '"' + "1" * 5000 + '"', "1e999"])
def test_a_life_of_many_digits_is_no_limit(expires: str) -> None:
    response = httpx.Response(200, content=f'{{"access_token":"a","expires_in":{expires}}}'.encode())
    assert read_token(response, 0).is_fresh()


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("most", [None, len(BIG)])
def test_a_response_within_the_bound(kind: str, most: int | None) -> None:
    answer = httpx.Response(200, headers={"content-encoding": "gzip"}, stream=stream_of(gzip.compress(BIG)))
    client = client_of(kind, answer, max_response_bytes=most)
    assert len(run(kind, client, lambda c: c.get("/a", cast_to=bytes))) == len(BIG)


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_an_error_beyond_the_bound_keeps_its_status(kind: str) -> None:
    answer = httpx.Response(404, stream=stream_of(BIG))
    with pytest.raises(acme.NotFoundError):
        run(kind, client_of(kind, answer, max_response_bytes=10), lambda c: c.get("/a", cast_to=Model))


def test_copies_have_the_bound_of_their_original() -> None:
    with client_of("sync", httpx.Response(200), max_response_bytes=7) as client:
        assert client.with_options(timeout=1).max_response_bytes == 7
        assert client.with_options(max_response_bytes=8).max_response_bytes == 8
        assert client.with_options(max_response_bytes=None).max_response_bytes is None


@pytest.mark.parametrize("most", [0, -1, True, "7", 1.5])
def test_what_is_no_bound(most: Any) -> None:
    with pytest.raises(ValueError, match="max_response_bytes"):
        acme.Acme(api_key="a", max_response_bytes=most)


class ForeignError(Exception):
    """As a transport that is not of the HTTP library raises it."""


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_an_exception_of_a_transport(kind: str) -> None:
    calls: list[str] = []

    def fail(request: httpx.Request) -> httpx.Response:
        calls.append(request.method)
        raise ForeignError("no route")

    transport = httpx.MockTransport(fail)
    http_client: Any = httpx.Client(transport=transport) if kind == "sync" else httpx.AsyncClient(transport=transport)
    made: Any = acme.Acme if kind == "sync" else acme.AsyncAcme
    client = made(api_key="a", base_url="https://acme.test", max_retries=1, http_client=http_client)
    with pytest.raises(acme.APIConnectionError, match="no route") as caught:
        run(kind, client, lambda c: c.get("/a", cast_to=object))
    assert isinstance(caught.value.__cause__, ForeignError)
    assert calls == ["GET", "GET"]


@pytest.mark.parametrize("number", [2**53 + 1, -(2**53) - 1, 12345678901234567890, 10**400])
def test_whole_numbers_beyond_those_of_javascript(number: int) -> None:
    data = json.loads(f'{{"size": {number}, "more": {number}}}')
    model: Any = decode(data, Model)
    assert (model.size, model.more) == (number, number)


def test_a_small_number_is_a_float() -> None:
    model: Any = decode({"size": 1}, Model)
    assert type(model.size) is float


def test_a_model_is_printed_with_its_class() -> None:
    assert str(Model.model_construct(id="a")) == "Model(id='a', size=None)"


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_content_is_sent_as_it_is(kind: str) -> None:
    sent: list[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append((request.method, request.headers["content-type"], request.content))
        return httpx.Response(200, content=b"\x00\x01", headers={"content-type": "application/json"})

    transport = httpx.MockTransport(answer)
    http_client: Any = httpx.Client(transport=transport) if kind == "sync" else httpx.AsyncClient(transport=transport)
    made: Any = acme.Acme if kind == "sync" else acme.AsyncAcme
    for verb in ("post", "put", "patch", "delete"):
        client = made(api_key="a", base_url="https://acme.test", http_client=http_client)
        got = getattr(client, verb)("/a", content=b"{}", cast_to=bytes)
        if kind == "async":
            import anyio

            async def wait(value: Any = got) -> Any:
                return await value

            got = anyio.run(wait)
        assert got == b"\x00\x01"
        assert sent.pop() == (verb.upper(), "application/octet-stream", b"{}")


def test_content_has_the_type_of_the_caller() -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["content-type"])
        return httpx.Response(200)

    with acme.Acme(
        api_key="a", base_url="https://acme.test", http_client=httpx.Client(transport=httpx.MockTransport(answer))
    ) as client:
        client.post("/a", content="<a/>", cast_to=bytes, options={"headers": {"Content-Type": "text/xml"}})
        with pytest.raises(TypeError, match="either body or content"):
            client.post("/a", content=b"", body={}, cast_to=bytes)
    assert seen == ["text/xml"]


def test_an_error_names_the_model() -> None:
    answer = httpx.Response(200, json=[])
    with pytest.raises(acme.APIResponseValidationError, match=r"a JSON object \(Model\), got a list"):
        run("sync", client_of("sync", answer), lambda c: c.get("/a", cast_to=Model))
