"""An HTTP client of one's own, and what is logged."""

import sys
import logging

import httpx

from smithery import Smithery, DefaultHttpxClient


def note(request: httpx.Request) -> None:
    print(request.method, request.url.path)


logging.basicConfig(stream=sys.stdout, format="%(name)s %(levelname)s", level=logging.WARNING)
# As SMITHERY_LOG=debug would; credentials are never written.
logging.getLogger("smithery").setLevel(logging.INFO)

# DefaultHttpxClient is httpx.Client with the limits of this package; so is DefaultAsyncHttpxClient for the other
# client. A proxy is an argument of it, proxy="http://127.0.0.1:8080", or HTTPS_PROXY in the environment.
http_client = DefaultHttpxClient(
    limits=httpx.Limits(max_connections=10),
    event_hooks={"request": [note]},
)

with Smithery(http_client=http_client) as client:
    print(client.servers.get("acme/weather").display_name)

print(http_client.is_closed)

# Prints:
# GET /servers/acme/weather
# smithery INFO
# Weather
# True
