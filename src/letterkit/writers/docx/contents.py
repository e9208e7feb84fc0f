"""A table of contents: each entry a link to its heading, with the page that the heading is on.

The page is a `PAGEREF` field (ECMA-376 Part 1, 17.16.5.42) without a result: nobody knows it before
the letter is laid out, and an empty place is better than a wrong number. LibreOffice fills it in
whenever it opens the file, Word when it prints or makes a PDF, and at F9. Neither marking the field
dirty nor `w:updateFields` would do: Word then asks the reader whether to update fields "that may
refer to other files", which a letter must not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.letterhead.model import ANCHOR_PREFIX
from letterkit.writers.docx.paragraphs import Layout, write_paragraph
from letterkit.writers.docx.runs import formed, write_field, write_runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.document import Contents, Inline
    from letterkit.writers.docx.fragments import FragmentBuilder
    from letterkit.writers.docx.paragraphs import Context
    from letterkit.writers.docx.runs import Place

_TITLE: Final = "TOCHeading"
_ENTRY: Final = "TOC1"


def bookmark_name(anchor: str) -> str:
    """The bookmark of a heading: hidden in Word, as those of its own tables of contents are."""
    return ANCHOR_PREFIX + anchor.replace("-", "_")


def write_contents(builder: FragmentBuilder, contents: Contents, context: Context) -> None:
    """Add the title and a line for each entry."""
    if contents.title:
        write_paragraph(builder, contents.title, _TITLE, context)
    # Under `bidi` the right is the end of the line and distances count from the other margin
    # (17.3.1.37), so that the same stop serves both directions. LibreOffice shows nothing behind a
    # stop that stands in the right indent, which Word's own style for such lines may have.
    stop = f'<w:tab w:val="right" w:leader="dot" w:pos="{context.width}"/>'
    layout = Layout(tabs=f"<w:tabs>{stop}</w:tabs>", indent='<w:ind w:right="0"/>')
    for entry in contents.entries:
        if entry.anchor:
            line = _LeadingLine(bookmark_name(entry.anchor))
            write_paragraph(builder, entry.inlines, _ENTRY, context, layout=layout, write=line)
        else:
            write_paragraph(builder, entry.inlines, _ENTRY, context)


class _LeadingLine:
    """Writes the words of an entry, and behind them the page, as one link."""

    def __init__(self, bookmark: str) -> None:
        self._bookmark = bookmark

    def __call__(
        self, builder: FragmentBuilder, inlines: Iterable[Inline], place: Place, properties: str
    ) -> None:
        own = formed(properties, place.direction, place.form)
        of_many = place.combined.letters
        builder.add('<w:hyperlink w:anchor="')
        builder.name(self._bookmark, of_many=of_many)
        builder.add('" w:history="1">')
        write_runs(builder, inlines, place, properties)
        builder.add(f"<w:r>{f'<w:rPr>{own}</w:rPr>' if own else ''}<w:tab/></w:r>")

        def write_instruction() -> None:
            builder.add("PAGEREF ")
            builder.name(self._bookmark, of_many=of_many)
            builder.add(" \\h")

        write_field(builder, own, write_instruction, known="")
        builder.add("</w:hyperlink>")
