"""Letterheads as designers make them: with python-docx, and by hand where it cannot."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_SECTION
from docx.shared import Mm, Pt, RGBColor
from tests.writers.pictures import png

from letterkit.ooxml.namespaces import RELATIONSHIPS, WORD, WORD_MIME
from letterkit.ooxml.package import Part, write_package

if TYPE_CHECKING:
    from collections.abc import Callable

Parts = dict[str, bytes]

LOCAL_IDS = {
    "Normal": "Standard",
    "BodyText": "Textkrper",
    "Heading3": "berschrift3",
    "ListBullet": "Aufzhlungszeichen",
    "Header": "Kopfzeile",
    "Footer": "Fuzeile",
    "TableGrid": "Tabellenraster",
}
COVER = "Harbour House, for the attention of the reader"
NOTE = "A note of the house."
REGISTERED = "Registered at the harbour, no. 7"
FOOTNOTES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes xmlns:w="{WORD}">'
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r>'
    '</w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r>'
    f'<w:t xml:space="preserve"> {NOTE}</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def package_of(parts: Parts) -> bytes:
    return write_package(Part(name, content) for name, content in parts.items())


def changed(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The same file with one part changed; that it changes is part of the promise."""
    parts = parts_of(data)
    text = parts[name].decode()
    made = change(text)
    assert made != text
    return package_of({**parts, name: made.encode()})


def replaced(data: bytes, name: str, old: str, new: str) -> bytes:
    return changed(data, name, lambda text: text.replace(old, new, 1))


def with_part(data: bytes, name: str, content: str, kind: str, content_type: str) -> bytes:
    """The same file with one part more, to which the document refers."""
    parts = {**parts_of(data), name: content.encode()}
    relation = (
        f'<Relationship Id="rIdMore{len(parts)}" Type="{RELATIONSHIPS}/{kind}"'
        f' Target="{name.removeprefix("word/")}"/></Relationships>'
    )
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    for part, end, more in (
        ("word/_rels/document.xml.rels", "</Relationships>", relation),
        ("[Content_Types].xml", "</Types>", override),
    ):
        parts[part] = parts[part].decode().replace(end, more).encode()
    return package_of(parts)


def plain_letterhead(*paragraphs: str) -> bytes:
    """A file with no header and no footer, in the styles of python-docx."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return _saved(document)


def house_letterhead() -> bytes:
    """A cover with a header of its own; then pages whose first has a table with the logo."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    normal.font.color.rgb = RGBColor(0x10, 0x20, 0x50)
    body_text = document.styles["Body Text"]
    body_text.paragraph_format.space_after = Pt(7)
    document.styles.add_style("House Lines", 1).font.italic = True

    cover = document.sections[0]
    cover.header.paragraphs[0].text = "Cover of the house"
    document.add_paragraph(COVER)
    document.add_paragraph("a point of the house", style="List Bullet")
    document.add_paragraph("its first number", style="List Number")

    page = document.add_section(WD_SECTION.NEW_PAGE)
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(28)
    page.top_margin, page.bottom_margin = Mm(40), Mm(30)
    page.different_first_page_header_footer = True
    for header in (page.first_page_header, page.header, page.first_page_footer, page.footer):
        header.is_linked_to_previous = False
    table = page.first_page_header.add_table(1, 2, Mm(154))
    table.style = document.styles["Table Grid"]
    run = table.cell(0, 0).paragraphs[0].add_run()
    run.add_picture(io.BytesIO(png(80, 30)), width=Mm(30))
    table.cell(0, 1).text = "Harbour House\n4 Orchard Square"
    page.header.paragraphs[0].text = "Harbour House, continued"
    page.first_page_footer.paragraphs[0].text = REGISTERED
    page.footer.paragraphs[0].text = "harbour.example.org"
    document.add_paragraph("{{ letter }}", style="Body Text")
    data = _saved(document)
    data = changed(data, "word/styles.xml", _localized)
    data = changed(data, "word/document.xml", _localized)
    for name in parts_of(data):
        if (
            re.fullmatch(r"word/(header|footer)\d\.xml", name)
            and "pStyle" in parts_of(data)[name].decode()
        ):
            data = changed(data, name, _localized)
    data = with_part(
        data, "word/footnotes.xml", FOOTNOTES, "footnotes", f"{WORD_MIME}.footnotes+xml"
    )
    reference = f'{COVER}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    return replaced(data, "word/document.xml", f"{COVER}</w:t></w:r>", reference)


def _localized(markup: str) -> str:
    """Identifiers as a German Word makes them; the names stay English in the file."""
    places = "styleId|(?:pStyle|basedOn|next|link|tblStyle) w:val"
    for english, german in LOCAL_IDS.items():
        markup = re.sub(rf'(w:(?:{places})=)"{english}"', rf'\1"{german}"', markup)
    return markup


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_header(text: str, *, kind: str = "header") -> bytes:
    """A file with one header (or footer), on every page."""
    document = docx.Document()
    story = getattr(document.sections[0], kind)
    story.is_linked_to_previous = False
    story.paragraphs[0].text = text
    return _saved(document)
