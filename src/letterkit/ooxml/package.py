"""An Open Packaging Conventions file (ECMA-376 Part 2) as parts that remember their compression.

A letter shares most of its parts with every other letter of its language. A `Part` is therefore
deflated once and its bytes, header included, are copied into each package after that. Parts stand
in the order of their names and carry the earliest date a zip file knows, so the same parts give
the same bytes on every machine with the same zlib.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOCAL_HEADER: Final = struct.Struct("<4s5H3I2H")
_CENTRAL_HEADER: Final = struct.Struct("<4s6H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")
_VERSION: Final = 20  # of the zip format: deflate and folders
_NAME_IS_UTF8: Final = 0x800
_STORED: Final = 0
_DEFLATED: Final = 8
_DATE_1980_01_01: Final = (1 << 5) | 1
_WORTH_DEFLATING: Final = 1024  # bytes; below, setting zlib up costs more than is gained
_RAW_DEFLATE: Final = -15


class Part:
    """One part of a package: its name (without the leading slash) and its bytes.

    `stored` leaves it uncompressed, as suits pictures and what must not depend on a zlib build.
    """

    __slots__ = ("_central", "_local", "data", "name")

    def __init__(self, name: str, data: bytes, *, stored: bool = False) -> None:
        self.name = name
        self.data = data
        packed, method = data, _STORED
        if not stored and len(data) >= _WORTH_DEFLATING:
            compressor = zlib.compressobj(6, zlib.DEFLATED, _RAW_DEFLATE)
            packed, method = compressor.compress(data) + compressor.flush(), _DEFLATED
        file_name = name.encode("utf-8")
        flags = 0 if name.isascii() else _NAME_IS_UTF8
        sizes = (zlib.crc32(data), len(packed), len(data), len(file_name))
        common = (_VERSION, flags, method, 0, _DATE_1980_01_01, *sizes, 0)
        self._local = b"".join((_LOCAL_HEADER.pack(b"PK\3\4", *common), file_name, packed))
        # The offset, the last field of the header, is set when the package is written.
        self._central = (
            _CENTRAL_HEADER.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, 0, 0)[:-4],
            file_name,
        )

    def __repr__(self) -> str:
        return f"Part({self.name!r}, {len(self.data)} bytes)"


def write_package(parts: Iterable[Part]) -> bytes:
    """The bytes of a package that holds these parts, whatever their order is here.

    `[Content_Types].xml` comes first: programs that guess a file's type look for it there, and
    its bracket sorts before the letters of the other names.
    """
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    ordered = sorted(parts, key=_name_of)
    for part in ordered:
        local = part._local  # noqa: SLF001 - the other half of the same format
        header, file_name = part._central  # noqa: SLF001 - as above
        pieces.append(local)
        directory += (header, offset.to_bytes(4, "little"), file_name)
        offset += len(local)
    size = sum(map(len, directory))
    count = len(ordered)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, offset, 0)
    return b"".join((*pieces, *directory, end))


def _name_of(part: Part) -> str:
    return part.name
