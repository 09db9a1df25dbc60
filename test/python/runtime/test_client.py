"""Clients: credentials, options, logging, lifecycle."""

from __future__ import annotations

import gc
import os
import sys
import time
import logging
import threading
import subprocess
from typing import Any

import anyio
import pytest
from server import Server, Request, reply
from conftest import Colour

import acme

SERVER = {"qualifiedName": "a/b", "useCount": 3}


def test_missing_credentials(colour: Colour, monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    with pytest.raises(acme.AcmeError, match="api_key.*ACME_API_KEY"):
        colour.client(api_key=None)
    monkeypatch.setenv("ACME_API_KEY", " from-env ")
    assert colour.client(api_key=None).api_key == "from-env"
    with pytest.raises(acme.AcmeError, match="^Missing credentials for this request: key$"):
        colour.run(lambda c: c.servers.styled(ids=[1], where={}, x_ids=[1], x_where={}))
    assert server.requests == []
    # Whoever gives them by hand knows best.
    server.answers(reply({}))
    colour.run(lambda c: c.servers.styled(ids=[1], where={}, x_ids=[1], x_where={}, extra_query={"key": "k"}))


def test_changed_credentials(colour: Colour, server: Server) -> None:
    server.answers(reply([]))

    def change(client: Any) -> Any:
        client.api_key = "other"
        return client.servers.names()

    colour.run(change)
    colour.run(lambda c: c.servers.names(), api_key=lambda: "made")
    colour.run(lambda c: c.servers.names(extra_headers={"Authorization": acme.omit}))
    colour.run(lambda c: c.servers.names(), default_headers={"authorization": "Mine"})
    colour.run(lambda c: c.servers.names(), api_key=None, username="u", password="ü:")
    assert [one.headers.get("authorization") for one in server.requests] == [
        "Bearer other", "Bearer made", None, "Mine", "Basic dTrDvDo=",
    ]  # fmt: skip


def test_awaited_credentials(colour: Colour, server: Server) -> None:
    server.answers(reply([]))

    async def key() -> str:
        await anyio.sleep(0)
        return "later"

    if colour.is_async:
        colour.run(lambda c: c.servers.names(), api_key=key)
        assert server.requests[0].headers["authorization"] == "Bearer later"
    else:
        with pytest.warns(RuntimeWarning), pytest.raises(acme.AcmeError, match="async client"):
            colour.run(lambda c: c.servers.names(), api_key=key)
            gc.collect()


def test_client_credentials(colour: Colour, server: Server) -> None:
    tokens = iter("abcdef")

    def handler(request: Request) -> bytes:
        if request.path == "/token":
            assert request.headers["authorization"] == "Basic aWQ6cyUyRnM="
            assert request.body == b"grant_type=client_credentials"
            return reply({"access_token": next(tokens), "expires_in": 3600})
        return (
            reply({}, 401) if request.headers["authorization"] == "Bearer a" and len(server.requests) > 3 else reply([])
        )

    server.handler = handler
    options = {"api_key": None, "client_id": "id", "client_secret": "s/s", "token_url": server.url + "/token"}

    if colour.is_async:

        async def main() -> None:
            async with colour.client(**options) as client:
                async with anyio.create_task_group() as group:
                    for _ in range(2):
                        group.start_soon(client.servers.names)
                await client.servers.names()
                await client.copy().servers.names()

        anyio.run(main, backend=colour.name)
    else:
        with colour.client(**options) as client:
            threads = [threading.Thread(target=client.servers.names) for _ in range(2)]
            for one in threads:
                one.start()
            for one in threads:
                one.join()
            client.servers.names()
            client.copy().servers.names()
    sent = [one.headers["authorization"] for one in server.requests if one.path == "/names"]
    assert [one.path for one in server.requests].count("/token") == 2
    assert sent == ["Bearer a", "Bearer a", "Bearer a", "Bearer b", "Bearer b"]


def test_refused_tokens_are_renewed_once(colour: Colour, server: Server) -> None:
    server.handler = lambda request: reply({"access_token": "t"}) if request.path == "/token" else reply({}, 401)
    options: Any = {"api_key": None, "client_id": "id", "client_secret": "s", "token_url": server.url + "/token"}
    with pytest.raises(acme.AuthenticationError):
        colour.run(lambda c: c.servers.names(), **options)
    assert [one.path for one in server.requests] == ["/token", "/names", "/token", "/names"]


def test_token_endpoints_that_fail(colour: Colour, server: Server, no_pauses: list[float]) -> None:
    options: Any = {"api_key": None, "client_id": "id", "client_secret": "s", "token_url": server.url + "/token"}
    server.answers(reply({"error": "invalid_client"}, 401))
    with pytest.raises(acme.AuthenticationError, match="401 invalid_client .the token endpoint rejected"):
        colour.run(lambda c: c.servers.names(), **options)
    server.answers(reply({}, 302, {"location": "http://evil.test"}))
    with pytest.raises(acme.AcmeError, match="token endpoint redirected"):
        colour.run(lambda c: c.servers.names(), **options)
    server.answers(reply({"token": 1}))
    with pytest.raises(acme.AcmeError, match="has no access_token"):
        colour.run(lambda c: c.servers.names(), **options)
    server.requests.clear()
    options["token_url"] = "http://127.0.0.1:9/token"
    with pytest.raises(acme.APIConnectionError, match="token endpoint"):
        colour.run(lambda c: c.servers.names(), **options)
    assert len(no_pauses) == 2


def test_options(colour: Colour, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACME_CUSTOM_HEADERS", "X-Env: e\nX-Both: e\n nonsense\nX-Gone: g")
    server.answers(reply([]))

    def calls(client: Any) -> Any:
        copy = client.with_options(
            default_headers={"X-More": "m", "X-Gone": acme.omit}, set_default_query={"p": 2}, max_retries=7
        )
        assert copy.max_retries == 7 and client.max_retries == 2
        assert copy._connection is client._connection
        with pytest.raises(ValueError, match="mutually exclusive"):
            client.copy(default_headers={}, set_default_headers={})
        return copy.servers.names()

    colour.run(calls, default_headers={"X-Both": "d"}, default_query={"q": 1}, org="o")
    (request,) = server.requests
    headers = request.headers
    assert [headers.get(name) for name in ("x-env", "x-both", "x-more", "x-gone", "x-org")] == [
        "e",
        "d",
        "m",
        None,
        "o",
    ]
    assert request.query == "p=2"


def test_headers_that_come_back(colour: Colour, server: Server) -> None:
    server.answers(reply([]))
    colour.run(
        lambda c: c.servers.names(extra_headers={"user-agent": "mine"}), default_headers={"User-Agent": acme.omit}
    )
    assert server.requests[0].headers["user-agent"] == "mine"


def test_bad_headers(colour: Colour, server: Server) -> None:
    for bad in ("a\r\nb: c", "\u2028", "x\0"):
        with pytest.raises(acme.AcmeError, match="^Invalid header 'X-A'$|^Invalid header 'x-a'$"):
            colour.run(lambda c: c.servers.names(extra_headers={"X-A": bad}))
    with pytest.raises(acme.AcmeError, match="Invalid header 'Authorization'") as caught:
        colour.run(lambda c: c.servers.names(), api_key="secret\n")
    assert "secret" not in str(caught.value)
    server.answers(reply([]))
    colour.run(lambda c: c.servers.names(extra_headers={"X-A": "ü"}))
    assert server.requests[0].headers["x-a"] == "ü"


def test_logging(colour: Colour, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    server.answers(reply(SERVER, headers={"set-cookie": "session=hidden1", "location": "/x?t=hidden2"}))
    with caplog.at_level(logging.DEBUG, logger="acme"):
        colour.run(
            lambda c: c.post(
                "/x?token=hidden3",
                cast_to=object,
                body={"password": "hidden4", "seen": "shown1"},
                options={"params": {"key": "hidden5", "q": "shown2"}, "headers": {"X-Acme-Id": "hidden6"}},
            ),
            api_key="hidden7",
        )
    text = caplog.text
    assert "hidden" not in text
    assert "shown1" in text and "shown2" in text and "Bearer" not in text
    caplog.clear()
    with caplog.at_level(logging.INFO, logger="acme"):
        colour.run(lambda c: c.servers.names())
    assert "GET /names: 200 after" in caplog.text


def test_log_variable() -> None:
    code = "import acme, logging; acme.Acme(api_key='k'); print(logging.getLogger('acme').level)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "ACME_LOG": "debug", "PYTHONPATH": os.environ["ACME_PACKAGE"]},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "10"


def test_cancellation(server: Server) -> None:
    server.answers(lambda request: iter([1.0]))
    for backend in ("asyncio", "trio"):

        async def main() -> float:
            async with acme.AsyncAcme(api_key="k", base_url=server.url) as client:
                started = time.monotonic()
                with anyio.move_on_after(0.1) as scope:
                    await client.servers.names()
                assert scope.cancelled_caught
                return time.monotonic() - started

        assert anyio.run(main, backend=backend) < 0.5


def test_other_event_loops_are_refused(server: Server) -> None:
    server.answers(reply([]))
    for backend in ("asyncio", "trio"):
        client = acme.AsyncAcme(api_key="k", base_url=server.url)

        async def call() -> None:
            await client.servers.names()

        anyio.run(call, backend=backend)
        with pytest.raises(acme.AcmeError, match="another event loop"):
            anyio.run(call, backend=backend)
        client._connection._is_closed = True


def test_threads(server: Server) -> None:
    server.handler = lambda request: reply({"qualifiedName": request.path, "useCount": 1})
    wrong: list[str] = []
    with acme.Acme(api_key="k", base_url=server.url) as client:

        def work(number: int) -> None:
            for index in range(20):
                name = f"{number}-{index}"
                if client.servers.retrieve(name).qualified_name != f"/servers/{name}":
                    wrong.append(name)

        threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    assert wrong == [] and len(server.requests) == 240


def test_many_calls_at_once(server: Server) -> None:
    server.handler = lambda request: reply({"qualifiedName": request.path, "useCount": 1})

    async def main() -> list[str]:
        names: list[str] = []
        async with acme.AsyncAcme(api_key="k", base_url=server.url, timeout=5) as client:

            async def one(number: int) -> None:
                names.append((await client.servers.retrieve(str(number))).qualified_name)

            async with anyio.create_task_group() as group:
                for number in range(300):
                    group.start_soon(one, number)
        return names

    for backend in ("asyncio", "trio"):
        names = anyio.run(main, backend=backend)
        assert len(set(names)) == 300
    assert server.connections <= 400 and server.most_open <= 100


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_fork(server: Server) -> None:
    server.answers(reply(["a"]))
    client = acme.Acme(api_key="k", base_url=server.url)
    assert client.servers.names() == ["a"]
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if client.servers.names() == ["a"] else 1)
        except BaseException:
            os._exit(2)
    assert os.waitpid(child, 0)[1] == 0
    assert client.servers.names() == ["a"]
    assert server.connections == 2
    client.close()


def test_unclosed_clients_only_warn(server: Server) -> None:
    server.answers(reply([]))
    client = acme.Acme(api_key="k", base_url=server.url)
    client.servers.names()
    with pytest.warns(ResourceWarning, match="unclosed client of Acme"):
        del client
        gc.collect()
    never_used = acme.AsyncAcme(api_key="k", base_url=server.url)
    del never_used
    gc.collect()


def test_imports_are_lazy() -> None:
    code = """
import sys, acme
lazy = [name for name in sys.modules if name.startswith(('acme.types', 'acme.resources', 'pydantic.main', 'acme._models'))]
assert lazy == [], lazy
client = acme.Acme(api_key='k')
assert client._connection._http_client is None
from acme.types import Server
assert acme.types.Server is Server
assert 'acme.resources' not in sys.modules
assert 'Server' in dir(acme.types)
assert 'types' in dir(acme)
try: acme.nothing
except AttributeError as error: assert 'nothing' in str(error)
else: raise SystemExit('no error')
assert acme.BaseModel.__name__ == 'BaseModel' and acme.Stream
import acme.resources
assert acme.resources.ServersResource
"""
    subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, "PYTHONPATH": os.environ["ACME_PACKAGE"]},
        check=True,
    )


def test_webhooks() -> None:
    import hmac
    import base64
    import hashlib

    from acme import _webhooks
    from acme._exceptions import APIWebhookValidationError
    from acme.types.server import Tool

    secret = b"0123456789abcdef"
    key = "whsec_" + base64.b64encode(secret).decode()
    body = '{"name": "ü"}'

    def headers(at: float, text: str = body) -> Any:
        content = f"m1.{int(at)}.{text}".encode()
        signature = base64.b64encode(hmac.new(secret, content, hashlib.sha256).digest()).decode()
        return {
            "Webhook-Id": "m1",
            "Webhook-Timestamp": str(int(at)),
            "Webhook-Signature": f"v2,x v1,AAAA v1,{signature}",
        }

    now = time.time()
    event = _webhooks.unwrap(body, headers=headers(now), key=key, cast_to=Tool)
    assert type(event) is Tool and event.name == "ü"
    assert _webhooks.unwrap(body.encode(), headers=headers(now), key=["whsec_AAAA", key]) == {"name": "ü"}
    for wrong, match in (
        ({"headers": headers(now - 400)}, "too old"),
        ({"headers": headers(now, "other")}, "signature is invalid"),
        ({"headers": {}}, "Missing webhook headers"),
        ({"key": "whsec_AAAA"}, "signature is invalid"),
    ):
        with pytest.raises(APIWebhookValidationError, match=match):
            _webhooks.unwrap(body, **{"headers": headers(now), "key": key, **wrong})
    for bad in (None, "", []):
        with pytest.raises(acme.AcmeError, match="Missing webhook key"):
            _webhooks.unwrap(body, headers=headers(now), key=bad)
    with pytest.raises(acme.AcmeError, match="not base64"):
        _webhooks.unwrap(body, headers=headers(now), key="whsec_ü")
    with pytest.raises(APIWebhookValidationError, match="not JSON"):
        _webhooks.unsafe_unwrap("{")
    assert _webhooks.unsafe_unwrap(body, cast_to=Tool).name == "ü"
