from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .servers import (
        ServersResource as ServersResource,
        AsyncServersResource as AsyncServersResource,
        ServersResourceWithRawResponse as ServersResourceWithRawResponse,
        AsyncServersResourceWithRawResponse as AsyncServersResourceWithRawResponse,
        ServersResourceWithStreamingResponse as ServersResourceWithStreamingResponse,
        AsyncServersResourceWithStreamingResponse as AsyncServersResourceWithStreamingResponse,
    )
    from .namespaces import (
        NamespacesResource as NamespacesResource,
        AsyncNamespacesResource as AsyncNamespacesResource,
        NamespacesResourceWithRawResponse as NamespacesResourceWithRawResponse,
        AsyncNamespacesResourceWithRawResponse as AsyncNamespacesResourceWithRawResponse,
        NamespacesResourceWithStreamingResponse as NamespacesResourceWithStreamingResponse,
        AsyncNamespacesResourceWithStreamingResponse as AsyncNamespacesResourceWithStreamingResponse,
    )
else:
    from ..._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "ServersResource": ".servers",
            "ServersResourceWithRawResponse": ".servers",
            "ServersResourceWithStreamingResponse": ".servers",
            "AsyncServersResource": ".servers",
            "AsyncServersResourceWithRawResponse": ".servers",
            "AsyncServersResourceWithStreamingResponse": ".servers",
            "NamespacesResource": ".namespaces",
            "NamespacesResourceWithRawResponse": ".namespaces",
            "NamespacesResourceWithStreamingResponse": ".namespaces",
            "AsyncNamespacesResource": ".namespaces",
            "AsyncNamespacesResourceWithRawResponse": ".namespaces",
            "AsyncNamespacesResourceWithStreamingResponse": ".namespaces",
        },
    )
