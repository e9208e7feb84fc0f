"""Tables in plain characters: columns aligned by display width, in the reading direction."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from letterkit.document import Alignment, Direction
from letterkit.language.bidi import LRM, MARKS, RLM, is_plain
from letterkit.writers.text.wrapping import display_width, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from letterkit.document import Inline, Table
    from letterkit.writers.text.lines import Line

_GUTTER: Final = "  "

Cell = list[str]
"""The lines of one cell, wrapped to the width of its column and not yet filled up to it."""


def table_lines(
    table: Table,
    base: Direction,
    limit: int,
    lines_of: Callable[[Iterable[Inline], Direction], list[Line]],
) -> list[str]:
    """The lines of a table that is at most `limit` cells wide, its columns broken where need be.

    Rows are set apart by blank lines as soon as one of them takes more than one line.
    """
    content = [[lines_of(cell, base) for cell in row] for row in (table.header, *table.rows)]
    count = max(map(len, content), default=0)
    for row in content:
        row.extend([] for _ in range(count - len(row)))
    natural = [
        max((display_width(line.text) for row in content for line in row[column]), default=0)
        for column in range(count)
    ]
    widths = _fitted(natural, limit - len(_GUTTER) * (count - 1))
    alignments = [*table.alignments, *[Alignment.START] * count][:count]
    header, *rows = (
        [_wrapped_cell(cell, width) for cell, width in zip(row, widths, strict=True)]
        for row in content
    )
    laid = [_row_lines(row, widths, alignments, base) for row in rows]
    apart = any(len(lines) > 1 for lines in laid)
    lines: list[str] = []
    if any(header):
        lines += _row_lines(header, widths, alignments, base)
        lines.append(_set_side_by_side(["-" * width for width in widths], base))
    for number, row_lines in enumerate(laid):
        if number and apart:
            lines.append("")
        lines += row_lines
    return lines


def _fitted(natural: Sequence[int], available: int) -> list[int]:
    """Column widths that add up to no more than there is: wide columns give, narrow ones do not."""
    widths = list(natural)
    open_columns = set(range(len(widths)))
    while open_columns and sum(widths) > available:
        settled = sum(widths[column] for column in range(len(widths)) if column not in open_columns)
        share = max(1, (available - settled) // len(open_columns))
        narrow = {column for column in open_columns if natural[column] <= share}
        if not narrow:
            for column in open_columns:
                widths[column] = share
            break
        open_columns -= narrow
    return widths


def _wrapped_cell(lines: Sequence[Line], width: int) -> Cell:
    return [
        piece for line in lines for piece in line.ordered(list(wrapped(line.text, width, width)))
    ]


def _row_lines(
    row: Sequence[Cell], widths: Sequence[int], alignments: Sequence[Alignment], base: Direction
) -> list[str]:
    return [
        _set_side_by_side(
            [
                _filled(piece, width, alignment)
                for piece, width, alignment in zip(pieces, widths, alignments, strict=True)
            ],
            base,
        )
        for pieces in zip_longest(*row, fillvalue="")
    ]


def _filled(piece: str, width: int, alignment: Alignment) -> str:
    room = max(0, width - display_width(piece))
    before = {Alignment.START: 0, Alignment.CENTER: room // 2, Alignment.END: room}[alignment]
    return " " * before + piece + " " * (room - before)


def _set_side_by_side(cells: Sequence[str], base: Direction) -> str:
    """One line of cells; a mark in each gutter keeps neighbours from running into each other."""
    if base is Direction.LTR and all(map(is_plain, cells)):
        return _GUTTER.join(cells).rstrip()
    mark = MARKS[base]
    gutter = _GUTTER[:1] + mark + _GUTTER[1:]
    return gutter.join(cells).rstrip(" " + LRM + RLM)
