"""Inlines as runs: one run for each stretch of one direction and one look.

Word formats a run by the second set of its properties (`bCs`, `szCs`, the `cs` font) where it is
marked `rtl`, and `rtl` must not stand on Latin text (ECMA-376 Part 1, 17.3.2.30). So each paragraph
is cut where its look changes, and where its direction does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from letterkit.diagnostics import LetterkitError
from letterkit.document import (
    Block,
    Direction,
    Emphasis,
    Field,
    FieldKind,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
    Value,
)
from letterkit.language import bidi
from letterkit.letterhead.model import END_OF_LETTER, NO_FORM, OWN_SHEET, RunForm, StyleSheet
from letterkit.ooxml.markup import escape_text
from letterkit.writers.docx.directional_runs import Span, directional_runs, value_span
from letterkit.writers.docx.drawings import drawing, fitting
from letterkit.writers.docx.fragments import Counter, FragmentBuilder
from letterkit.writers.pictures import read_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BOLD: Final = "<w:b/><w:bCs/>"
ITALIC: Final = "<w:i/><w:iCs/>"
RIGHT_TO_LEFT: Final = "<w:rtl/>"
_LINE_SEPARATOR: Final = "\u2028"  # in the text by which directions are found: a line break
_SEPARATORS: Final = re.compile("(\r\n|[\n\r\t\x85\u2028\u2029])")
_OWN_MARK: Final = ' w:customMarkFollows="1"'
_FIELDS: Final = {FieldKind.PAGE: "PAGE", FieldKind.PAGES: "NUMPAGES"}


@dataclass(frozen=True, slots=True)
class Combined:
    """How a letter stands among others in one file.

    `letters` says that it does: its pages are those up to its own end. `marked` has the numbers of
    its footnotes written where they stand in the text, for LibreOffice, which cannot begin them
    anew and takes the number in the note itself from there.
    """

    letters: bool = False
    marked: bool = False


ALONE: Final = Combined()


@dataclass(frozen=True, slots=True)
class Place:
    """Where runs stand: base direction, room for pictures in twentieths of a point, notes.

    `form` is what runs in the paragraph's style say for themselves.
    """

    direction: Direction
    width: int
    height: int
    write_note: Callable[[FragmentBuilder, tuple[Block, ...]], None] | None
    sheet: StyleSheet = OWN_SHEET
    form: RunForm = NO_FORM
    combined: Combined = ALONE


def write_runs(
    builder: FragmentBuilder, inlines: Iterable[Inline], place: Place, properties: str = ""
) -> None:
    """Add the runs of a paragraph; `properties` are those that all of them share.

    Raises:
        LetterkitError: a character, a picture or a note that cannot stand there.
    """
    spans: list[Span] = []
    _collect(spans, inlines, place, properties, None)
    if not spans:
        return
    link: Link | None = None
    for span, text, direction in directional_runs(spans, place.direction):
        if span.link is not link:
            if link is not None:
                builder.add("</w:hyperlink>")
            if span.link is not None:
                builder.begin_link(span.link.target)
            link = span.link
        if span.inline is None:
            builder.add(_run(text, formed(span.properties, direction, place.form)))
        else:
            _write_object(builder, span, place)
    if link is not None:
        builder.add("</w:hyperlink>")


def _collect(
    spans: list[Span],
    inlines: Iterable[Inline],
    place: Place,
    properties: str,
    link: Link | None,
) -> None:
    for inline in inlines:
        match inline:
            case Text(text=text):
                if text:
                    spans.append(Span(text, properties, link))
            case Value(text=text):
                if text:
                    spans.append(value_span(inline, place.direction, properties, link))
            case Strong(children=children):
                bold = properties if BOLD in properties else _with_bold(properties)
                _collect(spans, children, place, bold, link)
            case Emphasis(children=children):
                italic = properties if ITALIC in properties else properties + ITALIC
                _collect(spans, children, place, italic, link)
            case Link(children=children):
                style = f'<w:rStyle w:val="{place.sheet.of("Hyperlink")}"/>'
                _collect(spans, children, place, style + properties, inline)
            case LineBreak():
                spans.append(Span(_LINE_SEPARATOR, properties, link))
            case _:
                spans.append(Span(bidi.OBJECT, properties, link, inline=inline))


def _with_bold(properties: str) -> str:
    """Bold stands after the style and before italics (the schema's order)."""
    if ITALIC in properties:
        return properties.replace(ITALIC, BOLD + ITALIC)
    return properties + BOLD


def formed(properties: str, direction: Direction, form: RunForm) -> str:
    """The properties of a run with what its direction and its paragraph's style ask for."""
    if direction is Direction.RTL:
        if form.fonts:
            style, end, rest = (
                properties.partition("/>") if properties.startswith("<w:rStyle") else ("", "", "")
            )
            properties = style + end + form.fonts + (rest if style else properties)
        if form.bold and BOLD not in properties:
            properties = _with_bold(properties)
        if form.italic and ITALIC not in properties:
            properties += ITALIC
        properties += form.size + RIGHT_TO_LEFT
    return properties + form.language


def note_mark(sheet: StyleSheet) -> str:
    """The style of a footnote's number, in the text and in the note."""
    return f'<w:rStyle w:val="{sheet.of("FootnoteReference")}"/>'


def _run(text: str, properties: str) -> str:
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    return f"<w:r>{properties}{_text(text)}</w:r>"


def _text(text: str) -> str:
    if not _SEPARATORS.search(text):
        return _text_element(text)
    return "".join(
        "<w:tab/>" if piece == "\t" else "<w:br/>" if index % 2 else _text_element(piece)
        for index, piece in enumerate(_SEPARATORS.split(text))
        if piece
    )


def _text_element(text: str) -> str:
    preserve = "" if text == text.strip() else ' xml:space="preserve"'
    return f"<w:t{preserve}>{escape_text(text)}</w:t>"


def _write_object(builder: FragmentBuilder, span: Span, place: Place) -> None:
    match span.inline:
        case Field(kind=kind):
            properties = formed(span.properties, place.direction, place.form)
            _write_field(builder, kind, properties, place.combined)
        case Footnote(blocks=blocks):
            if builder.notes is None or place.write_note is None:
                raise LetterkitError("a footnote cannot stand in a header, a footer or a footnote")
            properties = formed(note_mark(place.sheet), place.direction, place.form)
            builder.add(f"<w:r><w:rPr>{properties}</w:rPr>")
            marked = place.combined.marked
            builder.add(f'<w:footnoteReference{_OWN_MARK if marked else ""} w:id="')
            builder.number(Counter.NOTE, builder.next(Counter.NOTE))
            builder.add('"/>')
            if marked:
                builder.add("<w:t>")
                builder.number(Counter.MARK, builder.next(Counter.MARK))
                builder.add("</w:t>")
            builder.add("</w:r>")
            place.write_note(builder.notes, blocks)
        case Picture() as picture:
            properties = formed("", place.direction, place.form)
            builder.add(f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}")
            file = read_picture(picture)
            drawing(builder, picture, file, fitting(file, (place.width, place.height)))
            builder.add("</w:r>")
        case unknown:
            raise TypeError(f"no writer for {unknown!r}")


def _write_field(
    builder: FragmentBuilder, kind: FieldKind, properties: str, combined: Combined
) -> None:
    """A number that a word processor counts.

    The pages of one letter of many are the number of the page that it ends on. (SECTIONPAGES would
    count those of a section, and LibreOffice does not know it.) Word works that out when it opens
    the file, since the field is dirty.
    """
    if not combined.letters or kind is not FieldKind.PAGES:
        write_field(builder, properties, lambda: builder.add(_FIELDS[kind]))
        return

    def write_instruction() -> None:
        builder.add(f"PAGEREF {END_OF_LETTER}")
        builder.number(Counter.LETTER, 0)

    write_field(builder, properties, write_instruction, dirty=True)


def write_field(
    builder: FragmentBuilder,
    properties: str,
    write_instruction: Callable[[], None],
    *,
    known: str = "<w:t>1</w:t>",
    dirty: bool = False,
) -> None:
    """A field as five runs, each with its direction: else "page 1 of 2" is scrambled in Arabic.

    `known` is what is shown until a word processor has counted; Word counts a `dirty` field when it
    opens the file, and asks first.
    """
    begin = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    marked = ' w:dirty="true"' if dirty else ""
    builder.add(
        f'{begin}<w:fldChar w:fldCharType="begin"{marked}/></w:r>{begin}'
        '<w:instrText xml:space="preserve"> '
    )
    write_instruction()
    shown = f"{begin}{known}</w:r>" if known else ""
    builder.add(
        f' </w:instrText></w:r>{begin}<w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        f'{begin}<w:fldChar w:fldCharType="end"/></w:r>'
    )
