"""Groups the repetitions of a part by a field of their items: a digest by outlet, or by date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from letterkit.document import Heading, Phrase, Text
from letterkit.language import dates, numbers
from letterkit.language.phrases import as_phrase
from letterkit.people.localizer import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.language.profile import Profile

_GROUP_LEVEL = 2

Group = tuple[str | int | date, list[object]]
"""What the items of a group have in common, and the items."""


def grouped(items: Iterable[object], field: str) -> tuple[list[Group], list[str]]:
    """Items by what stands in a field, the groups in the order in which they first come.

    Besides them what is wrong with items that are in no group: a field that is not there, or that
    makes no heading.
    """
    groups: dict[str | int | date, list[object]] = {}
    faults: dict[str, None] = {}
    for item in items:
        value = _field_of(item, field)
        if value is None or value == "":
            faults[f"an item has no `{field}` to be grouped by"] = None
        elif not isinstance(value, str | int | date) or isinstance(value, bool | Enum):
            faults[f"the `{field}` of an item makes no heading"] = None
        else:
            groups.setdefault(value, []).append(item)
    return list(groups.items()), list(faults)


def group_heading(value: str | int | date, profile: Profile) -> Heading:
    """The heading of a group: a date in words, a number in the locale's digits, a text as it is."""
    if isinstance(value, date):
        return Heading(_GROUP_LEVEL, Phrase.of(Text(dates.format_date(profile, value))))
    if isinstance(value, int):
        return Heading(_GROUP_LEVEL, Phrase.of(Text(numbers.format_number(profile, value))))
    return Heading(_GROUP_LEVEL, as_phrase(value))


def _field_of(item: object, field: str) -> object | None:
    """A field of a record or of a view; None where it has none of that name."""
    if isinstance(item, Mapping):
        return item.get(field)
    if field.startswith("_") or not isinstance(item, View):
        return None
    return getattr(item, field, None)
