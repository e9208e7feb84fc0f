"""A letterhead written by hand: other prefixes, names that clash, parts that it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.letterhead.conftest import LOCALES
from tests.letterhead.designer import (
    changed,
    office_letterhead,
    parts_of,
    plain_letterhead,
    replaced,
    with_part,
)
from tests.writers.conftest import SENTENCES

from letterkit.ooxml.lint import lint
from letterkit.ooxml.namespaces import CUSTOM_PROPERTIES, VARIANT_TYPES, WORD
from letterkit.ooxml.reading import read_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from letterkit.diagnostics import Diagnostics
    from letterkit.letterhead import Letterhead

    Load = Callable[..., tuple[Letterhead | None, Diagnostics]]
    Pour = Callable[..., bytes]

W = f"{{{WORD}}}"
OFFICE = office_letterhead()


@pytest.mark.parametrize("locale", LOCALES)
def test_its_parts_are_the_same_bytes_and_the_letter_is_valid(
    locale: str,
    pour: Pour,
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
    audit_faults: Callable[[Path], list[str]],
) -> None:
    theirs, made = parts_of(OFFICE), parts_of(pour(OFFICE, locale))
    for name in (
        *("word/top.xml", "word/_rels/top.xml.rels"),
        *("word/foot.xml", "word/media/image1.PNG"),
    ):
        assert made[name] == theirs[name]
    office, letter = tmp_path / "office.docx", tmp_path / "letter.docx"
    office.write_bytes(OFFICE)
    letter.write_bytes(pour(OFFICE, locale))
    assert sdk_faults(letter) == []
    assert set(audit_faults(letter)) <= set(audit_faults(office))
    theirs_wrong = set(lint(read_package(OFFICE, "x")))
    assert set(lint(read_package(letter.read_bytes(), "x"))) <= theirs_wrong


def test_a_style_is_found_by_name_then_by_identifier_and_never_by_one_of_another_kind(
    load: Load, pour: Pour
) -> None:
    letterhead, _ = load(OFFICE)
    assert letterhead is not None
    assert {ours: letterhead.sheet.of(ours) for ours in ("Normal", "Date", "Header")} == {
        "Normal": "Standard",
        "Date": "Datum",
        "Header": "Kopf",
    }
    assert letterhead.sheet.of("Closing") == "Closing"
    assert letterhead.sheet.of("Note") == "LetterkitNote"
    styles = etree.fromstring(parts_of(pour(OFFICE))["word/styles.xml"])
    names = {
        one.get(f"{W}styleId"): one.find(f"{W}name").get(f"{W}val")
        for one in styles.iter(f"{W}style")
    }
    assert (names["Closing"], names["Note"], names["LetterkitNote"]) == (
        "Last words",
        "Signature",
        "Note",
    )
    assert names["Signature"] == "letterkit Signature"


def test_the_style_of_their_own_in_which_the_marker_stands_is_that_of_body_text(
    load: Load, pour: Pour
) -> None:
    letterhead, _ = load(OFFICE)
    assert letterhead is not None
    assert letterhead.sheet.of("BodyText") == "Brieftext"
    document = etree.fromstring(parts_of(pour(OFFICE))["word/document.xml"])
    paragraphs = {
        "".join(one.itertext(f"{W}t")): one.find(f"{W}pPr/{W}pStyle")
        for one in document.iter(f"{W}p")
    }
    (style,) = [
        one for text, one in paragraphs.items() if text.startswith(SENTENCES["en"][1] + " O")
    ]
    assert style.get(f"{W}val") == "Brieftext"


@pytest.mark.parametrize("other", ["Standard", "Datum", "Nowhere"])
def test_another_style_of_the_marker_is_none_of_their_choice(other: str, load: Load) -> None:
    letterhead, _ = load(replaced(OFFICE, "word/document.xml", '"Brieftext"', f'"{other}"'))
    assert letterhead is not None
    assert letterhead.sheet.of("BodyText") == "BodyText"


def test_fonts_and_sizes_that_they_have_for_arabic_are_not_said_again(load: Load) -> None:
    letterhead, _ = load(OFFICE, "ar")
    assert letterhead is not None
    form = letterhead.sheet.form("BodyText")
    assert (form.fonts, form.size, form.bold) == ("", "", False)
    assert 'w:bidi="ar-SY"' in form.language


def test_what_is_bold_in_their_style_is_bold_in_arabic_too(load: Load, pour: Pour) -> None:
    bold = '<x:name x:val="Date"/><x:basedOn x:val="Standard"/>'
    data = changed(
        OFFICE,
        "word/styles.xml",
        lambda text: text.replace('<x:color x:val="1F6F6B"/></x:rPr>', "<x:b/></x:rPr>", 1),
    )
    assert bold in parts_of(data)["word/styles.xml"].decode()
    letterhead, _ = load(data, "ar")
    assert letterhead is not None
    assert letterhead.sheet.form("Date").bold
    assert not letterhead.sheet.form("BodyText").bold
    faults = lint(read_package(pour(data, "ar"), "x"))
    assert [one for one in faults if one.part == "word/document.xml"] == []


def test_of_what_it_tells_about_itself_the_company_stays(pour: Pour) -> None:
    parts = parts_of(pour(OFFICE))
    assert b"<Company>Quay &amp; Clinic</Company>" in parts["docProps/app.xml"]
    assert not any(b"private.dotm" in content for content in parts.values())


def test_numbers_far_off_leave_room_below(load: Load) -> None:
    letterhead, _ = load(OFFICE)
    assert letterhead is not None
    assert letterhead.first.drawing == 1
    assert letterhead.first.picture == 2


def test_properties_to_which_a_header_may_refer_stay_before_ours(pour: Pour) -> None:
    properties = (
        f'<Properties xmlns="{CUSTOM_PROPERTIES}" xmlns:vt="{VARIANT_TYPES}">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="9" name="House">'
        "<vt:lpwstr>Quay</vt:lpwstr></property>"
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="10" name="letterkit">'
        "<vt:lpwstr>old</vt:lpwstr></property></Properties>"
    )
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    data = with_part(plain_letterhead(), "docProps/custom.xml", properties, "x", kind)
    relation = (
        '<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>'
    )
    data = replaced(data, "_rels/.rels", "</Relationships>", relation)
    data = changed(
        data,
        "word/_rels/document.xml.rels",
        lambda text: text.replace('Target="docProps/', 'Target="../docProps/'),
    )
    made = etree.fromstring(parts_of(pour(data))["docProps/custom.xml"])
    assert [(one.get("name"), one.get("pid")) for one in made] == [
        ("House", "2"),
        ("letterkit", "3"),
    ]


def test_a_picture_of_the_letter_does_not_take_the_place_of_theirs(pour: Pour) -> None:
    parts = parts_of(pour(OFFICE))
    assert {name for name in parts if "media" in name} == {
        "word/media/image1.PNG",
        "word/media/image2.png",
    }
    # They call PNG pictures by an ending in capitals: one more default would be the same twice.
    assert parts["[Content_Types].xml"].lower().count(b'extension="png"') == 1
