"""One line of a letter as characters in reading order, with the values in it that are isolated.

Lines are built before they are wrapped and get their invisible marks after: so that a value which
is broken is isolated on either line, and every line is balanced.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from letterkit.document import Direction
from letterkit.language.bidi import (
    ISLAND,
    OBJECT,
    OWN_OBJECT,
    character_directions,
    has_controls,
    is_plain,
    isolate,
    marked_stretches,
    needs_isolation,
    value_direction,
    with_marks,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPACES: Final = re.compile(r" *[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+ *")


@dataclass(frozen=True, slots=True)
class Isolated:
    """A stretch of a line that must not move its surroundings: start, end, and how it runs."""

    start: int
    end: int
    direction: Direction


@dataclass(frozen=True, slots=True)
class Line:
    """The characters of one line, in the base direction it is to be read in."""

    text: str
    base: Direction
    isolated: tuple[Isolated, ...] = ()

    def ordered(self, ranges: Sequence[tuple[int, int]] | None = None) -> list[str]:
        """The line, or each of the `ranges` that it was wrapped into, with all that keeps order."""
        if ranges is None:
            ranges = ((0, len(self.text.rstrip())),)
        if not self.isolated and self.base is Direction.LTR and is_plain(self.text):
            return [self.text[start:end] for start, end in ranges]
        surroundings = list(self.text)
        for value in self.isolated:
            stand_in = OWN_OBJECT if value.direction is self.base else OBJECT
            surroundings[value.start : value.end] = stand_in * (value.end - value.start)
        directions = character_directions("".join(surroundings), self.base)
        return [
            "".join(self._marked("".join(surroundings[start:end]), directions[start:end], start))
            for start, end in ranges
        ]

    def _marked(
        self, surroundings: str, directions: Sequence[Direction], offset: int
    ) -> Iterator[str]:
        for start, end, before, after in marked_stretches(surroundings, directions, self.base):
            yield before
            yield from self._with_isolates(offset + start, offset + end)
            yield after

    def _with_isolates(self, start: int, end: int) -> Iterator[str]:
        for value in self.isolated:
            if value.end <= start or value.start >= end:
                continue
            yield self.text[start : max(start, value.start)]
            start = max(start, value.start)
            text = self.text[start : min(end, value.end)]
            start += len(text)
            if not has_controls(text):
                text = with_marks(text, value.direction)
            yield isolate(text, value.direction)
        yield self.text[start:end]


@dataclass(slots=True)
class LineBuilder:
    """Gathers the pieces of a paragraph into lines."""

    base: Direction
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _values: list[tuple[int, int, Direction | None]] = field(default_factory=list)
    _lines: list[Line] = field(default_factory=list)

    def add_text(self, text: str) -> None:
        """Words of the sentence itself; a line end in them is no more than a space."""
        if not (text.isascii() and text.isprintable()):
            text = _SPACES.sub(" ", text)
        self._add(text if self._length else text.lstrip(" "))

    def add_value(self, text: str, direction: Direction | None) -> None:
        """Data, as it is; each of its lines is a line of the letter, a tabulator is a space."""
        for number, line in enumerate(text.splitlines()):
            if number:
                self.end_line()
            start = self._length
            self._add(line.replace("\t", " "))
            if self._length > start:
                self._values.append((start, self._length, direction))

    def _add(self, text: str) -> None:
        if not text.isascii():
            text = normalize("NFC", text)
        self._pieces.append(text)
        self._length += len(text)

    def end_line(self) -> None:
        """Let what follows begin a new line."""
        text = "".join(self._pieces)
        isolated = tuple(self._isolated(text))
        self._lines.append(Line(text, self.base, isolated))
        self._pieces.clear()
        self._values.clear()
        self._length = 0

    def _isolated(self, text: str) -> Iterator[Isolated]:
        if self.base is Direction.LTR and is_plain(text):
            return
        for start, end, direction in self._values:
            value = text[start:end]
            runs = direction or value_direction(value)
            has_no_surroundings = runs is self.base and end - start == len(text)
            if has_no_surroundings and not has_controls(value):
                continue
            if needs_isolation(value, runs, self.base):
                if runs is None:
                    runs = Direction.LTR if ISLAND.search(value) else self.base
                yield Isolated(start, end, runs)

    def lines(self) -> list[Line]:
        """What was gathered; empty where there was nothing to be seen."""
        self.end_line()
        lines, self._lines = self._lines, []
        while lines and not lines[-1].text.strip():
            lines.pop()
        while lines and not lines[0].text.strip():
            del lines[0]
        return lines
