"""A table of cells, from whichever kind of file: a row of headings, and rows below it.

Nothing of a row is kept or told here: rows come one after the other, each with its faults, so that
whoever reads them decides first whether a row is meant at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from letterkit.diagnostics import Diagnostic, Origin, Severity
from letterkit.sources.hidden import MARKS_OF_DIRECTION, MAY_HIDE, faults_of
from letterkit.sources.nodes import DataText
from letterkit.sources.text import FORBIDDEN, forbidden_fault, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from letterkit.diagnostics import Diagnostics

MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
MOST_CELLS = 2_000_000
MOST_BYTES = 50_000_000
"""How large a table may be before it is refused; far above any list of people."""

_NAMED_AT_MOST = 5  # rows named one by one in a message
_AT_ENDS = r"[\s\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+"
_FIRST = re.compile(_AT_ENDS)
_ENDS = re.compile(rf"\A{_AT_ENDS}|{_AT_ENDS}\Z")
"""Spaces and marks that nobody sees; joiners stay, which the spelling of Arabic may need."""


class CellKind(StrEnum):
    """What a cell holds, as far as the file itself says it; a CSV file holds texts alone."""

    TEXT = "text"
    FIGURE = "figure"
    """A whole number shown in its digits alone: a year, a number of something, an identifier."""
    AMOUNT = "amount"
    """A number shown with separators, decimals, a percent sign or a currency."""
    DATE = "date"
    TRUTH = "truth"


class Cell(DataText):
    """What stands in a cell, as people see it there; numbers have no separators but a point.

    A date is year-month-day, a truth value `true` or `false`; 15% is `15`. `quoted` says that it
    is written in quotation marks, in which one of its own is doubled.
    """

    __slots__ = ("kind", "quoted")

    kind: CellKind
    quoted: bool

    def __new__(
        cls, text: str, origin: Origin, *, kind: CellKind = CellKind.TEXT, quoted: bool = False
    ) -> Self:
        """A cell that shows a text."""
        made = super().__new__(cls, text, origin)
        made.kind = kind
        made.quoted = quoted
        return made

    def place(self, offset: int) -> Origin:
        """Where one of its characters stands; in a workbook a cell is one place."""
        if self.origin.sheet:
            return self.origin
        written = self[:offset].replace('"', '""') if self.quoted else self[:offset]
        lines = written.count("\n")
        if not lines:
            return self.origin.shifted(len(written) + self.quoted)
        column = len(written) - written.rindex("\n")
        return Origin(self.origin.path, self.origin.line + lines, column)


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as a file has it: cells by their columns from 1; faults for the unreadable ones."""

    number: int
    cells: Mapping[int, Cell | Diagnostic]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row below the headings: what stands in its cells, by column; empty cells are left out.

    `faults` are what is wrong with its cells; they are told by whoever takes the row for meant.
    """

    origin: Origin
    cells: Mapping[int, Cell]
    faults: tuple[Diagnostic, ...] = ()

    @property
    def number(self) -> int:
        """The number of the row, or of the line that it begins in."""
        return self.origin.line


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its headings by column, then its rows, which can be gone through once.

    `swallowed` are the cells, by row and column, that another one is merged over; each knows the
    cell that has their value.
    """

    origin: Origin
    headings: Mapping[int, Cell]
    rows: Iterator[SheetRow]
    swallowed: Mapping[tuple[int, int], Origin] = field(default_factory=dict)

    def place(self, row: SheetRow, column: int) -> Origin:
        """Where a cell of a row stands, or would."""
        if not self.origin.sheet:  # the place of a cell in a text file is that of its first sign
            return row.cells[column].origin if column in row.cells else row.origin
        return Origin(self.origin.path, row.number, column, self.origin.sheet)


@dataclass(slots=True)
class _Seen:
    """What is told once of a whole table, when its last row has been read."""

    empty: list[int] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    trimmed: list[Origin] = field(default_factory=list)


def sheet_of(
    rows: Iterable[RawRow],
    origin: Origin,
    problems: Diagnostics,
    *,
    header: int | None = None,
    stray: Severity = Severity.WARNING,
    swallowed: Mapping[tuple[int, int], Origin] | None = None,
) -> Sheet | None:
    """Rows of a file as a table; None where there is no row of headings.

    The headings stand in the row `header`, else in the first that is not empty. `stray` is how much
    a value under no heading weighs. `problems` are told what concerns the whole table, the last of
    it when its last row has been read.
    """
    seen = _Seen()
    coming = iter(rows)
    headings = _headings(coming, origin, header, seen, problems)
    if headings is None:
        return None
    seen.empty.clear()  # those above the headings are a matter of looks
    return Sheet(
        origin,
        headings,
        _rows(coming, origin, headings, stray, seen, problems),
        swallowed or {},
    )


def _headings(
    coming: Iterator[RawRow],
    origin: Origin,
    header: int | None,
    seen: _Seen,
    problems: Diagnostics,
) -> dict[int, Cell] | None:
    """The headings; those that stand twice are told, and only the first is read."""
    for row in coming:
        if header is not None and row.number < header:
            continue
        faults = [cell for cell in row.cells.values() if isinstance(cell, Diagnostic)]
        cells = _trimmed(row, seen)
        if not cells and not faults and header is None:
            continue
        problems.extend(faults)
        found: dict[int, Cell] = {}
        first: dict[str, Cell] = {}
        for column, cell in cells.items():
            earlier = first.setdefault(" ".join(cell.split()), cell)
            if earlier is not cell:
                problems.error(
                    f"the heading `{visible(cell)}` stands twice",
                    cell.origin,
                    f"the first stands at {_short(earlier.origin)}; give one another name",
                )
                continue
            found[column] = cell
        if refused := [fault for column in found for fault in _hidden(row, column)]:
            problems.extend(refused)  # nobody knows what the columns hold
            return None
        if found:
            return found
        break
    problems.error(
        "there is no row of headings" if header is None else f"row {header} holds no headings",
        origin,
        "write what each column holds into the first row, as `Name`, `Language`, `Amount`",
    )
    return None


def _rows(
    coming: Iterator[RawRow],
    origin: Origin,
    headings: Mapping[int, Cell],
    stray: Severity,
    seen: _Seen,
    problems: Diagnostics,
) -> Iterator[SheetRow]:
    before = headings[min(headings)].origin.line
    empty: list[int] = []  # those below the last row are a matter of looks
    for row in coming:
        if origin.sheet:  # a workbook leaves rows out that hold nothing
            empty.extend(range(before + 1, min(row.number, before + MOST_ROWS)))
            before = row.number
        cells = _trimmed(row, seen)
        faults = tuple(_faults(row, cells, origin, headings, stray))
        if not cells and not faults:
            empty.append(row.number)
            continue
        seen.empty += empty
        empty.clear()
        if row.hidden:
            seen.hidden.append(row.number)
        kept = {column: cell for column, cell in cells.items() if column in headings}
        if kept or faults:
            yield SheetRow(Origin(origin.path, row.number, 1, origin.sheet), kept, faults)
    _tell_of_whole(seen, origin, problems)


def _faults(
    row: RawRow,
    cells: Mapping[int, Cell],
    origin: Origin,
    headings: Mapping[int, Cell],
    stray: Severity,
) -> Iterator[Diagnostic]:
    """What is wrong with the cells of a row."""
    for column, read in row.cells.items():
        if isinstance(read, Diagnostic) and column in headings:
            yield read
    strays = [cell for column, cell in cells.items() if column not in headings]
    if strays:
        hint = "give the column a heading, or take it out"
        if not origin.sheet:
            hint = "a text with the delimiter in it must stand in quotes"
        message = f"`{visible(strays[0])}` stands under no heading"
        yield Diagnostic(stray, message, strays[0].origin, hint)
    yield from _unseen(row, cells, headings)
    for column, cell in cells.items():
        if cell.isprintable() or column not in headings:
            continue
        if (found := FORBIDDEN.search(cell)) is not None:
            message, hint = forbidden_fault(found.group())
            yield Diagnostic(Severity.ERROR, message, cell.origin, hint)


def _unseen(
    row: RawRow, cells: Mapping[int, Cell], headings: Mapping[int, Cell]
) -> Iterator[Diagnostic]:
    """What is refused of the cells of a row, and marks of direction, which are left as they are."""
    for column, cell in row.cells.items():
        if isinstance(cell, Diagnostic) or cell.isascii() or column not in headings:
            continue
        refused = list(_hidden(row, column))
        yield from refused
        shown = cells.get(column, "")
        if not refused and MARKS_OF_DIRECTION.search(shown):
            yield Diagnostic(
                Severity.WARNING,
                f"`{visible(shown)}` holds marks of direction, which letterkit sets itself",
                cell.origin,
                f"write `{visible(MARKS_OF_DIRECTION.sub('', shown))}`",
            )


def _hidden(row: RawRow, column: int) -> Iterator[Diagnostic]:
    """What is refused of a cell: not what is left out at its ends, unless it steers the order."""
    cell = row.cells[column]
    if isinstance(cell, Diagnostic) or MAY_HIDE.search(cell) is None:
        return
    first = _FIRST.match(cell)
    begin = first.end() if first else 0
    end = begin + len(_ENDS.sub("", cell))
    for found in faults_of(cell):
        if found.reorders or begin <= found.offset < end:
            place = cell.place(found.offset)
            yield Diagnostic(Severity.ERROR, found.message, place, found.hint)


def _trimmed(row: RawRow, seen: _Seen) -> dict[int, Cell]:
    """The cells of a row that show something, without what is not seen at their ends."""
    found: dict[int, Cell] = {}
    for column, cell in row.cells.items():
        if isinstance(cell, Diagnostic):
            continue
        if cell and cell[0].isalnum() and cell[-1].isalnum():  # as nearly all are
            found[column] = cell
            continue
        text = _ENDS.sub("", cell)
        if not text:
            continue
        if text != cell:
            seen.trimmed.append(cell.origin)
            cell = Cell(text, cell.origin, kind=cell.kind)  # noqa: PLW2901 - the same, trimmed
        found[column] = cell
    return found


def _tell_of_whole(seen: _Seen, origin: Origin, problems: Diagnostics) -> None:
    if seen.hidden:
        problems.warning(
            f"{_numbered(seen.hidden)} hidden, and read like any other",
            Origin(origin.path, seen.hidden[0], 1, origin.sheet),
            "show them to see who is meant; take out what is not, or leave it out by `where`",
        )
    if seen.empty:
        problems.note(
            f"{_numbered(seen.empty)} empty",
            Origin(origin.path, seen.empty[0], 1, origin.sheet),
            "empty rows are passed over",
        )
    if seen.trimmed:
        number = len(seen.trimmed)
        have = "1 cell has" if number == 1 else f"{number} cells have"
        problems.note(
            f"{have} spaces or invisible signs at the ends, which are left out",
            seen.trimmed[0],
            "this is the first of them" if number > 1 else None,
        )


def _numbered(rows: list[int]) -> str:
    """`row 5 is`, `rows 5, 9 and 2 more are`."""
    if len(rows) == 1:
        return f"row {rows[0]} is"
    named = rows[:_NAMED_AT_MOST]
    rest = len(rows) - len(named)
    if rest:
        return f"rows {', '.join(map(str, named))} and {rest} more are"
    return f"rows {', '.join(map(str, named[:-1]))} and {named[-1]} are"


def _short(origin: Origin) -> str:
    """A place within the same file."""
    return origin.cell if origin.sheet else f"line {origin.line}, column {origin.column}"
