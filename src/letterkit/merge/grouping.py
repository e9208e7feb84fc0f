"""Groups the repetitions of a part by a field of their items: a digest by outlet, or by date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from letterkit.document import Heading, Phrase, Text
from letterkit.language import dates
from letterkit.language.phrases import as_phrase
from letterkit.people.localizer import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.language.profile import Profile

_GROUP_LEVEL = 2


def field_of(item: object, field: str) -> object | None:
    """A field of a record or of a view; None where it has none of that name."""
    if isinstance(item, Mapping):
        return item.get(field)
    return getattr(item, field, None) if isinstance(item, View) else None


def grouped(items: Iterable[object], field: str) -> list[tuple[object, list[object]]]:
    """Items by what stands in a field, the groups in the order in which they first come."""
    groups: dict[object, list[object]] = {}
    for item in items:
        groups.setdefault(field_of(item, field), []).append(item)
    return list(groups.items())


def group_heading(value: object, profile: Profile) -> Heading:
    """The heading of a group: a date in words, any other value as it is."""
    if isinstance(value, date):
        return Heading(_GROUP_LEVEL, Phrase.of(Text(dates.format_date(profile, value))))
    return Heading(_GROUP_LEVEL, as_phrase(value if isinstance(value, str) else str(value)))
