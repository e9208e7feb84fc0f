"""Letters in two languages as Word files: a table of two columns, one for each language.

The first language is the letterhead's; its column stands where its lines begin, so English is left
of Arabic whichever of them is the first. Cells of the second language have styles and lists of
their own (see `letterkit.letterhead.beside`). A row of text may break over pages, as paragraphs
do; an address or a signature stays whole.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from letterkit.document import Direction, Group, Heading, Paragraph, Role
from letterkit.letterhead import bilingual_letterhead
from letterkit.writers.docx.blocks import leads_to, noting, write_blocks, write_story
from letterkit.writers.docx.fragments import FragmentBuilder
from letterkit.writers.docx.paragraphs import Context
from letterkit.writers.docx.remembering import marks_of
from letterkit.writers.docx.tables import SPACER
from letterkit.writers.docx.writer import DocxWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from letterkit.document import Block, Document, Parallel, Row
    from letterkit.language.profile import Profile
    from letterkit.letterhead import Letterhead
    from letterkit.writers.docx.fragments import Fragment

_MARGIN: Final = 142  # 2.5 mm at either side of a column
_LINE: Final = 'w:val="single" w:sz="4" w:space="0" w:color='
_MIDDLE_RULE: Final = f'<w:insideV {_LINE}"BFBFBF"/>'
_RULE_BELOW: Final = f'<w:bottom {_LINE}"808080"/>'
_SPACE_BELOW_HEADER: Final = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="240" w:line="120" w:lineRule="exact"/>'
    "</w:pPr></w:p>"
)
_LEADING: Final = frozenset(
    (
        Role.DATELINE,
        Role.REFERENCE_LINE,
        Role.DELIVERY,
        Role.INSIDE_ADDRESS,
        Role.SUBJECT_LINE,
        Role.SALUTATION,
        Role.COMPLIMENTARY_CLOSE,
        Role.EMBARGO,
        Role.HEADLINE,
        Role.GROUP_HEADING,
    )
)
_NOTHING: Final = "<w:p/>"

Remembered = dict[tuple[object, ...], "tuple[Row, Fragment]"]
Sides = tuple[Context, Context]


class ParallelDocxWriter:
    """Writes letters in two languages, side by side; use one writer for all of them.

    `letterhead` is the house's own, loaded for both languages; the first one's is used. `signs` is
    as in `DocxWriter`.
    """

    def __init__(
        self,
        first: Profile,
        second: Profile,
        letterhead: Letterhead | None = None,
        *,
        signs: bool = False,
    ) -> None:
        letterhead = letterhead or bilingual_letterhead(first, second)
        beside = letterhead.second
        if beside is None:
            raise ValueError("the letterhead is for letters in one language")
        self._word = DocxWriter(first, letterhead)
        self._places = letterhead.stories
        self._turned = first.direction is Direction.RTL
        half = letterhead.text_width // 2
        self._widths = (half, letterhead.text_width - half)
        pages = (
            Context(
                first.direction,
                letterhead.text_width,
                letterhead.text_height,
                sheet=letterhead.sheet,
                lists=letterhead.lists,
            ),
            Context(
                second.direction,
                letterhead.text_width,
                letterhead.text_height,
                sheet=beside.sheet,
                lists=beside.lists,
            ),
        )
        cells = [
            replace(page, width=width - 2 * _MARGIN, in_cell=True, narrow=True, signs=signs)
            for page, width in zip(pages, self._widths, strict=True)
        ]
        self._body = noting(cells[0], pages[0]), noting(cells[1], pages[1])
        self._margin = replace(cells[0], anchored=False), replace(cells[1], anchored=False)
        self._rows: Remembered = {}
        self._begin = self._part(lambda builder: self._begin_table(builder, _MIDDLE_RULE))
        self._end = self._part(_end_table)

    def write(self, parallel: Parallel) -> bytes:
        """The file of a letter in two languages; the same letter gives the same bytes.

        Raises:
            LetterkitError: as `DocxWriter.write`.
        """
        first, second = parallel.documents
        remembered, self._rows = self._rows, {}
        rows = [
            self._row(row, follower, remembered)
            for row, follower in zip_longest(parallel.rows, parallel.rows[1:])
        ]
        places = self._places
        told = (
            self._story((first.header, second.header)) if places.header else None,
            self._story((first.continuation, second.continuation)) if places.continuation else None,
            self._story((first.footer, second.footer), "", SPACER) if places.footer else None,
        )
        if not places.header:
            rows[:0] = self._marks((marks_of(first), marks_of(second)))
        return self._word.assembled(
            _told_of(first, second),
            told,
            [self._begin, *rows, self._end] if rows else [],
            (first.locale, second.locale),
        )

    def _story(
        self, blocks: Row, rule: str = _RULE_BELOW, below: str = _SPACE_BELOW_HEADER
    ) -> Fragment | None:
        """A header or footer that says the same in each column; None where it says nothing."""
        if not any(blocks):
            return None

        def write(builder: FragmentBuilder) -> None:
            self._begin_table(builder, rule)
            self._write_row(builder, blocks, self._margin, write_story)
            builder.add(f"</w:tbl>{below}")

        return self._part(write)

    def _marks(self, marks: Row) -> list[Fragment]:
        """A row for the mark of a draft or an embargo, where the header is not the letter's own."""
        if not any(marks):
            return []
        return [
            self._part(lambda builder: self._write_row(builder, marks, self._margin, write_blocks))
        ]

    def _row(self, row: Row, follower: Row | None, remembered: Remembered) -> Fragment:
        """A row, kept on one page with the beginning of the next where a reader wants that."""
        keep = follower is not None and any(
            here and there and leads_to(here[-1], there[0])
            for here, there in zip(row, follower, strict=True)
        )
        key = (*(tuple(map(id, cell)) for cell in row), keep)
        entry = remembered.get(key)
        if entry is None:
            # Word keeps a row with the next one where its first paragraph is to be kept so.
            loose = (
                not keep
                and not any(cell and _leads_on(cell[-1]) for cell in row)
                and any(not _is_text(block) for cell in row for block in cell)
            )

            def write_cell(
                builder: FragmentBuilder, blocks: Sequence[Block], context: Context
            ) -> None:
                context = replace(context, loose=loose)
                write_blocks(builder, blocks, context, keep_next=keep)

            made = FragmentBuilder(notes=FragmentBuilder())
            self._write_row(made, row, self._body, write_cell)
            entry = (row, made.finish())
        self._rows[key] = entry
        return entry[1]

    def _begin_table(self, builder: FragmentBuilder, rules: str) -> None:
        turned = "<w:bidiVisual/>" if self._turned else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        borders = f"<w:tblBorders>{rules}</w:tblBorders>" if rules else ""
        builder.add(
            f'<w:tbl><w:tblPr>{turned}<w:tblW w:w="{sum(self._widths)}" w:type="dxa"/>'
            f'<w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar>'
            f'<w:left w:w="{_MARGIN}" w:type="dxa"/><w:right w:w="{_MARGIN}" w:type="dxa"/>'
            f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        )

    def _write_row(
        self,
        builder: FragmentBuilder,
        row: Row,
        contexts: Sides,
        write: Callable[[FragmentBuilder, Sequence[Block], Context], None],
    ) -> None:
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if _stays_whole(row) else ""
        builder.add(f"<w:tr>{whole}")
        for blocks, width, context in zip(row, self._widths, contexts, strict=True):
            builder.add(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>')
            builder.ends_in_table = False
            write(builder, blocks, context) if blocks else builder.add(_NOTHING)
            builder.add(f"{SPACER if builder.ends_in_table else ''}</w:tc>")
        builder.ends_in_table = False
        builder.add("</w:tr>")

    def _part(self, write: Callable[[FragmentBuilder], None]) -> Fragment:
        builder = FragmentBuilder()
        write(builder)
        return builder.finish()


def _stays_whole(row: Row) -> bool:
    """Whether a row is an address, a signature or a line that letters have, and no text."""
    return all(
        isinstance(block, Paragraph | Group) and not _is_text(block)
        for cell in row
        for block in cell
    )


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.BODY


def _leads_on(block: Block) -> bool:
    """Whether a block is to stand on one page with what follows it."""
    return isinstance(block, Heading) or (
        isinstance(block, Paragraph | Group) and block.role in _LEADING
    )


def _end_table(builder: FragmentBuilder) -> None:
    builder.add("</w:tbl>")
    builder.ends_in_table = True


def _told_of(first: Document, second: Document) -> Document:
    """The first document with the title and the subject of both, for the file's properties."""
    return replace(
        first,
        title=" · ".join(dict.fromkeys(filter(None, (first.title, second.title)))),
        subject=" · ".join(dict.fromkeys(filter(None, (first.subject, second.subject)))),
    )
