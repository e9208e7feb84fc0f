"""The styles of the base document: the names that a reviewer finds in Word, laid out for a letter.

Sizes are in half-points for a text of 11 points and are scaled to a language's own size when a
letterhead is prepared; distances are in twentieths of a point. Every size stands as `sz` and
`szCs`, every weight as `b` and `bCs`, since Word formats complex scripts by the second of each.
Names that are not Word's built-in ones are those of its letter wizard ("Inside Address", "Subject
Line", "CC List") wherever it has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TEXT_SIZE: Final = 22  # half-points
BOLD: Final = "<w:b/><w:bCs/>"
_LISTS: Final = ("Bullet", "Number", "Continue")
KEEP: Final = "<w:keepNext/><w:keepLines/>"


def size(half_points: int) -> str:
    """A size for every script, in half-points."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def space(before: int = 0, after: int = 0) -> str:
    """Space before and after a paragraph, in twentieths of a point."""
    first = f' w:before="{before}"' if before else ""
    return f'<w:spacing{first} w:after="{after}"/>'


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One paragraph style; `paragraph` and `run` are its properties, in the schema's order."""

    name: str
    based_on: str = "Normal"
    next: str = ""
    paragraph: str = ""
    run: str = ""
    identifier: str = ""
    shown: bool = True

    @property
    def id(self) -> str:
        """The identifier, which Word makes of the name by leaving out its spaces."""
        return self.identifier or self.name.title().replace(" ", "")

    def xml(self) -> str:
        """The style as an element of styles.xml."""
        custom = "" if self.name in BUILT_IN else ' w:customStyle="1"'
        follower = f'<w:next w:val="{self.next}"/>' if self.next else ""
        shown = "<w:qFormat/>" if self.shown else ""
        paragraph = f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else ""
        run = f"<w:rPr>{self.run}</w:rPr>" if self.run else ""
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{self.id}"><w:name w:val="{self.name}"'
            f'/><w:basedOn w:val="{self.based_on}"/>{follower}{shown}{paragraph}{run}</w:style>\n'
        )


BUILT_IN: Final = frozenset(
    (
        "Body Text",
        "Date",
        "Salutation",
        "Closing",
        "Signature",
        "Quote",
        "Title",
        "List Paragraph",
        *(f"heading {level}" for level in range(1, 7)),
        *(f"List {kind}{level}" for kind in _LISTS for level in ("", " 2", " 3")),
        "header",
        "footer",
        "footnote text",
        "caption",
        "annotation text",
        "TOC Heading",
        "toc 1",
    )
)

INDENT: Final = 567  # 10 mm, one level of a list
HANGING: Final = 397  # 7 mm, so that two digits and a full stop fit; must be less than the indent


def _list_styles() -> tuple[ParagraphStyle, ...]:
    made = [
        ParagraphStyle(
            "List Paragraph", "BodyText", paragraph=f'{space(after=80)}<w:ind w:left="{INDENT}"/>'
        )
    ]
    for level in (1, 2, 3):
        suffix = f" {level}" if level > 1 else ""
        left = INDENT * level
        hanging = f'<w:ind w:left="{left}" w:hanging="{HANGING}"/>'
        made += [
            ParagraphStyle(f"List Bullet{suffix}", "ListParagraph", paragraph=hanging),
            ParagraphStyle(f"List Number{suffix}", "ListParagraph", paragraph=hanging),
            ParagraphStyle(
                f"List Continue{suffix}", "ListParagraph", paragraph=f'<w:ind w:left="{left}"/>'
            ),
        ]
    return tuple(made)


def _headings() -> tuple[ParagraphStyle, ...]:
    sizes = (28, 24, 22, 22, 22, 22)
    return tuple(
        ParagraphStyle(
            f"heading {level}",
            next="BodyText",
            paragraph=f'{KEEP}{space(240, 100)}<w:outlineLvl w:val="{level - 1}"/>',
            run=BOLD + size(half_points),
        )
        for level, half_points in enumerate(sizes, start=1)
    )


PARAGRAPH_STYLES: Final = (
    ParagraphStyle("Body Text", paragraph=space(after=160)),
    ParagraphStyle("Return Address", run='<w:color w:val="404040"/>' + size(18)),
    ParagraphStyle("Company Name", "ReturnAddress", "ReturnAddress", run=BOLD + size(26)),
    ParagraphStyle("Date", next="InsideAddress", paragraph=f"<w:keepNext/>{space(after=240)}"),
    ParagraphStyle("Reference Line", paragraph=f"<w:keepNext/>{space(after=240)}"),
    ParagraphStyle("Mailing Instructions", paragraph=f"<w:keepNext/>{space(after=120)}", run=BOLD),
    ParagraphStyle("Inside Address", paragraph=f"<w:keepNext/>{space(after=280)}"),
    ParagraphStyle("Subject Line", next="BodyText", paragraph=KEEP + space(after=200), run=BOLD),
    ParagraphStyle("Salutation", next="BodyText", paragraph=KEEP + space(after=200)),
    ParagraphStyle("Closing", next="Signature", paragraph=KEEP + space(240, 160)),
    ParagraphStyle("Signature", paragraph="<w:keepLines/>" + space(720, 240)),
    ParagraphStyle("Signatories", paragraph="<w:keepLines/>" + space(after=140)),
    ParagraphStyle("CC List", paragraph=space(200, 160), identifier="CCList"),
    ParagraphStyle("Enclosure", paragraph=space(200, 160)),
    ParagraphStyle("Contact Information", paragraph=space(200, 160)),
    ParagraphStyle("Note", paragraph=space(after=160), run=size(20)),
    ParagraphStyle("Embargo", next="BodyText", paragraph=KEEP + space(after=240), run=BOLD),
    ParagraphStyle("End Mark", paragraph=space(240, 240) + '<w:jc w:val="center"/>'),
    ParagraphStyle(
        "Title", next="BodyText", paragraph=KEEP + space(after=240), run=BOLD + size(32)
    ),
    *_headings(),
    ParagraphStyle(
        "TOC Heading",
        next="TOC1",
        paragraph=KEEP + space(240, 100),
        run=BOLD + size(24),
        identifier="TOCHeading",
    ),
    ParagraphStyle(
        "toc 1",
        "BodyText",
        paragraph=f'{space(after=80)}<w:ind w:left="{HANGING}" w:hanging="{HANGING}"/>',
        identifier="TOC1",
        shown=False,
    ),
    ParagraphStyle(
        "Quote",
        "BodyText",
        "BodyText",
        paragraph=f'{space(after=160)}<w:ind w:left="{INDENT}" w:right="{INDENT}"/>',
    ),
    ParagraphStyle("Quote Attribution", "Quote", "BodyText", paragraph="<w:keepLines/>"),
    *_list_styles(),
    ParagraphStyle("Table Text", paragraph=space(40, 40), run=size(20)),
    ParagraphStyle("caption", paragraph=space(after=200), run=BOLD + size(18)),
    ParagraphStyle("header", run=size(18), shown=False),
    ParagraphStyle(
        "footer",
        paragraph='<w:jc w:val="center"/>',
        run='<w:color w:val="404040"/>' + size(18),
        shown=False,
    ),
    ParagraphStyle("footnote text", paragraph=space(after=40), run=size(18), shown=False),
    ParagraphStyle("annotation text", run=size(20), identifier="CommentText", shown=False),
)

CHARACTER_STYLES: Final = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\n'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>\n'
    '<w:style w:type="character" w:styleId="FootnoteReference">'
    '<w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>\n'
    '<w:style w:type="character" w:styleId="CommentReference">'
    '<w:name w:val="annotation reference"/><w:basedOn w:val="DefaultParagraphFont"/>'
    f"<w:rPr>{size(16)}</w:rPr></w:style>\n"
)

_CELL_MARGINS: Final = (
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
)
_GRID: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TABLE_STYLES: Final = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    f'<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>{_CELL_MARGINS}</w:tblPr></w:style>\n'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_GRID}</w:tblBorders></w:tblPr></w:style>\n"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>\n'
)
