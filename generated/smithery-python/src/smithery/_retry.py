"""Decides whether and when a request is retried."""

from __future__ import annotations

import time
import random
from typing import Mapping, Sequence
from email.utils import parsedate_to_datetime


class RetrySettings:
    """Retry settings of an API that override the defaults; times in seconds."""

    __slots__ = ("statuses", "initial", "max", "exponent", "max_elapsed")

    def __init__(
        self,
        statuses: Sequence[str] = ("408", "409", "429", "5XX"),
        initial: float = 0.5,
        max: float = 8.0,
        exponent: float = 2.0,
        max_elapsed: float | None = None,
    ) -> None:
        self.statuses = frozenset(statuses)
        """Statuses to retry, for example `429` or `5XX`."""
        self.initial = initial
        """Delay before the first retry."""
        self.max = max
        """Longest delay between attempts."""
        self.exponent = exponent
        """Factor by which the delay grows with each retry."""
        self.max_elapsed = max_elapsed
        """Default time limit of a call, including retries."""


def should_retry(status: int, headers: Mapping[str, str], settings: RetrySettings) -> bool:
    """Whether an error response is retried; the header `x-should-retry` takes precedence over the status."""
    told = headers.get("x-should-retry")
    if told in ("true", "false"):
        return told == "true"
    return str(status) in settings.statuses or f"{status // 100}XX" in settings.statuses


def retry_delay(headers: Mapping[str, str] | None, retry: int, settings: RetrySettings) -> tuple[float, bool]:
    """
    The delay before the next attempt in seconds, and whether the server asked for it: in the header `retry-after-ms`,
    or in `Retry-After` as seconds or a date (RFC 9110 section 10.2.3). Without a valid header the delay grows
    exponentially, by default from 0.5 s to 8 s, with up to 25 % subtracted at random.

    Args:
      retry: the number of earlier retries
    """
    asked = _asked_delay(headers) if headers is not None else None
    if asked is not None and 0 <= asked < float("inf"):
        return asked, True
    try:
        pause = min(settings.initial * settings.exponent**retry, settings.max)
    except OverflowError:
        # After about a thousand retries.
        pause = settings.max
    return pause * (1 - random.random() / 4), False


def _asked_delay(headers: Mapping[str, str]) -> float | None:
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    after = headers.get("retry-after")
    seconds = _number(after)
    if seconds is not None or after is None:
        return seconds
    try:
        return parsedate_to_datetime(after).timestamp() - time.time()
    except (TypeError, ValueError, OverflowError):
        return None


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text is not None else None
    except ValueError:
        return None
    return number if number == number else None
