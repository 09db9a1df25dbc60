from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .team_api_key import TeamAPIKey as TeamAPIKey
    from .organization_error import OrganizationError as OrganizationError
    from .team_api_key_created import TeamAPIKeyCreated as TeamAPIKeyCreated
    from .api_key_create_params import APIKeyCreateParams as APIKeyCreateParams
    from .api_key_delete_params import APIKeyDeleteParams as APIKeyDeleteParams
    from .api_key_list_response import APIKeyListResponse as APIKeyListResponse
    from .revoke_team_api_key_response import RevokeTeamAPIKeyResponse as RevokeTeamAPIKeyResponse
    from .create_team_api_key_body_param import CreateTeamAPIKeyBodyParam as CreateTeamAPIKeyBodyParam
else:
    from ..._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "APIKeyCreateParams": ".api_key_create_params",
            "APIKeyDeleteParams": ".api_key_delete_params",
            "APIKeyListResponse": ".api_key_list_response",
            "CreateTeamAPIKeyBodyParam": ".create_team_api_key_body_param",
            "OrganizationError": ".organization_error",
            "RevokeTeamAPIKeyResponse": ".revoke_team_api_key_response",
            "TeamAPIKey": ".team_api_key",
            "TeamAPIKeyCreated": ".team_api_key_created",
        },
    )
