"""Decodes the bytes of a stream, in linear time for any chunk size."""

from __future__ import annotations

import re
import json
import codecs
from typing import Callable, Iterator, cast

from ._http import httpx
from ._types import Omit, NotGiven
from ._guards import is_dict
from ._options import Events, EventRule
from ._progress import Progress
from ._exceptions import APIStreamError, APIResponseValidationError
from ._error_message import describe


class LineReader:
    """Splits UTF-8 bytes at LF, CR and CRLF, or only at LF. Yields a last line without a line ending."""

    def __init__(self, only_lf: bool = False) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._end = re.compile("\n" if only_lf else "\r\n|[\r\n]")
        self._only_lf = only_lf
        # Pieces of an unfinished line; joined once, so that long lines take linear time.
        self._pieces: list[str] = []
        self._after_cr = False
        self._is_start = True

    def feed(self, chunk: bytes) -> Iterator[str]:
        """The lines that are completed by a chunk."""
        text = self._decoder.decode(chunk)
        if self._is_start and text:
            self._is_start = False
            text = text.removeprefix("\ufeff")
        return self._split(text)

    def finish(self) -> Iterator[str]:
        """The last line, if it has no line ending."""
        yield from self._split(self._decoder.decode(b"", final=True))
        if self._pieces:
            yield "".join(self._pieces)
            self._pieces = []

    def _split(self, text: str) -> Iterator[str]:
        if not text:
            return
        start = 1 if self._after_cr and text.startswith("\n") else 0
        self._after_cr = not self._only_lf and text.endswith("\r")
        for match in self._end.finditer(text, start):
            self._pieces.append(text[start : match.start()])
            line = "".join(self._pieces)
            self._pieces = []
            start = match.end()
            yield line
        if start < len(text):
            self._pieces.append(text[start:])


class ServerSentEvent:
    """An event as the server sent it."""

    __slots__ = ("event", "data", "id", "retry", "is_bare")

    def __init__(self, event: str | None, data: str, id: str | None, retry: int | None, is_bare: bool = False) -> None:
        self.event = event
        """Type of the event; `None` if the server sent none."""
        self.data = data
        """The data lines, joined by line feeds."""
        self.id = id
        """The last event ID that the server sent."""
        self.retry = retry
        """Reconnection time in milliseconds, as sent by the server."""
        self.is_bare = is_bare
        """Whether the event has no data line."""


class EventReader:
    """
    Parses server-sent events (WHATWG HTML section 9.2.6). An incomplete event at the end of the stream is ignored.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._event: str | None = None
        self._data: list[str] = []
        self._id: str | None = None
        self._retry: int | None = None

    def feed(self, line: str) -> ServerSentEvent | None:
        """The event that is completed by a line."""
        if line:
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if name == "data":
                self._data.append(value)
            elif name == "event":
                self._event = value
            elif name == "id" and "\0" not in value:
                self._id = value
            elif name == "retry" and value.isascii() and value.isdigit() and len(value) <= _LONGEST_NUMBER:
                self._retry = int(value)
                self._progress.delay = self._retry / 1000
            return None
        self._progress.last_id = self._id
        made: ServerSentEvent | None = None
        if self._data:
            made = ServerSentEvent(self._event, "\n".join(self._data), self._id, self._retry)
        elif self._event is not None:
            made = ServerSentEvent(self._event, "", self._id, self._retry, is_bare=True)
        self._event = None
        self._data = []
        self._retry = None
        return made


class ValueReader:
    """Decodes the values of a stream with the rules of the API."""

    def __init__(
        self, events: Events, decode: Callable[[object], object], response: httpx.Response, progress: Progress
    ) -> None:
        self._events = events
        self._decode = decode
        self._response = response
        self._lines = LineReader(only_lf=events.format == "json-lines")
        self._reader = EventReader(progress)
        self._progress = progress
        self._has_events = False

    def feed(self, chunk: bytes) -> Iterator[object]:
        """The values that are completed by a chunk."""
        return self._values(self._lines.feed(chunk))

    def finish(self) -> Iterator[object]:
        """The values that are completed by the end of the stream."""
        yield from self._values(self._lines.finish())
        # Other media types are accepted, but an HTML login page must not look like a stream without events.
        kind = self._response.headers.get("content-type")
        if kind and not self._has_events and self._events.format != "json-lines" and "event-stream" not in kind.lower():
            raise APIResponseValidationError(self._response, None, message=f"Expected an event stream, got {kind}")

    def _values(self, lines: Iterator[str]) -> Iterator[object]:
        for line in lines:
            if self._events.format == "json-lines":
                if line.strip():
                    yield self._decode(self._parse(line))
                continue
            event = self._reader.feed(line)
            if event is not None:
                self._has_events = True
                yield from self._apply(event)
                if self._progress.is_done:
                    return

    def _apply(self, event: ServerSentEvent) -> Iterator[object]:
        rules = self._events.rules
        rule = next((one for one in rules if _matches(one, event)), None) if rules else _YIELD
        if rule is None or rule.handle == "ignore":
            return
        if rule.handle == "done":
            self._progress.is_done = True
        elif rule.handle == "error":
            raise self._error(event.data)
        elif not event.is_bare:
            if rule.is_text or self._events.data == "text":
                yield event.data
                return
            if not rules and event.data == _DONE:
                self._progress.is_done = True
                return
            value = self._parse(event.data)
            failure = value.get(rule.error_property) if is_dict(value) and rule.error_property is not None else None
            if failure:
                raise APIStreamError(describe(failure), response=self._response, body=failure)
            yield self._decode(value)

    def _parse(self, text: str) -> object:
        try:
            return cast(object, json.loads(text))
        except (ValueError, RecursionError) as error:
            raise APIResponseValidationError(
                self._response, text, message=f"Invalid JSON in a stream: {text[:100]}"
            ) from error

    def _error(self, data: str) -> APIStreamError:
        body: object = data
        try:
            body = json.loads(data)
        except (ValueError, RecursionError):
            # The text is both the body and the message.
            pass
        return APIStreamError(describe(body), response=self._response, body=body)


# Python cannot parse numbers with thousands of digits.
_LONGEST_NUMBER = 15
_YIELD = EventRule("yield")
# `[DONE]`, the usual end marker, is not JSON. APIs with rules declare their own marker.
_DONE = "[DONE]"


def _matches(rule: EventRule, event: ServerSentEvent) -> bool:
    if rule.data_prefix is not None and not event.data.startswith(rule.data_prefix):
        return False
    kind: object | None = rule.event_type
    if isinstance(kind, (Omit, NotGiven)):
        return True
    if kind is None or isinstance(kind, str):
        return kind == event.event
    return event.event in cast("list[str | None]", kind)
