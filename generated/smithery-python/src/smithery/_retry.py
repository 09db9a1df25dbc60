"""When to repeat a request, and after which pause."""

from __future__ import annotations

import time
import random
from typing import Tuple, Mapping, Optional, Sequence
from email.utils import parsedate_to_datetime


class RetrySettings:
    """How the back-off of an API differs from the usual; seconds."""

    __slots__ = ("statuses", "initial", "max", "exponent", "max_elapsed")

    def __init__(
        self,
        statuses: Sequence[str] = ("408", "409", "429", "5XX"),
        initial: float = 0.5,
        max: float = 8.0,
        exponent: float = 2.0,
        max_elapsed: Optional[float] = None,
    ) -> None:
        self.statuses = frozenset(statuses)
        """Statuses that are tried again: `429`, `5XX`."""
        self.initial = initial
        """Pause before the first retry."""
        self.max = max
        """Longest pause of the back-off."""
        self.exponent = exponent
        """What a pause is multiplied by from one retry to the next."""
        self.max_elapsed = max_elapsed
        """Limit of a call as a whole, where the caller sets none."""


def should_retry(status: int, headers: Mapping[str, str], settings: RetrySettings) -> bool:
    """Whether an error response may go away by itself; `x-should-retry` has the last word."""
    told = headers.get("x-should-retry")
    if told in ("true", "false"):
        return told == "true"
    return str(status) in settings.statuses or f"{status // 100}XX" in settings.statuses


def retry_delay(headers: Optional[Mapping[str, str]], retry: int, settings: RetrySettings) -> Tuple[float, bool]:
    """
    Seconds to wait before the next attempt, and whether the server asked for them: `retry-after-ms`, then
    `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3). Else, and for a time that has passed, the pause
    grows from one retry to the next, less up to a quarter at random.

    Args:
      retry: how many retries there were before, from 0
    """
    asked = _asked_delay(headers) if headers is not None else None
    if asked is not None and 0 <= asked < float("inf"):
        return asked, True
    pause = min(settings.initial * settings.exponent**retry, settings.max)
    return pause * (1 - random.random() / 4), False


def _asked_delay(headers: Mapping[str, str]) -> Optional[float]:
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


def _number(text: Optional[str]) -> Optional[float]:
    try:
        number = float(text) if text is not None else None
    except ValueError:
        return None
    return number if number == number else None
