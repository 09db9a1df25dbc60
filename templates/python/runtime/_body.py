"""Encodes the body of a call, once for all attempts."""

from __future__ import annotations

import os
import re
from typing import Mapping, Iterable

from ._files import File, Piece, Source, is_file, has_file
from ._query import QueryDefaults, scalar, as_list, dump_json, is_absent, is_record, stringify_query
from ._types import FormLists
from ._guards import is_json_type
from ._options import Raw, Form, Json, Part, Encoding, Multipart

_FORM_TYPE = "application/x-www-form-urlencoded"


class EncodedBody:
    """An encoded body: bytes, or pieces that are read while they are sent."""

    __slots__ = ("content", "pieces", "content_type", "length", "is_once", "error")

    def __init__(self, pieces: list[Piece], content_type: str | None) -> None:
        self.content_type = content_type
        self.content: bytes | None = None
        self.pieces = pieces
        self.length: int | None = None
        sources = [piece for piece in pieces if isinstance(piece, Source)]
        if not sources:
            self.content = pieces[0] if len(pieces) == 1 and isinstance(pieces[0], bytes) else b"".join(_bytes(pieces))
        elif all(source.size is not None for source in sources):
            self.length = sum(len(one) if isinstance(one, bytes) else one.size or 0 for one in pieces)
        self.is_once = any(source.is_once for source in sources)
        self.error: Exception | None = None
        """The error that occurred when a piece was read."""


def encode_body(
    body: object,
    encoding: Encoding | None,
    content_type: str | None,
    defaults: QueryDefaults,
    form_lists: FormLists,
) -> EncodedBody:
    """
    Encodes a body.

    Args:
      content_type: the header set by the caller
    """
    if isinstance(encoding, Raw):
        return _encode_raw(body, encoding)
    if isinstance(encoding, Multipart):
        if encoding.when_files and not has_file(body):
            return EncodedBody([dump_json(body).encode()], "application/json")
        return _encode_multipart(body, encoding, form_lists)
    if isinstance(encoding, Form):
        return _encode_form(body, encoding, defaults)
    if encoding is None:
        # A request that was not sent by a generated method.
        if is_file(body):
            file = File(body)
            return EncodedBody([file.content], file.media_type or "application/octet-stream")
        if content_type is not None and not is_json_type(content_type):
            if isinstance(body, str):
                return EncodedBody([body.encode()], None)
            if content_type.startswith(_FORM_TYPE):
                return _encode_form(body, Form(), defaults)
            if content_type.startswith("multipart/form-data"):
                return _encode_multipart(body, Multipart(), form_lists)
    media_type = encoding.media_type if isinstance(encoding, Json) else "application/json"
    return EncodedBody([dump_json(body).encode()], media_type)


def _bytes(pieces: Iterable[Piece]) -> list[bytes]:
    return [piece for piece in pieces if isinstance(piece, bytes)]


def _encode_raw(body: object, encoding: Raw) -> EncodedBody:
    if not isinstance(body, str) and not is_file(body):
        # It would be converted to the string `{'a': 1}`.
        raise TypeError(f"The body must be a string, bytes, a file or a stream, not {type(body).__name__}")
    file = File(body)
    allowed = encoding.media_types
    own = file.media_type
    fitting = (own if own in allowed else allowed[0]) if allowed else own
    return EncodedBody([file.content], fitting or "application/octet-stream")


def _encode_form(body: object, encoding: Form, defaults: QueryDefaults) -> EncodedBody:
    if isinstance(body, str):
        return EncodedBody([body.encode()], _FORM_TYPE)
    if not is_record(body):
        raise TypeError(f"The body of a form request must be an object, not {type(body).__name__}")
    return EncodedBody([stringify_query(body, defaults, encoding.styles).encode()], _FORM_TYPE)


def _encode_multipart(body: object, encoding: Multipart, form_lists: FormLists) -> EncodedBody:
    boundary = f"form-{os.urandom(16).hex()}"
    fields: Mapping[str, object] = body if is_record(body) else {"body": body}
    pieces: list[Piece] = []
    # Fields come before files, for servers that read the form as a stream.
    files: list[Piece] = []
    for name, value in fields.items():
        _add_parts((pieces, files), boundary, name, value, encoding.parts.get(name) or _NO_PART, form_lists)
    pieces += files
    pieces.append(f"--{boundary}--\r\n".encode())
    return EncodedBody(pieces, f"multipart/form-data; boundary={boundary}")


_NO_PART = Part()


def _add_parts(
    into: tuple[list[Piece], list[Piece]], boundary: str, name: str, value: object, part: Part, form_lists: FormLists
) -> None:
    """Adds parts to the fields or the files."""
    pieces, files = into
    if is_absent(value):
        return
    if value is None:
        raise ValueError(f"A form cannot contain None (property {name}); omit the property or send the string 'null'")
    allowed = re.split(r"\s*,\s*", part.content_type) if part.content_type else []
    json_type = next((one for one in allowed if re.search(r"[/+]json\b", one, re.IGNORECASE)), None)
    if is_file(value):
        file = File(value)
        _add(files, boundary, name, file.content, _type_of(file, allowed), file.name or "upload", file.headers)
    elif json_type is not None:
        _add(pieces, boundary, name, dump_json(value).encode(), json_type)
    elif is_record(value):
        for key, item in value.items():
            _add_parts(into, boundary, f"{name}[{key}]", item, part, form_lists)
    else:
        items = as_list(value)
        if items is None:
            plain = next((one for one in allowed if "*" not in one), None)
            _add(pieces, boundary, name, scalar(value, name).encode(), plain)
            return
        repeat = part.repeat if part.repeat is not None else form_lists == "repeat"
        for item in items:
            _add_parts(into, boundary, name if repeat or name.endswith("[]") else f"{name}[]", item, part, form_lists)


def _type_of(file: File, allowed: list[str]) -> str:
    # The file's own type if it is allowed, else the first allowed type that is not a pattern.
    own = (file.media_type or "").split(";")[0]
    for one in allowed:
        if own and (one == own or (one.endswith("*") and own.startswith(one[:-1].replace("*/", "")))):
            return file.media_type or own
    return next((one for one in allowed if "*" not in one), file.media_type or "application/octet-stream")


def _add(
    pieces: list[Piece],
    boundary: str,
    name: str,
    content: Piece,
    media_type: str | None,
    file_name: str | None = None,
    headers: dict[str, str] | None = None,
) -> None:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quote(name)}"'
    if file_name is not None:
        head += f'; filename="{_quote(file_name)}"'
    lines: list[tuple[str, str]] = list((headers or {}).items())
    if media_type is not None and not any(key.lower() == "content-type" for key, _ in lines):
        lines.insert(0, ("Content-Type", media_type))
    for key, value in lines:
        if re.search(r"[\r\n]", key + value):
            raise ValueError(f"The header {key!r} of the part {name} contains a line break")
        head += f"\r\n{key}: {value}"
    pieces.append(f"{head}\r\n\r\n".encode())
    pieces.append(content)
    pieces.append(b"\r\n")


def _quote(text: str) -> str:
    # Line breaks and quotes would end the header (WHATWG HTML section 4.10.21.8).
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
