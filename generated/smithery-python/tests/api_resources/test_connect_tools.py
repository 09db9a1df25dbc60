from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestTools:
    def test_list(self, client: Smithery) -> None:
        response = client.connect.tools.with_raw_response.list("connectionId", namespace="namespace")
        assert response.status_code < 400
        response.parse()

    def test_call(self, client: Smithery) -> None:
        response = client.connect.tools.with_raw_response.call(
            "toolPath",
            namespace="namespace",
            connection_id="connectionId",
            body={"key": {}},
        )
        assert response.status_code < 400
        response.parse()

    def test_get(self, client: Smithery) -> None:
        response = client.connect.tools.with_raw_response.get(
            "toolPath",
            namespace="namespace",
            connection_id="connectionId",
        )
        assert response.status_code < 400
        response.parse()

    def test_list_all(self, client: Smithery) -> None:
        response = client.connect.tools.with_raw_response.list_all("namespace")
        assert response.status_code < 400
        response.parse()


class TestAsyncTools:
    async def test_list(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.tools.with_raw_response.list("connectionId", namespace="namespace")
        assert response.status_code < 400
        await response.parse()

    async def test_call(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.tools.with_raw_response.call(
            "toolPath",
            namespace="namespace",
            connection_id="connectionId",
            body={"key": {}},
        )
        assert response.status_code < 400
        await response.parse()

    async def test_get(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.tools.with_raw_response.get(
            "toolPath",
            namespace="namespace",
            connection_id="connectionId",
        )
        assert response.status_code < 400
        await response.parse()

    async def test_list_all(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.tools.with_raw_response.list_all("namespace")
        assert response.status_code < 400
        await response.parse()
