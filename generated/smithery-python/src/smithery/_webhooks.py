"""Webhooks: verification of Standard Webhooks signatures (standardwebhooks.com, version 1)."""

from __future__ import annotations

import hmac
import json
import time
import base64
import hashlib
import binascii
from typing import Any, Union, Mapping, Optional, Sequence, cast

from ._brand import RootError
from ._exceptions import APIWebhookValidationError

TOLERANCE_SECONDS = 5 * 60

_PREFIX = "whsec_"
# Digits. Python refuses to read numbers of thousands of them.
_LONGEST_TIME = 15


def unwrap(
    payload: Union[str, bytes],
    *,
    headers: Mapping[str, str],
    key: Union[str, bytes, Sequence[str], None],
    cast_to: Any = object,
    tolerance: float = TOLERANCE_SECONDS,
) -> Any:
    """
    Verifies a webhook request and gives its event.

    Args:
      payload: the body exactly as received; parsing and printing it again breaks the signature
      headers: those of the request
      key: the secret in the form `whsec_…`; several while keys are being replaced
      cast_to: the type of the event
      tolerance: largest difference between the time of signing and now, in seconds

    Raises:
      APIWebhookValidationError: when the request cannot be trusted
    """
    verify(payload, headers=headers, key=key, tolerance=tolerance)
    return unsafe_unwrap(payload, cast_to=cast_to)


def unsafe_unwrap(payload: Union[str, bytes], *, cast_to: Any = object) -> Any:
    """
    The event of a webhook request, whoever sent it: nothing is verified.

    Raises:
      APIWebhookValidationError: when it is not JSON
    """
    from ._decode import decode

    try:
        return decode(cast(object, json.loads(payload)), cast_to)
    except (ValueError, RecursionError) as error:
        raise APIWebhookValidationError("The webhook body is not JSON, or is nested too deeply") from error


def verify(
    payload: Union[str, bytes],
    *,
    headers: Mapping[str, str],
    key: Union[str, bytes, Sequence[str], None],
    tolerance: float = TOLERANCE_SECONDS,
) -> None:
    """
    Verifies a webhook request.

    Raises:
      APIWebhookValidationError: when the request cannot be trusted
    """
    named = {name.lower(): value for name, value in headers.items()}
    identifier, timestamp = named.get("webhook-id"), named.get("webhook-timestamp")
    signatures = named.get("webhook-signature")
    if not identifier or not timestamp or not signatures:
        raise APIWebhookValidationError(
            "A webhook needs the headers webhook-id, webhook-timestamp and webhook-signature"
        )
    is_time = timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= _LONGEST_TIME
    if not is_time or abs(time.time() - int(timestamp)) > tolerance:
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
            # All pairs, in constant time, so that the time tells nothing about which one fits.
            is_valid = (signature is not None and hmac.compare_digest(expected, signature)) or is_valid
    if not is_valid:
        raise APIWebhookValidationError("The webhook signature is invalid")


def _key_bytes(secret: Union[str, bytes]) -> bytes:
    text = secret.decode() if isinstance(secret, bytes) else secret
    key = _decode(text.removeprefix(_PREFIX))
    if not key:
        raise RootError("The webhook key is not base64")
    return key


def _decode(text: str) -> Optional[bytes]:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
