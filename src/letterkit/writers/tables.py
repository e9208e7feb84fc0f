"""Tables of people as files, in the format in which they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.writers.workbook import SheetContent, workbook

if TYPE_CHECKING:
    from letterkit.people.kept_tables import Cells, KeptTable
    from letterkit.people.sheet_reference import SheetReference

_WORKBOOK: Final = ".xlsx"
_TITLE: Final = "Signatories"
_WIDTH: Final = 30


def table_file(suffix: str, table: KeptTable, reference: SheetReference | None) -> bytes:
    """A table as the file that a letter reads as it read the first; `suffix` is its ending."""
    if suffix.lower() == _WORKBOOK:  # the ending of a file's name, which is English
        headings = tuple((heading, _WIDTH) for heading in table.headings)
        content = SheetContent(table.title or _TITLE, headings, table.rows, table.header)
        return workbook([content], title=_TITLE)
    delimiter = (reference.delimiter if reference else None) or ","
    lines = [_line(cells, delimiter) for cells in (table.headings, *table.rows)]
    text = "\n" * (table.header - 1) + "".join(lines)
    return text.encode((reference.encoding if reference else None) or "utf-8")


def _line(cells: Cells, delimiter: str) -> str:
    """A line of a CSV file (RFC 4180), every cell in quotation marks."""
    return delimiter.join('"{}"'.format(cell.replace('"', '""')) for cell in cells) + "\r\n"
