"""Which column of a table of signatories has the names: of organisations, or of persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.people.headings import (
    NAME,
    SIGNATORY_HEADINGS,
    SIGNATORY_NAME,
    field_of,
)
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from letterkit.sources.sheet import Sheet

_PERSON = "person"
_ORGANISATION = "organisation"


def signatory_headings(
    sheet: Sheet, mapped: Mapping[str, DataText], locales: Sequence[str]
) -> dict[str, str]:
    """The known headings, where “Name” is a person's if another column has the organisation's.

    Alone it may be either, so that the letter has to say which.
    """
    known = {_field(heading, locales) for heading in sheet.headings.values()}
    if _ORGANISATION in known | {path.partition(".")[0] for path in mapped.values()}:
        said = SIGNATORY_HEADINGS[_PERSON]
        return {**SIGNATORY_HEADINGS, _PERSON: f"{said} | {SIGNATORY_NAME}"}
    return SIGNATORY_HEADINGS


def with_names(
    sheet: Sheet, mapped: Mapping[str, DataText], locales: Sequence[str]
) -> Mapping[str, DataText]:
    """What the letter says of columns, `name` being the name of what the heading speaks of.

    `{"اسم المنظمة": name.ar}` is the organisation's. Where the heading does not tell, it is a
    person's beside a column with organisations, and without one the organisation's.
    """
    paths = {path.partition(".")[0] for path in mapped.values()}
    if NAME not in paths:
        return mapped
    others = {
        _field(heading, locales)
        for heading in sheet.headings.values()
        if " ".join(heading.split()) not in mapped
    }
    usual = _PERSON if _ORGANISATION in others | paths else _ORGANISATION
    made: dict[str, DataText] = {}
    for heading, path in mapped.items():
        name, _, locale = path.partition(".")
        meant = _field(heading, locales)
        if name == NAME:
            field = meant if meant in {_PERSON, _ORGANISATION} else usual
            made[heading] = DataText(f"{field}.{locale}" if locale else field, path.origin)
        else:
            made[heading] = path
    return made


def _field(heading: str, locales: Sequence[str]) -> str:
    """The field that a heading is known for; nothing for an unknown one."""
    found = field_of(heading, SIGNATORY_HEADINGS, locales)
    return found[0] if found else ""
