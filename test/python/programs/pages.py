"""Lists: all items, the first few, and page by page."""

from itertools import islice

from smithery import Smithery

client = Smithery()

for server in client.servers.list(q="weather", page_size=2):
    print(server.qualified_name)

# Leaving the loop asks for no further page.
print([server.id for server in islice(client.servers.list(q="weather"), 1)])

page = client.servers.list(q="weather")
print(page.pagination and page.pagination.total_pages)
while True:
    print([server.id for server in page.servers])
    if not page.has_next_page():
        break
    page = page.get_next_page()

for each in client.servers.list(q="weather").iter_pages():
    print(len(each.servers))

# Prints:
# acme/weather
# acme/storm
# acme/snow
# ['s1']
# 2
# ['s1', 's2']
# ['s3']
# 2
# 1
