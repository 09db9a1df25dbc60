from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .icon_error import IconError as IconError
    from .invocation import Invocation as Invocation
    from .domains_error import DomainsError as DomainsError
    from .icon_response import IconResponse as IconResponse
    from .deploy_response import DeployResponse as DeployResponse
    from .deployment_info import DeploymentInfo as DeploymentInfo
    from .domain_resource import DomainResource as DomainResource
    from .exception_entry import ExceptionEntry as ExceptionEntry
    from .log_list_params import LogListParams as LogListParams
    from .resume_response import ResumeResponse as ResumeResponse
    from .deployment_error import DeploymentError as DeploymentError
    from .runtime_log_entry import RuntimeLogEntry as RuntimeLogEntry
    from .secret_set_params import SecretSetParams as SecretSetParams
    from .invocation_request import InvocationRequest as InvocationRequest
    from .release_get_params import ReleaseGetParams as ReleaseGetParams
    from .runtime_logs_error import RuntimeLogsError as RuntimeLogsError
    from .invocation_duration import InvocationDuration as InvocationDuration
    from .invocation_response import InvocationResponse as InvocationResponse
    from .release_list_params import ReleaseListParams as ReleaseListParams
    from .secret_set_response import SecretSetResponse as SecretSetResponse
    from .deployment_list_page import DeploymentListPage as DeploymentListPage
    from .deployment_log_entry import DeploymentLogEntry as DeploymentLogEntry
    from .domain_list_response import DomainListResponse as DomainListResponse
    from .domain_update_params import DomainUpdateParams as DomainUpdateParams
    from .icon_delete_response import IconDeleteResponse as IconDeleteResponse
    from .secret_delete_params import SecretDeleteParams as SecretDeleteParams
    from .secret_list_response import SecretListResponse as SecretListResponse
    from .release_deploy_params import ReleaseDeployParams as ReleaseDeployParams
    from .release_list_response import ReleaseListResponse as ReleaseListResponse
    from .release_resume_params import ReleaseResumeParams as ReleaseResumeParams
    from .release_stream_params import ReleaseStreamParams as ReleaseStreamParams
    from .runtime_logs_response import RuntimeLogsResponse as RuntimeLogsResponse
    from .secret_delete_response import SecretDeleteResponse as SecretDeleteResponse
    from .release_stream_response import ReleaseStreamResponse as ReleaseStreamResponse
    from .tool_output_schema_error import ToolOutputSchemaError as ToolOutputSchemaError
    from .deployment_log_entry_error import DeploymentLogEntryError as DeploymentLogEntryError
    from .tool_output_schema_response import ToolOutputSchemaResponse as ToolOutputSchemaResponse
    from .update_domain_request_param import UpdateDomainRequestParam as UpdateDomainRequestParam
    from .experimental_infer_tool_output_schema_params import (
        ExperimentalInferToolOutputSchemaParams as ExperimentalInferToolOutputSchemaParams,
    )
else:
    from ..._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "DeployResponse": ".deploy_response",
            "DeploymentError": ".deployment_error",
            "DeploymentInfo": ".deployment_info",
            "DeploymentListPage": ".deployment_list_page",
            "DeploymentLogEntry": ".deployment_log_entry",
            "DeploymentLogEntryError": ".deployment_log_entry_error",
            "DomainListResponse": ".domain_list_response",
            "DomainResource": ".domain_resource",
            "DomainUpdateParams": ".domain_update_params",
            "DomainsError": ".domains_error",
            "ExceptionEntry": ".exception_entry",
            "ExperimentalInferToolOutputSchemaParams": ".experimental_infer_tool_output_schema_params",
            "IconDeleteResponse": ".icon_delete_response",
            "IconError": ".icon_error",
            "IconResponse": ".icon_response",
            "Invocation": ".invocation",
            "InvocationDuration": ".invocation_duration",
            "InvocationRequest": ".invocation_request",
            "InvocationResponse": ".invocation_response",
            "LogListParams": ".log_list_params",
            "ReleaseDeployParams": ".release_deploy_params",
            "ReleaseGetParams": ".release_get_params",
            "ReleaseListParams": ".release_list_params",
            "ReleaseListResponse": ".release_list_response",
            "ReleaseResumeParams": ".release_resume_params",
            "ReleaseStreamParams": ".release_stream_params",
            "ReleaseStreamResponse": ".release_stream_response",
            "ResumeResponse": ".resume_response",
            "RuntimeLogEntry": ".runtime_log_entry",
            "RuntimeLogsError": ".runtime_logs_error",
            "RuntimeLogsResponse": ".runtime_logs_response",
            "SecretDeleteParams": ".secret_delete_params",
            "SecretDeleteResponse": ".secret_delete_response",
            "SecretListResponse": ".secret_list_response",
            "SecretSetParams": ".secret_set_params",
            "SecretSetResponse": ".secret_set_response",
            "ToolOutputSchemaError": ".tool_output_schema_error",
            "ToolOutputSchemaResponse": ".tool_output_schema_response",
            "UpdateDomainRequestParam": ".update_domain_request_param",
        },
    )
