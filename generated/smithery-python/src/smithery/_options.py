"""Request options of generated methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, Sequence
from typing_extensions import Literal, TypeAlias

from ._query import QueryStyle as QueryStyle
from ._types import Body, Omit, Query, Headers, NotGiven, Security, RequestOptions, not_given
from ._guards import check_mapping

if TYPE_CHECKING:
    from ._http import httpx


class Json:
    """A JSON body with another media type."""

    __slots__ = ("media_type",)

    def __init__(self, media_type: str = "application/json") -> None:
        self.media_type = media_type


class Part:
    """How the part of a property is encoded (OpenAPI 3.1.1 section 4.8.15)."""

    __slots__ = ("content_type", "style", "explode", "repeat")

    def __init__(
        self,
        content_type: str | None = None,
        style: Literal["form", "spaceDelimited", "pipeDelimited", "deepObject", None] = None,
        explode: bool | None = None,
        repeat: bool | None = None,
    ) -> None:
        self.content_type = content_type
        """Media type, or a list of allowed media types, which may contain `image/*`. JSON sends one JSON part."""
        self.style: Literal["form", "spaceDelimited", "pipeDelimited", "deepObject", None] = style
        self.explode = explode
        self.repeat = repeat
        """Whether the items of a list are sent as `name` or as `name[]`. `None`: the default of the client."""


class Multipart:
    """A `multipart/form-data` body. With `when_files`, a body without files is sent as JSON."""

    __slots__ = ("parts", "when_files")

    def __init__(self, parts: Mapping[str, Part] | None = None, when_files: bool = False) -> None:
        self.parts: Mapping[str, Part] = parts or {}
        self.when_files = when_files


class Form:
    """An `application/x-www-form-urlencoded` body."""

    __slots__ = ("styles",)

    def __init__(self, parts: Mapping[str, Part | QueryStyle] | None = None) -> None:
        self.styles: dict[str, QueryStyle] = {}
        for name, part in (parts or {}).items():
            if isinstance(part, QueryStyle):
                self.styles[name] = part
            elif part.content_type is not None and "json" in part.content_type:
                self.styles[name] = QueryStyle(json=True)
            elif part.style is not None or part.explode is not None:
                self.styles[name] = QueryStyle(style=part.style or "form", explode=part.explode)


class Raw:
    """A body that is sent unchanged. Without media types, or with several, the type of the file is used."""

    __slots__ = ("media_types", "is_list")

    def __init__(self, media_types: Sequence[str] = (), is_list: bool = False) -> None:
        self.media_types: tuple[str, ...] = tuple(media_types)
        self.is_list = is_list


Encoding: TypeAlias = Json | Multipart | Form | Raw


class EventRule:
    """How to handle matching events. The first matching rule applies."""

    __slots__ = ("handle", "event_type", "data_prefix", "is_text", "error_property")

    def __init__(
        self,
        handle: Literal["done", "yield", "error", "ignore"],
        event_type: str | None | Sequence[str | None] | Omit | NotGiven = not_given,
        data_prefix: str | None = None,
        is_text: bool = False,
        error_property: str | None = None,
    ) -> None:
        self.handle: Literal["done", "yield", "error", "ignore"] = handle
        self.event_type = event_type
        """Type of the events, or a list; `None` matches events without a type. If not given, matches any type."""
        self.data_prefix = data_prefix
        """The data starts with this text."""
        self.is_text = is_text
        """Yields the data as text, also if other events are JSON."""
        self.error_property = error_property
        """Raises instead of yielding if the JSON data has this property."""


class Events:
    """How a stream is decoded. Without rules every event is yielded; with rules, only matching events."""

    __slots__ = ("format", "data", "rules")

    def __init__(
        self,
        format: Literal["event-stream", "json-lines"] = "event-stream",
        data: Literal["json", "text"] = "json",
        rules: Sequence[EventRule] = (),
    ) -> None:
        self.format: Literal["event-stream", "json-lines"] = format
        self.data: Literal["json", "text"] = data
        self.rules: tuple[EventRule, ...] = tuple(rules)


def make_request_options(
    *,
    query: Query | None = None,
    headers: Mapping[str, str | None | Omit] | None = None,
    cookies: Mapping[str, object] | None = None,
    extra_headers: Headers | None = None,
    extra_query: Query | None = None,
    extra_body: Body | None = None,
    timeout: float | httpx.Timeout | None | NotGiven = not_given,
    idempotency_key: str | None = None,
    query_styles: Mapping[str, QueryStyle] | None = None,
    accept: str | None = None,
    encoding: Encoding | None = None,
    security: Security | None = None,
    unwrap: Sequence[str] | None = None,
    errors: Mapping[str, object] | None = None,
    variants: Mapping[str, object] | None = None,
    max_retries: int | None = None,
    default_timeout: float | None = None,
    events: Events | None = None,
    idempotent: bool = False,
) -> RequestOptions:
    """The options of a request: those of the method, overridden by those of the caller."""
    check_mapping("extra_headers", extra_headers)
    check_mapping("extra_query", extra_query)
    options: RequestOptions = {}
    if headers:
        # A header of the method that is not given is skipped; `omit` from the caller removes the header.
        options["headers"] = {
            **{name: value for name, value in headers.items() if not isinstance(value, Omit)},
            **(extra_headers or {}),
        }
    elif extra_headers is not None:
        options["headers"] = extra_headers
    if query is not None and extra_query is not None:
        options["params"] = {**query, **extra_query}
    elif query is not None or extra_query is not None:
        options["params"] = query or extra_query or {}
    if extra_body is not None:
        options["extra_json"] = extra_body
    if not isinstance(timeout, NotGiven):
        options["timeout"] = timeout
    if cookies:
        options["cookies"] = cookies
    if idempotency_key is not None:
        options["idempotency_key"] = idempotency_key
    if query_styles:
        options["query_styles"] = query_styles
    if accept is not None:
        options["accept"] = accept
    if encoding is not None:
        options["encoding"] = encoding
    if security is not None:
        options["security"] = security
    if unwrap:
        options["unwrap"] = unwrap
    if errors:
        options["errors"] = errors
    if variants:
        options["variants"] = variants
    if max_retries is not None:
        options["max_retries"] = max_retries
    if default_timeout is not None:
        options["default_timeout"] = default_timeout
    if events is not None:
        options["events"] = events
    if idempotent:
        options["idempotent"] = True
    return options
