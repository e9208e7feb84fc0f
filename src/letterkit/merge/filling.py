"""Puts values into the places that words leave for them.

What holds no place comes out as the same object, so that writers can remember what they made of it.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from letterkit.diagnostics import LetterkitError
from letterkit.document import (
    Block,
    Emphasis,
    Footnote,
    Group,
    Heading,
    Inline,
    ItemList,
    Link,
    Paragraph,
    Picture,
    Quotation,
    Strong,
    Table,
    Value,
    plain_text,
)
from letterkit.template.alternatives import words_lacking
from letterkit.template.expressions import Expression, to_inlines
from letterkit.template.links import is_remote, link_fault
from letterkit.template.nodes import (
    LinkTemplate,
    PictureTemplate,
    Placeholder,
    addressed,
    expressions_in,
    written,
)
from letterkit.template.values import WholeParagraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from letterkit.diagnostics import Diagnostics


Node = TypeVar("Node", bound=Block | Inline)

_BLANK_LINES = re.compile(r"[^\S\n]*\n(?:[^\S\n]*\n)+[^\S\n]*")


@dataclass(frozen=True, slots=True)
class Fragment(WholeParagraphs):
    """Blocks that an expression sets in place: what `default` and `part` give for several."""

    blocks: tuple[Block, ...]

    def __str__(self) -> str:
        return "\n".join(
            plain_text(block.inlines) for block in self.blocks if isinstance(block, Paragraph)
        )


class Faulty:
    """What a faulty expression gives: nothing, and false; it has been told."""

    def __bool__(self) -> bool:
        return False


FAULTY = Faulty()


class Filler:
    """Fills blocks in one context; what is wrong with an expression is collected.

    `folder` is where the words stand, which the paths of their pictures are relative to, and `root`
    that of the workspace, which no path may leave. `faulty` are names of the context whose fault
    has been told: what asks for them is not told again.
    """

    def __init__(
        self,
        context: Mapping[str, object],
        problems: Diagnostics,
        folder: Path | None = None,
        faulty: frozenset[str] = frozenset(),
        root: Path | None = None,
        look_at: Callable[[Picture, Diagnostics], None] | None = None,
    ) -> None:
        self._context = context
        self._problems = problems
        self._folder = folder
        self._faulty = faulty
        self._root = root
        self._look_at = look_at

    def evaluate(self, expression: Expression) -> object:
        """What an expression gives; `FAULTY` where it is at fault, which has been told."""
        if not self._faulty.isdisjoint(expression.names):
            return FAULTY
        try:
            return expression.evaluate(self._context)
        except LetterkitError as error:
            self._problems.add(error.diagnostic)
            return FAULTY

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks with every place filled."""
        filled: list[Block] = []
        for block in blocks:
            filled.extend(self._block(block))
        return blocks if _same(filled, blocks) else tuple(filled)

    def inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """The inlines with every place filled."""
        filled: list[Inline] = []
        for inline in inlines:
            match inline:
                case Placeholder(expression=expression):
                    filled.extend(self._value(expression))
                case LinkTemplate():
                    filled.append(self._link(inline))
                case PictureTemplate(alternative_text=words):
                    path = self._written(inline.path)
                    picture = Picture(
                        path or "", words, inline.origin, decorative=inline.decorative
                    )
                    filled.append(self._picture(picture, told=path is None))
                case (
                    Emphasis(children=children)
                    | Strong(children=children)
                    | Link(children=children)
                ):
                    filled.append(_with(inline, "children", children, self.inlines(children)))
                case Footnote(blocks=blocks):
                    filled.append(_with(inline, "blocks", blocks, self.blocks(blocks)))
                case Picture(path=path):
                    # What cannot be a file has been told when the words were read.
                    filled.append(self._picture(inline, told=not path or is_remote(path)))
                case _:
                    filled.append(inline)
        return inlines if _same(filled, inlines) else tuple(filled)

    def _block(self, block: Block) -> tuple[Block, ...]:  # noqa: PLR0911 - one a kind of block
        match block:
            case Paragraph(inlines=(Placeholder(expression=expression),)):
                return self._paragraph_of(block, expression)
            case Paragraph(inlines=inlines) | Heading(inlines=inlines):
                filled = self.inlines(inlines)
                if filled is not inlines and not prints(filled):
                    return ()
                return (_with(block, "inlines", inlines, filled),)
            case ItemList(items=items):
                entries = self._entries(items)
                return (_with(block, "items", items, entries),) if entries else ()
            case Quotation(blocks=blocks, attribution=attribution):
                words = self.blocks(blocks)
                if not words:
                    self._tell_of_nobody_quoted(block)
                    return ()
                said = _with(block, "blocks", blocks, words)
                return (_with(said, "attribution", attribution, self.inlines(attribution)),)
            case Table(header=header, rows=rows):
                table = _with(block, "header", header, self._cells(header))
                return (_with(table, "rows", rows, self._rows(rows)),)
            case Group(blocks=blocks):
                return (_with(block, "blocks", blocks, self.blocks(blocks)),)
            case _:
                return (block,)

    def _paragraph_of(self, paragraph: Paragraph, expression: Expression) -> tuple[Block, ...]:
        """A paragraph that is one expression may become several blocks, or none."""
        result = self.evaluate(expression)
        if isinstance(result, Fragment):
            return result.blocks
        inlines = self._inlines_of(result, expression)
        several = (replace(paragraph, inlines=each) for each in _in_paragraphs(inlines))
        return tuple(each for each in several if prints(each.inlines))

    def _value(self, expression: Expression) -> tuple[Inline, ...]:
        result = self.evaluate(expression)
        if isinstance(result, Fragment):
            self._problems.error(
                f"`{expression.source}` gives several paragraphs, which do not fit into a sentence",
                expression.origin,
                "let it stand in a paragraph of its own",
            )
            return ()
        return self._inlines_of(result, expression)

    def _inlines_of(self, result: object, expression: Expression) -> tuple[Inline, ...]:
        if result is FAULTY:
            return ()
        try:
            return to_inlines(result, expression)
        except LetterkitError as error:
            self._problems.add(error.diagnostic)
            return ()

    def _link(self, link: LinkTemplate) -> Link:
        target = self._written(link.target, addressed)
        if target is not None and (fault := link_fault(target)):
            message, hint = fault
            self._problems.error(message, link.origin, hint)
        return Link(target or "", self.inlines(link.children))

    def _picture(self, picture: Picture, *, told: bool) -> Picture:
        """A picture with the whole path of its file, which must be there.

        `told` says that what is wrong with its path is known.
        """
        path = picture.path
        file = Path(path) if self._folder is None else self._folder / path
        if told:
            pass
        elif not path:
            self._problems.error(
                "the picture has no file", picture.origin, "write `![what it shows](file.png)`"
            )
        elif is_remote(path) or self._leaves_the_workspace(path, file):
            self._problems.error(
                f"the picture `{path}` is not in this workspace",
                picture.origin,
                "put the file beside the words and name it: `![what it shows](file.png)`",
            )
        # os.path says no where pathlib raises: a name too long, a folder that may not be searched.
        elif not os.path.isfile(file):  # noqa: PTH113
            self._problems.error(
                f"there is no picture `{path}`",
                picture.origin,
                "its path begins at the folder of the words that show it",
            )
        elif self._look_at is not None:
            self._look_at(replace(picture, path=str(file), written=path), self._problems)
        return replace(picture, path=str(file), alternative_text=self._shown(picture), written=path)

    def _shown(self, picture: Picture) -> tuple[Inline, ...]:
        """What a picture shows, in words; told where expressions give none after all."""
        told = len(self._problems)
        words = self.inlines(picture.alternative_text)
        emptied = words is not picture.alternative_text and not plain_text(words).strip()
        if emptied and len(self._problems) == told:
            message, hint = words_lacking(picture.path)
            self._problems.warning(message, picture.origin, hint)
        return words

    def _leaves_the_workspace(self, path: str, file: Path) -> bool:
        """Whether a path is that of one machine, or climbs out of the workspace."""
        if path.startswith(("/", "\\")):
            return True
        root = os.path.abspath(self._root or self._folder or "")  # noqa: PTH100 - follows no links
        return not Path(os.path.abspath(file)).is_relative_to(root)  # noqa: PTH100

    def _tell_of_nobody_quoted(self, quotation: Quotation) -> None:
        """Words that print nothing take with them who is named as their speaker."""
        words = next(expressions_in(quotation.blocks), None)
        if quotation.attribution and words is not None:
            self._problems.warning(
                "the quotation says nothing, so that its speaker is left out too",
                words.origin,
                "give it words, or take it out",
            )

    def _written(
        self,
        pieces: tuple[str | Expression, ...],
        put_together: Callable[[tuple[str | Expression, ...], Mapping[str, object]], str] = written,
    ) -> str | None:
        """Text and expressions put together; None where one of these is at fault."""
        if any(
            isinstance(piece, Expression) and not self._faulty.isdisjoint(piece.names)
            for piece in pieces
        ):
            return None
        try:
            return put_together(pieces, self._context)
        except LetterkitError as error:
            self._problems.add(error.diagnostic)
            return None

    def _entries(self, entries: tuple[tuple[Block, ...], ...]) -> tuple[tuple[Block, ...], ...]:
        filled = tuple(self.blocks(entry) for entry in entries)
        return entries if _same(filled, entries) else tuple(entry for entry in filled if entry)

    def _rows(
        self, rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    ) -> tuple[tuple[tuple[Inline, ...], ...], ...]:
        filled = tuple(self._cells(row) for row in rows)
        return rows if _same(filled, rows) else filled

    def _cells(self, cells: tuple[tuple[Inline, ...], ...]) -> tuple[tuple[Inline, ...], ...]:
        filled = tuple(self.inlines(cell) for cell in cells)
        return cells if _same(filled, cells) else filled


def _same(filled: Any, original: Any) -> bool:
    return len(filled) == len(original) and all(map(_is, filled, original))


def _is(one: object, other: object) -> bool:
    return one is other


def _with(node: Node, name: str, before: object, after: object) -> Node:
    return node if after is before else replace(node, **{name: after})


def _in_paragraphs(inlines: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    """Inlines parted at the blank lines of data, at which a text of several paragraphs is typed.

    Line breaks instead would make one paragraph of them, whose lines a page could end among freely.
    """
    paragraphs: list[list[Inline]] = [[]]
    for inline in inlines:
        if not isinstance(inline, Value) or not _BLANK_LINES.search(inline.text):
            paragraphs[-1].append(inline)
            continue
        first, *others = (
            replace(inline, text=text, verbatim=False) for text in _BLANK_LINES.split(inline.text)
        )
        paragraphs[-1].append(first)
        paragraphs += [[each] for each in others]
    return [tuple(each) for each in paragraphs]


def prints(inlines: tuple[Inline, ...]) -> bool:
    """Whether anything is seen of inlines: words, a picture, a note, a field."""
    return any(isinstance(inline, Picture | Footnote) for inline in inlines) or bool(
        plain_text(inlines).strip()
    )
