from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestDomains:
    def test_update(self, client: Smithery) -> None:
        response = client.servers.domains.with_raw_response.update(
            "domainId",
            qualified_name="qualifiedName",
            subdomain="subdomain",
        )
        assert response.status_code < 400
        response.parse()

    def test_list(self, client: Smithery) -> None:
        response = client.servers.domains.with_raw_response.list("qualifiedName")
        assert response.status_code < 400
        response.parse()


class TestAsyncDomains:
    async def test_update(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.domains.with_raw_response.update(
            "domainId",
            qualified_name="qualifiedName",
            subdomain="subdomain",
        )
        assert response.status_code < 400
        await response.parse()

    async def test_list(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.domains.with_raw_response.list("qualifiedName")
        assert response.status_code < 400
        await response.parse()
