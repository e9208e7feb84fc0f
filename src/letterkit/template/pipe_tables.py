"""Tables with cells between bars, as GitHub Flavored Markdown has them (4.10).

Rows of another width than the header are filled up or cut off there, in silence; here it is told.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from letterkit.document import Alignment, Table
from letterkit.template.inlines import Content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

    from letterkit.diagnostics import Diagnostics, Origin
    from letterkit.document import Inline
    from letterkit.template.inlines import InlineBuilder
    from letterkit.template.masking import MaskedText

_ALIGNMENTS = {
    "text-align:left": Alignment.START,
    "text-align:center": Alignment.CENTER,
    "text-align:right": Alignment.END,
}
# What a row stands in, and the marks with which a list item or a footnote begins on its line.
_PREFIX = re.compile(r"(?:[ \t>]|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:)*")
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")


class PipeTables:
    """Makes the tables of one part."""

    def __init__(self, masked: MaskedText, inlines: InlineBuilder, problems: Diagnostics) -> None:
        self._masked = masked
        self._lines = masked.text.split("\n")
        self._inlines = inlines
        self._problems = problems

    def table(self, tokens: Iterable[Token], origin: Origin) -> Table:
        """The table whose rows, the header first, are in these tokens."""
        remaining = iter(tokens)
        (header, styles), *others = (
            self._row(token, takewhile(lambda each: each.type != "tr_close", remaining))
            for token in remaining
            if token.type == "tr_open"
        )
        rows = tuple(cells for cells, _ in others)
        if not rows or not any(cell for row in (header, *rows) for cell in row):
            self._problems.error(
                "the table holds nothing",
                origin,
                "write its rows below the line of hyphens, or take the table out",
            )
        alignments = tuple(_ALIGNMENTS.get(style, Alignment.START) for style in styles)
        return Table(header, rows, alignments, origin)

    def _row(
        self, opened: Token, tokens: Iterable[Token]
    ) -> tuple[tuple[tuple[Inline, ...], ...], list[str]]:
        """The cells of a row, and how each is aligned."""
        cells: list[tuple[Inline, ...]] = []
        styles: list[str] = []
        line = opened.map[0] if opened.map else 0
        prefix = _PREFIX.match(self._lines[line])
        begin = column = prefix.end() if prefix else 0
        for token in tokens:
            if token.type in {"th_open", "td_open"}:
                styles.append(str(token.attrs.get("style", "")))
            elif token.type == "inline":
                written = token.content.replace("|", "\\|")
                found = self._lines[line].find(written, column)
                start = column if found < 0 else found
                column = start + len(written)
                content = Content.of_cell(token.content, line, start)
                cells.append(self._inlines.build(token.children or [], content))
        if opened.level and cells:
            self._check_width(line, len(cells), begin)
        return tuple(cells), styles

    def _check_width(self, line: int, width: int, begin: int) -> None:
        """Tell of a row with more cells than the header (they would be lost), or with fewer."""
        row = self._lines[line][begin:].strip().removeprefix("|")
        bars = _UNESCAPED_BAR.split(row)
        if bars and not bars[-1].strip() and len(bars) > 1:
            bars.pop()
        if len(bars) > width:
            self._problems.error(
                f"the row has {len(bars)} cells, and the table {width} columns",
                self._masked.origin(line, begin),
                "write `\\|` for a bar within a cell",
            )
        elif len(bars) < width:
            self._problems.warning(
                f"the row has {len(bars)} of {width} cells",
                self._masked.origin(line, begin),
                "an empty line ends the table",
            )
