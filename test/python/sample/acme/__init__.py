from __future__ import annotations

from typing import TYPE_CHECKING

from ._brand import AcmeError as AcmeError
from ._types import NOT_GIVEN as NOT_GIVEN, Omit as Omit, NotGiven as NotGiven, omit as omit, not_given as not_given
from ._client import Acme as Acme, Client as Client, AsyncAcme as AsyncAcme, AsyncClient as AsyncClient
from ._version import __version__ as __version__
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
    APIResponseValidationError as APIResponseValidationError,
)
from ._base_client import (
    DEFAULT_TIMEOUT as DEFAULT_TIMEOUT,
    DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES,
    DefaultHttpxClient as DefaultHttpxClient,
    DefaultAsyncHttpxClient as DefaultAsyncHttpxClient,
)

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
            "file_from_path": "._files",
            "resources": ".resources:",
            "BaseModel": "._models",
            "Stream": "._streaming",
            "AsyncStream": "._streaming",
        },
    )
