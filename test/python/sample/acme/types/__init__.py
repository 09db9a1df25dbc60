from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .node import Node as Node
    from .server import Server as Server
    from .server_list_params import ServerListParams as ServerListParams
    from .server_create_params import ServerCreateParams as ServerCreateParams
else:
    from .._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "Node": ".node",
            "Server": ".server",
            "ServerListParams": ".server_list_params",
            "ServerCreateParams": ".server_create_params",
        },
    )
