"""Sheets of logos: of one weight, each in the middle of its cell, in all formats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.writers.pictures import png

from letterkit.document import Direction, Document, Paragraph, Picture, PictureSheet, Table, Text
from letterkit.ooxml.lint import lint
from letterkit.ooxml.reading import read_package
from letterkit.writers.docx import DocxWriter
from letterkit.writers.html import HtmlWriter
from letterkit.writers.text import TextWriter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from letterkit.document import Block
    from letterkit.language.profile import Profile

SIZES = ((200, 200), (450, 150), (100, 400), (30, 20), (1600, 1200))
LONG = (3000, 30)
TALL = (30, 3000)
CENTIMETRE = 360_000


def sheet(folder: Path, *sizes: tuple[int, int], count: int = 4) -> PictureSheet:
    """Logos of these sizes; the greys tell them apart."""
    pictures: list[Picture] = []
    for number, (width, height) in enumerate(sizes):
        path = folder / f"secret-{number}.png"
        path.write_bytes(png(width, height, (b"tEXt", b"Author\0Somebody"), grey=number + 1))
        pictures.append(Picture(str(path), (Text(f"Society {number}"),)))
    return PictureSheet(count, tuple(pictures))


def letter(locale: str, *blocks: Block) -> Document:
    direction = Direction.RTL if locale == "ar" else Direction.LTR
    return Document(locale, locale, direction, "A", (Paragraph((Text("A"),)), *blocks))


def package_of(document: Document, profile: Profile) -> dict[str, bytes]:
    return read_package(DocxWriter(profile).write(document), "letter.docx")


def extents(package: dict[str, bytes]) -> list[tuple[float, float]]:
    """The sizes of pictures in centimetres."""
    found = re.findall(rb'<wp:extent cx="(\d+)" cy="(\d+)"/>', package["word/document.xml"])
    return [(int(across) / CENTIMETRE, int(down) / CENTIMETRE) for across, down in found]


def html_sizes(page: str) -> list[tuple[int, int]]:
    found = re.findall(r'width="(\d+)" height="(\d+)"', page)
    return [(int(across), int(down)) for across, down in found]


def test_logos_cover_the_same_area_whatever_their_shape(
    profiles: dict[str, Profile], tmp_path: Path
) -> None:
    document = letter("en", sheet(tmp_path, *SIZES))
    on_paper = extents(package_of(document, profiles["en"]))
    on_screen = html_sizes(HtmlWriter(profiles["en"]).write(document))
    for sizes, side in ((on_paper, 1.8), (on_screen, 72)):
        usual = [size for size, made in zip(sizes, SIZES, strict=True) if made != (100, 400)]
        assert [across * down for across, down in usual] == pytest.approx([side**2] * 4, rel=0.03)
        for (across, down), (width, height) in zip(sizes, SIZES, strict=True):
            assert across / down == pytest.approx(width / height, rel=0.05)


def test_a_logo_of_an_odd_shape_stays_in_its_cell(
    profiles: dict[str, Profile], tmp_path: Path
) -> None:
    document = letter("en", sheet(tmp_path, LONG, TALL))
    (long, tall) = extents(package_of(document, profiles["en"]))
    assert 3 < long[0] < 4
    assert tall[1] == pytest.approx(2.2, rel=0.01)
    (long_px, tall_px) = html_sizes(HtmlWriter(profiles["en"]).write(document))
    assert long_px[0] <= 136
    assert tall_px[1] <= 88


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_logos_stand_in_even_columns_from_where_reading_begins(
    locale: str, profiles: dict[str, Profile], tmp_path: Path
) -> None:
    package = package_of(letter(locale, sheet(tmp_path, *SIZES, count=3)), profiles[locale])
    markup = package["word/document.xml"].decode()
    assert ("<w:bidiVisual/>" in markup) is (locale == "ar")
    assert len(set(re.findall(r'<w:gridCol w:w="(\d+)"', markup))) == 1
    rows = markup.split("<w:tr>")[1:]
    assert [re.findall(r'descr="Society (\d)"', row) for row in rows] == [list("012"), list("34")]
    assert [row.count("<w:tc>") for row in rows] == [3, 3]
    assert markup.count('<w:vAlign w:val="center"/>') == 6
    assert markup.count('<w:jc w:val="center"/>') == 5


def test_a_page_shows_logos_with_their_names_and_nothing_of_their_files(
    profiles: dict[str, Profile], tmp_path: Path
) -> None:
    page = HtmlWriter(profiles["ar"]).write(letter("ar", sheet(tmp_path, *SIZES, count=5)))
    (figure,) = re.findall(
        r'<figure class="letter-logos" style="--columns: 5">.*?</figure>', page, re.DOTALL
    )
    assert re.findall(r'alt="([^"]*)"', figure) == [f"Society {number}" for number in range(5)]
    assert "secret" not in page


def test_plain_text_has_no_logos(profiles: dict[str, Profile], tmp_path: Path) -> None:
    logos = letter("en", sheet(tmp_path, *SIZES), Paragraph((Text("B"),)))
    assert TextWriter(profiles["en"]).write(logos) == "A\n\nB\n"


def test_the_same_picture_is_in_the_file_once_and_without_its_metadata(
    profiles: dict[str, Profile], tmp_path: Path
) -> None:
    logos = sheet(tmp_path, *SIZES)
    many = PictureSheet(6, logos.pictures * 24)
    package = package_of(letter("en", many), profiles["en"])
    assert len(extents(package)) == 120
    media = [data for name, data in package.items() if "media" in name]
    assert len(media) == len(SIZES)
    for name, data in package.items():
        for secret in (b"secret", b"Somebody"):
            assert secret not in data, name


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_file_with_logos_is_valid(
    locale: str,
    profiles: dict[str, Profile],
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
    audit_faults: Callable[[Path], list[str]],
) -> None:
    logos = sheet(tmp_path, *SIZES)
    table = Table((), (((Text("1"),),),), ())
    document = letter(locale, logos, logos, table, logos)  # tables that must not become one
    data = DocxWriter(profiles[locale]).write(document)
    assert lint(read_package(data, "letter.docx")) == []
    file = tmp_path / "letter.docx"
    file.write_bytes(data)
    assert sdk_faults(file) == []
    assert audit_faults(file) == []
