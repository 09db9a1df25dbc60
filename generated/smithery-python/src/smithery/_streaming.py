"""Streamed responses of the sync and async clients."""

from ._lines import ServerSentEvent as ServerSentEvent
from ._sync.reconnect import ReconnectingStream as ReconnectingStream
from ._sync.streaming import Stream as Stream
from ._async.reconnect import AsyncReconnectingStream as AsyncReconnectingStream
from ._async.streaming import AsyncStream as AsyncStream
