"""Excel workbooks (ECMA-376 Part 1, §18) as tables, each cell with its sheet, row and column.

Values are those that the workbook itself has last computed and shows (`number_formats`); nothing is
computed anew. The parts are read with lxml, row by row: openpyxl gives binary fractions, and tells
what is hidden or merged only with the whole workbook in memory; python-calamine, which is much
quicker, tells neither that nor number formats, without which `00123` is 123.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from letterkit.diagnostics import Diagnostic, Diagnostics, Origin, Severity, nearest
from letterkit.sources.number_formats import BUILT_IN, GENERAL, NotShownError, shown
from letterkit.sources.sheet import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    CellKind,
    RawRow,
    sheet_of,
)
from letterkit.sources.text import visible
from letterkit.sources.workbook_package import WorkbookError, WorkbookPackage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from letterkit.sources.sheet import Sheet

_WORKBOOK = "xl/workbook.xml"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]{0,200}?ref=["']([A-Z]{1,3}[0-9]+):([A-Z]{1,3}[0-9]+)["']"""
)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SAVE_ANEW = "open the workbook in Excel or LibreOffice, and save it"
_LONGEST_NUMBER = 15  # digits that Excel keeps
_MOST_SWALLOWED = 100_000
_MOST_LETTERS = 3  # of a column
_MOST_FIGURES = 9  # of an index or a row that can be meant
_TRUE = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class _Book:
    """What a workbook says of all its sheets."""

    strings: list[str]
    formats: list[str]
    since_1904: bool


def load_workbook_sheet(
    path: Path,
    problems: Diagnostics,
    *,
    name: str | None = None,
    sheet: str | None = None,
    header: int | None = None,
) -> Sheet | None:
    """The table in one sheet of a workbook; None where it cannot be read, which is told.

    `name` is the path to show; `sheet` the name of the sheet, the first that is not hidden where
    nobody says. `header` is the number of the row that holds the headings.
    """
    shown_name = str(path) if name is None else name
    data = _bytes_of(path, shown_name, problems)
    if data is None:
        return None
    try:
        package = WorkbookPackage(data, shown_name)
        found = _find_sheet(package, sheet, problems)
        if found is None:
            return None
        title, part = found
        if package.has_links:
            problems.warning(
                "the workbook takes values from other files, as they were when it was saved",
                package.origin,
                "look whether they are of today; in Excel: Data, Edit Links",
            )
        book = _book(package)
        origin = Origin(shown_name, sheet=title)
        swallowed = _swallowed(package.read(part), origin)
        _tell_of_hidden_columns(package, part, origin, problems)
        rows = _guarded(_rows(package, part, book, origin, problems), problems)
        return sheet_of(rows, origin, problems, header=header, swallowed=swallowed)
    except WorkbookError as error:
        problems.add(error.diagnostic)
        return None


def _bytes_of(path: Path, name: str, problems: Diagnostics) -> bytes | None:
    from letterkit.sources.text import tell_unreadable

    try:
        return path.read_bytes()
    except (OSError, ValueError) as fault:
        tell_unreadable(path, name, fault, problems)
        return None


def _find_sheet(
    package: WorkbookPackage, wanted: str | None, problems: Diagnostics
) -> tuple[str, str] | None:
    """Name and part of a sheet; told where there is none of the name, or more to choose from."""
    relations = {
        relation.get("Id"): relation.get("Target", "")
        for relation in package.root("xl/_rels/workbook.xml.rels")
        if relation.get("Type", "").endswith("/worksheet")
    }
    sheets: dict[str, tuple[str, bool]] = {}
    for element in package.root(_WORKBOOK).iter("{*}sheet"):
        key = next((value for name, value in element.items() if name.endswith("}id")), "")
        target = relations.get(key)
        if target is not None:
            part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            sheets[element.get("name", "")] = (part, element.get("state", "visible") == "visible")
    if not sheets:
        raise WorkbookError("the workbook has no sheets", package.origin, _SAVE_ANEW)
    if wanted is not None:
        if wanted not in sheets:
            problems.error(
                f"the workbook has no sheet `{visible(wanted)}`",
                package.origin,
                nearest(wanted, sheets),
            )
            return None
        return wanted, sheets[wanted][0]
    seen = [title for title, (_, is_visible) in sheets.items() if is_visible] or list(sheets)
    if len(seen) > 1:
        problems.note(
            f"of {len(seen)} sheets, the first is read: `{visible(seen[0])}`",
            Origin(package.origin.path, sheet=seen[0]),
            "say `sheet: …` where the letter names the file, if another one is meant",
        )
    return seen[0], sheets[seen[0]][0]


def _book(package: WorkbookPackage) -> _Book:
    properties = next(package.root(_WORKBOOK).iter("{*}workbookPr"), None)
    since_1904 = properties is not None and properties.get("date1904", "") in _TRUE
    strings: list[str] = []
    if "xl/sharedStrings.xml" in package:
        strings.extend(
            _text_of(element) for element in package.elements("xl/sharedStrings.xml", "si")
        )
    formats: list[str] = []
    if "xl/styles.xml" in package:
        styles = package.root("xl/styles.xml")
        own = {
            element.get("numFmtId"): element.get("formatCode", GENERAL)
            for element in styles.iter("{*}numFmt")
        }
        for cell_formats in styles.iter("{*}cellXfs"):
            for each in cell_formats.iter("{*}xf"):
                key = each.get("numFmtId", "0")
                known = BUILT_IN.get(int(key), GENERAL) if key.isdecimal() else GENERAL
                formats.append(own.get(key, known))
    return _Book(strings, formats, since_1904)


def _text_of(element: Any) -> str:
    """The text of a string with its runs, without what is there to tell how it is spoken."""
    if len(element) == 1 and element[0].tag.endswith("}t"):  # as nearly all are
        return _unescaped(element[0].text or "")
    texts = []
    for child in element:
        kind = child.tag.rpartition("}")[2]
        if kind == "t":
            texts.append(child.text or "")
        elif kind == "r":
            texts.extend(part.text or "" for part in child.iterchildren("{*}t"))
    return _unescaped("".join(texts))


def _unescaped(text: str) -> str:
    """Text with what `_x000D_` stands for (ST_Xstring, §22.9.2.19), its lines ended by one sign."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _guarded(rows: Iterator[RawRow], problems: Diagnostics) -> Iterator[RawRow]:
    """The rows up to where the file is broken, which is told."""
    try:
        yield from rows
    except WorkbookError as error:
        problems.add(error.diagnostic)


def _rows(
    package: WorkbookPackage, part: str, book: _Book, origin: Origin, problems: Diagnostics
) -> Iterator[RawRow]:
    number = 0
    cells_read = 0
    for count, element in enumerate(package.elements(part, "row"), start=1):
        said = element.get("r", "")
        number = int(said) if said.isdecimal() and len(said) <= _MOST_FIGURES else number + 1
        cells: dict[int, Cell | Diagnostic] = {}
        column = 0
        for child in element:
            column = _column_of(child.get("r")) or column + 1
            cells_read += 1
            cell = _cell(child, Origin(origin.path, number, column, origin.sheet), book)
            if cell is not None:
                if column > MOST_COLUMNS:
                    problems.error(
                        f"the sheet has more than {MOST_COLUMNS} columns",
                        Origin(origin.path, number, column, origin.sheet),
                        "take out what stands far to the right",
                    )
                    return
                cells[column] = cell
        if count > MOST_ROWS or cells_read > MOST_CELLS:
            problems.error(
                f"the sheet has more than {MOST_ROWS} rows or {MOST_CELLS} cells",
                Origin(origin.path, number, 1, origin.sheet),
                "the rest is not read; part it into several",
            )
            return
        yield RawRow(number, cells, hidden=element.get("hidden") in _TRUE)


def _column_of(reference: str | None) -> int:
    """The column of a cell by its name, as 3 of `C12`; 0 where it does not say."""
    letters = (reference or "").rstrip("0123456789")
    return _column_number(letters) if letters.isalpha() and len(letters) <= _MOST_LETTERS else 0


@lru_cache(maxsize=2 * MOST_COLUMNS)
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _cell(element: Any, origin: Origin, book: _Book) -> Cell | Diagnostic | None:
    """What a cell shows; a fault where that cannot be read, None where it is empty."""
    kind = element.get("t", "n")
    raw: str | None = None
    computed = False
    for child in element:
        tag = child.tag.rpartition("}")[2]
        if tag == "v":
            raw = child.text
        elif tag == "f":
            computed = True
        elif tag == "is":
            return Cell(_text_of(child), origin)
    if raw:
        read = _READERS.get(kind)
        return _number(element, raw, origin, book) if read is None else read(raw, origin, book)
    if computed and kind != "str":
        return _fault(
            "the formula has no value: no program has computed it yet", origin, _SAVE_ANEW
        )
    return None


def _shared(raw: str, origin: Origin, book: _Book) -> Cell | Diagnostic:
    if not raw.isdecimal() or len(raw) > _MOST_FIGURES or int(raw) >= len(book.strings):
        return _fault("the cell holds a text that is not in the file", origin, _SAVE_ANEW)
    return Cell(book.strings[int(raw)], origin)


def _text(raw: str, origin: Origin, _: _Book) -> Cell:
    return Cell(_unescaped(raw), origin)


def _truth(raw: str, origin: Origin, _: _Book) -> Cell:
    return Cell("true" if raw in _TRUE else "false", origin, kind=CellKind.TRUTH)


def _error(raw: str, origin: Origin, _: _Book) -> Diagnostic:
    hint = "mend the formula, or write the value itself"
    return _fault(f"the cell holds the error `{visible(raw)}`", origin, hint)


def _moment(raw: str, origin: Origin, _: _Book) -> Cell:
    day, _separator, clock = raw.partition("T")
    clock = clock.removesuffix("Z").partition(".")[0].removesuffix(":00")
    if clock.strip("0:"):
        return Cell(f"{day} {clock}", origin)
    return Cell(day, origin, kind=CellKind.DATE)


_READERS: Mapping[str, Callable[[str, Origin, _Book], Cell | Diagnostic]] = {
    "s": _shared,
    "str": _text,
    "inlineStr": _text,
    "b": _truth,
    "e": _error,
    "d": _moment,
}
"""What reads the value of a cell, by its type (§18.18.11); all else are numbers."""


def _number(element: Any, raw: str, origin: Origin, book: _Book) -> Cell | Diagnostic:
    style = element.get("s", "0")
    code = GENERAL
    if style.isdecimal() and len(style) <= _MOST_FIGURES and int(style) < len(book.formats):
        code = book.formats[int(style)]
    try:
        text, kind = shown(raw, code, since_1904=book.since_1904)
    except NotShownError as error:
        return _fault(str(error), origin, "write it as a text, or give the cell another format")
    if sum(sign.isdecimal() for sign in raw.rstrip("0")) > _LONGEST_NUMBER + 2 and kind is (
        CellKind.FIGURE
    ):
        return _fault(
            f"`{text}` has more digits than a number of Excel keeps",
            origin,
            "give the column the format Text, and type it again",
        )
    return Cell(text, origin, kind=kind)


def _fault(message: str, origin: Origin, hint: str) -> Diagnostic:
    return Diagnostic(Severity.ERROR, message, origin, hint)


def _swallowed(content: bytes, origin: Origin) -> dict[tuple[int, int], Origin]:
    """The cells that others are merged over, each with the place of the one that has the value."""
    found: dict[tuple[int, int], Origin] = {}
    for match in _MERGED.finditer(content):
        first, last = (_REFERENCE.fullmatch(end.decode()) for end in match.groups())
        if first is None or last is None:
            continue
        top, left = int(first[2]), _column_number(first[1])
        bottom, right = int(last[2]), _column_number(last[1])
        owner = Origin(origin.path, top, left, origin.sheet)
        for row in range(top, min(bottom, MOST_ROWS) + 1):
            for column in range(left, min(right, MOST_COLUMNS) + 1):
                if (row, column) != (top, left):
                    found[row, column] = owner
            if len(found) > _MOST_SWALLOWED:
                return found
    return found


def _tell_of_hidden_columns(
    package: WorkbookPackage, part: str, origin: Origin, problems: Diagnostics
) -> None:
    hidden = [
        int(element.get("min", "1"))
        for element in package.elements(part, "col")
        if element.get("hidden") in _TRUE and element.get("min", "1").isdecimal()
    ]
    if hidden:
        problems.note(
            "columns are hidden, and read like any other",
            Origin(origin.path, 1, hidden[0], origin.sheet),
            "this is the first of them",
        )
