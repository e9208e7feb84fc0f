"""The parts of a letter that differ from addressee to addressee, by the custom of the language."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from letterkit.document import Block, Direction, Group, Inline, Paragraph, Phrase, Role, Value
from letterkit.language import address
from letterkit.language.phrases import as_phrase
from letterkit.merge.occasion import paragraph
from letterkit.people.views import salutation_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.diagnostics import Diagnostics
    from letterkit.merge.occasion import Occasion
    from letterkit.people.views import AddresseeView


def inside_address(occasion: Occasion) -> tuple[Block, ...]:
    """Who receives the letter and where, a group of lines for each addressee.

    Those who live at one address, one after the other, have it in common, once.
    """
    order = occasion.profile.forms_of_address.order
    made: list[Group] = []
    lines: list[Block] = []
    for addressee, after in zip_longest(occasion.addressees, occasion.addressees[1:]):
        shared = after is not None and _live_together(addressee, after)
        alone = not shared or order.index("address") < order.index("name")
        lines += _address_lines(occasion, addressee, where=alone)
        if lines and alone:
            made.append(Group(Role.INSIDE_ADDRESS, tuple(lines)))
            lines = []
    return tuple(made)


def _live_together(one: AddresseeView, other: AddresseeView) -> bool:
    """Whether two have the same postal address; that they have none does not join them."""
    here, there = (
        (each.organisation, each.address, each.country, each.country_code) for each in (one, other)
    )
    return bool(one.address) and here == there


def salutation(occasion: Occasion) -> tuple[Block, ...]:
    """How the addressees are greeted, by office, gender and number."""
    return paragraph(_greeting(occasion), Role.SALUTATION) if occasion.addressees else ()


def complimentary_close(occasion: Occasion) -> tuple[Block, ...]:
    """The words above the signature, by office, gender and number."""
    addressees = occasion.addressees
    if not addressees:
        return ()
    greeted = _greeting(occasion)
    named = address.names_somebody(greeted)
    close = address.complimentary_close(
        occasion.profile,
        address.highest(addressee.office for addressee in addressees),
        addressees[0].gender,
        plural=addressees[0].several or (len(addressees) > 1 and not named),
        unnamed=not (addressees[0].name if addressees[0].salutation else named),
        jointly=bool(occasion.signatories) and not _signs_alone(occasion),
        alone=_signs_alone(occasion),
        courtesy=occasion.letter.courtesy,
        greeted=greeted,
    )
    return paragraph(close, Role.COMPLIMENTARY_CLOSE) if close else ()


def _signs_alone(occasion: Occasion) -> bool:
    """Whether one person signs, who writes “I”; several do, and a body does, write “we”."""
    signatories = occasion.signatories
    one = len(signatories) == signatories.individuals == 1 and not signatories.organisations
    return one and not signatories.late


def _greeting(occasion: Occasion) -> Phrase:
    """What the salutation says; that of the data's own is not custom's to change."""
    people = occasion.addressees
    if len(people) > 1:
        return address.joint_salutation(occasion.profile, [_addressed(each) for each in people])
    (person,) = people
    if person.salutation:
        return as_phrase(person.salutation)
    return address.joint_salutation(occasion.profile, [_addressed(person)])


def _addressed(addressee: AddresseeView) -> address.Addressed:
    return address.Addressed(
        office=addressee.office,
        gender=addressee.gender,
        name=addressee.name or None,
        family_name=addressee.family_name or None,
        title=addressee.title or None,
        honorific=addressee.honorific_key or None,
        organisation=addressee.organisation or None,
        several=addressee.several,
    )


def _address_lines(occasion: Occasion, addressee: AddresseeView, *, where: bool) -> Iterable[Block]:
    """The lines; those for a foreign postman keep the direction of their own script.

    Without `where` only those that say who it is.
    """
    abroad = addressee.country_code is None or (
        addressee.country_code != occasion.organisation.country_code
    )
    for line in address.inside_address(
        occasion.profile,
        office=addressee.office,
        gender=addressee.gender,
        name=addressee.name or None,
        title=addressee.title or None,
        organisation=(addressee.organisation or None) if where else None,
        honorific=addressee.honorific_key or None,
        lines=addressee.address if where else (),
        country=(addressee.country or None) if abroad and where else None,
        courtesy=occasion.letter.courtesy,
        several=addressee.several,
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


def tell_of_own_salutations(addressees: tuple[AddresseeView, ...], problems: Diagnostics) -> None:
    """A letter to several greets them in common, whatever one of them would rather be called."""
    for addressee in addressees if len(addressees) > 1 else ():
        if (place := salutation_place(addressee)) is not None:
            problems.warning(
                f"the salutation of `{addressee.id}` is not said in a letter to several",
                place,
                "write the part `salutation` in the words of this letter, if custom's does not fit",
            )
