"""How each block of a document is laid out in plain characters.

Blocks become lists of lines without their base mark; the writer sets that when the page is whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.document import (
    Columns,
    Contents,
    Emphasis,
    Field,
    Footnote,
    Group,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    PictureSheet,
    Quotation,
    Role,
    SignaturePicture,
    Strong,
    Table,
    Text,
    Value,
    plain_text,
)
from letterkit.language.bidi import ISLAND, island
from letterkit.writers.attribution import attribution_line
from letterkit.writers.text.lines import Line, LineBuilder
from letterkit.writers.text.tables import table_lines
from letterkit.writers.text.wrapping import display_width, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from letterkit.document import Block, Direction, Inline

_BULLET: Final = "- "
_HANG: Final = "  "  # before the further lines of an entry that takes more than one
_QUOTATION_INDENT: Final = "    "
_UNDERLINES: Final = {1: "=", 2: "-"}
_ROLE_UNDERLINES: Final = {Role.HEADLINE: "=", Role.GROUP_HEADING: "-"}
_WIDEST_TABLE: Final = 100  # cells, where lines are not wrapped anyway
_NARROWEST: Final = 16  # cells that text keeps however deep it is indented


class Layout:
    """Lays out the blocks of one document; `notes` grows by the footnotes met on the way."""

    def __init__(self, wrap: int | None, number: Callable[[int], str]) -> None:
        self._wrap = wrap
        self._number = number
        self.notes: list[tuple[Block, ...]] = []

    def sequence(self, blocks: Iterable[Block], base: Direction, indent: int = 0) -> list[str]:
        """Blocks with a blank line between them."""
        return _joined((self.block(block, base, indent) for block in blocks), apart=True)

    def block(  # noqa: PLR0911 - one form for each kind of block
        self, block: Block, base: Direction, indent: int = 0, hang: str = ""
    ) -> list[str]:
        """The lines of one block, where `indent` cells of the width are taken already."""
        match block:
            case Paragraph():
                own = block.direction or base
                lines = self._inline_lines(block.inlines, own, indent, hang)
                return _as_islands(_underlined(lines, _ROLE_UNDERLINES.get(block.role)), own, base)
            case Heading():
                lines = self._inline_lines(block.inlines, base, indent)
                return _underlined(lines, _UNDERLINES.get(block.level))
            case Contents():
                return self._contents(block, base, indent)
            case ItemList():
                return self._item_list(block, base, indent)
            case Quotation():
                return self._quotation(block, base, indent)
            case Table():
                limit = (self._wrap or _WIDEST_TABLE) - indent
                return table_lines(block, base, max(limit, _NARROWEST), self._lines)
            case Group():
                own = block.direction or base
                return _as_islands(self._group(block, own, indent), own, base)
            case Columns():
                return self._columns(block, base, indent)
            case SignaturePicture() | PictureSheet():
                return []  # whose they are stands in the list of names
            case _:
                raise TypeError(f"plain text has no form for {type(block).__name__}")

    def footnotes(self, base: Direction) -> list[str]:
        """The notes met so far, and those met in them, each behind its number."""
        laid: list[list[str]] = []
        while len(laid) < len(self.notes):
            marker = f"{self._footnote_mark(len(laid) + 1)} "
            indent = len(marker)
            laid.append(_behind(marker, self.sequence(self.notes[len(laid)], base, indent)))
        return _joined(laid, apart=any("" in lines for lines in laid))

    def _footnote_mark(self, number: int) -> str:
        return f"[{self._number(number)}]"

    # Blocks

    def _item_list(self, block: ItemList, base: Direction, indent: int) -> list[str]:
        if block.start is None:
            markers = [_BULLET] * len(block.items)
        else:
            numbers = range(block.start, block.start + len(block.items))
            markers = [f"{self._number(number)}. " for number in numbers]
        width = max(map(display_width, markers), default=0)
        apart = any(
            sum(not isinstance(part, ItemList) for part in item) > 1 for item in block.items
        )
        items = (
            _behind(
                marker + " " * (width - display_width(marker)),
                _joined((self.block(part, base, indent + width) for part in item), apart=apart),
            )
            for marker, item in zip(markers, block.items, strict=True)
        )
        return _joined(items, apart=apart)

    def _quotation(self, block: Quotation, base: Direction, indent: int) -> list[str]:
        indent += len(_QUOTATION_INDENT)
        lines = self.sequence(block.blocks, base, indent)
        if block.attribution:
            lines += self._inline_lines(attribution_line(block), base, indent, _HANG)
        return _behind(_QUOTATION_INDENT, lines)

    def _contents(self, block: Contents, base: Direction, indent: int) -> list[str]:
        """The titles, one under another; a text has no pages."""
        title = _underlined(self._inline_lines(block.title, base, indent), _UNDERLINES[2])
        width = indent + display_width(_BULLET)
        entries = (
            _behind(_BULLET, self._inline_lines(entry.inlines, base, width))
            for entry in block.entries
        )
        return _joined((title, _joined(entries, apart=False)), apart=True)

    def _group(self, block: Group, base: Direction, indent: int) -> list[str]:
        lines: list[str] = []
        was_loose = False
        for part in block.blocks:
            laid = self.block(part, base, indent, _HANG)
            is_heading = isinstance(part, Paragraph) and part.role is Role.GROUP_HEADING
            is_loose = "" in laid
            if lines and laid and (is_heading or is_loose or was_loose):
                lines.append("")
            lines += laid
            was_loose = is_loose
        return lines

    def _columns(self, block: Columns, base: Direction, indent: int) -> list[str]:
        """The entries one under another: in plain text one column reads best."""
        apart = any(len(entry) > 1 or _has_lines(entry) for entry in block.entries)
        entries = (
            _joined((self.block(part, base, indent, _HANG) for part in entry), apart=False)
            for entry in block.entries
        )
        return _joined(entries, apart=apart)

    # Inlines

    def _inline_lines(
        self, inlines: Iterable[Inline], base: Direction, indent: int, hang: str = ""
    ) -> list[str]:
        laid: list[str] = []
        for line in self._lines(inlines, base):
            if self._wrap is None:
                laid += line.ordered()
                continue
            available = max(self._wrap - indent, _NARROWEST)
            ranges = list(wrapped(line.text, available, available - len(hang)))
            first, *rest = line.ordered(ranges)
            laid.append(first)
            laid += (hang + further for further in rest)
        return [line.rstrip() for line in laid]

    def _lines(self, inlines: Iterable[Inline], base: Direction) -> list[Line]:
        builder = LineBuilder(base)
        self._gather(inlines, builder)
        return builder.lines()

    def _gather(  # noqa: C901 - one case for each kind of inline
        self, inlines: Iterable[Inline], builder: LineBuilder
    ) -> None:
        for inline in inlines:
            match inline:
                case Text(text=text):
                    builder.add_text(text)
                case Value(text=text, direction=direction):
                    builder.add_value(text, direction)
                case Emphasis(children=children) | Strong(children=children):
                    self._gather(children, builder)
                case Link():
                    self._gather_link(inline, builder)
                case LineBreak():
                    builder.end_line()
                case Footnote(blocks=blocks):
                    self.notes.append(blocks)
                    builder.add_text(self._footnote_mark(len(self.notes)))
                case Picture(alternative_text=words):
                    if words:
                        builder.add_text("[")
                        self._gather(words, builder)
                        builder.add_text("]")
                case Field():
                    pass  # a page number: plain text has no pages
                case _:
                    raise TypeError(f"plain text has no form for {type(inline).__name__}")

    def _gather_link(self, link: Link, builder: LineBuilder) -> None:
        """Words and target, or the target alone where the words say no more."""
        address = link.target.removeprefix("mailto:").removeprefix("tel:")
        words = plain_text(link.children).strip()
        is_its_own_name = _bare(words) == _bare(address) or not link.children
        if is_its_own_name and link.target.startswith("tel:"):
            address = words  # a number is easier to read as it is spoken
        if not is_its_own_name:
            self._gather(link.children, builder)
            builder.add_text(" <")
        if ISLAND.fullmatch(address):
            builder.add_text(address)
        else:
            builder.add_value(address, None)
        if not is_its_own_name:
            builder.add_text(">")


def _bare(address: str) -> str:
    """An address without what nobody says: its scheme, a slash at its end, spaces in a number."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/").replace(" ", "")


def _joined(parts: Iterable[list[str]], *, apart: bool) -> list[str]:
    lines: list[str] = []
    for part in parts:
        if lines and part and apart:
            lines.append("")
        lines += part
    return lines


def _behind(marker: str, lines: Sequence[str]) -> list[str]:
    """Lines set behind a marker, the further ones under the first."""
    indent = " " * display_width(marker)
    first, rest = (lines[0], lines[1:]) if lines else ("", ())
    return [(marker + first).rstrip(), *(indent + line if line else "" for line in rest)]


def _underlined(lines: list[str], stroke: str | None) -> list[str]:
    if stroke and lines:
        return [*lines, stroke * max(map(display_width, lines))]
    return lines


def _as_islands(lines: list[str], direction: Direction, surroundings: Direction) -> list[str]:
    """Each line of a block of the other direction as an island, its indent left outside."""
    if direction is surroundings:
        return lines
    islands: list[str] = []
    for line in lines:
        text = line.lstrip(" ")
        islands.append(line[: len(line) - len(text)] + island(text, direction) if text else "")
    return islands


def _has_lines(blocks: Iterable[Block]) -> bool:
    """Whether an entry has lines of its own within a block."""
    for block in blocks:
        if not isinstance(block, Paragraph):
            return True
        for inline in block.inlines:
            if isinstance(inline, LineBreak) or (isinstance(inline, Value) and "\n" in inline.text):
                return True
    return False
