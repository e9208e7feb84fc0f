"""Documents as Word files."""

from letterkit.writers.docx.writer import DocxWriter

__all__ = ["DocxWriter"]
