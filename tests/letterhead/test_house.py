"""A letterhead like a designer's: what is theirs stays, and the letter is right in three languages.

It has a cover with a header of its own, a table and a logo in the header of the next page, other
headers after that, styles with the identifiers of a German Word, and its own lists and notes.
"""

from __future__ import annotations

import copy
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from tests.conftest import required_program
from tests.letterhead.conftest import LOCALES
from tests.letterhead.designer import COVER, NOTE, REGISTERED, parts_of
from tests.printed import lacking, words_of
from tests.writers.conftest import NAMES, SENTENCES

from letterkit.ooxml.lint import lint
from letterkit.ooxml.namespaces import RELATIONSHIPS, WORD
from letterkit.ooxml.reading import read_package

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

W = f"{{{WORD}}}"
UNTOUCHED = re.compile(
    r"word/(_rels/)?(header|footer|theme/|fontTable|settings|media/|webSettings).*|customXml/.*"
)
OURS = re.compile(r"word/media/image[2-9]\.png")


def root(data: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(parts_of(data)[name])


def canonical(element: Any) -> bytes:
    """An element as it is told apart from another, whatever declares its namespaces."""
    alone = copy.deepcopy(element)
    alone.tail = None
    markup: bytes = etree.tostring(alone, method="c14n", exclusive=True)
    return markup


def texts(elements: Any) -> list[str]:
    return ["".join(text.text or "" for text in element.iter(f"{W}t")) for element in elements]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_designers_parts_are_the_same_bytes(
    locale: str, house: bytes, house_files: dict[str, bytes]
) -> None:
    theirs, made = parts_of(house), parts_of(house_files[locale])
    untouched = {name for name in theirs if UNTOUCHED.fullmatch(name)}
    assert len([name for name in untouched if "header" in name]) >= 4
    assert "word/media/image1.png" in untouched
    for name in untouched:
        assert made[name] == theirs[name], name
    assert {name for name in made if UNTOUCHED.fullmatch(name)} - untouched == {
        name for name in made if OURS.fullmatch(name)
    }


def test_what_tells_of_the_machine_and_the_maker_is_left_behind(
    house: bytes, house_files: dict[str, bytes]
) -> None:
    theirs, made = parts_of(house), parts_of(house_files["en"])
    assert b"python-docx" in theirs["docProps/core.xml"]
    assert not any(b"python-docx" in content for content in made.values())
    gone = {"docProps/app.xml", "docProps/thumbnail.jpeg", "word/stylesWithEffects.xml"}
    assert not gone & set(made)
    assert gone & set(theirs)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_designers_body_and_sections_stay(
    locale: str, house: bytes, house_files: dict[str, bytes]
) -> None:
    before, after = root(house), root(house_files[locale])
    kept = texts(before.find(f"{W}body").findall(f"{W}p"))[:4]
    assert texts(after.find(f"{W}body").findall(f"{W}p"))[:4] == kept
    assert kept[0] == COVER
    assert "{{" not in "".join(after.itertext())
    for theirs, made in zip(before.iter(f"{W}sectPr"), after.iter(f"{W}sectPr"), strict=True):
        wanted = [canonical(one) for one in theirs]
        present = [canonical(one) for one in made if one.tag != f"{W}bidi"]
        assert present == wanted


def test_only_the_section_of_an_arabic_letter_is_turned_round(
    house_files: dict[str, bytes],
) -> None:
    for locale, expected in (("ar", [False, True]), ("en", [False, False])):
        sections = root(house_files[locale]).iter(f"{W}sectPr")
        turned = [section.find(f"{W}bidi") is not None for section in sections]
        assert turned == expected


@pytest.mark.parametrize("locale", LOCALES)
def test_their_styles_are_not_changed_and_ours_are_added_only_where_they_lack(
    locale: str, house: bytes, house_files: dict[str, bytes]
) -> None:
    before, after = root(house, "word/styles.xml"), root(house_files[locale], "word/styles.xml")
    theirs = {style.get(f"{W}styleId"): style for style in before.iter(f"{W}style")}
    made = {style.get(f"{W}styleId"): style for style in after.iter(f"{W}style")}
    assert len(made) == len(list(after.iter(f"{W}style")))
    for identifier, style in theirs.items():
        found = canonical(made[identifier])
        assert found == canonical(style)
    names = [style.find(f"{W}name").get(f"{W}val").lower() for style in made.values()]
    assert len(set(names)) == len(names)
    assert {"Signature", "InsideAddress", "Closing"} <= set(made) - set(theirs)
    assert not {"BodyText", "Normal", "Heading3", "TableGrid"} & set(made)
    assert made["InsideAddress"].find(f"{W}basedOn").get(f"{W}val") == "Standard"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_letter_is_set_in_their_styles(locale: str, house_files: dict[str, bytes]) -> None:
    document = root(house_files[locale])
    styles = {
        (text, paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))
        for paragraph in document.iter(f"{W}p")
        for text in texts([paragraph])
        if paragraph.find(f"{W}pPr/{W}pStyle") is not None
    }
    assert (SENTENCES[locale][0], "Textkrper") in styles
    assert (SENTENCES[locale][8], "berschrift3") in styles
    assert (SENTENCES[locale][7], "Closing") in styles
    tables = {one.get(f"{W}val") for one in document.iter(f"{W}tblStyle")}
    assert tables == {"Tabellenraster"}


def test_our_sizes_go_by_the_size_of_their_text(house_files: dict[str, bytes]) -> None:
    styles = root(house_files["en"], "word/styles.xml")
    sizes = {
        style.get(f"{W}styleId"): style.find(f"{W}rPr/{W}sz").get(f"{W}val")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}rPr/{W}sz") is not None
    }
    assert (sizes["Standard"], sizes["TableText"], sizes["Note"]) == ("21", "19", "19")


def test_arabic_is_as_large_as_their_latin_text_though_their_style_does_not_say_so(
    house_files: dict[str, bytes],
) -> None:
    for run in root(house_files["ar"]).iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        if properties is not None and properties.find(f"{W}rtl") is not None:
            style = run.getparent().find(f"{W}pPr/{W}pStyle")
            if style is not None and style.get(f"{W}val") == "Textkrper":
                assert properties.find(f"{W}szCs").get(f"{W}val") == "24"
                assert properties.find(f"{W}rFonts").get(f"{W}cs") == "Times New Roman"


@pytest.mark.parametrize("locale", LOCALES)
def test_spelling_is_checked_in_the_language_of_the_letter_and_in_what_is_theirs_as_they_said(
    locale: str, house_files: dict[str, bytes]
) -> None:
    tag = {"en": ("val", "en-GB"), "tr": ("val", "tr-TR"), "ar": ("bidi", "ar-SY")}[locale]
    document = root(house_files[locale])
    runs = [
        run
        for paragraph in document.iter(f"{W}p")
        for run in paragraph.iter(f"{W}r")
        if paragraph.find(f"{W}bookmarkStart") is not None
    ]
    assert {run.find(f"{W}rPr/{W}lang").get(f"{W}{tag[0]}") for run in runs} == {tag[1]}
    assert COVER not in texts(runs)
    defaults = root(house_files[locale], "word/styles.xml").find(f"{W}docDefaults")
    assert defaults.find(f".//{W}lang").get(f"{W}val") == "en-US"


@pytest.mark.parametrize("locale", LOCALES)
def test_their_lists_stay_and_theirs_are_used_where_the_list_styles_have_any(
    locale: str, house: bytes, house_files: dict[str, bytes]
) -> None:
    before, after = (root(one, "word/numbering.xml") for one in (house, house_files[locale]))
    for kind, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
        made = {one.get(f"{W}{key}"): one for one in after.findall(f"{W}{kind}")}
        assert len(made) == len(after.findall(f"{W}{kind}"))
        for one in before.findall(f"{W}{kind}"):
            found = canonical(made[one.get(f"{W}{key}")])
            assert found == canonical(one)
    definitions = [f"{W}num" == one.tag for one in after]
    assert definitions == sorted(definitions)  # all definitions before all instances
    bullets = root(house, "word/styles.xml").xpath(
        "//w:style[@w:styleId='Aufzhlungszeichen']//w:numId/@w:val", namespaces={"w": WORD}
    )
    used = root(house_files[locale]).xpath(
        "//w:p[w:bookmarkStart][w:pPr/w:pStyle/@w:val='Aufzhlungszeichen']//w:numId/@w:val",
        namespaces={"w": WORD},
    )
    assert set(used) == set(bullets)
    assert used


@pytest.mark.parametrize("locale", LOCALES)
def test_their_footnotes_stay_and_ours_follow(locale: str, house_files: dict[str, bytes]) -> None:
    notes = root(house_files[locale], "word/footnotes.xml").findall(f"{W}footnote")
    assert [note.get(f"{W}id") for note in notes] == ["0", "1", "2", "3"]
    assert texts(notes)[2].strip() == NOTE
    assert SENTENCES[locale][6] in texts(notes)[3]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_sender_of_the_letter_and_our_footer_are_left_out(
    locale: str, house_files: dict[str, bytes]
) -> None:
    everything = b"".join(
        content for name, content in parts_of(house_files[locale]).items() if "er" in name
    )
    assert b"NUMPAGES" not in everything
    relations = parts_of(house_files[locale])["word/_rels/document.xml.rels"]
    assert relations.count(f'{RELATIONSHIPS}/header"'.encode()) == 3


@pytest.mark.parametrize("locale", LOCALES)
def test_validators_find_nothing_that_is_not_the_designers(
    locale: str,
    house: bytes,
    house_files: dict[str, bytes],
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
    audit_faults: Callable[[Path], list[str]],
) -> None:
    theirs, made = tmp_path / "house.docx", tmp_path / "letter.docx"
    theirs.write_bytes(house)
    made.write_bytes(house_files[locale])
    assert set(sdk_faults(made)) <= set(sdk_faults(theirs))
    assert set(audit_faults(made)) <= set(audit_faults(theirs))


@pytest.mark.parametrize("locale", LOCALES)
def test_our_lint_finds_nothing_that_is_not_the_designers(
    locale: str, house: bytes, house_files: dict[str, bytes]
) -> None:
    theirs = set(lint(read_package(house, "house.docx")))
    made = set(lint(read_package(house_files[locale], "letter.docx"))) - theirs
    own = [COVER[:40], "a point of the house", "its first number"] if locale == "ar" else []
    assert {one.message for one in made} == {
        f"the paragraph `{text}` does not say its direction (`w:bidi`)" for text in own
    }


def test_libreoffice_prints_their_headers_on_their_pages_and_every_word_of_the_letter(
    house_files: dict[str, bytes],
    convert_to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]],
) -> None:
    pdftotext = required_program("pdftotext")
    files = {f"{locale}.docx": data for locale, data in house_files.items()}
    for name, path in convert_to_pdf(files).items():
        command = [pdftotext, "-enc", "UTF-8", str(path), "-"]
        answer = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        cover, first, second, *_ = answer.stdout.split("\f")
        assert not lacking(f"Cover of the house {COVER} {NOTE}", cover)
        assert not lacking(f"4 Orchard Square Harbour House {REGISTERED}", first)
        assert not lacking("Harbour House, continued harbour.example.org", second)
        assert "continued" not in first
        assert "Registered" not in second
        words = words_of(answer.stdout)
        for sentence in (*SENTENCES[name.removesuffix(".docx")], *NAMES):
            assert words_of(sentence) <= words, (name, sentence)
