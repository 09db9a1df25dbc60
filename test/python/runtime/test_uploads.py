"""Bodies that are no JSON: multipart, forms, files and streams."""

from __future__ import annotations

import io
import re
from typing import Any, AsyncIterator
from pathlib import Path

import pytest
from server import Server, Request, reply
from conftest import Colour

import acme
from acme._body import encode_body
from acme._options import Raw, Part, Multipart


def parts(request: Request) -> list[tuple[str, bytes]]:
    match = re.search(r"boundary=(\S+)", request.headers["content-type"])
    assert match
    pieces = request.body.split(b"--" + match[1].encode())
    assert pieces[0] == b"" and pieces[-1] == b"--\r\n"
    out: list[tuple[str, bytes]] = []
    for piece in pieces[1:-1]:
        head, _, content = piece.strip(b"\r\n").partition(b"\r\n\r\n") if False else piece[2:-2].partition(b"\r\n\r\n")
        out.append((head.decode(), content))
    return out


def test_multipart(colour: Colour, server: Server, tmp_path: Path) -> None:
    server.answers(reply({}))
    path = tmp_path / 'na"me.csv'
    path.write_bytes(b"a,b\n" * 10)
    colour.run(lambda c: c.servers.upload(file=path, meta={"a": [1]}, tags=["x", "y"]))
    (request,) = server.requests
    assert request.headers["content-length"] == str(len(request.body))
    assert "transfer-encoding" not in request.headers
    assert parts(request) == [
        ('Content-Disposition: form-data; name="meta"\r\nContent-Type: application/json', b'{"a":[1]}'),
        ('Content-Disposition: form-data; name="tags"', b"x"),
        ('Content-Disposition: form-data; name="tags"', b"y"),
        (
            'Content-Disposition: form-data; name="file"; filename="na%22me.csv"\r\nContent-Type: text/csv',
            b"a,b\n" * 10,
        ),
    ]


def test_kinds_of_files(colour: Colour, server: Server, tmp_path: Path) -> None:
    server.answers(reply({}))
    (tmp_path / "f.bin").write_bytes(b"1234")

    def head(file: Any) -> tuple[str, bytes]:
        server.requests.clear()
        colour.run(lambda c: c.servers.upload(file=file))
        return parts(server.requests[0])[0]

    disposition = 'Content-Disposition: form-data; name="file"; filename='
    assert head(b"x") == (disposition + '"upload"\r\nContent-Type: application/octet-stream', b"x")
    assert head(("n.json", b"{}")) == (disposition + '"n.json"\r\nContent-Type: application/json', b"{}")
    assert head(("n", b"x", "image/png", {"x-a": "b"})) == (
        disposition + '"n"\r\nContent-Type: image/png\r\nx-a: b',
        b"x",
    )
    assert head((None, io.BytesIO(b"x"))) == (disposition + '"upload"\r\nContent-Type: application/octet-stream', b"x")
    with open(tmp_path / "f.bin", "rb") as file:
        file.seek(2)
        assert head(file) == (disposition + '"f.bin"\r\nContent-Type: application/octet-stream', b"34")
        assert server.requests[0].headers["content-length"]
    assert head(iter([b"a", b"b"]))[1] == b"ab"
    assert server.requests[0].headers["transfer-encoding"] == "chunked"
    with open(tmp_path / "f.bin", encoding="utf8") as text, pytest.raises(TypeError, match="binary mode"):
        head(text)
    with pytest.raises(ValueError, match="None.*property file"):
        head(None)
    with pytest.raises(FileNotFoundError):
        head(tmp_path / "missing")
    assert colour.run(lambda c: c.servers.upload(file=acme.file_from_path(str(tmp_path / "f.bin")))) == {}
    assert parts(server.requests[-1])[0][0].startswith(disposition + '"f.bin"')


@pytest.mark.parametrize(
    ("declared", "sent"),
    [
        ([], "text/csv"),
        (["image/png"], "image/png"),
        (["image/png", "text/csv"], "text/csv"),
        (["image/*", "image/gif"], "image/gif"),
        (["text/*"], "text/csv"),
    ],
)
def test_the_declared_media_type_wins(declared: list[str], sent: str) -> None:
    """Over that of the file, unless the document allows the file's own."""
    file = ("a.csv", b"a,b", "text/csv")
    form = Multipart(parts={"file": Part(content_type=", ".join(declared) or None)})
    body = encode_body({"file": file}, form, None, ("comma", "brackets"), "repeat").content or b""
    assert f"Content-Type: {sent}\r\n\r\na,b".encode() in body
    if "*" not in "".join(declared):
        raw = encode_body(file, Raw(media_types=tuple(declared)), None, ("comma", "brackets"), "repeat")
        assert raw.content_type == sent


def test_files_are_sent_again(colour: Colour, server: Server, tmp_path: Path, no_pauses: list[float]) -> None:
    (tmp_path / "f.csv").write_bytes(b"123" * 50000)
    for file in (tmp_path / "f.csv", io.BytesIO(b"123" * 50000)):
        server.requests.clear()
        server.answers(reply({}, 503), reply({}, 307, {"location": "/raw2"}), reply({"a": 1}))
        assert colour.run(lambda c: c.servers.put_raw(file)) == {"a": 1}
        assert [one.body for one in server.requests] == [b"123" * 50000] * 3
        assert {one.headers["content-type"] for one in server.requests} == {"text/csv"}


def test_streams_are_sent_once(colour: Colour, server: Server, no_pauses: list[float]) -> None:
    server.answers(reply({}, 503))
    with pytest.raises(acme.InternalServerError):
        colour.run(lambda c: c.servers.put_raw(iter([b"a", b"b"])))
    assert [one.body for one in server.requests] == [b"ab"]
    server.answers(reply({}, 307, {"location": "/x"}))
    with pytest.raises(acme.AcmeError, match="stream, which cannot be sent again"):
        colour.run(lambda c: c.servers.put_raw(iter([b"a"])))


def test_async_iterables(colour: Colour, server: Server) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for one in (b"a", b"b"):
            yield one

    server.answers(reply({}))
    if colour.is_async:
        colour.run(lambda c: c.servers.put_raw(chunks()))
        assert server.requests[0].body == b"ab"
    else:
        with pytest.raises(acme.AcmeError, match="async client"):
            colour.run(lambda c: c.servers.put_raw(chunks()))


def test_streams_that_fail(colour: Colour, server: Server) -> None:
    def chunks() -> Any:
        yield b"a"
        raise KeyError("broken")

    with pytest.raises(acme.AcmeError, match="body could not be read") as caught:
        colour.run(lambda c: c.servers.put_raw(chunks()))
    assert isinstance(caught.value.__cause__, KeyError)
    with pytest.raises(acme.AcmeError, match="must return bytes"):
        colour.run(lambda c: c.servers.put_raw(iter(["text"])))


def test_raw(colour: Colour, server: Server) -> None:
    server.answers(reply({}))
    colour.run(lambda c: c.servers.put_raw("ä"))
    assert server.requests[0].body == "ä".encode()
    for bad in ({"a": 1}, [1], 7):
        with pytest.raises(TypeError, match="must be a string, bytes, a file or a stream"):
            colour.run(lambda c: c.servers.put_raw(bad))


def test_forms(colour: Colour, server: Server) -> None:
    server.answers(reply({}))
    colour.run(lambda c: c.servers.send_form(ids=[1, 2], name="a b&ü"))
    assert server.requests[0].body == b"ids=1,2&name=a%20b%26%C3%BC"
    assert server.requests[0].headers["content-type"] == "application/x-www-form-urlencoded"


def test_queries() -> None:
    from acme._query import QueryStyle, stringify_query

    value = {"a": [1, True, None], "b": {"c": [{"d": 1.5}], "e": "x y"}, "f": [], "g": None, "h": acme.omit}
    assert stringify_query(value) == "a=1,true,&b%5Bc%5D%5Bd%5D=1.5&b%5Be%5D=x%20y&g="
    assert stringify_query({"a": [1, 2]}, ("repeat", "brackets")) == "a=1&a=2"
    assert stringify_query({"a": [1, 2]}, ("indices", "brackets")) == "a%5B0%5D=1&a%5B1%5D=2"
    assert stringify_query({"a": (1, 2), "b": {"c": 1}}, ("brackets", "dots")) == "a%5B%5D=1&a%5B%5D=2&b.c=1"

    def styled(value: Any, **style: Any) -> str:
        return stringify_query({"a": value}, styles={"a": QueryStyle(**style)})

    assert styled([1, 2]) == "a=1&a=2"
    assert styled([1, 2], explode=False) == "a=1,2"
    assert styled({"x": 1, "y": 2}) == "x=1&y=2"
    assert styled({"x": 1, "y": 2}, explode=False) == "a=x,1,y,2"
    assert styled([1, 2], style="spaceDelimited") == "a=1%202"
    assert styled({"x": {"y": 1}}, style="deepObject") == "a%5Bx%5D%5By%5D=1"
    assert styled({"x": 1}, json=True) == "a=%7B%22x%22%3A1%7D"
    assert styled("a/b?c&d", allow_reserved=True) == "a=a/b?c%26d"
    with pytest.raises(TypeError, match="a must be a string"):
        styled([[1]], explode=False)


def test_paths() -> None:
    from acme._path import path_json, path_style, path_template

    assert path_template("/a/{b}:run/{c_d}", b="x:y@z", c_d=3) == "/a/x:y@z:run/3"
    assert path_style("simple", "x", [1, "a,b"]) == "1,a%2Cb"
    assert path_style("simple", "x", {"r": 1, "g": 2}, True) == "r=1,g=2"
    assert path_style("label", "x", [1, 2]) == ".1,2"
    assert path_style("label", "x", [1, 2], True) == ".1.2"
    assert path_style("matrix", "x", [1, 2]) == ";x=1,2"
    assert path_style("matrix", "x", [1, 2], True) == ";x=1;x=2"
    assert path_style("matrix", "x", {"r": 1}, True) == ";r=1"
    assert path_style("matrix", "x", "") == ";x"
    assert path_template("/a/{b}", b=path_json({"c": "/"})) == "/a/%7B%22c%22%3A%22%2F%22%7D"
    assert path_template("/a{b}", b=path_style("matrix", "b", 1)) == "/a;b=1"
    for value in (".", "..", "%2e", ".%2E"):
        with pytest.raises(ValueError):
            path_template(
                "/a/{b}/c",
                b=path_style("simple", "b", value)
                if "%" not in value
                else value.replace("%2e", ".").replace("%2E", "."),
            )
    with pytest.raises(ValueError, match="dot segment"):
        path_template("/a/{b}{c}", b=".", c=".")
    with pytest.raises(ValueError, match="non-empty value for `b`"):
        path_template("/a/{b}", b=path_style("simple", "b", None))
    assert path_template("/a/v{b}", b="") == "/a/v"
    assert path_template("/a/{no}/{b}", b=1) == "/a/%7Bno%7D/1"
