from __future__ import annotations

from functools import cached_property

from ..._http import httpx
from ..._path import path_template
from ..._types import Body, Query, Headers, NotGiven, not_given
from ..._options import make_request_options
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import (
    to_raw_response_wrapper,
    to_streamed_response_wrapper,
    async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper,
)
from ..._transform import transform
from ...types.error import Error
from ...types.connect import trigger_subscribe_params, trigger_unsubscribe_params
from ...types.success import Success
from ...types.validation_error import ValidationError
from ...types.connect.loose_object_param import LooseObjectParam
from ...types.connect.trigger_definition import TriggerDefinition
from ...types.connect.trigger_subscription import TriggerSubscription
from ...types.connect.trigger_delivery_param import TriggerDeliveryParam
from ...types.connect.trigger_definition_list import TriggerDefinitionList
from ...types.connect.unsubscribe_delivery_param import UnsubscribeDeliveryParam

__all__ = ["TriggersResource", "AsyncTriggersResource"]


class TriggersResource(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> TriggersResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return TriggersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> TriggersResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return TriggersResourceWithStreamingResponse(self)

    def list(
        self,
        connection_id: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> TriggerDefinitionList:
        """
        List trigger types exposed by a connection.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template(
                "/connect/{namespace}/{connection_id}/.triggers", namespace=namespace, connection_id=connection_id
            ),
            cast_to=TriggerDefinitionList,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Error},
            ),
        )

    def get(
        self,
        trigger_name: str,
        *,
        namespace: str,
        connection_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> TriggerDefinition:
        """
        Get the schema for a single trigger type.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._get(
            path_template(
                "/connect/{namespace}/{connection_id}/.triggers/{trigger_name}",
                namespace=namespace,
                connection_id=connection_id,
                trigger_name=trigger_name,
            ),
            cast_to=TriggerDefinition,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Error},
            ),
        )

    def subscribe(
        self,
        trigger_name: str,
        *,
        namespace: str,
        connection_id: str,
        delivery: TriggerDeliveryParam,
        params: LooseObjectParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> TriggerSubscription:
        """
        Subscribe to (or refresh) a trigger. Supplying the same (params, delivery.url)
        refreshes the TTL and may rotate the secret.

        Args:
          params: Trigger-specific parameters defined by the trigger inputSchema

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._post(
            path_template(
                "/connect/{namespace}/{connection_id}/.triggers/{trigger_name}",
                namespace=namespace,
                connection_id=connection_id,
                trigger_name=trigger_name,
            ),
            cast_to=TriggerSubscription,
            body=transform({"delivery": delivery, "params": params}, trigger_subscribe_params.TriggerSubscribeParams),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": ValidationError, "404": Error},
            ),
        )

    def unsubscribe(
        self,
        trigger_name: str,
        *,
        namespace: str,
        connection_id: str,
        delivery: UnsubscribeDeliveryParam,
        params: LooseObjectParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Success:
        """
        Unsubscribe by subscription key (params + delivery.url). Eager teardown —
        subscriptions also expire naturally on TTL.

        Args:
          params: The same params used at subscribe time. Forms part of the subscription key.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return self._delete(
            path_template(
                "/connect/{namespace}/{connection_id}/.triggers/{trigger_name}",
                namespace=namespace,
                connection_id=connection_id,
                trigger_name=trigger_name,
            ),
            cast_to=Success,
            body=transform(
                {"delivery": delivery, "params": params}, trigger_unsubscribe_params.TriggerUnsubscribeParams
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Error},
            ),
        )


class AsyncTriggersResource(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncTriggersResourceWithRawResponse:
        """The same methods, which give the response itself with its headers; `parse()` gives the usual result."""
        return AsyncTriggersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncTriggersResourceWithStreamingResponse:
        """The same methods as context managers, which give the response before its body is read."""
        return AsyncTriggersResourceWithStreamingResponse(self)

    async def list(
        self,
        connection_id: str,
        *,
        namespace: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> TriggerDefinitionList:
        """
        List trigger types exposed by a connection.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template(
                "/connect/{namespace}/{connection_id}/.triggers", namespace=namespace, connection_id=connection_id
            ),
            cast_to=TriggerDefinitionList,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Error},
            ),
        )

    async def get(
        self,
        trigger_name: str,
        *,
        namespace: str,
        connection_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> TriggerDefinition:
        """
        Get the schema for a single trigger type.

        Args:
          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._get(
            path_template(
                "/connect/{namespace}/{connection_id}/.triggers/{trigger_name}",
                namespace=namespace,
                connection_id=connection_id,
                trigger_name=trigger_name,
            ),
            cast_to=TriggerDefinition,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Error},
            ),
        )

    async def subscribe(
        self,
        trigger_name: str,
        *,
        namespace: str,
        connection_id: str,
        delivery: TriggerDeliveryParam,
        params: LooseObjectParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> TriggerSubscription:
        """
        Subscribe to (or refresh) a trigger. Supplying the same (params, delivery.url)
        refreshes the TTL and may rotate the secret.

        Args:
          params: Trigger-specific parameters defined by the trigger inputSchema

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._post(
            path_template(
                "/connect/{namespace}/{connection_id}/.triggers/{trigger_name}",
                namespace=namespace,
                connection_id=connection_id,
                trigger_name=trigger_name,
            ),
            cast_to=TriggerSubscription,
            body=transform({"delivery": delivery, "params": params}, trigger_subscribe_params.TriggerSubscribeParams),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"400": ValidationError, "404": Error},
            ),
        )

    async def unsubscribe(
        self,
        trigger_name: str,
        *,
        namespace: str,
        connection_id: str,
        delivery: UnsubscribeDeliveryParam,
        params: LooseObjectParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx.Timeout | None | NotGiven = not_given,
    ) -> Success:
        """
        Unsubscribe by subscription key (params + delivery.url). Eager teardown —
        subscriptions also expire naturally on TTL.

        Args:
          params: The same params used at subscribe time. Forms part of the subscription key.

          extra_headers: Headers beside those of the method, or in their place

          extra_query: Query parameters beside those of the method

          extra_body: Properties of the body beside those of the method

          timeout: Time limit of this request in seconds, in place of the client's
        """
        return await self._delete(
            path_template(
                "/connect/{namespace}/{connection_id}/.triggers/{trigger_name}",
                namespace=namespace,
                connection_id=connection_id,
                trigger_name=trigger_name,
            ),
            cast_to=Success,
            body=transform(
                {"delivery": delivery, "params": params}, trigger_unsubscribe_params.TriggerUnsubscribeParams
            ),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                errors={"404": Error},
            ),
        )


class TriggersResourceWithRawResponse:
    def __init__(self, triggers: TriggersResource) -> None:
        self._triggers = triggers

        self.list = to_raw_response_wrapper(triggers.list)

        self.get = to_raw_response_wrapper(triggers.get)

        self.subscribe = to_raw_response_wrapper(triggers.subscribe)

        self.unsubscribe = to_raw_response_wrapper(triggers.unsubscribe)


class TriggersResourceWithStreamingResponse:
    def __init__(self, triggers: TriggersResource) -> None:
        self._triggers = triggers

        self.list = to_streamed_response_wrapper(triggers.list)

        self.get = to_streamed_response_wrapper(triggers.get)

        self.subscribe = to_streamed_response_wrapper(triggers.subscribe)

        self.unsubscribe = to_streamed_response_wrapper(triggers.unsubscribe)


class AsyncTriggersResourceWithRawResponse:
    def __init__(self, triggers: AsyncTriggersResource) -> None:
        self._triggers = triggers

        self.list = async_to_raw_response_wrapper(triggers.list)

        self.get = async_to_raw_response_wrapper(triggers.get)

        self.subscribe = async_to_raw_response_wrapper(triggers.subscribe)

        self.unsubscribe = async_to_raw_response_wrapper(triggers.unsubscribe)


class AsyncTriggersResourceWithStreamingResponse:
    def __init__(self, triggers: AsyncTriggersResource) -> None:
        self._triggers = triggers

        self.list = async_to_streamed_response_wrapper(triggers.list)

        self.get = async_to_streamed_response_wrapper(triggers.get)

        self.subscribe = async_to_streamed_response_wrapper(triggers.subscribe)

        self.unsubscribe = async_to_streamed_response_wrapper(triggers.unsubscribe)
