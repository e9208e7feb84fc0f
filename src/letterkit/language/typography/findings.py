"""What a rule of typography is given, and what it finds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from letterkit.document import Direction

if TYPE_CHECKING:
    from letterkit.language.profile import Profile

HIDDEN = "\U00010000"
"""Stands for what is not words: an expression, an address. A letter, so that it is a word."""

LETTER = r"[^\W\d_]"
# To ASCII a no-break space is no space; it ends an address none the less. No part of an address is
# longer (RFC 5321, 4.5.3.1.1; RFC 1035, 2.3.4), nor is a file name: without a limit, the time that
# is spent on a long row of letters would grow with the square of its length.
_ADDRESS = re.compile(
    r"""(?:https?://|www\.|mailto:|tel:)[^\s\u00a0\u202f\u2009<>«»“”"]+
      | [\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+
      | (?<![\w@.])(?:[a-z0-9-]{1,63}\.){1,16}
          (?:com|org|net|int|edu|gov|info|media|news|eu|uk|us|tr|sy|de|fr|io|co)\b(?:/[^\s\u00a0\u202f\u2009<>«»“”"]*)?
      | (?<![\w@])@\w+(?:\.\w+)*
      | (?<![\w#])\#(?!\d)\w+
      | \b[\w-]{1,255}(?:\.[\w-]{0,255}){0,16}
          \.(?:docx?|xlsx?|pdf|md|ya?ml|csv|html?|png|jpe?g|txt)\b
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
        self._before = (0, "")
        self._after = (0, -1, "")

    @cached_property
    def right_to_left(self) -> bool:
        """Whether the language runs from the right."""
        return self.profile.direction is Direction.RTL

    @cached_property
    def letters(self) -> tuple[list[int], list[int]]:
        """How many letters there are before each offset and its end, and how many Arabic ones."""
        shown = [character.isalpha() and character != HIDDEN for character in self.shape]
        arabic = [is_arabic(character) for character in self.shape]
        return [0, *accumulate(shown)], [0, *accumulate(arabic)]

    def before(self, offset: int) -> str:
        """The character before an offset; empty at the beginning."""
        return self.shape[offset - 1] if offset > 0 else ""

    def after(self, offset: int) -> str:
        """The character at an offset; empty at the end."""
        return self.shape[offset] if offset < len(self.shape) else ""

    def script_before(self, offset: int) -> str:
        """`L` or `AL` by the nearest letter before an offset; empty where there is none to tell."""
        # Rules ask from the beginning on: what is known of an earlier offset need not be sought.
        known, script = self._before if self._before[0] <= offset else (0, "")
        for at in range(offset - 1, known - 1, -1):
            if (found := _script(self.shape[at])) is not None:
                script = found
                break
        self._before = (offset, script)
        return script

    def script_after(self, offset: int) -> str:
        """`L` or `AL` by the nearest letter from an offset on."""
        first, last, script = self._after
        if not first <= offset <= last:
            script, last = "", len(self.shape)
            for at in range(offset, last):
                if (found := _script(self.shape[at])) is not None:
                    script, last = found, at
                    break
            self._after = (offset, last, script)
        return script


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


def _script(character: str) -> str | None:
    """`L` or `AL` of a letter, empty of what is not words; None of a mark, which tells nothing."""
    if character == HIDDEN:
        return ""
    kind = bidirectional(character)
    return kind if kind in {"L", "AL"} and character.isalpha() else None  # ؟ is AL too
