"""Quotation marks of a language, changing with the depth at which they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.document import Emphasis, Inline, Phrase, Strong, Text
from letterkit.language.phrases import Printable, as_phrase

if TYPE_CHECKING:
    from letterkit.language.profile import Profile


def quote(profile: Profile, phrase: Printable, depth: int = 0) -> Phrase:
    """A phrase in the quotation marks of the language: «…», “…”.

    What was quoted before within it takes the marks of the next depth. Marks in a value are data
    and stay as they are.
    """
    opening, closing = _marks(profile, depth)
    inner = _deeper(profile, as_phrase(phrase), depth)
    return Phrase.of(Text(opening), *inner, Text(closing))


def _marks(profile: Profile, depth: int) -> tuple[str, str]:
    pairs = profile.quotation_marks
    return pairs[depth % len(pairs)]


def _deeper(profile: Profile, inlines: tuple[Inline, ...], depth: int) -> tuple[Inline, ...]:
    """Marks that this module set, moved one depth inwards; they stand in a text of their own."""
    pairs = profile.quotation_marks
    inwards: dict[str, str] = {}
    for number in range(len(pairs)):
        outer, inner = _marks(profile, depth + number), _marks(profile, depth + number + 1)
        for before, after in zip(outer, inner, strict=True):
            inwards.setdefault(before, after)
    moved: list[Inline] = []
    for inline in inlines:
        match inline:
            case Text(text=text, origin=None) if text in inwards:
                moved.append(Text(inwards[text]))
            case Emphasis(children=children):
                moved.append(Emphasis(_deeper(profile, children, depth)))
            case Strong(children=children):
                moved.append(Strong(_deeper(profile, children, depth)))
            case _:
                moved.append(inline)
    return tuple(moved)
