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
    """The words of a text that a page does not show.

    One that is joined to another over a hyphen at a line's end is shown, and so is one that is
    parted at a vowel sign: «أنواعًا» as «أنوا» and «عا».
    """
    printed = words_of(page)
    letters = "".join(_pieces(page))

    def is_shown(piece: str) -> bool:
        return "".join(sorted(piece)) in printed or piece in letters

    parted = _parted(words)
    return {
        piece
        for piece in _pieces(words)
        if not is_shown(piece)
        and not any(all(map(is_shown, parts)) for parts in parted.get(piece, ()))
    }


def _parted(text: str) -> dict[str, list[tuple[str, str]]]:
    """The two parts of words at each letter that has a vowel sign, by the words without signs."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word in text.split():
        for at, letter in enumerate(word[1:-1], start=1):
            if combining(letter) and not combining(word[at - 1]):
                parts = ("".join(_pieces(word[: at - 1])), "".join(_pieces(word[at - 1 :])))
                found.setdefault("".join(parts), []).append(parts)
    return found


def _pieces(text: str) -> list[str]:
    bare = "".join(letter for letter in text if not combining(letter))
    return re.findall(r"\d+|[^\W\d_]+", "".join(" " if x in CONTROLS else x for x in bare))
