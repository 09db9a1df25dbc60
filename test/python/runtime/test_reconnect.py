"""Event streams that are read again from where they were cut off."""

from __future__ import annotations

import time
from typing import Any

import pytest
from server import Server, reply, chunked
from conftest import Colour

import acme
from acme._streaming import ReconnectingStream, AsyncReconnectingStream


def read(colour: Colour, values: list[str], **settings: Any) -> None:
    """Reads the stream of the server into a list of names."""

    class Names:
        def __init__(self, stream: Any) -> None:
            self.stream = stream

        def __iter__(self) -> Any:
            for value in self.stream:
                values.append(value.name)
                yield value

        async def __aiter__(self) -> Any:
            async for value in self.stream:
                values.append(value.name)
                yield value

    def start(client: Any) -> Any:
        kind = AsyncReconnectingStream if colour.is_async else ReconnectingStream
        connect = lambda headers: client.servers.ask(question="q", stream=True, extra_headers=headers)  # noqa: E731
        return Names(kind(connect, **{"delay": 0.001, **settings}))

    colour.collect(start, max_retries=0)


def event(name: str, *fields: str) -> bytes:
    return "".join(f"{field}\n" for field in fields).encode() + f'data: {{"name":"{name}"}}\n\n'.encode()


def cut(*pieces: bytes) -> Any:
    # A pause, so that the client reads what was sent before the connection is cut.
    return lambda _request: chunked(*pieces, 0.05, None, end=False)


def whole(*pieces: bytes) -> Any:
    return lambda _request: chunked(*pieces)


def asked(server: Server) -> list[str | None]:
    return [request.headers.get("last-event-id") for request in server.requests]


def test_a_stream_that_is_cut_off_continues(colour: Colour, server: Server) -> None:
    server.answers(cut(event("1", "id: a"), event("2", "id: b"), b'id: c\ndata: {"name"'), whole(event("3")))
    values: list[str] = []
    read(colour, values)
    assert (values, asked(server)) == (["1", "2", "3"], [None, "b"])


def test_without_ids_it_fails(colour: Colour, server: Server) -> None:
    server.answers(cut(event("1")))
    values: list[str] = []
    with pytest.raises(acme.APIConnectionError):
        read(colour, values)
    assert (values, len(server.requests)) == (["1"], 1)


def test_an_empty_id_removes_the_id(colour: Colour, server: Server) -> None:
    server.answers(cut(event("1", "id: a")), cut(event("2", "id:")))
    with pytest.raises(acme.APIConnectionError):
        read(colour, [])
    assert asked(server) == [None, "a"]


@pytest.mark.parametrize(("status", "continues"), [(503, True), (404, False)])
def test_an_error_status(colour: Colour, server: Server, status: int, continues: bool) -> None:
    server.answers(cut(event("1", "id: a")), reply({}, status=status), whole(event("2")))
    values: list[str] = []
    if continues:
        read(colour, values)
    else:
        with pytest.raises(acme.NotFoundError):
            read(colour, values)
    assert values == (["1", "2"] if continues else ["1"])


def test_failures_in_a_row_are_counted(colour: Colour, server: Server) -> None:
    server.answers(cut(event("1", "id: a")), cut(), cut(event("2")), cut())
    values: list[str] = []
    with pytest.raises(acme.APIConnectionError):
        read(colour, values, max_reconnects=2)
    assert (values, asked(server)) == (["1", "2"], [None, "a", "a", "a", "a"])


@pytest.mark.parametrize("last", [whole(b"data: [DONE]\n\n"), reply(status=204, content_type=None)])
def test_without_an_end_until_the_server_says_so(colour: Colour, server: Server, last: Any) -> None:
    server.answers(whole(event("1", "id: a")), whole(event("2", "id: b")), last)
    values: list[str] = []
    read(colour, values, endless=True)
    assert (values, asked(server)) == (["1", "2"], [None, "a", "b"])


def test_without_an_end_and_without_events(colour: Colour, server: Server) -> None:
    server.answers(whole(b": nothing\n\n"))
    with pytest.raises(acme.AcmeError, match="2 times without an event"):
        read(colour, [], endless=True, max_reconnects=1)


def test_headers_that_are_not_passed_on(server: Server) -> None:
    server.handler = cut(event("1", "id: a"))
    with acme.Acme(api_key="k", base_url=server.url) as client:
        stream = ReconnectingStream(lambda _headers: client.servers.ask(question="q", stream=True), delay=0.001)
        with pytest.raises(acme.AcmeError, match="as extra_headers"):
            list(stream)
    assert len(server.requests) == 2


def test_the_delay_of_the_server(colour: Colour, server: Server) -> None:
    server.answers(whole(event("1", "id: a", "retry: 200")), whole(b"data: [DONE]\n\n"))
    read(colour, [], endless=True)
    first, second = server.requests
    # The test's own delay is a millisecond.
    assert second.at - first.at >= 0.2


def test_a_closed_stream_does_not_reconnect(server: Server) -> None:
    server.answers(cut(event("1", "id: a"), event("2", "id: b")), whole(event("3")))
    with acme.Acme(api_key="k", base_url=server.url) as client:
        connect = lambda headers: client.servers.ask(question="q", stream=True, extra_headers=headers)  # noqa: E731
        with ReconnectingStream(connect, delay=0.001) as stream:
            assert next(stream).name == "1"
        with pytest.raises(acme.AcmeError, match="closed"):
            next(stream)
        time.sleep(0.1)
    assert len(server.requests) == 1
