"""Files up and down."""

from pathlib import Path
from tempfile import TemporaryDirectory

from smithery import Smithery

client = Smithery()

with TemporaryDirectory() as name:
    folder = Path(name)
    archive = folder / "skill.zip"
    archive.write_bytes(b"PK one")

    # From a path, which is read while it is sent, from bytes, or with a name and a type.
    print(client.skills.upload("rain", namespace="acme", archive=archive).id)
    print(client.skills.upload("rain", namespace="acme", archive=b"PK two").id)
    print(client.skills.upload("rain", namespace="acme", archive=("three.zip", b"PK", "application/zip")).id)

    # A small file at once.
    bundle = client.servers.download("acme/weather")
    print(len(bundle.content), bundle.headers["content-type"])
    bundle.write_to_file(folder / "bundle.zip")
    print((folder / "bundle.zip").read_bytes())

    # A large one piece by piece.
    with client.servers.with_streaming_response.download("acme/weather") as streamed:
        streamed.stream_to_file(folder / "streamed.zip")
    print((folder / "streamed.zip").read_bytes())

# Prints:
# skill.zip 6
# upload 6
# three.zip 2 application/zip
# 6 application/zip
# b'bundle'
# b'bundle'
