"""One pool of connections, several ways to use it, and what the methods do not know."""

from smithery import Smithery

client = Smithery(default_headers={"X-Team": "search", "X-Trace": "on"})

# A copy with some options replaced; default_headers are added, set_default_headers replace them all.
tenant = client.with_options(api_key="key of a tenant", default_headers={"X-Tenant": "t1"})
plain = client.with_options(set_default_headers={})


def show(one: Smithery) -> None:
    # Any path, with the same credentials, retries and errors.
    sent = one.get("/echo", cast_to=dict[str, str])
    print(sent["authorization"], sent.get("x-team"), sent.get("x-tenant"))


show(client)
show(tenant)
show(plain)

# Arguments that a method does not have.
server = client.servers.get(
    "acme/weather",
    extra_headers={"X-Trace": "off"},
    extra_query={"preview": "yes"},
)
print(server.display_name)

# Prints:
# Bearer key search None
# Bearer key of a tenant search t1
# Bearer key None None
# Weather
