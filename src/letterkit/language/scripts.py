"""The script of words, told by their letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from letterkit.language.bidi import value_direction

if TYPE_CHECKING:
    from letterkit.language.profile import Profile

LATIN: Final = "LATIN"


def script_of(text: str) -> str | None:
    """The script of the first letter, as Unicode begins the names of its characters: `ARABIC`."""
    first = next((character for character in text if character.isalpha()), None)
    return unicodedata.name(first, "").partition(" ")[0] or None if first else None


@lru_cache(maxsize=64)
def script_of_language(profile: Profile) -> str | None:
    """The script that a language is written in, by its own name in the CLDR; None if not told."""
    own = str(profile.babel.display_name)
    # Of a language that the CLDR does not know, that is the name of English.
    return script_of(own) if value_direction(own) is profile.direction else None
