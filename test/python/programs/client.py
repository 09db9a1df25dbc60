"""A client, its options, and one call."""

from smithery import Smithery

# api_key is read from SMITHERY_API_KEY, and base_url from SMITHERY_BASE_URL, unless they are passed.
with Smithery(
    timeout=20.0,
    max_retries=1,
    default_headers={"X-Team": "search"},
    default_query={"locale": "en"},
) as client:
    server = client.servers.get("acme/weather")
    print(server.display_name)

    # Results are pydantic models; what the API sends beyond its documentation is kept.
    print(server.model_extra)
    print(server.to_dict()["displayName"])

    # A field that was null and one that was absent are both None, and can be told apart.
    print(server.icon_url, "icon_url" in server.model_fields_set)
    print(server.deployment_url, "deployment_url" in server.model_fields_set)

    # Arguments that are left out are not sent; None is sent as null.
    client.servers.update("acme/weather", homepage=None, description="Sun and rain")

# Prints:
# Weather
# {'stars': 7}
# Weather
# None True
# None False
