"""The parts of a letter that the kit makes from data, by the custom of the language.

A text part of the same name stands instead, and `{{ default }}` in it is what is made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.document import (
    Block,
    Columns,
    Direction,
    Field,
    FieldKind,
    Group,
    Inline,
    Paragraph,
    Phrase,
    Role,
    Strong,
    Text,
    Value,
    plain_text,
)
from letterkit.language import address, dates, nouns
from letterkit.language.phrases import as_phrase, label
from letterkit.language.vocabulary import Gender, Office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from letterkit.language.phrases import Printable
    from letterkit.language.profile import Profile
    from letterkit.letter import LetterView
    from letterkit.people.signatories import SignatoriesView, SignatoryView
    from letterkit.people.views import AddresseeView, OrganisationView

MOST_COLUMNS = 3
DEFAULT_NOUN = "organisation"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a part is made from: who writes to whom, when and about what, in one language."""

    profile: Profile
    letter: LetterView
    organisation: OrganisationView
    addressees: tuple[AddresseeView, ...]
    signatories: SignatoriesView
    copies: tuple[AddresseeView, ...]
    options: Mapping[str, object]


def dateline(occasion: Occasion) -> tuple[Block, ...]:
    """Place and date."""
    letter = occasion.letter
    line = dates.dateline(occasion.profile, letter.place or None, letter.date)
    return _paragraph(line, Role.DATELINE)


def reference_line(occasion: Occasion) -> tuple[Block, ...]:
    """The reference number, where the letter has one."""
    reference = occasion.letter.reference
    if not reference:
        return ()
    line = label(occasion.profile, "reference", reference=reference)
    return _paragraph(line, Role.REFERENCE_LINE)


def subject_line(occasion: Occasion) -> tuple[Block, ...]:
    """What the letter is about, where it says so."""
    subject = occasion.letter.subject
    if not subject:
        return ()
    return _paragraph(label(occasion.profile, "subject", subject=subject), Role.SUBJECT_LINE)


def inside_address(occasion: Occasion) -> tuple[Block, ...]:
    """Who receives the letter and where, a group of lines for each addressee."""
    return tuple(
        Group(Role.INSIDE_ADDRESS, lines)
        for addressee in occasion.addressees
        if (lines := tuple(_address_lines(occasion, addressee)))
    )


def salutation(occasion: Occasion) -> tuple[Block, ...]:
    """How the addressees are greeted, by office, gender and number."""
    addressees = occasion.addressees
    if not addressees:
        return ()
    if len(addressees) == 1:
        addressee = addressees[0]
        if addressee.salutation:
            return _paragraph(as_phrase(addressee.salutation), Role.SALUTATION)
        greeting = address.salutation(
            occasion.profile,
            addressee.office,
            addressee.gender,
            name=addressee.name or None,
            title=addressee.title or None,
            honorific=addressee.honorific_key or None,
            organisation=addressee.organisation or None,
        )
    else:
        greeting = address.salutation(
            occasion.profile, _common_office(addressees), _common_gender(addressees), plural=True
        )
    return _paragraph(greeting, Role.SALUTATION)


def complimentary_close(occasion: Occasion) -> tuple[Block, ...]:
    """The words above the signature, by office, gender and number."""
    addressees = occasion.addressees
    if not addressees:
        return ()
    close = address.complimentary_close(
        occasion.profile,
        _common_office(addressees),
        _common_gender(addressees),
        plural=len(addressees) > 1,
        unnamed=not addressees[0].name,
    )
    return _paragraph(Phrase.of(Text(close)), Role.COMPLIMENTARY_CLOSE) if close else ()


def signatories(occasion: Occasion) -> tuple[Block, ...]:
    """All who sign, group by group; where the letter names none, our director."""
    if not occasion.signatories:
        return _signature(occasion)
    columns = occasion.options.get("columns", 1)
    count = columns if isinstance(columns, int) else 1
    blocks: list[Block] = []
    for group in occasion.signatories.groups:
        heading = group.heading or label(occasion.profile, "signatories")
        blocks += _paragraph(as_phrase(heading), Role.GROUP_HEADING)
        entries = tuple(
            _paragraph(_signatory(occasion.profile, entry), Role.SIGNATORIES) for entry in group
        )
        blocks.append(Columns(count, entries))
    return tuple(blocks)


def enclosures(occasion: Occasion) -> tuple[Block, ...]:
    """What lies with the letter, under its label."""
    names = [as_phrase(name) for name in occasion.letter.enclosures]
    title = label(occasion.profile, "enclosure" if len(names) == 1 else "enclosures")
    return _labelled(title, names, Role.ENCLOSURES)


def copies(occasion: Occasion) -> tuple[Block, ...]:
    """Who else receives the letter, under its label."""
    profile = occasion.profile
    names = [
        _in_apposition(
            profile,
            addressee.name
            and address.named(profile, addressee.name, addressee.honorific_key, addressee.gender),
            addressee.title,
            addressee.organisation,
        )
        for addressee in occasion.copies
    ]
    return _labelled(label(profile, "copies"), names, Role.COPIES)


def contact(occasion: Occasion) -> tuple[Block, ...]:
    """Whom to ask about the letter, and how."""
    profile = occasion.profile
    person = occasion.organisation.contact
    if not person:
        return ()
    lines = [_in_apposition(profile, person.name, person.title)]
    for name, value in (("telephone", person.telephone), ("email", person.email)):
        if value:
            lines.append(label(profile, name, **{name: value}))
    title = label(profile, "contact")
    return (
        Group(
            Role.CONTACT,
            tuple(Paragraph(tuple(line), Role.CONTACT) for line in (title, *lines) if line),
        ),
    )


def sender(occasion: Occasion) -> tuple[Block, ...]:
    """Our name, address and ways to reach us, for the head of the first page."""
    profile = occasion.profile
    organisation = occasion.organisation
    place = ", ".join(organisation.address)
    lines: list[Phrase] = [Phrase.of(Strong(tuple(as_phrase(organisation.name))))]
    if place:
        lines.append(_in_apposition(profile, place, organisation.country))
    reach = [
        organisation.telephone,
        organisation.email,
        organisation.website and organisation.website.removeprefix("https://"),
    ]
    lines.append(_separated([as_phrase(value) for value in reach if value], " · "))
    paragraphs = tuple(Paragraph(tuple(line), Role.SENDER) for line in lines if line)
    return (Group(Role.SENDER, paragraphs),)


MAKERS: Mapping[str, Callable[[Occasion], tuple[Block, ...]]] = {
    "sender": sender,
    "dateline": dateline,
    "reference-line": reference_line,
    "subject-line": subject_line,
    "inside-address": inside_address,
    "salutation": salutation,
    "complimentary-close": complimentary_close,
    "signatories": signatories,
    "enclosures": enclosures,
    "copies": copies,
    "contact": contact,
}
"""The parts that the kit makes, by name."""

ADDRESSED = frozenset({"inside-address", "salutation", "complimentary-close"})
"""Those of them that differ from addressee to addressee."""


def page_number(profile: Profile) -> tuple[Block, ...]:
    """The page and the number of pages, for the foot of every page."""
    line = label(profile, "page", page=Field(FieldKind.PAGE), pages=Field(FieldKind.PAGES))
    return _paragraph(line, Role.FOOTER)


def _paragraph(inlines: Iterable[Inline], role: Role) -> tuple[Block, ...]:
    return (Paragraph(tuple(inlines), role),)


def _address_lines(occasion: Occasion, addressee: AddresseeView) -> Iterable[Block]:
    """The lines; those for a foreign postman keep the direction of their own script."""
    abroad = addressee.country_code is None or (
        addressee.country_code != occasion.organisation.country_code
    )
    for line in address.inside_address(
        occasion.profile,
        office=addressee.office,
        gender=addressee.gender,
        name=addressee.name or None,
        title=addressee.title or None,
        organisation=addressee.organisation or None,
        honorific=addressee.honorific_key or None,
        lines=addressee.address,
        country=(addressee.country or None) if abroad else None,
        courtesy=occasion.letter.courtesy,
    ):
        foreign = line.postal and _runs_otherwise(line.inlines, occasion.profile.direction)
        direction = None
        if foreign:
            rtl = occasion.profile.direction is Direction.RTL
            direction = Direction.LTR if rtl else Direction.RTL
        yield Paragraph(line.inlines, Role.INSIDE_ADDRESS, direction)


def _runs_otherwise(inlines: tuple[Inline, ...], direction: Direction) -> bool:
    return any(
        isinstance(inline, Value) and inline.direction not in {None, direction}
        for inline in inlines
    )


def _common_office(addressees: Sequence[AddresseeView]) -> Office:
    """The office that all hold, else that of no office in particular."""
    offices = {addressee.office for addressee in addressees}
    return offices.pop() if len(offices) == 1 else Office.OFFICIAL


def _common_gender(addressees: Sequence[AddresseeView]) -> Gender:
    genders = {addressee.gender for addressee in addressees}
    return genders.pop() if len(genders) == 1 else Gender.UNKNOWN


def _signature(occasion: Occasion) -> tuple[Block, ...]:
    """Our director's name, office and organisation, with space above for a hand."""
    organisation = occasion.organisation
    director = organisation.director
    if not director:
        return ()
    name = address.named(
        occasion.profile, director.name, director.honorific_key or None, director.gender
    )
    lines = (name, as_phrase(director.title), as_phrase(organisation.name))
    return (
        Group(
            Role.SIGNATURE,
            tuple(Paragraph(tuple(line), Role.SIGNATURE) for line in lines if plain_text(line)),
        ),
    )


def _signatory(profile: Profile, entry: SignatoryView) -> Phrase:
    """One who signs, in one of the shapes that signatories have."""
    if entry.person:
        person = address.named(profile, entry.person, entry.honorific_key or None, entry.gender)
        return _in_apposition(profile, Strong(tuple(person)), entry.title, entry.organisation)
    name = Phrase.of(Strong(tuple(as_phrase(entry.organisation))))
    said: Printable | None = entry.description or None
    if entry.represents is not None:
        noun = entry.members or DEFAULT_NOUN
        said = nouns.representing(profile, entry.represents, noun, entry.area or None)
    return name if said is None else label(profile, "described", name=name, description=said)


def _in_apposition(profile: Profile, *items: Printable | None) -> Phrase:
    """A name and what it is called besides, by the commas of the language; nothing is skipped."""
    phrase: Phrase | None = None
    for item in items:
        if not item:
            continue
        phrase = (
            as_phrase(item)
            if phrase is None
            else label(profile, "apposition", first=phrase, second=item)
        )
    return phrase or Phrase()


def _separated(phrases: Sequence[Phrase], separator: str) -> Phrase:
    inlines: list[Inline] = []
    for phrase in phrases:
        if inlines:
            inlines.append(Text(separator))
        inlines += phrase
    return Phrase(inlines)


def _labelled(title: Phrase, names: Sequence[Phrase], role: Role) -> tuple[Block, ...]:
    """One name beside its label, several below it."""
    if not names:
        return ()
    if len(names) == 1:
        return _paragraph((*title, Text(" "), *names[0]), role)
    return (Group(role, tuple(Paragraph(tuple(line), role) for line in (title, *names))),)
