from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestConnect:
    def test_create(self, client: Smithery) -> None:
        response = client.connect.with_raw_response.create(
            "namespace",
            headers={"key": "value"},
            mcp_url="https://mcp.example.com/sse",
            metadata={"key": {}},
            mock={
                "enabled": True,
                "scenario": "Slack workspace with an active #community-ops channel containing recent event-planning messages, plus 50 Airtable candidate records with mixed tenure and interests.",
            },
            name="My MCP Server",
            transport="http",
        )
        assert response.status_code < 400
        response.parse()

    def test_list(self, client: Smithery) -> None:
        response = client.connect.with_raw_response.list(
            "namespace",
            cursor="cursor",
            limit=50,
            mcp_url="mcpUrl",
            name="name",
        )
        assert response.status_code < 400
        page = response.parse()
        assert page.has_next_page() in (True, False)

    def test_delete(self, client: Smithery) -> None:
        response = client.connect.with_raw_response.delete("connectionId", namespace="namespace")
        assert response.status_code < 400
        response.parse()

    def test_get(self, client: Smithery) -> None:
        response = client.connect.with_raw_response.get("connectionId", namespace="namespace")
        assert response.status_code < 400
        response.parse()

    def test_set(self, client: Smithery) -> None:
        response = client.connect.with_raw_response.set(
            "connectionId",
            namespace="namespace",
            headers={"key": "value"},
            mcp_url="https://mcp.example.com/sse",
            metadata={"key": {}},
            mock={
                "enabled": True,
                "scenario": "Slack workspace with an active #community-ops channel containing recent event-planning messages, plus 50 Airtable candidate records with mixed tenure and interests.",
            },
            name="My MCP Server",
            transport="http",
        )
        assert response.status_code < 400
        response.parse()


class TestAsyncConnect:
    async def test_create(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.with_raw_response.create(
            "namespace",
            headers={"key": "value"},
            mcp_url="https://mcp.example.com/sse",
            metadata={"key": {}},
            mock={
                "enabled": True,
                "scenario": "Slack workspace with an active #community-ops channel containing recent event-planning messages, plus 50 Airtable candidate records with mixed tenure and interests.",
            },
            name="My MCP Server",
            transport="http",
        )
        assert response.status_code < 400
        await response.parse()

    async def test_list(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.with_raw_response.list(
            "namespace",
            cursor="cursor",
            limit=50,
            mcp_url="mcpUrl",
            name="name",
        )
        assert response.status_code < 400
        page = await response.parse()
        assert page.has_next_page() in (True, False)

    async def test_delete(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.with_raw_response.delete("connectionId", namespace="namespace")
        assert response.status_code < 400
        await response.parse()

    async def test_get(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.with_raw_response.get("connectionId", namespace="namespace")
        assert response.status_code < 400
        await response.parse()

    async def test_set(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.with_raw_response.set(
            "connectionId",
            namespace="namespace",
            headers={"key": "value"},
            mcp_url="https://mcp.example.com/sse",
            metadata={"key": {}},
            mock={
                "enabled": True,
                "scenario": "Slack workspace with an active #community-ops channel containing recent event-planning messages, plus 50 Airtable candidate records with mixed tenure and interests.",
            },
            name="My MCP Server",
            transport="http",
        )
        assert response.status_code < 400
        await response.parse()
