"""The plain-text writer: a letter in characters alone, for e-mail, messages and archives."""

from letterkit.writers.text.writer import TextWriter

__all__ = ["TextWriter"]
