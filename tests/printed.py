"""What a printed page says, as far as pdftotext can tell."""

from __future__ import annotations

import re
from unicodedata import combining

from letterkit.language.bidi import CONTROLS


def words_of(text: str) -> set[str]:
    """Each word's letters sorted, and each number.

    A PDF keeps neither the order of words nor that of the letters in a ligature; pdftotext sets
    vowel signs apart, direction controls between words, and numbers apart from Arabic letters.
    """
    return {"".join(sorted(piece)) for piece in _pieces(text)}


def lacking(words: str, page: str) -> set[str]:
    """The words of a text that a page does not show; one that is joined to another over a hyphen
    at a line's end is shown."""
    printed = words_of(page)
    letters = "".join(_pieces(page))
    return {
        piece
        for piece in _pieces(words)
        if "".join(sorted(piece)) not in printed and piece not in letters
    }


def _pieces(text: str) -> list[str]:
    bare = "".join(letter for letter in text if not combining(letter))
    return re.findall(r"\d+|[^\W\d_]+", "".join(" " if x in CONTROLS else x for x in bare))
