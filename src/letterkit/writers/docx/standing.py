"""Pictures in paragraphs of their own: signatures above names, and sheets of logos."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from letterkit.document import Direction, Group, Role, SignaturePicture
from letterkit.writers.docx.drawings import PER_TWIP, drawing
from letterkit.writers.docx.paragraphs import STYLES
from letterkit.writers.docx.tables import COLUMN_GAP, NO_MARGINS, begin_table
from letterkit.writers.pictures import evening, filling, read_picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letterkit.document import Block, Picture, PictureSheet
    from letterkit.writers.docx.fragments import FragmentBuilder
    from letterkit.writers.docx.paragraphs import Context
    from letterkit.writers.pictures import PictureFile

# All in twentieths of a point.
_SIGNATURE_ROOM: Final = (2835, 1134)  # 5 cm by 2
_FOR_A_HAND: Final = 720  # what the style of signatures leaves free above a name
_ABOVE_SIGNATURE: Final = 120
_LOGO_SIDE: Final = 1020  # 1.8 cm, of a logo that is square
_LOGO_SHARE: Final = 0.55  # of its cell's width, where that is little
_TALLEST_LOGO: Final = 1247  # 2.2 cm
_MOST_IN_A_COLUMN: Final = 3  # logos side by side, where two languages share the page
_LOGO_SPACING: Final = '<w:spacing w:before="140" w:after="140" w:line="240" w:lineRule="auto"/>'
_SMALL: Final = '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
"""A line is as high as its picture where nothing else in it has a size."""


def making_room(context: Context, entries: Iterable[Iterable[Block]]) -> Context:
    """The context with as much room above each name as the tallest signature among them needs.

    So names beside each other stand on one line, whether drawn or signed by hand.
    """
    if not context.signs or context.room_above:
        return context
    tallest = max((_height(each, context) for each in _signatures(entries)), default=0)
    if not tallest:
        return context
    return replace(context, room_above=max(_FOR_A_HAND, tallest + _ABOVE_SIGNATURE))


def _signatures(entries: Iterable[Iterable[Block]]) -> Iterator[SignaturePicture]:
    for entry in entries:
        for block in entry:
            if isinstance(block, SignaturePicture):
                yield block
            elif isinstance(block, Group):
                yield from _signatures((block.blocks,))


def _scale(file: PictureFile, context: Context) -> float:
    return filling(file, (min(_SIGNATURE_ROOM[0], context.width), _SIGNATURE_ROOM[1]))


def _height(signature: SignaturePicture, context: Context) -> int:
    file = read_picture(signature.picture)
    return math.ceil(file.shown[1] * _scale(file, context))


def write_signature(
    builder: FragmentBuilder, signature: SignaturePicture, context: Context
) -> None:
    """A signature in the room above a name, standing on the name.

    Raises:
        PictureError: a picture that cannot be shown.
    """
    file = read_picture(signature.picture)
    scale = _scale(file, context)
    before = max(0, context.room_above - math.ceil(file.shown[1] * scale))
    spacing = f'<w:spacing w:before="{before}" w:after="0" w:line="240" w:lineRule="auto"/>'
    indent = f'<w:ind w:left="{context.indent}"/>' if context.indent else ""
    # In a table it would keep whole rows together.
    keep = "" if context.in_cell else "<w:keepNext/>"
    _begin(builder, STYLES[Role.SIGNATURE], context, keep, f"{spacing}{indent}")
    drawing(builder, signature.picture, file, scale * PER_TWIP)
    builder.add("</w:r></w:p>")


def write_picture_sheet(builder: FragmentBuilder, sheet: PictureSheet, context: Context) -> None:
    """Pictures of one weight in the middle of even cells, without lines; no row is split.

    Raises:
        PictureError: a picture that cannot be shown.
    """
    count = max(1, min(sheet.count, _MOST_IN_A_COLUMN) if context.narrow else sheet.count)
    width = context.width // count
    room = (width - COLUMN_GAP, _TALLEST_LOGO)
    side = min(_LOGO_SIDE, _LOGO_SHARE * room[0])
    begin_table(builder, "", [width] * count, context, NO_MARGINS)
    for start in range(0, len(sheet.pictures), count):
        row = sheet.pictures[start : start + count]
        builder.add("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        for position in range(count):
            builder.add(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/>'
                "</w:tcPr>"
            )
            if position < len(row):
                _write_logo(builder, row[position], side, room, context)
            else:
                builder.add("<w:p/>")
            builder.add("</w:tc>")
        builder.add("</w:tr>")
    builder.add("</w:tbl>")


def _write_logo(
    builder: FragmentBuilder,
    picture: Picture,
    side: float,
    room: tuple[int, int],
    context: Context,
) -> None:
    file = read_picture(picture)
    _begin(builder, "TableText", context, "", f'{_LOGO_SPACING}<w:jc w:val="center"/>')
    drawing(builder, picture, file, evening(file, side, room) * PER_TWIP)
    builder.add("</w:r></w:p>")


def _begin(
    builder: FragmentBuilder, style: str, context: Context, keep: str, properties: str
) -> None:
    """A paragraph and its run, up to where the drawing stands."""
    turned = context.direction is Direction.RTL
    bidi = "<w:bidi/>" if turned else ""
    if not turned and context.sheet.states_direction:
        bidi = '<w:bidi w:val="0"/>'
    builder.add(
        f'<w:p><w:pPr><w:pStyle w:val="{context.sheet.of(style)}"/>{keep}{bidi}{properties}'
        f"{_SMALL}</w:pPr><w:r>{_SMALL}"
    )
