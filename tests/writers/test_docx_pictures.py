from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from tests.writers.pictures import png

from letterkit.diagnostics import Origin
from letterkit.document import Picture, Text
from letterkit.writers.docx.drawings import drawing, fitting
from letterkit.writers.docx.fragments import FragmentBuilder
from letterkit.writers.pictures import (
    PictureError,
    PictureFile,
    read_picture,
    strip_picture,
)

if TYPE_CHECKING:
    from pathlib import Path


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def exif(orientation: int, order: str = "<") -> bytes:
    mark = {"<": b"II*\0", ">": b"MM\0*"}[order]
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"Exif\0\0" + mark + struct.pack(f"{order}IH", 8, 1) + entry + b"GPS of the house"


def jpeg(*segments: bytes) -> bytes:
    frame = segment(0xC0, struct.pack(">BHHB", 8, 20, 30, 1) + b"\1\x11\0")
    scan = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x12\xff\x00\x34\xff\xd0\x56"
    return b"\xff\xd8" + b"".join(segments) + frame + scan + b"\xff\xd9"


def test_a_png_keeps_what_draws_it_and_loses_what_tells_of_its_maker() -> None:
    density = (b"pHYs", struct.pack(">IIB", 11811, 11811, 1))
    told = [(kind, b"Somebody") for kind in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME", b"iCCP")]
    stripped = strip_picture(png(6, 4, density, *told) + b"Somebody")
    assert stripped.data == png(6, 4, density)
    assert (stripped.width, stripped.height, round(stripped.density)) == (6, 4, 300)


def test_a_jpeg_keeps_what_draws_it_and_loses_what_tells_of_its_maker() -> None:
    jfif = b"JFIF\0\1\1\1" + struct.pack(">HH", 300, 300)
    adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")
    told = (
        segment(0xE1, exif(1)),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0Somebody"),
        segment(0xE2, b"ICC_PROFILE\0Somebody"),
        segment(0xED, b"Photoshop 3.0\0Somebody"),
        segment(0xFE, b"Somebody"),
    )
    stripped = strip_picture(
        jpeg(segment(0xE0, jfif + b"\1\1" + b"abc"), *told, adobe) + b"Somebody"
    )
    assert stripped.data == jpeg(segment(0xE0, jfif + b"\0\0"), adobe)
    assert (stripped.width, stripped.height, stripped.density) == (30, 20, 300)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("orientation", "turn", "mirrored"),
    [(1, 0, False), (2, 0, True), (3, 180, False), (6, 90, False), (8, 270, False), (99, 0, False)],
)
def test_how_the_camera_was_held_is_kept_as_a_turn_of_the_drawing(
    orientation: int, turn: int, mirrored: bool, order: str
) -> None:
    stripped = strip_picture(jpeg(segment(0xE1, exif(orientation, order))))
    assert (stripped.turn, stripped.mirrored) == (turn, mirrored)
    assert b"Exif" not in stripped.data


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_damaged_picture_is_refused_with_its_place(cut: int, tmp_path: Path) -> None:
    origin = Origin("letters/x/en.md", 3, 1)
    for whole in (png(3, 3), jpeg()):
        path = tmp_path / "picture"
        path.write_bytes(whole[:-cut])
        with pytest.raises(PictureError) as caught:
            read_picture(Picture(str(path), origin=origin))
        assert caught.value.diagnostic.origin == origin


def test_a_picture_with_a_changed_byte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(png(3, 3).replace(b"\x08\0\0\0\0", b"\x08\1\0\0\0", 1))
    with pytest.raises(PictureError, match="no picture that a letter can show"):
        read_picture(Picture(str(path)))


@pytest.mark.parametrize(
    ("content", "allowed"),
    [
        (png(2, 2) + bytes(20_000_000), "a file may have 20 MB"),
        (png(1, 1, says=(65_280, 65_280)), "64 million pixels"),
        (jpeg().replace(b"\0\x14\0\x1e", b"\xff\0\xff\0"), "64 million pixels"),
    ],
)
def test_a_picture_that_is_too_large_is_told_with_what_is_allowed(
    content: bytes, allowed: str, tmp_path: Path
) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content)
    with pytest.raises(PictureError, match="too large") as caught:
        read_picture(Picture(str(path)))
    assert allowed in (caught.value.diagnostic.hint or "")


def test_a_missing_picture_is_told(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="cannot be read"):
        read_picture(Picture(str(tmp_path / "none.png")))


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (150, 75, (914400, 457200)),  # one inch across at 150 dots an inch
        (15000, 1500, (914400, 91440)),  # as wide as the text, one inch here
        (1500, 15000, (182880, 1828800)),  # as high as the page, two inches here
    ],
)
def test_a_picture_is_made_smaller_where_it_does_not_fit(
    width: int, height: int, expected: tuple[int, int]
) -> None:
    builder = FragmentBuilder()
    words = (Text('a "b" & <c>'),)
    file = PictureFile(b"", "png", width, height, 150.0)
    drawing(builder, Picture("secret.png", words), file, fitting(file, (1440, 2880)))
    markup = "".join(builder.pieces)
    assert f'<wp:extent cx="{expected[0]}" cy="{expected[1]}"/>' in markup
    assert 'descr="a &quot;b&quot; &amp; &lt;c&gt;"' in markup
    assert "secret" not in markup
