"""How often a call is tried, and how long it may take."""

import httpx

from smithery import Smithery, RateLimitError

# Two retries are usual: after connection errors, time-outs, and the statuses 408, 409, 429, 500 and above.
client = Smithery(max_retries=1, timeout=10.0)

response = client.servers.with_raw_response.get("acme/busy")
print(response.status_code, response.retries_taken)

# For a few calls: a client of the same connections. timeout is for each attempt as a whole.
patient = client.with_options(max_retries=3, timeout=httpx.Timeout(60.0, connect=2.0))
print(patient.max_retries, client.max_retries)

# For one call: a limit of its own, and none of the retries.
impatient = client.with_options(max_retries=0)
try:
    impatient.servers.get("acme/busy", timeout=1.5)
except RateLimitError as error:
    print(error.response.headers["retry-after"])

# Prints:
# 200 1
# 3 1
# 0
