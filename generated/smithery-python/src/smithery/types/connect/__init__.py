from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .tool import Tool as Tool
    from .tool_list import ToolList as ToolList
    from .loose_object import LooseObject as LooseObject
    from .tool_response import ToolResponse as ToolResponse
    from .tool_get_params import ToolGetParams as ToolGetParams
    from .tool_call_params import ToolCallParams as ToolCallParams
    from .tool_list_params import ToolListParams as ToolListParams
    from .loose_object_param import LooseObjectParam as LooseObjectParam
    from .trigger_definition import TriggerDefinition as TriggerDefinition
    from .trigger_get_params import TriggerGetParams as TriggerGetParams
    from .trigger_list_params import TriggerListParams as TriggerListParams
    from .trigger_subscription import TriggerSubscription as TriggerSubscription
    from .trigger_delivery_param import TriggerDeliveryParam as TriggerDeliveryParam
    from .trigger_definition_list import TriggerDefinitionList as TriggerDefinitionList
    from .trigger_subscribe_params import TriggerSubscribeParams as TriggerSubscribeParams
    from .trigger_unsubscribe_params import TriggerUnsubscribeParams as TriggerUnsubscribeParams
    from .unsubscribe_delivery_param import UnsubscribeDeliveryParam as UnsubscribeDeliveryParam
    from .create_trigger_request_param import CreateTriggerRequestParam as CreateTriggerRequestParam
    from .delete_trigger_request_param import DeleteTriggerRequestParam as DeleteTriggerRequestParam
else:
    from ..._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "CreateTriggerRequestParam": ".create_trigger_request_param",
            "DeleteTriggerRequestParam": ".delete_trigger_request_param",
            "LooseObject": ".loose_object",
            "LooseObjectParam": ".loose_object_param",
            "Tool": ".tool",
            "ToolCallParams": ".tool_call_params",
            "ToolGetParams": ".tool_get_params",
            "ToolList": ".tool_list",
            "ToolListParams": ".tool_list_params",
            "ToolResponse": ".tool_response",
            "TriggerDefinition": ".trigger_definition",
            "TriggerDefinitionList": ".trigger_definition_list",
            "TriggerDeliveryParam": ".trigger_delivery_param",
            "TriggerGetParams": ".trigger_get_params",
            "TriggerListParams": ".trigger_list_params",
            "TriggerSubscribeParams": ".trigger_subscribe_params",
            "TriggerSubscription": ".trigger_subscription",
            "TriggerUnsubscribeParams": ".trigger_unsubscribe_params",
            "UnsubscribeDeliveryParam": ".unsubscribe_delivery_param",
        },
    )
