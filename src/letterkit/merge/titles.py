"""What a document is called, by what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.document import Heading, Paragraph, Role, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.document import Block, Inline


def headline_of(blocks: Iterable[Block]) -> tuple[Inline, ...]:
    """The headline; nothing where there is none."""
    for block in blocks:
        match block:
            case Paragraph(inlines=inlines, role=Role.HEADLINE):
                return inlines
    return ()


def first_heading_of(blocks: Iterable[Block]) -> str:
    """The words of the first heading; nothing where there is none."""
    for block in blocks:
        match block:
            case Heading(inlines=inlines):
                return plain_text(inlines)
    return ""
