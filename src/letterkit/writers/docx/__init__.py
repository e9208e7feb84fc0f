"""Documents as Word files."""

from letterkit.writers.docx.combined import CombinedWriter
from letterkit.writers.docx.parallel import ParallelDocxWriter
from letterkit.writers.docx.writer import DocxWriter

__all__ = ["CombinedWriter", "DocxWriter", "ParallelDocxWriter"]
