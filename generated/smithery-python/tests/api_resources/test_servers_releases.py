from __future__ import annotations

import pytest
from smithery import Smithery, AsyncSmithery


class TestReleases:
    def test_list(self, client: Smithery) -> None:
        response = client.servers.releases.with_raw_response.list("qualifiedName", page=1, page_size=20)
        assert response.status_code < 400
        page = response.parse()
        assert page.has_next_page() in (True, False)

    def test_deploy(self, client: Smithery) -> None:
        response = client.servers.releases.with_raw_response.deploy(
            "qualifiedName",
            payload="payload",
            bundle=b"content",
            module=b"content",
            sourcemap=b"content",
        )
        assert response.status_code < 400
        response.parse()

    def test_get(self, client: Smithery) -> None:
        response = client.servers.releases.with_raw_response.get("id", qualified_name="qualifiedName")
        assert response.status_code < 400
        response.parse()

    def test_resume(self, client: Smithery) -> None:
        response = client.servers.releases.with_raw_response.resume("id", qualified_name="qualifiedName")
        assert response.status_code < 400
        response.parse()

    @pytest.mark.skip(reason="mock servers do not stream")
    def test_stream(self, client: Smithery) -> None:
        response = client.servers.releases.with_raw_response.stream("id", qualified_name="qualifiedName")
        response.close()


class TestAsyncReleases:
    async def test_list(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.releases.with_raw_response.list("qualifiedName", page=1, page_size=20)
        assert response.status_code < 400
        page = await response.parse()
        assert page.has_next_page() in (True, False)

    async def test_deploy(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.releases.with_raw_response.deploy(
            "qualifiedName",
            payload="payload",
            bundle=b"content",
            module=b"content",
            sourcemap=b"content",
        )
        assert response.status_code < 400
        await response.parse()

    async def test_get(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.releases.with_raw_response.get("id", qualified_name="qualifiedName")
        assert response.status_code < 400
        await response.parse()

    async def test_resume(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.releases.with_raw_response.resume("id", qualified_name="qualifiedName")
        assert response.status_code < 400
        await response.parse()

    @pytest.mark.skip(reason="mock servers do not stream")
    async def test_stream(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.releases.with_raw_response.stream("id", qualified_name="qualifiedName")
        await response.close()
