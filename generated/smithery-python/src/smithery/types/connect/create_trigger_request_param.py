from __future__ import annotations

from typing_extensions import Required, TypedDict

from .loose_object_param import LooseObjectParam
from .trigger_delivery_param import TriggerDeliveryParam

__all__ = ["CreateTriggerRequestParam"]


class CreateTriggerRequestParam(TypedDict, total=False):
    delivery: Required[TriggerDeliveryParam]

    params: Required[LooseObjectParam]
    """Trigger-specific parameters defined by the trigger inputSchema"""
