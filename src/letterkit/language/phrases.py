"""Patterns of a locale filled with phrases: words stay words, and each value a value of its own."""

from __future__ import annotations

from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING

from letterkit.document import Inline, Phrase, Text, Value, plain_text
from letterkit.language.bidi import data_direction, value_direction
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from letterkit.language.profile import Profile

NO_BREAK_SPACE = "\u00a0"
_LONGEST_ABBREVIATION = 2  # letters

Printable = Phrase | Inline | str
"""What can be set into a sentence: a phrase, an inline, or a string that is data."""


def value_of(text: str) -> Value:
    """A string as a value: verbatim with its place where it is a field of the user's data."""
    if isinstance(text, DataText):
        return Value(
            str(text), sources=(text.origin,), verbatim=True, direction=data_direction(text)
        )
    return Value(text, direction=value_direction(text))


def as_phrase(item: Printable) -> Phrase:
    """A phrase as it is; an inline or a string as a phrase of one."""
    if isinstance(item, Phrase):
        return item
    return Phrase.of(item if isinstance(item, Inline) else value_of(item))


def joined(inlines: Iterable[Inline]) -> Phrase:
    """Inlines as a phrase, empty words left out."""
    return Phrase(
        inline for inline in inlines if not (isinstance(inline, Text) and not inline.text)
    )


def fill(pattern: str, values: Mapping[str, Printable]) -> Phrase:
    """A pattern with its {names} filled, spaces that stood about a missing value closed up.

    A name that `values` lacks is filled with nothing.
    """
    inlines: list[Inline] = []
    for literal, field in _parts(pattern):
        ends_bare = not inlines or plain_text(inlines[-1:]).endswith(" ")
        inlines.extend(joined((Text(literal.removeprefix(" ") if ends_bare else literal),)))
        if field is not None and field in values:
            inlines.extend(joined(as_phrase(values[field])))
    return joined(_without_last_space(inlines))


@lru_cache(maxsize=1024)
def _parts(pattern: str) -> Sequence[tuple[str, str | None]]:
    """The words of a pattern, each with the name in braces that follows."""
    return tuple((literal, field) for literal, field, _, _ in Formatter().parse(pattern))


def label(profile: Profile, name: str, /, **values: Printable) -> Phrase:
    """A label of the locale (see `letterkit.language.locale_words.LABELS`), filled."""
    return fill(profile.labels[name], values)


def after_honorific(honorific: Phrase, name: Phrase) -> Phrase:
    """Honorific and name: not to be parted at a line's end where the honorific is abbreviated.

    That is told by its full stop, or by its length: Dr, Pr and Me have none in French.
    """
    said = plain_text(honorific)
    abbreviated = said.endswith(".") or len(said) <= _LONGEST_ABBREVIATION
    space = NO_BREAK_SPACE if abbreviated else " "
    return joined((*honorific, Text(space), *name))


def _without_last_space(inlines: list[Inline]) -> list[Inline]:
    """What is left when nothing followed the last word of a pattern."""
    kept = [inline for inline in inlines if plain_text((inline,)) or not isinstance(inline, Text)]
    if kept and isinstance(kept[-1], Text):
        kept[-1] = Text(kept[-1].text.rstrip(" "), kept[-1].origin)
    return kept
