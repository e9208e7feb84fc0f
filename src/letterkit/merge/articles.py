"""Several letters as articles of one document, under a table of its contents."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from letterkit.document import (
    Block,
    Columns,
    Contents,
    ContentsEntry,
    Emphasis,
    Field,
    Footnote,
    Group,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Picture,
    Quotation,
    Role,
    Strong,
    Text,
)
from letterkit.language.phrases import label
from letterkit.merge.article import HEADLINE
from letterkit.merge.occasion import paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from letterkit.document import Inline
    from letterkit.merge.occasion import Occasion

REPEATED = ("sender", "subject-line", "end-mark", "about-us", "contact")
"""What articles leave out unless `without` says otherwise: the document says it once for all."""

EMBARGO = "embargo"
BINDING = {EMBARGO: "the embargo", "confidentiality": "the confidentiality"}
"""The parts that bind the readers of an article, which cannot be left out of it."""

_CONTENTS = "contents"
NEVER = frozenset({HEADLINE, _CONTENTS})
"""What no article has: the one has become its title, the other would lead nowhere."""
_TITLE_LEVEL = 1
_DEEPEST = 6


def contents(occasion: Occasion) -> tuple[Block, ...]:
    """The titles of all articles, each of which leads to its article."""
    if not occasion.articles:
        return ()
    entries = tuple(
        ContentsEntry(tuple(_bare(article.title)), _anchor(occasion, number))
        for number, article in enumerate(occasion.articles, start=1)
    )
    return (Contents(tuple(label(occasion.profile, _CONTENTS)), entries),)


def articles(occasion: Occasion) -> tuple[Block, ...]:
    """Each letter under its title, with its embargo above all and its headings below the title."""
    absent = left_out(occasion.options.get("without"))
    blocks: list[Block] = []
    for number, article in enumerate(occasion.articles, start=1):
        kept = [part for part in article.parts if not absent & {part.name, part.id}]
        embargo = [part.blocks for part in kept if part.name == EMBARGO and part.blocks]
        others = [part.blocks or () for part in kept if part.name != EMBARGO]
        blocks.append(Heading(_TITLE_LEVEL, article.title, anchor=_anchor(occasion, number)))
        blocks += chain.from_iterable(embargo or [article.embargo_line])
        if article.introduction:
            blocks += paragraph(article.introduction, Role.BODY)
        blocks += _below_the_title(list(chain.from_iterable(others)))
    return tuple(blocks)


def settled(blocks: list[Block]) -> list[Block]:
    """The blocks of a document with each anchor once, and no entry that leads nowhere."""
    seen: set[str] = set()

    def once(heading: Heading) -> Heading:
        if heading.anchor in seen:
            return replace(heading, anchor="")
        seen.update({heading.anchor} - {""})
        return heading

    def leading(table: Contents) -> Contents:
        entries = tuple(
            entry if entry.anchor in seen else replace(entry, anchor="") for entry in table.entries
        )
        return table if entries == table.entries else replace(table, entries=entries)

    headed = [_changed(block, once, lambda table: table) for block in blocks]
    return [
        block
        for changed in headed
        if changed is not None
        and (block := _changed(changed, lambda heading: heading, leading)) is not None
    ]


def left_out(names: object) -> frozenset[str]:
    """The parts that articles leave out: those that `without` names, else what is repeated."""
    return frozenset(names if isinstance(names, tuple) else REPEATED) | NEVER


def _anchor(occasion: Occasion, number: int) -> str:
    """The name of an article, which two languages on one page do not share."""
    return f"{occasion.profile.locale}-article-{number}"


def _below_the_title(blocks: list[Block]) -> list[Block]:
    """The blocks of an article with its headings lowered, if one is as high as the title."""
    levels: list[int] = []

    def measured(heading: Heading) -> Heading:
        levels.append(heading.level)
        return heading

    for block in blocks:
        _changed(block, measured, lambda _: None)
    by = max(0, _TITLE_LEVEL + 1 - min(levels, default=_DEEPEST))

    def lowered(heading: Heading) -> Heading:
        return replace(heading, level=min(heading.level + by, _DEEPEST), anchor="")

    changed = (_changed(block, lowered, lambda _: None) for block in blocks)
    return [block for block in changed if block is not None]


def _changed(
    block: Block,
    heading: Callable[[Heading], Heading],
    table: Callable[[Contents], Contents | None],
) -> Block | None:
    """A block with each heading and each table of contents in it changed; None for nothing."""

    def within(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        found = (_changed(each, heading, table) for each in blocks)
        return tuple(each for each in found if each is not None)

    match block:
        case Heading():
            return heading(block)
        case Contents():
            return table(block)
        case Group(blocks=blocks) | Quotation(blocks=blocks):
            inner = within(blocks)
            return block if inner == blocks else replace(block, blocks=inner)
        case ItemList(items=parts):
            items = tuple(map(within, parts))
            return block if items == parts else replace(block, items=items)
        case Columns(entries=parts):
            entries = tuple(map(within, parts))
            return block if entries == parts else replace(block, entries=entries)
    return block


def _bare(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """What a title says, without what would lead elsewhere from a table of contents."""
    for inline in inlines:
        match inline:
            case Link(children=children):
                yield from _bare(children)
            case Emphasis(children=children) | Strong(children=children):
                yield replace(inline, children=tuple(_bare(children)))
            case LineBreak():
                yield Text(" ")
            case Footnote() | Picture() | Field():
                continue
            case _:
                yield inline
