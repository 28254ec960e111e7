"""Verbale reads what states say to each other and keeps the record, each line on exact words."""

__version__ = "0.1.0"
__all__ = ["__version__"]
