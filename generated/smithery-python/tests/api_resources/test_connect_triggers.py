from __future__ import annotations

from smithery import Smithery, AsyncSmithery


class TestTriggers:
    def test_list(self, client: Smithery) -> None:
        response = client.connect.triggers.with_raw_response.list("connectionId", namespace="namespace")
        assert response.status_code < 400
        response.parse()

    def test_get(self, client: Smithery) -> None:
        response = client.connect.triggers.with_raw_response.get(
            "triggerName",
            namespace="namespace",
            connection_id="connectionId",
        )
        assert response.status_code < 400
        response.parse()

    def test_subscribe(self, client: Smithery) -> None:
        response = client.connect.triggers.with_raw_response.subscribe(
            "triggerName",
            namespace="namespace",
            connection_id="connectionId",
            delivery={
                "secret": "whsec_dGVzdF9zZWNyZXRfMjRfYnl0ZXNfbWluaW11bSE=",
                "url": "https://my-app.example.com/events",
            },
            params={"key": {}},
        )
        assert response.status_code < 400
        response.parse()

    def test_unsubscribe(self, client: Smithery) -> None:
        response = client.connect.triggers.with_raw_response.unsubscribe(
            "triggerName",
            namespace="namespace",
            connection_id="connectionId",
            delivery={"url": "https://my-app.example.com/events"},
            params={"key": {}},
        )
        assert response.status_code < 400
        response.parse()


class TestAsyncTriggers:
    async def test_list(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.triggers.with_raw_response.list("connectionId", namespace="namespace")
        assert response.status_code < 400
        await response.parse()

    async def test_get(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.triggers.with_raw_response.get(
            "triggerName",
            namespace="namespace",
            connection_id="connectionId",
        )
        assert response.status_code < 400
        await response.parse()

    async def test_subscribe(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.triggers.with_raw_response.subscribe(
            "triggerName",
            namespace="namespace",
            connection_id="connectionId",
            delivery={
                "secret": "whsec_dGVzdF9zZWNyZXRfMjRfYnl0ZXNfbWluaW11bSE=",
                "url": "https://my-app.example.com/events",
            },
            params={"key": {}},
        )
        assert response.status_code < 400
        await response.parse()

    async def test_unsubscribe(self, async_client: AsyncSmithery) -> None:
        client = async_client
        response = await client.connect.triggers.with_raw_response.unsubscribe(
            "triggerName",
            namespace="namespace",
            connection_id="connectionId",
            delivery={"url": "https://my-app.example.com/events"},
            params={"key": {}},
        )
        assert response.status_code < 400
        await response.parse()
