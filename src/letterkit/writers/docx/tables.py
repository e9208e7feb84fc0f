"""Tables of data, and entries in columns as a table without lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from letterkit.document import Alignment, Direction, Picture, plain_text
from letterkit.writers.docx.paragraphs import Layout, write_paragraph
from letterkit.writers.docx.runs import BOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from letterkit.document import Block, Columns, Inline, Table
    from letterkit.writers.docx.fragments import FragmentBuilder
    from letterkit.writers.docx.paragraphs import Context

SPACER: Final = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>'
    "</w:pPr></w:p>"
)
"""A paragraph of ten points that keeps a table apart from what follows; it has no bookmark."""

_CELL_MARGIN: Final = 108
COLUMN_GAP: Final = 340
"""Between columns of entries: 6 mm."""
NO_MARGINS: Final = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)
_ALIGNMENTS: Final = {Alignment.CENTER: "center", Alignment.END: "right"}
_HEADER_SHADE: Final = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
_NARROWEST, _WIDEST = 6, 40  # letters by which columns are weighed
_PICTURE_WEIGHT: Final = 20


def write_table(builder: FragmentBuilder, table: Table, context: Context) -> None:
    """A table with lines; its header row is repeated on each page and no row is split."""
    count = max(map(len, (table.header, *table.rows)), default=0)
    if not count:
        return
    widths = _widths(table, count, context.width)
    begin_table(builder, f'<w:tblStyle w:val="{context.sheet.of("TableGrid")}"/>', widths, context)
    alignments = [*table.alignments, *[Alignment.START] * count][:count]
    if any(table.header):
        _write_row(builder, table.header, widths, alignments, context, header=True)
    for row in table.rows:
        _write_row(builder, row, widths, alignments, context, header=False)
    builder.add("</w:tbl>")


def _write_row(
    builder: FragmentBuilder,
    cells: Sequence[tuple[Inline, ...]],
    widths: Sequence[int],
    alignments: Sequence[Alignment],
    context: Context,
    *,
    header: bool,
) -> None:
    repeated = "<w:tblHeader/>" if header else ""
    builder.add(f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>")
    for position, (width, alignment) in enumerate(zip(widths, alignments, strict=True)):
        inlines = cells[position] if position < len(cells) else ()
        shade = _HEADER_SHADE if header else ""
        builder.add(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>')
        inner = replace(
            context,
            width=width - 2 * _CELL_MARGIN,
            indent=0,
            gap=0,
            properties=BOLD if header else "",
        )
        layout = Layout(keep_next=header, alignment=_ALIGNMENTS.get(alignment, ""))
        write_paragraph(builder, inlines, "TableText", inner, layout=layout)
        builder.add("</w:tc>")
    builder.add("</w:tr>")


def write_columns(
    builder: FragmentBuilder,
    columns: Columns,
    context: Context,
    write_lines: Callable[[FragmentBuilder, Sequence[Block], Context], None],
) -> None:
    """Entries in columns, read along the row: a table without lines whose rows stay whole."""
    count = max(1, columns.count)
    if not columns.entries:
        return
    width = context.width // count
    begin_table(builder, "", [width] * count, context, NO_MARGINS)
    last = replace(context, width=width, indent=0, gap=0, in_cell=True)
    inner = replace(last, width=width - COLUMN_GAP, gap=COLUMN_GAP)
    for start in range(0, len(columns.entries), count):
        builder.add("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        row = columns.entries[start : start + count]
        for position in range(count):
            builder.add(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>')
            entry = row[position] if position < len(row) else ()
            if entry:
                write_lines(builder, entry, last if position == count - 1 else inner)
            else:
                builder.add("<w:p/>")
            builder.add("</w:tc>")
        builder.add("</w:tr>")
    builder.add("</w:tbl>")


def begin_table(
    builder: FragmentBuilder,
    style: str,
    widths: Sequence[int],
    context: Context,
    margins: str = "",
) -> None:
    """A table up to its first row; in an Arabic letter its columns run from the right."""
    turned = "<w:bidiVisual/>" if context.direction is Direction.RTL else ""
    indent = f'<w:tblInd w:w="{context.indent}" w:type="dxa"/>' if context.indent else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    builder.add(
        f'<w:tbl><w:tblPr>{style}{turned}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{indent}'
        f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _widths(table: Table, count: int, room: int) -> list[int]:
    """Column widths by what the columns hold, within limits, so that no column starves."""
    weights = [_NARROWEST] * count
    for row in (table.header, *table.rows):
        for position, cell in enumerate(row):
            weights[position] = max(weights[position], _weight(cell))
    total = sum(weights)
    widths = [room * weight // total for weight in weights]
    widths[-1] += room - sum(widths)
    return widths


def _weight(cell: tuple[Inline, ...]) -> int:
    if any(isinstance(inline, Picture) for inline in cell):
        return _PICTURE_WEIGHT
    longest = max(map(len, plain_text(cell).split("\n")), default=0)
    return min(_WIDEST, longest)
