from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestExperimental:
    def test_infer_tool_output_schema(self, client: Smithery) -> None:
        response = client.servers.experimental.with_raw_response.infer_tool_output_schema(
            "toolName",
            qualified_name="qualifiedName",
        )
        assert response.status_code < 400
        response.parse()


class TestAsyncExperimental:
    async def test_infer_tool_output_schema(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.experimental.with_raw_response.infer_tool_output_schema(
            "toolName",
            qualified_name="qualifiedName",
        )
        assert response.status_code < 400
        await response.parse()
