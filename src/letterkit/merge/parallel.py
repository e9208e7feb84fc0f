"""Sets one letter in two languages side by side: what says the same stands in one row.

Custom gives parts another order in another language (an Arabic subject line stands before the
salutation, a British one after it). Neither letter is put into the order of the other: a row then
holds the fewest parts after which both have said the same.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from letterkit.document import Group, Heading, Paragraph, Parallel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from letterkit.document import Block, Document, Row
    from letterkit.merge.assembly import PlacedPart


def side_by_side(
    first: tuple[Document, Sequence[PlacedPart]], second: tuple[Document, Sequence[PlacedPart]]
) -> Parallel:
    """Two documents of one letter, each with its parts, as one."""
    (left, left_parts), (right, right_parts) = first, second
    return Parallel((left, right), tuple(_rows(left_parts, right_parts)))


def _rows(first: Sequence[PlacedPart], second: Sequence[PlacedPart]) -> Iterator[Row]:
    sides = ([part for part in first if part.blocks], [part for part in second if part.blocks])
    common = {part.id for part in sides[0]} & {part.id for part in sides[1]}
    columns = [_Column(side, common) for side in sides]
    while any(columns):
        for position, column in enumerate(columns):
            for part in column.lone():
                yield (part.blocks, ()) if position == 0 else ((), part.blocks)
        if not any(columns):
            return
        taken: tuple[list[PlacedPart], list[PlacedPart]] = ([], [])
        said: set[str] = set()  # by one of them, and not by the other
        while not taken[0] or said:
            for column, parts in zip(columns, taken, strict=True):
                parts.extend((*column.lone(), column.next()))
                said ^= {parts[-1].id}
        yield from _rows_of(*taken)


class _Column:
    """The parts of one language that are still to be placed."""

    def __init__(self, parts: Sequence[PlacedPart], common: set[str]) -> None:
        self._parts = list(reversed(parts))
        self._common = common

    def __bool__(self) -> bool:
        return bool(self._parts)

    def next(self) -> PlacedPart:
        """The next part."""
        return self._parts.pop()

    def lone(self) -> list[PlacedPart]:
        """The next parts, as far as they stand in this language alone."""
        found: list[PlacedPart] = []
        while self._parts and self._parts[-1].id not in self._common:
            found.append(self._parts.pop())
        return found


def _rows_of(first: Sequence[PlacedPart], second: Sequence[PlacedPart]) -> Iterator[Row]:
    """One row, or for a single part that is built alike in both languages one for each block."""
    left = tuple(block for part in first for block in part.blocks)
    right = tuple(block for part in second for block in part.blocks)
    is_one_part = len(first) == len(second) == 1
    if not is_one_part or first[0].sorted_by_language or second[0].sorted_by_language:
        yield left, right
        return
    sections, others = _sections(left), _sections(right)
    if len(sections) == len(others) and _shapes(map(_first, sections)) == _shapes(
        map(_first, others)
    ):
        for section, other in zip(sections, others, strict=True):
            yield from _in_step(section, other)
    else:
        yield left, right


def _in_step(left: tuple[Block, ...], right: tuple[Block, ...]) -> Iterator[Row]:
    """A row for each block, where both have the same; else one below the headings."""
    if _shapes(left) == _shapes(right):
        yield from (((one,), (other,)) for one, other in zip(left, right, strict=True))
    elif _first(left) and _first(right) and len(left) > 1 and len(right) > 1:
        yield left[:1], right[:1]
        yield left[1:], right[1:]
    else:
        yield left, right


def _sections(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """Blocks cut before each heading."""
    cuts = [number for number, block in enumerate(blocks) if number and isinstance(block, Heading)]
    edges = [0, *cuts, len(blocks)]
    return [blocks[start:end] for start, end in pairwise(edges)]


def _first(blocks: tuple[Block, ...]) -> Block | None:
    return blocks[0] if isinstance(blocks[0], Heading) else None


def _shapes(blocks: Iterable[Block | None]) -> list[object]:
    return [_shape(block) for block in blocks]


def _shape(block: Block | None) -> object:
    """What blocks that correspond have in common."""
    match block:
        case Paragraph(role=role) | Group(role=role):
            return type(block), role
        case Heading(level=level):
            return type(block), level
    return type(block)
