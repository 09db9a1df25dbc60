"""The HTTP library: the only module that names it, so that another one of the same shape is a change of one line."""

import httpx as httpx
