"""Workbooks for tests, as people make them and as nobody should."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def save_workbook(
    path: Path,
    rows: Iterable[Iterable[object]],
    *,
    sheet: str = "Donors",
    formats: Mapping[str, str] | None = None,
    merged: Iterable[str] = (),
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[str] = (),
    other_sheets: Iterable[str] = (),
) -> Path:
    """Write a workbook; `formats` are number formats by the names of cells."""
    book = Workbook()
    active = book.active
    assert active is not None
    active.title = sheet
    for row in rows:
        active.append(list(row))
    for cell, code in (formats or {}).items():
        active[cell].number_format = code
    for cells in merged:
        active.merge_cells(cells)
    for number in hidden_rows:
        active.row_dimensions[number].hidden = True
    for letter in hidden_columns:
        active.column_dimensions[letter].hidden = True
    for title in other_sheets:
        book.create_sheet(title).append(["Name"])
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def rewritten(path: Path, changes: Mapping[str, bytes | None]) -> bytes:
    """The bytes of a workbook with some of its parts replaced, added, or (None) left out."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in changes:
                after.writestr(name, before.read(name))
        for name, content in changes.items():
            if content is not None:
                after.writestr(name, content)
    return made.getvalue()


NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheet_part(rows: str) -> bytes:
    """The XML of a sheet around the XML of its rows."""
    return (
        f'<?xml version="1.0"?><worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData>'
        "</worksheet>"
    ).encode()
