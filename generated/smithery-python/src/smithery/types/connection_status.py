from __future__ import annotations

from typing import List, Union, Optional
from typing_extensions import Literal, TypeAlias

from pydantic import Field as FieldInfo

from .._models import BaseModel
from .credential_profile_http import CredentialProfileHTTP

__all__ = [
    "ConnectionStatusConnected",
    "ConnectionStatusDisconnected",
    "ConnectionStatusAuthRequired",
    "ConnectionStatusInputRequired",
    "ConnectionStatusInputRequiredMissing",
    "ConnectionStatusError",
    "ConnectionStatus",
]


class ConnectionStatusConnected(BaseModel):
    state: Literal["connected"]


class ConnectionStatusDisconnected(BaseModel):
    state: Literal["disconnected"]


class ConnectionStatusAuthRequired(BaseModel):
    state: Literal["auth_required"]

    authorization_url: Optional[str] = FieldInfo(alias="authorizationUrl", default=None)
    """
    Deprecated compatibility alias for setupUrl

    Deprecated: deprecated
    """

    setup_url: Optional[str] = FieldInfo(alias="setupUrl", default=None)
    """Hosted Smithery URL for completing setup and OAuth"""


class ConnectionStatusInputRequiredMissing(BaseModel):
    headers: List[str]

    query: List[str]


class ConnectionStatusInputRequired(BaseModel):
    http: CredentialProfileHTTP

    missing: ConnectionStatusInputRequiredMissing

    state: Literal["input_required"]

    setup_url: Optional[str] = FieldInfo(alias="setupUrl", default=None)
    """Hosted Smithery URL for completing setup in the browser"""


class ConnectionStatusError(BaseModel):
    message: str
    """Error message"""

    state: Literal["error"]


ConnectionStatus: TypeAlias = Union[
    ConnectionStatusConnected,
    ConnectionStatusDisconnected,
    ConnectionStatusAuthRequired,
    ConnectionStatusInputRequired,
    ConnectionStatusError,
]
