CLIENT_NAME = "Acme"
PACKAGE = "acme"
ENV_PREFIX = "ACME"
BASE_URL_ENV = "ACME_BASE_URL"


class AcmeError(Exception):
    """Base class of all errors of this package."""


RootError = AcmeError
