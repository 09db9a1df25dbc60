from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestTokens:
    def test_create(self, client: Smithery) -> None:
        response = client.tokens.with_raw_response.create(organization_id="org_01H1234567890", policy=[{}])
        assert response.status_code < 400
        response.parse()


class TestAsyncTokens:
    async def test_create(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.tokens.with_raw_response.create(organization_id="org_01H1234567890", policy=[{}])
        assert response.status_code < 400
        await response.parse()
