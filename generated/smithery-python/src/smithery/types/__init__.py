from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .error import Error as Error
    from .health import Health as Health
    from .server import Server as Server
    from .success import Success as Success
    from .connection import Connection as Connection
    from .mock_config import MockConfig as MockConfig
    from .server_info import ServerInfo as ServerInfo
    from .server_tool import ServerTool as ServerTool
    from .skill_error import SkillError as SkillError
    from .token_error import TokenError as TokenError
    from .health_error import HealthError as HealthError
    from .config_schema import ConfigSchema as ConfigSchema
    from .server_prompt import ServerPrompt as ServerPrompt
    from .skill_summary import SkillSummary as SkillSummary
    from .delete_success import DeleteSuccess as DeleteSuccess
    from .registry_error import RegistryError as RegistryError
    from .server_summary import ServerSummary as ServerSummary
    from .skill_response import SkillResponse as SkillResponse
    from .http_connection import HTTPConnection as HTTPConnection
    from .server_resource import ServerResource as ServerResource
    from .server_security import ServerSecurity as ServerSecurity
    from .constraint_param import ConstraintParam as ConstraintParam
    from .http_input_field import HTTPInputField as HTTPInputField
    from .namespaces_error import NamespacesError as NamespacesError
    from .skill_get_params import SkillGetParams as SkillGetParams
    from .skill_set_params import SkillSetParams as SkillSetParams
    from .stdio_connection import StdioConnection as StdioConnection
    from .validation_error import ValidationError as ValidationError
    from .connection_status import ConnectionStatus as ConnectionStatus
    from .mock_config_param import MockConfigParam as MockConfigParam
    from .skill_list_params import SkillListParams as SkillListParams
    from .skill_sync_params import SkillSyncParams as SkillSyncParams
    from .skills_list_error import SkillsListError as SkillsListError
    from .tool_input_schema import ToolInputSchema as ToolInputSchema
    from .connect_get_params import ConnectGetParams as ConnectGetParams
    from .connect_set_params import ConnectSetParams as ConnectSetParams
    from .create_skill_error import CreateSkillError as CreateSkillError
    from .put_skill_response import PutSkillResponse as PutSkillResponse
    from .server_list_params import ServerListParams as ServerListParams
    from .servers_list_error import ServersListError as ServersListError
    from .tool_output_schema import ToolOutputSchema as ToolOutputSchema
    from .connect_list_params import ConnectListParams as ConnectListParams
    from .skill_create_params import SkillCreateParams as SkillCreateParams
    from .skill_delete_params import SkillDeleteParams as SkillDeleteParams
    from .skill_upload_params import SkillUploadParams as SkillUploadParams
    from .sync_skill_response import SyncSkillResponse as SyncSkillResponse
    from .token_create_params import TokenCreateParams as TokenCreateParams
    from .server_create_params import ServerCreateParams as ServerCreateParams
    from .server_update_params import ServerUpdateParams as ServerUpdateParams
    from .skills_list_response import SkillsListResponse as SkillsListResponse
    from .bundle_download_error import BundleDownloadError as BundleDownloadError
    from .connect_create_params import ConnectCreateParams as ConnectCreateParams
    from .connect_delete_params import ConnectDeleteParams as ConnectDeleteParams
    from .create_skill_response import CreateSkillResponse as CreateSkillResponse
    from .create_token_response import CreateTokenResponse as CreateTokenResponse
    from .delete_skill_response import DeleteSkillResponse as DeleteSkillResponse
    from .namespace_list_params import NamespaceListParams as NamespaceListParams
    from .servers_list_response import ServersListResponse as ServersListResponse
    from .skill_download_params import SkillDownloadParams as SkillDownloadParams
    from .update_server_response import UpdateServerResponse as UpdateServerResponse
    from .credential_profile_http import CredentialProfileHTTP as CredentialProfileHTTP
    from .input_schema_properties import InputSchemaProperties as InputSchemaProperties
    from .namespace_search_result import NamespaceSearchResult as NamespaceSearchResult
    from .output_schema_properties import OutputSchemaProperties as OutputSchemaProperties
    from .connections_list_response import ConnectionsListResponse as ConnectionsListResponse
    from .create_namespace_response import CreateNamespaceResponse as CreateNamespaceResponse
    from .delete_namespace_response import DeleteNamespaceResponse as DeleteNamespaceResponse
    from .create_skill_request_param import CreateSkillRequestParam as CreateSkillRequestParam
    from .create_token_request_param import CreateTokenRequestParam as CreateTokenRequestParam
    from .namespaces_search_response import NamespacesSearchResponse as NamespacesSearchResponse
    from .create_connection_request_param import CreateConnectionRequestParam as CreateConnectionRequestParam
    from .upsert_connection_request_param import UpsertConnectionRequestParam as UpsertConnectionRequestParam
    from .create_namespace_server_response import CreateNamespaceServerResponse as CreateNamespaceServerResponse
else:
    from .._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "BundleDownloadError": ".bundle_download_error",
            "ConfigSchema": ".config_schema",
            "ConnectCreateParams": ".connect_create_params",
            "ConnectDeleteParams": ".connect_delete_params",
            "ConnectGetParams": ".connect_get_params",
            "ConnectListParams": ".connect_list_params",
            "ConnectSetParams": ".connect_set_params",
            "Connection": ".connection",
            "ConnectionStatus": ".connection_status",
            "ConnectionsListResponse": ".connections_list_response",
            "ConstraintParam": ".constraint_param",
            "CreateConnectionRequestParam": ".create_connection_request_param",
            "CreateNamespaceResponse": ".create_namespace_response",
            "CreateNamespaceServerResponse": ".create_namespace_server_response",
            "CreateSkillError": ".create_skill_error",
            "CreateSkillRequestParam": ".create_skill_request_param",
            "CreateSkillResponse": ".create_skill_response",
            "CreateTokenRequestParam": ".create_token_request_param",
            "CreateTokenResponse": ".create_token_response",
            "CredentialProfileHTTP": ".credential_profile_http",
            "DeleteNamespaceResponse": ".delete_namespace_response",
            "DeleteSkillResponse": ".delete_skill_response",
            "DeleteSuccess": ".delete_success",
            "Error": ".error",
            "Health": ".health",
            "HealthError": ".health_error",
            "HTTPConnection": ".http_connection",
            "HTTPInputField": ".http_input_field",
            "InputSchemaProperties": ".input_schema_properties",
            "MockConfig": ".mock_config",
            "MockConfigParam": ".mock_config_param",
            "NamespaceListParams": ".namespace_list_params",
            "NamespaceSearchResult": ".namespace_search_result",
            "NamespacesError": ".namespaces_error",
            "NamespacesSearchResponse": ".namespaces_search_response",
            "OutputSchemaProperties": ".output_schema_properties",
            "PutSkillResponse": ".put_skill_response",
            "RegistryError": ".registry_error",
            "Server": ".server",
            "ServerCreateParams": ".server_create_params",
            "ServerInfo": ".server_info",
            "ServerListParams": ".server_list_params",
            "ServerPrompt": ".server_prompt",
            "ServerResource": ".server_resource",
            "ServerSecurity": ".server_security",
            "ServerSummary": ".server_summary",
            "ServerTool": ".server_tool",
            "ServerUpdateParams": ".server_update_params",
            "ServersListError": ".servers_list_error",
            "ServersListResponse": ".servers_list_response",
            "SkillCreateParams": ".skill_create_params",
            "SkillDeleteParams": ".skill_delete_params",
            "SkillDownloadParams": ".skill_download_params",
            "SkillError": ".skill_error",
            "SkillGetParams": ".skill_get_params",
            "SkillListParams": ".skill_list_params",
            "SkillResponse": ".skill_response",
            "SkillSetParams": ".skill_set_params",
            "SkillSummary": ".skill_summary",
            "SkillSyncParams": ".skill_sync_params",
            "SkillUploadParams": ".skill_upload_params",
            "SkillsListError": ".skills_list_error",
            "SkillsListResponse": ".skills_list_response",
            "StdioConnection": ".stdio_connection",
            "Success": ".success",
            "SyncSkillResponse": ".sync_skill_response",
            "TokenCreateParams": ".token_create_params",
            "TokenError": ".token_error",
            "ToolInputSchema": ".tool_input_schema",
            "ToolOutputSchema": ".tool_output_schema",
            "UpdateServerResponse": ".update_server_response",
            "UpsertConnectionRequestParam": ".upsert_connection_request_param",
            "ValidationError": ".validation_error",
        },
    )
