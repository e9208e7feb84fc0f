"""Two languages on a designer's letterhead: the first one's page, styles of their own for both."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.letterhead.designer import COVER, parts_of
from tests.letterhead.test_house import UNTOUCHED
from tests.printed import words_of
from tests.writers.conftest import SENTENCES
from tests.writers.test_parallel_docx import PAIRS, Pair, parallel

from letterkit.diagnostics import Diagnostics
from letterkit.document import Document, Paragraph, Parallel, Role, Text
from letterkit.letterhead import load_letterhead
from letterkit.ooxml.lint import lint
from letterkit.ooxml.namespaces import WORD
from letterkit.ooxml.reading import read_package
from letterkit.writers.docx import DocxWriter
from letterkit.writers.docx.parallel import ParallelDocxWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from letterkit.language.profile import Profile

W = f"{{{WORD}}}"


@pytest.fixture(scope="module")
def files(
    house: bytes,
    profiles: dict[str, Profile],
    letters: dict[str, Document],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[Pair, bytes]:
    path = tmp_path_factory.mktemp("house") / "house.docx"
    path.write_bytes(house)
    problems = Diagnostics()
    made: dict[Pair, bytes] = {}
    for first, second in PAIRS:
        letterhead = load_letterhead(
            path, profiles[first], problems, name="house.docx", beside=profiles[second]
        )
        writer = ParallelDocxWriter(profiles[first], profiles[second], letterhead)
        made[first, second] = writer.write(parallel(letters, (first, second)))
    assert list(problems) == []
    return made


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_the_file_is_valid_and_the_designers_parts_are_the_same_bytes(
    pair: Pair,
    house: bytes,
    files: dict[Pair, bytes],
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
    audit_faults: Callable[[Path], list[str]],
) -> None:
    before, after = tmp_path / "house.docx", tmp_path / "letter.docx"
    before.write_bytes(house)
    after.write_bytes(files[pair])
    assert set(sdk_faults(after)) <= set(sdk_faults(before))
    assert set(audit_faults(after)) <= set(audit_faults(before))
    faults = set(lint(read_package(files[pair], "letter.docx")))
    faults -= set(lint(read_package(house, "house.docx")))
    own = [COVER[:40], "a point of the house", "its first number"] if pair[0] == "ar" else []
    assert {one.message for one in faults} == {
        f"the paragraph `{text}` does not say its direction (`w:bidi`)" for text in own
    }
    theirs, made = parts_of(house), parts_of(files[pair])
    for name in theirs:
        if UNTOUCHED.fullmatch(name):
            assert made[name] == theirs[name], name


def test_libreoffice_prints_every_sentence_of_both_languages(
    files: dict[Pair, bytes],
    convert_to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]],
    pdf_text: Callable[[Path], str],
) -> None:
    pages = convert_to_pdf({f"{'+'.join(pair)}.docx": data for pair, data in files.items()})
    for pair in files:
        text = words_of(pdf_text(pages[f"{'+'.join(pair)}.docx"]))
        for locale in pair:
            for sentence in SENTENCES[locale]:
                assert words_of(sentence) <= text, (pair, sentence)


def test_the_second_language_has_styles_and_lists_of_its_own(files: dict[Pair, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["en", "ar"])) as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
        numbering = etree.fromstring(archive.read("word/numbering.xml"))
        document = archive.read("word/document.xml").decode()
    known = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    asked = set(re.findall(r'<w:pStyle w:val="([^"]*)"', document))
    turned = {name for name in asked if name.endswith("-ar")}
    assert turned
    assert asked <= set(known)
    for name in turned:
        assert known[name].find(f"{W}basedOn").get(f"{W}val") == name.removesuffix("-ar")
        assert known[name].find(f"{W}pPr/{W}bidi") is not None
    uniques = [one.get(f"{W}val") for one in numbering.iter(f"{W}nsid")]
    assert len(uniques) == len(set(uniques))


def test_without_a_second_language_nothing_is_added(
    house: bytes, profiles: dict[str, Profile], letters: dict[str, Document], tmp_path: Path
) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(house)
    letterhead = load_letterhead(path, profiles["en"], Diagnostics(), name="house.docx")
    assert letterhead is not None
    assert letterhead.second is None
    data = DocxWriter(profiles["en"], letterhead).write(letters["en"])
    assert b"-ar" not in parts_of(data)["word/styles.xml"]
    with pytest.raises(ValueError, match="one language"):
        ParallelDocxWriter(profiles["en"], profiles["ar"], letterhead)


def test_a_draft_is_marked_above_both_columns_where_the_header_is_the_designers(
    house: bytes, profiles: dict[str, Profile], tmp_path: Path
) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(house)
    letterhead = load_letterhead(
        path, profiles["en"], Diagnostics(), name="house.docx", beside=profiles["ar"]
    )
    words = {"en": "DRAFT 3", "ar": "مسودة 3"}
    documents = [
        Document(
            locale,
            locale,
            profiles[locale].direction,
            "",
            (),
            header=(Paragraph((Text(mark),), Role.EMBARGO),),
        )
        for locale, mark in words.items()
    ]
    writer = ParallelDocxWriter(profiles["en"], profiles["ar"], letterhead)
    data = writer.write(Parallel((documents[0], documents[1]), ()))
    root = etree.fromstring(parts_of(data)["word/document.xml"])
    cells = ["".join(cell.itertext()) for cell in root.iter(f"{W}tc")]
    assert cells[-2:] == list(words.values())
