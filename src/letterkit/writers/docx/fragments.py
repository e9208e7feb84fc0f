"""Fragments: the markup of a block, made once, with the numbers that differ left open.

Bookmarks, notes, lists, relations and drawings are numbered through the whole letter, so a block's
markup depends on what stands before it. A fragment holds that markup as a format string with each
such number open, counted from the fragment's beginning; to place it in a letter is to fill in
where the counting starts. Letters that follow one another mostly start it at the same numbers:
then the bytes of the last time are used again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from letterkit.writers.pictures import PictureFile


class Counter(IntEnum):
    """What is numbered through a letter."""

    BOOKMARK = 0
    NOTE = 1
    LIST = 2
    RELATION = 3
    DRAWING = 4
    BOOKMARK_ID = 5  # apart from their names: a letterhead may have bookmarks of its own
    LETTER = 6  # the same all through a letter: which one of a combined file it is
    MARK = 7  # of footnotes, begun anew with each letter of a combined file


Numbers = tuple[int, ...]
"""The next number of each `Counter`."""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """One numbered list: the definition and its level, from 0, that it takes its numbers from.

    `start` is its first number.
    """

    definition: int
    level: int
    start: int


class Fragment:
    """The markup of one block, of one note, or of one header or footer."""

    __slots__ = (
        "_after",
        "_placed",
        "_rendered",
        "_slots",
        "_template",
        "counts",
        "ends_in_table",
        "lists",
        "notes",
        "relations",
    )

    def __init__(self, builder: FragmentBuilder) -> None:
        self._template = "".join(builder.pieces)
        self._slots = tuple(builder.slots)
        self.counts = tuple(builder.counts)
        self.lists = tuple(builder.lists)
        self.relations = tuple(builder.relations)
        self.notes = Fragment(builder.notes) if builder.notes and builder.notes.pieces else None
        self.ends_in_table = builder.ends_in_table
        self._placed: Numbers | None = None
        self._after: Numbers = ()
        self._rendered = b""

    def depends_on(self, counter: Counter) -> bool:
        """Whether the markup holds a number of this counter."""
        return any(used is counter for used, _ in self._slots)

    def place(self, numbers: Numbers) -> tuple[bytes, Numbers]:
        """The markup with the counting begun at `numbers`, and where it stands afterwards."""
        if self._placed != numbers:
            filled = tuple([numbers[counter] + offset for counter, offset in self._slots])
            self._rendered = (self._template % filled).encode("utf-8")
            self._after = tuple(map(int.__add__, numbers, self.counts))
            self._placed = numbers
        return self._rendered, self._after


@dataclass(slots=True)
class FragmentBuilder:
    """Collects the markup of a fragment; markup goes in through `add`, open numbers by name."""

    notes: FragmentBuilder | None = None
    pieces: list[str] = field(default_factory=list)
    slots: list[tuple[Counter, int]] = field(default_factory=list)
    counts: list[int] = field(default_factory=lambda: [0] * len(Counter))
    lists: list[NumberedList] = field(default_factory=list)
    relations: list[str | PictureFile] = field(default_factory=list)
    ends_in_table: bool = False

    def add(self, markup: str) -> None:
        """Add markup."""
        self.pieces.append(markup.replace("%", "%%") if "%" in markup else markup)

    def number(self, counter: Counter, offset: int) -> None:
        """Add a number that is known when the fragment is placed."""
        self.pieces.append("%d")
        self.slots.append((counter, offset))

    def next(self, counter: Counter) -> int:
        """The offset of one more of what is counted."""
        offset = self.counts[counter]
        self.counts[counter] += 1
        return offset

    def begin_bookmark(self, name: str = "", *, of_many: bool = False) -> int:
        """Begin a bookmark, to be ended with what this gives.

        Without a name it is that of a paragraph, and numbered; `of_many` is a name that other
        letters in the file may have too.
        """
        identifier = self.next(Counter.BOOKMARK_ID)
        self.add('<w:bookmarkStart w:id="')
        self.number(Counter.BOOKMARK_ID, identifier)
        if name:
            self.add('" w:name="')
            self.name(name, of_many=of_many)
            self.add('"/>')
        else:
            self.add('" w:name="_lk_')
            self.number(Counter.BOOKMARK, self.next(Counter.BOOKMARK))
            self.add('"/>')
        return identifier

    def name(self, name: str, *, of_many: bool) -> None:
        """Add the name of a bookmark, in a file of several letters with the letter's number."""
        self.add(name)
        if of_many:
            self.add("_")
            self.number(Counter.LETTER, 0)

    def end_bookmark(self, identifier: int) -> None:
        """End a bookmark."""
        self.add('<w:bookmarkEnd w:id="')
        self.number(Counter.BOOKMARK_ID, identifier)
        self.add('"/>')

    def begin_link(self, target: str) -> None:
        """Begin the words of a link."""
        self.pieces.append('<w:hyperlink r:id="rId%d">')
        self.slots.append((Counter.RELATION, self.relate(target)))

    def relate(self, relation: str | PictureFile) -> int:
        """Add a relation; gives its offset."""
        self.relations.append(relation)
        return self.next(Counter.RELATION)

    def finish(self) -> Fragment:
        """The fragment, complete."""
        return Fragment(self)
