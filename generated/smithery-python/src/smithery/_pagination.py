"""The base classes of `pagination`."""

from ._schemes import (
    Header as Header,
    BasePage as BasePage,
    PageInfo as PageInfo,
    PageScheme as PageScheme,
    CursorScheme as CursorScheme,
    OffsetScheme as OffsetScheme,
    CursorIDScheme as CursorIDScheme,
    CursorURLScheme as CursorURLScheme,
    PageNumberScheme as PageNumberScheme,
)
from ._paginator import AsyncPaginator as AsyncPaginator
from ._sync.pages import BaseSyncPage as BaseSyncPage
from ._async.pages import BaseAsyncPage as BaseAsyncPage
