"""Server-sent events and lines of JSON."""

from __future__ import annotations

import time
from typing import Any

import anyio
import pytest
from server import Server, chunked
from conftest import Colour

import acme


def ask(client: Any) -> Any:
    return client.servers.ask(question="q", stream=True)


def test_events(colour: Colour, server: Server) -> None:
    server.answers(
        chunked(
            b'\xef\xbb\xbfdata: {"name"',
            b':"\xc3',
            b'\xa4"}\r',
            b'\n\r\n: comment\nevent: x\r\rdata: {\ndata: "name": "b"}\n\nevent: ping\n\n',
            b'data: [DONE]\n\ndata: {"name":"never"}\n\n',
        )
    )
    values = colour.collect(ask)
    assert [(type(one).__name__, one.name) for one in values] == [("Tool", "ä"), ("Tool", "b")]
    assert server.requests[0].json == {"question": "q", "stream": True}


def test_the_end_of_a_stream(colour: Colour, server: Server) -> None:
    later: list[bytes | float] = [b'data: {"name":"b"}\n\n' * 5000, 0.02]
    server.handler = lambda request: chunked(b'data: {"name":"a"}\n\n', b"data: [DONE]\n\n", *(later * 100))
    seen: list[Any] = []

    if colour.is_async:

        async def main() -> None:
            async with colour.client() as client:
                stream = await ask(client)
                seen.extend([one.name async for one in stream])
                seen.append(stream.response.is_closed)
                await anyio.sleep(0.3)

        anyio.run(main, backend=colour.name)
    else:
        with colour.client() as client:
            stream = ask(client)
            seen.extend(one.name for one in stream)
            seen.append(stream.response.is_closed)
            time.sleep(0.3)
    assert seen == ["a", True]
    assert server.closed_early == 1


def test_not_a_stream(colour: Colour, server: Server) -> None:
    from server import reply

    server.answers(reply({"name": "one"}))
    assert colour.run(lambda c: c.servers.ask(question="q")).name == "one"
    assert colour.run(lambda c: c.servers.ask(question="q", stream=False)).name == "one"
    assert [one.json for one in server.requests] == [{"question": "q"}, {"question": "q", "stream": False}]


def test_errors_in_a_stream(colour: Colour, server: Server) -> None:
    server.answers(chunked(b'data: {"name":"a"}\n\nevent: error\ndata: {"message":"broken"}\n\n'))
    with pytest.raises(acme.APIError, match=r"^broken \(POST /ask\)$") as caught:
        colour.collect(ask)
    assert caught.value.body == {"message": "broken"}
    server.answers(chunked(b'data: {"error":{"message":"inner"}}\n\n'))
    with pytest.raises(acme.APIError, match=r"^inner \(POST /ask\)$"):
        colour.collect(ask)
    server.answers(chunked(b"data: {broken\n\n"))
    with pytest.raises(acme.APIResponseValidationError, match="Invalid JSON in a stream"):
        colour.collect(ask)


def test_cut_stream(colour: Colour, server: Server) -> None:
    server.answers(chunked(b'data: {"name":"a"}\n\n', None))
    seen: list[str] = []

    if colour.is_async:

        async def main() -> None:
            async with colour.client() as client:
                async for one in await ask(client):
                    seen.append(one.name)

        with pytest.raises(acme.APIConnectionError):
            anyio.run(main, backend=colour.name)
    else:
        with colour.client() as client, pytest.raises(acme.APIConnectionError):
            for one in ask(client):
                seen.append(one.name)
    assert seen == ["a"]


def test_lines(colour: Colour, server: Server) -> None:
    server.answers(
        chunked(b'{"name":"a"}\n\n{"na', b'me":"\xe2\x80\xa8"}\n{"name":"c"}', content_type="application/jsonl")
    )
    assert [one.name for one in colour.collect(lambda c: c.servers.lines())] == ["a", "\u2028", "c"]
    assert server.requests[0].headers["accept"] == "application/jsonl"


def test_leaving_ends_the_request(colour: Colour, server: Server) -> None:
    def endless(request: Any) -> Any:
        return chunked(*([b'data: {"name":"a"}\n\n' * 2000, 0.005] * 400))

    server.handler = endless
    if colour.is_async:

        async def main() -> None:
            async with colour.client() as client:
                async with await ask(client) as stream:
                    async for _ in stream:
                        break
                assert stream.response.is_closed
                with pytest.raises(acme.AcmeError, match="read once"):
                    async for _ in stream:
                        pass

        anyio.run(main, backend=colour.name)
    else:
        with colour.client() as client:
            with ask(client) as stream:
                for _ in stream:
                    break
            assert stream.response.is_closed
            with pytest.raises(acme.AcmeError, match="read once"):
                list(stream)
    for _ in range(200):
        if server.closed_early:
            break
        time.sleep(0.01)
    assert server.closed_early == 1


def test_time_limit_ends_with_the_head(colour: Colour, server: Server) -> None:
    pieces: list[bytes | float] = [b'data: {"name":"a"}\n\n', 0.15] * 4
    server.answers(chunked(*pieces))
    assert len(colour.collect(ask, timeout=0.4)) == 4


def test_linear_time(colour: Colour, server: Server) -> None:
    from acme._lines import LineReader

    def took(size: int) -> float:
        reader = LineReader()
        started = time.process_time()
        for _ in range(size):
            for _ in reader.feed(b"x" * 100):
                pass
        assert [len(one) for one in reader.finish()] == [size * 100]
        return time.process_time() - started

    took(1000)
    # Twenty times the data takes about twenty times as long; four hundred times if each piece were copied again.
    assert took(40_000) < 150 * max(took(2_000), 0.002)


def test_lines_however_they_are_cut() -> None:
    from acme._lines import LineReader

    text = "a\r\nb\rc\n\n\r\r\nü€😀\nlast"
    data = text.encode()
    expected = ["a", "b", "c", "", "", "", "ü€😀", "last"]
    for size in range(1, len(data) + 1):
        reader = LineReader()
        lines = [line for start in range(0, len(data), size) for line in reader.feed(data[start : start + size])]
        assert lines + list(reader.finish()) == expected, size
    assert list(LineReader().feed(b"\na\n")) == ["", "a"]
