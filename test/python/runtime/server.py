"""A server that does what a test tells it, also what no server should do."""

from __future__ import annotations

import json
import time
import socket
import threading
from typing import Any, Union, Callable, Iterator


class Request:
    """What came over the wire."""

    def __init__(self, method: str, target: str, headers: list[tuple[str, str]], body: bytes) -> None:
        self.method = method
        self.target = target
        self.header_list = headers
        self.headers: dict[str, str] = {}
        for name, value in headers:
            self.headers[name.lower()] = value
        self.body = body
        self.at = time.monotonic()

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        return self.target.partition("?")[2]


Script = Union[bytes, Iterator[bytes | float | None]]
Handler = Callable[[Request], Script]


def reply(
    body: Any = None,
    status: int = 200,
    headers: dict[str, str] | None = None,
    content_type: str | None = "application/json",
) -> bytes:
    """A whole response."""
    content = body if isinstance(body, bytes) else b"" if body is None and status == 204 else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} X"]
    given = {
        "content-length": str(len(content)),
        **({"content-type": content_type} if content_type else {}),
        **(headers or {}),
    }
    lines += [f"{name}: {value}" for name, value in given.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def chunked(
    *pieces: bytes | float | None, content_type: str = "text/event-stream", status: int = 200, end: bool = True
) -> Iterator[bytes | float | None]:
    """A response in pieces; a number is a pause, `None` cuts the connection."""
    yield f"HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\ntransfer-encoding: chunked\r\n\r\n".encode()
    for piece in pieces:
        yield chunk(piece) if isinstance(piece, bytes) else piece
    if end:
        yield b"0\r\n\r\n"


class Server:
    """Answers each request with what `handler` gives for it: bytes, or an iterator of bytes, pauses and cuts."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.handler: Handler = lambda request: reply({})
        self.connections = 0
        self.open_now = 0
        self.most_open = 0
        self.closed_early = 0
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port: int = self._socket.getsockname()[1]
        self._lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def answers(self, *scripts: Script | Callable[[Request], Script]) -> None:
        """One after another; the last one again and again."""
        left = list(scripts)

        def handler(request: Request) -> Script:
            script = left.pop(0) if len(left) > 1 else left[0]
            return script(request) if callable(script) else script

        self.handler = handler

    def close(self) -> None:
        self._socket.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        file = connection.makefile("rb")
        try:
            while True:
                request = self._read(file)
                if request is None:
                    return
                with self._lock:
                    self.requests.append(request)
                    self.open_now += 1
                    self.most_open = max(self.most_open, self.open_now)
                try:
                    script = self.handler(request)
                    for piece in [script] if isinstance(script, bytes) else script:
                        if piece is None:
                            return
                        if isinstance(piece, bytes):
                            connection.sendall(piece)
                        else:
                            time.sleep(piece)
                finally:
                    with self._lock:
                        self.open_now -= 1
        except OSError:
            self.closed_early += 1
        finally:
            file.close()
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            connection.close()

    def _read(self, file: Any) -> Request | None:
        line = file.readline()
        if not line:
            return None
        method, target, _ = line.decode().split(" ")
        headers: list[tuple[str, str]] = []
        while True:
            line = file.readline().decode("latin-1").strip()
            if not line:
                break
            name, _, value = line.partition(":")
            headers.append((name, value.strip()))
        named = {name.lower(): value for name, value in headers}
        body = b""
        if "transfer-encoding" in named:
            while True:
                size = int(file.readline().strip() or b"0", 16)
                body += file.read(size)
                file.readline()
                if size == 0:
                    break
        elif "content-length" in named:
            body = file.read(int(named["content-length"]))
        return Request(method, target, headers, body)
