"""CSV files (RFC 4180) as tables, each cell with the line and column it begins at.

Neither the encoding nor the delimiter is guessed: a file is in UTF-8 unless somebody says
otherwise, and a delimiter is found only where the row of headings leaves no doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin, Severity
from letterkit.sources.sheet import (
    MOST_BYTES,
    MOST_CELLS,
    MOST_ROWS,
    Cell,
    RawRow,
    sheet_of,
)
from letterkit.sources.text import likely_encoding, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from letterkit.sources.sheet import Sheet

DELIMITERS = (",", ";", "\t")
ENCODINGS = ("utf-8", "utf-16", "cp1252", "cp1254", "cp1256", "iso-8859-6", "iso-8859-9")
"""What files can be said to be in, by the names that Python and most programs know."""

_QUOTED = re.compile(r'"((?:[^"]+|"")*+)"')
_SEPARATOR_LINE = re.compile(r"sep=([,;\t])\n", re.IGNORECASE)
_SAVE_AS = "in Excel save it as “CSV UTF-8”"


def load_comma_separated(
    path: Path,
    problems: Diagnostics,
    *,
    name: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    header: int | None = None,
) -> Sheet | None:
    """The table in a CSV file; None where it cannot be read, which is told.

    `name` is the path to show; `encoding` one of `ENCODINGS`, `delimiter` one of `DELIMITERS`,
    where somebody has said so. `header` is the number of the row that holds the headings.
    """
    shown = str(path) if name is None else name
    text = _read(path, shown, encoding, problems)
    if text is None:
        return None
    first_line = 1
    if (said := _SEPARATOR_LINE.match(text)) is not None:  # what Excel writes for itself
        delimiter = delimiter or said[1]
        text = text[said.end() :]
        first_line = 2
    if delimiter is None:
        delimiter = _delimiter_of(text, shown, first_line, header, problems)
    if delimiter is None:
        return None
    rows = parse_rows(text, delimiter, shown, problems, first_line=first_line)
    return sheet_of(rows, Origin(shown), problems, header=header, stray=Severity.ERROR)


def parse_rows(
    text: str, delimiter: str, name: str, problems: Diagnostics, *, first_line: int = 1
) -> Iterator[RawRow]:
    """The rows of a CSV text, told by the line in which they begin; empty lines have no cells.

    Lines end by a line feed. A quotation mark that is never closed is told, and the rest is left
    unread.
    """
    unquoted = re.compile(f"[^{re.escape(delimiter)}\\n]*")
    at = 0
    line = first_line
    line_start = 0
    cells_read = 0
    rows_read = 0
    while at < len(text):
        row_line = line
        cells: dict[int, Cell] = {}
        column = 0
        rows_read += 1
        if text[at] == "\n":
            at += 1
        else:
            while True:
                column += 1
                origin = Origin(name, line, at - line_start + 1)
                quoted = _QUOTED.match(text, at) if text.startswith('"', at) else None
                if quoted is not None:
                    content = quoted[1].replace('""', '"')
                    at = quoted.end()
                    breaks = quoted[1].count("\n")
                    if breaks:
                        line += breaks
                        line_start = text.rindex("\n", 0, at) + 1
                    after = unquoted.match(text, at)
                    if after is not None and after[0]:
                        problems.error(
                            f"`{after[0][:20]}` stands after a closing quotation mark",
                            Origin(name, line, at - line_start + 1),
                            'within quotes, write a quotation mark twice: `""`',
                        )
                        at = after.end()
                elif text.startswith('"', at):
                    problems.error(
                        "a quotation mark is never closed, and the rest is not read",
                        origin,
                        'close it; within quotes, write a quotation mark twice: `""`',
                    )
                    return
                else:
                    plain = unquoted.match(text, at)
                    content = plain[0] if plain else ""
                    at += len(content)
                cells[column] = Cell(content, origin, quoted=quoted is not None)
                if text.startswith(delimiter, at):
                    at += 1
                    continue
                at += 1
                break
        line += 1
        line_start = at
        cells_read += len(cells)
        if rows_read > MOST_ROWS or cells_read > MOST_CELLS:
            problems.error(
                f"the file has more than {MOST_ROWS} rows or {MOST_CELLS} cells",
                Origin(name, row_line),
                "the rest is not read; part it into several files",
            )
            return
        yield RawRow(row_line, cells)


def _read(path: Path, shown: str, encoding: str | None, problems: Diagnostics) -> str | None:
    found = Diagnostics()
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # told when it is read
    if size > MOST_BYTES:
        problems.error(
            f"the file has more than {MOST_BYTES // 1_000_000} MB",
            Origin(shown),
            "part it into several files",
        )
        return None
    text = read_text(path, found, name=shown, encoding=encoding)
    if text is not None or encoding is not None or not path.is_file():
        problems.extend(found)
        return text
    try:
        likely = likely_encoding(path.read_bytes())
    except OSError:
        likely = None
    for fault in found:
        hint = fault.hint
        if likely is not None:
            hint = f"{_SAVE_AS}, or say `encoding: {likely}` where the letter names the file"
        problems.error(fault.message, fault.origin, hint)
    return None


def _delimiter_of(
    text: str, name: str, first_line: int, header: int | None, problems: Diagnostics
) -> str | None:
    """What parts the headings; None where more than one sign may, which is told."""
    line = first_line
    rest = text
    while rest and (rest.startswith("\n") or (header is not None and line < header)):
        rest = rest.partition("\n")[2]
        line += 1
    bare = _QUOTED.sub("", rest.partition("\n")[0] if '"' not in rest else _record(rest))
    present = [sign for sign in DELIMITERS if sign in bare]
    if len(present) > 1:
        signs = " and ".join("a tab" if sign == "\t" else f"`{sign}`" for sign in present)
        problems.error(
            f"{signs} may part the cells of this file",
            Origin(name, line),
            'say which one does, as `delimiter: ";"`, where the letter names the file',
        )
        return None
    return present[0] if present else ","


def _record(text: str) -> str:
    """The first row of a text, line breaks within quotes included."""
    at = 0
    while at < len(text) and text[at] != "\n":
        quoted = _QUOTED.match(text, at) if text[at] == '"' else None
        at = quoted.end() if quoted else at + 1
    return text[:at]
