from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .secret_set_not_found_error import SecretSetNotFoundError as SecretSetNotFoundError
    from .secret_list_not_found_error import SecretListNotFoundError as SecretListNotFoundError
    from .secret_delete_not_found_error import SecretDeleteNotFoundError as SecretDeleteNotFoundError
else:
    from ..._lazy import lazy_module

    __getattr__, __dir__ = lazy_module(
        __name__,
        {
            "SecretDeleteNotFoundError": ".secret_delete_not_found_error",
            "SecretListNotFoundError": ".secret_list_not_found_error",
            "SecretSetNotFoundError": ".secret_set_not_found_error",
        },
    )
