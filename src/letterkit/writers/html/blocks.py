"""Blocks as elements; what a block is for stands in its class, what it is in its element.

The markup holds without the style sheet: lines that belong together are one paragraph with line
breaks, alignments of a table stand in the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from letterkit.document import (
    Alignment,
    Columns,
    Contents,
    Direction,
    Group,
    Heading,
    ItemList,
    Paragraph,
    Picture,
    PictureSheet,
    Quotation,
    Role,
    SignaturePicture,
    Table,
    Text,
    plain_text,
)
from letterkit.writers.attribution import DASH, needs_dash
from letterkit.writers.html.images import even_image
from letterkit.writers.html.inlines import numbers_pages, prints_something, write_inlines
from letterkit.writers.html.islands import attributes
from letterkit.writers.html.markup import CLASS_PREFIX, escape_attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from letterkit.document import Block, Inline
    from letterkit.writers.html.markup import FragmentBuilder
    from letterkit.writers.html.outline import Outline

# How to reach whoever speaks: what `address` is for (HTML Living Standard, 4.3.10), and the
# postal address of somebody else is not.
_ADDRESSES: Final = frozenset((Role.SENDER, Role.CONTACT))
_COUNTER_STYLES: Final = {  # CLDR numbering system → CSS Counter Styles 3, 6.1
    "arab": "arabic-indic",
    "arabext": "persian",
    "deva": "devanagari",
    "beng": "bengali",
}


def role_class(role: Role) -> str:
    """The `class` of what has a role; body text has none."""
    return "" if role is Role.BODY else f' class="{CLASS_PREFIX}{role}"'


def counter_style(digits: str) -> str:
    """The attribute by which a browser counts in these digits; none for those it counts in."""
    style = _COUNTER_STYLES.get(digits)
    return f' style="list-style-type: {style}"' if style else ""


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes the blocks of one document, or of many that have the same outline.

    `direction` is that of the surroundings, `digits` the CLDR name of the locale's digits.
    """

    direction: Direction
    outline: Outline
    digits: str

    def write_blocks(self, builder: FragmentBuilder, blocks: Iterable[Block]) -> None:
        """Add blocks one below the other."""
        for block in blocks:
            self.write(builder, block)

    def write(  # noqa: C901 - one case for each kind of block
        self, builder: FragmentBuilder, block: Block
    ) -> None:
        """Add one block; one that prints nothing leaves nothing.

        Raises:
            LetterkitError: a character, a picture or a link that cannot stand in a page.
        """
        match block:
            case Paragraph():
                self._write_paragraph(builder, block)
            case Heading(inlines=inlines):
                if prints_something(inlines):
                    level = self.outline.level(block)
                    named = f' id="{escape_attribute(block.anchor)}"' if block.anchor else ""
                    builder.add(f"<h{level}{named}>")
                    write_inlines(builder, inlines, self.direction)
                    builder.add(f"</h{level}>\n")
            case Contents():
                self._write_contents(builder, block)
            case ItemList():
                self._write_list(builder, block)
            case Quotation():
                self._write_quotation(builder, block)
            case Group():
                self._write_group(builder, block)
            case Table():
                self._write_table(builder, block)
            case Columns():
                self._write_columns(builder, block)
            case PictureSheet():
                _write_sheet(builder, block)
            case SignaturePicture():
                pass  # could be copied from a page
            case unknown:
                raise TypeError(f"HTML has no form for {type(unknown).__name__}")

    def _write_paragraph(self, builder: FragmentBuilder, paragraph: Paragraph) -> None:
        inlines, role = paragraph.inlines, paragraph.role
        if not _shows(paragraph):
            return
        level = self.outline.role_level(role)
        if level:
            name = f"h{level}"
        elif _is_picture(inlines):
            name = "figure"
        else:
            name = "address" if role in _ADDRESSES else "p"
        own = paragraph.direction or self.direction
        turned = "" if own is self.direction else attributes(plain_text(inlines), own)
        builder.add(f"<{name}{role_class(role)}{turned}>")
        write_inlines(builder, inlines, own)
        builder.add(f"</{name}>\n")

    def _write_contents(self, builder: FragmentBuilder, contents: Contents) -> None:
        """Links to the headings, which a reader who goes by ear finds as a landmark."""
        name = f"{CLASS_PREFIX}contents"
        title = escape_attribute(plain_text(contents.title))
        builder.add(f'<nav class="{name}" aria-label="{title}">\n')
        if prints_something(contents.title):
            level = self.outline.top
            builder.add(f"<h{level}>")
            write_inlines(builder, contents.title, self.direction)
            builder.add(f"</h{level}>\n")
        builder.add('<ul role="list">\n')
        for entry in contents.entries:
            led = f'<a href="#{escape_attribute(entry.anchor)}">' if entry.anchor else ""
            builder.add(f"<li>{led}")
            write_inlines(builder, entry.inlines, self.direction)
            builder.add("</a></li>\n" if led else "</li>\n")
        builder.add("</ul>\n</nav>\n")

    def _write_list(self, builder: FragmentBuilder, block: ItemList) -> None:
        if block.start is None:
            name, told = "ul", ""
        else:
            start = "" if block.start == 1 else f' start="{block.start}"'
            name, told = "ol", start + counter_style(self.digits)
        # As in print: items of several paragraphs each stand apart, others are lines of one list.
        apart = any(
            sum(not isinstance(part, ItemList) for part in item) > 1 for item in block.items
        )
        builder.add(f"<{name}{told}>\n")
        for item in block.items:
            builder.add("<li>")
            for part in filter(_shows, item):
                if apart or not isinstance(part, Paragraph):
                    self.write(builder, part)
                else:
                    self._write_lines(builder, (part,), Role.BODY)
            builder.add("</li>\n")
        builder.add(f"</{name}>\n")

    def _write_quotation(self, builder: FragmentBuilder, block: Quotation) -> None:
        builder.add("<blockquote>\n")
        self.write_blocks(builder, block.blocks)
        if prints_something(block.attribution):
            dash = DASH if needs_dash(block) else ""
            builder.add(f"<footer{role_class(Role.ATTRIBUTION)}>", dash)
            builder.add("<cite>")
            write_inlines(builder, block.attribution, self.direction)
            builder.add("</cite></footer>\n")
        builder.add("</blockquote>\n")

    def _write_group(self, builder: FragmentBuilder, group: Group) -> None:
        blocks = [_turned(block, group.direction) for block in group.blocks if _shows(block)]
        if not blocks:
            return
        name = "address" if group.role in _ADDRESSES else ""
        if all(map(self._is_line, blocks)):
            name = name or "p"
            builder.add(f"<{name}{role_class(group.role)}>")
            self._write_lines(builder, blocks, group.role)
        else:
            name = name or "div"
            builder.add(f"<{name}{role_class(group.role)}>\n")
            self._write_tight(builder, blocks, group.role)
        builder.add(f"</{name}>\n")

    def _write_columns(self, builder: FragmentBuilder, columns: Columns) -> None:
        """Entries as a list in their reading order; the style sheet sets them side by side.

        The role is said because Safari takes a list without bullets for no list.
        """
        entries = [[block for block in entry if _shows(block)] for entry in columns.entries]
        if not any(entries):
            return
        count = max(1, columns.count)
        name = "" if columns.role is Role.BODY else f" {CLASS_PREFIX}{columns.role}"
        builder.add(
            f'<ul class="{CLASS_PREFIX}columns{name}" role="list" style="--columns: {count}">\n'
        )
        for entry in filter(None, entries):
            builder.add("<li>")
            if all(map(self._is_line, entry)):
                self._write_lines(builder, entry, columns.role)
            else:
                self._write_tight(builder, entry, columns.role)
            builder.add("</li>\n")
        builder.add("</ul>\n")

    def _is_line(self, block: Block) -> bool:
        """Whether a block can be one line of a paragraph."""
        return isinstance(block, Paragraph) and not self.outline.role_level(block.role)

    def _write_tight(self, builder: FragmentBuilder, blocks: Sequence[Block], role: Role) -> None:
        """Blocks with those that are lines put together, as one paragraph each time."""
        for are_lines, found in groupby(blocks, self._is_line):
            if are_lines:
                builder.add("<p>")
                self._write_lines(builder, list(found), role)
                builder.add("</p>\n")
            else:
                self.write_blocks(builder, found)

    def _write_lines(self, builder: FragmentBuilder, lines: Sequence[Block], role: Role) -> None:
        """Paragraphs as lines; one of another direction begins where the others begin."""
        for position, line in enumerate(lines):
            if not isinstance(line, Paragraph):
                continue
            if position:
                builder.add("<br>\n")
            own = line.direction or self.direction
            told = role_class(line.role) if line.role not in {role, Role.BODY} else ""
            if own is not self.direction:
                told += attributes(plain_text(line.inlines), own)
            if told:
                builder.add(f"<span{told}>")
            write_inlines(builder, line.inlines, own)
            if told:
                builder.add("</span>")

    def _write_table(self, builder: FragmentBuilder, table: Table) -> None:
        count = max(map(len, (table.header, *table.rows)), default=0)
        if not count:
            return
        alignments = [*table.alignments, *[Alignment.START] * count][:count]
        builder.add("<table>\n")
        if any(table.header):
            builder.add("<thead>\n")
            self._write_row(builder, table.header, alignments, header=True)
            builder.add("</thead>\n")
        builder.add("<tbody>\n")
        for row in table.rows:
            self._write_row(builder, row, alignments, header=False)
        builder.add("</tbody>\n</table>\n")

    def _write_row(
        self,
        builder: FragmentBuilder,
        cells: Sequence[tuple[Inline, ...]],
        alignments: Sequence[Alignment],
        *,
        header: bool,
    ) -> None:
        builder.add("<tr>")
        for position, alignment in enumerate(alignments):
            inlines = cells[position] if position < len(cells) else ()
            is_heading = header and prints_something(inlines)
            name, told = ("th", ' scope="col"') if is_heading else ("td", "")
            if alignment is not Alignment.START or is_heading:  # a browser centres headings
                told += f' style="text-align: {alignment}"'
            builder.add(f"<{name}{told}>")
            write_inlines(builder, inlines, self.direction)
            builder.add(f"</{name}>")
        builder.add("</tr>\n")

    def write_note(self, builder: FragmentBuilder, blocks: Sequence[Block], back: str) -> None:
        """Add a footnote; the link `back` to its mark ends its last paragraph."""
        *before, last = blocks or (Paragraph(()),)
        self.write_blocks(builder, before)
        if not isinstance(last, Paragraph):
            self.write(builder, last)
            last = Paragraph(())
        own = last.direction or self.direction
        turned = "" if own is self.direction else attributes(plain_text(last.inlines), own)
        builder.add(f"<p{turned}>")
        write_inlines(builder, (*last.inlines, Text(" ")) if last.inlines else (), own)
        builder.add(f"{back}</p>\n")


def _turned(block: Block, direction: Direction | None) -> Block:
    """A paragraph in the direction of its group, unless it has one of its own."""
    if isinstance(block, Paragraph) and block.direction is None and direction:
        return Paragraph(block.inlines, block.role, direction, block.origin)
    return block


def _shows(block: Block) -> bool:
    """Whether a block leaves anything; a line with a page number in it says nothing else."""
    if isinstance(block, Paragraph):
        return prints_something(block.inlines) and not numbers_pages(block.inlines)
    return not isinstance(block, SignaturePicture)


def _write_sheet(builder: FragmentBuilder, sheet: PictureSheet) -> None:
    """Pictures of one weight; the style sheet sets them in even columns."""
    count = max(1, sheet.count)
    builder.add(f'<figure class="{CLASS_PREFIX}logos" style="--columns: {count}">\n')
    for picture in sheet.pictures:
        builder.add(even_image(picture, count), "\n")
    builder.add("</figure>\n")


def _is_picture(inlines: Sequence[Inline]) -> bool:
    """Whether a paragraph is a picture and nothing else."""
    pictures = sum(isinstance(inline, Picture) for inline in inlines)
    return pictures == 1 and not prints_something(
        [inline for inline in inlines if not isinstance(inline, Picture)]
    )
