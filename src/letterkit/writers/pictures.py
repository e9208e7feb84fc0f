"""Picture files: read, measured, and stripped of what tells about their makers.

A picture from a telephone tells where and when it was taken and by which device. What is needed to
draw it stays; everything else goes: EXIF, XMP, comments, colour profiles, thumbnails, times, and
bytes after the end. How the camera was held is kept, as a turn of the drawing.
"""

from __future__ import annotations

import math
import re
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from letterkit.diagnostics import LetterkitError

if TYPE_CHECKING:
    from letterkit.document import Picture

_USUAL_DENSITY: Final = 150.0  # dots an inch where a picture does not say; prints sharp enough
_LEAST_DENSITY: Final = 30.0  # what a file claims below this is a mistake
_LARGEST: Final = 20_000_000  # bytes of a file; more is no picture for a letter
_MOST_PIXELS: Final = 64_000_000  # more take a word processor's memory, however small the file

_PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT")
)
_JPEG_START: Final = b"\xff\xd8"
# Markers of a JPEG file (ITU-T T.81, table B.1).
_MARKER: Final = 0xFF
_END_OF_IMAGE: Final = 0xD9
_START_OF_SCAN: Final = 0xDA
_JFIF: Final = 0xE0
_EXIF: Final = 0xE1
_ADOBE: Final = 0xEE  # tells how colours are stored
_METADATA: Final = frozenset((*range(0xE0, 0xF0), 0xFE)) - {_JFIF, _ADOBE}
_LEAST_LENGTH: Final = 2  # a segment's length counts itself
_JPEG_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ORIENTATION_TAG: Final = 0x0112
# EXIF orientation → clockwise turn in degrees, and whether it is mirrored first.
_TURNS: Final = {
    1: (0, False),
    2: (0, True),
    3: (180, False),
    4: (180, True),
    5: (270, True),
    6: (90, False),
    7: (90, True),
    8: (270, False),
}


class PictureError(LetterkitError):
    """A picture that cannot be read, is neither PNG nor JPEG, or is too large."""


class _TooLargeError(ValueError):
    """More bytes or pixels than a letter can show."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture without its metadata: bytes, size in pixels, dots an inch, turn, mirrored."""

    data: bytes
    extension: str
    width: int
    height: int
    density: float
    turn: int = 0
    mirrored: bool = False

    @property
    def shown(self) -> tuple[int, int]:
        """Width and height in pixels as it is seen, turned."""
        lying = self.turn in {90, 270}
        return (self.height, self.width) if lying else (self.width, self.height)


def filling(file: PictureFile, room: tuple[float, float]) -> float:
    """How large each pixel is where a picture fills a room, which is given in any unit."""
    width, height = file.shown
    return min(room[0] / width, room[1] / height)


def evening(file: PictureFile, side: float, room: tuple[float, float]) -> float:
    """The same where it covers as much as a square of this side, unless the room has not so much.

    Pictures of equal areas weigh the same to the eye, be they long or tall.
    """
    return min(side / math.sqrt(math.prod(file.shown)), filling(file, room))


def read_picture(picture: Picture) -> PictureFile:
    """The file of a picture.

    Raises:
        PictureError: missing, unreadable, damaged, too large, or neither PNG nor JPEG.
    """
    shown = picture.written or picture.path
    try:
        with Path(picture.path).open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise PictureError(
            f"the picture `{shown}` cannot be read", picture.origin, reason
        ) from error
    try:
        return strip_picture(data)
    except _TooLargeError as error:
        raise PictureError(
            f"the picture `{shown}` is too large for a letter",
            picture.origin,
            f"make it smaller: {error}",
        ) from error
    except (ValueError, struct.error, IndexError) as error:
        raise PictureError(
            f"`{shown}` is no picture that a letter can show",
            picture.origin,
            "save it as PNG or JPEG",
        ) from error


def strip_picture(data: bytes) -> PictureFile:
    """A PNG or JPEG file without anything that is not needed to draw it.

    Raises:
        ValueError: the data is neither, is damaged, or is too large.
    """
    if len(data) > _LARGEST:
        raise _TooLargeError(f"a file may have {_LARGEST // 1_000_000} MB")
    if data.startswith(_PNG_SIGNATURE):
        return _strip_png(data)
    if data.startswith(_JPEG_START):
        return _strip_jpeg(data)
    raise ValueError("neither PNG nor JPEG")


def _strip_png(data: bytes) -> PictureFile:
    kept = [_PNG_SIGNATURE]
    density = 0.0
    position = len(_PNG_SIGNATURE)
    kind = b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, position)
        end = position + 12 + length
        if end > len(data):
            raise ValueError("cut off")
        if kind in _PNG_KEPT:
            (told,) = struct.unpack_from(">I", data, end - 4)
            if zlib.crc32(memoryview(data)[position + 4 : end - 4]) != told:
                raise ValueError("damaged")
            kept.append(data[position:end])
        if kind == b"pHYs":
            across, _, unit = struct.unpack_from(">IIB", data, position + 8)
            density = across * 0.0254 if unit == 1 else 0.0
        position = end
    width, height = struct.unpack_from(">II", data, 16)
    return PictureFile(b"".join(kept), "png", *_size(width, height), _plausible(density))


def _strip_jpeg(data: bytes) -> PictureFile:
    kept = [_JPEG_START]
    position = 2
    size: tuple[int, int] | None = None
    density, orientation = 0.0, 1
    while True:
        marker, position = _marker(data, position)
        if marker == _END_OF_IMAGE:  # end of image; what follows is left out
            kept.append(bytes((_MARKER, marker)))
            break
        (length,) = struct.unpack_from(">H", data, position)
        segment = data[position : position + length]
        if length < _LEAST_LENGTH or len(segment) < length:
            raise ValueError("cut off")
        position += length
        if marker == _JFIF and segment[2:7] == b"JFIF\0":
            unit, across = struct.unpack_from(">BH", segment, 9)
            density = across * {1: 1.0, 2: 2.54}.get(unit, 0.0)
            segment = struct.pack(">H", 16) + segment[2:14] + b"\0\0"  # without its thumbnail
        elif marker == _EXIF and segment[2:8] == b"Exif\0\0":
            orientation = _orientation(segment[8:])
            continue
        elif marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", segment, 3)
            size = _size(width, height)
        elif marker in _METADATA:
            continue
        kept.append(bytes((_MARKER, marker)) + segment)
        if (
            marker == _START_OF_SCAN
        ):  # the picture's own data, up to the next marker that is no restart
            end = _scan_end(data, position)
            kept.append(data[position:end])
            position = end
    if size is None:
        raise ValueError("no frame")
    turn, mirrored = _TURNS.get(orientation, (0, False))
    return PictureFile(b"".join(kept), "jpeg", *size, _plausible(density), turn, mirrored)


def _marker(data: bytes, position: int) -> tuple[int, int]:
    if data[position] != _MARKER:
        raise ValueError("no marker")
    while data[position] == _MARKER:
        position += 1
    return data[position], position + 1


_NEXT_MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def _scan_end(data: bytes, position: int) -> int:
    found = _NEXT_MARKER.search(data, position)
    if found is None:
        raise ValueError("cut off")
    return found.start()


def _orientation(exif: bytes) -> int:
    """The orientation that EXIF data (a TIFF header and its first directory) tells; 1 if none."""
    try:
        order = {b"II": "<", b"MM": ">"}[exif[:2]]
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        for entry in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * entry)
            if tag == _ORIENTATION_TAG:
                return int(value)
    except (KeyError, struct.error):
        pass
    return 1


def _size(width: int, height: int) -> tuple[int, int]:
    if not width or not height:
        raise ValueError("no size")
    if width * height > _MOST_PIXELS:
        raise _TooLargeError(f"it may have {_MOST_PIXELS // 1_000_000} million pixels")
    return width, height


def _plausible(density: float) -> float:
    return density if density >= _LEAST_DENSITY else _USUAL_DENSITY
