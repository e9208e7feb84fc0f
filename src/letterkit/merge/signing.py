"""Who signs a letter: all its signatories, group by group, or our director."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.document import (
    Block,
    Columns,
    Group,
    Paragraph,
    Phrase,
    Picture,
    Role,
    SignaturePicture,
    Strong,
)
from letterkit.language import address, lists, nouns
from letterkit.language.phrases import as_phrase, label, value_of
from letterkit.language.possession import possessor
from letterkit.letter.version import Stage
from letterkit.merge.occasion import in_apposition, paragraph, separated
from letterkit.people.pictures import signature_of
from letterkit.people.signatories import stand_in_lists
from letterkit.template.entries import RUNNING

if TYPE_CHECKING:
    from letterkit.language.phrases import Printable
    from letterkit.language.profile import Profile
    from letterkit.merge.occasion import Occasion
    from letterkit.people.signatories import GroupView, SignatoryView
    from letterkit.people.views import PersonView
    from letterkit.people.withheld import Withheld
    from letterkit.sources.nodes import DataText

DEFAULT_NOUN = "organisation"
MOST_HANDS = 3
"""So many persons sign by hand; more are a list of names."""


def signatories(occasion: Occasion) -> tuple[Block, ...]:
    """All who sign, group by group, the late ones after them; for a letter without lists we do."""
    signers = occasion.signatories
    if not stand_in_lists(signers):
        return _director(occasion)
    if hands := _hands(occasion):
        return hands
    blocks: list[Block] = []
    for group in signers.groups:
        heading = group.heading or label(occasion.profile, "signatories")
        blocks += paragraph(as_phrase(heading), Role.GROUP_HEADING)
        blocks += _group(occasion, group)
    late = signers.late
    if late:
        count = nouns.of_both(occasion.profile, late.organisations, late.individuals)
        title = label(occasion.profile, "joined-after-publication", count=count)
        blocks += paragraph(title, Role.GROUP_HEADING)
        for group in late.groups:
            blocks += _group(occasion, group)
    return tuple(blocks)


def _group(occasion: Occasion, group: GroupView) -> tuple[Block, ...]:
    """Those of a group one below the other, in columns, or in running text; then the withheld."""
    profile = occasion.profile
    entries, withheld = lines_of(profile, group)
    if occasion.options.get("layout") == RUNNING:
        lines = [phrase for phrase in (*entries, withheld) if phrase]
        return paragraph(separated(lines, _mark_between(profile)), Role.SIGNATORIES)
    columns = occasion.options.get("columns", 1)
    blocks: list[Block] = []
    if entries:
        listed = tuple(paragraph(entry, Role.SIGNATORIES) for entry in entries)
        blocks.append(Columns(columns if isinstance(columns, int) else 1, listed))
    if withheld:
        blocks += paragraph(withheld, Role.SIGNATORIES)
    return tuple(blocks)


def lines_of(profile: Profile, group: GroupView) -> tuple[list[Phrase], Phrase]:
    """What stands in a list for each of a group, and what tells of those who are not named."""
    entries = [_signatory(profile, entry) for entry in group]
    withheld = _withheld(profile, group.withheld)
    if withheld and entries:
        withheld = label(profile, "and-withheld", withheld=withheld)
    return entries, withheld


def _mark_between(profile: Profile) -> str:
    """What stands between two who sign in running text: a comma may stand within their names."""
    after = profile.labels["enumeration"].partition("{first}")[2]
    return after.partition("{second}")[0]


def _withheld(profile: Profile, withheld: Withheld) -> Phrase:
    """How many sign and are not named; nothing where all are."""
    numbers = {"organisation": withheld.organisations, "individual": withheld.individuals}
    told = [nouns.withheld(profile, number, noun) for noun, number in numbers.items() if number]
    return lists.join(profile, told)


def _director(occasion: Occasion) -> tuple[Block, ...]:
    """Our director's name, office and organisation, with space above for a hand."""
    organisation = occasion.organisation
    director = organisation.director
    if not director:
        return ()
    return (_signature(occasion, director, director.name, organisation.name),)


def _hands(occasion: Occasion) -> tuple[Block, ...]:
    """A few persons sign by hand, side by side; nothing where more sign, or a body does."""
    signers = occasion.signatories
    if len(signers) > MOST_HANDS or signers.withheld or signers.late:
        return ()
    signatories = list(signers)
    headed = any(group.heading for group in occasion.signatories.groups)
    if (
        headed
        or not signatories
        or not all(entry.person and not entry.personal_capacity for entry in signatories)
    ):
        return ()
    signatures = [
        _signature(occasion, entry, entry.person, entry.organisation) for entry in signatories
    ]
    if len(signatures) == 1:
        return tuple(signatures)
    return (Columns(len(signatures), tuple((each,) for each in signatures), Role.SIGNATURE),)


def _signature(
    occasion: Occasion, who: PersonView | SignatoryView, name: DataText, organisation: DataText
) -> Group:
    """A name, and below it what its bearer is; the style leaves room above for a hand."""
    said = address.named(occasion.profile, name, who.honorific_key or None, who.gender)
    lines = (said, *(as_phrase(line) for line in (who.title, organisation) if line))
    paragraphs = tuple(Paragraph(tuple(line), Role.SIGNATURE) for line in lines)
    return Group(Role.SIGNATURE, (*_drawn(occasion, who, said, name), *paragraphs))


def _drawn(
    occasion: Occasion, who: PersonView | SignatoryView, said: Phrase, name: DataText
) -> tuple[Block, ...]:
    """The picture of a signature, where the letter is released: nothing else is signed."""
    file = signature_of(who)
    if file is None or occasion.version.stage is not Stage.RELEASED:
        return ()
    profile = occasion.profile
    words = label(profile, "signature", name=possessor(profile, said, name))
    path = str(occasion.root / file)
    return (SignaturePicture(Picture(path, tuple(words), file.origin, written=str(file))),)


def _signatory(profile: Profile, entry: SignatoryView) -> Phrase:
    """One who signs, in one of the shapes that signatories have."""
    if entry.person:
        person = address.named(profile, entry.person, entry.honorific_key or None, entry.gender)
        said = in_apposition(profile, Strong(tuple(person)), entry.title, entry.organisation)
        if entry.personal_capacity:
            return label(profile, "personal-capacity", signatory=said)
        return said
    name = Phrase.of(Strong((value_of(entry.organisation),)))
    described: Printable | None = entry.description or None
    if entry.represents is not None:
        noun = entry.members or DEFAULT_NOUN
        described = nouns.representing(profile, entry.represents, noun, entry.area or None)
    if described is not None:
        name = label(profile, "described", name=name, description=described)
    if not entry.names_members:
        return name
    members = [_signatory(profile, member) for member in entry.members_by_name]
    withheld = _withheld(profile, entry.members_withheld)
    return label(
        profile,
        "coalition",
        name=name,
        members=lists.join(profile, [*members, *([withheld] if withheld else [])]),
    )
