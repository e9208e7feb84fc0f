"""Who has something: the name as it stands beside what they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.document import Phrase, Text, plain_text
from letterkit.language import turkish
from letterkit.language.conventions import Grammar

if TYPE_CHECKING:
    from letterkit.language.profile import Profile
    from letterkit.sources.nodes import DataText


def possessor(profile: Profile, said: Phrase, name: DataText) -> Phrase:
    """A person who has something, as the grammar asks: in Turkish with the ending of the genitive.

    `said` are the words to print, with an honorific or without, and `name` is what they end with,
    which knows how it is spoken: Deniz Ersoy’un, Dr. The Edge’in. Other languages leave a name as
    it is, and their patterns say the rest.
    """
    if profile.grammar is not Grammar.TURKISH:
        return said
    stem, ending, rest = turkish.inflect(
        plain_text(said),
        turkish.Case.GENITIVE,
        pronunciation=name.pronunciation or profile.pronunciations.get(turkish.suffixed_word(name)),
        compound=name.compound,
        letters=name.letters,
        style=profile.apostrophe,
    )
    if stem + rest != plain_text(said) or rest:
        return Phrase.of(Text(stem + ending + rest))
    return Phrase((*said, Text(ending)))
