"""People from the rows of tables: one faulty row is told and left out, and hides no other.

A row is looked at in this order, and what does not come through a step leaves no trace of itself:
the condition on rows decides whether it is meant at all; then what is wrong with its cells is told;
then it becomes an entry like those of a file of people, and is judged as these are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin, Severity, nearest
from letterkit.language import casing
from letterkit.people.cell_words import language_of, nearest_language
from letterkit.people.columns import columns_of
from letterkit.people.doubles import tell_of_doubles
from letterkit.people.headings import (
    ADDRESSEE_HEADINGS,
    NAME,
)
from letterkit.people.loading import Group, Order, SignatoryList, signatories_of
from letterkit.people.localized import LocalizedText
from letterkit.people.models import Addressee
from letterkit.people.sheet_reference import OTHER_SHEET_SUFFIXES
from letterkit.people.signatory import read_signers
from letterkit.people.signatory_columns import signatory_headings, with_names
from letterkit.people.views import AddresseeView
from letterkit.people.withheld import WITHHELD, is_withheld, withheld_in, without_words
from letterkit.sources.comma_separated import load_comma_separated
from letterkit.sources.nodes import DataMapping, DataSequence, DataText
from letterkit.sources.schema import validate
from letterkit.sources.text import visible
from letterkit.sources.workbook import load_workbook_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from letterkit.diagnostics import Diagnostic
    from letterkit.people.columns import Columns
    from letterkit.people.sheet_reference import SheetReference
    from letterkit.people.signatory import Signatory
    from letterkit.people.withheld import Withheld
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
    sheet = _open(table, problems)
    if sheet is None:
        return []
    before = len(problems)
    columns = _columns(table, sheet, ADDRESSEE_HEADINGS, problems, reserved=RESERVED)
    if not columns.has(NAME, _ORGANISATION, _TITLE):
        problems.error(
            "no column says who is written to",
            sheet.origin,
            _say_what(sheet, NAME),
        )
        return []
    if _faults(problems, before):
        return []  # which column is which is not known, so no row can be trusted
    ids = _Ids()
    found = [
        _addressee(row, columns, table, ids, told, problems)
        for row, told in _meant(sheet, columns, table)
    ]
    if not found and not _faults(problems, before):
        problems.error(
            "nobody stands in the table",
            sheet.origin,
            "write one row for each" if table.condition is None else "no row fulfils `where`",
        )
    return found


def signatories_in(table: Table, problems: Diagnostics) -> SignatoryList | None:
    """The signatories in the rows of a table; None where it cannot be read at all.

    A column `group` gives headings: rows of one heading stand together. Of a row that is marked as
    `withheld`, nothing is kept or told but a number.
    """
    told = Diagnostics()
    opened = opened_signatories(table, told)
    problems.extend(told)
    if opened is None:
        return None
    sheet, columns = opened
    _tell_of_unused(columns, table, problems)
    before = len(told)
    groups = _Groups()
    for row, found in _meant(sheet, columns, table):
        entry = columns.entry(row)
        if not is_withheld(entry) and _is_unclear(columns, found):
            problems.extend(without_words(found))
            problems.error(
                "it is not said whether this row is withheld, so nothing of it is read",
                row.origin,
                "write `yes` or `no` into its cell, or leave it empty",
            )
            continue
        if is_withheld(entry):
            problems.extend(without_words(found))
            groups.withheld.append(withheld_in(entry, problems))
            continue
        problems.extend(found)
        heading = _heading(entry)
        _say_letter(entry, table.letter)
        signers = read_signers(_alone(entry), problems)
        if not any(each.severity is Severity.ERROR for each in found):
            groups.add(heading, signers.named)
    # What is told of broken rows may show words of one that must not be shown.
    rest = list(told)[before:]
    problems.extend(without_words(rest) if columns.has(WITHHELD) else rest)
    made = SignatoryList(groups.made())
    tell_of_doubles(signatories_of([made]), problems)
    return made


def _is_unclear(columns: Columns, told: list[Diagnostic]) -> bool:
    """Whether something is told of the cell that says if a row of a workbook is withheld."""
    marks = {column.number for column in columns.fields if column.name == WITHHELD}
    return any(each.origin and each.origin.sheet and each.origin.column in marks for each in told)


def opened_signatories(table: Table, problems: Diagnostics) -> tuple[Sheet, Columns] | None:
    """A table of signatories, and what its columns hold; None where it cannot be read."""
    sheet = _open(table, problems)
    if sheet is None:
        return None
    said = table.reference.columns if table.reference else {}
    headings = signatory_headings(sheet, said, table.locales)
    mapped = with_names(sheet, said, table.locales)
    columns = _columns(table, sheet, headings, problems, mapped=mapped)
    if not columns.has(_PERSON, _ORGANISATION, WITHHELD):
        problems.error("no column says who signs", sheet.origin, _say_what(sheet, _ORGANISATION))
    return None if problems.has_errors else (sheet, columns)


@dataclass(slots=True)
class _Groups:
    """The groups of a list by their headings, in the order in which they first come.

    Those who are withheld stand in none of them, since that would tell something of them.
    """

    named: dict[str, tuple[LocalizedText | None, list[Signatory]]] = field(default_factory=dict)
    withheld: list[Withheld] = field(default_factory=list)

    def add(self, heading: LocalizedText | None, signatories: Iterable[Signatory]) -> None:
        """Add to the group of a heading."""
        key = "" if heading is None else casing.fold(heading.anywhere()[1], "en")
        self.named.setdefault(key, (heading, []))[1].extend(signatories)

    def made(self) -> tuple[Group, ...]:
        """The groups; the withheld stand with those under no heading, else last."""
        withheld = tuple(each for each in self.withheld if each)
        groups = [
            Group(heading, Order.GIVEN, tuple(those), () if key else withheld)
            for key, (heading, those) in self.named.items()
        ]
        if withheld and "" not in self.named:
            groups.append(Group(None, Order.GIVEN, (), withheld))
        return tuple(group for group in groups if group)


def _say_letter(entry: DataMapping, letter: str) -> None:
    """Add to a consent which letter it is to, where the row does not say it."""
    consent = next((value for key, value in entry.items() if key == "consent"), None)
    if letter and isinstance(consent, DataMapping) and "letter" not in map(str, consent):
        consent[DataText("letter", consent.origin)] = DataText(letter, consent.origin)


def _alone(entry: DataMapping) -> DataSequence:
    """An entry as a list of its own."""
    made = DataSequence(entry.origin)
    made.append(entry)
    return made


def _faults(problems: Diagnostics, before: int) -> bool:
    """Whether an error has been told since so many findings."""
    return any(found.severity is Severity.ERROR for found in list(problems)[before:])


def _open(table: Table, problems: Diagnostics) -> Sheet | None:
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


def _columns(
    table: Table,
    sheet: Sheet,
    headings: Mapping[str, str],
    problems: Diagnostics,
    *,
    reserved: frozenset[str] = frozenset(),
    mapped: Mapping[str, DataText] | None = None,
) -> Columns:
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


def _meant(
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
        _take(entry, key)
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


def _heading(entry: DataMapping) -> LocalizedText | None:
    """The heading of the group that a row belongs to, taken out of its entry."""
    text = _take(entry, _GROUP)
    if isinstance(text, DataText):
        return LocalizedText({"": text}, text.origin)
    return text if isinstance(text, LocalizedText) else None


def _take(entry: DataMapping, name: str) -> object:
    key = next((key for key in entry if key == name), None)
    return None if key is None else entry.pop(key)


def _tell_of_unused(columns: Columns, table: Table, problems: Diagnostics) -> None:
    """Say which columns of a list of signatories nobody reads, as a misspelt one would not be."""
    where = str(table.reference.where) if table.reference and table.reference.where else ""
    unused = [column.heading for column in columns.values if column.name not in where]
    if unused:
        problems.note(
            "nothing is read of " + ", ".join(f"`{visible(heading)}`" for heading in unused),
            unused[0].origin,
            "a column that should be read needs a heading that is known, or an entry in `columns`",
        )


def _say_what(sheet: Sheet, name: str) -> str:
    shown: Cell = next(iter(sheet.headings.values()))
    return f'say it where the letter names the file, as `columns: {{"{visible(shown)}": {name}}}`'
