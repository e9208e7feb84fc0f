"""What a Word file holds: numbers, lists, notes, links, properties; the same bytes each time."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import docx
import pytest
from lxml import etree

from letterkit.diagnostics import LetterkitError
from letterkit.document import (
    Columns,
    Direction,
    Document,
    Footnote,
    Group,
    Heading,
    ItemList,
    Link,
    Paragraph,
    Quotation,
    Role,
    Text,
    Value,
)
from letterkit.ooxml.namespaces import WORD
from letterkit.writers.docx import DocxWriter

if TYPE_CHECKING:
    from letterkit.document import Block
    from letterkit.language.profile import Profile

NAMESPACES = {"w": WORD}
W = f"{{{WORD}}}"


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph((Text(text),), role)


def letter(*blocks: Block, title: str = "T") -> Document:
    return Document("en", "en-GB", Direction.LTR, title, blocks)


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def body(profile: Profile, *blocks: Block) -> Any:
    return part(DocxWriter(profile).write(letter(*blocks)), "word/document.xml")


def style_of(paragraph_in_word: Any) -> str:
    return str(paragraph_in_word.style.name)


@pytest.fixture
def english(profiles: dict[str, Profile]) -> Profile:
    return profiles["en"]


@pytest.mark.parametrize("locale", ["en", "ar", "tr"])
def test_the_same_letter_gives_the_same_bytes_from_a_new_writer_and_from_a_used_one(
    locale: str, profiles: dict[str, Profile], letters: dict[str, Document]
) -> None:
    document = letters[locale]
    fresh = DocxWriter(profiles[locale]).write(document)
    used = DocxWriter(profiles[locale])
    used.write(replace(document, blocks=document.blocks[3:]))
    used.write(replace(document, blocks=document.blocks[::-1], header=(), footer=()))
    assert used.write(document) == fresh
    assert used.write(document) == fresh


def test_a_writer_remembers_only_the_blocks_of_the_last_letter(english: Profile) -> None:
    writer = DocxWriter(english)
    for number in range(50):
        writer.write(letter(paragraph(str(number)), paragraph("x")))
    assert len(writer._made._fragments) == 2


@pytest.mark.parametrize("locale", ["en", "ar", "tr"])
def test_every_paragraph_of_the_body_and_of_the_notes_has_its_own_bookmark(
    locale: str, profiles: dict[str, Profile], letters: dict[str, Document]
) -> None:
    data = DocxWriter(profiles[locale]).write(letters[locale])
    names: list[str] = []
    for name in ("word/document.xml", "word/footnotes.xml"):
        root = part(data, name)
        for one in root.iter(f"{W}p"):
            starts = one.findall(f"{W}bookmarkStart")
            assert len(starts) == (0 if one.find(f".//{W}t") is None else 1) or not one.findtext(
                f".//{W}t"
            )
            names += [start.get(f"{W}name") for start in starts]
    assert names == [f"_lk_{number}" for number in range(1, len(names) + 1)]
    assert len(names) > 100


def test_each_numbered_list_begins_its_counting_anew(english: Profile) -> None:
    nested = ItemList(((paragraph("a"),),), start=1)
    document = letter(
        ItemList(((paragraph("1"), nested), (paragraph("2"), nested)), start=1),
        ItemList(((paragraph("7"),),), start=7),
    )
    data = DocxWriter(english).write(document)
    numbers = [
        (level.get(f"{W}val"), number.get(f"{W}val"))
        for level, number in part(data, "word/document.xml").iter(f"{W}numPr")
    ]
    assert numbers == [("0", "2"), ("1", "3"), ("0", "2"), ("1", "4"), ("0", "5")]
    starts = [
        (number.get(f"{W}numId"), override.get(f"{W}ilvl"), override[0].get(f"{W}val"))
        for number in part(data, "word/numbering.xml").iter(f"{W}num")
        for override in number.iter(f"{W}lvlOverride")
    ]
    assert starts == [("2", "0", "1"), ("3", "1", "1"), ("4", "1", "1"), ("5", "0", "7")]


def test_reviewers_find_the_styles_they_know(english: Profile) -> None:
    document = letter(
        paragraph("date", Role.DATELINE),
        Group(Role.INSIDE_ADDRESS, (paragraph("address", Role.INSIDE_ADDRESS),)),
        paragraph("salutation", Role.SALUTATION),
        paragraph("text"),
        Heading(1, (Text("heading"),)),
        ItemList(((paragraph("item"),),)),
        ItemList(((paragraph("first"),),), start=1),
        Quotation((paragraph("said"),)),
        paragraph("close", Role.COMPLIMENTARY_CLOSE),
        paragraph("name", Role.SIGNATURE),
    )
    word_file = docx.Document(io.BytesIO(DocxWriter(english).write(document)))
    assert [(one.text, style_of(one)) for one in word_file.paragraphs] == [
        ("date", "Date"),
        ("address", "Inside Address"),
        ("salutation", "Salutation"),
        ("text", "Body Text"),
        ("heading", "Heading 1"),
        ("item", "List Bullet"),
        ("first", "List Number"),
        ("said", "Quote"),
        ("close", "Closing"),
        ("name", "Signature"),
    ]


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_style_in_the_base_document(role: Role, english: Profile) -> None:
    word_file = docx.Document(io.BytesIO(DocxWriter(english).write(letter(paragraph("x", role)))))
    assert style_of(word_file.paragraphs[0]) != "Normal"


def test_what_leads_to_a_list_or_to_the_close_is_kept_with_it(english: Profile) -> None:
    document = body(
        english,
        paragraph("alone"),
        paragraph("we ask you:"),
        ItemList(((paragraph("item"),),)),
        paragraph("last words"),
        paragraph("close", Role.COMPLIMENTARY_CLOSE),
    )
    kept = document.xpath("//w:p[w:pPr/w:keepNext]//w:t/text()", namespaces=NAMESPACES)
    assert kept == ["we ask you:", "last words"]


def test_rows_of_columns_stay_whole_and_are_read_along_the_row(english: Profile) -> None:
    entries = tuple((paragraph(str(number)), paragraph("x")) for number in range(5))
    document = body(english, Columns(2, entries))
    rows = document.xpath("//w:tr", namespaces=NAMESPACES)
    assert [row.xpath("string()") for row in rows] == ["0x1x", "2x3x", "4x"]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert not document.xpath("//w:tbl//w:keepNext", namespaces=NAMESPACES)


def test_links_lead_where_they_should_and_one_that_is_no_uri_is_encoded(english: Profile) -> None:
    links = [
        Link(target, (Text("x"),)) for target in ("https://e.org/?a=1&b=%20", "https://e.org/ş")
    ]
    data = DocxWriter(english).write(letter(Paragraph(tuple(links))))
    relations = part(data, "word/_rels/document.xml.rels")
    external = [one.get("Target") for one in relations if one.get("TargetMode") == "External"]
    assert external == ["https://e.org/?a=1&b=%20", "https://e.org/%C5%9F"]


def test_a_footnote_in_a_header_is_refused(english: Profile) -> None:
    noted = Paragraph((Footnote((paragraph("x"),)),), Role.HEADER)
    with pytest.raises(LetterkitError, match="footnote cannot stand"):
        DocxWriter(english).write(replace(letter(paragraph("x")), header=(noted,)))


def test_a_character_that_xml_cannot_hold_is_refused(english: Profile) -> None:
    with pytest.raises(LetterkitError, match=r"U\+0000"):
        DocxWriter(english).write(letter(Paragraph((Value("a\0b"),))))


def test_properties_tell_title_subject_and_language_and_no_author_or_time(
    profiles: dict[str, Profile], letters: dict[str, Document]
) -> None:
    data = DocxWriter(profiles["ar"]).write(letters["ar"])
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.title, core.subject) == (letters["ar"].title, "A & B <C>")
    assert core.language == "ar-SY"
    assert (core.author, core.last_modified_by, core.created, core.modified) == ("", "", None, None)
    manifest = json.loads(part(data, "docProps/custom.xml").xpath("string()"))
    assert set(manifest) == {"schema", "letter", "template", "locale", "anchors"}
    assert manifest["letter"] == "sample"


def test_no_file_name_and_no_metadata_of_a_picture_is_in_the_file(
    profiles: dict[str, Profile], letters: dict[str, Document]
) -> None:
    data = DocxWriter(profiles["en"]).write(letters["en"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        names = archive.namelist()
    assert b"secret-name" not in everything
    assert b"Somebody" not in everything
    assert [name for name in names if "media" in name] == ["word/media/image1.png"]


def test_spelling_is_checked_in_the_language_of_the_letter(profiles: dict[str, Profile]) -> None:
    languages = {}
    for locale, profile in profiles.items():
        styles = part(DocxWriter(profile).write(letter(paragraph("x"))), "word/styles.xml")
        element = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        languages[locale] = (element.get(f"{W}val"), element.get(f"{W}bidi"))
    assert languages == {
        "en": ("en-GB", "ar-SA"),
        "tr": ("tr-TR", "ar-SA"),
        "ar": ("en-GB", "ar-SY"),
    }
