"""Signatures in the pages of a PDF, which are made by way of a Word file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.writers.pictures import png

from letterkit.document import (
    Columns,
    Direction,
    Document,
    Group,
    Paragraph,
    Picture,
    Role,
    SignaturePicture,
    Text,
)
from letterkit.ooxml.lint import lint
from letterkit.ooxml.reading import read_package
from letterkit.writers.docx import DocxWriter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from letterkit.document import Block
    from letterkit.language.profile import Profile

CENTIMETRE = 360_000  # English Metric Units
POINT = 12_700


def signature(path: Path | None, *lines: str) -> Group:
    drawn: tuple[Block, ...] = ()
    if path:
        drawn = (SignaturePicture(Picture(str(path), (Text("Signature of A"),))),)
    paragraphs = (Paragraph((Text(line),), Role.SIGNATURE) for line in lines)
    return Group(Role.SIGNATURE, (*drawn, *paragraphs))


def letter(*blocks: Block, direction: Direction = Direction.LTR) -> Document:
    locale = "ar" if direction is Direction.RTL else "en"
    return Document(locale, locale, direction, "A", (Paragraph((Text("A"),)), *blocks))


def markup_of(document: Document, profile: Profile) -> str:
    data = DocxWriter(profile, signs=True).write(document)
    return read_package(data, "letter.docx")["word/document.xml"].decode()


def extents(markup: str) -> list[tuple[int, int]]:
    """The sizes of pictures, in English Metric Units."""
    found = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', markup)
    return [(int(across), int(down)) for across, down in found]


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (1000, 200, (5.0, 1.0)),  # as wide as there is room
        (200, 1000, (0.4, 2.0)),  # as high
        (25, 10, (5.0, 2.0)),  # made larger
    ],
)
def test_a_signature_fills_its_room(
    width: int,
    height: int,
    expected: tuple[float, float],
    profiles: dict[str, Profile],
    tmp_path: Path,
) -> None:
    path = tmp_path / "hand.png"
    path.write_bytes(png(width, height))
    markup = markup_of(letter(signature(path, "Ada")), profiles["en"])
    ((across, down),) = extents(markup)
    assert across / CENTIMETRE == pytest.approx(expected[0], rel=0.01)
    assert down / CENTIMETRE == pytest.approx(expected[1], rel=0.01)


def test_the_room_above_a_name_is_left_once(profiles: dict[str, Profile], tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.png" for number in range(2)]
    for path, height in zip(paths, (100, 200), strict=True):
        path.write_bytes(png(500, height))
    document = letter(
        Columns(
            3,
            (
                (signature(paths[0], "Ada", "Chair"),),
                (signature(None, "Can", "Mayor"),),
                (signature(paths[1], "Eda"),),
            ),
            Role.SIGNATURE,
        )
    )
    markup = markup_of(document, profiles["en"])
    above: list[float] = []
    for cell in markup.split("<w:tc>")[1:]:
        first, second = [*re.findall(r'<w:spacing w:before="(\d+)"', cell), "0"][:2]
        drawn = sum(down / POINT * 20 for _, down in extents(cell))
        above.append(int(first) + drawn)
        assert second == "0"
    assert above == pytest.approx([above[0]] * 3, abs=2)
    assert 1134 < above[0] < 1134 + 240


def test_a_low_signature_takes_no_more_than_the_room_for_a_hand(
    profiles: dict[str, Profile], tmp_path: Path
) -> None:
    path = tmp_path / "hand.png"
    path.write_bytes(png(500, 30))
    markup = markup_of(letter(signature(path, "Ada", "Chair")), profiles["en"])
    (before,) = re.findall(r'w:before="(\d+)" w:after="0" w:line="240"', markup)
    ((_, down),) = extents(markup)
    assert int(before) + down / POINT * 20 == pytest.approx(720, abs=2)


def test_a_word_file_has_the_space_for_a_hand_instead(
    profiles: dict[str, Profile], tmp_path: Path
) -> None:
    path = tmp_path / "none.png"  # not even looked for
    drawn, bare = (letter(signature(each, "Ada", "Chair")) for each in (path, None))
    writer = DocxWriter(profiles["en"])
    assert writer.write(drawn) == writer.write(bare)


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_signed_file_is_valid(
    locale: str,
    profiles: dict[str, Profile],
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
    audit_faults: Callable[[Path], list[str]],
) -> None:
    path = tmp_path / "hand.png"
    path.write_bytes(png(50, 20))
    one = signature(path, "Ada", "Chair")
    document = letter(
        one, Columns(2, ((one,), (one,)), Role.SIGNATURE), direction=profiles[locale].direction
    )
    data = DocxWriter(profiles[locale], signs=True).write(document)
    assert lint(read_package(data, "letter.docx")) == []
    file = tmp_path / "letter.docx"
    file.write_bytes(data)
    assert sdk_faults(file) == []
    assert audit_faults(file) == []
