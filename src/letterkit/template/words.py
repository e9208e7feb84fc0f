"""LOCALE.md files: the words of a letter or a template in one language, by parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.template.fences import split_parts
from letterkit.template.markup import parse_markup
from letterkit.template.nodes import expressions_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from letterkit.diagnostics import Diagnostics, Origin
    from letterkit.document import Block
    from letterkit.template.expressions import ExpressionEnvironment


@dataclass(frozen=True, slots=True)
class Part:
    """The words of one part.

    `names` are the variables that its expressions ask for, `parts` the parts that it sets into its
    sentences.
    """

    name: str
    blocks: tuple[Block, ...]
    origin: Origin
    names: frozenset[str]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The parts of one file, in the order they stand in it."""

    path: str
    parts: Mapping[str, Part]


def parse_words(
    text: str, path: str, environment: ExpressionEnvironment, problems: Diagnostics
) -> Words:
    """The parts of a text; `path` is the file's name as diagnostics show it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = {}
    for fenced in split_parts(text, path, problems):
        blocks = parse_markup(fenced.text, path, fenced.line, environment, problems)
        expressions = list(expressions_in(blocks))
        parts[fenced.name] = Part(
            fenced.name,
            blocks,
            fenced.origin,
            names=frozenset(name for each in expressions for name in each.names),
            parts=frozenset(part for each in expressions for part in each.parts),
        )
    return Words(path, parts)
