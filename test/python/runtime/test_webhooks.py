"""Standard Webhooks: what is trusted, and what is not. The twin of test/runtime/webhooks.test.ts."""

from __future__ import annotations

import hmac
import json
import time
import base64
import hashlib
from typing import Any, Dict, List, Mapping, Optional

import pytest

from acme import _webhooks
from acme._brand import RootError
from acme._webhooks import unwrap, verify, unsafe_unwrap
from acme._exceptions import APIWebhookValidationError

KEY = "whsec_" + base64.b64encode(b"a secret of some length").decode()
OLD = base64.b64encode(b"the key before").decode()
BODY = '{"type":"server.created","ü":1}'
NOW = 1_700_000_000


@pytest.fixture(autouse=True)
def _at_a_fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_webhooks.time, "time", lambda: float(NOW))


def sign(key: str = KEY, seconds: int = NOW, body: str = BODY, name: str = "msg_1") -> Dict[str, str]:
    secret = base64.b64decode(key.removeprefix("whsec_"))
    signature = hmac.new(secret, f"{name}.{seconds}.{body}".encode(), hashlib.sha256).digest()
    return {
        "webhook-id": name,
        "webhook-timestamp": str(seconds),
        "webhook-signature": f"v1,{base64.b64encode(signature).decode()}",
    }


def refused(message: str, *, headers: Mapping[str, str], key: Any = KEY, body: str = BODY, **more: Any) -> None:
    with pytest.raises(APIWebhookValidationError, match=message):
        verify(body, headers=headers, key=key, **more)


def test_the_example_of_the_libraries_of_the_specification() -> None:
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    verify('{"test": 2432232314}', headers=headers, key="whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", tolerance=1e10)


def test_a_trusted_body_is_read() -> None:
    expected = {"type": "server.created", "ü": 1}
    assert unwrap(BODY, headers=sign(), key=KEY) == expected
    assert unwrap(BODY.encode(), headers=sign(), key=KEY) == expected
    assert unwrap(BODY, headers=sign(), key=KEY.removeprefix("whsec_")) == expected
    assert unwrap(BODY, headers=sign(), key=KEY.encode()) == expected
    assert unwrap(BODY, headers={name.title(): value for name, value in sign().items()}, key=KEY) == expected
    assert unsafe_unwrap(BODY) == unsafe_unwrap(BODY.encode()) == expected


def test_any_of_several_keys_and_signatures_will_do() -> None:
    for keys in ([KEY, OLD], [OLD, KEY], (KEY, OLD)):
        for key in (KEY, OLD):
            verify(BODY, headers=sign(key), key=keys)
    headers = sign(OLD)
    for signatures in ("v1a,AAAA v1,$$$ v1 v1,AAAA {}", "{} v1,AAAA", "v2,AAAA {}"):
        both = {**headers, "webhook-signature": signatures.format(headers["webhook-signature"])}
        verify(BODY, headers=both, key=[KEY, OLD])
        verify(BODY, headers=both, key=[OLD, KEY])


def test_another_key_body_name_or_time_is_refused() -> None:
    invalid = "signature is invalid"
    refused(invalid, headers=sign(OLD))
    refused(invalid, headers=sign(OLD), key=[KEY, KEY])
    refused(invalid, headers=sign(), body=f"{BODY} ")
    refused(invalid, headers={**sign(), "webhook-id": "msg_2"})
    refused(invalid, headers={**sign(), "webhook-timestamp": str(NOW + 1)})


@pytest.mark.parametrize("text", ["v2,{}", "v1 {}", "v1a,{}", "{}", "v1,", "v1,$$$", "v1,{}x", "V1,{}"])
def test_signatures_of_another_form_are_refused(text: str) -> None:
    own = sign()["webhook-signature"].removeprefix("v1,")
    refused("signature is invalid", headers={**sign(), "webhook-signature": text.format(own)})


@pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_missing_headers_are_named(name: str) -> None:
    for headers in ({**sign(), name: ""}, {key: value for key, value in sign().items() if key != name}):
        refused("webhook-id, webhook-timestamp and webhook-signature are required", headers=headers)


def test_the_window_includes_its_ends() -> None:
    for seconds in (NOW - 300, NOW + 300):
        verify(BODY, headers=sign(seconds=seconds), key=KEY)
    for seconds in (NOW - 301, NOW + 301):
        refused("too old or in the future", headers=sign(seconds=seconds))
    verify(BODY, headers=sign(seconds=NOW - 30), key=KEY, tolerance=30)
    refused("too old", headers=sign(seconds=NOW - 31), tolerance=30)
    verify(BODY, headers=sign(seconds=NOW - 3000), key=KEY, tolerance=3000)
    with pytest.raises(APIWebhookValidationError):
        unwrap(BODY, headers=sign(seconds=NOW - 11), key=KEY, tolerance=10)


@pytest.mark.parametrize("tolerance", [float("nan"), -1])
def test_a_tolerance_that_is_none_trusts_nothing(tolerance: float) -> None:
    refused("too old", headers=sign(), tolerance=tolerance)
    refused("too old", headers=sign(seconds=1), tolerance=tolerance)


@pytest.mark.parametrize("stamp", ["12x", "x12", "1e9", "1.5e9", "-5", "0x10", "+5", "1_0", "१२", "²", "1" * 16])
def test_a_time_that_is_none_is_refused(stamp: str) -> None:
    refused("too old", headers={**sign(), "webhook-timestamp": stamp}, tolerance=1e20)


def test_a_time_of_fifteen_digits_is_read() -> None:
    verify(BODY, headers=sign(seconds=10**14), key=KEY, tolerance=1e20)


@pytest.mark.parametrize("key", [None, "", b"", [], (), [KEY, ""], ["", KEY]])
def test_a_missing_key_is_told(key: Any) -> None:
    with pytest.raises(RootError, match="Missing webhook key"):
        verify(BODY, headers=sign(), key=key)


@pytest.mark.parametrize("key", ["$$$", "whsec_", "whsec_$", [KEY, "$$$"], ["$$$", KEY], b"$$$", "ü"])
def test_a_key_that_is_none_is_told(key: Any) -> None:
    with pytest.raises(RootError, match="not base64"):
        verify(BODY, headers=sign(), key=key)


def test_a_body_that_is_no_json_is_an_error_with_its_reason() -> None:
    for body in ("x", "", "[" * 200_000):
        for read in (lambda: unwrap(body, headers=sign(body=body), key=KEY), lambda: unsafe_unwrap(body)):
            with pytest.raises(APIWebhookValidationError, match="not JSON") as raised:
                read()
            assert isinstance(raised.value.__cause__, (json.JSONDecodeError, RecursionError))
    # What is not trusted is not read.
    with pytest.raises(APIWebhookValidationError, match="signature"):
        unwrap("x", headers=sign(body="y"), key=KEY)


def test_every_pair_of_keys_and_signatures_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: List[bytes] = []

    def compare(a: bytes, b: bytes) -> bool:
        compared.append(b)
        return a == b

    monkeypatch.setattr(_webhooks.hmac, "compare_digest", compare)
    headers = sign()
    twice = {**headers, "webhook-signature": f"{headers['webhook-signature']} v1,AAAA"}
    verify(BODY, headers=twice, key=[KEY, OLD])
    assert len(compared) == 4


def test_the_time_is_that_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    verify(BODY, headers=sign(seconds=int(time.time())), key=KEY)
    value: Optional[float] = _webhooks.TOLERANCE_SECONDS
    assert value == 300
