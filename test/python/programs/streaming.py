"""Events as they come, and an end before the last one."""

import asyncio

from smithery import Smithery, AsyncSmithery

client = Smithery()

# Leaving the block ends the request, whether all events were read or not.
with client.servers.releases.stream("latest", qualified_name="acme/weather") as stream:
    for event in stream:
        print(event)
        if "built" in event:
            break


async def main() -> None:
    async with AsyncSmithery() as async_client:
        stream = await async_client.servers.releases.stream("latest", qualified_name="acme/weather")
        async for event in stream:
            print(event)


asyncio.run(main())

# Prints:
# cloning
# built
# cloning
# built
# live
