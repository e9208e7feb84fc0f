"""Joins the repetitions of a part: items become one list, rows one table."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from letterkit.document import Block, ItemList, Table, plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence


def joined(repetitions: Sequence[tuple[Block, ...]]) -> tuple[Block, ...]:
    """The repetitions one after another; lists of one kind and tables of one head become one."""
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
    if any(_head(other) != _head(first) for other in tables):
        return None
    return replace(first, rows=tuple(chain.from_iterable(other.rows for other in tables)))


def _head(table: Table) -> tuple[object, ...]:
    """What the rows of one table have in common: how its columns are called and stand."""
    return (tuple(map(plain_text, table.header)), table.alignments)
