"""Workbooks for people to read or fill in: the same content gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from letterkit.ooxml.namespaces import CORE_PROPERTIES, DUBLIN_CORE, XML_DECLARATION
from letterkit.ooxml.package import Part, write_package
from letterkit.sources.text import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

_MOST_CHARACTERS: Final = 32_767  # of one cell (Microsoft, "Excel specifications and limits")
_CORE: Final = "docProps/core.xml"
_STYLES: Final = "xl/styles.xml"
_FONT: Final = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz"),
    *("color", "name", "family", "charset", "scheme"),
)
"""What a font says, in the order that Excel writes it in and Microsoft's validator asks for."""
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SheetContent:
    """A sheet: its title, its headings with the widths of their columns, and rows of values.

    The headings stand in row `header`, counted from 1, the values below it.
    """

    title: str
    headings: tuple[tuple[str, int], ...]
    rows: tuple[tuple[object, ...], ...]
    header: int = 1


def workbook(sheets: Sequence[SheetContent], *, title: str) -> bytes:
    """A workbook of these sheets; `title` is that of the document.

    Dates are dates to Excel; every other cell is the number or the text it is, never a formula.
    """
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None  # noqa: S101 - a new workbook has one
    for number, content in enumerate(sheets):
        sheet = book.create_sheet(content.title) if number else first
        sheet.title = content.title
        _fill(sheet, content)
    written = io.BytesIO()
    book.save(written)
    return _without_the_clock(written.getvalue(), title)


def _fill(sheet: Worksheet, content: SheetContent) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for column, (heading, width) in enumerate(content.headings, start=1):
        sheet.cell(content.header, column, heading).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, values in enumerate(content.rows, start=content.header + 1):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row, column)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(value, str):
                cell.value = _cell_text(value)
                cell.data_type = "s"  # `=1+1` is what somebody wrote, not what is to be counted
            else:
                cell.value = value  # type: ignore[assignment]  # a date or a number
                if isinstance(value, date):
                    cell.number_format = "yyyy-mm-dd"
    sheet.freeze_panes = f"A{content.header + 1}"
    sheet.auto_filter.ref = sheet.dimensions


def _cell_text(text: str) -> str:
    """Text that a cell can hold; what looks like an escape of OOXML is escaped (ST_Xstring)."""
    kept = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)[:_MOST_CHARACTERS]
    return _ESCAPE.sub(r"_x005F_x\1_", kept)


def _without_the_clock(package: bytes, title: str) -> bytes:
    """The workbook without the time at which it was made, in its parts and in the zip file."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_CORE] = (
        f'{XML_DECLARATION}<cp:coreProperties xmlns:cp="{CORE_PROPERTIES}"'
        f' xmlns:dc="{DUBLIN_CORE}"><dc:title>{escape(title)}</dc:title></cp:coreProperties>\n'
    ).encode()
    parts[_STYLES] = _ordered_fonts(parts[_STYLES])
    return write_package(Part(name, content) for name, content in parts.items())


def _ordered_fonts(styles: bytes) -> bytes:
    """The styles with the children of each font in their order, which openpyxl does not keep."""
    from lxml import etree

    root = etree.fromstring(styles)
    for font in root.iter("{*}font"):
        font[:] = sorted(font, key=lambda child: _FONT.index(etree.QName(child).localname))
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return written
