"""Drafts the statements and letters of organisations that speak in several languages at once."""

__version__ = "0.1.0"
