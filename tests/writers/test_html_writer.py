"""Letters as web pages: what each block and inline becomes."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import html as lxml_html
from tests.profiles import BY_DIRECTION
from tests.writers.conftest import make_letter
from tests.writers.pictures import png
from tests.writers.test_docx_pictures import exif, jpeg, segment

from letterkit.diagnostics import LetterkitError
from letterkit.document import (
    Alignment,
    Block,
    Columns,
    Direction,
    Document,
    Emphasis,
    Field,
    FieldKind,
    Footnote,
    Group,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Quotation,
    Role,
    Strong,
    Table,
    Text,
    Value,
)
from letterkit.language.conventions import Fonts
from letterkit.writers.html import HtmlWriter
from letterkit.writers.pictures import PictureError, strip_picture

if TYPE_CHECKING:
    from pathlib import Path


def words(*parts: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Inline, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(words(*parts), role=role)


def letter(
    *blocks: Block,
    title: str = "A letter",
    header: tuple[Block, ...] = (),
    footer: tuple[Block, ...] = (),
    base: Direction = Direction.LTR,
) -> Document:
    locale, tag = {"ltr": ("en", "en-GB"), "rtl": ("ar", "ar-SY")}[base]
    return Document(locale, tag, base, title, blocks, header=header, footer=footer)


def page(document: Document) -> str:
    return HtmlWriter(BY_DIRECTION[document.direction]).write(document)


def article(*blocks: Block, base: Direction = Direction.LTR) -> str:
    """What blocks become, without the article's own tags and without line ends."""
    found = re.search(
        r"<article[^>]*>\n(.*)</article>", page(letter(*blocks, base=base)), re.DOTALL
    )
    assert found
    return found[1].replace("\n", "")


def parsed(text: str) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(encoding="utf-8")
    return lxml_html.document_fromstring(text.encode(), parser=parser)


def test_a_page_says_its_language_direction_title_and_encoding() -> None:
    document = replace(letter(paragraph("كلمات"), base=Direction.RTL), title="A & <B>", subject='"')
    text = page(document)
    root = parsed(text)
    assert text.startswith("<!DOCTYPE html>\n")
    assert (root.get("lang"), root.get("dir")) == ("ar-SY", "rtl")
    assert root.findtext("head/title") == "A & <B>"
    assert root.xpath("string(//meta[@charset]/@charset)") == "utf-8"
    assert root.xpath("string(//meta[@name='description']/@content)") == '"'
    (only,) = root.xpath("//body/main/article")
    assert (only.get("lang"), only.get("dir")) == ("ar-SY", "rtl")  # as it may be taken out


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    text = page(letter(paragraph(Link("https://example.org/", words("there")))))
    assert not re.search(r"<(script|link|iframe|object)\b|@import|url\(|src=\"http", text)
    assert "default-src 'none'" in text


@pytest.mark.parametrize(
    ("title", "blocks", "expected"),
    [
        ("T", (), "T"),
        ("", (paragraph(" "), Group(Role.INSIDE_ADDRESS, (paragraph("Ada\nQuill"),))), "Ada Quill"),
        ("", (), ""),
    ],
)
def test_a_page_has_a_title(title: str, blocks: tuple[Block, ...], expected: str) -> None:
    root = parsed(page(letter(*blocks, title=title)))
    assert (root.findtext("head/title") or "") == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(
            (paragraph("One ", Strong(words("two ", Emphasis(words("three")))), LineBreak(), "4"),),
            "<p>One <strong>two <em>three</em></strong><br>4</p>",
            id="emphasis and lines",
        ),
        pytest.param(
            (paragraph("A", role=Role.DATELINE), paragraph("B", role=Role.END_MARK)),
            '<p class="letter-dateline">A</p><p class="letter-end-mark">B</p>',
            id="roles",
        ),
        pytest.param(
            (paragraph(), paragraph(" ", LineBreak()), paragraph("x", LineBreak())),
            "<p>x</p>",
            id="nothing leaves nothing",
        ),
        pytest.param(
            (Group(Role.INSIDE_ADDRESS, (paragraph("Ada"), paragraph(), paragraph("Leeds"))),),
            '<p class="letter-inside-address">Ada<br>Leeds</p>',
            id="lines of a group",
        ),
        pytest.param(
            (Group(Role.CONTACT, (paragraph("Ada", role=Role.CONTACT), paragraph("1"))),),
            '<address class="letter-contact">Ada<br>1</address>',
            id="how to reach the sender",
        ),
        pytest.param(
            (
                Group(
                    Role.COPIES,
                    (
                        paragraph("To", role=Role.GROUP_HEADING),
                        paragraph("Ada"),
                        paragraph("Bo"),
                        ItemList(((paragraph("x"),),)),
                    ),
                ),
            ),
            '<div class="letter-copies"><h2 class="letter-group-heading">To</h2>'
            "<p>Ada<br>Bo</p><ul><li>x</li></ul></div>",
            id="a group of more than lines",
        ),
        pytest.param(
            (Columns(3, ((paragraph("A"), paragraph("a")), (paragraph("B"),), ())),),
            '<ul class="letter-columns letter-signatories" role="list" style="--columns: 3">'
            "<li>A<br>a</li><li>B</li></ul>",
            id="columns",
        ),
        pytest.param(
            (Columns(2, ((paragraph("A"), ItemList(((paragraph("x"),),))),), Role.SIGNATURE),),
            '<ul class="letter-columns letter-signature" role="list" style="--columns: 2">'
            "<li><p>A</p><ul><li>x</li></ul></li></ul>",
            id="columns of more than lines",
        ),
        pytest.param(
            (
                ItemList(
                    ((paragraph("a"), ItemList(((paragraph("b"),),), 1)), (paragraph("c"),)), 3
                ),
            ),
            '<ol start="3"><li>a<ol><li>b</li></ol></li><li>c</li></ol>',
            id="lists",
        ),
        pytest.param(
            (ItemList(((paragraph("a"), paragraph("b")), (paragraph("c"),))),),
            "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>",
            id="a list of paragraphs",
        ),
        pytest.param(
            (Quotation((paragraph("Stop."),), words("Ada")),),
            '<blockquote><p>Stop.</p><footer class="letter-attribution">— <cite>Ada</cite>'
            "</footer></blockquote>",
            id="a quotation",
        ),
        pytest.param(
            (Quotation((paragraph("Stop."),), words("– Ada")),),
            '<blockquote><p>Stop.</p><footer class="letter-attribution"><cite>– Ada</cite>'
            "</footer></blockquote>",
            id="a quotation with a dash of its own",
        ),
        pytest.param(
            (
                Table(
                    (words("N"), (), words("%")),
                    ((words("a"), words("b")),),
                    (Alignment.START, Alignment.CENTER, Alignment.END),
                ),
            ),
            '<table><thead><tr><th scope="col" style="text-align: start">N</th>'
            '<td style="text-align: center"></td><th scope="col" style="text-align: end">%</th>'
            '</tr></thead><tbody><tr><td>a</td><td style="text-align: center">b</td>'
            '<td style="text-align: end"></td></tr></tbody></table>',
            id="a table",
        ),
        pytest.param((Table((), (), ()),), "", id="an empty table"),
        pytest.param(
            (
                paragraph(
                    Link("https://example.org/?a=1&b=2", words("there")),
                    Link("mailto:a@example.org", ()),
                ),
            ),
            '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener">there</a>'
            '<a href="mailto:a@example.org">mailto:a@example.org</a></p>',
            id="links",
        ),
        pytest.param(
            (paragraph(Value("1 Elm Row\r\nLeeds"), "\n", Value("<b>&amp;")),),
            "<p>1 Elm Row<br>Leeds &lt;b&gt;&amp;amp;</p>",
            id="values of several lines",
        ),
    ],
)
def test_a_block_becomes(blocks: tuple[Block, ...], expected: str) -> None:
    assert article(*blocks) == expected


def test_lists_count_in_the_digits_of_the_locale() -> None:
    eastern = replace(BY_DIRECTION[Direction.RTL], digits="arab")
    note = Footnote((paragraph("ب"),))
    document = letter(ItemList(((paragraph("أ", note),),), 1), base=Direction.RTL)
    root = parsed(HtmlWriter(eastern).write(document))
    styles = root.xpath("//ol/@style")
    assert styles == ["list-style-type: arabic-indic"] * 2
    assert root.xpath("string(//sup)") == "١"


def test_a_line_of_another_direction_begins_where_the_others_begin() -> None:
    lines = (paragraph("السيدة"), Paragraph(words("4 Orchard Square"), direction=Direction.LTR))
    expected = (
        '<p class="letter-inside-address">السيدة<br>'
        '<span dir="ltr" lang="und-Latn">4 Orchard Square</span></p>'
    )
    assert article(Group(Role.INSIDE_ADDRESS, lines), base=Direction.RTL) == expected
    turned = Group(Role.INSIDE_ADDRESS, lines[1:], direction=Direction.LTR)
    assert '<span dir="ltr"' in article(turned, base=Direction.RTL)


def headings(document: Document) -> list[tuple[str, str]]:
    found = parsed(page(document)).xpath("//h1|//h2|//h3|//h4|//h5|//h6")
    return [(str(element.tag), element.text_content()) for element in found]


def test_the_headline_is_the_main_heading_and_no_level_is_skipped() -> None:
    document = letter(
        paragraph("News", role=Role.HEADLINE),
        paragraph("Re: x", role=Role.SUBJECT_LINE),
        Heading(1, words("One")),
        Heading(4, words("Two")),
        paragraph("Who", role=Role.GROUP_HEADING),
    )
    assert headings(document) == [("h1", "News"), ("h2", "One"), ("h3", "Two"), ("h2", "Who")]


def test_without_a_headline_the_subject_line_is_the_main_heading() -> None:
    subject = paragraph("Re: x", role=Role.SUBJECT_LINE)
    assert headings(letter(subject, Heading(3, words("One")))) == [("h1", "Re: x"), ("h2", "One")]


def test_a_letter_without_either_has_its_title_as_a_heading_outside_the_article() -> None:
    document = letter(paragraph("Dear all,"), Heading(2, words("One")))
    assert headings(document) == [("h1", "A letter"), ("h2", "One")]
    assert not parsed(page(document)).xpath("//article//h1")
    assert headings(replace(document, title="")) == [("h2", "One")]


def test_a_sole_first_heading_of_the_first_level_is_the_main_one() -> None:
    document = letter(Heading(1, words("Digest")), Heading(2, words("One")))
    assert headings(document) == [("h1", "Digest"), ("h2", "One")]


def test_of_several_headlines_none_is_the_main_heading() -> None:
    blocks = [
        block
        for name in ("A", "B")
        for block in (paragraph(name, role=Role.HEADLINE), Heading(2, words("x")))
    ]
    expected = [("h1", "A letter"), ("h2", "A"), ("h3", "x"), ("h2", "B"), ("h3", "x")]
    assert headings(letter(*blocks)) == expected


def test_footnotes_lead_there_and_back() -> None:
    inner = Footnote((paragraph("deep"),))
    document = letter(
        paragraph("a", Footnote((paragraph("first", inner), ItemList(((paragraph("x"),),))))),
        paragraph(Link("https://example.org/", words("b", Footnote((paragraph("second"),))))),
        footer=(paragraph("end", Footnote((paragraph("third"),))),),
    )
    root = parsed(page(document))
    (section,) = root.xpath("//section[@role='doc-endnotes']")
    notes = [" ".join(item.text_content().split()) for item in section.xpath("ol/li")]
    assert notes == ["first4 x ↑", "second ↑", "third ↑", "deep ↑"]
    assert not root.xpath("//a//a")
    for link in root.xpath("//a[starts-with(@href, '#')]"):
        (target,) = root.xpath("//*[@id=$name]", name=link.get("href")[1:])
        assert target is not link
    assert [item.get("id") for item in section.xpath("ol/li")] == [
        f"en-note-{number}" for number in (1, 2, 3, 4)
    ]


def test_sender_and_foot_frame_the_article_and_page_numbers_are_left_out() -> None:
    number = paragraph("Page ", Strong((Field(FieldKind.PAGE),)), role=Role.FOOTER)
    sender = Group(Role.SENDER, (paragraph("Horizon Relief"), number))
    document = letter(paragraph("x"), header=(sender,), footer=(number,))
    root = parsed(page(document))
    (inside,) = root.xpath("//article")
    assert [element.tag for element in inside] == ["header", "p"]
    assert inside[0].text_content().strip() == "Horizon Relief"
    charity = replace(document, footer=(paragraph("Charity 1", role=Role.FOOTER), number))
    (inside,) = parsed(page(charity)).xpath("//article")
    assert inside[-1].tag == "footer"
    assert inside[-1].text_content().strip() == "Charity 1"


def decoded(text: str) -> bytes:
    found = re.search(r'src="data:image/[a-z]+;base64,([^"]+)"', text)
    assert found
    return base64.b64decode(found[1])


def test_a_picture_stands_in_the_page_without_its_metadata(tmp_path: Path) -> None:
    path = tmp_path / "secret-name.png"
    path.write_bytes(png(150, 75, (b"tEXt", b"Author\0Somebody")))
    shown = Picture(str(path), words('A "grey" & <plain> square'))
    text = article(paragraph(shown))
    assert decoded(text) == png(150, 75)
    assert text.startswith("<figure><img ")
    assert 'alt="A &quot;grey&quot; &amp; &lt;plain&gt; square" width="96" height="48"' in text
    assert "secret" not in text
    assert article(paragraph("x ", shown)).startswith("<p>x <img ")


def test_a_photograph_keeps_how_it_was_held_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "p.jpg"
    path.write_bytes(jpeg(segment(0xE1, exif(6))))
    text = article(paragraph(Picture(str(path))))
    data = decoded(text)
    assert b"GPS" not in data
    again = strip_picture(data)
    assert (again.turn, again.mirrored) == (90, False)
    width, height = map(int, re.findall(r'(?:width|height)="(\d+)"', text))
    assert width < height  # of 30 by 20 pixels, turned


def test_what_no_page_can_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LetterkitError, match=r"U\+0000"):
        page(letter(paragraph(Value("a\0b"))))
    with pytest.raises(LetterkitError, match="javascript"):
        page(letter(paragraph(Link("javascript:alert(1)", words("x")))))
    with pytest.raises(PictureError):
        page(letter(paragraph(Picture(str(tmp_path / "none.png")))))


def test_a_fonts_name_cannot_leave_the_style_sheet() -> None:
    fonts = Fonts(latin='A";}</style><script>', complex_script="Noto Naskh", size=12)
    text = HtmlWriter(replace(BY_DIRECTION[Direction.LTR], fonts=fonts)).write(
        letter(paragraph("x"))
    )
    assert "<script>" not in text
    assert text.count("</style>") == 1
    assert '"Noto Naskh", serif' in text


def test_the_style_sheet_has_every_placeholder_filled() -> None:
    for each in BY_DIRECTION.values():
        text = HtmlWriter(each).write(letter(paragraph("x")))
        assert not re.search(r"\b(SIZE|LEADING|PRINTED|FONTS)\b", text)


def test_blocks_of_the_last_letter_are_remembered(letters: dict[str, Document]) -> None:
    document = letters["en"]
    note = paragraph("new", Footnote((paragraph("a note more"),)))
    other = replace(document, blocks=(note, *document.blocks[1:]))
    writer = HtmlWriter(BY_DIRECTION[Direction.LTR])
    writer.write(document)
    before = writer._fragments
    assert writer.write(other) == page(other)  # its notes are numbered anew
    kept = [key for key, (_, fragment) in writer._fragments.items() if key in before]
    assert len(kept) == len(writer._fragments) - 1
    assert all(writer._fragments[key] is before[key] for key in kept)


def test_another_outline_makes_remembered_blocks_anew() -> None:
    heading = Heading(2, words("x"))
    writer = HtmlWriter(BY_DIRECTION[Direction.LTR])
    for first in (paragraph("N", role=Role.HEADLINE), Heading(1, words("y")), paragraph("z")):
        for blocks in ((first, heading), (first, heading, paragraph("N", role=Role.HEADLINE))):
            document = letter(*blocks)
            assert writer.write(document) == page(document)


def test_the_same_letter_gives_the_same_page(letters: dict[str, Document], tmp_path: Path) -> None:
    picture = tmp_path / "other.png"
    picture.write_bytes(png(60, 40))
    for locale, document in letters.items():
        assert page(document) == page(make_letter(locale, picture))
