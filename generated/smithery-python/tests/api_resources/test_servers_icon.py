from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestIcon:
    def test_delete(self, client: Smithery) -> None:
        response = client.servers.icon.with_raw_response.delete("qualifiedName")
        assert response.status_code < 400
        response.parse()

    def test_get(self, client: Smithery) -> None:
        response = client.servers.icon.with_raw_response.get("qualifiedName")
        assert response.status_code < 400
        assert isinstance(response.read(), bytes)

    def test_upload(self, client: Smithery) -> None:
        response = client.servers.icon.with_raw_response.upload("qualifiedName")
        assert response.status_code < 400
        response.parse()


class TestAsyncIcon:
    async def test_delete(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.icon.with_raw_response.delete("qualifiedName")
        assert response.status_code < 400
        await response.parse()

    async def test_get(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.icon.with_raw_response.get("qualifiedName")
        assert response.status_code < 400
        assert isinstance(await response.read(), bytes)

    async def test_upload(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.icon.with_raw_response.upload("qualifiedName")
        assert response.status_code < 400
        await response.parse()
