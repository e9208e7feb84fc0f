"""Who signs a letter: all its signatories, group by group, or our director."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.document import Block, Columns, Group, Paragraph, Phrase, Role, Strong
from letterkit.language import address, nouns
from letterkit.language.phrases import as_phrase, label
from letterkit.merge.occasion import in_apposition, paragraph

if TYPE_CHECKING:
    from letterkit.language.phrases import Printable
    from letterkit.language.profile import Profile
    from letterkit.merge.occasion import Occasion
    from letterkit.people.signatories import SignatoryView
    from letterkit.sources.nodes import DataText

DEFAULT_NOUN = "organisation"
MOST_HANDS = 3
"""So many persons sign by hand; more are a list of names."""


def signatories(occasion: Occasion) -> tuple[Block, ...]:
    """All who sign, group by group; where the letter names none, our director."""
    if not occasion.signatories:
        return _director(occasion)
    if hands := _hands(occasion):
        return hands
    columns = occasion.options.get("columns", 1)
    count = columns if isinstance(columns, int) else 1
    blocks: list[Block] = []
    for group in occasion.signatories.groups:
        heading = group.heading or label(occasion.profile, "signatories")
        blocks += paragraph(as_phrase(heading), Role.GROUP_HEADING)
        entries = tuple(
            paragraph(_signatory(occasion.profile, entry), Role.SIGNATORIES) for entry in group
        )
        blocks.append(Columns(count, entries))
    return tuple(blocks)


def _director(occasion: Occasion) -> tuple[Block, ...]:
    """Our director's name, office and organisation, with space above for a hand."""
    organisation = occasion.organisation
    director = organisation.director
    if not director:
        return ()
    name = address.named(
        occasion.profile, director.name, director.honorific_key or None, director.gender
    )
    return (_signature(name, director.title, organisation.name),)


def _hands(occasion: Occasion) -> tuple[Block, ...]:
    """A few persons sign by hand, side by side; nothing where more sign, or a body does."""
    signatories = list(occasion.signatories) if len(occasion.signatories) <= MOST_HANDS else []
    headed = any(group.heading for group in occasion.signatories.groups)
    if headed or not signatories or not all(entry.person for entry in signatories):
        return ()
    signatures = [
        _signature(
            address.named(
                occasion.profile, entry.person, entry.honorific_key or None, entry.gender
            ),
            entry.title,
            entry.organisation,
        )
        for entry in signatories
    ]
    if len(signatures) == 1:
        return tuple(signatures)
    return (Columns(len(signatures), tuple((each,) for each in signatures), Role.SIGNATURE),)


def _signature(name: Phrase, *besides: DataText) -> Group:
    """A name, and below it what its bearer is; the style leaves room above for a hand."""
    lines = (name, *(as_phrase(line) for line in besides if line))
    return Group(Role.SIGNATURE, tuple(Paragraph(tuple(line), Role.SIGNATURE) for line in lines))


def _signatory(profile: Profile, entry: SignatoryView) -> Phrase:
    """One who signs, in one of the shapes that signatories have."""
    if entry.person:
        person = address.named(profile, entry.person, entry.honorific_key or None, entry.gender)
        return in_apposition(profile, Strong(tuple(person)), entry.title, entry.organisation)
    name = Phrase.of(Strong(tuple(as_phrase(entry.organisation))))
    said: Printable | None = entry.description or None
    if entry.represents is not None:
        noun = entry.members or DEFAULT_NOUN
        said = nouns.representing(profile, entry.represents, noun, entry.area or None)
    return name if said is None else label(profile, "described", name=name, description=said)
