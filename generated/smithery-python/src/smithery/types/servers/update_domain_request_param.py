from __future__ import annotations

from typing_extensions import Required, TypedDict

__all__ = ["UpdateDomainRequestParam"]


class UpdateDomainRequestParam(TypedDict, total=False):
    subdomain: Required[str]
