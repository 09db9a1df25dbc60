"""Raw responses of the sync and async clients."""

from ._sync.response import (
    APIResponse as APIResponse,
    BinaryAPIResponse as BinaryAPIResponse,
    ResponseContextManager as ResponseContextManager,
    StreamedBinaryAPIResponse as StreamedBinaryAPIResponse,
    to_raw_response_wrapper as to_raw_response_wrapper,
    to_streamed_response_wrapper as to_streamed_response_wrapper,
    to_custom_raw_response_wrapper as to_custom_raw_response_wrapper,
    to_custom_streamed_response_wrapper as to_custom_streamed_response_wrapper,
)
from ._async.response import (
    AsyncAPIResponse as AsyncAPIResponse,
    AsyncBinaryAPIResponse as AsyncBinaryAPIResponse,
    AsyncResponseContextManager as AsyncResponseContextManager,
    AsyncStreamedBinaryAPIResponse as AsyncStreamedBinaryAPIResponse,
    async_to_raw_response_wrapper as async_to_raw_response_wrapper,
    async_to_streamed_response_wrapper as async_to_streamed_response_wrapper,
    async_to_custom_raw_response_wrapper as async_to_custom_raw_response_wrapper,
    async_to_custom_streamed_response_wrapper as async_to_custom_streamed_response_wrapper,
)
