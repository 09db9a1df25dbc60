"""Files to upload: their content, their names, and whether they can be sent again."""

from __future__ import annotations

import io
import os
import mimetypes
from typing import IO, Any, Mapping, Iterator, AsyncIterable, cast
from pathlib import Path
from typing_extensions import TypeAlias, TypeGuard

from ._types import FileTypes
from ._guards import is_list, is_bytes, is_tuple, is_mapping


class Source:
    """Content that is read while it is sent."""

    __slots__ = ("path", "file", "start", "size", "chunks")

    def __init__(self, content: object) -> None:
        self.path: str | None = None
        self.file: IO[bytes] | None = None
        self.start: int | None = None
        """Start position of a file that can be read again."""
        self.size: int | None = None
        self.chunks: Iterator[bytes] | AsyncIterable[bytes] | None = None
        if isinstance(content, os.PathLike):
            self.path = os.fspath(cast("os.PathLike[str]", content))
            self.size = os.stat(self.path).st_size
        elif hasattr(content, "read") and not isinstance(content, AsyncIterable):
            self._open(cast("IO[bytes]", content))
        elif isinstance(content, AsyncIterable):
            self.chunks = cast("AsyncIterable[bytes]", content)
        else:
            self.chunks = iter(cast("Iterator[bytes]", content))

    def _open(self, file: IO[bytes]) -> None:
        if isinstance(file, io.TextIOBase):
            raise TypeError("A file to upload must be opened in binary mode: open(path, 'rb')")
        if file.closed:
            raise ValueError("The file to upload is closed")
        self.file = file
        try:
            if file.seekable():
                self.start = file.tell()
                self.size = file.seek(0, io.SEEK_END) - self.start
                file.seek(self.start)
        except (OSError, AttributeError):
            # A pipe, or an object that is not a complete file.
            self.start = self.size = None

    @property
    def is_once(self) -> bool:
        """Whether the content can be read only once."""
        return self.path is None and self.start is None


Piece: TypeAlias = bytes | Source


class File:
    """A file with its name, media type and headers."""

    __slots__ = ("name", "content", "media_type", "headers")

    def __init__(self, value: object) -> None:
        name: str | None = None
        media_type: str | None = None
        headers: Mapping[str, str] = {}
        content = value
        if is_tuple(value):
            parts = cast("tuple[Any, ...]", value)
            name, content = parts[0], parts[1]
            media_type = parts[2] if len(parts) > 2 else None
            headers = parts[3] if len(parts) > 3 and parts[3] else {}
        self.content: Piece = as_piece(content)
        self.name = name if name is not None else _name_of(content)
        guess = mimetypes.guess_type(self.name)[0] if self.name and media_type is None else None
        self.media_type = media_type or guess
        self.headers = dict(headers)


def as_piece(content: object) -> Piece:
    """The content to send; bytes are returned unchanged."""
    if isinstance(content, str):
        return content.encode()
    if is_bytes(content):
        return bytes(content)
    return Source(content)


def is_content(value: object) -> bool:
    """Whether a value is bytes or an object to read bytes from."""
    return isinstance(value, (bytes, bytearray, memoryview, os.PathLike, Iterator, AsyncIterable)) or hasattr(
        value, "read"
    )


def is_file(value: object) -> TypeGuard[FileTypes]:
    """Whether a value is a file, or a tuple of a name and a file."""
    if is_tuple(value):
        return 2 <= len(value) <= 4 and (value[0] is None or isinstance(value[0], str)) and is_content(value[1])
    return is_content(value)


def has_file(value: object) -> bool:
    """Whether a body contains a file."""
    if is_file(value):
        return True
    if is_mapping(value):
        return any(has_file(item) for item in value.values())
    return (is_list(value) or is_tuple(value)) and any(has_file(item) for item in value)


def file_from_path(path: str) -> FileTypes:
    """Reads the file at a path into memory, and returns it with its name."""
    return (os.path.basename(path), Path(path).read_bytes())


def _name_of(content: object) -> str | None:
    if isinstance(content, os.PathLike):
        return os.path.basename(os.fspath(cast("os.PathLike[str]", content)))
    name = cast(object, getattr(content, "name", None))
    return os.path.basename(name) if isinstance(name, str) else None
