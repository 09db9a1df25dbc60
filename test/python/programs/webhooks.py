"""Requests that the API sends: who sent them, and what they say."""

import hmac
import time
import base64
from typing import Mapping

from bookshop import Bookshop, APIWebhookValidationError
from bookshop.types import OrderPaidWebhookEvent

SECRET = "whsec_" + base64.b64encode(b"between us").decode()

client = Bookshop(webhook_key=SECRET)


def receive(body: bytes, headers: Mapping[str, str]) -> int:
    """What a web framework calls, with the body as it came; gives the status of the answer."""
    try:
        event = client.webhooks.unwrap(body, headers=headers)
    except APIWebhookValidationError as error:
        print("Refused:", error)
        return 400
    if isinstance(event, OrderPaidWebhookEvent):
        print("Paid:", event.type)
    else:
        print("Back on the shelf:", event.type)
    return 204


def signed(body: bytes) -> dict[str, str]:
    """As the shop signs it (Standard Webhooks)."""
    now = str(int(time.time()))
    content = f"msg_1.{now}.".encode() + body
    signature = base64.b64encode(hmac.digest(b"between us", content, "sha256")).decode()
    return {"webhook-id": "msg_1", "webhook-timestamp": now, "webhook-signature": f"v1,{signature}"}


BODY = b'{"type": "order.paid"}'
print(receive(BODY, signed(BODY)))
print(receive(BODY + b" ", signed(BODY)))

# Prints:
# Paid: order.paid
# 204
# Refused: The webhook signature is invalid
# 400
