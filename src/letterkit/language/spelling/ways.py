"""What a rule of spelling finds: the way in which a word was written, among all its ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from letterkit.language import casing

if TYPE_CHECKING:
    from collections.abc import Iterator

APOSTROPHES = re.compile("[’'‘ʼʿʾ`]")
"""Marks within words that one writer sets, another as another mark, and a third not at all."""


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


def solid(way: str) -> str:
    """A word without the marks and spaces within it."""
    return APOSTROPHES.sub("", way).replace("-", "").replace("‑", "").replace(" ", "")
