"""What a rule of spelling finds: the way in which a word was written, among all its ways."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from letterkit.language import casing

if TYPE_CHECKING:
    from collections.abc import Iterator

APOSTROPHES = re.compile("[’'‘ʼʿʾ`]")
"""Marks within words that one writer sets, another as another mark, and a third not at all."""


_WITHOUT_SIGNS = " without its signs"
_SHORTEST_WITHOUT_SIGNS = 6  # letters


class Way(NamedTuple):
    """A word as it was `written`: `key` is one for all its ways, and `way` tells them apart.

    Two places are one word in two ways where their keys are the same and their ways are not.
    """

    key: str
    way: str
    written: str


def ways_with_hyphen(word: str, locale: str) -> Iterator[Way]:
    """A word with a hyphen, which in any language may elsewhere have another hyphen or none."""
    if "-" in word:
        way = casing.fold(word, locale)
        yield Way(solid(way), way, word)


def ways_without_signs(stem: str, ending: str, written: str) -> Iterator[Way]:
    """A word whose signs were lost in another place, as beside médecin in medecin.

    Two words with signs, as différent and diffèrent, are two; see `of_plain_word`.
    """
    if len(stem + ending) >= _SHORTEST_WITHOUT_SIGNS:
        yield Way(without_signs(stem) + ending + _WITHOUT_SIGNS, stem + ending, written)


def of_plain_word(key: str) -> str | None:
    """The way without signs, one of which two ways of such a word are; None of other words."""
    return key.removesuffix(_WITHOUT_SIGNS) if key.endswith(_WITHOUT_SIGNS) else None


def without_signs(word: str) -> str:
    """Letters without their accents, dots and cedillas; ı has a dot to be one with i."""
    return "".join(
        "i" if each == "ı" else each
        for each in unicodedata.normalize("NFD", word)
        if not unicodedata.combining(each)
    )


def solid(way: str) -> str:
    """A word without the marks and spaces within it."""
    return APOSTROPHES.sub("", way).replace("-", "").replace("‑", "").replace(" ", "")
