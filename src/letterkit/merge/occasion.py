"""What the parts that the kit makes are made from, and what they have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.document import Block, Group, Inline, Paragraph, Phrase, Role, Text
from letterkit.language.phrases import as_phrase, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from letterkit.language.phrases import Printable
    from letterkit.language.profile import Profile
    from letterkit.letter import LetterView
    from letterkit.letter.version import Version
    from letterkit.merge.article import Article
    from letterkit.people.signatories import SignatoriesView
    from letterkit.people.views import AddresseeView, OrganisationView


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a part is made from: who writes to whom, when and about what, in one language.

    `root` is the folder that the paths of pictures in the data are relative to.
    """

    profile: Profile
    letter: LetterView
    organisation: OrganisationView
    addressees: tuple[AddresseeView, ...]
    signatories: SignatoriesView
    copies: tuple[AddresseeView, ...]
    options: Mapping[str, object]
    version: Version
    root: Path
    articles: tuple[Article, ...] = ()


def paragraph(inlines: Iterable[Inline], role: Role) -> tuple[Block, ...]:
    """A part that is one paragraph."""
    return (Paragraph(tuple(inlines), role),)


def in_apposition(profile: Profile, *items: Printable | None) -> Phrase:
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


def separated(phrases: Sequence[Phrase], separator: str) -> Phrase:
    """Phrases one after another with a separator between them."""
    inlines: list[Inline] = []
    for phrase in phrases:
        if inlines:
            inlines.append(Text(separator))
        inlines += phrase
    return Phrase(inlines)


def labelled(title: Phrase, names: Sequence[Phrase], role: Role) -> tuple[Block, ...]:
    """One name beside its label, several below it."""
    if not names:
        return ()
    if len(names) == 1:
        return paragraph((*title, Text(" "), *names[0]), role)
    return (Group(role, tuple(Paragraph(tuple(line), role) for line in (title, *names))),)
