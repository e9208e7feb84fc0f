"""The formats that letters are written in, and the writer of each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from letterkit.document import Document, Parallel
    from letterkit.language.profile import Profile
    from letterkit.letterhead import Letterhead


class Format(StrEnum):
    """What kind of file a letter is written as; also the ending of its name."""

    DOCX = "docx"
    TXT = "txt"
    HTML = "html"
    PDF = "pdf"


COMBINED: frozenset[Format] = frozenset((Format.DOCX, Format.PDF))
"""The formats in which many letters can stand in one file."""


def combined_writer_for(
    form: Format, profile: Profile, *, letterhead: Letterhead | None = None
) -> Callable[[Sequence[Document]], bytes]:
    """What writes many documents of a locale into one file, in one of the formats `COMBINED`."""
    if form is Format.PDF:
        from letterkit.writers.pdf import CombinedPdfWriter

        return CombinedPdfWriter(profile, letterhead).write
    from letterkit.writers.docx import CombinedWriter

    return CombinedWriter(profile, letterhead).write


def writer_for(
    form: Format,
    profile: Profile,
    *,
    letterhead: Letterhead | None = None,
    wrap: int | None = None,
) -> Callable[[Document], bytes]:
    """What writes documents of a locale in a format; use it for all of them, in one thread.

    `letterhead` is the house's own, for pages; `wrap` the width of plain text in cells of a
    terminal.
    """
    # Each writer is imported where it is wanted: what it needs is slow to load.
    if form is Format.DOCX:
        from letterkit.writers.docx import DocxWriter

        return DocxWriter(profile, letterhead).write
    if form is Format.HTML:
        from letterkit.writers.html import HtmlWriter

        web = HtmlWriter(profile)
        return lambda document: web.write(document).encode()
    if form is Format.PDF:
        from letterkit.writers.pdf import PdfWriter

        return PdfWriter(profile, letterhead).write
    from letterkit.writers.text import TextWriter

    text = TextWriter(profile, wrap)
    return lambda document: text.write(document).encode()


def parallel_writer_for(
    form: Format,
    first: Profile,
    second: Profile,
    *,
    letterhead: Letterhead | None = None,
    wrap: int | None = None,
) -> Callable[[Parallel], bytes]:
    """The same for letters in two languages; the `letterhead` is one for both."""
    if form is Format.HTML:
        from letterkit.writers.html.parallel import ParallelHtmlWriter

        web = ParallelHtmlWriter(first, second)
        return lambda parallel: web.write(parallel).encode()
    if form is Format.TXT:
        from letterkit.writers.text.parallel import ParallelTextWriter

        text = ParallelTextWriter(first, second, wrap)
        return lambda parallel: text.write(parallel).encode()
    if form is Format.PDF:
        from letterkit.writers.pdf import ParallelPdfWriter

        return ParallelPdfWriter(first, second, letterhead).write
    from letterkit.writers.docx import ParallelDocxWriter

    return ParallelDocxWriter(first, second, letterhead).write
