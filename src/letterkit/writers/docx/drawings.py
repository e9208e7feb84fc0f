"""Pictures set into a line of text (DrawingML, ECMA-376 Part 1, 20.4.2.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.document import plain_text
from letterkit.ooxml.markup import escape_attribute
from letterkit.ooxml.namespaces import DRAWING, PICTURE
from letterkit.writers.docx.fragments import Counter, FragmentBuilder
from letterkit.writers.pictures import filling

if TYPE_CHECKING:
    from letterkit.document import Picture
    from letterkit.writers.pictures import PictureFile

_PER_INCH: Final = 914_400  # English Metric Units, in which drawings are measured
PER_TWIP: Final = 635
"""English Metric Units in a twentieth of a point."""

# Says that a picture shows nothing ([MS-ODRAWXML] 2.7.1), which an empty description leaves open.
_DECORATIVE: Final = (
    f'<a:extLst xmlns:a="{DRAWING}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)


def fitting(file: PictureFile, room: tuple[int, int]) -> float:
    """How large each pixel is: as the file says, or smaller where the picture does not fit.

    `room` is width and height in twentieths of a point.
    """
    return min(_PER_INCH / file.density, filling(file, room) * PER_TWIP)


def drawing(builder: FragmentBuilder, picture: Picture, file: PictureFile, scale: float) -> None:
    """Add a picture as an inline drawing; `scale` is the size of a pixel in English Metric Units.

    The drawing has a number for a name, never that of the file.
    """
    lying = file.turn in {90, 270}
    across, down = max(1, int(file.width * scale)), max(1, int(file.height * scale))
    # An inline drawing's extent is that of the picture before it is turned; the effect extent
    # makes room above and below for what then stands out.
    over = max(0, (across - down) // 2) if lying else 0
    beside = max(0, (down - across) // 2) if lying else 0
    turn = f' rot="{file.turn * 60_000}"' if file.turn else ""
    mirrored = ' flipH="1"' if file.mirrored else ""
    words = escape_attribute(plain_text(picture.alternative_text))
    described = f">{_DECORATIVE}</wp:docPr>" if picture.decorative else "/>"
    number = builder.next(Counter.DRAWING)
    relation = builder.relate(file)
    builder.add(
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/>'
        f'<wp:effectExtent l="{beside}" t="{over}" r="{beside}" b="{over}"/><wp:docPr id="'
    )
    builder.number(Counter.DRAWING, number)
    builder.add('" name="')
    builder.number(Counter.DRAWING, number)
    builder.add(
        f'" descr="{words}"{described}'
        f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{PICTURE}">'
        f'<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr id="'
    )
    builder.number(Counter.DRAWING, number)
    builder.add('" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId')
    builder.number(Counter.RELATION, relation)
    builder.add(
        '"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm{turn}{mirrored}><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )
