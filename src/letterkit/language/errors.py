"""What is wrong with a thing that was asked of a language."""

from __future__ import annotations

from letterkit.diagnostics import LetterkitError


class LanguageError(LetterkitError):
    """A noun, a style, a number or a place that the language cannot serve; has a hint."""
