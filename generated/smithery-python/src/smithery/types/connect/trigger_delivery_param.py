from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = ["TriggerDeliveryParam"]


class TriggerDeliveryParam(TypedDict, total=False):
    secret: Required[str]
    """
    Standard Webhooks signing secret (whsec_). The upstream MCP server signs each
    delivery with this.
    """

    url: Required[str]
    """HTTPS webhook destination where the upstream MCP server delivers events."""
