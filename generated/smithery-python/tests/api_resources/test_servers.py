from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestServers:
    def test_create(self, client: Smithery) -> None:
        response = client.servers.with_raw_response.create(
            "qualifiedName",
            description="A simple server",
            display_name="My Server",
        )
        assert response.status_code < 400
        response.parse()

    def test_update(self, client: Smithery) -> None:
        response = client.servers.with_raw_response.update(
            "qualifiedName",
            backlink_url="backlinkUrl",
            description="description",
            display_name="displayName",
            homepage="homepage",
            icon_url="iconUrl",
            license="license",
            repository_url="repositoryUrl",
            unlisted=True,
        )
        assert response.status_code < 400
        response.parse()

    def test_list(self, client: Smithery) -> None:
        response = client.servers.with_raw_response.list(
            fields="fields",
            ids=["3f2504e0-4f89-41d3-9a0c-0305e82c3301"],
            is_deployed="0",
            namespace="namespace",
            owner_id="ownerId",
            page=1,
            page_size=1,
            q="q",
            qualified_name="qualifiedName",
            remote="0",
            repo_name="repoName",
            repo_owner="repoOwner",
            seed=0,
            smithery_managed="0",
            top_k=10,
            verified="0",
        )
        assert response.status_code < 400
        page = response.parse()
        assert page.has_next_page() in (True, False)

    def test_delete(self, client: Smithery) -> None:
        response = client.servers.with_raw_response.delete("qualifiedName")
        assert response.status_code < 400
        response.parse()

    def test_download(self, client: Smithery) -> None:
        response = client.servers.with_raw_response.download("qualifiedName")
        assert response.status_code < 400
        assert isinstance(response.read(), bytes)

    def test_get(self, client: Smithery) -> None:
        response = client.servers.with_raw_response.get("qualifiedName")
        assert response.status_code < 400
        response.parse()


class TestAsyncServers:
    async def test_create(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.with_raw_response.create(
            "qualifiedName",
            description="A simple server",
            display_name="My Server",
        )
        assert response.status_code < 400
        await response.parse()

    async def test_update(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.with_raw_response.update(
            "qualifiedName",
            backlink_url="backlinkUrl",
            description="description",
            display_name="displayName",
            homepage="homepage",
            icon_url="iconUrl",
            license="license",
            repository_url="repositoryUrl",
            unlisted=True,
        )
        assert response.status_code < 400
        await response.parse()

    async def test_list(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.with_raw_response.list(
            fields="fields",
            ids=["3f2504e0-4f89-41d3-9a0c-0305e82c3301"],
            is_deployed="0",
            namespace="namespace",
            owner_id="ownerId",
            page=1,
            page_size=1,
            q="q",
            qualified_name="qualifiedName",
            remote="0",
            repo_name="repoName",
            repo_owner="repoOwner",
            seed=0,
            smithery_managed="0",
            top_k=10,
            verified="0",
        )
        assert response.status_code < 400
        page = await response.parse()
        assert page.has_next_page() in (True, False)

    async def test_delete(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.with_raw_response.delete("qualifiedName")
        assert response.status_code < 400
        await response.parse()

    async def test_download(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.with_raw_response.download("qualifiedName")
        assert response.status_code < 400
        assert isinstance(await response.read(), bytes)

    async def test_get(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.servers.with_raw_response.get("qualifiedName")
        assert response.status_code < 400
        await response.parse()
