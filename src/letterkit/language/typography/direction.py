"""Characters that steer direction, in words whose direction letterkit sets itself.

A mark or an isolate was typed to keep a line in order in some editor. Where the order that the
words have without it is the same (`letterkit.language.bidi`), it can go without anybody seeing a
difference; where it is another, somebody must look.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from letterkit.document import Direction
from letterkit.language.bidi import (
    CONTROLS,
    character_directions,
    value_direction,
    without_controls,
)
from letterkit.language.stretches import OBJECT
from letterkit.language.typography.findings import HIDDEN, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.language.typography.findings import Passage

_MARKS = {"\u200e": Direction.LTR, "\u200f": Direction.RTL, "\u061c": Direction.RTL}
_OPENINGS = {
    "\u202a": Direction.LTR,
    "\u202b": Direction.RTL,
    "\u2066": Direction.LTR,
    "\u2067": Direction.RTL,
    "\u2068": None,
}
_OVERRIDES = frozenset("\u202d\u202e")
_CLOSINGS = {
    "\u202c": frozenset("\u202a\u202b\u202d\u202e"),
    "\u2069": frozenset("\u2066\u2067\u2068"),
}
_TELLING_NOTHING = frozenset((OBJECT, " ", "\u00a0"))
_MARK = "a direction mark; letterkit sets direction itself"
_ISOLATE = "a direction isolate; letterkit sets direction itself"
_EMBEDDING = "a direction control"
_OVERRIDE = "a direction control that overrides the order of letters"


@dataclass(frozen=True, slots=True)
class _Control:
    """A control at an offset of the text, and the stretch of bare text that it is about."""

    offset: int
    character: str
    start: int
    end: int


class _Order:
    """Which way the characters of a bare text run, counted once for all controls in it."""

    def __init__(self, bare: str, directions: Sequence[Direction]) -> None:
        self._before = {
            direction: [0, *accumulate(each is direction for each in directions)]
            for direction in Direction
        }
        self._told = [0, *accumulate(each not in _TELLING_NOTHING for each in bare)]

    def runs(self, control: _Control) -> set[Direction]:
        """The ways in which the stretch runs that a control is about."""
        start, end = (min(at, len(self._told) - 1) for at in (control.start, control.end))
        return {
            direction for direction, before in self._before.items() if before[end] > before[start]
        }

    def tells(self, control: _Control) -> bool:
        """Whether anything in that stretch has a direction of its own."""
        start, end = (min(at, len(self._told) - 1) for at in (control.start, control.end))
        return self._told[end] > self._told[start]


def check_direction(passage: Passage) -> Iterator[Finding]:
    """Every character that steers direction; certain where the words stay as they are seen."""
    if CONTROLS.isdisjoint(passage.text):
        return
    text = passage.text.replace(HIDDEN, OBJECT)  # a value is isolated by itself
    bare = without_controls(text)
    bases = {passage.profile.direction, value_direction(bare) or passage.profile.direction}
    orders = [_Order(bare, character_directions(bare, base)) for base in bases]
    for control in _controls(text):
        certain = all(_is_idle(control, bare, order) for order in orders)
        at = control.offset
        yield Finding("invisible", at, at + 1, _what(control.character), "", certain)


def _controls(text: str) -> Iterator[_Control]:
    """Each control; a pair of them is about what is between, one left open about the line's end."""
    open_ones: list[tuple[int, str, int]] = []
    position = 0
    for offset, character in enumerate(text):
        if character == "\n":
            yield from (_Control(*opened, position) for opened in open_ones)
            open_ones.clear()
        if character in _MARKS:
            yield _Control(offset, character, max(0, position - 1), position + 1)
        elif character in _OPENINGS or character in _OVERRIDES:
            open_ones.append((offset, character, position))
        elif character in _CLOSINGS:
            if open_ones and open_ones[-1][1] in _CLOSINGS[character]:
                opened = open_ones.pop()
                yield _Control(*opened, position)
                yield _Control(offset, opened[1], opened[2], position)
            else:
                yield _Control(offset, character, position, position)
        else:
            position += 1
    yield from (_Control(*opened, position) for opened in open_ones)


def _is_idle(control: _Control, bare: str, order: _Order) -> bool:
    """Whether the bare text runs by itself as the control would have it."""
    runs = order.runs(control)
    if control.character in _MARKS:
        about = bare[control.start : control.end]
        return _MARKS[control.character] in runs or OBJECT in about or not about
    if control.character in _OVERRIDES:
        return False
    if not order.tells(control):
        return True
    wanted = _OPENINGS.get(control.character)
    return runs == {wanted} if wanted else len(runs) == 1


def _what(character: str) -> str:
    if character in _MARKS:
        return _MARK
    if character in "\u2066\u2067\u2068\u2069":
        return _ISOLATE
    return _OVERRIDE if character in _OVERRIDES else _EMBEDDING
