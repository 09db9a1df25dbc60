from __future__ import annotations

from typing_extensions import Required, Annotated, TypedDict

from ..._transform import PropertyInfo
from .loose_object_param import LooseObjectParam
from .unsubscribe_delivery_param import UnsubscribeDeliveryParam

__all__ = ["TriggerUnsubscribeParams"]


class TriggerUnsubscribeParams(TypedDict, total=False):
    namespace: Required[str]

    connection_id: Required[Annotated[str, PropertyInfo(alias="connectionId")]]

    delivery: Required[UnsubscribeDeliveryParam]

    params: Required[LooseObjectParam]
    """The same params used at subscribe time. Forms part of the subscription key."""
