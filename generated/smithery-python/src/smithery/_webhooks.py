"""Verifies Standard Webhooks signatures (standardwebhooks.com, version 1)."""

from __future__ import annotations

import hmac
import json
import time
import base64
import hashlib
import binascii
from typing import Any, Mapping, Sequence, cast

from ._brand import RootError
from ._exceptions import APIWebhookValidationError

TOLERANCE_SECONDS = 5 * 60

_PREFIX = "whsec_"
# Maximum number of digits: Python cannot parse numbers with thousands of digits.
_LONGEST_TIME = 15


def unwrap(
    payload: str | bytes,
    *,
    headers: Mapping[str, str],
    key: str | bytes | Sequence[str] | None,
    cast_to: Any = object,
    tolerance: float = TOLERANCE_SECONDS,
) -> Any:
    """
    Verifies a webhook request and returns its event.

    Args:
      payload: the body exactly as received; parsing and serializing it again invalidates the signature
      headers: the headers of the request
      key: the signing key in the form `whsec_…`, or a list of keys during key rotation
      cast_to: the type of the event
      tolerance: maximum difference between the signing time and now, in seconds

    Raises:
      APIWebhookValidationError: if the signature or the body is invalid
    """
    verify(payload, headers=headers, key=key, tolerance=tolerance)
    return unsafe_unwrap(payload, cast_to=cast_to)


def unsafe_unwrap(payload: str | bytes, *, cast_to: Any = object) -> Any:
    """
    Returns the event of a webhook request without verifying it.

    Raises:
      APIWebhookValidationError: if the body is not JSON
    """
    from ._decode import decode

    try:
        return decode(cast(object, json.loads(payload)), cast_to)
    except (ValueError, RecursionError) as error:
        raise APIWebhookValidationError("The webhook body is not JSON, or is nested too deeply") from error


def verify(
    payload: str | bytes,
    *,
    headers: Mapping[str, str],
    key: str | bytes | Sequence[str] | None,
    tolerance: float = TOLERANCE_SECONDS,
) -> None:
    """
    Verifies the signature of a webhook request.

    Raises:
      APIWebhookValidationError: if the signature or the body is invalid
    """
    named = {name.lower(): value for name, value in headers.items()}
    identifier, timestamp = named.get("webhook-id"), named.get("webhook-timestamp")
    signatures = named.get("webhook-signature")
    if not identifier or not timestamp or not signatures:
        raise APIWebhookValidationError(
            "Missing webhook headers: webhook-id, webhook-timestamp and webhook-signature are required"
        )
    is_time = timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= _LONGEST_TIME
    if not is_time or not abs(time.time() - int(timestamp)) <= tolerance:
        raise APIWebhookValidationError("The webhook timestamp is too old or in the future")
    keys = [key] if isinstance(key, (str, bytes)) else list(key or ())
    if not keys or not all(keys):
        raise RootError("Missing webhook key")
    body = payload.encode() if isinstance(payload, str) else payload
    content = f"{identifier}.{timestamp}.".encode() + body
    claimed = [_decode(entry[3:]) for entry in signatures.split(" ") if entry.startswith("v1,")]
    is_valid = False
    for secret in keys:
        expected = hmac.new(_key_bytes(secret), content, hashlib.sha256).digest()
        for signature in claimed:
            # All pairs are tried in constant time, so the duration does not reveal a match.
            is_valid = (signature is not None and hmac.compare_digest(expected, signature)) or is_valid
    if not is_valid:
        raise APIWebhookValidationError("The webhook signature is invalid")


def _key_bytes(secret: str | bytes) -> bytes:
    text = secret.decode() if isinstance(secret, bytes) else secret
    key = _decode(text.removeprefix(_PREFIX))
    if not key:
        raise RootError("The webhook key is not base64")
    return key


def _decode(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
