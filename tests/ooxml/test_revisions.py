"""Tracked changes and comments of a Word file are found, wherever they stand."""

from __future__ import annotations

import pytest

from letterkit.ooxml.namespaces import WORD
from letterkit.ooxml.reading import PackageError
from letterkit.ooxml.revisions import Revision, revisions, words_of

BY = 'w:id="1" w:author="R"'


def part(name: str, inner: str) -> bytes:
    return f'<w:{name} xmlns:w="{WORD}">{inner}</w:{name}>'.encode()


def document(*paragraphs: str) -> bytes:
    return part(
        "document", f"<w:body>{''.join(f'<w:p>{each}</w:p>' for each in paragraphs)}</w:body>"
    )


def run(text: str, inner: str = "") -> str:
    return f"<w:r>{inner}<w:t>{text}</w:t></w:r>"


def found(parts: dict[str, bytes]) -> list[Revision]:
    return revisions(parts, "final.docx")


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        (f"<w:ins {BY}>{run('new')}</w:ins>", "an insertion"),
        (f"<w:del {BY}><w:r><w:delText>new</w:delText></w:r></w:del>", "a deletion"),
        (f"<w:moveFrom {BY}>{run('new')}</w:moveFrom>", "a passage that was moved away"),
        (f"<w:moveTo {BY}>{run('new')}</w:moveTo>", "a passage that was moved here"),
        (f"<w:pPr><w:rPr><w:ins {BY}/></w:rPr></w:pPr>{run('new')}", "an insertion"),
        (f"<w:pPr><w:pPrChange {BY}/></w:pPr>{run('new')}", "a change of format"),
        (run("new", f"<w:rPr><w:rPrChange {BY}/></w:rPr>"), "a change of format"),
        (run("new", '<w:commentReference w:id="0"/>'), "a comment"),
    ],
)
def test_each_kind_is_told_with_its_paragraph(paragraph: str, kind: str) -> None:
    parts = {"word/document.xml": document(run("first"), paragraph)}
    assert found(parts) == [Revision(kind, "paragraph 2", "new")]


def test_changes_of_tables_and_sections_are_found() -> None:
    body = (
        f"<w:body><w:tbl><w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc><w:p>{run('cell')}</w:p></w:tc>"
        f"</w:tr></w:tbl><w:sectPr><w:sectPrChange {BY}/></w:sectPr></w:body>"
    )
    assert [each.kind for each in found({"word/document.xml": part("document", body)})] == [
        "an insertion",
        "a change of format",
    ]


def test_they_are_found_outside_of_the_text_too() -> None:
    parts = {
        "word/document.xml": document(run("clean")),
        "word/header1.xml": part("hdr", f"<w:p><w:ins {BY}>{run('head')}</w:ins></w:p>"),
        "word/footnotes.xml": part("footnotes", f"<w:p><w:del {BY}/></w:p>"),
        "word/comments.xml": part(
            "comments", f"<w:comment {BY}><w:p>{run('why?')}</w:p></w:comment>"
        ),
        "docProps/app.xml": b"<Properties/>",
    }
    assert found(parts) == [
        Revision("a deletion", "a footnote", ""),
        Revision("an insertion", "a header", "head"),
        Revision("a comment", "its list of comments", "why?"),
    ]


def test_a_comment_in_the_text_is_told_once() -> None:
    parts = {
        "word/document.xml": document(run("said", '<w:commentReference w:id="1"/>')),
        "word/comments.xml": part(
            "comments", f"<w:comment {BY}><w:p>{run('why?')}</w:p></w:comment>"
        ),
    }
    assert found(parts) == [Revision("a comment", "paragraph 1", "said")]


def test_a_clean_file_has_none_and_says_what_it_says() -> None:
    parts = {
        "word/document.xml": document(
            run("One") + "<w:r><w:tab/></w:r>" + run("line"), "", run("Two")
        ),
        "word/comments.xml": part("comments", ""),
    }
    assert found(parts) == []
    assert words_of(parts, "final.docx") == "One line\nTwo\n"


def test_a_file_without_a_text_is_told() -> None:
    with pytest.raises(PackageError, match="no text"):
        found({"word/styles.xml": part("styles", "")})
