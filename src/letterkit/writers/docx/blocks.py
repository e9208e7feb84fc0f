"""Blocks as the markup of paragraphs and tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from letterkit.document import (
    Block,
    Columns,
    Contents,
    Group,
    Heading,
    ItemList,
    Paragraph,
    PictureSheet,
    Quotation,
    Role,
    SignaturePicture,
    Table,
)
from letterkit.ooxml.base_document import LEVELS
from letterkit.ooxml.base_styles import HANGING, INDENT
from letterkit.writers.attribution import attribution_line
from letterkit.writers.docx.contents import bookmark_name, write_contents
from letterkit.writers.docx.fragments import (
    Counter,
    Fragment,
    FragmentBuilder,
    NumberedList,
)
from letterkit.writers.docx.paragraphs import PLAIN, STYLES, Context, Layout, write_paragraph
from letterkit.writers.docx.runs import formed, note_mark
from letterkit.writers.docx.standing import making_room, write_picture_sheet, write_signature
from letterkit.writers.docx.tables import SPACER, write_columns, write_table

if TYPE_CHECKING:
    from collections.abc import Sequence

_BARE_TABLES: Final = (Columns, PictureSheet)
_DEEPEST_HEADING: Final = 6
_DEEPEST_LIST_STYLE: Final = 3
_SPACE_BELOW_HEADER: Final = '<w:spacing w:after="360"/>'
_SPACE_BELOW_LIST: Final = '<w:spacing w:after="160"/>'
_NO_SPACE_BEFORE: Final = '<w:spacing w:before="0"/>'
_NO_SPACE_AFTER: Final = '<w:spacing w:after="0"/>'
_NO_SPACE: Final = '<w:spacing w:before="0" w:after="0"/>'


def fragment_of(block: Block, context: Context, *, keep_next: bool = False) -> Fragment:
    """The markup of one block of the body, and of the footnotes in it.

    `keep_next` keeps it on one page with what follows.
    """
    builder = FragmentBuilder(notes=FragmentBuilder())
    inner = noting(context, context)
    write_block(builder, block, inner, Layout(keep_next=True) if keep_next else PLAIN)
    return builder.finish()


def noting(context: Context, page: Context) -> Context:
    """The context of blocks that may have footnotes, which stand on the page at its full width."""
    return replace(context, write_note=_NoteWriter(replace(page, style="FootnoteText")))


def leads_to(block: Block, follower: Block) -> bool:
    """Whether a paragraph must not be parted from what follows: a list, or the close.

    A complimentary close alone on its page would make a letter of the signature only.
    """
    if not isinstance(block, Paragraph):
        return False
    if isinstance(follower, Paragraph):
        return follower.role is Role.COMPLIMENTARY_CLOSE
    return isinstance(follower, (ItemList, Quotation, Table))


class _NoteWriter:
    """Writes one footnote into the notes of a fragment."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def __call__(self, notes: FragmentBuilder, blocks: tuple[Block, ...]) -> None:
        """Add a note; its own mark leads its first paragraph."""
        notes.add('<w:footnote w:id="')
        notes.number(Counter.NOTE, notes.next(Counter.NOTE))
        notes.add('">')
        context = self._context
        form = context.sheet.form(context.style)
        reference = note_mark(context.sheet)
        properties = formed("", context.direction, form)
        space = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        mark = (
            f"<w:r><w:rPr>{formed(reference, context.direction, form)}</w:rPr><w:footnoteRef/>"
            f'</w:r><w:r>{space}<w:t xml:space="preserve"> </w:t></w:r>'
        )
        first, *others = blocks or (Paragraph(()),)
        if not isinstance(first, Paragraph):
            others.insert(0, first)
            first = Paragraph(())
        layout = Layout(lead=mark)
        write_paragraph(
            notes, first.inlines, context.style, context, direction=first.direction, layout=layout
        )
        write_blocks(notes, others, context)
        if others and isinstance(others[-1], Columns):
            notes.add(SPACER)
        notes.add("</w:footnote>")


def story_fragment(blocks: Sequence[Block], context: Context, rule: str = "") -> Fragment:
    """The markup of a header or footer; `rule` are the borders of its last paragraph."""
    builder = FragmentBuilder()
    write_story(builder, blocks, context, rule)
    return builder.finish()


def write_story(
    builder: FragmentBuilder, blocks: Sequence[Block], context: Context, rule: str = ""
) -> None:
    """Add what a header or footer says."""
    flat = [
        line
        for block in blocks
        for line in (block.blocks if isinstance(block, Group) else (block,))
    ]
    named = False  # who writes; the mark of a draft may stand above
    for position, block in enumerate(flat):
        if not isinstance(block, Paragraph):
            write_block(builder, block, context)
            continue
        style = STYLES[block.role]
        if block.role is Role.SENDER and not named:
            style, named = "CompanyName", True
        layout = PLAIN
        if rule and position == len(flat) - 1:
            layout = Layout(borders=rule, spacing=_SPACE_BELOW_HEADER)
        write_paragraph(
            builder, block.inlines, style, context, direction=block.direction, layout=layout
        )
    if flat and isinstance(flat[-1], Columns):
        builder.add(SPACER)


def write_blocks(
    builder: FragmentBuilder,
    blocks: Sequence[Block],
    context: Context,
    *,
    keep_next: bool = False,
) -> None:
    """Add blocks one below the other; tables that touch are kept apart.

    `keep_next` keeps the last of them on one page with what follows.
    """
    last = len(blocks) - 1
    for position, block in enumerate(blocks):
        if position and _tables_touch(blocks[position - 1], block):
            builder.add(SPACER)
        keep = keep_next and position == last
        write_block(builder, block, context, Layout(keep_next=True) if keep else PLAIN)


def _tables_touch(previous: Block, block: Block) -> bool:
    """Whether Word would make one table of two; after a table of data there is space anyway."""
    return isinstance(previous, _BARE_TABLES) and isinstance(block, (Table, *_BARE_TABLES))


def write_block(  # noqa: C901 - one case for each kind of block
    builder: FragmentBuilder, block: Block, context: Context, layout: Layout = PLAIN
) -> None:
    """Add one block."""
    match block:
        case Paragraph(inlines=inlines, role=role, direction=direction):
            style = context.style if role is Role.BODY and context.style else STYLES[role]
            write_paragraph(builder, inlines, style, context, direction=direction, layout=layout)
        case Heading(level=level, inlines=inlines, anchor=anchor):
            style = f"Heading{min(max(level, 1), _DEEPEST_HEADING)}"
            led_to = replace(layout, anchor=bookmark_name(anchor)) if anchor else layout
            write_paragraph(builder, inlines, style, context, layout=led_to)
        case Contents():
            write_contents(builder, block, context)
        case ItemList():
            _write_list(builder, block, context)
        case Quotation():
            _write_quotation(builder, block, context)
        case Group():
            _write_group(builder, block, context)
        case Table():
            write_table(builder, block, context)
            builder.add(SPACER)
            builder.ends_in_table = False
        case Columns():
            _write_columns(builder, block, context)
        case PictureSheet():
            write_picture_sheet(builder, block, context)
            builder.ends_in_table = True
        case SignaturePicture():
            if context.signs:
                write_signature(builder, block, context)
        case unknown:
            raise TypeError(f"no writer for {unknown!r}")


def _write_columns(builder: FragmentBuilder, columns: Columns, context: Context) -> None:
    inner = making_room(context, columns.entries)
    if not context.narrow:
        write_columns(builder, columns, inner, _write_lines)
        builder.ends_in_table = True
        return
    for entry in columns.entries:
        _write_lines(builder, entry, inner)


def _write_group(builder: FragmentBuilder, group: Group, context: Context) -> None:
    """Lines without space between them, on one page."""
    lines = tuple(
        replace(block, direction=group.direction)
        if isinstance(block, Paragraph) and block.direction is None and group.direction
        else block
        for block in group.blocks
    )
    _write_lines(builder, lines, making_room(context, (lines,)))


def _write_lines(builder: FragmentBuilder, lines: Sequence[Block], context: Context) -> None:
    if not context.signs:
        lines = [block for block in lines if not isinstance(block, SignaturePicture)]
    last = len(lines) - 1
    for position, block in enumerate(lines):
        if position and _tables_touch(lines[position - 1], block):
            builder.add(SPACER)
        if not isinstance(block, Paragraph) or block.role is Role.GROUP_HEADING:
            write_block(builder, block, context)
            continue
        first = position == 0
        if position == last:
            spacing = "" if first else _NO_SPACE_BEFORE
        else:
            spacing = _NO_SPACE_AFTER if first else _NO_SPACE
        if first and context.room_above:
            after = "" if position == last else ' w:after="0"'
            spacing = f'<w:spacing w:before="{context.room_above}"{after}/>'
        # In a table it would keep whole rows together, and with them the table.
        keep = position < last and not context.in_cell
        layout = Layout(keep_next=keep, spacing=spacing, aside=True)
        write_block(builder, block, context, layout)


def _write_quotation(builder: FragmentBuilder, quotation: Quotation, context: Context) -> None:
    inner = replace(context, style="Quote")
    if context.indent or context.style == "Quote":
        inner = inner.indented(INDENT, at_end=INDENT)
    blocks = list(quotation.blocks)
    last = blocks.pop() if blocks and isinstance(blocks[-1], Paragraph) else None
    for block in blocks:
        if isinstance(block, Paragraph):
            write_block(builder, block, inner)
        else:  # a list or a table has no style of its own that sets it in
            set_in = inner if inner.indent else inner.indented(INDENT, at_end=INDENT)
            write_block(builder, block, replace(set_in, style=""))
    attribution = bool(quotation.attribution)
    if last:
        spacing = '<w:spacing w:after="40"/>' if attribution else ""
        write_block(builder, last, inner, Layout(keep_next=attribution, spacing=spacing))
    if attribution:
        write_paragraph(builder, attribution_line(quotation), STYLES[Role.ATTRIBUTION], inner)


def _write_list(builder: FragmentBuilder, block: ItemList, context: Context) -> None:
    """A list; a numbered one is an instance of its own, so that its counting begins anew."""
    level = min(context.depth, LEVELS - 1)
    instance, instance_level = context.lists.bullets[level]
    base = context.indent - INDENT * context.depth  # what is not due to the lists around
    suffix = f"{min(level + 1, _DEEPEST_LIST_STYLE)}" if level else ""
    if block.start is None:
        style = f"ListBullet{suffix}"

        def write_number() -> None:
            builder.add(str(instance))

    else:
        style = f"ListNumber{suffix}"
        definition, instance_level = context.lists.numbers[level]
        offset = builder.next(Counter.LIST)
        builder.lists.append(NumberedList(definition, instance_level, block.start))

        def write_number() -> None:
            builder.number(Counter.LIST, offset)

    continued = replace(
        context.indented(INDENT), depth=context.depth + 1, style=f"ListContinue{suffix}"
    )
    indent = ""
    if base:
        left = base + INDENT * (context.depth + 1)
        end = f' w:right="{context.gap}"' if context.gap else ""
        indent = f'<w:ind w:left="{left}"{end} w:hanging="{HANGING}"/>'
    layout = Layout(numbering=(instance_level, write_number), indent=indent)
    # Where nothing but lists sets the text in, the level's own indents hold.
    numbered = continued if base else replace(continued, indent=0)
    for position, item in enumerate(block.items):
        blocks = list(item)
        ends = not level and position == len(block.items) - 1
        if ends and len(blocks) <= 1:
            layout = replace(layout, spacing=_SPACE_BELOW_LIST)
        first = blocks.pop(0) if blocks and isinstance(blocks[0], Paragraph) else Paragraph(())
        assert isinstance(first, Paragraph)  # noqa: S101 - tells the type checker what is said above
        write_paragraph(
            builder, first.inlines, style, numbered, direction=first.direction, layout=layout
        )
        last = blocks.pop() if ends and blocks and isinstance(blocks[-1], Paragraph) else None
        write_blocks(builder, blocks, continued)
        if last:
            write_block(builder, last, continued, Layout(spacing=_SPACE_BELOW_LIST))
