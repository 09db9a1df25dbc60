from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .health import (
        HealthResource as HealthResource,
        AsyncHealthResource as AsyncHealthResource,
        HealthResourceWithRawResponse as HealthResourceWithRawResponse,
        AsyncHealthResourceWithRawResponse as AsyncHealthResourceWithRawResponse,
        HealthResourceWithStreamingResponse as HealthResourceWithStreamingResponse,
        AsyncHealthResourceWithStreamingResponse as AsyncHealthResourceWithStreamingResponse,
    )
    from .skills import (
        SkillsResource as SkillsResource,
        AsyncSkillsResource as AsyncSkillsResource,
        SkillsResourceWithRawResponse as SkillsResourceWithRawResponse,
        AsyncSkillsResourceWithRawResponse as AsyncSkillsResourceWithRawResponse,
        SkillsResourceWithStreamingResponse as SkillsResourceWithStreamingResponse,
        AsyncSkillsResourceWithStreamingResponse as AsyncSkillsResourceWithStreamingResponse,
    )
    from .tokens import (
        TokensResource as TokensResource,
        AsyncTokensResource as AsyncTokensResource,
        TokensResourceWithRawResponse as TokensResourceWithRawResponse,
        AsyncTokensResourceWithRawResponse as AsyncTokensResourceWithRawResponse,
        TokensResourceWithStreamingResponse as TokensResourceWithStreamingResponse,
        AsyncTokensResourceWithStreamingResponse as AsyncTokensResourceWithStreamingResponse,
    )
    from .connect import (
        ConnectResource as ConnectResource,
        AsyncConnectResource as AsyncConnectResource,
        ConnectResourceWithRawResponse as ConnectResourceWithRawResponse,
        AsyncConnectResourceWithRawResponse as AsyncConnectResourceWithRawResponse,
        ConnectResourceWithStreamingResponse as ConnectResourceWithStreamingResponse,
        AsyncConnectResourceWithStreamingResponse as AsyncConnectResourceWithStreamingResponse,
    )
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
    from .organizations import (
        OrganizationsResource as OrganizationsResource,
        AsyncOrganizationsResource as AsyncOrganizationsResource,
        OrganizationsResourceWithRawResponse as OrganizationsResourceWithRawResponse,
        AsyncOrganizationsResourceWithRawResponse as AsyncOrganizationsResourceWithRawResponse,
        OrganizationsResourceWithStreamingResponse as OrganizationsResourceWithStreamingResponse,
        AsyncOrganizationsResourceWithStreamingResponse as AsyncOrganizationsResourceWithStreamingResponse,
    )
else:
    from .._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "ServersResource": ".servers",
            "ServersResourceWithRawResponse": ".servers",
            "ServersResourceWithStreamingResponse": ".servers",
            "AsyncServersResource": ".servers",
            "AsyncServersResourceWithRawResponse": ".servers",
            "AsyncServersResourceWithStreamingResponse": ".servers",
            "ConnectResource": ".connect",
            "ConnectResourceWithRawResponse": ".connect",
            "ConnectResourceWithStreamingResponse": ".connect",
            "AsyncConnectResource": ".connect",
            "AsyncConnectResourceWithRawResponse": ".connect",
            "AsyncConnectResourceWithStreamingResponse": ".connect",
            "HealthResource": ".health",
            "HealthResourceWithRawResponse": ".health",
            "HealthResourceWithStreamingResponse": ".health",
            "AsyncHealthResource": ".health",
            "AsyncHealthResourceWithRawResponse": ".health",
            "AsyncHealthResourceWithStreamingResponse": ".health",
            "NamespacesResource": ".namespaces",
            "NamespacesResourceWithRawResponse": ".namespaces",
            "NamespacesResourceWithStreamingResponse": ".namespaces",
            "AsyncNamespacesResource": ".namespaces",
            "AsyncNamespacesResourceWithRawResponse": ".namespaces",
            "AsyncNamespacesResourceWithStreamingResponse": ".namespaces",
            "OrganizationsResource": ".organizations",
            "OrganizationsResourceWithRawResponse": ".organizations",
            "OrganizationsResourceWithStreamingResponse": ".organizations",
            "AsyncOrganizationsResource": ".organizations",
            "AsyncOrganizationsResourceWithRawResponse": ".organizations",
            "AsyncOrganizationsResourceWithStreamingResponse": ".organizations",
            "SkillsResource": ".skills",
            "SkillsResourceWithRawResponse": ".skills",
            "SkillsResourceWithStreamingResponse": ".skills",
            "AsyncSkillsResource": ".skills",
            "AsyncSkillsResourceWithRawResponse": ".skills",
            "AsyncSkillsResourceWithStreamingResponse": ".skills",
            "TokensResource": ".tokens",
            "TokensResourceWithRawResponse": ".tokens",
            "TokensResourceWithStreamingResponse": ".tokens",
            "AsyncTokensResource": ".tokens",
            "AsyncTokensResourceWithRawResponse": ".tokens",
            "AsyncTokensResourceWithStreamingResponse": ".tokens",
        },
    )
