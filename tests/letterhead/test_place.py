"""Where the letter goes in a letterhead, and whose header and footer it has."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import docx
import pytest
from lxml import etree
from tests.letterhead.designer import (
    changed,
    parts_of,
    plain_letterhead,
    replaced,
    with_header,
    with_part,
)
from tests.writers.conftest import SENTENCES

from letterkit.diagnostics import Diagnostics, Severity
from letterkit.document import Direction, Document, Field, FieldKind, Paragraph, Role, Text
from letterkit.letterhead import load_letterhead, write_own_letterhead
from letterkit.ooxml.lint import lint
from letterkit.ooxml.namespaces import RELATIONSHIPS, WORD, WORD_MIME
from letterkit.ooxml.reading import read_package
from letterkit.writers.docx import DocxWriter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from letterkit.language.profile import Profile
    from letterkit.letterhead import Letterhead

    Load = Callable[..., tuple[Letterhead | None, Diagnostics]]
    Pour = Callable[..., bytes]

W = f"{{{WORD}}}"
DOCUMENT = "word/document.xml"
SECTION = re.compile(r"<w:sectPr .*?</w:sectPr>", re.DOTALL)


def short(locale: str = "en") -> Document:
    arabic = locale == "ar"
    return Document(
        locale,
        "ar-SY" if arabic else "en-GB",
        Direction.RTL if arabic else Direction.LTR,
        "T",
        (Paragraph((Text("the letter"),)),),
        header=(Paragraph((Text("the sender"),), Role.SENDER),),
        footer=(Paragraph((Field(FieldKind.PAGE),), Role.FOOTER),),
    )


def lines(data: bytes) -> list[str]:
    """The text of each paragraph of the body, and of its tables."""
    body = etree.fromstring(parts_of(data)[DOCUMENT])
    return ["".join(one.itertext(f"{W}t")) for one in body.iter(f"{W}p")]


def section(data: bytes) -> Any:
    return list(etree.fromstring(parts_of(data)[DOCUMENT]).iter(f"{W}sectPr"))[-1]


def stories(data: bytes) -> dict[str, str]:
    """What each header and footer of the last section says, by its kind and page."""
    parts = parts_of(data)
    relations = {
        one.get("Id"): one.get("Target")
        for one in etree.fromstring(parts["word/_rels/document.xml.rels"])
    }
    found = {}
    for reference in section(data):
        kind = etree.QName(reference).localname
        if kind.endswith("Reference"):
            target = relations[reference.get(f"{{{RELATIONSHIPS}}}id")]
            words = "".join(etree.fromstring(parts[f"word/{target}"]).itertext(f"{W}t"))
            found[f"{kind.removesuffix('Reference')} {reference.get(f'{W}type')}"] = words
    return found


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([], ["the letter"]),
        (["", ""], ["the letter"]),
        (["above", "", "more", ""], ["above", "", "more", "the letter"]),
        (["above", "", "{{ letter }}", "", "below"], ["above", "", "the letter", "", "below"]),
        (["{{letter}}"], ["the letter"]),
    ],
)
def test_the_letter_goes_where_the_marker_stands_or_behind_what_there_is(
    paragraphs: list[str], expected: list[str], pour: Pour
) -> None:
    assert lines(pour(plain_letterhead(*paragraphs), "en", short())) == expected


def test_a_content_control_named_letter_is_a_place_too(pour: Pour) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="Letter"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>'
        "<w:r><w:t>Click here to write.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    data = plain_letterhead("above", "below")
    data = changed(data, DOCUMENT, lambda text: text.replace("</w:p>", f"</w:p>{control}", 1))
    made = pour(data, "en", short())
    assert lines(made) == ["above", "the letter", "below"]
    assert b"w:sdt" not in parts_of(made)[DOCUMENT]


def test_a_marker_in_a_table_cell_sets_the_letter_in_the_width_of_the_cell(
    pour: Pour, load: Load, tmp_path: Path
) -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "who we are", "{{ letter }}"
    for cell, width in zip(table.rows[0].cells, (2000, 6000), strict=True):
        cell.width = docx.shared.Twips(width)
    document.save(str(tmp_path / "table.docx"))
    data = (tmp_path / "table.docx").read_bytes()
    letterhead, _ = load(data)
    assert letterhead is not None
    assert letterhead.text_width == 6000 - 216
    # Word wants a paragraph behind a table; it is too low to be seen.
    assert lines(pour(data, "en", short())) == ["who we are", "the letter", ""]
    assert [one for one in lint(read_package(pour(data), "x")) if "document" in one.part] == []


def test_a_logo_anchored_at_the_marker_stays(pour: Pour) -> None:
    picture = "<w:r><w:pict/></w:r></w:p>"
    data = replaced(plain_letterhead("{{ letter }}"), DOCUMENT, "</w:p>", picture)
    made = parts_of(pour(data, "en", short()))[DOCUMENT]
    assert made.index(b"<w:pict/>") < made.index(b"the letter")
    assert b"{{" not in made


def test_a_section_that_ends_at_the_marker_still_ends_there(pour: Pour) -> None:
    data = plain_letterhead("{{ letter }}", "enclosed")
    own = SECTION.search(parts_of(data)[DOCUMENT].decode())
    assert own
    data = replaced(data, DOCUMENT, "<w:p>", f"<w:p><w:pPr>{own[0]}</w:pPr>")
    made = etree.fromstring(parts_of(pour(data, "ar", short("ar")))[DOCUMENT])
    turned = [one.find(f"{W}bidi") is not None for one in made.iter(f"{W}sectPr")]
    assert turned == [True, False]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (plain_letterhead("{{ letter }}", "{{ letter }}"), "stands 2 times"),
        (plain_letterhead("Here is {{ letter }} for you"), "stands among other words"),
        (plain_letterhead("{{ Letter }}"), "stands among other words"),
        (with_header("{{ letter }}"), "stands in a header"),
        (with_header("To: {{ letter }}"), "stands in a header"),
        (
            replaced(
                plain_letterhead("x"),
                DOCUMENT,
                "</w:p>",
                "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{ letter }}</w:t></w:r></w:p>"
                "</w:txbxContent></w:pict></w:r></w:p>",
            ),
            "stands in a text box",
        ),
        (
            replaced(plain_letterhead("x"), DOCUMENT, "<w:r>", '<w:ins w:id="1"/><w:r>'),
            "tracked changes",
        ),
        (
            replaced(with_header("x"), "word/header1.xml", "<w:r>", '<w:del w:id="1"/><w:r>'),
            "tracked changes",
        ),
        (plain_letterhead("Rose \u202etsurT"), "U+202E RIGHT-TO-LEFT OVERRIDE"),
        (with_header("Rose \u2067Trust"), "U+2067 RIGHT-TO-LEFT ISOLATE"),
        (
            changed(
                with_header("x"),
                "word/header1.xml",
                lambda text: re.sub(r"(<w:r>.*?</w:r>)", r'<w:bdo w:val="rtl">\1</w:bdo>', text),
            ),
            "turns the order of words about",
        ),
    ],
)
def test_a_place_that_cannot_be_is_told_with_what_to_do(
    data: bytes, message: str, load: Load
) -> None:
    letterhead, problems = load(data)
    assert letterhead is None
    assert [message in one.message for one in problems] == [True]
    assert all(one.hint and one.origin and one.origin.path == "house.docx" for one in problems)


def test_an_empty_page_before_the_letter_is_told(load: Load) -> None:
    data = plain_letterhead("")
    own = SECTION.search(parts_of(data)[DOCUMENT].decode())
    assert own
    for first, told in (
        (own[0], True),
        (own[0].replace("<w:cols", '<w:type w:val="x"/><w:cols'), True),
    ):
        two = replaced(data, DOCUMENT, "<w:p/>", f"<w:p><w:pPr>{first}</w:pPr></w:p>")
        _, problems = load(two)
        assert [one.severity is Severity.WARNING for one in problems] == [told]
    continuous = changed(
        replaced(data, DOCUMENT, "<w:p/>", f"<w:p><w:pPr>{own[0]}</w:pPr></w:p>"),
        DOCUMENT,
        lambda text: text[::-1].replace(
            "<w:pgSz"[::-1], '<w:type w:val="continuous"/><w:pgSz'[::-1], 1
        )[::-1],
    )
    assert list(load(continuous)[1]) == []


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_without_a_header_and_a_footer_it_has_ours(locale: str, pour: Pour) -> None:
    made = pour(plain_letterhead("x"), locale, short(locale))
    assert stories(made) == {
        "header first": "the sender",
        "footer default": "1",
        "footer first": "1",
    }
    assert section(made).find(f"{W}titlePg") is not None
    assert [
        one for one in lint(read_package(pour(plain_letterhead()), "x")) if "word/d" in one.part
    ] == []


def test_with_a_header_it_has_our_footer_alone(pour: Pour) -> None:
    made = pour(with_header("theirs"), "en", short())
    assert stories(made) == {"header default": "theirs", "footer default": "1"}
    assert section(made).find(f"{W}titlePg") is None


def test_an_empty_header_is_none(pour: Pour) -> None:
    made = stories(pour(with_header(""), "en", short()))
    assert made["header first"] == "the sender"


def test_with_a_footer_it_has_our_header_and_their_footer_on_the_first_page_too(
    pour: Pour,
) -> None:
    made = pour(with_header("theirs", kind="footer"), "en", short())
    assert stories(made) == {
        "header first": "the sender",
        "footer first": "theirs",
        "footer default": "theirs",
    }
    alone = pour(with_header("theirs", kind="footer"), "en", replace(short(), header=()))
    assert stories(alone) == {"footer default": "theirs"}


def test_the_later_pages_have_our_continuation_where_they_have_no_header(pour: Pour) -> None:
    document = replace(short(), continuation=(Paragraph((Text("on"),), Role.HEADER),))
    assert stories(pour(plain_letterhead("x"), "en", document)) == {
        "header first": "the sender",
        "header default": "on",
        "footer default": "1",
        "footer first": "1",
    }
    alone = pour(plain_letterhead("x"), "en", replace(document, header=()))
    assert stories(alone) == {"header default": "on", "footer default": "1", "footer first": "1"}
    assert section(alone).find(f"{W}titlePg") is not None
    theirs = pour(with_header("theirs"), "en", document)
    assert stories(theirs) == {"header default": "theirs", "footer default": "1"}
    footed = pour(with_header("theirs", kind="footer"), "en", replace(document, header=()))
    assert stories(footed) == {
        "header default": "on",
        "footer first": "theirs",
        "footer default": "theirs",
    }


def test_odd_and_even_pages_both_have_our_footer(pour: Pour) -> None:
    data = changed(
        plain_letterhead("x"),
        "word/settings.xml",
        lambda text: text.replace("<w:defaultTabStop", "<w:evenAndOddHeaders/><w:defaultTabStop"),
    )
    made = stories(pour(data, "en", replace(short(), header=())))
    assert made == {"footer default": "1", "footer even": "1"}


def test_a_left_to_right_letter_on_a_right_to_left_letterhead_says_its_direction(
    pour: Pour,
) -> None:
    data = replaced(plain_letterhead(), DOCUMENT, "<w:cols", "<w:bidi/><w:cols")
    normal = '<w:name w:val="Normal"/>'
    data = replaced(data, "word/styles.xml", normal, f"{normal}<w:pPr><w:bidi/></w:pPr>")
    made = pour(data, "en", short())
    paragraph = next(etree.fromstring(parts_of(made)[DOCUMENT]).iter(f"{W}p"))
    assert paragraph.find(f"{W}pPr/{W}bidi").get(f"{W}val") == "0"
    assert section(made).find(f"{W}bidi") is None


def test_their_comments_and_where_their_cursor_stood_are_left_out_and_told(
    load: Load, pour: Pour
) -> None:
    marks = (
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
        '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r>'
    )
    data = replaced(plain_letterhead("above"), DOCUMENT, "<w:r>", marks)
    comments = (
        f'<w:comments xmlns:w="{WORD}"><w:comment w:id="0" w:author="Some Body"><w:p/></w:comment>'
        "</w:comments>"
    )
    data = with_part(data, "word/comments.xml", comments, "comments", f"{WORD_MIME}.comments+xml")
    assert [one.severity for one in load(data)[1]] == [Severity.NOTE]
    made = parts_of(pour(data, "en", short()))
    assert not any(b"Some Body" in part or b"_GoBack" in part for part in made.values())
    assert b"commentR" not in made[DOCUMENT]


def test_numbers_of_bookmarks_and_drawings_that_they_have_are_not_used_again(pour: Pour) -> None:
    start = '<w:bookmarkStart w:id="7" w:name="theirs"/><w:bookmarkEnd w:id="7"/>'
    data = replaced(with_header("x"), "word/header1.xml", "<w:r>", f"{start}<w:r>")
    made = parts_of(pour(data))[DOCUMENT].decode()
    assert '<w:bookmarkStart w:id="8" w:name="_lk_1"/>' in made
    assert [one for one in lint(read_package(pour(data), "x")) if "bookmark" in one.message] == []


def test_the_same_letter_gives_the_same_bytes_from_a_new_writer_and_from_a_used_one(
    load: Load, profiles: dict[str, Profile], letters: dict[str, Document], house: bytes
) -> None:
    letterhead, _ = load(house, "ar")
    fresh = DocxWriter(profiles["ar"], letterhead).write(letters["ar"])
    used = DocxWriter(profiles["ar"], load(house, "ar")[0])
    used.write(replace(letters["ar"], blocks=letters["ar"].blocks[::-1]))
    assert used.write(letters["ar"]) == fresh


def test_ours_as_a_start_gives_a_letter_like_ours_and_is_never_written_over_another(
    tmp_path: Path, profiles: dict[str, Profile], letters: dict[str, Document]
) -> None:
    path = tmp_path / "letterhead.docx"
    write_own_letterhead(path)
    written = path.read_bytes()
    assert docx.Document(str(path)).paragraphs[0].text == "{{ letter }}"
    with pytest.raises(FileExistsError):
        write_own_letterhead(path)
    assert path.read_bytes() == written
    for locale, profile in profiles.items():
        problems = Diagnostics()
        letterhead = load_letterhead(path, profile, problems, name="letterhead.docx")
        assert list(problems) == []
        made = DocxWriter(profile, letterhead).write(letters[locale])
        assert lint(read_package(made, "x")) == []
        ours = DocxWriter(profile).write(letters[locale])
        assert lines(made) == lines(ours)
        assert stories(made) == stories(ours)
        assert SENTENCES[locale][0] in lines(made)
