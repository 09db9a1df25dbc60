from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .icon import (
        IconResource as IconResource,
        AsyncIconResource as AsyncIconResource,
        IconResourceWithRawResponse as IconResourceWithRawResponse,
        AsyncIconResourceWithRawResponse as AsyncIconResourceWithRawResponse,
        IconResourceWithStreamingResponse as IconResourceWithStreamingResponse,
        AsyncIconResourceWithStreamingResponse as AsyncIconResourceWithStreamingResponse,
    )
    from .logs import (
        LogsResource as LogsResource,
        AsyncLogsResource as AsyncLogsResource,
        LogsResourceWithRawResponse as LogsResourceWithRawResponse,
        AsyncLogsResourceWithRawResponse as AsyncLogsResourceWithRawResponse,
        LogsResourceWithStreamingResponse as LogsResourceWithStreamingResponse,
        AsyncLogsResourceWithStreamingResponse as AsyncLogsResourceWithStreamingResponse,
    )
    from .domains import (
        DomainsResource as DomainsResource,
        AsyncDomainsResource as AsyncDomainsResource,
        DomainsResourceWithRawResponse as DomainsResourceWithRawResponse,
        AsyncDomainsResourceWithRawResponse as AsyncDomainsResourceWithRawResponse,
        DomainsResourceWithStreamingResponse as DomainsResourceWithStreamingResponse,
        AsyncDomainsResourceWithStreamingResponse as AsyncDomainsResourceWithStreamingResponse,
    )
    from .secrets import (
        SecretsResource as SecretsResource,
        AsyncSecretsResource as AsyncSecretsResource,
        SecretsResourceWithRawResponse as SecretsResourceWithRawResponse,
        AsyncSecretsResourceWithRawResponse as AsyncSecretsResourceWithRawResponse,
        SecretsResourceWithStreamingResponse as SecretsResourceWithStreamingResponse,
        AsyncSecretsResourceWithStreamingResponse as AsyncSecretsResourceWithStreamingResponse,
    )
    from .servers import (
        ServersResource as ServersResource,
        AsyncServersResource as AsyncServersResource,
        ServersResourceWithRawResponse as ServersResourceWithRawResponse,
        AsyncServersResourceWithRawResponse as AsyncServersResourceWithRawResponse,
        ServersResourceWithStreamingResponse as ServersResourceWithStreamingResponse,
        AsyncServersResourceWithStreamingResponse as AsyncServersResourceWithStreamingResponse,
    )
    from .releases import (
        ReleasesResource as ReleasesResource,
        AsyncReleasesResource as AsyncReleasesResource,
        ReleasesResourceWithRawResponse as ReleasesResourceWithRawResponse,
        AsyncReleasesResourceWithRawResponse as AsyncReleasesResourceWithRawResponse,
        ReleasesResourceWithStreamingResponse as ReleasesResourceWithStreamingResponse,
        AsyncReleasesResourceWithStreamingResponse as AsyncReleasesResourceWithStreamingResponse,
    )
    from .experimental import (
        ExperimentalResource as ExperimentalResource,
        AsyncExperimentalResource as AsyncExperimentalResource,
        ExperimentalResourceWithRawResponse as ExperimentalResourceWithRawResponse,
        AsyncExperimentalResourceWithRawResponse as AsyncExperimentalResourceWithRawResponse,
        ExperimentalResourceWithStreamingResponse as ExperimentalResourceWithStreamingResponse,
        AsyncExperimentalResourceWithStreamingResponse as AsyncExperimentalResourceWithStreamingResponse,
    )
else:
    from ..._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "ExperimentalResource": ".experimental",
            "ExperimentalResourceWithRawResponse": ".experimental",
            "ExperimentalResourceWithStreamingResponse": ".experimental",
            "AsyncExperimentalResource": ".experimental",
            "AsyncExperimentalResourceWithRawResponse": ".experimental",
            "AsyncExperimentalResourceWithStreamingResponse": ".experimental",
            "DomainsResource": ".domains",
            "DomainsResourceWithRawResponse": ".domains",
            "DomainsResourceWithStreamingResponse": ".domains",
            "AsyncDomainsResource": ".domains",
            "AsyncDomainsResourceWithRawResponse": ".domains",
            "AsyncDomainsResourceWithStreamingResponse": ".domains",
            "IconResource": ".icon",
            "IconResourceWithRawResponse": ".icon",
            "IconResourceWithStreamingResponse": ".icon",
            "AsyncIconResource": ".icon",
            "AsyncIconResourceWithRawResponse": ".icon",
            "AsyncIconResourceWithStreamingResponse": ".icon",
            "LogsResource": ".logs",
            "LogsResourceWithRawResponse": ".logs",
            "LogsResourceWithStreamingResponse": ".logs",
            "AsyncLogsResource": ".logs",
            "AsyncLogsResourceWithRawResponse": ".logs",
            "AsyncLogsResourceWithStreamingResponse": ".logs",
            "ReleasesResource": ".releases",
            "ReleasesResourceWithRawResponse": ".releases",
            "ReleasesResourceWithStreamingResponse": ".releases",
            "AsyncReleasesResource": ".releases",
            "AsyncReleasesResourceWithRawResponse": ".releases",
            "AsyncReleasesResourceWithStreamingResponse": ".releases",
            "SecretsResource": ".secrets",
            "SecretsResourceWithRawResponse": ".secrets",
            "SecretsResourceWithStreamingResponse": ".secrets",
            "AsyncSecretsResource": ".secrets",
            "AsyncSecretsResourceWithRawResponse": ".secrets",
            "AsyncSecretsResourceWithStreamingResponse": ".secrets",
            "ServersResource": ".servers",
            "ServersResourceWithRawResponse": ".servers",
            "ServersResourceWithStreamingResponse": ".servers",
            "AsyncServersResource": ".servers",
            "AsyncServersResourceWithRawResponse": ".servers",
            "AsyncServersResourceWithStreamingResponse": ".servers",
        },
    )
