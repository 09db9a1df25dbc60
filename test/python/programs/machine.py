"""OAuth 2.0 client credentials: a token is asked for when it is needed, and kept as long as it lasts."""

from bookshop import Bookshop

# Or from BOOKSHOP_CLIENT_ID and BOOKSHOP_CLIENT_SECRET.
client = Bookshop(client_id="till", client_secret="s3cret")

for _ in range(2):
    # The mock server answers with the token that it got.
    for book in client.books.list():
        print(book.title)

# Options that are shared by calls: the store, where a call names none, and the region in the URL.
paris = client.with_options(store_id="paris")
print(paris.stores.check_stock("9780141439518").copies)

# Prints:
# Asked with token-1
# Asked with token-1
# 3
