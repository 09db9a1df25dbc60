"""What is known of an event stream so far."""

from __future__ import annotations


class Progress:
    """What is known of an event stream so far."""

    __slots__ = ("last_id", "delay", "is_done")

    def __init__(self) -> None:
        self.last_id: str | None = None
        self.delay: float | None = None
        """Seconds before a reconnection."""
        self.is_done = False
