"""The response itself: status, headers, and a body that is read as it comes."""

import asyncio

from smithery import Smithery, AsyncSmithery

client = Smithery()

response = client.servers.with_raw_response.get("acme/weather")
print(response.status_code, response.headers["x-request-id"], response.retries_taken)
server = response.parse()  # what client.servers.get gives
print(server.display_name)

# Nothing of the body is read before it is asked for, and leaving the block closes the connection.
with client.servers.with_streaming_response.get("acme/weather") as streamed:
    print(streamed.headers["content-type"])
    print(sum(len(chunk) for chunk in streamed.iter_bytes()) > 0)


async def main() -> None:
    async with AsyncSmithery() as async_client:
        raw = await async_client.servers.with_raw_response.get("acme/weather")
        print((await raw.parse()).display_name)
        async with async_client.servers.with_streaming_response.get("acme/weather") as part:
            async for line in part.iter_lines():
                print(line[:14])


asyncio.run(main())

# Prints:
# 200 req_1 0
# Weather
# application/json
# True
# Weather
# {"displayName"
