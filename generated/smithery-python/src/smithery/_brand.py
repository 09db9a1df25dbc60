"""What this package is called, and the root of its errors."""

CLIENT_NAME = "Smithery"
PACKAGE = "smithery"
ENV_PREFIX = "SMITHERY"
BASE_URL_ENV = "SMITHERY_BASE_URL"


class SmitheryError(Exception):
    """Root of every error of this package."""


RootError = SmitheryError
