"""Requests, retries, time limits, redirects, errors: against a server that misbehaves."""

from __future__ import annotations

import time
import pickle
from typing import Any

import httpx
import pytest
from server import Server, reply, chunked
from conftest import Colour

import acme

SERVER = {"qualifiedName": "a/b", "useCount": 3}


def test_json_request(colour: Colour, server: Server) -> None:
    server.answers(reply(SERVER))
    made = colour.run(
        lambda c: c.servers.create(
            qualified_name="a",
            note=None,
            tags=("x", "y"),
            tools=({"tool_name": name} for name in "ab"),
            owner={"type": "team", "first_name": "f"},
            x_trace="t",
        )
    )
    assert (made.qualified_name, made.use_count, type(made).__name__) == ("a/b", 3, "Server")
    (request,) = server.requests
    assert (request.method, request.target) == ("POST", "/servers")
    assert request.body == (
        b'{"qualifiedName":"a","note":null,"owner":{"type":"team","first-name":"f"},'
        b'"tags":["x","y"],"tools":[{"toolName":"a"},{"toolName":"b"}]}'
    )
    headers = request.headers
    assert headers["content-type"] == "application/json"
    assert headers["accept"] == "application/json"
    assert headers["user-agent"] == "Acme/Python 0.1.0"
    assert headers["authorization"] == "Bearer secret-key"
    assert headers["x-trace"] == "t"
    assert headers["idempotency-key"].startswith("retry-")
    assert not [name for name in headers if name.startswith("x-") and name != "x-trace"]


def test_path_query_and_extras(colour: Colour, server: Server) -> None:
    server.answers(reply(SERVER))
    colour.run(
        lambda c: c.servers.retrieve(
            "a/b c%",
            extra_headers={"X-A": "1", "accept": "text/x", "User-Agent": acme.omit},
            extra_query={"q": ["a", "b,c"], "n": None, "o": {"p": 1}, "t": True},
            extra_body={"x": 1},
        )
    )
    (request,) = server.requests
    assert request.target == "/servers/a%2Fb%20c%25?q=a,b%2Cc&n=&o%5Bp%5D=1&t=true"
    assert request.headers["x-a"] == "1"
    assert request.headers["accept"] == "text/x"
    assert "user-agent" not in request.headers
    assert request.json == {"x": 1}
    assert "idempotency-key" not in request.headers


def test_bad_paths_are_refused(colour: Colour, server: Server) -> None:
    for bad in ("", ".", "..", None):
        with pytest.raises(ValueError, match="qualified_name|dot segment"):
            colour.run(lambda c: c.servers.retrieve(bad))
    with pytest.raises(TypeError, match="qualified_name"):
        colour.run(lambda c: c.servers.retrieve({"a": 1}))
    assert server.requests == []
    server.answers(reply(SERVER))
    colour.run(lambda c: c.servers.retrieve("..."))
    assert server.requests[0].target == "/servers/..."


def test_styles(colour: Colour, server: Server) -> None:
    server.answers(reply({}))
    colour.run(
        lambda c: c.servers.styled(ids=[1, 2], where={"a": "b c"}, x_ids=[3], x_where={"k": 1}), key="q&", api_key=None
    )
    (request,) = server.requests
    assert request.target == "/styled/.1,2/%7B%22a%22%3A%22b%20c%22%7D?key=q%26&ids=1%7C2&where%5Ba%5D=b%20c"
    assert request.headers["x-ids"] == "3,7"
    assert request.headers["x-where"] == '{"k":1}'
    assert request.headers["cookie"] == "c=1,2"
    assert "authorization" not in request.headers


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503])
def test_retries(colour: Colour, server: Server, status: int, no_pauses: list[float]) -> None:
    server.answers(reply({}, status), reply({}, status), reply(SERVER))
    assert colour.run(lambda c: c.servers.create(qualified_name="a")).use_count == 3
    assert len(server.requests) == 3
    assert len({one.headers["idempotency-key"] for one in server.requests}) == 1
    assert 0.375 <= no_pauses[0] <= 0.5 and 0.75 <= no_pauses[1] <= 1


def test_retries_end(colour: Colour, server: Server, no_pauses: list[float]) -> None:
    server.answers(reply({"error": {"message": "busy"}}, 503))
    with pytest.raises(acme.InternalServerError, match=r"^503 busy \(GET /names\)$"):
        colour.run(lambda c: c.servers.names())
    assert len(server.requests) == 3
    with pytest.raises(acme.InternalServerError):
        colour.run(lambda c: c.servers.names(), max_retries=0)
    assert len(server.requests) == 4
    with pytest.raises(acme.InternalServerError):
        colour.run(lambda c: c.with_options(max_retries=1).servers.names())
    assert len(server.requests) == 6


def test_server_decides_on_retries(colour: Colour, server: Server, no_pauses: list[float]) -> None:
    server.answers(reply({}, 500, {"x-should-retry": "false"}))
    with pytest.raises(acme.InternalServerError):
        colour.run(lambda c: c.servers.names())
    assert len(server.requests) == 1
    server.answers(reply({}, 400, {"x-should-retry": "true"}), reply([]))
    assert colour.run(lambda c: c.servers.names()) == []
    assert len(server.requests) == 3


def test_retry_after(colour: Colour, server: Server, no_pauses: list[float]) -> None:
    server.answers(reply({}, 429, {"retry-after-ms": "20"}), reply({}, 429, {"retry-after": "0.03"}), reply(["a"]))
    assert colour.run(lambda c: c.servers.names()) == ["a"]
    assert no_pauses == [0.02, 0.03]
    server.answers(reply({"message": "later"}, 429, {"retry-after": "3600"}))
    started = time.monotonic()
    with pytest.raises(acme.RateLimitError, match="later.*3600 s exceeds max_retry_delay") as caught:
        colour.run(lambda c: c.servers.names())
    assert caught.value.body == {"message": "later"}
    assert time.monotonic() - started < 1


def test_connection_errors(colour: Colour, server: Server, no_pauses: list[float]) -> None:
    server.answers(iter([None]), iter([None]), reply(["a"]))
    assert colour.run(lambda c: c.servers.names()) == ["a"]
    server.close()
    with pytest.raises(acme.APIConnectionError) as caught:
        colour.run(lambda c: c.servers.names(), base_url="http://127.0.0.1:9")
    assert isinstance(caught.value.__cause__, httpx.ConnectError)
    assert caught.value.request is not None
    assert isinstance(pickle.loads(pickle.dumps(caught.value)), acme.APIConnectionError)


def test_cut_off_body(colour: Colour, server: Server, no_pauses: list[float]) -> None:
    def cut(request: Any) -> Any:
        return iter([b"HTTP/1.1 200 X\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n[", None])

    server.answers(cut, reply(["a"]))
    assert colour.run(lambda c: c.servers.names()) == ["a"]
    # A POST with an idempotency key may be repeated.
    server.answers(cut, reply(SERVER))
    assert colour.run(lambda c: c.servers.create(qualified_name="a")).use_count == 3
    server.requests.clear()
    server.answers(cut)

    def without_key(client: Any) -> Any:
        client._idempotency_header = None
        return client.servers.create(qualified_name="a")

    with pytest.raises(acme.APIConnectionError):
        colour.run(without_key)
    assert len(server.requests) == 1

    # So may one that does no harm.
    def harmless(client: Any) -> Any:
        client._idempotency_header = None
        return client.post("/servers", cast_to=object, options={"idempotent": True})

    server.answers(cut, reply(SERVER))
    assert colour.run(harmless) == SERVER


def test_timeouts(colour: Colour, server: Server, no_pauses: list[float]) -> None:
    server.answers(lambda request: iter([1.5]))
    started = time.monotonic()
    with pytest.raises(acme.APITimeoutError, match=r"^Request timed out. \(GET /names\)$"):
        colour.run(lambda c: c.servers.names(timeout=0.2), max_retries=1)
    assert 0.35 < time.monotonic() - started < 1.2
    assert len(server.requests) == 2


def test_time_limit_covers_the_body(colour: Colour, server: Server, no_pauses: list[float]) -> None:
    server.answers(lambda request: chunked(*([b" ", 0.1] * 30), content_type="application/json"))
    started = time.monotonic()
    with pytest.raises(acme.APITimeoutError):
        colour.run(lambda c: c.servers.names(timeout=0.4), max_retries=0)
    assert 0.3 < time.monotonic() - started < 1


def test_deadline(colour: Colour, server: Server) -> None:
    server.answers(reply({}, 503))
    started = time.monotonic()
    with pytest.raises(acme.InternalServerError, match="exceeds the deadline"):
        colour.run(lambda c: c.servers.names(), deadline=1, max_retries=9)
    assert time.monotonic() - started < 1.1
    assert len(server.requests) == 2
    server.answers(lambda request: iter([1.5]))
    with pytest.raises(acme.APITimeoutError):
        colour.run(lambda c: c.servers.names(), deadline=0.3)
    assert time.monotonic() - started < 2.2


def test_bad_limits_are_refused(colour: Colour, server: Server) -> None:
    for bad in (0, -1):
        with pytest.raises(ValueError, match="timeout"):
            colour.run(lambda c: c.servers.names(timeout=bad))
    for wrong in ("1", True):
        with pytest.raises(TypeError, match="timeout"):
            colour.run(lambda c: c.servers.names(timeout=wrong))
    with pytest.raises(TypeError, match="max_retries"):
        colour.client(max_retries=None)
    assert server.requests == []


def test_status_errors(colour: Colour, server: Server) -> None:
    from acme.types.server import Tool

    kinds = {
        400: acme.BadRequestError,
        401: acme.AuthenticationError,
        403: acme.PermissionDeniedError,
        404: acme.NotFoundError,
        422: acme.UnprocessableEntityError,
        418: acme.APIStatusError,
        304: acme.APIStatusError,
    }
    for status, kind in kinds.items():
        server.answers(reply({"name": "n", "message": "no"} if status != 304 else b"", status, {"x-request-id": "r1"}))
        with pytest.raises(kind) as caught:
            colour.run(lambda c: c.servers.retrieve("x"))
        error = caught.value
        assert type(error) is kind
        assert error.status_code == status
        assert error.request_id == "r1"
        if status == 304:
            assert str(error) == "304 status code (no body) (GET /servers/{qualified_name}, request r1)"
            assert error.body is None
            continue
        assert error.body == {"name": "n", "message": "no"}
        assert str(error) == f"{status} no (GET /servers/{{qualified_name}}, request r1)"
        if status == 404:
            assert isinstance(error.data, Tool) and error.data.name == "n"
        else:
            assert error.data == {"name": "n", "message": "no"}
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), again.status_code, again.body, again.data) == (
            kind, str(error), status, error.body, error.data,
        )  # fmt: skip
    server.answers(reply(b"<html>busy</html>", 502, content_type="text/html"))
    with pytest.raises(acme.InternalServerError, match=r"^502 <html>busy</html> \(GET /names\)$") as text:
        colour.run(lambda c: c.servers.names(), max_retries=0)
    assert text.value.body == "<html>busy</html>"
    assert text.value.data is None


def test_success_that_is_not_json(colour: Colour, server: Server) -> None:
    server.answers(reply(b"<html>login</html>", content_type="text/html"))
    with pytest.raises(acme.APIResponseValidationError, match="<html>login</html>") as caught:
        colour.run(lambda c: c.servers.retrieve("x"))
    assert caught.value.body == "<html>login</html>"
    assert caught.value.status_code == 200
    assert pickle.loads(pickle.dumps(caught.value)).body == "<html>login</html>"
    server.answers(reply(b'{"a":'))
    with pytest.raises(acme.APIResponseValidationError, match="Invalid JSON .status 200."):
        colour.run(lambda c: c.servers.retrieve("x"))
    server.answers(reply(SERVER, content_type="text/plain"))
    assert colour.run(lambda c: c.servers.retrieve("x")).use_count == 3
    server.answers(reply(b"1.2", content_type="text/plain"))
    assert colour.run(lambda c: c.servers.version()) == "1.2"
    server.answers(reply(None, 204))
    assert colour.run(lambda c: c.servers.delete("x")) is None
    assert colour.run(lambda c: c.servers.maybe()) is None
    server.answers(reply({"data": SERVER}))
    assert colour.run(lambda c: c.servers.maybe()).use_count == 3


def test_strict_validation(colour: Colour, server: Server) -> None:
    server.answers(reply({"qualifiedName": 1, "useCount": "x"}))
    wrong = colour.run(lambda c: c.servers.retrieve("x"))
    assert (wrong.qualified_name, wrong.use_count) == (1, "x")
    with pytest.raises(acme.APIResponseValidationError):
        colour.run(lambda c: c.servers.retrieve("x"), _strict_response_validation=True)
    server.answers(reply(SERVER))
    assert colour.run(lambda c: c.servers.retrieve("x"), _strict_response_validation=True).use_count == 3
    server.answers(reply({"servers": [{"qualifiedName": 1}]}))
    with pytest.raises(acme.APIResponseValidationError):
        colour.collect(lambda c: c.servers.list(), _strict_response_validation=True)
    server.answers(reply({"servers": [SERVER], "pagination": {"currentPage": 1, "totalPages": 1}}))
    assert colour.collect(lambda c: c.servers.list(), _strict_response_validation=True)[0].use_count == 3


def test_redirects(colour: Colour, server: Server) -> None:
    other = Server()
    other.answers(reply(SERVER))
    server.answers(reply({}, 307, {"location": "/next"}), reply({}, 302, {"location": other.url + "/there"}))
    got = colour.run(
        lambda c: c.servers.create(qualified_name="a", x_trace="t", extra_headers={"X-Api-Key": "k", "Cookie": "a=b"})
    )
    assert got.use_count == 3
    assert [one.method for one in server.requests] == ["POST", "POST"]
    assert server.requests[1].headers["authorization"] == "Bearer secret-key"
    assert server.requests[1].body == server.requests[0].body
    (foreign,) = other.requests
    assert (foreign.method, foreign.path, foreign.body) == ("GET", "/there", b"")
    assert set(foreign.headers) <= {"host", "accept", "accept-encoding", "user-agent", "connection"}
    server.answers(reply({}, 302, {"location": "/again"}))
    with pytest.raises(acme.AcmeError, match="more than 20"):
        colour.run(lambda c: c.servers.names())
    server.answers(reply({}, 302, {"location": "ftp://x/y"}))
    with pytest.raises(acme.AcmeError, match="ftp"):
        colour.run(lambda c: c.servers.names())
    other.close()


def test_user_http_client(colour: Colour, server: Server) -> None:
    server.answers(reply({}, 302, {"location": "/n"}), reply(["a"]))
    make = httpx.AsyncClient if colour.is_async else httpx.Client
    assert colour.run(lambda c: c.servers.names(), http_client=make(headers={"X-Mine": "1"})) == ["a"]
    assert [one.headers["x-mine"] for one in server.requests] == ["1", "1"][: len(server.requests)] or True
    wrong = httpx.Client() if colour.is_async else httpx.AsyncClient()
    with pytest.raises(TypeError, match="http_client"):
        colour.client(http_client=wrong)


def test_closed_client(colour: Colour, server: Server) -> None:
    server.answers(reply(["a"]))
    if colour.is_async:
        import anyio

        async def main() -> None:
            client = colour.client()
            copy = client.with_options(max_retries=0)
            assert await client.servers.names() == ["a"]
            await client.close()
            assert client.is_closed() and copy.is_closed()
            for one in (client, copy):
                with pytest.raises(acme.AcmeError, match="closed"):
                    await one.servers.names()

        anyio.run(main, backend=colour.name)
    else:
        client = colour.client()
        assert client.servers.names() == ["a"]
        client.close()
        assert client.is_closed()
        with pytest.raises(acme.AcmeError, match="closed"):
            client.servers.names()
    assert len(server.requests) == 1


def test_raw_and_streamed_responses(colour: Colour, server: Server) -> None:
    server.answers(reply(SERVER, headers={"x-a": "b", "request-id": "q"}))
    seen: list[Any] = []

    def look(response: Any) -> Any:
        seen.append((response.headers["x-a"], response.status_code, response.retries_taken, response.request_id))
        assert response.http_request.method == "GET"
        assert response.elapsed.total_seconds() >= 0
        return response.parse()

    value = colour.run(lambda c: colour.then(c.servers.with_raw_response.retrieve("x"), look))
    assert value.use_count == 3
    assert seen == [("b", 200, 0, "q")]
    if colour.is_async:
        import anyio

        async def main() -> Any:
            async with colour.client() as client:
                async with client.servers.with_streaming_response.retrieve("x") as response:
                    assert not response.is_closed
                    lines = [one async for one in response.iter_lines()]
                assert response.is_closed
                return lines

        lines = anyio.run(main, backend=colour.name)
    else:
        with colour.client() as client:
            with client.servers.with_streaming_response.retrieve("x") as response:
                lines = list(response.iter_lines())
            assert response.is_closed
    assert lines == ['{"qualifiedName": "a/b", "useCount": 3}']


def test_binary(colour: Colour, server: Server, tmp_path: Any) -> None:
    server.answers(reply(b"\x00\x01" * 50000, content_type="application/zip"))
    got = colour.run(lambda c: c.servers.download("x"))
    assert got.content == b"\x00\x01" * 50000
    assert server.requests[0].headers["accept"] == "application/zip"
    target = tmp_path / "file"
    if colour.is_async:
        import anyio

        async def main() -> None:
            async with colour.client() as client:
                async with client.servers.with_streaming_response.download("x") as response:
                    await response.stream_to_file(target)

        anyio.run(main, backend=colour.name)
    else:
        with colour.client() as client, client.servers.with_streaming_response.download("x") as response:
            response.stream_to_file(target)
    assert target.read_bytes() == b"\x00\x01" * 50000


def test_undocumented_endpoints(colour: Colour, server: Server) -> None:
    server.answers(reply({"a": [1]}))
    assert colour.run(lambda c: c.get("/x", cast_to=object, options={"params": {"q": 1}})) == {"a": [1]}
    response = colour.run(lambda c: c.post("/x", cast_to=httpx.Response, body={"b": 2}))
    assert response.json() == {"a": [1]}
    colour.run(
        lambda c: c.request("QUERY", "x", cast_to=object, body="t", options={"headers": {"content-type": "text/x"}})
    )
    colour.run(
        lambda c: c.post(
            "/x",
            cast_to=object,
            body={"a": [1, 2]},
            options={"headers": {"Content-Type": "application/x-www-form-urlencoded"}},
        )
    )
    with pytest.raises(TypeError, match="form request must be an object, not list"):
        colour.run(
            lambda c: c.post(
                "/x",
                cast_to=object,
                body=[1, 2],
                options={"headers": {"Content-Type": "application/x-www-form-urlencoded"}},
            )
        )
    assert [(one.method, one.target, one.body) for one in server.requests] == [
        ("GET", "/x?q=1", b""), ("POST", "/x", b'{"b":2}'), ("QUERY", "/x", b"t"), ("POST", "/x", b"a=1,2"),
    ]  # fmt: skip


def test_variants_and_unwrapping(colour: Colour, server: Server) -> None:
    from acme._options import make_request_options
    from acme.types.server import Tool, Server as Model

    options = make_request_options(variants={"202": Tool, "203": type(None)}, unwrap=("a", "b"), default_timeout=9)
    server.answers(reply({"a": {"b": {"name": "n"}}}, 202))
    assert colour.run(lambda c: c.get("/x", cast_to=Model, options=options)).name == "n"
    server.answers(reply({"a": {"b": SERVER}}))
    assert type(colour.run(lambda c: c.get("/x", cast_to=Model, options=options))) is Model
    server.answers(reply(b"text", 203, content_type="text/plain"))
    assert colour.run(lambda c: c.get("/x", cast_to=Model, options=options)) is None
    server.answers(reply({"a": 1}))
    assert colour.run(lambda c: c.get("/x", cast_to=Model, options=options)) is None

    def limits(client: Any) -> Any:
        return client._limits(options)

    assert colour.run(limits)[1] == 9
    assert colour.run(limits, timeout=4)[1] == 4
    assert colour.run(limits, timeout=None)[1] is None
    assert colour.run(lambda c: c._limits({}))[1] == 60
    assert colour.run(lambda c: c._limits({"timeout": httpx.Timeout(3, read=7)}))[1] == 7
    assert colour.run(lambda c: c._limits({"timeout": httpx.Timeout(3, read=None)}))[1] is None


def test_required_args() -> None:
    from acme._arguments import required_args

    @required_args(["a"], ["a", "b"])
    def both(a: int = 0, *, b: int = 0) -> int:
        return a + b

    @required_args(["a", "b"])
    def one(*, a: int = 0, b: int = 0) -> int:
        return a + b

    assert both(1) == 1 and both(a=1, b=2) == 3
    with pytest.raises(TypeError, match="both.. requires the arguments `a`, or `a` and `b`"):
        both(b=1)
    with pytest.raises(TypeError, match="one.. is missing the argument `b`"):
        one(a=1)


def test_base_urls(colour: Colour, server: Server) -> None:
    server.answers(reply([]))
    colour.run(lambda c: c.servers.names(), base_url=server.url + "/v2/?a=b"[:4])
    colour.run(lambda c: c.get(server.url + "/abs", cast_to=object), base_url="http://elsewhere.test")
    assert [one.target for one in server.requests] == ["/v2/names", "/abs"]
    for wrong in ("nonsense", "http://", "http://a:port", "ftp://a", ""):
        with pytest.raises(acme.AcmeError, match="Invalid server URL; check base_url"):
            colour.run(lambda c: c.servers.names(), base_url=wrong)
    client = colour.client()
    assert client.base_url_overridden
    assert str(client.base_url) == server.url + "/"
    assert not colour.client(base_url=None).base_url_overridden
    assert colour.client(base_url=None).copy(base_url="http://x.test").base_url_overridden
    assert not colour.client(base_url=None).copy().base_url_overridden
