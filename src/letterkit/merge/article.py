"""A letter as one of the articles of another document, such as a newsletter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from letterkit.document import Heading, Paragraph, Role

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from letterkit.diagnostics import Origin
    from letterkit.document import Block, Inline

HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """A part of a letter with the id of its place.

    `blocks` are None where they differ from addressee to addressee and nobody says whose to take.
    """

    name: str
    id: str
    blocks: tuple[Block, ...] | None


@dataclass(frozen=True, slots=True)
class Article:
    """A letter that a document is composed of.

    `title` stands over it, `introduction` before it; `parts` are those of the letter, without what
    has become its title. `embargo` is the moment until which it must not be published, None where
    it may, and `embargo_line` the same in words; `confidential` are the words that mark it so.
    `place` is where the document names it.
    """

    name: str
    place: Origin
    title: tuple[Inline, ...]
    introduction: tuple[Inline, ...]
    parts: tuple[ArticlePart, ...]
    embargo: datetime | None
    embargo_line: tuple[Block, ...]
    confidential: str = ""


def own_title(
    parts: Sequence[ArticlePart],
) -> tuple[tuple[Inline, ...], tuple[ArticlePart, ...]]:
    """A letter's headline, else nothing, and its parts without that.

    What words add below a headline stays, as paragraphs of the text.
    """
    title: tuple[Inline, ...] = ()
    kept: list[ArticlePart] = []
    for part in parts:
        if part.name != HEADLINE or not part.blocks:
            kept.append(part)
            continue
        first, *rest = part.blocks
        if not title and isinstance(first, Paragraph | Heading):
            title = first.inlines
        else:
            rest = [first, *rest]
        below = tuple(
            replace(block, role=Role.BODY) if isinstance(block, Paragraph) else block
            for block in rest
        )
        name = f"below-{HEADLINE}"
        kept.append(ArticlePart(name, name, below))
    return title, tuple(kept)


def first_heading(
    parts: Sequence[ArticlePart],
) -> tuple[tuple[Inline, ...], tuple[ArticlePart, ...]]:
    """The first heading of a letter's text, else nothing, and its parts without that."""
    for at, part in enumerate(parts):
        for position, block in enumerate(part.blocks or ()):
            if isinstance(block, Heading):
                assert part.blocks is not None  # noqa: S101 - one of its blocks is at hand
                rest = (*part.blocks[:position], *part.blocks[position + 1 :])
                without = replace(part, blocks=rest)
                return block.inlines, (*parts[:at], without, *parts[at + 1 :])
    return (), tuple(parts)
