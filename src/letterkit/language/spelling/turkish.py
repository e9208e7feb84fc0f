"""Turkish words in two ways: compounds in one word or two, hats (kâğıt), signs that were lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letterkit.language import casing
from letterkit.language.spelling.ways import APOSTROPHES, Way, ways_without_signs

if TYPE_CHECKING:
    from collections.abc import Iterator

_LANGUAGE = "tr"
_SIGNS = frozenset("çğöşü")
_OTHER_WITH_SIGN = ("ol", "öl", "don", "dön")
# At the end of a word î makes an adjective: tarihi, its history; tarihî, historic.
_HAT = re.compile("[âû]|î(?=.*[^\\W_])")
_PLAIN_VOWELS = {"â": "a", "û": "u", "î": "i"}
_OTHER_WITH_HAT = ("adet", "alem", "aşık", "dahi", "hakim", "hala", "kar", "varis", "şura")
_SHORTEST_WITH_HAT = 6
_SHORTEST_PART = 4  # letters; bir çok and birçok are two


def ways_of_word(word: str, *, named: bool) -> Iterator[Way]:
    """A word that elsewhere may be two, or have other signs."""
    del named  # names are compounds as other words are
    yield from _compound(word)
    written = APOSTROPHES.split(word)[0]  # Türkiye’nin
    way = casing.fold(written, _LANGUAGE)
    key = _HAT.sub(lambda match: _PLAIN_VOWELS[match[0]], way)
    if len(way) >= _SHORTEST_WITH_HAT and not key.startswith(_OTHER_WITH_HAT):
        yield Way(re.sub("^hükum", "hüküm", key) + " without hats", way, written)
    # With i and ı alone words are told apart, and with o and ö some: oluyor, ölüyor.
    if (way.isascii() or not _SIGNS.isdisjoint(way)) and not way.startswith(_OTHER_WITH_SIGN):
        yield from ways_without_signs(way, "", written)


def ways_of_pair(word: str, following: str) -> Iterator[Way]:
    """Two words that elsewhere may be one."""
    if following.islower() and min(len(word), len(following)) >= _SHORTEST_PART:
        yield from _compound(f"{word} {following}")


def _compound(written: str) -> Iterator[Way]:
    way = casing.fold(written, _LANGUAGE)
    key = way.replace(" ", "")
    if "-" not in way and len(key) >= 2 * _SHORTEST_PART:
        yield Way(key, way, written)
