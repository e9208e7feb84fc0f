"""Nodes that words have and a document has not: what the merge fills.

A part of words is a tree of `letterkit.document` blocks in which these may stand among the inlines.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

from letterkit.document import Block, Inline
from letterkit.template.links import encoded, tidied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from letterkit.diagnostics import Origin
    from letterkit.template.expressions import Expression


@dataclass(frozen=True, slots=True)
class Placeholder(Inline):
    """An expression that stands in the words; `origin` is the place of its `{{`."""

    expression: Expression
    origin: Origin


@dataclass(frozen=True, slots=True)
class LinkTemplate(Inline):
    """A link whose target holds expressions: text and expressions in their order.

    What is put together is checked by `letterkit.template.links.link_fault`.
    """

    target: tuple[str | Expression, ...]
    children: tuple[Inline, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class PictureTemplate(Inline):
    """A picture whose file name holds expressions."""

    path: tuple[str | Expression, ...]
    alternative_text: tuple[Inline, ...]
    origin: Origin
    decorative: bool = False


def written(pieces: Iterable[str | Expression], context: Mapping[str, object]) -> str:
    """A file name with its expressions evaluated. Raises `ExpressionError`."""
    return "".join(
        piece if isinstance(piece, str) else piece.characters(context) for piece in pieces
    ).strip()


def addressed(pieces: Sequence[str | Expression], context: Mapping[str, object]) -> str:
    """The target of a link with its expressions evaluated.

    A value at the beginning is an address itself; one that follows is percent-encoded, so that it
    stays the one part of the address where it was set. Raises `ExpressionError`. What it gives is
    not checked: see `letterkit.template.links`.
    """
    made = ""
    for number, piece in enumerate(pieces):
        if isinstance(piece, str):
            made += piece
        elif not number:
            made += piece.characters(context).strip()
        else:
            following = pieces[number + 1] if number + 1 < len(pieces) else ""
            made += encoded(piece.characters(context), made, following)
    return tidied(made)


def expressions_in(node: object) -> Iterator[Expression]:
    """Every expression in a block, an inline, or a sequence of them, in the order they stand."""
    if isinstance(node, Placeholder):
        yield node.expression
    elif isinstance(node, tuple):
        for item in node:
            yield from expressions_in(item)
    elif isinstance(node, LinkTemplate):
        yield from expressions_in(node.children)
        yield from (piece for piece in node.target if not isinstance(piece, str))
    elif isinstance(node, PictureTemplate):
        yield from (piece for piece in node.path if not isinstance(piece, str))
        yield from expressions_in(node.alternative_text)
    elif isinstance(node, Block | Inline) and is_dataclass(node):
        for field in fields(node):
            yield from expressions_in(getattr(node, field.name))
