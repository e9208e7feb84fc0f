"""The columns of a table: which field of a person each of them holds, and how its cells read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostic, Severity
from letterkit.document import Direction
from letterkit.language import casing
from letterkit.language.bidi import value_direction
from letterkit.language.dates import DateError, parse_date
from letterkit.people import cell_words
from letterkit.people.headings import ADDRESS, field_of, misspelt
from letterkit.people.localized import EVERYWHERE, LocalizedText
from letterkit.people.localizer import ABSENT
from letterkit.people.sheet_reference import ColumnType, path_parts
from letterkit.sources.nodes import DataMapping, DataSequence, DataText
from letterkit.sources.sheet import Cell, CellKind
from letterkit.sources.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from letterkit.diagnostics import Diagnostics
    from letterkit.sources.sheet import Sheet, SheetRow

_PARTING = re.compile(r"\W+")
_HOW_TO_MAP = "say what it is where the letter names the file, as `columns: {{{heading}: {name}}}`"
_KEYS: Mapping[str, Callable[[str], str]] = {
    "gender": cell_words.gender_of,
    "honorific": cell_words.honorific_of,
    "office": cell_words.office_of,
    "country": cell_words.country_of,
    "personal_capacity": cell_words.truth_of,
    "withheld": cell_words.truth_of,
    "consent_locale": lambda text: cell_words.language_of(text) or text,
}
"""Fields whose cells may hold a word for a key."""
_ARABIC = "ar"
_BY_LANGUAGE = frozenset(
    {"name", "person", "organisation", "title", "address", "description", "kind", "salutation"}
)
"""Fields that may have another form in each language."""
_HOW_TO_WRITE = {
    ColumnType.INTEGER: "write it in digits alone, as in `1500`",
    ColumnType.DECIMAL: "write it in digits and a point, as in `1250.50`",
    ColumnType.TRUTH: "write `true` or `false`",
}
_CONSENT = "consent_"
_WITHHELD = ("withheld", EVERYWHERE)
_WHOLE = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?")
_TRUTHS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field or the name it gives, and in which locale."""

    number: int
    heading: Cell
    name: str
    locale: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold: `fields` of a person, and `values` of the house's own."""

    fields: tuple[Column, ...]
    values: tuple[Column, ...]
    types: Mapping[str, ColumnType] = field(default_factory=dict)

    def has(self, *names: str) -> bool:
        """Whether any of these fields has a column."""
        return any(column.name in names for column in self.fields)

    def entry(self, row: SheetRow) -> DataMapping:
        """The fields of a row, as an entry of a file of people has them."""
        texts: dict[str, dict[str, Cell]] = {}
        lines: dict[int, dict[str, Cell]] = {}
        for column in self.fields:
            cell = row.cells.get(column.number)
            if cell is None:
                continue
            if column.name == ADDRESS:
                _add_lines(cell, column, lines)
            else:
                texts.setdefault(column.name, {})[column.locale] = _keyed(cell, column.name)
        entry = DataMapping(row.origin)
        for name, by_locale in texts.items():
            first = next(iter(by_locale.values()))
            entry[DataText(name, first.origin)] = _one(by_locale)
        _gather_consent(entry)
        if lines:
            address = DataSequence(row.origin)
            address.extend(_one(by_locale) for by_locale in lines.values())
            entry[DataText(ADDRESS, row.origin)] = address
        return entry

    def values_of(self, row: SheetRow, faults: list[Diagnostic]) -> dict[str, object]:
        """What the house's own columns hold in a row, as expressions see it.

        A cell that is not of the type that the letter gives its column is added to `faults`.
        """
        made: dict[str, object] = {}
        texts: dict[str, dict[str, DataText]] = {}
        for column in self.values:
            cell = row.cells.get(column.number)
            if column.locale:
                if cell is not None:
                    texts.setdefault(column.name, {})[column.locale] = cell
                made.setdefault(column.name, ABSENT)
            elif cell is None:
                made[column.name] = ABSENT
            else:
                made[column.name] = _typed(cell, self.types.get(column.name), column, faults)
        for name, by_locale in texts.items():
            plain = made.get(name)
            if isinstance(plain, DataText) and plain:
                by_locale[EVERYWHERE] = plain
            made[name] = LocalizedText(by_locale, next(iter(by_locale.values())).origin)
        return made

    def names_of(self, row: SheetRow) -> dict[str, object]:
        """A row as the condition on rows sees it: fields and values; figures are numbers.

        Forms by language are fields of a name that has no column of its own: `name.ar`.
        """
        found: dict[str, object] = {}
        for column in (*self.fields, *self.values):
            cell = row.cells.get(column.number)
            value: object = ABSENT
            if cell is not None:
                value = _typed(cell, self.types.get(column.name), column, [])
                if isinstance(value, Cell) and value.kind is CellKind.FIGURE:
                    value = int(value)
            if not column.locale:
                found[column.name] = value
            elif isinstance(forms := found.setdefault(column.name, {}), dict):
                forms[column.locale] = value
        return found

    def tell_of_swallowed(self, row: SheetRow, sheet: Sheet, problems: Diagnostics) -> None:
        """Warn of empty cells that another cell is merged over: it alone has the value."""
        if not sheet.swallowed:
            return
        for column in (*self.fields, *self.values):
            owner = sheet.swallowed.get((row.number, column.number))
            if owner is not None and column.number not in row.cells:
                problems.warning(
                    f"the cell is merged into {owner.cell}, so `{visible(column.heading)}` is empty"
                    " here",
                    sheet.place(row, column.number),
                    "in Excel, unmerge the cells and fill each of them",
                )


def columns_of(
    sheet: Sheet,
    headings: Mapping[str, str],
    mapped: Mapping[str, DataText],
    locales: Sequence[str],
    problems: Diagnostics,
    *,
    reserved: Iterable[str] = (),
    types: Mapping[str, ColumnType] | None = None,
) -> Columns:
    """What the columns of a table hold: as `mapped` says by heading, else by known headings.

    A column of no field is a value under a name made of its heading, which must not be `reserved`.
    """
    fields: list[Column] = []
    values: list[Column] = []
    taken: dict[tuple[str, str], Cell] = {}
    unused = dict(mapped)
    unmapped: list[tuple[int, Cell]] = []
    for number, heading in sheet.headings.items():
        path = unused.pop(" ".join(heading.split()), None)
        if path is None:
            unmapped.append((number, heading))
            continue
        name, locale = path_parts(path)
        if _takes(name, locale, heading, taken, problems):
            place = fields if name in headings else values
            place.append(Column(number, heading, name, locale))
    for heading_text, path in unused.items():
        problems.error(
            f"there is no column `{visible(heading_text)}`",
            path.origin,
            "the headings are "
            + ", ".join(f"`{visible(each)}`" for each in sheet.headings.values()),
        )
    by_letter = set(taken)
    known = _fields_by_script(unmapped, headings, locales)
    for number, heading in unmapped:
        found = known[number]
        if found is not None and found not in by_letter:
            if _takes(*found, heading, taken, problems):
                fields.append(Column(number, heading, *found))
            continue
        if found is None and (meant := misspelt(heading, headings)) is not None:
            # Who is to be withheld must not be named because of a slip.
            tell = (
                problems.error if field_of(meant, headings, ()) == _WITHHELD else problems.warning
            )
            tell(
                f"the heading `{visible(heading)}` is not known",
                heading.origin,
                f"did you mean `{meant}`?",
            )
        own = name_of(heading)
        if own is None or own in reserved or (own, EVERYWHERE) in taken:
            _tell_nameless(heading, own, problems)
            continue
        taken[own, EVERYWHERE] = heading
        values.append(Column(number, heading, own))
    fields.sort(key=lambda column: column.number)
    return Columns(tuple(fields), tuple(values), types or {})


def _fields_by_script(
    columns: Iterable[tuple[int, Cell]], headings: Mapping[str, str], locales: Sequence[str]
) -> dict[int, tuple[str, str] | None]:
    """The field of each column; of two headings for one, the Arabic one is for the Arabic form."""
    found = {number: field_of(heading, headings, locales) for number, heading in columns}
    latin = {
        found[number] for number, heading in columns if value_direction(heading) is Direction.LTR
    }
    for number, heading in columns:
        field = found[number]
        is_arabic = value_direction(heading) is Direction.RTL and _ARABIC in locales
        if is_arabic and field is not None and field in latin and not field[1]:
            found[number] = (field[0], _ARABIC) if field[0] in _BY_LANGUAGE else field
    return found


def name_of(heading: str) -> str | None:
    """What expressions call a column: its heading in small letters; None where that is no name."""
    name = _PARTING.sub("_", casing.lower(heading, "en")).strip("_")
    return name if name.isidentifier() else None


def _takes(
    name: str, locale: str, heading: Cell, taken: dict[tuple[str, str], Cell], problems: Diagnostics
) -> bool:
    """Whether a column is the only one of its field; only addresses have several."""
    earlier = taken.setdefault((name, locale), heading)
    if earlier is heading or name == ADDRESS:
        return True
    said = f"{name}.{locale}" if locale else name
    problems.error(
        f"`{visible(earlier)}` and `{visible(heading)}` both hold `{said}`",
        heading.origin,
        _HOW_TO_MAP.format(heading=f'"{visible(heading)}"', name="…"),
    )
    return False


def _tell_nameless(heading: Cell, name: str | None, problems: Diagnostics) -> None:
    why = "cannot be a name in expressions" if name is None else "means something else there"
    problems.warning(
        f"the heading `{visible(heading)}` {why}, so its column is not read",
        heading.origin,
        _HOW_TO_MAP.format(heading=f'"{visible(heading)}"', name="a_name"),
    )


def _gather_consent(entry: DataMapping) -> None:
    """Put what the columns of a consent say into one, as an entry has it."""
    parts = [key for key in entry if key.startswith(_CONSENT)]
    if parts:
        consent = DataMapping(parts[0].origin)
        for key in parts:
            consent[DataText(key.removeprefix(_CONSENT), key.origin)] = entry.pop(key)
        entry[DataText("consent", consent.origin)] = consent


def _add_lines(cell: Cell, column: Column, lines: dict[int, dict[str, Cell]]) -> None:
    """Add the lines in a cell below those that other columns have given in this locale."""
    at = max((number for number, texts in lines.items() if column.locale in texts), default=-1)
    for line in cell.splitlines():
        if line.strip():
            at += 1
            lines.setdefault(at, {})[column.locale] = Cell(line.strip(), cell.origin)


def _one(by_locale: dict[str, Cell]) -> DataText | LocalizedText:
    """A text as data has it: by itself where it is the same in every language."""
    first = next(iter(by_locale.values()))
    return first if set(by_locale) == {EVERYWHERE} else LocalizedText(by_locale, first.origin)


def _keyed(cell: Cell, name: str) -> Cell:
    key = _KEYS.get(name)
    if key is None:
        return cell
    meant = key(cell)
    return cell if meant == cell else Cell(meant, cell.origin, kind=cell.kind)


def _typed(  # noqa: PLR0911 - a kind each
    cell: Cell, wanted: ColumnType | None, column: Column, faults: list[Diagnostic]
) -> object:
    """What a cell holds, as expressions see it: as the letter says, else as the file does."""
    hint = None if wanted is None else _HOW_TO_WRITE.get(wanted)
    try:
        if wanted is ColumnType.TEXT:
            return cell
        if wanted is None:
            return _by_kind(cell)
        if wanted is ColumnType.DATE:
            return parse_date(cell)
        if wanted is ColumnType.INTEGER and _WHOLE.fullmatch(cell):
            return int(cell)
        if wanted is ColumnType.DECIMAL and _DECIMAL.fullmatch(cell):
            return _number(cell)
        if wanted is ColumnType.TRUTH and cell in _TRUTHS:
            return _TRUTHS[cell]
    except (DateError, InvalidOperation) as error:
        hint = str(error) if isinstance(error, DateError) else hint
    faults.append(
        Diagnostic(
            Severity.ERROR,
            f"`{visible(cell)}` is not of the type `{wanted or ColumnType.DATE}`, as"
            " the letter says of"
            f" `{visible(column.heading)}`",
            cell.origin,
            hint,
        )
    )
    return ABSENT


def _by_kind(cell: Cell) -> object:
    match cell.kind:
        case CellKind.DATE:
            return parse_date(cell)
        case CellKind.AMOUNT:
            return _number(cell)
        case CellKind.TRUTH:
            return _TRUTHS[cell]
    return cell


def _number(text: str) -> int | Decimal:
    return Decimal(text) if "." in text else int(text)
