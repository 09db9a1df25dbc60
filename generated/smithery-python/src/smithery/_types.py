"""Types of arguments, and the marks for what is not given."""

from __future__ import annotations

from os import PathLike
from typing import (
    IO,
    TYPE_CHECKING,
    Type,
    Tuple,
    Union,
    Literal,
    Mapping,
    TypeVar,
    Callable,
    Iterator,
    Optional,
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
    """A client option or time limit that the caller has not set, apart from `None`, which is a value."""

    def __bool__(self) -> Literal[False]:
        return False

    @override
    def __repr__(self) -> str:
        return "NOT_GIVEN"

    @override
    def __reduce__(self) -> str:
        return "not_given"


class Omit:
    """An argument that is not sent, apart from `None`, which is sent. As a header it removes one."""

    def __bool__(self) -> Literal[False]:
        return False

    @override
    def __repr__(self) -> str:
        return "omit"

    @override
    def __reduce__(self) -> str:
        return "omit"


not_given = NotGiven()
# The name in older code.
NOT_GIVEN = not_given
omit = Omit()

Body: TypeAlias = object
Query: TypeAlias = Mapping[str, object]
Headers: TypeAlias = Mapping[str, Union[str, None, Omit]]
# Names of the items of a list in a multipart form: all the property's own, or `a[]`.
FormLists: TypeAlias = Literal["repeat", "brackets"]
# Alternatives of names of schemes: the first that can be met is used.
Security: TypeAlias = Sequence[Union[Sequence[str], Mapping[str, Sequence[str]]]]

Base64FileInput: TypeAlias = Union[IO[bytes], bytes, PathLike[str]]
FileContent: TypeAlias = Union[IO[bytes], bytes, PathLike[str], Iterator[bytes], AsyncIterable[bytes]]
FileTypes: TypeAlias = Union[
    FileContent,
    # Name, content, media type, headers of the part.
    Tuple[Optional[str], FileContent],
    Tuple[Optional[str], FileContent, Optional[str]],
    Tuple[Optional[str], FileContent, Optional[str], Mapping[str, str]],
]

Credential: TypeAlias = Union[str, None, Callable[[], Optional[str]]]
AsyncCredential: TypeAlias = Union[str, None, Callable[[], Union[str, None, Awaitable[Optional[str]]]]]

NoneType: Type[None] = type(None)

if TYPE_CHECKING:

    class SequenceNotStr(Protocol[_T_co]):
        """
        A sequence that a text is not: `__contains__` of `str` takes no other objects. No method takes
        an item, so that pyright knows what the items of a list are to be.
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
    """Options of one request; `make_request_options` makes them for the methods of resources."""

    headers: Headers
    params: Query
    extra_json: Body
    timeout: "Union[float, httpx.Timeout, None, NotGiven]"
    """Seconds of an attempt as a whole, or limits of its parts."""
    deadline: Optional[float]
    """Seconds of the call as a whole: all attempts and the pauses between them."""
    max_retries: int
    idempotency_key: Optional[str]
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
