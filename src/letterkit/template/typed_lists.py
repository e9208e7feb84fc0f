"""Lines that look like the items of a list and are none in CommonMark: `(a) …`, `• …`, `١- …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN_TOGETHER = "these lines run together into one paragraph"
HINT = "begin each with `1. ` or `- `, or leave an empty line between two"

_ENOUGH = 2
_HIDDEN = "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
# One letter (in Arabic perhaps drawn out: هـ), a Roman numeral, or a number short enough.
_COUNTER = r"(?:[^\W\d_]\u0640?|[ivxIVX]{2,5}|[0-9٠-٩۰-۹]{1,3})"
_DIGITS = r"[0-9٠-٩۰-۹]{1,3}"
_ARABIC_LETTER = r"[\u0621-\u064a]"
_TYPED_ITEM = re.compile(
    rf"""\s*{_HIDDEN}(?:
        \({_COUNTER}\)                            # (a) …
      | {_COUNTER}\)                              # a) …, and 2) … that goes on with a paragraph
      | {_DIGITS}\.(?=\s|[^\W\d_])                # ١. …
      | {_DIGITS}[-–](?=\s|{_ARABIC_LETTER})      # ١- …
      | [^\W\d_]\u0640?[-–]\s                     # أ- …
      | [•‣◦●○▪▫■□∙·⁃]                            # • …
      | [–—]\s                                    # – …
      | -(?=[^\W\d_])                             # -word
    )""",
    re.VERBOSE,
)


def first_typed_item(lines: Sequence[str]) -> int | None:
    """The first line of a paragraph's lines that is typed as an item and runs on from a line.

    None unless two lines or more begin so. Lines that are broken by force run into nothing.
    """
    typed = [number for number, line in enumerate(lines) if _TYPED_ITEM.match(line)]
    running = [number for number in typed if number and not _breaks(lines[number - 1])]
    return typed[0] if len(typed) >= _ENOUGH and running else None


def _breaks(line: str) -> bool:
    return line.endswith(("\\", "  "))
