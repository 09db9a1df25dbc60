from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .servers import ServersResource as ServersResource, AsyncServersResource as AsyncServersResource
else:
    from .._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(__name__, {"ServersResource": ".servers", "AsyncServersResource": ".servers"})
