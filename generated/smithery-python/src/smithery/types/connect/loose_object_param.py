from __future__ import annotations

from typing import Dict
from typing_extensions import TypeAlias

__all__ = ["LooseObjectParam"]

LooseObjectParam: TypeAlias = Dict[str, object]
