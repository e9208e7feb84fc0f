"""Paragraphs: the style of each role, and the properties that differ from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from letterkit.document import Direction, Inline, Role
from letterkit.letterhead.model import OWN_LISTS, OWN_SHEET, Lists, StyleSheet
from letterkit.writers.docx.runs import ALONE, Combined, Place, formed, write_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from letterkit.document import Block
    from letterkit.writers.docx.fragments import FragmentBuilder

STYLES: Final = {
    Role.BODY: "BodyText",
    Role.SENDER: "ReturnAddress",
    Role.DATELINE: "Date",
    Role.REFERENCE_LINE: "ReferenceLine",
    Role.COURTESY_TRANSLATION: "Note",
    Role.CONFIDENTIALITY: "MailingInstructions",
    Role.DELIVERY: "MailingInstructions",
    Role.INSIDE_ADDRESS: "InsideAddress",
    Role.SALUTATION: "Salutation",
    Role.SUBJECT_LINE: "SubjectLine",
    Role.HEADLINE: "Title",
    Role.COMPLIMENTARY_CLOSE: "Closing",
    Role.SIGNATURE: "Signature",
    Role.SIGNATORIES: "Signatories",
    Role.GROUP_HEADING: "Heading3",
    Role.ATTRIBUTION: "QuoteAttribution",
    Role.COPIES: "CCList",
    Role.ENCLOSURES: "Enclosure",
    Role.CONTACT: "ContactInformation",
    Role.NOTE: "Note",
    Role.EMBARGO: "Embargo",
    Role.END_MARK: "EndMark",
    Role.HEADER: "Header",
    Role.FOOTER: "Footer",
}


@dataclass(frozen=True, slots=True)
class Context:
    """What a block must know of where it stands.

    `style` replaces the style of body text; `indent` is how far the text has moved in, in
    twentieths of a point, and `gap` what is left free at the end of a line; `depth` counts the
    lists around; `in_cell` says that this is a cell of a table, `narrow` that nothing can stand
    side by side in it, `loose` that nothing is kept on one page with what follows, whatever its
    style says; `direction` is that of the document, `anchored` whether paragraphs get
    bookmarks; `sheet` and `lists` are the letterhead's. `signs` says that signatures are drawn, and
    `room_above` how much is left free for them above a name; 0 is what its style leaves for a hand.
    `combined` says how the letter stands among others in one file, where it does.
    """

    direction: Direction
    width: int
    height: int
    style: str = ""
    properties: str = ""
    indent: int = 0
    gap: int = 0
    depth: int = 0
    in_cell: bool = False
    narrow: bool = False
    loose: bool = False
    anchored: bool = True
    write_note: Callable[[FragmentBuilder, tuple[Block, ...]], None] | None = None
    sheet: StyleSheet = OWN_SHEET
    lists: Lists = OWN_LISTS
    signs: bool = False
    room_above: int = 0
    combined: Combined = ALONE

    def indented(self, by: int, *, at_end: int = 0) -> Context:
        """The context of what is set in by so much."""
        return replace(
            self,
            indent=self.indent + by,
            gap=self.gap + at_end,
            width=max(1000, self.width - by - at_end),
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """What one paragraph has besides its style.

    `spacing` is a `w:spacing` element, `numbering` a level and what writes the list's number;
    `aside` sets a paragraph of the other direction at the side where the document's lines begin;
    `anchor` is the name of a bookmark around it.
    """

    keep_next: bool = False
    numbering: tuple[int, Callable[[], None]] | None = None
    borders: str = ""
    tabs: str = ""
    spacing: str = ""
    indent: str = ""
    alignment: str = ""
    aside: bool = False
    lead: str = ""
    anchor: str = ""


PLAIN: Final = Layout()


def write_paragraph(
    builder: FragmentBuilder,
    inlines: Iterable[Inline],
    style: str,
    context: Context,
    *,
    direction: Direction | None = None,
    layout: Layout = PLAIN,
    write: Callable[[FragmentBuilder, Iterable[Inline], Place, str], None] = write_runs,
) -> None:
    """Add a paragraph; `direction` is set where it differs from the document's.

    `write` adds its inlines.
    """
    own = direction or context.direction
    turned = own is Direction.RTL
    add = builder.add
    sheet, form = context.sheet, context.sheet.form(style)
    loose = '<w:keepNext w:val="0"/>' if context.loose else ""
    keep = "<w:keepNext/>" if layout.keep_next else loose
    head = f'<w:p><w:pPr><w:pStyle w:val="{sheet.of(style)}"/>{keep}'
    if layout.numbering:
        level, write_number = layout.numbering
        add(f'{head}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="')
        write_number()
        head = '"/></w:numPr>'
    bidi = "<w:bidi/>" if turned else ""
    if not turned and (context.direction is Direction.RTL or sheet.states_direction):
        bidi = '<w:bidi w:val="0"/>'
    alignment = layout.alignment
    if layout.aside and own is not context.direction:
        # `right` is the end of a line (17.3.1.13): in a paragraph turned round against its
        # document, the side where the document's lines begin.
        alignment = "right"
    justification = f'<w:jc w:val="{alignment}"/>' if alignment else ""
    mark = f"<w:rPr>{formed('', own, form)}</w:rPr>" if turned else ""
    add(
        f"{head}{layout.borders}{layout.tabs}{bidi}{layout.spacing}{_indentation(context, layout)}"
        f"{justification}{mark}</w:pPr>"
    )
    bookmark = builder.begin_bookmark() if context.anchored else None
    anchor = None
    if layout.anchor:
        anchor = builder.begin_bookmark(layout.anchor, of_many=context.combined.letters)
    if layout.lead:
        add(layout.lead)
    place = Place(
        own, context.width, context.height, context.write_note, sheet, form, context.combined
    )
    write(builder, inlines, place, context.properties)
    if anchor is not None:
        builder.end_bookmark(anchor)
    if bookmark is not None:
        builder.end_bookmark(bookmark)
    add("</w:p>")


def _indentation(context: Context, layout: Layout) -> str:
    if layout.indent:
        return layout.indent
    left = f' w:left="{context.indent}"' if context.indent else ""
    right = f' w:right="{context.gap}"' if context.gap else ""
    return f"<w:ind{left}{right}/>" if left or right else ""
