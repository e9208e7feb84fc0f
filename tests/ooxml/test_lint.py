from __future__ import annotations

import pytest

from letterkit.ooxml.lint import lint
from letterkit.ooxml.namespaces import RELATIONSHIPS, WORD

RTL_SECTION = "<w:sectPr><w:bidi/></w:sectPr>"


def messages(body: str) -> str:
    document = (
        f'<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}"><w:body>{body}</w:body>'
        "</w:document>"
    )
    return "\n".join(finding.message for finding in lint({"word/document.xml": document.encode()}))


def start(number: int, name: str = "") -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name or number}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def nested_table(value: str) -> str:
    """A table in a cell of a right-to-left letter, whose words state this direction."""
    words = f"<w:p><w:pPr><w:bidi{value}/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    inner = f"<w:tbl><w:tblPr/><w:tr><w:tc>{words}</w:tc></w:tr></w:tbl><w:p/>"
    outer = f"<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    return f"{outer}<w:p/>{RTL_SECTION}"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (start(1, "a") + end(1) + start(2, "a") + end(2), "the bookmark name `a` stands twice"),
        (start(1, "a") + end(1) + start(1, "b") + end(1), "the bookmark id `1` stands twice"),
        (start(1), "the bookmark `1` has no end"),
        (end(1), "the bookmark end `1` has no beginning"),
        ('<w:p><w:hyperlink w:anchor="a"/></w:p>', "leads to the bookmark `a`, which does not"),
        (
            "<w:p><w:r><w:instrText> PAGEREF a </w:instrText></w:r></w:p>",
            "tells the page of the bookmark `a`, which does not exist",
        ),
        ("<w:p><w:del><w:r><w:t>x</w:t></w:r></w:del></w:p>", "deleted text `x`"),
        ("<w:p><w:r><w:delText>x</w:delText></w:r></w:p>", "without being deleted"),
        ("<w:p><w:r><w:t>x </w:t></w:r></w:p>", "the spaces around `x ` are not preserved"),
        (
            "<w:p><w:r><w:rPr><w:rtl/></w:rPr><w:t>Latin</w:t></w:r></w:p>",
            "`rtl` stands on the left-to-right text `Latin`",
        ),
        ("<w:p><w:r><w:t>منظمة</w:t></w:r></w:p>", "`rtl` is missing on `منظمة`"),
        (f"<w:p><w:r><w:t>x</w:t></w:r></w:p>{RTL_SECTION}", "does not say its direction"),
        (
            (
                '<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr>'
                "<w:t>منظمة</w:t></w:r></w:p>"
            ),
            "is pushed to the right, not turned round",
        ),
        (f"<w:tbl><w:tblPr/></w:tbl><w:p/>{RTL_SECTION}", "lacks `bidiVisual`"),
        (nested_table(""), "lacks `bidiVisual`"),
        ("<w:tbl/><w:tbl/><w:p/>", "two tables touch"),
        ("<w:tbl/><w:sectPr/>", "no paragraph follows a table"),
        ("<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl><w:p/>", "does not end with a para"),
        ("<w:p><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>", "`b` and `bCs` do not stand together"),
        ('<w:p><w:hyperlink r:id="rId7"/></w:p>', "the relation `rId7` does not exist"),
        ('<w:p><w:pPr><w:pStyle w:val="X"/></w:pPr></w:p>', "the style `X` does not exist"),
        ('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', "the footnotes are []"),
    ],
)
def test_each_fault_is_told(body: str, message: str) -> None:
    assert message in messages(body)


@pytest.mark.parametrize(
    "body",
    [
        start(1, "a") + start(2, "b") + end(1) + end(2),
        "<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>",
        '<w:p><w:r><w:t xml:space="preserve">x </w:t></w:r></w:p>',
        f'<w:p><w:pPr><w:bidi w:val="0"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>{RTL_SECTION}',
        "<w:p><w:r><w:rPr><w:rtl/></w:rPr><w:t>منظمة 2016 (1)</w:t></w:r></w:p>",
        nested_table(' w:val="0"'),
    ],
)
def test_what_is_right_is_let_be(body: str) -> None:
    assert messages(body) == ""
