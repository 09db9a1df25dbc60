"""Types of arguments, and the markers for arguments that are not given."""

from __future__ import annotations

from os import PathLike
from typing import (
    IO,
    TYPE_CHECKING,
    Literal,
    Mapping,
    TypeVar,
    Callable,
    Iterator,
    Protocol,
    Sequence,
    Awaitable,
    TypedDict,
    AsyncIterable,
    SupportsIndex,
    overload,
)
from typing_extensions import TypeAlias, override

if TYPE_CHECKING:
    from ._http import httpx
    from ._options import Events, Encoding, QueryStyle

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)


class NotGiven:
    """Marks a client option or timeout that is not set, because `None` is a valid value."""

    def __bool__(self) -> Literal[False]:
        return False

    @override
    def __repr__(self) -> str:
        return "NOT_GIVEN"

    @override
    def __reduce__(self) -> str:
        return "not_given"


class Omit:
    """Marks an argument that is not sent, because `None` is sent as null. As a header value it removes the header."""

    def __bool__(self) -> Literal[False]:
        return False

    @override
    def __repr__(self) -> str:
        return "omit"

    @override
    def __reduce__(self) -> str:
        return "omit"


not_given = NotGiven()
# Alias for older code.
NOT_GIVEN = not_given
omit = Omit()

Body: TypeAlias = object
Query: TypeAlias = Mapping[str, object]
Headers: TypeAlias = Mapping[str, str | None | Omit]
# Names of the items of a list in a multipart form: `a` (repeat) or `a[]` (brackets).
FormLists: TypeAlias = Literal["repeat", "brackets"]
# Alternative lists of scheme names; the first with all credentials set is used.
Security: TypeAlias = Sequence[Sequence[str] | Mapping[str, Sequence[str]]]

Base64FileInput: TypeAlias = IO[bytes] | bytes | PathLike[str]
FileContent: TypeAlias = IO[bytes] | bytes | PathLike[str] | Iterator[bytes] | AsyncIterable[bytes]
FileTypes: TypeAlias = (
    FileContent
    # Name, content, media type, headers of the part.
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)

Credential: TypeAlias = str | None | Callable[[], str | None]
AsyncCredential: TypeAlias = str | None | Callable[[], str | None | Awaitable[str | None]]

NoneType: type[None] = type(None)

if TYPE_CHECKING:

    class SequenceNotStr(Protocol[_T_co]):
        """
        A sequence that is not a `str`, because `__contains__` of `str` only accepts strings. No method
        has an item as its argument, so that pyright can infer the type of the items.
        """

        @overload
        def __getitem__(self, index: SupportsIndex, /) -> _T_co: ...
        @overload
        def __getitem__(self, index: slice, /) -> Sequence[_T_co]: ...
        def __contains__(self, value: object, /) -> bool: ...
        def __len__(self) -> int: ...
        def __iter__(self) -> Iterator[_T_co]: ...
        def __reversed__(self) -> Iterator[_T_co]: ...
else:
    SequenceNotStr = Sequence


class RequestOptions(TypedDict, total=False):
    """Options of a request; generated methods create them with `make_request_options`."""

    headers: Headers
    params: Query
    extra_json: Body
    timeout: "float | httpx.Timeout | None | NotGiven"
    """Timeout per attempt in seconds, or the timeouts of its phases."""
    deadline: float | None
    """Time limit of the call in seconds, including retries and delays."""
    max_retries: int
    idempotency_key: str | None
    follow_redirects: bool
    accept: str
    cookies: Mapping[str, object]
    query_styles: "Mapping[str, QueryStyle]"
    encoding: "Encoding"
    security: Security
    unwrap: Sequence[str]
    errors: Mapping[str, object]
    variants: Mapping[str, object]
    default_timeout: float
    events: "Events"
    idempotent: bool
