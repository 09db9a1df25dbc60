# pyright: reportDeprecated=false
from __future__ import annotations

import pytest
from smithery import Smithery, AsyncSmithery


class TestSkills:
    def test_create(self, client: Smithery) -> None:
        with pytest.warns(DeprecationWarning):
            response = client.skills.with_raw_response.create(
                git_url="https://example.com",
                namespace="x",
                slug="slug",
            )
        assert response.status_code < 400
        response.parse()

    def test_list(self, client: Smithery) -> None:
        response = client.skills.with_raw_response.list(
            category="category",
            fields="fields",
            namespace="namespace",
            owner_id="ownerId",
            page=1,
            page_size=1,
            q="q",
            seed=0,
            slug="slug",
            top_k=10,
            verified=True,
        )
        assert response.status_code < 400
        page = response.parse()
        assert page.has_next_page() in (True, False)

    def test_delete(self, client: Smithery) -> None:
        response = client.skills.with_raw_response.delete("slug", namespace="namespace")
        assert response.status_code < 400
        response.parse()

    def test_download(self, client: Smithery) -> None:
        response = client.skills.with_raw_response.download("slug", namespace="namespace")
        assert response.status_code < 400
        assert isinstance(response.read(), bytes)

    def test_get(self, client: Smithery) -> None:
        response = client.skills.with_raw_response.get("slug", namespace="namespace")
        assert response.status_code < 400
        response.parse()

    def test_set(self, client: Smithery) -> None:
        response = client.skills.with_raw_response.set("slug", namespace="namespace", body={})
        assert response.status_code < 400
        response.parse()

    def test_sync(self, client: Smithery) -> None:
        with pytest.warns(DeprecationWarning):
            response = client.skills.with_raw_response.sync("slug", namespace="namespace")
        assert response.status_code < 400
        response.parse()

    def test_upload(self, client: Smithery) -> None:
        response = client.skills.with_raw_response.upload(
            "slug",
            namespace="namespace",
            archive=b"content",
        )
        assert response.status_code < 400
        response.parse()


class TestAsyncSkills:
    async def test_create(self, async_client: AsyncSmithery) -> None:
        client = async_client
        with pytest.warns(DeprecationWarning):
            response = await client.skills.with_raw_response.create(
                git_url="https://example.com",
                namespace="x",
                slug="slug",
            )
        assert response.status_code < 400
        await response.parse()

    async def test_list(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.skills.with_raw_response.list(
            category="category",
            fields="fields",
            namespace="namespace",
            owner_id="ownerId",
            page=1,
            page_size=1,
            q="q",
            seed=0,
            slug="slug",
            top_k=10,
            verified=True,
        )
        assert response.status_code < 400
        page = await response.parse()
        assert page.has_next_page() in (True, False)

    async def test_delete(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.skills.with_raw_response.delete("slug", namespace="namespace")
        assert response.status_code < 400
        await response.parse()

    async def test_download(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.skills.with_raw_response.download("slug", namespace="namespace")
        assert response.status_code < 400
        assert isinstance(await response.read(), bytes)

    async def test_get(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.skills.with_raw_response.get("slug", namespace="namespace")
        assert response.status_code < 400
        await response.parse()

    async def test_set(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.skills.with_raw_response.set("slug", namespace="namespace", body={})
        assert response.status_code < 400
        await response.parse()

    async def test_sync(self, async_client: AsyncSmithery) -> None:
        client = async_client
        with pytest.warns(DeprecationWarning):
            response = await client.skills.with_raw_response.sync("slug", namespace="namespace")
        assert response.status_code < 400
        await response.parse()

    async def test_upload(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.skills.with_raw_response.upload(
            "slug",
            namespace="namespace",
            archive=b"content",
        )
        assert response.status_code < 400
        await response.parse()
