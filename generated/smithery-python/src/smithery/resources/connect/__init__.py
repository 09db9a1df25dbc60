from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .tools import (
        ToolsResource as ToolsResource,
        AsyncToolsResource as AsyncToolsResource,
        ToolsResourceWithRawResponse as ToolsResourceWithRawResponse,
        AsyncToolsResourceWithRawResponse as AsyncToolsResourceWithRawResponse,
        ToolsResourceWithStreamingResponse as ToolsResourceWithStreamingResponse,
        AsyncToolsResourceWithStreamingResponse as AsyncToolsResourceWithStreamingResponse,
    )
    from .connect import (
        ConnectResource as ConnectResource,
        AsyncConnectResource as AsyncConnectResource,
        ConnectResourceWithRawResponse as ConnectResourceWithRawResponse,
        AsyncConnectResourceWithRawResponse as AsyncConnectResourceWithRawResponse,
        ConnectResourceWithStreamingResponse as ConnectResourceWithStreamingResponse,
        AsyncConnectResourceWithStreamingResponse as AsyncConnectResourceWithStreamingResponse,
    )
    from .triggers import (
        TriggersResource as TriggersResource,
        AsyncTriggersResource as AsyncTriggersResource,
        TriggersResourceWithRawResponse as TriggersResourceWithRawResponse,
        AsyncTriggersResourceWithRawResponse as AsyncTriggersResourceWithRawResponse,
        TriggersResourceWithStreamingResponse as TriggersResourceWithStreamingResponse,
        AsyncTriggersResourceWithStreamingResponse as AsyncTriggersResourceWithStreamingResponse,
    )
else:
    from ..._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "ToolsResource": ".tools",
            "ToolsResourceWithRawResponse": ".tools",
            "ToolsResourceWithStreamingResponse": ".tools",
            "AsyncToolsResource": ".tools",
            "AsyncToolsResourceWithRawResponse": ".tools",
            "AsyncToolsResourceWithStreamingResponse": ".tools",
            "TriggersResource": ".triggers",
            "TriggersResourceWithRawResponse": ".triggers",
            "TriggersResourceWithStreamingResponse": ".triggers",
            "AsyncTriggersResource": ".triggers",
            "AsyncTriggersResourceWithRawResponse": ".triggers",
            "AsyncTriggersResourceWithStreamingResponse": ".triggers",
            "ConnectResource": ".connect",
            "ConnectResourceWithRawResponse": ".connect",
            "ConnectResourceWithStreamingResponse": ".connect",
            "AsyncConnectResource": ".connect",
            "AsyncConnectResourceWithRawResponse": ".connect",
            "AsyncConnectResourceWithStreamingResponse": ".connect",
        },
    )
