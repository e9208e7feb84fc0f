"""Signatories from the rows of tables; of those that are withheld, numbers alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Severity
from letterkit.language import casing
from letterkit.people.doubles import tell_of_doubles
from letterkit.people.loading import Group, Order, SignatoryList, signatories_of
from letterkit.people.localized import LocalizedText
from letterkit.people.signatory import read_signers
from letterkit.people.signatory_columns import signatory_headings, with_names
from letterkit.people.tables import columns_in, how_to_say, meant_rows, open_table, taken_out
from letterkit.people.withheld import WITHHELD, is_withheld, withheld_in, without_words
from letterkit.sources.nodes import DataMapping, DataSequence, DataText
from letterkit.sources.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.diagnostics import Diagnostic
    from letterkit.people.columns import Columns
    from letterkit.people.signatory import Signatory
    from letterkit.people.tables import Table
    from letterkit.people.withheld import Withheld
    from letterkit.sources.sheet import Sheet

_GROUP = "group"
_PERSON = "person"
_ORGANISATION = "organisation"


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
    for row, found in meant_rows(sheet, columns, table):
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
    sheet = open_table(table, problems)
    if sheet is None:
        return None
    said = table.reference.columns if table.reference else {}
    headings = signatory_headings(sheet, said, table.locales)
    mapped = with_names(sheet, said, table.locales)
    columns = columns_in(table, sheet, headings, problems, mapped=mapped)
    if not columns.has(_PERSON, _ORGANISATION, WITHHELD):
        problems.error("no column says who signs", sheet.origin, how_to_say(sheet, _ORGANISATION))
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


def _heading(entry: DataMapping) -> LocalizedText | None:
    """The heading of the group that a row belongs to, taken out of its entry."""
    text = taken_out(entry, _GROUP)
    if isinstance(text, DataText):
        return LocalizedText({"": text}, text.origin)
    return text if isinstance(text, LocalizedText) else None


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
