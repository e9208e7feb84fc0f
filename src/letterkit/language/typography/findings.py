"""What a rule of typography is given, and what it finds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from letterkit.document import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.language.profile import Profile

HIDDEN = "\U00010000"
"""Stands for what is not words: an expression, an address. A letter, so that it is a word."""

LETTER = r"[^\W\d_]"
# To ASCII a no-break space is no space; it ends an address none the less.
_ADDRESS = re.compile(
    r"""(?:https?://|www\.|mailto:|tel:)[^\s\u00a0\u202f\u2009<>«»“”"]+
      | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
      | (?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|int|edu|gov|info|media|news|eu|uk|us|tr|sy|de|fr
          |io|co)\b(?:/[^\s\u00a0\u202f\u2009<>«»“”"]*)?
      | (?<![\w@])@\w+(?:\.\w+)*
      | (?<![\w#])\#(?!\d)\w+
      | \b[\w-]+(?:\.[\w-]*)*\.(?:docx?|xlsx?|pdf|md|ya?ml|csv|html?|png|jpe?g|txt)\b
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_HASHTAG = re.compile(r"(?<![\w#])#(?!\d)\w+")
_CLOSING = ".,;:!?…،؛؟)]}'\"’”»"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to be mended between two offsets of a text, the second behind the last character.

    `what` says what is wrong, `replacement` what should stand there (None where only a reader can
    say), `certain` that it may be put there without one.
    """

    rule: str
    start: int
    end: int
    what: str
    replacement: str | None = None
    certain: bool = False


class Passage:
    """A stretch of words of one language: a paragraph, a phrase of data.

    `HIDDEN` stands in `text` for each expression. `shape` has it besides for every character of an
    address; offsets are the same in both. `continues` says that a quotation which is open at the
    end goes on in the next paragraph.
    """

    def __init__(self, text: str, profile: Profile, *, continues: bool = False) -> None:
        self.text = text
        self.profile = profile
        self.continues = continues
        self.shape = text
        for pattern in (_ADDRESS, _HASHTAG):
            self.shape = pattern.sub(_hidden, self.shape)

    @cached_property
    def right_to_left(self) -> bool:
        """Whether the language runs from the right."""
        return self.profile.direction is Direction.RTL

    def before(self, offset: int) -> str:
        """The character before an offset; empty at the beginning."""
        return self.shape[offset - 1] if offset > 0 else ""

    def after(self, offset: int) -> str:
        """The character at an offset; empty at the end."""
        return self.shape[offset] if offset < len(self.shape) else ""

    def script_before(self, offset: int) -> str:
        """`L` or `AL` by the nearest letter before an offset; empty where there is none to tell."""
        return _script(reversed(self.shape[:offset]))

    def script_after(self, offset: int) -> str:
        """`L` or `AL` by the nearest letter from an offset on."""
        return _script(iter(self.shape[offset:]))


def is_arabic(character: str) -> bool:
    """Whether it is a letter of the Arabic script."""
    return character.isalpha() and bidirectional(character) == "AL"


def is_word(character: str) -> bool:
    """Whether it belongs to a word or a number; an expression does."""
    return character.isalnum() or bidirectional(character or " ") == "NSM"


def _hidden(match: re.Match[str]) -> str:
    """The same length of what is not words, but for marks of the sentence at its end."""
    whole = match[0]
    address = whole.rstrip(_CLOSING)
    return HIDDEN * len(address) + whole[len(address) :]


def _script(characters: Iterator[str]) -> str:
    for character in characters:
        if character == HIDDEN:
            return ""
        kind = bidirectional(character)
        if kind in {"L", "AL"} and character.isalpha():  # ؟ is AL too
            return kind
    return ""
