"""The writer of web pages: a letter as HTML that can be read, printed and pasted on a website."""

from letterkit.writers.html.writer import HtmlWriter

__all__ = ["HtmlWriter"]
