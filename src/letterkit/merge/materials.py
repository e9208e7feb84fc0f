"""What a letter in one language is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from letterkit.diagnostics import Diagnostics, Origin
    from letterkit.document import Identity, Picture
    from letterkit.language.profile import Profile
    from letterkit.letter import LetterView
    from letterkit.letter.version import Version
    from letterkit.merge.article import Article
    from letterkit.merge.relay import Relay
    from letterkit.people.signatories import SignatoriesView
    from letterkit.people.views import AddresseeView, OrganisationView
    from letterkit.template.entries import PartUse
    from letterkit.template.expressions import ExpressionEnvironment
    from letterkit.template.words import Words


@dataclass(frozen=True, slots=True)
class Materials:
    """All that a letter in one language is made of; of `words` the letter's own come first.

    `parts` are the places of its structure in the order of the locale; `root` is the folder that
    the paths in places are relative to. `faulty` are variables whose fault has been told, and
    words that are not whole lack parts that have not been read: neither is told a second time.
    `given` are the fields of the letter's data that want to be printed, with their places; `origin`
    is the place of that data. `relay` is where the views tell what they find, and `words_place` the
    file in which the letter's own words stand, or would. `articles` are the letters that it is
    composed of; `look_at` tells why a picture in words cannot be shown.
    """

    root: Path
    profile: Profile
    environment: ExpressionEnvironment
    letter: LetterView
    organisation: OrganisationView
    signatories: SignatoriesView
    copies: tuple[AddresseeView, ...]
    variables: Mapping[str, object]
    parts: tuple[PartUse, ...]
    words: tuple[Words, ...]
    identity: Identity
    relay: Relay
    origin: Origin
    given: Mapping[str, Origin]
    words_place: str
    version: Version
    faulty: frozenset[str] = frozenset()
    words_are_whole: bool = True
    articles: tuple[Article, ...] = ()
    look_at: Callable[[Picture, Diagnostics], None] | None = None
