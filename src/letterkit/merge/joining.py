"""Joins the repetitions of a part: items become one list, rows one table."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from letterkit.document import Block, ItemList, Table

if TYPE_CHECKING:
    from collections.abc import Sequence


def joined(repetitions: Sequence[tuple[Block, ...]]) -> tuple[Block, ...]:
    """The repetitions one after another; those that are one list or one table each become one."""
    made = [repetition for repetition in repetitions if repetition]
    if len(made) > 1 and all(len(repetition) == 1 for repetition in made):
        blocks = [repetition[0] for repetition in made]
        if one := _one_list(blocks) or _one_table(blocks):
            return (one,)
    return tuple(block for repetition in made for block in repetition)


def _one_list(blocks: Sequence[Block]) -> ItemList | None:
    lists = [block for block in blocks if isinstance(block, ItemList)]
    if len(lists) != len(blocks):
        return None
    first = lists[0]
    if any((other.start is None) != (first.start is None) for other in lists):
        return None
    return replace(first, items=tuple(chain.from_iterable(other.items for other in lists)))


def _one_table(blocks: Sequence[Block]) -> Table | None:
    tables = [block for block in blocks if isinstance(block, Table)]
    if len(tables) != len(blocks):
        return None
    first = tables[0]
    if any(len(other.alignments) != len(first.alignments) for other in tables):
        return None
    return replace(first, rows=tuple(chain.from_iterable(other.rows for other in tables)))
