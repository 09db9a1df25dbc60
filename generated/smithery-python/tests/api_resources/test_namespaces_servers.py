# pyright: reportDeprecated=false
from __future__ import annotations

import pytest
from smithery import Smithery, AsyncSmithery


class TestServers:
    def test_create(self, client: Smithery) -> None:
        with pytest.warns(DeprecationWarning):
            response = client.namespaces.servers.with_raw_response.create(
                "xxx",
                namespace="namespace",
                description="A simple server",
                display_name="My Server",
            )
        assert response.status_code < 400
        response.parse()


class TestAsyncServers:
    async def test_create(self, async_client: AsyncSmithery) -> None:
        client = async_client
        with pytest.warns(DeprecationWarning):
            response = await client.namespaces.servers.with_raw_response.create(
                "xxx",
                namespace="namespace",
                description="A simple server",
                display_name="My Server",
            )
        assert response.status_code < 400
        await response.parse()
