"""The HTTP library. Only this module imports it, so that it can be replaced by a compatible library."""

import httpx as httpx
