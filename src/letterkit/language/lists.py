"""Lists within a sentence, as the language joins them (CLDR list patterns, by Babel)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.document import Phrase
from letterkit.language.errors import LanguageError
from letterkit.language.phrases import Printable, as_phrase, fill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    if len(phrases) == 1:
        return phrases[0]
    names = [str(number) for number in range(len(phrases))]
    pattern = _pattern(_patterns(profile, style), len(phrases))
    return fill(pattern, dict(zip(names, phrases, strict=True)))


def _patterns(profile: Profile, style: str) -> Mapping[str, str]:
    """What joins two items beside each other: as the locale file says, else as CLDR does."""
    own = profile.lists.get(style)
    if own is None:
        found: Mapping[str, str] = profile.babel.list_patterns[_STYLES[style]]
        return found
    named = {"2": own.two, "start": own.between, "middle": own.between, "end": own.last}
    return {pair: pattern.format(first="{0}", second="{1}") for pair, pattern in named.items()}


def _pattern(patterns: Mapping[str, str], length: int) -> str:
    """The pattern of a whole list, from those that CLDR has for two items beside each other.

    Each takes an item, and what follows it; all together they are filled once, for lists are long.
    """
    between = length - 3  # the first pair and the last have patterns of their own
    pairs = ["2"] if between < 0 else ["start", *["middle"] * between, "end"]
    before: list[str] = []
    after: list[str] = []
    for number, pair in enumerate(pairs):
        begin, _, rest = patterns[pair].partition("{0}")
        middle, _, end = rest.partition("{1}")
        before.append(f"{begin}{{{number}}}{middle}")
        after.append(end)
    return "".join([*before, f"{{{len(pairs)}}}", *reversed(after)])
