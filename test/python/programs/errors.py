"""What can go wrong, from the particular to the general."""

import pickle

import smithery
from smithery import Smithery
from smithery.types import RegistryError

client = Smithery(max_retries=0)

try:
    client.servers.get("acme/nothing")
except smithery.NotFoundError as error:
    # The body as the API documents it: narrowed by its type.
    if isinstance(error.data, RegistryError):
        print(error.status_code, error.data.error)
    print(error.request_id)
    # Errors go through queues and process pools.
    print(type(pickle.loads(pickle.dumps(error))).__name__)

try:
    client.servers.get("acme/broken")
except smithery.APIStatusError as error:
    print(type(error).__name__, error.body)

try:
    client.servers.get("acme/slow", timeout=0.2)
except smithery.APITimeoutError:
    print("Too late")
except smithery.APIConnectionError as error:
    print("Not reached:", error.__cause__)

# A mistake in the call is found before anything is sent.
try:
    client.servers.get("")
except ValueError as error:
    print(error)

# Prints:
# 404 No such server
# req_404
# NotFoundError
# InternalServerError {'error': 'On fire'}
# Too late
# Expected a non-empty value for `qualified_name` but received ''
