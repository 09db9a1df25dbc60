"""The sample package, and a way to write a test once for all colours: sync, asyncio and trio."""

from __future__ import annotations

import os
import sys
import shutil
import inspect
import tempfile
from typing import Any, Callable, Iterator
from pathlib import Path

import anyio
import pytest

HERE = Path(__file__).parent

if "ACME_PACKAGE" not in os.environ:
    # By hand: `pytest test/python/runtime`.
    root = tempfile.mkdtemp(prefix="acme-")
    shutil.copytree(HERE.parents[2] / "templates/python/runtime", f"{root}/acme")
    shutil.copytree(HERE.parent / "sample/acme", f"{root}/acme", dirs_exist_ok=True)
    os.environ["ACME_PACKAGE"] = root
sys.path.insert(0, os.environ["ACME_PACKAGE"])
sys.path.insert(0, str(HERE))

from server import Server  # noqa: E402


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


class Colour:
    """Runs what a test does with a client, in one of the colours."""

    def __init__(self, name: str, server: Server) -> None:
        self.name = name
        self.server = server

    @property
    def is_async(self) -> bool:
        return self.name != "sync"

    def client(self, **options: Any) -> Any:
        import acme

        kind = acme.AsyncAcme if self.is_async else acme.Acme
        return kind(**{"api_key": "secret-key", "base_url": self.server.url, **options})

    def run(self, do: Callable[[Any], Any], **options: Any) -> Any:
        """What a function of the client gives, awaited."""
        if not self.is_async:
            with self.client(**options) as client:
                return do(client)

        async def main() -> Any:
            async with self.client(**options) as client:
                value = do(client)
                return await value if inspect.isawaitable(value) else value

        return anyio.run(main, backend=self.name)

    def collect(self, do: Callable[[Any], Any], **options: Any) -> list[Any]:
        """What a list or a stream gives, one by one."""
        if not self.is_async:
            with self.client(**options) as client:
                return list(do(client))

        async def main() -> list[Any]:
            async with self.client(**options) as client:
                value = do(client)
                if inspect.isawaitable(value) and not hasattr(value, "__aiter__"):
                    value = await value
                return [item async for item in value]

        return anyio.run(main, backend=self.name)

    def then(self, value: Any, do: Callable[[Any], Any]) -> Any:
        """Goes on with a value that may have to be awaited."""
        if not self.is_async:
            return do(value)

        async def chain() -> Any:
            result = do(await value)
            return await result if inspect.isawaitable(result) else result

        return chain()


@pytest.fixture(params=["sync", "asyncio", "trio"])
def colour(request: pytest.FixtureRequest, server: Server) -> Colour:
    return Colour(request.param, server)


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("ACME_") and name != "ACME_PACKAGE":
            monkeypatch.delenv(name)


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Pauses between attempts are only written down."""
    import acme._call

    pauses: list[float] = []
    real = acme._call.retry_delay

    def short(headers: Any, retry: int, settings: Any) -> Any:
        delay, asked = real(headers, retry, settings)
        pauses.append(delay)
        return (delay if delay > 30 else min(delay, 0.01)), asked

    monkeypatch.setattr(acme._call, "retry_delay", short)
    return pauses
