"""Many letters in one file: ours and designers' letterheads around each of them."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from tests.conftest import required_program
from tests.letterhead.conftest import LOCALES
from tests.letterhead.designer import (
    house_letterhead,
    office_letterhead,
    parts_of,
    plain_letterhead,
    replaced,
    with_header,
)

from letterkit.diagnostics import Diagnostics, Severity
from letterkit.document import (
    Document,
    Field,
    FieldKind,
    Footnote,
    ItemList,
    Paragraph,
    Role,
    Text,
)
from letterkit.letterhead import load_letterhead
from letterkit.ooxml.lint import lint
from letterkit.ooxml.namespaces import RELATIONSHIPS, WORD
from letterkit.ooxml.reading import read_package
from letterkit.writers.docx import CombinedWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from letterkit.language.profile import Profile
    from letterkit.letterhead import Letterhead

W = f"{{{WORD}}}"
DOCUMENT = "word/document.xml"
LETTERHEADS = {
    "own": None,
    "house": house_letterhead(),
    "office": office_letterhead(),
    "plain": plain_letterhead("above"),
}
LENGTHS = (2, 1, 3)


def paragraph(*inlines: Any, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in inlines), role)


def letters_of_many_pages(letter: Document) -> list[Document]:
    """Letters of different lengths: each has notes and a list of its own."""
    note = Footnote((paragraph("noted"),))
    made = []
    for number, pages in enumerate(LENGTHS, start=1):
        name = f"Reader {number}"
        made.append(
            replace(
                letter,
                blocks=(
                    paragraph(f"Letter {number}"),
                    ItemList(((paragraph("one"),), (paragraph("two"),)), start=1),
                    *[paragraph("so", note) for _ in range(2)],
                    *[paragraph(f"line {line}") for line in range(28 * pages - 20)],
                ),
                continuation=(paragraph(name, ", ", Field(FieldKind.PAGE), role=Role.HEADER),),
                footer=(
                    paragraph(
                        "Page ",
                        Field(FieldKind.PAGE),
                        " of ",
                        Field(FieldKind.PAGES),
                        role=Role.FOOTER,
                    ),
                ),
            )
        )
    return made


@pytest.fixture
def combine(tmp_path: Path, profiles: dict[str, Profile]) -> Callable[..., bytes]:
    """Letters combined on a letterhead that must be good."""

    def combined(
        documents: Sequence[Document],
        locale: str,
        letterhead: bytes | None = None,
        *,
        marked: bool = False,
    ) -> bytes:
        loaded: Letterhead | None = None
        if letterhead is not None:
            path = tmp_path / "letterhead.docx"
            path.write_bytes(letterhead)
            problems = Diagnostics()
            loaded = load_letterhead(path, profiles[locale], problems, name="house.docx")
            assert loaded is not None, list(problems)
        return CombinedWriter(profiles[locale], loaded, marked=marked).write(documents)

    return combined


def tree(data: bytes, name: str = DOCUMENT) -> Any:
    return etree.fromstring(parts_of(data)[name])


def sections_of(data: bytes) -> list[Any]:
    return list(tree(data).iter(f"{W}sectPr"))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", LETTERHEADS)
def test_a_combined_file_is_valid_and_the_same_twice(
    name: str,
    locale: str,
    combine: Callable[..., bytes],
    letters: dict[str, Document],
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
    audit_faults: Callable[[Path], list[str]],
) -> None:
    letterhead = LETTERHEADS[name]
    letter = letters[locale]
    documents = [letter, replace(letter, blocks=letter.blocks[:12]), letter]
    made = combine(documents, locale, letterhead)
    assert combine(documents, locale, letterhead) == made
    path, theirs = tmp_path / "combined.docx", tmp_path / "theirs.docx"
    path.write_bytes(made)
    wrong: set[str] = set()
    linted: set[tuple[str, str]] = set()
    if letterhead is not None:
        theirs.write_bytes(letterhead)
        wrong = set(audit_faults(theirs))
        linted = {(one.part, one.message) for one in lint(read_package(letterhead, "x"))}
    assert sdk_faults(path) == []
    assert set(audit_faults(path)) <= wrong
    found = {(one.part, one.message) for one in lint(read_package(made, "x"))}
    assert {one for one in found if "does not say its direction" not in one[1]} <= linted


@pytest.mark.parametrize("name", ["own", "plain"])
def test_each_letter_has_its_own_head_and_its_pages_are_counted_from_one(
    name: str,
    combine: Callable[..., bytes],
    letters: dict[str, Document],
    convert_to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]],
) -> None:
    documents = letters_of_many_pages(letters["en"])
    made = combine(documents, "en", LETTERHEADS[name], marked=True)
    pages = pages_of(convert_to_pdf({"combined.docx": made})["combined.docx"])
    assert len(pages) == sum(LENGTHS)
    expected = [
        (letter, page, length)
        for letter, length in enumerate(LENGTHS, start=1)
        for page in range(1, length + 1)
    ]
    for text, (letter, page, length) in zip(pages, expected, strict=True):
        assert f"Page {page} of {length}" in text
        assert (f"Letter {letter}" in text) is (page == 1)
        assert (f"Reader {letter}, {page}" in text) is (page > 1)
        if page == 1:  # lists and notes begin anew
            assert "1. one 2. two" in text
            assert "so1 so2" in text
            assert re.search(r"1 (noted )?2 noted", text)


def pages_of(path: Path) -> list[str]:
    """The words of each page of a PDF, white space folded."""
    command = [required_program("pdftotext"), "-enc", "UTF-8", str(path), "-"]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return [" ".join(page.split()) for page in answer.stdout.split("\f")[:-1]]


def test_a_designers_sections_stand_around_every_letter(
    combine: Callable[..., bytes], letters: dict[str, Document]
) -> None:
    house = LETTERHEADS["house"]
    assert house is not None
    theirs, made = parts_of(house), combine([letters["en"]] * 3, "en", house)
    parts = parts_of(made)
    for part, content in theirs.items():
        if re.fullmatch(r"word/(_rels/)?(header|footer|theme/|media/).*", part):
            assert parts[part] == content, part
    single = list(etree.fromstring(theirs[DOCUMENT]).iter(f"{W}sectPr"))
    sections = sections_of(made)
    assert len(sections) == 3 * len(single) == 6
    for first in sections[::2]:
        assert first.find(f"{W}pgNumType").get(f"{W}start") == "1"
        assert first.find(f"{W}footnotePr/{W}numRestart").get(f"{W}val") == "eachSect"
    for second in sections[1::2]:
        assert second.find(f"{W}footnotePr") is None
    # What the first section of theirs lacks, a later copy must not take from the letter before.
    kinds = [
        {(one.tag, one.get(f"{W}type")) for one in section if one.tag.endswith("Reference")}
        for section in sections
    ]
    assert kinds[0] < kinds[2] == kinds[4]
    assert kinds[2] >= kinds[1]
    text = "".join(tree(made).itertext(f"{W}t"))
    assert text.count("its first number") == 3


def test_a_designers_notes_and_numbers_are_their_own_in_each_copy(
    combine: Callable[..., bytes], letters: dict[str, Document]
) -> None:
    made = combine([replace(letters["en"], blocks=(paragraph("x"),))] * 3, "en", house_letterhead())
    document = tree(made)
    notes = [one.get(f"{W}id") for one in document.iter(f"{W}footnoteReference")]
    assert len(set(notes)) == 3
    told = {one.get(f"{W}id") for one in tree(made, "word/footnotes.xml").iter(f"{W}footnote")}
    assert set(notes) <= told
    numbers = [
        paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        for paragraph in document.iter(f"{W}p")
        if "its first number" in "".join(paragraph.itertext())
    ]
    assert numbers[0] is None  # the first is as the designer has it, by its style
    assert numbers[1].get(f"{W}val") != numbers[2].get(f"{W}val")


@pytest.mark.parametrize("name", LETTERHEADS)
def test_names_and_numbers_are_unique_and_the_manifest_tells_where_letters_begin(
    name: str, combine: Callable[..., bytes], letters: dict[str, Document]
) -> None:
    letter = letters["en"]
    made = combine([letter] * 4, "en", LETTERHEADS[name])
    stories = [tree(made), tree(made, "word/footnotes.xml")]
    starts = [one for root in stories for one in root.iter(f"{W}bookmarkStart")]
    for attribute in ("id", "name"):
        found = Counter(one.get(f"{W}{attribute}") for one in starts)
        assert found.most_common(1)[0][1] == 1
    ends = [one.get(f"{W}name") for one in starts if "_lk_end_" in one.get(f"{W}name")]
    assert ends == [f"_lk_end_{number}" for number in range(1, 5)]
    manifest = json.loads(
        re.search(r"\{.*letter.*\}", parts_of(made)["docProps/custom.xml"].decode())[0].split(  # type: ignore[index]  # it is there
            "<vt:lpwstr>"
        )[-1]
    )
    begins = manifest["letters"]
    assert begins[0] == 1
    assert len({after - before for before, after in pairwise(begins)}) == 1
    assert manifest["anchors"] == len(
        [one for one in starts if re.fullmatch(r"_lk_\d+", one.get(f"{W}name"))]
    )
    media = [part for part in parts_of(made) if part.startswith("word/media/")]
    theirs = LETTERHEADS[name]
    before = [p for p in parts_of(theirs) if p.startswith("word/media/")] if theirs else []
    assert len(media) == len(before) + 1


def test_heads_that_are_the_same_are_one_part_and_what_differs_is_small(
    combine: Callable[..., bytes], letters: dict[str, Document]
) -> None:
    documents = letters_of_many_pages(letters["en"])
    few, many = (parts_of(combine(documents * count, "en")) for count in (1, 20))
    heads = [
        [part for part in made if re.fullmatch(r"word/letter-header\d+\.xml", part)]
        for made in (few, many)
    ]
    assert [len(one) for one in heads] == [1 + 3, 1 + 60]
    per_letter = len(many[DOCUMENT]) / 60
    assert per_letter < 1.1 * len(few[DOCUMENT]) / 3


def test_an_arabic_letter_is_mirrored_in_each_section(
    combine: Callable[..., bytes], letters: dict[str, Document]
) -> None:
    assert all(
        section.find(f"{W}bidi") is not None
        for section in sections_of(combine([letters["ar"]] * 3, "ar"))
    )


def test_a_letter_without_a_head_has_an_empty_one_and_not_that_of_the_letter_before(
    combine: Callable[..., bytes], letters: dict[str, Document]
) -> None:
    letter = letters["en"]
    made = combine([letter, replace(letter, header=(), continuation=(), footer=())], "en")
    first, second = sections_of(made)
    named = [
        [one.get(f"{W}type") for one in section if one.tag.endswith("Reference")]
        for section in (first, second)
    ]
    assert named[0] == named[1]
    relations = {
        one.get("Id"): one.get("Target") for one in tree(made, "word/_rels/document.xml.rels")
    }
    for reference in second:
        if reference.tag.endswith("Reference"):
            part = relations[reference.get(f"{{{RELATIONSHIPS}}}id")]
            assert "".join(tree(made, f"word/{part}").itertext()) == ""


def test_what_all_letters_say_of_themselves_is_what_they_have_in_common(
    combine: Callable[..., bytes], letters: dict[str, Document]
) -> None:
    letter = letters["en"]
    core = parts_of(combine([letter, letter], "en"))["docProps/core.xml"].decode()
    assert letter.title.replace("&", "&amp;") in core
    other = replace(letter, title="Another")
    core = parts_of(combine([letter, other], "en"))["docProps/core.xml"].decode()
    assert "<dc:title>A &amp; B &lt;C&gt;</dc:title>" in core


def test_a_letterhead_that_counts_all_pages_of_a_file_is_told(
    tmp_path: Path, profiles: dict[str, Profile]
) -> None:
    field = '<w:r><w:instrText xml:space="preserve"> NUMPAGES </w:instrText></w:r><w:r>'
    data = replaced(with_header("theirs"), "word/header1.xml", "<w:r>", field)
    path = tmp_path / "letterhead.docx"
    path.write_bytes(data)
    letterhead = load_letterhead(path, profiles["en"], Diagnostics(), name="house.docx")
    assert letterhead is not None
    (problem,) = letterhead.surroundings.problems
    assert problem.severity is Severity.WARNING
    assert problem.hint == "put the field SECTIONPAGES in the place of NUMPAGES"
