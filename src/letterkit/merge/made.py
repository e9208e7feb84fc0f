"""The parts of a letter that the kit makes from data, by the custom of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.document import (
    Block,
    Direction,
    Field,
    FieldKind,
    Group,
    Paragraph,
    Phrase,
    Role,
    Strong,
    Text,
    Value,
)
from letterkit.language import address, dates
from letterkit.language.bidi import data_direction, value_direction
from letterkit.language.phrases import as_phrase, label
from letterkit.merge.occasion import in_apposition, labelled, paragraph, separated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.language.phrases import Printable
    from letterkit.language.profile import Profile
    from letterkit.letter import LetterView
    from letterkit.merge.occasion import Occasion
    from letterkit.sources.nodes import DataText


def sender(occasion: Occasion) -> tuple[Block, ...]:
    """Our name, address and ways to reach us, for the head of the first page."""
    profile = occasion.profile
    organisation = occasion.organisation
    place = in_apposition(
        profile, *_postal_lines(profile, organisation.address), organisation.country
    )
    lines: list[Phrase] = [Phrase.of(Strong(tuple(as_phrase(organisation.name))))]
    if organisation.address:
        lines.append(place)
    reach = [
        organisation.telephone,
        organisation.email,
        organisation.website and _without_scheme(organisation.website),
    ]
    lines.append(separated([as_phrase(value) for value in reach if value], " · "))
    paragraphs = tuple(Paragraph(tuple(line), Role.SENDER) for line in lines if line)
    return (Group(Role.SENDER, paragraphs),)


def _postal_lines(profile: Profile, lines: tuple[DataText, ...]) -> Sequence[Printable]:
    """The lines of an address; one in another direction than the letter's stays one island."""
    directions = {data_direction(line) for line in lines} - {None, profile.direction}
    if len(directions) != 1:
        return lines
    direction = directions.pop()
    comma = "، " if direction is Direction.RTL else ", "
    sources = tuple(line.origin for line in lines)
    return (Value(comma.join(lines), sources=sources, direction=direction),)


def _without_scheme(website: DataText) -> Value:
    """A web address as it is read aloud, which still knows its place in the data."""
    text = website.removeprefix("https://")
    return Value(text, sources=(website.origin,), direction=value_direction(text))


def courtesy_translation(occasion: Occasion) -> tuple[Block, ...]:
    """That the text in another language is the one that counts."""
    language = occasion.letter.original
    if not language:
        return ()
    line = label(occasion.profile, "courtesy-translation", language=Phrase.of(Text(language)))
    return paragraph(line, Role.COURTESY_TRANSLATION)


def confidentiality(occasion: Occasion) -> tuple[Block, ...]:
    """That the letter is confidential."""
    mark = occasion.letter.confidential
    return paragraph(as_phrase(mark), Role.CONFIDENTIALITY) if mark else ()


def delivery(occasion: Occasion) -> tuple[Block, ...]:
    """How the letter is sent, where that is not by ordinary post."""
    way = occasion.letter.delivery
    return paragraph(as_phrase(way), Role.DELIVERY) if way else ()


def dateline(occasion: Occasion) -> tuple[Block, ...]:
    """Place and date."""
    letter = occasion.letter
    line = dates.dateline(occasion.profile, letter.place or None, letter.date)
    return paragraph(line, Role.DATELINE)


def reference_line(occasion: Occasion) -> tuple[Block, ...]:
    """The reference number, where the letter has one."""
    reference = occasion.letter.reference
    if not reference:
        return ()
    line = label(occasion.profile, "reference", reference=reference)
    return paragraph(line, Role.REFERENCE_LINE)


def subject_line(occasion: Occasion) -> tuple[Block, ...]:
    """What the letter is about, where it says so."""
    subject = occasion.letter.subject
    if not subject:
        return ()
    return paragraph(label(occasion.profile, "subject", subject=subject), Role.SUBJECT_LINE)


def enclosures(occasion: Occasion) -> tuple[Block, ...]:
    """What lies with the letter, under its label."""
    names = [as_phrase(name) for name in occasion.letter.enclosures]
    title = label(occasion.profile, "enclosure" if len(names) == 1 else "enclosures")
    return labelled(title, names, Role.ENCLOSURES)


def copies(occasion: Occasion) -> tuple[Block, ...]:
    """Who else receives the letter, under its label."""
    profile = occasion.profile
    names = [
        in_apposition(
            profile,
            addressee.name
            and address.named(profile, addressee.name, addressee.honorific_key, addressee.gender),
            addressee.title,
            addressee.organisation,
        )
        for addressee in occasion.copies
    ]
    return labelled(label(profile, "copies"), names, Role.COPIES)


def contact(occasion: Occasion) -> tuple[Block, ...]:
    """Whom to ask about the letter, and how."""
    profile = occasion.profile
    person = occasion.organisation.contact
    if not person:
        return ()
    lines = [in_apposition(profile, person.name, person.title)]
    for name, value in (("telephone", person.telephone), ("email", person.email)):
        if value:
            lines.append(label(profile, name, **{name: value}))
    title = label(profile, str(occasion.options.get("label", "contact")))
    return (
        Group(
            Role.CONTACT,
            tuple(Paragraph(tuple(line), Role.CONTACT) for line in (title, *lines) if line),
        ),
    )


def confidentiality_at_the_foot(letter: LetterView) -> tuple[Block, ...]:
    """The mark again, for the foot of every page: pages part, and each must say it.

    Turkish official correspondence has it in the middle of the head and of the foot of a page.
    """
    mark = letter.confidential
    return paragraph((Strong(tuple(as_phrase(mark))),), Role.FOOTER) if mark else ()


def page_number(profile: Profile) -> tuple[Block, ...]:
    """The page and the number of pages, for the foot of every page."""
    line = label(profile, "page", page=Field(FieldKind.PAGE), pages=Field(FieldKind.PAGES))
    return paragraph(line, Role.FOOTER)
