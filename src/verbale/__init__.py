"""Verbale reads what states say to each other and keeps the record, each line on exact words."""

from importlib.metadata import version as _version

__version__ = _version("verbale")
__all__ = ["__version__"]
