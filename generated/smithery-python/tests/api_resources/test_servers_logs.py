from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestLogs:
    def test_list(self, client: Smithery) -> None:
        response = client.servers.logs.with_raw_response.list(
            "qualifiedName",
            from_="2026-01-01T00:00:00Z",
            limit=20,
            search="error",
            to="2026-01-01T01:00:00Z",
        )
        assert response.status_code < 400
        response.parse()


class TestAsyncLogs:
    async def test_list(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.logs.with_raw_response.list(
            "qualifiedName",
            from_="2026-01-01T00:00:00Z",
            limit=20,
            search="error",
            to="2026-01-01T01:00:00Z",
        )
        assert response.status_code < 400
        await response.parse()
