"""Several calls at once, in asyncio; with trio the client is the same."""

import asyncio

from smithery import AsyncSmithery, NotFoundError


async def name_of(client: AsyncSmithery, qualified_name: str) -> str:
    try:
        server = await client.servers.get(qualified_name)
    except NotFoundError:
        return f"{qualified_name}: nobody knows it"
    return server.display_name


async def main() -> None:
    async with AsyncSmithery() as client:
        names = ["acme/weather", "acme/nothing"]
        for name in await asyncio.gather(*(name_of(client, one) for one in names)):
            print(name)

        # A list is looped over without await; further pages are asked for on the way.
        async for summary in client.servers.list(q="weather"):
            print(summary.qualified_name)

        # With await it is its first page.
        page = await client.servers.list(q="weather")
        print(len(page.servers), page.has_next_page())


asyncio.run(main())

# Prints:
# Weather
# acme/nothing: nobody knows it
# acme/weather
# acme/storm
# acme/snow
# 2 True
