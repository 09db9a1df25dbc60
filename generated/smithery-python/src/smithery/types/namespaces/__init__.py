from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .create_server_error import CreateServerError as CreateServerError
    from .server_create_params import ServerCreateParams as ServerCreateParams
    from .create_server_response import CreateServerResponse as CreateServerResponse
    from .create_server_request_param import CreateServerRequestParam as CreateServerRequestParam
else:
    from ..._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "CreateServerError": ".create_server_error",
            "CreateServerRequestParam": ".create_server_request_param",
            "CreateServerResponse": ".create_server_response",
            "ServerCreateParams": ".server_create_params",
        },
    )
