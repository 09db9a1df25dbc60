from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestSecrets:
    def test_list(self, client: Smithery) -> None:
        response = client.servers.secrets.with_raw_response.list("qualifiedName")
        assert response.status_code < 400
        response.parse()

    def test_delete(self, client: Smithery) -> None:
        response = client.servers.secrets.with_raw_response.delete(
            "secretName",
            qualified_name="qualifiedName",
        )
        assert response.status_code < 400
        response.parse()

    def test_set(self, client: Smithery) -> None:
        response = client.servers.secrets.with_raw_response.set("qualifiedName", name="x", value="x")
        assert response.status_code < 400
        response.parse()


class TestAsyncSecrets:
    async def test_list(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.secrets.with_raw_response.list("qualifiedName")
        assert response.status_code < 400
        await response.parse()

    async def test_delete(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.secrets.with_raw_response.delete(
            "secretName",
            qualified_name="qualifiedName",
        )
        assert response.status_code < 400
        await response.parse()

    async def test_set(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.secrets.with_raw_response.set("qualifiedName", name="x", value="x")
        assert response.status_code < 400
        await response.parse()
