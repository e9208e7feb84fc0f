"""Arabic words that are written in two ways: hamza left out or set elsewhere, ه for ة, ي for ى.

Only what is hardly ever two words is told of: أعمال and إعمال are two.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from letterkit.language.spelling.ways import Way

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST = 4  # letters
_HAMZAS = ("أ", "إ", "آ")
# Words that Arabic presses spell in two ways, whatever stands before and after them. By the way a
# word has, its letters that differ are `way`.
_BY_CUSTOM = {
    "مئة": re.compile("(?P<way>ما?ئ)(?=ة$|تا?$|تي$|تان$|تين$)"),
    "أمريكا": re.compile("أم(?P<way>ير|ري)ك(?=[اي])"),
    "إنكليزي": re.compile("إن(?P<way>[جك])ليز"),
    "غرام": re.compile("^(?:ال)?(?:كيلو|ملي|ميلي)?(?P<way>[غج])رام(?:ا|ات)?$"),
    "هيئة": re.compile("هي(?P<way>[أئ])ة$"),
    "إلى": re.compile("^(?P<way>[إا])لى$"),
    "إذا": re.compile("^(?P<way>[إا])ذا$"),
}
_FATHATAN = re.compile("(?P<way>\u064bا|ا\u064b)$")


def ways_of_word(word: str) -> Iterator[Way]:
    """Hamza left out, and in words with the article ه for ة and ي for ى."""
    way = "".join(each for each in word if not unicodedata.combining(each)).replace("ـ", "")
    yield from _by_custom(word, way)
    way = re.sub("^[وف](?=ال)", "", way)
    if re.fullmatch("[وف]?ف[يى]", way):
        yield Way("في", way.lstrip("و")[-2:], word)
    if len(way) < _SHORTEST:
        return
    key = way
    if re.match("[وفبك]?ال|لل", way):
        key = re.sub("[هة]$", "ة", key)
        key = re.sub("[يى]$", "ى", key)
    seat = re.sub("[ؤئ]", "ئ", key)
    if seat != key or "ئ" in key:  # مسؤول, مسئول
        yield Way(f"ئ {seat}", way, word)
    has_hamza = not set(_HAMZAS).isdisjoint(way)
    for hamza in _HAMZAS:
        if hamza in way or not has_hamza:
            yield Way(f"{hamza} {key.replace(hamza, 'ا')}", way, word)


def _by_custom(word: str, bare: str) -> Iterator[Way]:
    """What presses spell by custom: أمريكا and أميركا, مدنيًا and مدنياً."""
    accusative = _FATHATAN.search(word)
    if accusative:
        yield Way(f"{word[: accusative.start()]} in the accusative", accusative["way"], word)
    for key, pattern in _BY_CUSTOM.items():
        found = pattern.search(bare)
        if found:
            yield Way(f"{key} by its way", found["way"], word)
