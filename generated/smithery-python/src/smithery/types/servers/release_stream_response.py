from __future__ import annotations

from typing_extensions import TypeAlias

__all__ = ["ReleaseStreamResponse"]

ReleaseStreamResponse: TypeAlias = str
