"""Sorani words in two ways: ڕ and ڵ without their signs, وو as one letter."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from letterkit.language.spelling.ways import Way

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST = 5  # letters; گەل and گەڵ are two
_PLAIN = str.maketrans("ڕڵ", "رل")


def ways_of_word(word: str) -> Iterator[Way]:
    """A word with its signs or without; every word that begins with ر should begin with ڕ."""
    way = "".join(each for each in word if not unicodedata.combining(each)).replace("ـ", "")
    key = way.translate(_PLAIN).replace("وو", "و")
    if len(key) >= _SHORTEST or way.startswith(("ر", "ڕ")):
        yield Way(f"{key} in Sorani", way, word)
