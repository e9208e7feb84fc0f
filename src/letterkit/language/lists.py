"""Lists within a sentence, as the language joins them (CLDR list patterns, by Babel)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.document import Phrase
from letterkit.language.errors import LanguageError
from letterkit.language.phrases import Printable, as_phrase, fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.language.profile import Profile

# CLDR's Arabic `unit` lists are faulty; these two kinds are right.
_STYLES = {"and": "standard", "or": "or"}


def join(profile: Profile, items: Sequence[Printable], style: str = "and") -> Phrase:
    """Items joined by commas and `and` or `or`: A, B and C; A, B veya C; أ وب وج.

    Each item stays a value of its own, so that a name keeps its direction. Raises `LanguageError`
    for another style.
    """
    if style not in _STYLES:
        raise LanguageError(f"there is no list style `{style}`", hint=nearest(style, _STYLES))
    phrases = [as_phrase(item) for item in items]
    if not phrases:
        return Phrase()
    patterns = profile.babel.list_patterns[_STYLES[style]]
    *before, last = phrases
    if not before:
        return last
    if len(phrases) == 2:  # noqa: PLR2004 - CLDR has a pattern for a pair
        return _pair(patterns["2"], before[0], last)
    found = _pair(patterns["end"], before[-1], last)
    for item in reversed(before[1:-1]):
        found = _pair(patterns["middle"], item, found)
    return _pair(patterns["start"], before[0], found)


def _pair(pattern: str, first: Phrase, second: Phrase) -> Phrase:
    return fill(pattern, {"0": first, "1": second})
