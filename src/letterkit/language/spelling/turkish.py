"""Turkish compounds that are written in one word here and in two there: hava saldırısı."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.language import casing
from letterkit.language.spelling.ways import Way

if TYPE_CHECKING:
    from collections.abc import Iterator

_LANGUAGE = "tr"
_SHORTEST_PART = 4  # letters; bir çok and birçok are two


def ways_of_word(word: str, *, named: bool) -> Iterator[Way]:
    """A word that elsewhere may be two."""
    del named  # names are compounds as other words are
    yield from _compound(word)


def ways_of_pair(word: str, following: str) -> Iterator[Way]:
    """Two words that elsewhere may be one."""
    if following.islower() and min(len(word), len(following)) >= _SHORTEST_PART:
        yield from _compound(f"{word} {following}")


def _compound(written: str) -> Iterator[Way]:
    way = casing.fold(written, _LANGUAGE)
    key = way.replace(" ", "")
    if "-" not in way and len(key) >= 2 * _SHORTEST_PART:
        yield Way(key, way, written)
