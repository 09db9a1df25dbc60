from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestNamespaces:
    def test_create(self, client: Smithery) -> None:
        response = client.namespaces.with_raw_response.create()
        assert response.status_code < 400
        response.parse()

    def test_list(self, client: Smithery) -> None:
        response = client.namespaces.with_raw_response.list(
            fields="fields",
            has_servers="0",
            has_skills="0",
            owner_id="ownerId",
            page=1,
            page_size=1,
            q="q",
        )
        assert response.status_code < 400
        page = response.parse()
        assert page.has_next_page() in (True, False)

    def test_delete(self, client: Smithery) -> None:
        response = client.namespaces.with_raw_response.delete("xxx")
        assert response.status_code < 400
        response.parse()

    def test_set(self, client: Smithery) -> None:
        response = client.namespaces.with_raw_response.set("xxx")
        assert response.status_code < 400
        response.parse()


class TestAsyncNamespaces:
    async def test_create(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.namespaces.with_raw_response.create()
        assert response.status_code < 400
        await response.parse()

    async def test_list(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.namespaces.with_raw_response.list(
            fields="fields",
            has_servers="0",
            has_skills="0",
            owner_id="ownerId",
            page=1,
            page_size=1,
            q="q",
        )
        assert response.status_code < 400
        page = await response.parse()
        assert page.has_next_page() in (True, False)

    async def test_delete(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.namespaces.with_raw_response.delete("xxx")
        assert response.status_code < 400
        await response.parse()

    async def test_set(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.namespaces.with_raw_response.set("xxx")
        assert response.status_code < 400
        await response.parse()
