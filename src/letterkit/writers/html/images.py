"""Pictures within the page itself, as `data:` addresses, without their metadata."""

from __future__ import annotations

import struct
from base64 import b64encode
from typing import TYPE_CHECKING, Final

from letterkit.document import plain_text
from letterkit.writers.html.markup import escape_attribute
from letterkit.writers.pictures import read_picture

if TYPE_CHECKING:
    from letterkit.document import Picture
    from letterkit.writers.pictures import PictureFile

_PIXELS_AN_INCH: Final = 96  # of CSS, whatever the screen
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
    lying = file.turn in {90, 270}
    across, down = (file.height, file.width) if lying else (file.width, file.height)
    scale = min(1.0, _PIXELS_AN_INCH / file.density)
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
