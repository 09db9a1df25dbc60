__title__ = "smithery"
__version__ = "1.0.0"
