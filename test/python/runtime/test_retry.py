"""When a request is retried, and after how long. The twin of the tests of retries in test/runtime/options.test.ts."""

from __future__ import annotations

import random
from typing import Dict, Optional
from email.utils import formatdate

import pytest

from acme import _retry
from acme._retry import RetrySettings, retry_delay, should_retry

NOW = 1_700_000_000
DEFAULT = RetrySettings()


@pytest.fixture(autouse=True)
def _fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_retry.time, "time", lambda: float(NOW))
    monkeypatch.setattr(random, "random", lambda: 0.0)


def test_defaults() -> None:
    assert (DEFAULT.initial, DEFAULT.max, DEFAULT.exponent, DEFAULT.max_elapsed) == (0.5, 8, 2, None)
    own = RetrySettings(["503"], 1, 2, 3, 4)
    assert (own.statuses, own.initial, own.max, own.exponent, own.max_elapsed) == ({"503"}, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("status", "retried"),
    [(s, True) for s in (408, 409, 429, 500, 503, 599)] + [(s, False) for s in (200, 400, 404, 410, 499, 600)],
)
def test_statuses(status: int, retried: bool) -> None:
    assert should_retry(status, {}, DEFAULT) is retried
    assert should_retry(status, {"x-should-retry": "perhaps"}, DEFAULT) is retried
    assert should_retry(status, {"x-should-retry": "true"}, DEFAULT) is True
    assert should_retry(status, {"x-should-retry": "false"}, DEFAULT) is False


def test_statuses_of_an_api() -> None:
    own = RetrySettings(["4XX", "503"])
    assert [should_retry(status, {}, own) for status in (404, 503, 500)] == [True, True, False]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after-ms": "1234.5"}, 1.2345),
        ({"retry-after-ms": "0"}, 0),
        ({"retry-after": "7"}, 7),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "0.25"}, 0.25),
        ({"retry-after-ms": "10", "retry-after": "7"}, 0.01),
        ({"retry-after-ms": "soon", "retry-after": "7"}, 7),
        ({"retry-after": formatdate(NOW + 30, usegmt=True)}, 30),
        ({"retry-after": formatdate(NOW, usegmt=True)}, 0),
        ({"retry-after": "86400"}, 86400),
    ],
)
def test_what_the_server_asks_for(headers: Dict[str, str], seconds: float) -> None:
    assert retry_delay(headers, 3, DEFAULT) == (pytest.approx(seconds), True)


@pytest.mark.parametrize(
    "headers",
    [
        None,
        {},
        {"retry-after": formatdate(NOW - 1, usegmt=True)},
        {"retry-after": "1, 5"},
        {"retry-after": "NaN"},
        {"retry-after": "-1"},
        {"retry-after": "soon"},
        {"retry-after": ""},
        {"retry-after": "Infinity"},
        {"retry-after": "9" * 5000},
        {"retry-after": "Wed, 99 Oct 2015 07:28:00 GMT"},
        {"retry-after": "Fri, 31 Dec 99999 23:59:59 GMT"},
        {"retry-after-ms": ""},
        {"retry-after-ms": "-1"},
        {"retry-after-ms": "inf"},
        {"retry-after-ms": "nan"},
    ],
)
def test_what_says_nothing(headers: Optional[Dict[str, str]]) -> None:
    assert retry_delay(headers, 0, DEFAULT) == (0.5, False)


def test_the_delay_doubles_up_to_eight_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [retry_delay(None, retry, DEFAULT)[0] for retry in range(7)] == [0.5, 1, 2, 4, 8, 8, 8]
    monkeypatch.setattr(random, "random", lambda: 1.0)
    assert retry_delay(None, 0, DEFAULT) == (0.375, False)
    monkeypatch.setattr(random, "random", lambda: 0.5)
    assert retry_delay({}, 1, RetrySettings(initial=0.1, max=1, exponent=3)) == (pytest.approx(0.3 * 0.875), False)


def test_many_retries_have_a_delay() -> None:
    assert retry_delay(None, 5000, DEFAULT) == (8, False)
