"""
Plays calls of generated packages: one JSON object a line comes in, one goes out. See `support/player.ts`.

Calls are made as a user makes them: attributes of the client, arguments by position and by name.
"""

from __future__ import annotations

import io
import sys
import json
import base64
import asyncio
import inspect
import logging
import importlib
import traceback
from typing import Any
from datetime import date

import httpx
import pydantic


def revive(value: Any) -> Any:
    """Files and bytes of their own kind."""
    if isinstance(value, list):
        return [revive(item) for item in value]
    if not isinstance(value, dict):
        return value
    if list(value) == ["$float"]:
        return float(value["$float"])
    if list(value) == ["$bytes"]:
        return base64.b64decode(value["$bytes"])
    if list(value) == ["$type"]:
        return {"object": object}[value["$type"]]
    if list(value) == ["$file"]:
        file = value["$file"]
        content = base64.b64decode(file["content"])
        return (file["name"], content, file["type"]) if "type" in file else (file["name"], content)
    return {key: revive(item) for key, item in value.items()}


def plain(value: Any) -> Any:
    """What a call gave, as JSON."""
    if isinstance(value, pydantic.BaseModel):
        return value.to_dict(mode="json")  # type: ignore[attr-defined]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    return value


def load(folder: str, name: str) -> Any:
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module(name)


class Recorder:
    """Writes down what is sent and what comes back."""

    def __init__(self, answer: Any, is_recording: bool) -> None:
        self.requests: list[dict[str, Any]] = []
        self.status: Any = None
        self.answer = answer
        self.is_recording = is_recording

    def note(self, request: httpx.Request, body: bytes) -> httpx.Response:
        self.requests.append(
            {
                "method": request.method,
                "host": f"{request.url.scheme}://{request.url.netloc.decode()}",
                "target": request.url.raw_path.decode("ascii"),
                "headers": [[name.decode().lower(), value.decode("latin-1")] for name, value in request.headers.raw],
                "body": base64.b64encode(body).decode(),
            }
        )
        return httpx.Response(200, json=self.answer)

    def client(self) -> httpx.Client:
        if self.is_recording:
            return httpx.Client(transport=httpx.MockTransport(lambda one: self.note(one, one.read())))

        def heard(response: httpx.Response) -> None:
            self.status = response.status_code

        return httpx.Client(verify=False, event_hooks={"response": [heard]})

    def async_client(self) -> httpx.AsyncClient:
        if self.is_recording:

            async def answer(request: httpx.Request) -> httpx.Response:
                return self.note(request, await request.aread())

            return httpx.AsyncClient(transport=httpx.MockTransport(answer))

        async def heard(response: httpx.Response) -> None:
            self.status = response.status_code

        return httpx.AsyncClient(verify=False, event_hooks={"response": [heard]})


def call_of(client: Any, play: dict[str, Any]) -> Any:
    target = client
    for name in play["path"]:
        target = getattr(target, name)
    kwargs = {name: revive(value) for name, value in play["kwargs"].items()}
    return target(*[revive(one) for one in play["args"]], **kwargs)


def reconnecting(package: Any, client: Any, play: dict[str, Any], kind: str) -> Any:
    """The stream of a call, read through the helper that reconnects."""
    helper = getattr(importlib.import_module(f"{package.__name__}._streaming"), kind)
    settings = play["reconnect"]

    def connect(headers: dict[str, str]) -> Any:
        added = {} if settings["drops"] else {"extra_headers": headers}
        return call_of(client, {**play, "kwargs": {**play["kwargs"], **added}})

    return helper(connect, **settings["settings"])


def is_stream(value: Any) -> bool:
    return type(value).__name__ in ("Stream", "AsyncStream")


def is_page(value: Any) -> bool:
    return hasattr(value, "has_next_page") and isinstance(value, pydantic.BaseModel)


def page_body(page: Any) -> Any:
    """The data of a page alone; a list in one piece is the body itself."""
    whole = plain(page)
    return whole["items"] if list(whole) == ["items"] and type(page)._scheme.items == () else whole


def play_sync(package: Any, play: dict[str, Any], recorder: Recorder, seen: list[Any]) -> Any:
    with recorder.client() as http, getattr(package, play["client"])(**play["options"], http_client=http) as client:
        if "reconnect" in play:
            for one in reconnecting(package, client, play, "ReconnectingStream"):
                seen.append(plain(one))
            return seen
        value = call_of(client, play)
        if recorder.is_recording:
            if is_stream(value):
                value.close()
            return None
        if is_stream(value) or (play.get("isLoop") and is_page(value)):
            for one in value:
                seen.append(plain(one))
            return seen
        if is_page(value):
            return page_body(value)
        return plain(value.read() if hasattr(value, "iter_bytes") else value)


async def play_async(package: Any, play: dict[str, Any], recorder: Recorder, seen: list[Any]) -> Any:
    async with recorder.async_client() as http:
        async with getattr(package, f"Async{play['client']}")(**play["options"], http_client=http) as client:
            if "reconnect" in play:
                async for one in reconnecting(package, client, play, "AsyncReconnectingStream"):
                    seen.append(plain(one))
                return seen
            value = call_of(client, play)
            if inspect.isawaitable(value):
                value = await value
            if recorder.is_recording:
                if is_stream(value):
                    await value.close()
                return None
            if is_stream(value) or (play.get("isLoop") and is_page(value)):
                async for one in value:
                    seen.append(plain(one))
                return seen
            if is_page(value):
                return page_body(value)
            return plain(await value.read() if hasattr(value, "iter_bytes") else value)


class Log(logging.Handler):
    """All that is logged, also by the HTTP library."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.getMessage()} {record.args!r}")


def note_error(error: BaseException, log: Log) -> None:
    """What tools print of an error: its text, its request and its response."""
    log.texts += traceback.format_exception(error)
    request = getattr(error, "request", None)
    if isinstance(request, httpx.Request):
        log.texts.append(f"{request!r} {request.headers.raw!r}")
        response = getattr(error, "response", None)
        if isinstance(response, httpx.Response):
            log.texts.append(f"{response!r} {response.request!r} {response.request.headers.raw!r}")


def play_one(play: dict[str, Any]) -> dict[str, Any]:
    recorder = Recorder(play.get("answer"), "answer" in play)
    seen: list[Any] = []
    log = Log()
    for name in (play["package"], "httpx"):
        logging.getLogger(name).addHandler(log)
        logging.getLogger(name).setLevel(logging.DEBUG)
    result: dict[str, Any] = {"requests": recorder.requests}
    try:
        package = load(play["folder"], play["package"])
        if play["colour"] == "sync":
            result["value"] = play_sync(package, play, recorder, seen)
        else:
            result["value"] = asyncio.run(play_async(package, play, recorder, seen))
    except Exception as error:
        found: dict[str, Any] = {"kind": type(error).__name__, "message": f"{error} {error.__cause__ or ''}".strip()}
        if hasattr(error, "status_code"):
            found.update(status=error.status_code, body=plain(error.body))
        request = getattr(error, "request", None)
        if request is not None:
            found["request"] = {"method": request.method, "url": str(request.url)}
        result["error"] = found
        result["before"] = seen
        note_error(error, log)
    finally:
        for name in (play["package"], "httpx"):
            logging.getLogger(name).removeHandler(log)
    result["shown"] = "\n".join(log.texts)
    result["status"] = recorder.status
    return result


def main() -> None:
    # Whatever a package prints is no answer.
    out, sys.stdout = sys.stdout, io.StringIO()
    for line in sys.stdin:
        json.dump(play_one(json.loads(line)), out)
        out.write("\n")
        out.flush()


main()
