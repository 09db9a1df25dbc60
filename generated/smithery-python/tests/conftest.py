from __future__ import annotations

import os
from typing import Iterator, AsyncIterator

import pytest
from smithery import Smithery, AsyncSmithery

# A mock server of openapi.documented.yml: npx @stoplight/prism-cli mock openapi.documented.yml --port 4010
BASE_URL = os.environ.get("TEST_API_BASE_URL", "http://127.0.0.1:4010")


@pytest.fixture(scope="session")
def client() -> Iterator[Smithery]:
    with Smithery(api_key="My api_key", base_url=BASE_URL, max_retries=0) as client:
        yield client


@pytest.fixture
async def async_client() -> AsyncIterator[AsyncSmithery]:
    async with AsyncSmithery(api_key="My api_key", base_url=BASE_URL, max_retries=0) as client:
        yield client
