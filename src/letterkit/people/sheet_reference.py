"""How a letter names a table of people, and what it says of its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, ValidationInfo

from letterkit.diagnostics import nearest
from letterkit.language.locale_file import is_locale_name, normalized
from letterkit.people.localized import PlainText
from letterkit.sources.comma_separated import DELIMITERS, ENCODINGS
from letterkit.sources.nodes import DataMapping, DataText
from letterkit.sources.schema import (
    DataModel,
    already_told,
    excerpt,
    fault,
    origin_of,
    problems_of,
    validate,
)
from letterkit.sources.text import visible

SHEET_SUFFIXES = frozenset({".csv", ".xlsx"})
"""What the names of files end in that hold tables."""

OTHER_SHEET_SUFFIXES = frozenset({".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".tsv"})
"""What tables are called that are not read: who names one is told what to save it as."""

_WHOLE = re.compile(r"[1-9][0-9]{0,5}")
_TAB = "tab"
_HOW_TO_MAP = 'write `"the heading": field`, as `"Name (Arabic)": name.ar`'


class ColumnType(StrEnum):
    """What the cells of a column hold, where the letter says it."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TRUTH = "truth"


def path_parts(path: str) -> tuple[str, str]:
    """A field and its locale, as of `name.ar`; the locale is empty where the path names none."""
    name, _, locale = path.partition(".")
    return name, normalized(locale) if locale else ""


def _columns(node: object, info: ValidationInfo) -> dict[str, DataText]:
    """Fields by the headings of their columns."""
    if not isinstance(node, DataMapping):
        raise fault(f"`{excerpt(node)}` is not a mapping of headings", _HOW_TO_MAP, origin_of(node))
    found: dict[str, DataText] = {}
    for heading, path in node.items():
        if isinstance(path, DataText):
            name, locale = path_parts(path)
            is_name = name.isidentifier() and not name.startswith("_")
            if is_name and (not locale or is_locale_name(locale)):
                found[" ".join(heading.split())] = path
                continue
        problems_of(info).error(
            f"`{excerpt(path)}` cannot be the name of a column",
            origin_of(path) or heading.origin,
            "a name is letters, digits and underscores, and may end in a locale: `name.ar`",
        )
    return found


def _types(node: object, info: ValidationInfo) -> dict[str, ColumnType]:
    """The types of columns by the names that expressions call them."""
    if not isinstance(node, DataMapping):
        raise fault(
            f"`{excerpt(node)}` is not a mapping of names to types",
            "write `name: integer`",
            origin_of(node),
        )
    found: dict[str, ColumnType] = {}
    for name, kind in node.items():
        if isinstance(kind, DataText) and kind in tuple(map(str, ColumnType)):
            found[str(name)] = ColumnType(str(kind))
        else:
            problems_of(info).error(
                f"`{excerpt(kind)}` is no type of a column",
                origin_of(kind) or name.origin,
                nearest(str(kind), tuple(ColumnType)),
            )
    return found


def _encoding(node: object) -> str:
    if isinstance(node, DataText) and node in ENCODINGS:
        return str(node)
    raise fault(
        f"`{excerpt(node)}` is no encoding that is known here",
        nearest(str(node), ENCODINGS),
        origin_of(node),
    )


def _delimiter(node: object) -> str:
    if isinstance(node, DataText):
        sign = "\t" if node in {_TAB, "\\t"} else str(node)
        if sign in DELIMITERS:
            return sign
    raise fault(
        f"`{excerpt(node)}` parts no cells",
        f'write `","`, `";"` or `{_TAB}`',
        origin_of(node),
    )


def _row(node: object) -> int:
    if isinstance(node, DataText) and _WHOLE.fullmatch(node):
        return int(node)
    raise fault(
        f"`{visible(excerpt(node))}` is not the number of a row", "as in `3`", origin_of(node)
    )


class SheetReference(DataModel):
    """A table in a file: which, and what its columns hold.

    `columns` are the fields of headings that are not known anyway, `where` says which rows are
    meant, `header` is the row of headings. `sheet` is for workbooks; `encoding` and `delimiter` are
    for CSV files.
    """

    from_: PlainText = Field(alias="from")
    sheet: PlainText | None = None
    header: Annotated[int, PlainValidator(_row)] | None = None
    columns: Annotated[Mapping[str, DataText], PlainValidator(_columns)] = Field(
        default_factory=dict
    )
    types: Annotated[Mapping[str, ColumnType], PlainValidator(_types)] = Field(default_factory=dict)
    where: PlainText | None = None
    encoding: Annotated[str, PlainValidator(_encoding)] | None = None
    delimiter: Annotated[str, PlainValidator(_delimiter)] | None = None


def names_sheet(text: str) -> bool:
    """Whether a name in a letter is that of a file that holds a table."""
    return PurePath(text).suffix.lower() in {*SHEET_SUFFIXES, *OTHER_SHEET_SUFFIXES}  # English


def _listed(node: object, info: ValidationInfo) -> DataText | SheetReference:
    """A name, or a table; the name of a file stands for a table that needs no more words."""
    if isinstance(node, DataText):
        if not node.strip():
            raise fault("the text is empty", "write a name, or take it out", node.origin)
        return SheetReference.model_validate({"from": node}) if names_sheet(node) else node
    if isinstance(node, DataMapping):
        reference = validate(SheetReference, node, problems_of(info))
        if reference is None:
            raise already_told()
        return reference
    raise fault(
        f"`{excerpt(node)}` is not a name", "write a name, or `{from: list.xlsx}`", origin_of(node)
    )


def _several(node: object) -> object:
    """A single name or table where a list is meant: it needs no brackets."""
    return [node] if isinstance(node, DataText | DataMapping) else node


NamesAndSheets = Annotated[
    tuple[Annotated[DataText | SheetReference, PlainValidator(_listed)], ...],
    BeforeValidator(_several),
]
"""A field of a letter that names people, or tables of them."""
