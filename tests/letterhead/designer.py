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


_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE_STYLES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<x:styles xmlns:x="{WORD}"><x:docDefaults><x:rPrDefault><x:rPr>
<x:rFonts x:ascii="Noto Sans" x:hAnsi="Noto Sans" x:eastAsia="Noto Sans" x:cs="Noto Sans Arabic"/>
<x:sz x:val="20"/><x:szCs x:val="22"/><x:lang x:val="de-DE" x:eastAsia="en-US" x:bidi="ar-SA"/>
</x:rPr></x:rPrDefault><x:pPrDefault><x:pPr><x:spacing x:after="120" x:line="280"
 x:lineRule="auto"/></x:pPr></x:pPrDefault></x:docDefaults>
<x:style x:type="paragraph" x:default="1" x:styleId="Standard"><x:name x:val="Normal"/></x:style>
<x:style x:type="paragraph" x:styleId="Brieftext" x:customStyle="1"><x:name x:val="House Text"/>
<x:basedOn x:val="Standard"/><x:pPr><x:spacing x:after="160"/></x:pPr></x:style>
<x:style x:type="paragraph" x:styleId="Datum"><x:name x:val="Date"/><x:basedOn x:val="Standard"/>
<x:pPr><x:spacing x:before="240" x:after="240"/><x:jc x:val="right"/></x:pPr><x:rPr>
<x:color x:val="1F6F6B"/></x:rPr></x:style>
<x:style x:type="character" x:styleId="Note"><x:name x:val="Signature"/><x:rPr><x:b/></x:rPr>
</x:style>
<x:style x:type="paragraph" x:styleId="Closing"><x:name x:val="Last words"/>
<x:basedOn x:val="Standard"/></x:style>
<x:style x:type="paragraph" x:styleId="Kopf"><x:name x:val="header"/><x:basedOn x:val="Standard"/>
<x:rPr><x:color x:val="1F6F6B"/><x:sz x:val="18"/><x:szCs x:val="18"/></x:rPr></x:style>
</x:styles>"""


def office_letterhead() -> bytes:
    """One page by hand, with other prefixes than Word's: a logo that floats, a coloured band.

    It has no lists, notes, theme or settings; its text has a style of its own, in which the marker
    stands; one style has the name of one of ours and another kind, one the identifier.
    """
    text = '<x:p><x:pPr><x:pStyle x:val="Kopf"/></x:pPr><x:r><x:t xml:space="preserve">%s</x:t>'
    picture = (
        '<x:r><x:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align>'
        '</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>450000</wp:posOffset>'
        '</wp:positionV><wp:extent cx="1260000" cy="540000"/><wp:wrapNone/>'
        '<wp:docPr id="2077221901" name="Logo"/><a:graphic><a:graphicData'
        f' uri="{_DRAWN}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdLogo"/><a:stretch>'
        '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1260000" cy="540000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></x:drawing>"
        "</x:r>"
    )
    band = (
        '<x:tbl><x:tblPr><x:tblW x:w="9000" x:type="dxa"/></x:tblPr><x:tblGrid>'
        '<x:gridCol x:w="9000"/></x:tblGrid><x:tr><x:tc><x:tcPr><x:tcW x:w="9000" x:type="dxa"/>'
        '<x:shd x:val="clear" x:color="auto" x:fill="D7ECEA"/></x:tcPr>'
        f"{text % 'Quay Clinic'}</x:r></x:p></x:tc></x:tr></x:tbl>"
    )
    spaces = (
        f'xmlns:x="{WORD}" xmlns:r="{RELATIONSHIPS}" xmlns:wp="{_DRAWN}/wordprocessingDrawing"'
        f' xmlns:a="{_DRAWN}/main" xmlns:pic="{_DRAWN}/picture"'
    )
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    body = (
        '<x:p/><x:p><x:pPr><x:pStyle x:val="Brieftext"/></x:pPr><x:r><x:t>{{ letter }}</x:t></x:r>'
        '</x:p><x:sectPr><x:headerReference x:type="default" r:id="logo"/><x:footerReference'
        ' x:type="default" r:id="foot"/><x:pgSz x:w="11906" x:h="16838"/><x:pgMar x:top="2600"'
        ' x:right="1450" x:bottom="1700" x:left="1450" x:header="700" x:footer="700"'
        ' x:gutter="0"/></x:sectPr>'
    )
    relation = f'<Relationship Id="%s" Type="{RELATIONSHIPS}/%s" Target="%s"/>'
    relations = f'{declaration}<Relationships xmlns="{_RELATION}">%s</Relationships>'
    override = '<Override PartName="/word/%s.xml" ContentType="%s"/>'
    mime = "application/vnd.openxmlformats-"
    kinds = {"document": "document.main", "styles": "styles", "top": "header", "foot": "footer"}
    parts = {
        "[Content_Types].xml": declaration
        + f'<Types xmlns="{mime.replace("application/vnd.", "http://schemas.")[:-1]}.org/package'
        + f'/2006/content-types"><Default Extension="rels" ContentType="{mime}package.'
        + 'relationships+xml"/><Default Extension="PNG" ContentType="image/png"/>'
        + "".join(override % (name, f"{WORD_MIME}.{kind}+xml") for name, kind in kinds.items())
        + '<Override PartName="/docProps/app.xml" ContentType='
        + f'"{mime}officedocument.extended-properties+xml"/></Types>',
        "_rels/.rels": relations
        % (
            relation % ("a", "officeDocument", "/word/document.xml")
            + relation % ("b", "extended-properties", "docProps/app.xml")
        ),
        "docProps/app.xml": f'{declaration}<Properties xmlns="http://schemas.openxmlformats.org/'
        'officeDocument/2006/extended-properties"><Template>private.dotm</Template>'
        "<Company>Quay &amp; Clinic</Company></Properties>",
        "word/document.xml": f"{declaration}<x:document {spaces}><x:body>{body}</x:body>"
        "</x:document>",
        "word/_rels/document.xml.rels": relations
        % (
            relation % ("style", "styles", "styles.xml")
            + relation % ("logo", "header", "top.xml")
            + relation % ("foot", "footer", "foot.xml")
        ),
        "word/styles.xml": _OFFICE_STYLES,
        "word/top.xml": f"{declaration}<x:hdr {spaces}>{band}"
        f"{text % ''}</x:r>{picture}</x:p></x:hdr>",
        "word/_rels/top.xml.rels": relations % relation % ("rIdLogo", "image", "media/image1.PNG"),
        "word/foot.xml": f"{declaration}<x:ftr {spaces}>{text % 'Quay Clinic, Quay 3 – page '}"
        "</x:r>"
        '<x:fldSimple x:instr=" PAGE "><x:r><x:t>1</x:t></x:r></x:fldSimple></x:p></x:ftr>',
    }
    logo = {"word/media/image1.PNG": png(126, 54)}
    return package_of({**{name: markup.encode() for name, markup in parts.items()}, **logo})
