"""Streamed responses in both colours."""

from ._lines import ServerSentEvent as ServerSentEvent
from ._sync.streaming import Stream as Stream
from ._async.streaming import AsyncStream as AsyncStream
