"""Who signs a letter: all its signatories, group by group, or our director."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.document import Block, Columns, Group, Paragraph, Phrase, Role, Strong, plain_text
from letterkit.language import address, nouns
from letterkit.language.phrases import as_phrase, label
from letterkit.merge.occasion import in_apposition, paragraph

if TYPE_CHECKING:
    from letterkit.language.phrases import Printable
    from letterkit.language.profile import Profile
    from letterkit.merge.occasion import Occasion
    from letterkit.people.signatories import SignatoryView

DEFAULT_NOUN = "organisation"


def signatories(occasion: Occasion) -> tuple[Block, ...]:
    """All who sign, group by group; where the letter names none, our director."""
    if not occasion.signatories:
        return _signature(occasion)
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
        return in_apposition(profile, Strong(tuple(person)), entry.title, entry.organisation)
    name = Phrase.of(Strong(tuple(as_phrase(entry.organisation))))
    said: Printable | None = entry.description or None
    if entry.represents is not None:
        noun = entry.members or DEFAULT_NOUN
        said = nouns.representing(profile, entry.represents, noun, entry.area or None)
    return name if said is None else label(profile, "described", name=name, description=said)
