from __future__ import annotations

from typing_extensions import Required, TypedDict

from .loose_object_param import LooseObjectParam
from .unsubscribe_delivery_param import UnsubscribeDeliveryParam

__all__ = ["DeleteTriggerRequestParam"]


class DeleteTriggerRequestParam(TypedDict, total=False):
    delivery: Required[UnsubscribeDeliveryParam]

    params: Required[LooseObjectParam]
    """The same params used at subscribe time. Forms part of the subscription key."""
