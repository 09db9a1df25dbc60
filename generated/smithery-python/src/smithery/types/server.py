from __future__ import annotations

from typing import List, Union, Optional
from typing_extensions import TypeAlias

from pydantic import Field as FieldInfo

from .._models import BaseModel
from .server_tool import ServerTool
from .server_prompt import ServerPrompt
from .http_connection import HTTPConnection
from .server_resource import ServerResource
from .server_security import ServerSecurity
from .stdio_connection import StdioConnection

__all__ = ["Connection", "Server"]

Connection: TypeAlias = Union[StdioConnection, HTTPConnection]


class Server(BaseModel):
    connections: List[Connection]

    deployment_url: Optional[str] = FieldInfo(alias="deploymentUrl", default=None)

    description: str

    display_name: str = FieldInfo(alias="displayName")

    icon_url: Optional[str] = FieldInfo(alias="iconUrl", default=None)

    prompts: Optional[List[ServerPrompt]] = None

    qualified_name: str = FieldInfo(alias="qualifiedName")

    remote: bool

    resources: Optional[List[ServerResource]] = None

    security: Optional[ServerSecurity] = None

    tools: Optional[List[ServerTool]] = None
