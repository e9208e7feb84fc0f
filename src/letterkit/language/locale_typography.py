"""Reading of the typography of a language: its marks, and the spaces around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.language.conventions import Typography
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from letterkit.language.locale_file import Section

TYPOGRAPHY_KEYS = (
    "apostrophe",
    "dash",
    "range-dash",
    "space-before",
    "marks",
    "letters",
    "foreign-letters",
    "abbreviations",
    "no-break-after",
    "no-break-before-number",
    "no-break-after-number",
    "elisions",
    "repeated-words",
    "single-words",
    "known-words",
    "letters-before-vowels",
    "vowels",
)
_USUAL = Typography()


def read_typography(section: Section) -> Typography:
    """The typography of a locale; what is lacking is left unchecked, or as in most languages."""
    return Typography(
        apostrophe=section.text("apostrophe") or _USUAL.apostrophe,
        dash=section.text("dash") or _USUAL.dash,
        range_dash=section.text("range-dash") or _USUAL.range_dash,
        space_before=None
        if section.get("space-before") is None
        else _texts_by_key(section, "space-before"),
        marks=_texts_by_key(section, "marks"),
        letters=_letters(section),
        foreign_letters=section.texts("foreign-letters") or (),
        abbreviations=section.texts("abbreviations") or (),
        no_break_after=section.texts("no-break-after") or (),
        no_break_before_number=section.texts("no-break-before-number") or (),
        no_break_after_number=section.texts("no-break-after-number") or (),
        elisions=section.texts("elisions") or (),
        repeated_words=section.texts("repeated-words"),
        single_words=section.texts("single-words") or (),
        known_words=section.texts("known-words") or (),
        before_vowels=_texts_by_key(section, "letters-before-vowels"),
        vowels=section.texts("vowels") or (),
    )


def _texts_by_key(section: Section, key: str) -> Mapping[str, str]:
    told = section.section(key, None)
    return {str(name): text for name in told.node if (text := told.text(name)) is not None}


def _letters(section: Section) -> Mapping[str, tuple[str, ...]]:
    """Counterparts of letters: one, or a list of several that it may be."""
    told = section.section("letters", None)
    found: dict[str, tuple[str, ...]] = {}
    for letter in told.node:
        one = isinstance(told.get(letter), DataText)
        texts = (told.text(letter) or "",) if one else told.texts(letter)
        if texts:
            found[str(letter)] = texts
    return found
