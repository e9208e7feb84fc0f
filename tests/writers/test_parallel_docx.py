"""Two languages side by side in a Word file: valid, whole, and each column in its own way."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from tests.printed import words_of
from tests.writers.pictures import png

from letterkit.document import (
    Columns,
    Document,
    Group,
    Heading,
    ItemList,
    Paragraph,
    Parallel,
    Picture,
    PictureSheet,
    Quotation,
    Role,
    SignaturePicture,
    Table,
    Text,
)
from letterkit.language.conventions import Fonts
from letterkit.letterhead import bilingual_letterhead
from letterkit.ooxml.lint import lint
from letterkit.ooxml.namespaces import WORD
from letterkit.ooxml.reading import read_package
from letterkit.writers.docx.parallel import ParallelDocxWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from letterkit.language.profile import Profile

PAIRS = [("en", "ar"), ("ar", "en"), ("en", "tr"), ("ar", "tr")]
W = f"{{{WORD}}}"

Pair = tuple[str, str]


def parallel(letters: Mapping[str, Document], pair: Pair) -> Parallel:
    """The sample letters side by side, block by block; one has a note that the other lacks."""
    first, second = (letters[locale] for locale in pair)
    note = Paragraph((Text("Only here."),), Role.NOTE)
    first = replace(first, blocks=(*first.blocks, note))
    rows = [((one,), (other,)) for one, other in zip(first.blocks, second.blocks, strict=False)]
    return Parallel((first, second), (*rows, ((note,), ())))


def written(
    profiles: Mapping[str, Profile], pair: Pair, blocks: tuple[Any, ...], **changes: Any
) -> Any:
    """The document of a letter that says the same blocks in both languages."""
    documents = [
        Document(locale, locale, profiles[locale].direction, "", blocks, **changes)
        for locale in pair
    ]
    letter = Parallel((documents[0], documents[1]), tuple(((one,), (one,)) for one in blocks))
    data = ParallelDocxWriter(profiles[pair[0]], profiles[pair[1]]).write(letter)
    return part(data, "word/document.xml")


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def cells(root: Any, row: int = 0) -> tuple[Any, Any]:
    table = root.find(f"{W}body/{W}tbl")
    first, second = table.findall(f"{W}tr")[row].findall(f"{W}tc")
    return first, second


@pytest.fixture(scope="session")
def files(profiles: dict[str, Profile], letters: dict[str, Document]) -> dict[Pair, bytes]:
    return {
        pair: ParallelDocxWriter(profiles[pair[0]], profiles[pair[1]]).write(
            parallel(letters, pair)
        )
        for pair in PAIRS
    }


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_validators_and_lint_find_nothing_wrong(
    pair: Pair,
    files: dict[Pair, bytes],
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
    audit_faults: Callable[[Path], list[str]],
) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(files[pair])
    assert sdk_faults(path) == []
    assert audit_faults(path) == []
    assert lint(read_package(files[pair], "letter.docx")) == []


def test_libreoffice_prints_every_sentence_of_both_languages(
    files: dict[Pair, bytes],
    sentences: dict[str, tuple[str, ...]],
    convert_to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]],
    pdf_text: Callable[[Path], str],
) -> None:
    pages = convert_to_pdf({f"{'+'.join(pair)}.docx": data for pair, data in files.items()})
    for pair in files:
        text = words_of(pdf_text(pages[f"{'+'.join(pair)}.docx"]))
        for locale in pair:
            for sentence in sentences[locale]:
                assert words_of(sentence) <= text, (pair, sentence)


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_the_first_column_stands_where_the_lines_of_the_first_language_begin(
    pair: Pair, files: dict[Pair, bytes]
) -> None:
    root = part(files[pair], "word/document.xml")
    turned = root.find(f"{W}body/{W}tbl/{W}tblPr/{W}bidiVisual") is not None
    assert turned is (pair[0] == "ar")
    first, second = cells(root)
    for cell, locale in ((first, pair[0]), (second, pair[1])):
        style = cell.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val")
        assert style == ("Date" if locale == pair[0] else f"Date-{locale}")
        bidi = cell.find(f"{W}p/{W}pPr/{W}bidi")
        if locale == "ar":
            assert bidi is not None
            assert bidi.get(f"{W}val") is None
        else:
            assert (bidi is None) is (pair[0] != "ar")


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_every_cell_ends_in_a_paragraph_and_only_rows_of_text_are_split(
    pair: Pair, files: dict[Pair, bytes], letters: dict[str, Document]
) -> None:
    root = part(files[pair], "word/document.xml")
    assert all(cell[-1].tag == f"{W}p" for cell in root.iter(f"{W}tc"))
    rows = root.findall(f"{W}body/{W}tbl/{W}tr")
    stays = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows]
    text = (Columns, Heading, ItemList, Quotation, Table)
    assert stays == [
        not any(
            isinstance(block, text) or (isinstance(block, Paragraph) and block.role is Role.BODY)
            for cell in row
            for block in cell
        )
        for row in parallel(letters, pair).rows
    ]
    assert True in stays
    assert False in stays


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_bookmarks_count_through_both_languages(pair: Pair, files: dict[Pair, bytes]) -> None:
    root = part(files[pair], "word/document.xml")
    notes = part(files[pair], "word/footnotes.xml")
    names = [
        mark.get(f"{W}name") for each in (root, notes) for mark in each.iter(f"{W}bookmarkStart")
    ]
    assert names == [f"_lk_{number}" for number in range(1, len(names) + 1)]
    (properties,) = part(files[pair], "docProps/custom.xml")
    manifest = json.loads(properties[0].text)
    assert manifest["anchors"] == len(names)
    assert manifest["locales"] == list(pair)
    assert "locale" not in manifest


def test_titles_of_both_languages_are_told(files: dict[Pair, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["en", "tr"])) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert (
        "<dc:title>We ask for the protection of our staff. · Çalışanlarımızın korunmasını"
        " istiyoruz.</dc:title><dc:subject>A &amp; B &lt;C&gt;</dc:subject>"
        "<dc:language>en-GB</dc:language>"
    ) in core


def test_the_second_language_has_fonts_sizes_and_a_language_of_its_own(
    profiles: dict[str, Profile],
) -> None:
    fonts = Fonts("Gentium", "Amiri", 10, 15)
    letterhead = bilingual_letterhead(profiles["en"], replace(profiles["ar"], fonts=fonts))
    styles = etree.fromstring(letterhead.parts["word/styles.xml"])
    known = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    run = known["CompanyName-ar"].find(f"{W}rPr")
    assert run.find(f"{W}rFonts").get(f"{W}cs") == "Amiri"
    assert run.find(f"{W}rFonts").get(f"{W}ascii") == "Gentium"
    assert run.find(f"{W}sz").get(f"{W}val") == "24"  # 13/11 of 10 points
    assert run.find(f"{W}szCs").get(f"{W}val") == "35"  # 13/11 of 15 points
    assert run.find(f"{W}lang").get(f"{W}bidi") == "ar-SY"
    assert known["CompanyName-ar"].find(f"{W}basedOn").get(f"{W}val") == "CompanyName"
    assert known["Closing-ar"].find(f"{W}next").get(f"{W}val") == "Signature-ar"
    numbering = letterhead.numbering[0]
    assert numbering.count("<w:abstractNum ") == 4
    assert numbering.count('w:cs="Amiri"') == 18


@pytest.mark.parametrize("pair", [("en", "ar"), ("ar", "en")], ids="+".join)
def test_lists_of_each_language_count_for_themselves_in_their_own_way(
    pair: Pair, profiles: dict[str, Profile]
) -> None:
    item = (Paragraph((Text("x"),)),)
    root = written(profiles, pair, (ItemList((item, item), 1), ItemList((item,))))
    numbers = [
        [number.get(f"{W}val") for number in cell.iter(f"{W}numId")]
        for row in (0, 1)
        for cell in cells(root, row)
    ]
    assert numbers == [["3", "3"], ["4", "4"], ["1"], ["2"]]


@pytest.mark.parametrize("pair", [("en", "ar"), ("ar", "en")], ids="+".join)
def test_lettered_levels_have_the_letters_of_their_language(
    pair: Pair, files: dict[Pair, bytes]
) -> None:
    numbering = part(files[pair], "word/numbering.xml")
    letters = {
        one.get(f"{W}abstractNumId"): one.find(f"{W}lvl[2]/{W}numFmt").get(f"{W}val")
        for one in numbering.iter(f"{W}abstractNum")
    }
    formats = {
        one.get(f"{W}numId"): letters[one.find(f"{W}abstractNumId").get(f"{W}val")]
        for one in numbering.iter(f"{W}num")
    }
    root = part(files[pair], "word/document.xml")
    for row in root.findall(f"{W}body/{W}tbl/{W}tr"):
        for cell, locale in zip(row.findall(f"{W}tc"), pair, strict=True):
            for number in cell.iter(f"{W}numPr"):
                if number.find(f"{W}ilvl").get(f"{W}val") == "1":
                    found = formats[number.find(f"{W}numId").get(f"{W}val")]
                    assert found == ("arabicAlpha" if locale == "ar" else "lowerLetter")


def test_entries_in_columns_stand_one_below_the_other(profiles: dict[str, Profile]) -> None:
    entries = tuple((Paragraph((Text(name),), Role.SIGNATORIES),) for name in "abc")
    root = written(profiles, ("en", "ar"), (Columns(2, entries),))
    for cell in cells(root):
        assert cell.find(f"{W}tbl") is None
        assert ["".join(one.itertext()) for one in cell.findall(f"{W}p")] == ["a", "b", "c"]


def test_a_picture_is_no_wider_than_its_column(
    profiles: dict[str, Profile], tmp_path: Path
) -> None:
    path = tmp_path / "wide.png"
    path.write_bytes(png(4000, 20))
    picture = Paragraph((Picture(str(path), (Text("wide"),)),))
    root = written(profiles, ("en", "tr"), (picture,))
    widths = [
        int(found)
        for found in re.findall(r'<wp:extent cx="(\d+)"', etree.tostring(root, encoding="unicode"))
    ]
    assert len(widths) == 2
    assert all(3_600_000 / 2 < width < 7.6 * 360_000 for width in widths)


def test_logos_have_room_in_a_column_and_the_cell_ends_in_a_paragraph(
    profiles: dict[str, Profile], tmp_path: Path
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(png(60, 60))
    sheet = PictureSheet(5, (Picture(str(path), (Text("Rosewater"),)),) * 4)
    root = written(profiles, ("ar", "en"), (sheet,))
    for cell in cells(root):
        assert [len(row.findall(f"{W}tc")) for row in cell.iter(f"{W}tr")] == [3, 3]
        assert cell[-1].tag == f"{W}p"


def test_a_signature_is_drawn_in_both_columns_of_a_pdf_and_in_no_other_file(
    profiles: dict[str, Profile], tmp_path: Path
) -> None:
    path = tmp_path / "hand.png"
    path.write_bytes(png(60, 20))
    name = Paragraph((Text("Ada Kaya"),), Role.SIGNATURE)
    group = Group(Role.SIGNATURE, (SignaturePicture(Picture(str(path))), name))
    documents = [
        Document(locale, locale, profiles[locale].direction, "", (group,))
        for locale in ("en", "ar")
    ]
    letter = Parallel((documents[0], documents[1]), (((group,), (group,)),))
    for signs, drawings in ((True, 2), (False, 0)):
        writer = ParallelDocxWriter(profiles["en"], profiles["ar"], signs=signs)
        root = part(writer.write(letter), "word/document.xml")
        assert len(list(root.iter(f"{W}drawing"))) == drawings


def test_a_row_is_kept_with_the_next_by_what_it_ends_in(profiles: dict[str, Profile]) -> None:
    text, close = Paragraph((Text("x"),)), Paragraph((Text("y"),), Role.COMPLIMENTARY_CLOSE)
    heading = Heading(2, (Text("z"),))
    blocks = (heading, text, close)
    documents = [
        Document(locale, locale, profiles[locale].direction, "", blocks) for locale in ("en", "ar")
    ]
    rows = (((heading, text), (heading, text)), ((close,), (close,)))
    writer = ParallelDocxWriter(profiles["en"], profiles["ar"])
    data = writer.write(Parallel((documents[0], documents[1]), rows))
    (first, last), (closing, _) = (
        cells(part(data, "word/document.xml"), row)[0].findall(f"{W}p") + [None] * (row == 1)
        for row in (0, 1)
    )
    kept = [one.find(f"{W}pPr/{W}keepNext") for one in (first, last, closing)]
    assert kept[0] is None  # the text leads to the close, so its row is kept
    assert kept[1].get(f"{W}val") is None
    assert kept[2] is None
    alone = writer.write(Parallel((documents[0], documents[1]), rows[:1]))
    found = cells(part(alone, "word/document.xml"))[0].findall(f"{W}p/{W}pPr/{W}keepNext")
    assert [one.get(f"{W}val") for one in found] == ["0", "0"]


def test_a_letter_without_anything_is_a_page(profiles: dict[str, Profile]) -> None:
    root = written(profiles, ("en", "ar"), ())
    assert root.find(f"{W}body/{W}tbl") is None


def test_letters_that_share_rows_are_the_same_bytes_as_alone(
    profiles: dict[str, Profile], letters: dict[str, Document]
) -> None:
    letter = parallel(letters, ("en", "ar"))
    shorter = replace(letter, rows=letter.rows[3:])
    writer = ParallelDocxWriter(profiles["en"], profiles["ar"])
    writer.write(shorter)
    after = writer.write(letter)
    assert after == ParallelDocxWriter(profiles["en"], profiles["ar"]).write(letter)
    assert writer.write(letter) == after


def test_our_name_looks_the_same_below_the_mark_of_a_draft(profiles: dict[str, Profile]) -> None:
    mark = Paragraph((Text("DRAFT 3"),), Role.EMBARGO)
    sender = Paragraph((Text("Rosewater Trust"),), Role.SENDER)
    street = Paragraph((Text("4 Orchard Square"),), Role.SENDER)
    documents = [
        Document(locale, locale, profiles[locale].direction, "", (), header=(mark, sender, street))
        for locale in ("en", "tr")
    ]
    writer = ParallelDocxWriter(profiles["en"], profiles["tr"])
    header = part(writer.write(Parallel((documents[0], documents[1]), ())), "word/header1.xml")
    styles = [
        [style.get(f"{W}val") for style in cell.iter(f"{W}pStyle")]
        for cell in header.iter(f"{W}tc")
    ]
    assert styles == [
        ["Embargo", "CompanyName", "ReturnAddress"],
        ["Embargo-tr", "CompanyName-tr", "ReturnAddress-tr"],
    ]
