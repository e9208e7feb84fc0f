"""Pictures within the page itself, as `data:` addresses, without their metadata."""

from __future__ import annotations

import struct
from base64 import b64encode
from typing import TYPE_CHECKING, Final

from letterkit.document import plain_text
from letterkit.writers.html.markup import escape_attribute
from letterkit.writers.pictures import evening, read_picture

if TYPE_CHECKING:
    from letterkit.document import Picture
    from letterkit.writers.pictures import PictureFile

_PIXELS_AN_INCH: Final = 96  # of CSS, whatever the screen
# The sheet of logos, in these pixels.
_PAGE_WIDTH: Final = 640
_GAP: Final = 24
_LOGO_SIDE: Final = 72  # of a logo that is square
_LOGO_SHARE: Final = 0.55  # of its column's width, where that is little
_TALLEST_LOGO: Final = 88
_START_OF_IMAGE: Final = 2  # bytes before a JPEG file's first segment
# Clockwise turn in degrees, mirrored first → EXIF orientation.
_ORIENTATIONS: Final = {
    (0, False): 1,
    (0, True): 2,
    (180, False): 3,
    (180, True): 4,
    (270, True): 5,
    (90, False): 6,
    (90, True): 7,
    (270, False): 8,
}


def image(picture: Picture) -> str:
    """A picture as an `img`, as large as on paper unless its pixels do not suffice.

    Raises:
        PictureError: missing, unreadable, damaged, or neither PNG nor JPEG.
    """
    file = read_picture(picture)
    return _element(picture, file, min(1.0, _PIXELS_AN_INCH / file.density))


def even_image(picture: Picture, count: int) -> str:
    """One of a sheet's pictures, `count` to a row, as an `img`.

    Raises:
        PictureError: as above.
    """
    file = read_picture(picture)
    width = _PAGE_WIDTH / count - _GAP
    side = min(_LOGO_SIDE, _LOGO_SHARE * width)
    return _element(picture, file, evening(file, side, (width, _TALLEST_LOGO)))


def _element(picture: Picture, file: PictureFile, scale: float) -> str:
    across, down = file.shown
    width, height = max(1, round(across * scale)), max(1, round(down * scale))
    words = escape_attribute(plain_text(picture.alternative_text))
    data = b64encode(_with_turn(file)).decode()
    return (
        f'<img src="data:image/{file.extension};base64,{data}" alt="{words}"'
        f' width="{width}" height="{height}">'
    )


def _with_turn(file: PictureFile) -> bytes:
    """The file with how it is to be turned, and nothing else, in its EXIF data.

    A browser turns a picture by that (CSS Images 3, 6.2), wherever its markup is pasted.
    """
    orientation = _ORIENTATIONS[file.turn, file.mirrored]
    if orientation == 1:
        return file.data
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    start = file.data[:_START_OF_IMAGE]
    return start + segment + file.data[_START_OF_IMAGE:]
