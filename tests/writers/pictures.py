"""Pictures that tests make."""

from __future__ import annotations

import struct
import zlib


def png(
    width: int,
    height: int,
    *chunks: tuple[bytes, bytes],
    grey: int = 0x80,
    says: tuple[int, int] | None = None,
) -> bytes:
    """A PNG picture of one grey; `chunks` are put after its header.

    `says` is the size that the header tells instead of its own.
    """
    rows = b"".join(b"\0" + bytes([grey]) * width for _ in range(height))
    header = struct.pack(">IIBBBBB", *(says or (width, height)), 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), *chunks, (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
