"""Text of two directions: which way a stretch runs, and how to keep it from moving its neighbours.

The rules are those of the Unicode Bidirectional Algorithm (Unicode Standard Annex #9, UAX #9).
What that algorithm cannot know (that a number before Latin words is a house number, that `@` opens
a handle) is decided here, once for all writers: `split_by_script` tells it to a word processor,
which wants runs, and `with_marks` tells it to plain text, which has only invisible marks.

Embeddings and overrides (U+202A to U+202E) are never added: they are a known means of deception.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional

from letterkit.document import Direction
from letterkit.language.stretches import (
    ISLAND,
    LTR_CODE,
    OBJECT,
    OWN_OBJECT,
    RTL_CODE,
    begins_strong,
    brackets_balanced,
    character_directions,
    ends_strong,
    is_plain,
    strong_codes,
)
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LRM: Final = "\u200e"  # left-to-right mark: an invisible Latin letter
RLM: Final = "\u200f"  # right-to-left mark: an invisible Hebrew letter
ALM: Final = "\u061c"  # Arabic letter mark: an invisible Arabic letter
LRI: Final = "\u2066"  # opens a left-to-right isolate
RLI: Final = "\u2067"  # opens a right-to-left isolate
FSI: Final = "\u2068"  # opens an isolate that runs as its first strong letter does
PDI: Final = "\u2069"  # closes an isolate

CONTROLS: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""The characters that UAX #9 defines to steer direction; none of them is seen."""

MARKS: Final = {Direction.LTR: LRM, Direction.RTL: RLM}
OPENINGS: Final = {Direction.LTR: LRI, Direction.RTL: RLI, None: FSI}

_ISOLATE_CONTROL: Final = re.compile("[\u2066-\u2069]")
_NUMERIC_VALUE: Final = re.compile(r"[ \u00a0\u202f0-9٠-٩.,:/٫٬%٪‰()–]*")
_CLOSING_BRACKETS: Final = frozenset(")]}")
_DIGIT_CLASSES: Final = frozenset(("EN", "AN"))
_CONTROL: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

__all__ = [
    "ALM",
    "CONTROLS",
    "FSI",
    "ISLAND",
    "LRI",
    "LRM",
    "MARKS",
    "OBJECT",
    "OWN_OBJECT",
    "PDI",
    "RLI",
    "RLM",
    "Stretch",
    "character_directions",
    "data_direction",
    "direction_in",
    "has_controls",
    "is_plain",
    "island",
    "isolate",
    "marked_stretches",
    "needs_isolation",
    "paragraph_direction",
    "split_by_script",
    "value_direction",
    "with_marks",
    "without_controls",
]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text that runs one way.

    `island` says that it is set left to right in right-to-left surroundings and begins or ends
    with something that is no letter, so that it needs a left-to-right mark at both ends.
    """

    text: str
    direction: Direction
    island: bool = False


def value_direction(text: str) -> Direction | None:
    """The direction of the first strong letter, None where there is none (UAX #9, P2).

    What stands within isolates is passed over; a line end ends an isolate that is still open.
    """
    depth = 0
    for character in text:
        kind = bidirectional(character)
        if kind in {"LRI", "RLI", "FSI"}:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif kind == "B":
            depth = 0
        elif depth == 0:
            if kind == "L":
                return Direction.LTR
            if kind in {"R", "AL"}:
                return Direction.RTL
    return None


def direction_in(text: str, own: Direction) -> Direction | None:
    """The direction of words of a language that runs in `own`.

    They run as their language does, whichever letter they begin with: `حلب: a hospital` is an
    English title. Only where no letter of theirs runs that way are they a name in another script.
    """
    first = value_direction(text)
    if first in {None, own}:
        return first
    code = RTL_CODE if own is Direction.RTL else LTR_CODE
    return own if code in strong_codes(text) else first


def data_direction(text: str) -> Direction | None:
    """The direction of data: that of its language where it is known, else by its first letter."""
    given = text.direction if isinstance(text, DataText) else None
    return Direction(given) if given else value_direction(text)


def paragraph_direction(text: str, default: Direction = Direction.LTR) -> Direction:
    """The base direction that an editor gives a line by itself (UAX #9, P2 and P3)."""
    return value_direction(text) or default


def has_controls(text: str) -> bool:
    """Whether a text holds any of the `CONTROLS`."""
    return not text.isascii() and _CONTROL.search(text) is not None


def without_controls(text: str) -> str:
    """The text without any of the `CONTROLS`."""
    return text if text.isascii() else _CONTROL.sub("", text)


def isolate(text: str, direction: Direction | None = None) -> str:
    """The text as an island that neither moves its surroundings nor is moved by them.

    It runs in `direction`, or where that is None as its first strong letter does. Isolates that
    the text opens and does not close are closed; for those that it closes and did not open, as
    many are opened before it. So the text itself stays as it is, character for character, and
    what is still open in it (embeddings, overrides) ends with the island (UAX #9, X6a). Each line
    of a text of several lines is an island of its own, as each is a bidi paragraph of its own.
    """
    if len(lines := text.splitlines(keepends=True)) > 1:
        return "".join(_isolated_line(line, direction) for line in lines)
    return _isolated_line(text, direction)


def _isolated_line(line: str, direction: Direction | None) -> str:
    text = line.rstrip("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
    line_end = line[len(text) :]
    opened = unopened = 0
    for control in _ISOLATE_CONTROL.findall(text):
        if control != PDI:
            opened += 1
        elif opened:
            opened -= 1
        else:
            unopened += 1
    if unopened and direction is None:
        direction = paragraph_direction(text)
    opening = OPENINGS[direction]
    return opening * (1 + unopened) + text + PDI * (opened + 1) + line_end


def island(text: str, direction: Direction) -> str:
    """One line that runs in `direction`, set into a line of the other direction.

    Where every letter runs that way, marks at its ends are enough (they are known to every
    editor), and none is needed at an end that is a letter; otherwise it is an isolate.
    """
    other = LTR_CODE if direction is Direction.RTL else RTL_CODE
    if has_controls(text) or other in strong_codes(text):
        return isolate(text, direction)
    mark = MARKS[direction]
    before = "" if begins_strong(text, direction) else mark
    after = "" if ends_strong(text, direction) else mark
    return before + text + after


def needs_isolation(text: str, direction: Direction | None, base: Direction) -> bool:
    """Whether a value must be isolated so as not to move its surroundings of direction `base`.

    It need not where, in a line that is marked as a whole (see `with_marks`), it behaves as words
    of theirs would: it begins with a letter of that direction and ends with one, or with a
    bracket of its own. A plain number goes with its surroundings too.
    """
    if direction is None:
        if ISLAND.search(text):
            return True
        return not (_NUMERIC_VALUE.fullmatch(text) and brackets_balanced(text))
    if direction is not base or has_controls(text):
        return True
    if not (begins_strong(text, base) and brackets_balanced(text)):
        return True
    if not (ends_strong(text, base) or text[-1] in _CLOSING_BRACKETS):
        return True
    return character_directions(text, base)[-1] is not base


def split_by_script(text: str, base: Direction) -> tuple[Stretch, ...]:
    """The text in stretches that run one way each, for runs of a word processor; loses nothing.

    In right-to-left text a left-to-right stretch begins and ends with a letter of a
    left-to-right script, or it is an `island` (an address, telephone number, handle, URL);
    brackets, digits and punctuation beside Arabic stay with the Arabic. In left-to-right text a
    right-to-left stretch reaches from its first to its last Arabic letter, with what is between.
    """
    if not text:
        return ()
    directions = character_directions(text, base)
    return tuple(
        Stretch(
            piece := text[start:end],
            direction,
            island=base is Direction.RTL
            and direction is Direction.LTR
            and not (
                begins_strong(piece, direction)
                and ends_strong(piece, direction)
                and RTL_CODE not in strong_codes(piece)
            ),
        )
        for start, end, direction in _stretches(directions)
    )


def with_marks(text: str, base: Direction) -> str:
    """The text with the marks that keep a bidi-aware editor to the order of `split_by_script`.

    Only LRM and RLM are added, where the algorithm left alone would scramble an island or draw a
    number to the wrong neighbour, and an isolate around an island that holds Arabic itself.
    """
    directions = character_directions(text, base)
    return "".join(
        before + text[start:end] + after
        for start, end, before, after in marked_stretches(text, directions, base)
    )


def _stretches(directions: Sequence[Direction]) -> Iterator[tuple[int, int, Direction]]:
    start = 0
    for position in range(1, len(directions) + 1):
        if position == len(directions) or directions[position] is not directions[start]:
            yield start, position, directions[start]
            start = position


def marked_stretches(
    text: str, directions: Sequence[Direction], base: Direction
) -> Iterator[tuple[int, int, str, str]]:
    """Each stretch as start, end, and the marks to be put before and after it.

    Apart from `with_marks`, so that a line which was broken is marked by what its whole paragraph
    showed: `directions` has one for each character of `text`.
    """
    for start, end, direction in _stretches(directions):
        if direction is base:
            yield start, end, "", ""
            continue
        piece = text[start:end]
        if direction is Direction.LTR and RTL_CODE in strong_codes(piece):
            yield start, end, LRI, PDI
            continue
        before = "" if begins_strong(piece, direction) else MARKS[direction]
        after = "" if ends_strong(piece, direction) else MARKS[direction]
        if _joins(text, directions, end, base):
            after += MARKS[base]
        yield start, end, before, after


def _joins(text: str, directions: Sequence[Direction], start: int, base: Direction) -> bool:
    """Whether what comes from `start` would join a stretch before it, no letter between them.

    A digit would, and so would another stretch of that direction. What is isolated parts nothing.
    """
    for position in range(start, len(text)):
        kind = bidirectional(text[position])
        if kind in _DIGIT_CLASSES or directions[position] is not base:
            return True
        if kind in {"L", "R", "AL", "B"}:
            return False
    return False
