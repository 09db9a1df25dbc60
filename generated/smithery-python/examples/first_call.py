# pip install -e . && python examples/first_call.py
import os

from smithery import Smithery

client = Smithery(
    api_key=os.environ.get("SMITHERY_API_KEY"),
)

server = client.servers.get("smithery-ai/github")
print(server.connections)
