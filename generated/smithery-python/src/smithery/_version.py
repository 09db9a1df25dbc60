__title__ = "smithery"
__version__ = "1.0.0"  # x-release-please-version
