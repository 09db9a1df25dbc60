"""Pages of all kinds, in all colours."""

from __future__ import annotations

import gc
import sys
import copy
import json
import pickle
import urllib.parse
from typing import Any, Generic, TypeVar, ClassVar

import anyio
import httpx
import pytest
from server import Server, Request, reply
from conftest import Colour

from acme._pagination import BasePage, PageScheme, BaseSyncPage, PageNumberScheme

_T = TypeVar("_T")

import acme


def things(*names: Any) -> list[dict[str, Any]]:
    return [{"qualifiedName": f"s{name}", "useCount": 1, "id": name} for name in names]


def asked(request: Request) -> dict[str, str]:
    return dict(urllib.parse.parse_qsl(request.query))


def names(values: list[Any]) -> list[str]:
    return [one.qualified_name for one in values]


def test_page_numbers(colour: Colour, server: Server) -> None:
    def pages(request: Request) -> bytes:
        page = int(asked(request).get("page", 1))
        return reply({"servers": things(page), "pagination": {"currentPage": page, "totalPages": 3}})

    server.handler = pages
    assert names(colour.collect(lambda c: c.servers.list(page_size=2))) == ["s1", "s2", "s3"]
    assert [one.query for one in server.requests] == ["pageSize=2", "pageSize=2&page=2", "pageSize=2&page=3"]
    server.requests.clear()
    assert names(colour.collect(lambda c: c.servers.list(page=2))) == ["s2", "s3"]

    def walk(page: Any) -> Any:
        assert type(page).__name__.endswith("ServersPage")
        assert names(page.servers) == ["s2"]
        assert page.pagination.total_pages == 3
        assert page.has_next_page()
        assert repr(page.next_page_info()) == "PageInfo(params={'page': 3})"
        return page

    page = colour.run(
        lambda c: colour.then(c.servers.list(page=2), walk) if colour.is_async else walk(c.servers.list(page=2))
    )
    assert names(copy.deepcopy(page).servers) == names(page.model_copy().servers) == ["s2"]
    again = pickle.loads(pickle.dumps(page))
    assert names(again.servers) == ["s2"]
    with pytest.raises(acme.AcmeError, match="pickled or created"):
        again.has_next_page()


def test_end_of_list(colour: Colour, server: Server) -> None:
    server.answers(reply({"servers": things(1), "pagination": {"currentPage": 1, "totalPages": 1}}))
    message = "No next page expected"
    if colour.is_async:

        async def main() -> None:
            async with colour.client() as client:
                page = await client.servers.list()
                assert not page.has_next_page()
                with pytest.raises(RuntimeError, match=message):
                    await page.get_next_page()

        anyio.run(main, backend=colour.name)
        return
    with colour.client() as client:
        page = client.servers.list()
        assert not page.has_next_page()
        with pytest.raises(RuntimeError, match=message):
            page.get_next_page()


def test_empty_page_ends(colour: Colour, server: Server) -> None:
    server.answers(reply({"servers": things(1)}), reply({"servers": things(2)}), reply({"servers": []}))
    assert names(colour.collect(lambda c: c.servers.list())) == ["s1", "s2"]
    # A page that says where the list ends may be empty.
    server.answers(
        reply({"servers": [], "pagination": {"currentPage": 1, "totalPages": 2}}),
        reply({"servers": things(2), "pagination": {"currentPage": 2, "totalPages": 2}}),
    )
    assert names(colour.collect(lambda c: c.servers.list())) == ["s2"]
    server.answers(reply({}))
    assert colour.collect(lambda c: c.servers.list()) == []


def test_loops_are_noticed(colour: Colour, server: Server) -> None:
    # Ignores the parameter, and tells nothing.
    server.handler = lambda request: reply({"data": things(1, 2)})
    with pytest.raises(acme.AcmeError, match="same page"):
        colour.collect(lambda c: c.servers.list_blind())
    assert len(server.requests) < 5
    assert server.requests[1].query == "page=1"
    # Goes back.
    server.answers(
        reply({"servers": things(1), "pagination": {"currentPage": 1}}),
        reply({"servers": things(2), "pagination": {"currentPage": 1}}),
    )
    with pytest.raises(acme.AcmeError, match="earlier page"):
        colour.collect(lambda c: c.servers.list())
    # Cursors in a circle.
    cursors = {None: "a", "a": "b", "b": "c", "c": "a"}
    server.handler = lambda request: reply({"items": things(1), "next": cursors[request.json.get("cursor")]})
    with pytest.raises(acme.AcmeError, match="same page"):
        colour.collect(lambda c: c.servers.list_cursor())


def test_cursor_in_the_body(colour: Colour, server: Server) -> None:
    following = {None: ("x", None), "x": ("y", "p"), "y": (None, "x")}

    def pages(request: Request) -> bytes:
        cursor = request.json.get("cursor") or request.json.get("before")
        after, before = following[cursor]
        return reply({"items": things(cursor), "next": after, "prev": before})

    server.handler = pages
    assert names(colour.collect(lambda c: c.servers.list_cursor())) == ["sNone", "sx", "sy"]
    assert [one.json for one in server.requests] == [{}, {"cursor": "x"}, {"cursor": "y"}]
    keys = {one.headers["idempotency-key"] for one in server.requests}
    assert len(keys) == 3
    server.requests.clear()
    server.handler = lambda request: reply(
        {"items": things(1), "next": "n", "prev": {"z": "w", "w": ""}[request.json["before"]]}
    )
    colour.collect(lambda c: c.servers.list_cursor(extra_body={"before": "z"}))
    assert [one.json for one in server.requests] == [{"before": "z"}, {"before": "w"}]


def test_each_page_is_a_request_of_its_own(colour: Colour, server: Server) -> None:
    from acme.pagination import SyncCursorPage, AsyncCursorPage

    server.answers(reply({"items": [1], "next": "n"}), reply({"items": [2]}))
    kind: Any = AsyncCursorPage if colour.is_async else SyncCursorPage
    options = {"idempotency_key": "mine"}
    items = colour.collect(lambda c: c.get_api_list("/x", page=kind[int], method="post", body={}, options=options))
    assert items == [1, 2]
    assert server.requests[0].headers["idempotency-key"] == "mine"
    assert server.requests[1].headers["idempotency-key"] != "mine"


class ZeroPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    _scheme: ClassVar[PageScheme] = PageNumberScheme(
        items=("data",), page="page", first=0, total=("total",), is_last=("last",), continue_on_empty=True
    )

    data: list[_T] | None = None


def test_pages_from_zero(server: Server) -> None:
    server.answers(
        reply({"data": [1], "total": 3}),
        reply({"data": [], "total": 3}),
        reply({"data": [2], "total": "3"}),
    )
    with acme.Acme(api_key="k", base_url=server.url) as client:
        assert list(client.get_api_list("/x", page=ZeroPage[int])) == [1, 2]
        assert [one.query for one in server.requests] == ["", "page=1", "page=2"]
        server.answers(reply({"data": [1]}), reply({"data": [2], "last": True}))
        assert list(client.get_api_list("/x", page=ZeroPage[int])) == [1, 2]


def test_cursor_in_a_header(colour: Colour, server: Server) -> None:
    server.answers(reply(things(1), headers={"x-next-cursor": "c"}), reply(things(2)))
    assert names(colour.collect(lambda c: c.servers.list_header())) == ["s1", "s2"]
    assert server.requests[1].query == "cursor=c"


def test_ids(colour: Colour, server: Server) -> None:
    server.answers(reply({"data": things(1, 2), "has_more": True}), reply({"data": things(3), "has_more": False}))
    assert names(colour.collect(lambda c: c.servers.list_id())) == ["s1", "s2", "s3"]
    assert server.requests[1].query == "after_id=2"
    server.requests.clear()
    server.answers(reply({"data": things(5, 6)}), reply({"data": []}))
    assert names(colour.collect(lambda c: c.servers.list_id(extra_query={"before_id": 7}))) == ["s5", "s6"]
    assert server.requests[1].query == "before_id=5"


def test_urls(colour: Colour, server: Server) -> None:
    server.answers(
        reply({"results": things(1), "next": "/url?c=2&x=y"}),
        reply({"results": things(2), "next": server.url + "/url?c=3"}),
        reply({"results": things(3), "next": ""}),
    )
    assert names(colour.collect(lambda c: c.servers.list_url(extra_query={"q": 1}), default_query={"d": 1})) == [
        "s1",
        "s2",
        "s3",
    ]
    assert [one.target for one in server.requests] == ["/url?d=1&q=1", "/url?c=2&x=y&d=1", "/url?c=3&d=1"]
    server.answers(reply(things(1), headers={"link": '</l?p=0>; rel="prev", </l?p=2>; rel="next"'}), reply(things(2)))
    assert names(colour.collect(lambda c: c.servers.list_link())) == ["s1", "s2"]


def test_urls_that_repeat_what_the_client_adds(colour: Colour, server: Server) -> None:
    server.answers(
        reply({"results": things(1), "next": "/url?c=2&key=k%26"}), reply({"results": things(2), "next": None})
    )
    colour.collect(lambda c: c.servers.list_url(), key="k&")
    assert [one.target for one in server.requests] == ["/url?key=k%26", "/url?c=2&key=k%26"]


def test_other_hosts_are_refused(colour: Colour, server: Server) -> None:
    server.answers(reply({"results": things(1), "next": "http://evil.test/x"}))
    with pytest.raises(acme.AcmeError, match="another host: http://evil.test"):
        colour.collect(lambda c: c.servers.list_url())


def test_offsets(colour: Colour, server: Server) -> None:
    def pages(request: Request) -> bytes:
        start = int(asked(request).get("offset", 0))
        return reply({"data": {"things": things(*range(start, min(start + 2, 5)))}}, headers={"x-total": "5"})

    server.handler = pages
    assert names(colour.collect(lambda c: c.servers.list_offset())) == ["s0", "s1", "s2", "s3", "s4"]
    assert [one.query for one in server.requests] == ["", "offset=2", "offset=4"]


def test_list_in_one_piece(colour: Colour, server: Server) -> None:
    server.answers(reply({"data": things(1, 2)}))
    assert names(colour.collect(lambda c: c.servers.list_plain())) == ["s1", "s2"]
    assert len(server.requests) == 1


def test_not_a_page(colour: Colour, server: Server) -> None:
    server.answers(reply("text"))
    with pytest.raises(acme.APIResponseValidationError, match="Expected a page"):
        colour.collect(lambda c: c.servers.list())
    server.answers(reply({"servers": {"a": 1}}))
    with pytest.raises(acme.AcmeError, match="no list at servers"):
        colour.collect(lambda c: c.servers.list())


def test_raw_response_of_a_page(colour: Colour, server: Server) -> None:
    server.answers(reply({"servers": things(1), "pagination": {"currentPage": 1, "totalPages": 1}}))
    page = colour.run(lambda c: colour.then(c.servers.with_raw_response.list(page=1), lambda r: r.parse()))
    assert names(page.servers) == ["s1"]


def test_constant_memory(colour: Colour) -> None:
    pages = 4_000

    def answer(request: httpx.Request) -> httpx.Response:
        at = int(request.url.params.get("page", 1))
        return httpx.Response(200, json={"servers": things(at), "pagination": {"currentPage": at, "totalPages": pages}})

    blocks: list[int] = []

    def note(count: int) -> None:
        if count in (1_000, pages):
            gc.collect()
            blocks.append(sys.getallocatedblocks())

    def count_pages(client: Any) -> Any:
        if not colour.is_async:
            for count, page in enumerate(client.servers.list().iter_pages(), 1):
                assert len(page.servers) == 1
                note(count)
            return None

        async def count_async() -> None:
            count = 0
            async for page in (await client.servers.list()).iter_pages():
                assert len(page.servers) == 1
                count += 1
                # The loop clears timers away, as it does when it waits for a server.
                await anyio.sleep(0)
                note(count)

        return count_async()

    kind = httpx.AsyncClient if colour.is_async else httpx.Client
    colour.run(count_pages, http_client=kind(transport=httpx.MockTransport(answer)))
    # Blocks of memory; a single one a page would be 3,000.
    assert len(blocks) == 2 and blocks[1] - blocks[0] < 1_000


def test_no_class_for_each_item_type() -> None:
    from acme.pagination import SyncServersPage
    from acme.types.server import Tool, Server as Model

    one, two = SyncServersPage[Model], SyncServersPage[Tool]
    assert one.__origin__ is two.__origin__ is SyncServersPage
    made = SyncServersPage[Tool].model_construct(servers=[{"name": "a"}])
    assert json.loads(made.to_json())["servers"] == [{"name": "a"}]
