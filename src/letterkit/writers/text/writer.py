"""Documents as plain text: UTF-8, lines ended by LF, in Unicode's composed form (NFC)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unicodedata import is_normalized, normalize

from letterkit.document import Direction, Field, Paragraph
from letterkit.language.bidi import MARKS, paragraph_direction
from letterkit.language.numbers import in_digits
from letterkit.writers.text.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.document import Block, Document
    from letterkit.language.profile import Profile

_BYTE_ORDER_MARK: Final = "\ufeff"  # what a value may begin with; at a file's start it means more


class TextWriter:
    """Writes letters of one locale as plain text.

    A paragraph is one line, or with `wrap` lines of at most so many cells of a terminal. Each line
    is a bidi paragraph of its own to an editor, so each begins with an invisible mark where its
    first letter would give it the wrong direction.

    What was made of a block is remembered while the next letter holds the same block (by
    identity), so that only what differs between letters is laid out again.
    """

    def __init__(self, profile: Profile, wrap: int | None = None) -> None:
        self._profile = profile
        self._wrap = wrap
        self._remembered: dict[int, tuple[Block, Direction, list[str]]] = {}

    def write(self, document: Document) -> str:
        """The whole letter: sender, text, footnotes; its footer numbers pages and is left out."""
        base = document.direction
        layout = Layout(self._wrap, self._number)
        known, self._remembered = self._remembered, {}
        lines: list[str] = []
        header = (block for block in document.header if not _is_page_number(block))
        for block in (*header, *document.blocks):
            laid = self._laid_out(block, base, layout, known)
            if lines and laid:
                lines.append("")
            lines += laid
        if notes := _based(layout.footnotes(base), base):
            lines += ["", *notes] if lines else notes
        text = "\n".join(lines).lstrip(_BYTE_ORDER_MARK) + "\n"
        return text if is_normalized("NFC", text) else normalize("NFC", text)

    def _number(self, number: int) -> str:
        return in_digits(self._profile, str(number))

    def _laid_out(
        self,
        block: Block,
        base: Direction,
        layout: Layout,
        known: dict[int, tuple[Block, Direction, list[str]]],
    ) -> list[str]:
        remembered = known.get(id(block))
        if remembered and remembered[0] is block and remembered[1] is base:
            self._remembered[id(block)] = remembered
            return remembered[2]
        notes_before = len(layout.notes)
        lines = _based(layout.block(block, base), base)
        if len(layout.notes) == notes_before:  # a footnote's number depends on the whole letter
            self._remembered[id(block)] = (block, base, lines)
        return lines


def _based(lines: Iterable[str], base: Direction) -> list[str]:
    """Lines that an editor, which looks at each line's first letter, reads in direction `base`.

    Only a mark can do that: an isolate is passed over (UAX #9, P2). A line of no letters is read
    from left to right by itself.
    """
    mark = MARKS[base]
    return [
        mark + line if line and paragraph_direction(line) is not base else line for line in lines
    ]


def _is_page_number(block: Block) -> bool:
    return isinstance(block, Paragraph) and any(isinstance(part, Field) for part in block.inlines)
