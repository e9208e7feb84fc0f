"""A table of signatories as it is kept for good: of those who are withheld, numbers alone.

A workbook keeps what once stood in it in more places than can be emptied, so it is made anew, from
the columns that are read and the rows that are meant.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics
from letterkit.people.completion import FIELDS
from letterkit.people.signatory_tables import opened_signatories
from letterkit.people.withheld import WITHHELD, is_withheld, withheld_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.people.columns import Column
    from letterkit.people.tables import Table
    from letterkit.sources.sheet import SheetRow

_NAMING = frozenset({*FIELDS, "sort_as", "honorific", "logo", "consent_by", "group"})
"""Fields that may tell who somebody is."""
_JOINED = "joined"

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptTable:
    """What is kept of a table: its headings, in row `header` from 1, and the rows below."""

    title: str
    header: int
    headings: Cells
    rows: tuple[Cells, ...]


def kept_table(table: Table) -> KeptTable | None:
    """A table without those who are withheld; None where nobody can say who they are.

    That is so where the table cannot be read, or where its `where` asks for names.
    """
    told = Diagnostics()
    opened = opened_signatories(table, told)
    if opened is None:
        return None
    sheet, columns = opened
    where = str(table.reference.where or "") if table.reference else ""
    read = [*columns.fields, *(each for each in columns.values if _asked(each, where))]
    asked = [column for column in read if _asked(column, where)]
    if any(column.name in _NAMING for column in asked):
        return None
    shared = [column for column in read if column in asked or column.name == _JOINED]
    rows: list[Cells] = []
    organisations: Counter[Cells] = Counter()
    individuals: Counter[Cells] = Counter()
    for row in sheet.rows:
        if table.condition is not None and not table.condition(columns.names_of(row), told):
            continue
        entry = columns.entry(row)
        if is_withheld(entry):
            counted = withheld_in(entry, told)
            key = _cells(row, read, shared)
            organisations[key] += counted.organisations
            individuals[key] += counted.individuals
        else:
            rows.append(_cells(row, read, read))
    mark = next((place for place, each in enumerate(read) if each.name == WITHHELD), None)
    if told.has_errors or (mark is None and (organisations or individuals)):
        return None
    if mark is not None:
        rows += _numbers(organisations, mark, "{}")
        rows += _numbers(individuals, mark, "{} individuals")
    return KeptTable(
        title=sheet.origin.sheet or "",
        header=next(iter(sheet.headings.values())).origin.line,
        headings=tuple(str(column.heading) for column in read),
        rows=tuple(rows),
    )


def _asked(column: Column, where: str) -> bool:
    """Whether a condition on rows names a column."""
    return re.search(rf"\b{re.escape(column.name)}\b", where) is not None


def _cells(row: SheetRow, read: list[Column], kept: list[Column]) -> Cells:
    """The cells of a row in the columns that are kept of it, empty ones for the others."""
    texts = {column.number: str(row.cells.get(column.number, "")) for column in kept}
    return tuple(texts.get(column.number, "") for column in read)


def _numbers(counted: Counter[Cells], mark: int, pattern: str) -> Iterator[Cells]:
    """A row for each number of those who have in common what is kept of them."""
    for cells, number in counted.items():
        if number:
            yield (*cells[:mark], pattern.format(number), *cells[mark + 1 :])
