from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api_keys import (
        APIKeysResource as APIKeysResource,
        AsyncAPIKeysResource as AsyncAPIKeysResource,
        APIKeysResourceWithRawResponse as APIKeysResourceWithRawResponse,
        AsyncAPIKeysResourceWithRawResponse as AsyncAPIKeysResourceWithRawResponse,
        APIKeysResourceWithStreamingResponse as APIKeysResourceWithStreamingResponse,
        AsyncAPIKeysResourceWithStreamingResponse as AsyncAPIKeysResourceWithStreamingResponse,
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
    from ..._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "APIKeysResource": ".api_keys",
            "APIKeysResourceWithRawResponse": ".api_keys",
            "APIKeysResourceWithStreamingResponse": ".api_keys",
            "AsyncAPIKeysResource": ".api_keys",
            "AsyncAPIKeysResourceWithRawResponse": ".api_keys",
            "AsyncAPIKeysResourceWithStreamingResponse": ".api_keys",
            "OrganizationsResource": ".organizations",
            "OrganizationsResourceWithRawResponse": ".organizations",
            "OrganizationsResourceWithStreamingResponse": ".organizations",
            "AsyncOrganizationsResource": ".organizations",
            "AsyncOrganizationsResourceWithRawResponse": ".organizations",
            "AsyncOrganizationsResourceWithStreamingResponse": ".organizations",
        },
    )
