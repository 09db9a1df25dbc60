"""What the rules of an API make of a stream: the twin of the table in `test/runtime/streaming.test.ts`."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest

import acme
from acme._lines import LineReader, EventReader, ValueReader
from acme._options import Events, EventRule
from acme._progress import Progress
from acme._exceptions import APIStreamError, APIResponseValidationError

YIELD = EventRule("yield")


def read(events: Events, text: str, kind: str | None = "text/event-stream", *, size: int = 7) -> list[object]:
    """The values of a stream, with what decodes them in a pair, so that texts are told from decoded data."""
    response = httpx.Response(
        200, headers={} if kind is None else {"content-type": kind}, request=httpx.Request("GET", "https://acme.test")
    )
    progress = Progress()
    reader = ValueReader(events, lambda data: ("decoded", data), response, progress)
    raw = text.encode()
    values: list[object] = []
    for start in range(0, len(raw), size):
        values.extend(reader.feed(raw[start : start + size]))
        if progress.is_done:
            return [*values, "done"]
    return [*values, *reader.finish()]


def decoded(*values: object) -> list[object]:
    return [("decoded", value) for value in values]


@pytest.mark.parametrize(
    ("events", "text", "expected"),
    [
        (Events(), "data: 1\n\ndata: [DONE]\n\ndata: {\n\n", [*decoded(1), "done"]),
        (Events(data="text"), "data: [DONE]\n\ndata: x\n\n", ["[DONE]", "x"]),
        (Events(), 'data: ""\n\ndata: 2\n\n', decoded("", 2)),
        (
            Events(data="text", rules=(EventRule("done", data_prefix="end"), YIELD)),
            "data: the end\n\ndata: end of it\n\ndata: more\n\n",
            ["the end", "done"],
        ),
        (
            Events(rules=(EventRule("done", event_type="end"), YIELD)),
            "data: 1\n\nevent: end\n\ndata: 2\n\n",
            [*decoded(1), "done"],
        ),
        (Events(rules=(YIELD,)), "event: ping\n\ndata: 1\n\n", decoded(1)),
        (Events(rules=(EventRule("error", data_prefix="X"), YIELD)), "event: ping\n\ndata: 1\n\n", decoded(1)),
        (
            Events(rules=(EventRule("done", event_type=None), EventRule("yield", event_type="a"))),
            "\nevent: a\ndata: 1\n\n",
            decoded(1),
        ),
        (Events(), "event: ping\n\ndata: 1\n\n", decoded(1)),
        (
            Events(rules=(EventRule("ignore", event_type=("ping", None)), EventRule("yield", event_type="a"))),
            "data: 1\n\nevent: ping\ndata: 2\n\nevent: a\ndata: 3\n\nevent: b\ndata: 4\n\n",
            decoded(3),
        ),
        (Events(rules=(EventRule("yield", is_text=True),)), "data: {\n\n", ["{"]),
        (
            Events(rules=(EventRule("yield", error_property="error"),)),
            'data: {"error":null}\n\ndata: null\n\ndata: ["error"]\n\n',
            decoded({"error": None}, None, ["error"]),
        ),
        (Events(rules=(YIELD,)), 'data: {"error":1}\n\n', decoded({"error": 1})),
        (Events(format="json-lines"), '{"a":\r1}\n \t \n2\n3', decoded({"a": 1}, 2, 3)),
        (Events(format="json-lines"), "1\n[]\n", decoded(1, [])),
        (Events(), "data: 1\r\rdata: 2\r\n\r\n", decoded(1, 2)),
    ],
)
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_values(events: Events, text: str, expected: list[object], size: int) -> None:
    assert read(events, text, size=size) == expected


@pytest.mark.parametrize(
    ("events", "text", "kind", "says", "body"),
    [
        (Events(rules=(YIELD,)), "data: [DONE]\n\n", APIResponseValidationError, "stream: [DONE]", "[DONE]"),
        (Events(), "data: {\n\n", APIResponseValidationError, "Invalid JSON in a stream: {", "{"),
        (Events(), f"data: {'[' * 200_000}\n\n", APIResponseValidationError, "stream: [[[", "[" * 200_000),
        (Events(format="json-lines"), "1\n{", APIResponseValidationError, "stream: {", "{"),
        (Events(rules=(EventRule("error", event_type="error"),)), "event: error\n\n", APIStreamError, "", ""),
        (
            Events(rules=(EventRule("error", event_type="error"),)),
            'event: error\ndata: {"message":"over"}\n\n',
            APIStreamError,
            "over",
            {"message": "over"},
        ),
        (
            Events(rules=(EventRule("error", event_type="error"),)),
            f"event: error\ndata: {'[' * 200_000}\n\n",
            APIStreamError,
            "[[[",
            "[" * 200_000,
        ),
        (
            Events(rules=(EventRule("yield", error_property="error"),)),
            'data: {"error":{"message":"inner"}}\n\n',
            APIStreamError,
            "inner",
            {"message": "inner"},
        ),
    ],
)
def test_errors(events: Events, text: str, kind: type[acme.APIError], says: str, body: object) -> None:
    with pytest.raises(kind) as caught:
        read(events, text, size=300_000)
    assert says in str(caught.value)
    assert caught.value.body == body


def test_the_message_of_broken_json_is_short() -> None:
    with pytest.raises(APIResponseValidationError) as caught:
        read(Events(), f"data: {{{'x' * 500}\n\n")
    assert str(caught.value).endswith("stream: {" + "x" * 99)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("text/html", "<html>\n\n", "Expected an event stream, got text/html"),
        ("text/plain", "data: 1\n\n", decoded(1)),
        ("Text/Event-Stream; charset=utf-8", ": nothing\n\n", []),
        (None, ": nothing\n\n", []),
    ],
)
def test_the_media_type(kind: str | None, text: str, expected: list[object] | str) -> None:
    if isinstance(expected, str):
        with pytest.raises(APIResponseValidationError, match=expected):
            read(Events(), text, kind)
    else:
        assert read(Events(), text, kind) == expected
    assert read(Events(format="json-lines"), "", "text/html") == []


def events_of(text: str) -> list[tuple[str | None, str, str | None, int | None, bool]]:
    reader, lines = EventReader(Progress()), LineReader()
    found = [reader.feed(line) for line in [*lines.feed(text.encode()), *lines.finish()]]
    return [(one.event, one.data, one.id, one.retry, one.is_bare) for one in found if one is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("data: 1\ndata:2\ndata:  3\n\n", [(None, "1\n2\n 3", None, None, False)]),
        ("data\n\n", [(None, "", None, None, False)]),
        (
            "event: a\nid: 7\nretry: 250\ndata: x: y\n\ndata: 2\n\n",
            [("a", "x: y", "7", 250, False), (None, "2", "7", None, False)],
        ),
        ("event: a\n\ndata: 1\n\n", [("a", "", None, None, True), (None, "1", None, None, False)]),
        (
            "retry: 5\nretry: x1\nretry: 2x\nretry: \u0661\nretry: 1234567890123456\nabc: 7\nzzz: 7\ndata: 1\n\n",
            [(None, "1", None, 5, False)],
        ),
        ("retry: 123456789012345\ndata: 1\n\n", [(None, "1", None, 123456789012345, False)]),
        ("id: a\nid: b\0c\ndata: 1\n\n", [(None, "1", "a", None, False)]),
        ("data: cut", []),
        (": comment\n:data: 1\n\n", []),
        ("\ufeffdata: \ufeff1\n\n", [(None, "\ufeff1", None, None, False)]),
    ],
)
def test_events(text: str, expected: list[Any]) -> None:
    assert events_of(text) == expected


def test_a_mark_of_the_byte_order_that_is_cut() -> None:
    reader = LineReader()
    found = [line for byte in "\ufeffa\n\ufeffb\n".encode() for line in reader.feed(bytes([byte]))]
    assert found == ["a", "\ufeffb"]
    assert list(reader.finish()) == []


def test_a_last_line_is_given_once() -> None:
    reader = LineReader(only_lf=True)
    assert list(reader.feed(b"a\rb\r\nc\r")) == ["a\rb\r"]
    assert list(reader.feed(b"\nd\xc3")) == ["c\r"]
    assert (list(reader.finish()), list(reader.finish())) == (["d\ufffd"], [])


class Body(httpx.AsyncByteStream, httpx.SyncByteStream):
    """The pieces of a body; an exception is raised where it stands."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces = pieces
        self.closed = 0

    def __iter__(self) -> Any:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    async def __aiter__(self) -> Any:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.closed += 1

    async def aclose(self) -> None:
        self.closed += 1


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


def play(kind: str, body: Body, use: str = "read") -> list[Any]:
    """What a user does with a stream: reads it, reads it twice, closes it first, or leaves its block."""
    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=body))
    settings: Any = {"api_key": "a", "base_url": "https://acme.test", "max_retries": 0}
    seen: list[Any] = []
    if kind == "sync":
        with acme.Acme(**settings, http_client=httpx.Client(transport=transport)) as client:
            stream: Any = client.get("/a", cast_to=object, stream=True, stream_cls=acme.Stream[object])
            if use == "lose":
                stream.response.close()
            if use == "stop":
                seen.append(next(stream))
            if use in ("close", "stop"):
                stream.close()
            if use == "stop":
                next(stream)
            if use == "next":
                seen.append(next(stream))
            if use == "leave":
                with stream as same:
                    assert same is stream
                    seen.append(next(stream))
                seen.append(body.closed > 0)
            else:
                seen.extend(iter(stream) if use != "next" else [value for value in stream._values()])
            if use == "twice":
                iter(stream)
    else:

        async def main() -> None:
            http_client = httpx.AsyncClient(transport=transport)
            async with acme.AsyncAcme(**settings, http_client=http_client) as client:
                stream: Any = await client.get("/a", cast_to=object, stream=True, stream_cls=acme.AsyncStream[object])
                if use == "lose":
                    await stream.response.aclose()
                if use == "stop":
                    seen.append(await stream.__anext__())
                if use in ("close", "stop"):
                    await stream.close()
                if use == "stop":
                    await stream.__anext__()
                if use == "next":
                    seen.append(await stream.__anext__())
                if use == "leave":
                    async with stream as same:
                        assert same is stream
                        seen.append(await stream.__anext__())
                    seen.append(body.closed > 0)
                else:
                    values = stream if use != "next" else stream._values()
                    async for value in values:
                        seen.append(value)
                if use == "twice":
                    aiter_ = stream.__aiter__
                    aiter_()

        anyio.run(main)
    return seen


TWO = b"data: 1\n\ndata: 2\n\n"


def test_a_stream_is_read_to_its_end(kind: str) -> None:
    body = Body(TWO, b"data: 3\n\n")
    assert play(kind, body) == [1, 2, 3]
    assert body.closed > 0


def test_a_stream_ends_at_the_mark(kind: str) -> None:
    body = Body(b"data: 1\n\ndata: [DONE]\n\n", RuntimeError("was read on"))
    assert play(kind, body) == [1]
    assert body.closed > 0


def test_a_stream_goes_on_after_single_values(kind: str) -> None:
    assert play(kind, Body(TWO), "next") == [1, 2]


def test_a_stream_is_closed_with_its_block(kind: str) -> None:
    assert play(kind, Body(TWO, b"data: 3\n\n"), "leave") == [1, True]


def test_a_stream_is_read_once(kind: str) -> None:
    with pytest.raises(acme.AcmeError, match="A stream can only be read once"):
        play(kind, Body(TWO), "twice")


@pytest.mark.parametrize("use", ["close", "stop", "lose"])
def test_a_closed_stream_is_not_read(kind: str, use: str) -> None:
    with pytest.raises(acme.AcmeError, match="The stream is closed"):
        play(kind, Body(TWO), use)


@pytest.mark.parametrize(
    ("fault", "error", "says"),
    [
        (httpx.ReadTimeout("slow"), acme.APITimeoutError, ""),
        (httpx.ReadError("reset"), acme.APIConnectionError, "Connection error: reset"),
        (httpx.StreamClosed(), acme.APIConnectionError, "Connection error"),
        (OSError("gone"), acme.APIConnectionError, "Connection error: gone"),
    ],
)
def test_a_lost_connection(kind: str, fault: Exception, error: type[Exception], says: str) -> None:
    body = Body(TWO, fault)
    with pytest.raises(error) as caught:
        play(kind, body)
    assert says in str(caught.value)
    assert str(caught.value).endswith("(GET /a)")
    assert caught.value.__cause__ is fault
    assert body.closed > 0


def test_a_broken_value_is_named_with_its_call(kind: str) -> None:
    with pytest.raises(APIResponseValidationError, match=r"Invalid JSON in a stream: \{ \(GET /a\)$"):
        play(kind, Body(b"data: {\n\n"))
