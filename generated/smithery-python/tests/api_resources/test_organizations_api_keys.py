from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestAPIKeys:
    def test_create(self, client: Smithery) -> None:
        response = client.organizations.api_keys.with_raw_response.create("orgId", name="x")
        assert response.status_code < 400
        response.parse()

    def test_list(self, client: Smithery) -> None:
        response = client.organizations.api_keys.with_raw_response.list("orgId")
        assert response.status_code < 400
        response.parse()

    def test_delete(self, client: Smithery) -> None:
        response = client.organizations.api_keys.with_raw_response.delete("keyId", org_id="orgId")
        assert response.status_code < 400
        response.parse()


class TestAsyncAPIKeys:
    async def test_create(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.organizations.api_keys.with_raw_response.create("orgId", name="x")
        assert response.status_code < 400
        await response.parse()

    async def test_list(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.organizations.api_keys.with_raw_response.list("orgId")
        assert response.status_code < 400
        await response.parse()

    async def test_delete(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.organizations.api_keys.with_raw_response.delete("keyId", org_id="orgId")
        assert response.status_code < 400
        await response.parse()
