"""The base classes of resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._client import Client, AsyncClient


class SyncAPIResource:
    """Base class of resources."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._get = client.get
        self._post = client.post
        self._put = client.put
        self._patch = client.patch
        self._delete = client.delete
        self._request = client.request
        self._get_api_list = client.get_api_list


class AsyncAPIResource:
    """Base class of resources."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._get = client.get
        self._post = client.post
        self._put = client.put
        self._patch = client.patch
        self._delete = client.delete
        self._request = client.request
        self._get_api_list = client.get_api_list
