"""The stretches of a file of words: its paragraphs, items, cells, notes."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import (
    Emphasis,
    Footnote,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Quotation,
    Strong,
    Table,
    Text,
)
from letterkit.language.typography.findings import HIDDEN
from letterkit.proofreading.stretches import Span, Stretch, Style
from letterkit.template.nodes import LinkTemplate, PictureTemplate, Placeholder
from letterkit.template.words import parse_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from letterkit.document import Block, Inline
    from letterkit.language.profile import Profile
    from letterkit.template.expressions import ExpressionEnvironment

_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_LINE_END = re.compile(r"[ \t]*\n")
_SPACES_AT_END = re.compile(r"(?<=\S)[ \t\u00a0\u202f]+(?=\n|\Z)")
_QUOTATION_MARKS = '"“„«”‟'


def stretches_of_words(text: str, name: str, environment: ExpressionEnvironment) -> list[Stretch]:
    """All stretches of a text whose line ends are LF, in the order in which they print.

    What is wrong with it as a file of words is told elsewhere.
    """
    words = parse_words(text, name, environment, Diagnostics())
    collector = _Collector(text, environment.profile)
    for part in words.parts.values():
        collector.blocks(part.blocks)
    return collector.stretches


def spaces_at_line_ends(text: str) -> Iterator[Span]:
    """Spaces at the ends of lines that mean nothing: two of them would break a line of words."""
    expressions = list(_expressions(text))
    for match in _SPACES_AT_END.finditer(text):
        begin, end = match.span()
        line_end = text.find("\n", end + 1)
        following = text[end + 1 : line_end if line_end >= 0 else len(text)]
        breaks = match[0].endswith("  ") and following.strip()
        before = bisect_left(expressions, (end, end)) - 1
        within = before >= 0 and end < expressions[before][1]
        if not breaks and not within:
            yield begin, end


def _expressions(text: str) -> Iterator[Span]:
    """From where to where each expression stands; a broken one has no end."""
    begin = text.find("{{")
    while begin >= 0 and (end := text.find("}}", begin + 2)) >= 0:
        yield begin, end + 2
        begin = text.find("{{", end + 2)


class _Collector:
    """Walks the blocks of a file; each sequence of inlines is one stretch."""

    def __init__(self, text: str, profile: Profile) -> None:
        self._text = text
        self._profile = profile
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.stretches: list[Stretch] = []

    def blocks(self, blocks: Sequence[Block]) -> None:
        for number, block in enumerate(blocks):
            match block:
                case Paragraph(inlines=inlines):
                    following = blocks[number + 1] if number + 1 < len(blocks) else None
                    self._inlines(inlines, continues=_begins_with_quotation(following))
                case Heading(inlines=inlines):
                    self._inlines(inlines)
                case ItemList(items=items):
                    for item in items:
                        self.blocks(item)
                case Quotation(blocks=said, attribution=attribution):
                    self.blocks(said)
                    self._inlines(attribution)
                case Table(header=header, rows=rows):
                    for row in (header, *rows):
                        for cell in row:
                            self._inlines(cell)
                case _:
                    continue

    def _inlines(self, inlines: Iterable[Inline], *, continues: bool = False) -> None:
        gathering = _Gathering(self._text, self._lines)
        gathering.add(inlines)
        if gathering.origin is not None:
            self.stretches.append(
                Stretch(
                    "".join(gathering.characters),
                    gathering.spans,
                    gathering.origin,
                    self._profile,
                    Style.WORDS,
                    continues=continues,
                )
            )
        for blocks in gathering.notes:
            self.blocks(blocks)
        for alternative in gathering.pictures:
            self._inlines(alternative)


class _Gathering:
    """The characters of a sequence of inlines, each with its place."""

    def __init__(self, text: str, lines: Sequence[int]) -> None:
        self._text = text
        self._lines = lines
        self.characters: list[str] = []
        self.spans: list[Span | None] = []
        self.origin: Origin | None = None
        self.notes: list[tuple[Block, ...]] = []
        self.pictures: list[tuple[Inline, ...]] = []

    def add(self, inlines: Iterable[Inline]) -> None:
        for inline in inlines:
            match inline:
                case Text(text=text, origin=Origin() as origin):
                    self._words(text, origin)
                case Placeholder(origin=origin):
                    offset = self._offset(origin)
                    self._put(HIDDEN, (offset, self._end_of_expression(offset)), origin)
                case (
                    Emphasis(children=children)
                    | Strong(children=children)
                    | Link(children=children)
                    | LinkTemplate(children=children)
                ):
                    self.add(children)
                case LineBreak():
                    self.characters.append("\n")
                    self.spans.append(None)
                case Footnote(blocks=blocks):
                    self.notes.append(blocks)
                case (
                    Picture(alternative_text=alternative, origin=origin)
                    | PictureTemplate(alternative_text=alternative, origin=origin)
                ):
                    self.pictures.append(alternative)
                    if origin is not None:
                        self._put(HIDDEN, None, origin)
                case _:
                    continue

    def _put(self, character: str, span: Span | None, origin: Origin) -> None:
        self.characters.append(character)
        self.spans.append(span)
        self.origin = self.origin or origin

    def _offset(self, origin: Origin) -> int:
        return self._lines[origin.line - 1] + origin.column - 1

    def _end_of_expression(self, offset: int) -> int:
        end = self._text.find("}}", offset)
        return end + 2 if end >= 0 else offset + 2

    def _words(self, text: str, origin: Origin) -> None:
        """Characters of the text beside those of the file, in which escapes may stand."""
        if text.startswith("{{"):  # an expression that is broken, which has been told
            offset = self._offset(origin)
            self._put(HIDDEN, (offset, offset + len(text)), origin)
            return
        source = self._text
        at: int | None = self._offset(origin)
        waiting = ""
        for number, character in enumerate(text):
            if at is None or at >= len(source):
                self._put(character, None, origin)
                continue
            if waiting:  # an entity that makes two characters
                fits = waiting[0] == character
                waiting = waiting[1:]
                self._put(character, (at, at) if fits else None, origin)
                continue
            ends_line = number == len(text) - 1 and _LINE_END.match(source, at)
            if character == " " and ends_line:
                self._put("\n", None, origin)
                at = None
            elif source[at] == character:
                self._put(character, (at, at + 1), origin)
                at += 1
            elif source[at] == "\\" and source[at + 1 : at + 2] == character:
                self._put(character, (at, at + 2), origin)
                at += 2
            elif (entity := _ENTITY.match(source, at)) and (
                made := html.unescape(entity[0])
            ).startswith(character):
                self._put(character, entity.span(), origin)
                at = entity.end()
                waiting = made[1:]
            else:
                self._put(character, None, origin)
                at = None


def _begins_with_quotation(block: Block | None) -> bool:
    if not isinstance(block, Paragraph) or not block.inlines:
        return False
    first = block.inlines[0]
    return isinstance(first, Text) and first.text.lstrip()[:1] in {*_QUOTATION_MARKS}
