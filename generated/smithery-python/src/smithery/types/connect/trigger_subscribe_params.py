from __future__ import annotations

from typing_extensions import Required, Annotated, TypedDict

from ..._transform import PropertyInfo
from .loose_object_param import LooseObjectParam
from .trigger_delivery_param import TriggerDeliveryParam

__all__ = ["TriggerSubscribeParams"]


class TriggerSubscribeParams(TypedDict, total=False):
    namespace: Required[str]

    connection_id: Required[Annotated[str, PropertyInfo(alias="connectionId")]]

    delivery: Required[TriggerDeliveryParam]

    params: Required[LooseObjectParam]
    """Trigger-specific parameters defined by the trigger inputSchema"""
