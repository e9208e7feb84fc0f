"""What stands at the head of the later pages: to whom, of what day, and which page."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from letterkit.document import (
    Block,
    Emphasis,
    Field,
    FieldKind,
    Inline,
    LineBreak,
    Link,
    Phrase,
    Role,
    Strong,
    Text,
    Value,
)
from letterkit.language import address, dates, lists
from letterkit.language.phrases import as_phrase, label
from letterkit.merge.occasion import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from letterkit.language.profile import Profile
    from letterkit.letter import LetterView
    from letterkit.people.views import AddresseeView, OrganisationView

MOST_NAMED: Final = 3
"""So many names fit on one line; a letter to more is told by what it is about."""


def continuation(
    profile: Profile,
    letter: LetterView,
    organisation: OrganisationView,
    addressees: Sequence[AddresseeView],
    headline: Sequence[Inline] = (),
) -> tuple[Block, ...]:
    """The line by which a page that came loose is known for one of its letter.

    It names the addressees; where nobody is addressed, or too many are, the headline, else the
    subject, else who writes.
    """
    names = [_name(profile, addressee) for addressee in addressees]
    if names and len(names) <= MOST_NAMED and all(names):
        told = lists.join(profile, names)
    else:
        us = organisation.short_name or organisation.name
        told = Phrase(_on_one_line(headline)) or as_phrase(letter.subject or us)
    line = label(
        profile,
        "continuation",
        addressee=told,
        date=_day(profile, letter.date),
        page=Field(FieldKind.PAGE),
    )
    return paragraph(line, Role.HEADER)


@lru_cache(maxsize=64)
def _day(profile: Profile, day: date) -> Text:
    """The date in words: the same for all whom a letter goes to."""
    return Text(dates.format_date(profile, day))


def _name(profile: Profile, addressee: AddresseeView) -> Phrase:
    """The person, else the office, else the body."""
    if addressee.name:
        return address.named(
            profile, addressee.name, addressee.honorific_key or None, addressee.gender
        )
    told = addressee.title or addressee.organisation
    return as_phrase(told) if told else Phrase()


def _on_one_line(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """The words alone: what stands beside them has no place in a header."""
    for inline in inlines:
        match inline:
            case Text() | Value():
                yield inline
            case LineBreak():
                yield Text(" ")
            case Emphasis(children=children) | Strong(children=children) | Link(children=children):
                yield from _on_one_line(children)
