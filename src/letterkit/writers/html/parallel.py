"""Letters in two languages as web pages: two articles side by side, their rows in step.

Each article is a whole letter, so that one can be read, or taken out of the page, without the
other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.writers.html.markup import CLASS_PREFIX
from letterkit.writers.html.outline import outline_of
from letterkit.writers.html.style import parallel_style_sheet
from letterkit.writers.html.writer import HtmlWriter, told_of, unseen_heading, web_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.document import Document, Parallel
    from letterkit.language.profile import Profile
    from letterkit.writers.html.outline import Outline
    from letterkit.writers.html.writer import Pieces


class ParallelHtmlWriter:
    """Writes letters in two languages as HTML; use one writer for all of them."""

    def __init__(self, first: Profile, second: Profile) -> None:
        self._writers = (HtmlWriter(first), HtmlWriter(second))
        self._style = parallel_style_sheet(first, second)

    def write(self, parallel: Parallel) -> str:
        """The whole page. Raises as `HtmlWriter.write`."""
        first, second = parallel.documents
        columns = ([row[0] for row in parallel.rows], [row[1] for row in parallel.rows])
        outlines = (outline_of(first), outline_of(second))
        made = [
            writer.pieces(document, rows, outline)
            for writer, document, rows, outline in zip(
                self._writers, parallel.documents, columns, outlines, strict=True
            )
        ]
        rows = len(parallel.rows) + 3  # header, footnotes, footer
        inside = (
            f'<main class="{CLASS_PREFIX}parallel" style="--rows: {rows}">',
            *_article(first, outlines[0], made[0], ""),
            *_article(second, outlines[1], made[1], f" {CLASS_PREFIX}beside"),
            "</main>",
        )
        return web_page(first, self._style, inside)


def _article(document: Document, outline: Outline, pieces: Pieces, beside: str) -> Iterator[str]:
    """A letter each of whose children is one row, those that say nothing too."""
    told = told_of(document)
    yield from unseen_heading(document, outline, f" {told}")
    yield f'<article class="letter{beside}" {told}>'
    yield pieces.header or "<div></div>"
    for row in pieces.rows:
        yield f"<div>\n{row}</div>"
    yield pieces.footnotes or "<div></div>"
    yield pieces.footer or "<div></div>"
    yield "</article>"
