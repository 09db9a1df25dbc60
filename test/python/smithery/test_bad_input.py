"""What callers get wrong is refused before anything is sent, in words that name what is wrong."""

from __future__ import annotations

import io
import inspect
from typing import Any, Callable, Iterator
from pathlib import Path

import anyio
import httpx
import pytest
import smithery
from smithery import Smithery, AsyncSmithery
from smithery._arguments import required_args


class Colour:
    """A client of one colour whose requests are written down."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sent: list[httpx.Request] = []
        self.answer: Callable[[], httpx.Response] = lambda: httpx.Response(200, json={"servers": []})

    def note(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        return self.answer()

    def client(self, **options: Any) -> Any:
        transport = httpx.MockTransport(self.note)
        if self.name == "sync":
            return Smithery(**{"api_key": "key", "http_client": httpx.Client(transport=transport), **options})
        return AsyncSmithery(**{"api_key": "key", "http_client": httpx.AsyncClient(transport=transport), **options})

    def run(self, do: Callable[[Any], Any], **options: Any) -> Any:
        if self.name == "sync":
            return do(self.client(**options))

        async def main() -> Any:
            value = do(self.client(**options))
            return await value if inspect.isawaitable(value) else value

        return anyio.run(main)


@pytest.fixture(params=["sync", "async"])
def colour(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Colour]:
    for name in ("SMITHERY_API_KEY", "SMITHERY_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    yield Colour(request.param)


OPTIONS: list[tuple[str, object, type, str]] = [
    ("api_key", 5, TypeError, "api_key must be a string, or a function that returns a string, not int"),
    ("api_key", b"key", TypeError, "api_key must be a string, .*, not bytes"),
    ("api_key", lambda: 5, TypeError, "api_key must be a string, .*, not int"),
    ("api_key", "a\nb", smithery.SmitheryError, "Invalid header 'Authorization'"),
    ("base_url", 5, smithery.SmitheryError, "base_url: 5"),
    ("base_url", "", smithery.SmitheryError, "base_url"),
    ("base_url", "localhost:4010", smithery.SmitheryError, "base_url: localhost:4010"),
    ("base_url", "ftp://a.example", smithery.SmitheryError, "base_url: ftp:"),
    ("timeout", "5", TypeError, "timeout must be seconds, httpx.Timeout or None, not '5'"),
    ("timeout", True, TypeError, "timeout must be seconds"),
    ("timeout", 0, ValueError, "timeout must be a positive number"),
    ("timeout", float("nan"), ValueError, "timeout must be a positive number"),
    ("max_retries", "3", TypeError, "max_retries must be a whole number, not '3'"),
    ("max_retries", None, TypeError, "max_retries must be a whole number"),
    ("max_retries", 1.5, TypeError, "max_retries must be a whole number"),
    ("max_retries", -1, ValueError, "max_retries must not be negative"),
    ("default_headers", [("a", "b")], TypeError, "default_headers must be a mapping of names to values, not list"),
    ("default_headers", "a", TypeError, "default_headers must be a mapping"),
    ("default_headers", {5: "a"}, TypeError, "name of a header must be a string, not 5"),
    ("default_headers", {"x-a": ["b"]}, TypeError, "header x-a must be a string, a number or a boolean, not list"),
    ("default_headers", {"x a": "b"}, smithery.SmitheryError, "Invalid header 'x a'"),
    ("default_query", [("a", "b")], TypeError, "default_query must be a mapping"),
    ("default_query", {5: "a"}, TypeError, "name of a query parameter must be a string, not 5"),
    ("default_query", {"a": object()}, TypeError, "a must be a string, a number or a boolean, not object"),
    ("http_client", object(), TypeError, r"http_client must be an instance of httpx\.\w*Client, not object"),
    ("apikey", "key", TypeError, "unexpected keyword argument 'apikey'"),
]


@pytest.mark.parametrize(("option", "value", "kind", "says"), OPTIONS)
def test_options_of_the_client(colour: Colour, option: str, value: object, kind: Any, says: str) -> None:
    with pytest.raises(kind, match=says):
        colour.run(lambda c: c.servers.list(), **{option: value})
    assert colour.sent == []


@pytest.mark.parametrize("option", ["timeout", "max_retries", "default_headers", "default_query"])
def test_options_of_a_copy(colour: Colour, option: str) -> None:
    with pytest.raises(TypeError, match=option):
        colour.run(lambda c: c.with_options(**{option: "x"}).servers.list())
    assert colour.sent == []


def test_the_http_client_of_the_other_colour(colour: Colour) -> None:
    other = httpx.AsyncClient() if colour.name == "sync" else httpx.Client()
    wanted = "httpx.Client" if colour.name == "sync" else "httpx.AsyncClient"
    with pytest.raises(TypeError, match=f"http_client must be an instance of {wanted}"):
        colour.client(http_client=other)


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_missing_credentials(colour: Colour, blank: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    if blank is not None:
        monkeypatch.setenv("SMITHERY_API_KEY", blank)
    with pytest.raises(smithery.SmitheryError, match="api_key.*SMITHERY_API_KEY"):
        colour.client(api_key=None)


ARGUMENTS: list[tuple[str, Callable[[Any], Any], Any, str]] = [
    ("nothing", lambda c: c.servers.get(), TypeError, "missing 1 required positional argument: 'qualified_name'"),
    ("empty", lambda c: c.servers.get(""), ValueError, "non-empty value for `qualified_name`"),
    ("none", lambda c: c.servers.get(None), ValueError, "non-empty value for `qualified_name`"),
    ("omit", lambda c: c.servers.get(smithery.omit), ValueError, "non-empty value for `qualified_name`"),
    ("dot", lambda c: c.servers.get("."), ValueError, r"dot segment but received '\.' for `qualified_name`"),
    ("dots", lambda c: c.servers.get(".."), ValueError, r"dot segment but received '\.\.' for `qualified_name`"),
    ("dots below", lambda c: c.servers.releases.get("..", qualified_name="a"), ValueError, r"'\.\.' for `[a-z_]*id`:"),
    (
        "list",
        lambda c: c.servers.get(["a"]),
        TypeError,
        "`qualified_name` must be a string, a number or a boolean, not list",
    ),
    ("bytes", lambda c: c.servers.get(b"a"), TypeError, "`qualified_name` must be a string"),
    ("other name", lambda c: c.servers.list(query="a"), TypeError, "unexpected keyword argument 'query'"),
    ("position", lambda c: c.servers.list("a"), TypeError, "takes 1 positional argument"),
    ("misses", lambda c: c.servers.releases.get("a"), TypeError, "required keyword-only argument: 'qualified_name'"),
    (
        "query object",
        lambda c: c.servers.list(q=object()),
        TypeError,
        "q must be a string, a number or a boolean, not object",
    ),
    (
        "query bytes",
        lambda c: c.servers.list(q=b"a"),
        TypeError,
        "q must be a string, a number or a boolean, not bytes",
    ),
    ("body", lambda c: c.servers.create("a", description=b"x"), TypeError, "description: bytes cannot be serialized"),
    (
        "deep",
        lambda c: c.servers.create("a", description=[{"b": {1}}, {"b": object()}]),
        TypeError,
        r"description\[1\]",
    ),
    ("nan", lambda c: c.servers.create("a", description=float("nan")), ValueError, "description cannot be serialized"),
    ("extra_headers", lambda c: c.servers.list(extra_headers="x"), TypeError, "extra_headers must be a mapping"),
    ("header", lambda c: c.servers.list(extra_headers={"a": "x\r\ny"}), smithery.SmitheryError, "Invalid header 'a'"),
    ("extra_query", lambda c: c.servers.list(extra_query=[("a", 1)]), TypeError, "extra_query must be a mapping"),
    ("extra_body", lambda c: c.servers.create("a", extra_body=[1]), TypeError, "extra_body cannot be added"),
    ("timeout", lambda c: c.servers.list(timeout="1"), TypeError, "timeout must be seconds"),
    ("timeout below", lambda c: c.servers.list(timeout=-1), ValueError, "timeout must be a positive number"),
]


@pytest.mark.parametrize(("do", "kind", "says"), [one[1:] for one in ARGUMENTS], ids=[one[0] for one in ARGUMENTS])
def test_arguments(colour: Colour, do: Callable[[Any], Any], kind: Any, says: str) -> None:
    with pytest.raises(kind, match=says):
        colour.run(do)
    assert colour.sent == []


FILES: list[tuple[object, Any, str]] = [
    ("path/to/file", TypeError, "bundle must be a file: bytes, a path"),
    (5, TypeError, "bundle must be a file"),
    ({"a": 1}, TypeError, "bundle must be a file"),
    (None, ValueError, "property bundle"),
    (io.StringIO("text"), TypeError, "binary mode"),
    (Path("/no/such/file"), FileNotFoundError, "/no/such/file"),
]


@pytest.mark.parametrize(("file", "kind", "says"), FILES)
def test_files(colour: Colour, file: Any, kind: Any, says: str) -> None:
    with pytest.raises(kind, match=says):
        colour.run(lambda c: c.servers.releases.deploy("a", payload="{}", bundle=file))
    assert colour.sent == []


def test_values_that_look_wrong_and_are_not(colour: Colour) -> None:
    def do(client: Any) -> Any:
        return client.servers.list(q={"a"}, page="2", extra_headers={"x-n": 5}, extra_query={"t": True, "n": None})

    colour.run(do)
    (request,) = colour.sent
    assert request.url.raw_path == b"/servers?page=2&q=a&t=true&n="
    assert request.headers["x-n"] == "5"


def test_a_closed_client(colour: Colour) -> None:
    if colour.name == "sync":
        client = colour.client()
        copy = client.with_options(timeout=1)
        client.close()
        for one in (client, copy):
            with pytest.raises(smithery.SmitheryError, match="The client is closed"):
                one.servers.list()
        with colour.client() as left:
            pass
        with pytest.raises(smithery.SmitheryError, match="The client is closed"):
            left.servers.list()
    else:

        async def main() -> None:
            client = colour.client()
            copy = client.with_options(timeout=1)
            await client.close()
            for one in (client, copy):
                with pytest.raises(smithery.SmitheryError, match="The client is closed"):
                    await one.servers.list()
            async with colour.client() as left:
                pass
            with pytest.raises(smithery.SmitheryError, match="The client is closed"):
                await left.servers.list()

        anyio.run(main)
    assert colour.sent == []


def test_a_response_that_has_been_read() -> None:
    colour = Colour("sync")
    colour.answer = lambda: httpx.Response(200, content=iter([b'{"servers": ', b"[]}"]))
    client = colour.client()
    with client.servers.with_streaming_response.list() as response:
        assert b"".join(response.iter_bytes())
        with pytest.raises(smithery.SmitheryError, match="was already read"):
            response.read()
        with pytest.raises(smithery.SmitheryError, match="was already read"):
            list(response.iter_bytes())
    with client.servers.with_streaming_response.list() as response:
        pass
    with pytest.raises(smithery.SmitheryError, match="The response is closed"):
        response.read()


def test_required_args() -> None:
    @required_args(["a"], ["b", "c"])
    def call(a: object = smithery.omit, *, b: object = smithery.omit, c: object = smithery.omit) -> str:
        return f"called {(a, b, c).count(smithery.omit)}"

    assert (call(1), call(a=1), call(b=1, c=None)) == ("called 2", "called 2", "called 1")
    for wrong in ({}, {"b": 1}, {"a": smithery.omit, "c": 1}):
        with pytest.raises(TypeError, match=r"call\(\) requires the arguments `a`, or `b` and `c`"):
            call(**wrong)

    @required_args(["a", "b"])
    def one(*, a: object = smithery.omit, b: object = smithery.omit) -> None: ...

    with pytest.raises(TypeError, match=r"one\(\) is missing the argument `b`"):
        one(a=1)
