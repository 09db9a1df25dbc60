from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestHealth:
    def test_check(self, client: Smithery) -> None:
        response = client.health.with_raw_response.check()
        assert response.status_code < 400
        response.parse()


class TestAsyncHealth:
    async def test_check(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.health.with_raw_response.check()
        assert response.status_code < 400
        await response.parse()
