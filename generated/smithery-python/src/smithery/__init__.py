from __future__ import annotations

from typing import TYPE_CHECKING

from ._http import httpx
from ._brand import SmitheryError as SmitheryError
from ._types import (
    NOT_GIVEN as NOT_GIVEN,
    Omit as Omit,
    NoneType as NoneType,
    NotGiven as NotGiven,
    RequestOptions as RequestOptions,
    omit as omit,
    not_given as not_given,
)
from ._client import (
    Client as Client,
    Smithery as Smithery,
    AsyncClient as AsyncClient,
    AsyncSmithery as AsyncSmithery,
)
from ._version import __title__ as __title__, __version__ as __version__
from ._exceptions import (
    APIError as APIError,
    ConflictError as ConflictError,
    NotFoundError as NotFoundError,
    APIStatusError as APIStatusError,
    RateLimitError as RateLimitError,
    APITimeoutError as APITimeoutError,
    BadRequestError as BadRequestError,
    APIConnectionError as APIConnectionError,
    AuthenticationError as AuthenticationError,
    InternalServerError as InternalServerError,
    PermissionDeniedError as PermissionDeniedError,
    UnprocessableEntityError as UnprocessableEntityError,
    APIWebhookValidationError as APIWebhookValidationError,
    APIResponseValidationError as APIResponseValidationError,
)
from ._base_client import (
    DEFAULT_TIMEOUT as DEFAULT_TIMEOUT,
    DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES,
    DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS,
    DefaultHttpxClient as DefaultHttpxClient,
    DefaultAsyncHttpxClient as DefaultAsyncHttpxClient,
)

Timeout = httpx.Timeout
Transport = httpx.BaseTransport

if TYPE_CHECKING:
    from . import types as types, resources as resources
    from ._files import file_from_path as file_from_path
    from ._models import BaseModel as BaseModel
    from ._streaming import Stream as Stream, AsyncStream as AsyncStream
else:
    from ._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "types": ".types:",
            "resources": ".resources:",
            "BaseModel": "._models",
            "Stream": "._streaming",
            "file_from_path": "._files",
            "AsyncStream": "._streaming",
        },
    )

__all__ = [
    "Smithery",
    "AsyncSmithery",
    "Client",
    "AsyncClient",
    "types",
    "resources",
    "SmitheryError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "APIConnectionError",
    "APIResponseValidationError",
    "APIWebhookValidationError",
    "BadRequestError",
    "AuthenticationError",
    "PermissionDeniedError",
    "NotFoundError",
    "ConflictError",
    "UnprocessableEntityError",
    "RateLimitError",
    "InternalServerError",
    "BaseModel",
    "Stream",
    "AsyncStream",
    "Timeout",
    "Transport",
    "RequestOptions",
    "NoneType",
    "NotGiven",
    "NOT_GIVEN",
    "not_given",
    "Omit",
    "omit",
    "DEFAULT_TIMEOUT",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_CONNECTION_LIMITS",
    "DefaultHttpxClient",
    "DefaultAsyncHttpxClient",
    "file_from_path",
    "__title__",
    "__version__",
]
