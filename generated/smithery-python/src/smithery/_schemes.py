"""Pagination schemes: how to request the next page of a list."""

from __future__ import annotations

import re
import json
from types import GenericAlias
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    Mapping,
    TypeVar,
    ClassVar,
    Sequence,
    cast,
    get_args,
    get_origin,
)
from typing_extensions import Self, Literal, TypeAlias, override

import pydantic

from ._call import Call, is_other_origin
from ._http import httpx
from ._brand import RootError
from ._types import NotGiven, RequestOptions, not_given
from ._decode import plan_of
from ._guards import is_list
from ._models import BaseModel, validate
from ._exceptions import APIResponseValidationError

_T = TypeVar("_T")


class Header:
    """A response header with a value for pagination."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


# Location of a value in a response: a path of property names in the body, or a header.
Place: TypeAlias = tuple[str, ...] | Header
ParamLocation: TypeAlias = Literal["query", "body", "header"]


class PageInfo:
    """The parameter that requests the next page."""

    __slots__ = ("url", "params", "json", "headers", "is_blind")

    def __init__(
        self,
        *,
        url: str | NotGiven = not_given,
        params: Mapping[str, object] | NotGiven = not_given,
        json: Mapping[str, object] | NotGiven = not_given,
        headers: Mapping[str, str] | NotGiven = not_given,
        is_blind: bool = False,
    ) -> None:
        self.url = url
        self.params = params
        self.json = json
        self.headers = headers
        self.is_blind = is_blind
        """The response has neither a position nor an end, so the server may be ignoring the parameter."""

    @override
    def __repr__(self) -> str:
        for name in ("url", "params", "json", "headers"):
            value = getattr(self, name)
            if not isinstance(value, NotGiven):
                return f"PageInfo({name}={value!r})"
        return "PageInfo()"


class PageScheme:
    """Base class of pagination schemes: a list with a single page."""

    __slots__ = ("items", "location", "has_more", "is_last", "continue_on_empty")

    def __init__(
        self,
        *,
        items: Sequence[str],
        location: ParamLocation = "query",
        has_more: Place | None = None,
        is_last: Place | None = None,
        continue_on_empty: bool = False,
    ) -> None:
        self.items = tuple(items)
        """Path to the list of items; empty if the body is the list."""
        self.location: ParamLocation = location
        """Location of the pagination parameters in the request."""
        self.has_more = has_more
        self.is_last = is_last
        self.continue_on_empty = continue_on_empty

    def next_step(self, page: BasePage[Any]) -> tuple[str, object, bool] | str | None:
        """How to request the next page: a parameter or a URL."""
        del page
        return None

    def is_end_known(self, page: BasePage[Any]) -> bool:
        """Whether the response shows where the list ends; if so, an empty page does not end the list."""
        del page
        return False


class PageNumberScheme(PageScheme):
    """Pages requested by number. Without `total` and `has_more`, an empty page ends the list."""

    __slots__ = ("page", "first", "current", "total")

    def __init__(
        self,
        *,
        items: Sequence[str],
        page: str,
        first: int = 1,
        current: Place | None = None,
        total: Place | None = None,
        location: ParamLocation = "query",
        has_more: Place | None = None,
        is_last: Place | None = None,
        continue_on_empty: bool = False,
    ) -> None:
        super().__init__(
            items=items, location=location, has_more=has_more, is_last=is_last, continue_on_empty=continue_on_empty
        )
        self.page = page
        self.first = first
        """Number of the first page. Default: 1."""
        self.current = current
        self.total = total
        """Location of the number of pages."""

    @override
    def is_end_known(self, page: BasePage[Any]) -> bool:
        return (
            page.read_field(self.has_more) is not None
            or page.read_field(self.is_last) is not None
            or to_number(page.read_field(self.total)) is not None
        )

    @override
    def next_step(self, page: BasePage[Any]) -> tuple[str, object, bool] | str | None:
        requested = to_number(page.requested(self.page))
        if requested is None:
            requested = self.first
        told = to_number(page.read_field(self.current))
        number = told if told is not None else requested
        last = to_number(page.read_field(self.total))
        if last is not None and number >= last - 1 + self.first:
            return None
        return self.page, _forward(requested, number + 1), told is None and last is None


class OffsetScheme(PageScheme):
    """Pages requested by offset, the number of items to skip."""

    __slots__ = ("offset", "start", "total")

    def __init__(
        self,
        *,
        items: Sequence[str],
        offset: str,
        start: Place | None = None,
        total: Place | None = None,
        location: ParamLocation = "query",
        has_more: Place | None = None,
        is_last: Place | None = None,
        continue_on_empty: bool = False,
    ) -> None:
        super().__init__(
            items=items, location=location, has_more=has_more, is_last=is_last, continue_on_empty=continue_on_empty
        )
        self.offset = offset
        self.start = start
        """Location of the number of items before this page."""
        self.total = total
        """Location of the total number of items."""

    @override
    def next_step(self, page: BasePage[Any]) -> tuple[str, object, bool] | str | None:
        count = len(page.raw_items())
        requested = to_number(page.requested(self.offset)) or 0
        told = to_number(page.read_field(self.start))
        end = (told if told is not None else requested) + count
        last = to_number(page.read_field(self.total))
        # Without items the offset cannot advance.
        if count == 0 or (last is not None and end >= last):
            return None
        return self.offset, _forward(requested, end), told is None and last is None


class CursorScheme(PageScheme):
    """Pages with an opaque cursor. A request with the parameter for the previous page goes backwards."""

    __slots__ = ("cursor", "next", "previous_cursor", "previous")

    def __init__(
        self,
        *,
        items: Sequence[str],
        cursor: str,
        next: Place,
        previous_cursor: str | None = None,
        previous: Place | None = None,
        location: ParamLocation = "query",
        has_more: Place | None = None,
        is_last: Place | None = None,
        continue_on_empty: bool = False,
    ) -> None:
        super().__init__(
            items=items, location=location, has_more=has_more, is_last=is_last, continue_on_empty=continue_on_empty
        )
        self.cursor = cursor
        self.next = next
        self.previous_cursor = previous_cursor
        self.previous = previous

    @override
    def next_step(self, page: BasePage[Any]) -> tuple[str, object, bool] | str | None:
        backwards = self.previous_cursor
        if backwards is not None and _is_set(page.requested(backwards)) and not _is_set(page.requested(self.cursor)):
            value = page.read_field(self.previous)
            return (backwards, value, False) if _is_scalar(value) else None
        value = page.read_field(self.next)
        return (self.cursor, value, False) if _is_scalar(value) else None


class CursorIDScheme(PageScheme):
    """Pages that continue after the last item, or before the first item."""

    __slots__ = ("id", "after", "before")

    def __init__(
        self,
        *,
        items: Sequence[str],
        id: Sequence[str] = ("id",),
        after: str | None = None,
        before: str | None = None,
        location: ParamLocation = "query",
        has_more: Place | None = None,
        is_last: Place | None = None,
        continue_on_empty: bool = False,
    ) -> None:
        super().__init__(
            items=items, location=location, has_more=has_more, is_last=is_last, continue_on_empty=continue_on_empty
        )
        self.id = tuple(id)
        """Path to the ID in an item."""
        self.after = after
        self.before = before

    @override
    def next_step(self, page: BasePage[Any]) -> tuple[str, object, bool] | str | None:
        before, after = self.before, self.after
        backwards = before is not None and (after is None or _is_set(page.requested(before)))
        parameter = before if backwards else after
        items = page.raw_items()
        if parameter is None or not items:
            return None
        value = read_path(items[0 if backwards else -1], self.id)
        return (parameter, value, False) if _is_scalar(value) else None


class CursorURLScheme(PageScheme):
    """Pages with the URL of the next page; a header can be a `Link` (RFC 8288) with `rel="next"`."""

    __slots__ = ("next",)

    def __init__(
        self,
        *,
        items: Sequence[str],
        next: Place,
        location: ParamLocation = "query",
        has_more: Place | None = None,
        is_last: Place | None = None,
        continue_on_empty: bool = False,
    ) -> None:
        super().__init__(
            items=items, location=location, has_more=has_more, is_last=is_last, continue_on_empty=continue_on_empty
        )
        self.next = next

    @override
    def next_step(self, page: BasePage[Any]) -> tuple[str, object, bool] | str | None:
        value = page.read_field(self.next)
        if not isinstance(value, str):
            return None
        if not value.startswith("<"):
            return value
        # A Link header can contain several links: <url>; rel="next", <url>; rel="last".
        match = re.search(r'<([^>]*)>[^,<]*;\s*rel="?[^",]*\bnext\b', value, re.IGNORECASE)
        return match[1] if match else None


class Trail:
    """
    Detects repeated positions, or repeated items if the server may be ignoring the position. Stores only one of them
    (Brent's cycle detection).
    """

    __slots__ = ("mark", "steps", "lap")

    def __init__(self, mark: str | None = None, steps: int = 0, lap: int = 1) -> None:
        self.mark = mark
        self.steps = steps
        self.lap = lap

    def follow(self, position: str) -> Trail:
        if position == self.mark:
            raise RootError("The server returned the same page again; stopped to avoid an endless loop")
        steps = self.steps + 1
        return Trail(position, 0, self.lap * 2) if steps == self.lap else Trail(self.mark, steps, self.lap)


class PageState:
    """Internal state of a page, separate from its fields."""

    __slots__ = ("client", "verb", "path", "body", "options", "response", "data", "cast_to", "trail")

    def __init__(
        self, client: Any, call: Call, response: httpx.Response, data: object, cast_to: Any, trail: Trail
    ) -> None:
        self.client = client
        self.verb = call.verb
        self.path = call.path
        self.body = call.body
        self.options = call.options.copy()
        # The body already contains it.
        self.options.pop("extra_json", None)
        self.response = response
        self.data = data
        self.cast_to = cast_to
        self.trail = trail

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        # A copied page uses the same client.
        del memo
        return self


class NextRequest:
    """The request for the next page."""

    __slots__ = ("verb", "path", "body", "options", "cast_to", "trail")

    def __init__(self, state: PageState, path: str, body: object, options: RequestOptions, trail: Trail) -> None:
        self.verb = state.verb
        self.path = path
        self.body = body
        self.options = options
        self.cast_to = state.cast_to
        self.trail = trail


class BasePage(BaseModel, Generic[_T]):
    """A page of a list."""

    _scheme: ClassVar[PageScheme] = PageScheme(items=("items",))
    _state: PageState | None = pydantic.PrivateAttr(default=None)

    if TYPE_CHECKING:
        # Overrides `__iter__` of models, which iterates over fields.
        def __iter__(self) -> Any: ...
    else:

        def __class_getitem__(cls, params):
            # Avoids creating a pydantic class for each type of item.
            return GenericAlias(cls, params)

        @classmethod
        def __pydantic_init_subclass__(cls, **kwargs):
            _forget_parameters(cls)

    @classmethod
    def _for_call(
        cls, client: Any, call: Call, response: httpx.Response, data: object, cast_to: Any, is_strict: bool
    ) -> Self:
        fields = _fields_of(data)
        if is_strict:
            try:
                page = cast(Self, validate(fields, cast_to))
            except pydantic.ValidationError as error:
                raise APIResponseValidationError(response, data) from error
        else:
            built = plan_of(get_origin(cast_to) or cast_to, get_args(cast_to)).decode(fields)
            if not isinstance(built, cls):
                raise APIResponseValidationError(response, data, message="Expected a page, got a single value")
            page = built
        page._state = PageState(client, call, response, data, cast_to, Trail())
        return page

    @override
    def __getstate__(self) -> dict[Any, Any]:
        # A client cannot be pickled; only the items of this page are kept.
        return {**super().__getstate__(), "__pydantic_private__": {"_state": None}}

    @property
    def _known(self) -> PageState:
        if self._state is None:
            raise RootError("This page was pickled or created without a client, so it cannot request the next page")
        return self._state

    def _get_page_items(self) -> list[_T]:
        """The items of this page."""
        value: Any = self
        for name in self._scheme.items or ("items",):
            if isinstance(value, pydantic.BaseModel):
                field = plan_of(type(value)).fields.get(name)
                value = getattr(value, field.name if field is not None else name, None)
            else:
                value = cast("dict[str, object]", value).get(name) if isinstance(value, dict) else None
        if value is None:
            return []
        if not isinstance(value, list):
            raise RootError(f"The page has no list at {'.'.join(self._scheme.items) or 'its root'}")
        return cast("list[_T]", value)

    def has_next_page(self) -> bool:
        """Whether there is, or may be, another page."""
        scheme = self._scheme
        more, last = self.read_field(scheme.has_more), self.read_field(scheme.is_last)
        if _is_false(more) or _is_true(last):
            return False
        if not self._get_page_items() and not scheme.continue_on_empty and not scheme.is_end_known(self):
            return False
        return self.next_page_info() is not None

    def next_page_info(self) -> PageInfo | None:
        """The parameters or the URL of the next page; `None` if the response does not contain them."""
        step = self._scheme.next_step(self)
        if step is None:
            return None
        if isinstance(step, str):
            return PageInfo(url=step)
        parameter, value, is_blind = step
        if self._scheme.location == "body":
            return PageInfo(json={parameter: value}, is_blind=is_blind)
        if self._scheme.location == "header":
            return PageInfo(headers={parameter: str(value)}, is_blind=is_blind)
        return PageInfo(params={parameter: value}, is_blind=is_blind)

    def read_field(self, place: Place | None) -> object:
        """The value at a location of the response; `None` for an empty string."""
        if place is None:
            return None
        state = self._known
        value = state.response.headers.get(place.name) if isinstance(place, Header) else read_path(state.data, place)
        return None if value == "" else value

    def raw_items(self) -> list[object]:
        """The items as received, not decoded."""
        items = read_path(self._known.data, self._scheme.items)
        return cast("list[object]", items) if isinstance(items, list) else []

    def requested(self, parameter: str) -> object:
        """The value of a parameter in the request of this page."""
        state, location = self._known, self._scheme.location
        if location == "body":
            return read_path(state.body, (parameter,))
        if location == "header":
            headers = state.options.get("headers") or {}
            return next((value for name, value in headers.items() if name.lower() == parameter.lower()), None)
        params = state.options.get("params") or {}
        return params.get(parameter)

    def _next_request(self) -> NextRequest:
        state = self._known
        info = self.next_page_info() if self.has_next_page() else None
        if info is None:
            raise RuntimeError(
                "No next page expected; please check `.has_next_page()` before calling `.get_next_page()`."
            )
        options = state.options.copy()
        # A new request: with the same idempotency key the server would treat it as a repetition.
        options.pop("idempotency_key", None)
        path, body = state.path, state.body
        if not isinstance(info.url, NotGiven):
            path = self._next_url(info.url)
            options.pop("params", None)
            options.pop("query_styles", None)
        if not isinstance(info.params, NotGiven):
            options["params"] = {**(options.get("params") or {}), **info.params}
        if not isinstance(info.json, NotGiven):
            body = {**(cast("Mapping[str, object]", body) if isinstance(body, Mapping) else {}), **info.json}
        if not isinstance(info.headers, NotGiven):
            options["headers"] = {**(options.get("headers") or {}), **info.headers}
        items = self.raw_items()
        if info.is_blind and (items or self._scheme.has_more is None):
            position = json.dumps(items, default=str)
        else:
            position = json.dumps([path, options.get("params"), body, options.get("headers")], default=str)
        return NextRequest(state, path, body, options, state.trail.follow(position))

    def _continue(self, following: Self, request: NextRequest) -> Self:
        following._known.trail = request.trail
        return following

    def _next_url(self, url: str) -> str:
        state = self._known
        asked = state.response.request.url
        try:
            target = asked.join(url)
        except httpx.InvalidURL as error:
            raise RootError("The link to the next page is not a valid URL") from error
        if is_other_origin(self._origin_asked(), target):
            # A response must not cause the credentials to be sent to another host.
            origin = f"{target.scheme}://{target.host}"
            raise RootError(f"Rejected the link to the next page because it points to another host: {origin}")
        # The client adds its default parameters again.
        for name in cast("list[str]", state.client._added_params()):
            if name in target.params:
                target = target.copy_remove_param(name)
        return str(target)

    def _origin_asked(self) -> httpx.URL:
        state = self._known
        return httpx.URL(state.path) if re.match("https?://", state.path, re.IGNORECASE) else state.client.base_url


def _forget_parameters(cls: Any) -> None:
    # pydantic would require the same type variables in a subclass.
    cls.__pydantic_generic_metadata__ = {"origin": None, "args": (), "parameters": ()}


_forget_parameters(BasePage)


def _fields_of(data: object) -> object:
    if is_list(data):
        return {"items": data}
    return {} if data is None else data


def read_path(value: object, path: Sequence[str]) -> object:
    """The value at a path of property names."""
    for name in path:
        value = cast("dict[str, object]", value).get(name) if isinstance(value, Mapping) else None
    return value


def to_number(value: object) -> int | None:
    """Converts a value to a number; strings of digits are accepted."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float, str)):
        try:
            number = float(value)
            return int(number) if number == number and abs(number) != float("inf") else None
        except ValueError:
            return None
    return None


def _forward(before: int, after: int) -> int:
    if after <= before:
        raise RootError(
            f"The server returned an earlier page ({after} after {before}); stopped to avoid an endless loop"
        )
    return after


def _is_set(value: object) -> bool:
    return value is not None and value != "" and not isinstance(value, NotGiven)


def _is_scalar(value: object) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)


def _is_false(value: object) -> bool:
    return value is False or value == "false" or (value == 0 and type(value) is int)


def _is_true(value: object) -> bool:
    return value is True or value == "true" or (value == 1 and type(value) is int)
