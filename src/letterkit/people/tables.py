"""Addressees from the rows of tables, and what all tables of people have in common.

One faulty row is told and left out, and hides no other. A row is looked at in this order, and what
does not come through a step leaves no trace of itself: the condition on rows decides whether it is
meant at all; then what is wrong with its cells is told; then it becomes an entry like those of a
file of people, and is judged as these are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin, Severity, nearest
from letterkit.language import casing
from letterkit.people.cell_words import language_of, nearest_language
from letterkit.people.columns import columns_of
from letterkit.people.headings import (
    ADDRESSEE_HEADINGS,
    NAME,
)
from letterkit.people.localized import LocalizedText
from letterkit.people.models import Addressee
from letterkit.people.sheet_reference import OTHER_SHEET_SUFFIXES
from letterkit.people.views import AddresseeView
from letterkit.sources.comma_separated import load_comma_separated
from letterkit.sources.nodes import DataMapping, DataText
from letterkit.sources.schema import validate
from letterkit.sources.text import visible
from letterkit.sources.workbook import load_workbook_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from letterkit.diagnostics import Diagnostic
    from letterkit.people.columns import Columns
    from letterkit.people.sheet_reference import SheetReference
    from letterkit.sources.sheet import Cell, Sheet, SheetRow

_CSV = ".csv"
_WORKBOOK = ".xlsx"
_ID = "id"
_LOCALE = "locale"
_GROUP = "group"
_PERSON = "person"
_ORGANISATION = "organisation"
_TITLE = "title"
RESERVED = frozenset(name for name in dir(AddresseeView) if not name.startswith("_"))


@dataclass(frozen=True, slots=True)
class Table:
    """A table of people: its file, the name to show for it, and what a letter says of it.

    `condition` says which rows are meant, and None where it cannot, which it tells; `locales` are
    those that something is known of, and `letter` is the one to which a consent in a row is meant.
    """

    path: Path
    name: str
    reference: SheetReference | None
    locales: Sequence[str]
    condition: Callable[[Mapping[str, object], Diagnostics], bool | None] | None = None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One addressee as a letter names them, by an id with its place.

    None stands for one who cannot be written to, which has been told; `locale` is then their own
    language, where it is known. `row` is the place of the row of a table that they come from.
    """

    name: DataText
    addressee: Addressee | None
    locale: DataText | None = None
    row: Origin | None = None


@dataclass(slots=True)
class _Ids:
    """The ids given so far in a table: each row has one of its own."""

    taken: dict[str, DataText] = field(default_factory=dict)

    def earlier(self, identity: DataText) -> DataText | None:
        """The same id of another row, the case of its letters aside."""
        found = self.taken.setdefault(casing.fold(identity, "en"), identity)
        return None if found is identity else found


def addressees_in(table: Table, problems: Diagnostics) -> list[Listed]:
    """The addressees in the rows of a table, in their order; none where it cannot be read."""
    sheet = open_table(table, problems)
    if sheet is None:
        return []
    before = len(problems)
    columns = columns_in(table, sheet, ADDRESSEE_HEADINGS, problems, reserved=RESERVED)
    if not columns.has(NAME, _ORGANISATION, _TITLE):
        problems.error(
            "no column says who is written to",
            sheet.origin,
            how_to_say(sheet, NAME),
        )
        return []
    if _faults(problems, before):
        return []  # which column is which is not known, so no row can be trusted
    ids = _Ids()
    found = [
        _addressee(row, columns, table, ids, told, problems)
        for row, told in meant_rows(sheet, columns, table)
    ]
    if not found and not _faults(problems, before):
        problems.error(
            "nobody stands in the table",
            sheet.origin,
            "write one row for each" if table.condition is None else "no row fulfils `where`",
        )
    return found


def _faults(problems: Diagnostics, before: int) -> bool:
    """Whether an error has been told since so many findings."""
    return any(found.severity is Severity.ERROR for found in list(problems)[before:])


def open_table(table: Table, problems: Diagnostics) -> Sheet | None:
    """The table in a file, by what its name ends in."""
    said = table.reference
    suffix = table.path.suffix.lower()  # the ending of a file's name, which is English
    if suffix == _CSV:
        return load_comma_separated(
            table.path,
            problems,
            name=table.name,
            encoding=said.encoding if said else None,
            delimiter=said.delimiter if said else None,
            header=said.header if said else None,
        )
    if suffix == _WORKBOOK or suffix in OTHER_SHEET_SUFFIXES:
        return load_workbook_sheet(
            table.path,
            problems,
            name=table.name,
            sheet=str(said.sheet) if said and said.sheet else None,
            header=said.header if said else None,
        )
    problems.error(
        f"`{visible(table.name)}` is no table that can be read",
        said.from_.origin if said else Origin(table.name),
        "tables are files that end in `.xlsx` or `.csv`",
    )
    return None


def columns_in(
    table: Table,
    sheet: Sheet,
    headings: Mapping[str, str],
    problems: Diagnostics,
    *,
    reserved: frozenset[str] = frozenset(),
    mapped: Mapping[str, DataText] | None = None,
) -> Columns:
    """What the columns of a table hold: as the letter says, or `mapped` for it."""
    said = table.reference
    columns = columns_of(
        sheet,
        headings,
        mapped or (said.columns if said else {}),
        table.locales,
        problems,
        reserved=reserved,
        types=said.types if said else None,
    )
    known = {column.name: column for column in (*columns.fields, *columns.values)}
    for name in said.types if said else {}:
        if name not in known:
            problems.error(
                f"there is no column `{name}` that could be of a type",
                said.from_.origin if said else None,
                nearest(name, known),
            )
    return columns


def meant_rows(
    sheet: Sheet, columns: Columns, table: Table
) -> Iterator[tuple[SheetRow, list[Diagnostic]]]:
    """The rows that are meant, each with what is wrong with its cells."""
    for row in sheet.rows:
        found = Diagnostics()
        if table.condition is not None and table.condition(columns.names_of(row), found) is False:
            continue
        columns.tell_of_swallowed(row, sheet, found)
        found.extend(row.faults)
        yield row, list(found)


def _addressee(
    row: SheetRow,
    columns: Columns,
    table: Table,
    ids: _Ids,
    told: list[Diagnostic],
    problems: Diagnostics,
) -> Listed:
    """The addressee in a row, with what its other columns hold."""
    found = Diagnostics(told)
    entry = columns.entry(row)
    said = {str(key): value for key, value in entry.items()}
    identity = _identity(said, row)
    if (earlier := ids.earlier(identity)) is not None:
        given = _ID in said
        found.error(
            f"`{visible(identity)}` stands twice",
            identity.origin,
            f"the first stands at {earlier.origin}; one letter is enough, or give "
            + ("another id" if given else "each an id in a column `id`"),
        )
    for key in (_ID, _LOCALE):
        taken_out(entry, key)
    locale = _locale(said.get(_LOCALE), table.locales, found)
    if locale is not None:
        entry[DataText(_LOCALE, locale.origin)] = locale
    elif columns.has(_LOCALE) and _LOCALE not in said:
        found.warning(
            "no language is given, so the letter is written in all of its languages",
            row.origin,
            "fill in the language",
        )
    faults: list[Diagnostic] = []
    values = columns.values_of(row, faults)
    found.extend(faults)
    addressee = validate(Addressee, entry, found)
    problems.extend(found)
    if addressee is None or found.has_errors:
        return Listed(identity, None, locale, row.origin)
    return Listed(identity, addressee.with_values(values), locale, row.origin)


def _identity(said: Mapping[str, object], row: SheetRow) -> DataText:
    """What an addressee of a table is called: by their id, else by their name, else by the row."""
    for key in (_ID, NAME, _ORGANISATION, _TITLE):
        text = said.get(key)
        if isinstance(text, LocalizedText):
            text = text.anywhere()[1]
        if isinstance(text, DataText):
            return DataText(" ".join(text.split()), text.origin)
    return DataText(f"row-{row.number}", row.origin)


def _locale(said: object, known: Sequence[str], problems: Diagnostics) -> DataText | None:
    """The locale that a cell names; None where nothing is known of it, which is told."""
    if not isinstance(said, DataText):
        return None
    named = language_of(said)
    languages = {casing.language_of(each) for each in known}
    if named is not None and casing.language_of(named) in languages:
        return DataText(named, said.origin)
    if named is None:
        problems.error(f"`{visible(said)}` is no language", said.origin, nearest(said, known))
        return None
    code = "" if named == said else f" (`{named}`)"
    problems.error(
        f"there is no language `{visible(said)}`{code} here",
        said.origin,
        f"the nearest there is is `{nearest_language(named, known)}`;"
        f" or add a file `locales/{casing.language_of(named)}.yaml`",
    )
    return None


def taken_out(entry: DataMapping, name: str) -> object:
    """The value of a key, which the entry has no more; None where it had none."""
    key = next((key for key in entry if key == name), None)
    return None if key is None else entry.pop(key)


def how_to_say(sheet: Sheet, name: str) -> str:
    """A hint of how a letter says what a column holds."""
    shown: Cell = next(iter(sheet.headings.values()))
    return f'say it where the letter names the file, as `columns: {{"{visible(shown)}": {name}}}`'
