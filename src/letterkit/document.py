"""What a letter says, as a tree of blocks and inlines: no format in it, nothing to be parsed.

Merge makes documents and writers print them; neither knows the other. All nodes are immutable, so
that a block which is the same in a thousand letters can be the same object in all of them (writers
remember what they made of it by identity).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letterkit.diagnostics import Origin


class Direction(StrEnum):
    """The base direction of a stretch of text (Unicode Standard Annex #9)."""

    LTR = "ltr"
    RTL = "rtl"


class Role(StrEnum):
    """What a block is for in a letter; each writer gives every role its look."""

    BODY = "body"
    SENDER = "sender"
    DATELINE = "dateline"
    REFERENCE_LINE = "reference-line"
    COURTESY_TRANSLATION = "courtesy-translation"
    CONFIDENTIALITY = "confidentiality"
    DELIVERY = "delivery"
    INSIDE_ADDRESS = "inside-address"
    SALUTATION = "salutation"
    SUBJECT_LINE = "subject-line"
    HEADLINE = "headline"
    COMPLIMENTARY_CLOSE = "complimentary-close"
    SIGNATURE = "signature"
    SIGNATORIES = "signatories"
    GROUP_HEADING = "group-heading"
    ATTRIBUTION = "attribution"
    COPIES = "copies"
    ENCLOSURES = "enclosures"
    CONTACT = "contact"
    NOTE = "note"
    EMBARGO = "embargo"
    END_MARK = "end-mark"
    HEADER = "header"
    FOOTER = "footer"


class FieldKind(StrEnum):
    """What a word processor counts by itself."""

    PAGE = "page"
    PAGES = "pages"


class Alignment(StrEnum):
    """Where the text of a table column stands, in the reading direction."""

    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of text within a block; the base of all inlines."""


@dataclass(frozen=True, slots=True)
class Text(Inline):
    """Words that a translator, or the locale, wrote: part of the sentence around them."""

    text: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Value(Inline):
    """What an expression gave: data, never markup, and an island of its own direction.

    `expression` is the source between the braces (empty where the kit itself set the value);
    `sources` are the places of the data that it came from; `verbatim` says that the text is one
    data field, unchanged; `direction` is that of the whole value by its first strong letter, None
    where it has none (a number) and goes with its surroundings.
    """

    text: str
    expression: str = ""
    sources: tuple[Origin, ...] = ()
    verbatim: bool = False
    direction: Direction | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Emphasis(Inline):
    """Stressed words."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong(Inline):
    """Strongly stressed words."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link(Inline):
    """Words that lead to an address (http, https, mailto or tel)."""

    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class LineBreak(Inline):
    """A line that ends here, within its paragraph."""


@dataclass(frozen=True, slots=True)
class Footnote(Inline):
    """A note set at the foot of the page, its mark standing here."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Picture(Inline):
    """A picture file (PNG or JPEG) with the words that stand for it.

    `written` is its path as the words have it, for what is told of it; empty where it is the same.
    A `decorative` one says nothing, so it has no such words.
    """

    path: str
    alternative_text: tuple[Inline, ...] = ()
    origin: Origin | None = None
    written: str = ""
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class Field(Inline):
    """A number that the word processor fills in."""

    kind: FieldKind


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page; the base of all blocks."""


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """One paragraph. `direction` is set where it differs from the document's."""

    inlines: tuple[Inline, ...]
    role: Role = Role.BODY
    direction: Direction | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading within the text, level 1 to 6.

    `anchor` is the name by which `Contents` of the same document lead to it, `en-article-1`:
    letters of ASCII, digits and hyphens that say nothing of the text. Empty where nothing leads
    there.
    """

    level: int
    inlines: tuple[Inline, ...]
    origin: Origin | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of a table of contents: what a heading says, and the anchor of that heading.

    Where the document has no such heading the anchor is empty, and the line leads nowhere.
    """

    inlines: tuple[Inline, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Contents(Block):
    """A table of contents under its title; a page number for each entry where there are pages."""

    title: tuple[Inline, ...]
    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class ItemList(Block):
    """A bulleted list, or with `start` a numbered one that begins there."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation(Block):
    """Words of somebody else, set apart, with who said them."""

    blocks: tuple[Block, ...]
    attribution: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A table of data: a header row, then rows, each cell a sequence of inlines."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    alignments: tuple[Alignment, ...]
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Group(Block):
    """Lines that belong together without space between them: an address, a signature, copies.

    `direction` is set where the whole group differs from the document's, as a foreign postal
    address in an Arabic letter does.
    """

    role: Role
    blocks: tuple[Block, ...]
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Columns(Block):
    """Entries set side by side in `count` columns, read along the row; none is split over pages."""

    count: int
    entries: tuple[tuple[Block, ...], ...]
    role: Role = Role.SIGNATORIES


@dataclass(frozen=True, slots=True)
class SignaturePicture(Block):
    """A drawn signature, first in the group of who signs: in place of the space for a hand.

    It stands in released letters alone, and only a PDF shows it: from anything else it could be
    taken and set under other words.
    """

    picture: Picture


@dataclass(frozen=True, slots=True)
class PictureSheet(Block):
    """Pictures that weigh the same to the eye, `count` to a row: the logos of those who sign."""

    count: int
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """What lets a reviewed file find its way back; holds no names and no paths."""

    letter: str
    template: str


@dataclass(frozen=True, slots=True)
class Document:
    """One letter to one addressee in one language.

    `locale` is the letterkit name of the locale, `language_tag` the BCP 47 tag for spelling
    checkers; `header` stands on the first page only, `continuation` at the head of every other,
    `footer` on every page. Where there are no pages, there is no continuation.
    """

    locale: str
    language_tag: str
    direction: Direction
    title: str
    blocks: tuple[Block, ...]
    subject: str = ""
    header: tuple[Block, ...] = ()
    continuation: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()
    identity: Identity = Identity(letter="", template="")


Row = tuple[tuple[Block, ...], tuple[Block, ...]]
"""What stands side by side in two languages; either may be nothing."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """One letter to one addressee in two languages, side by side on one page.

    The rows hold all blocks of both documents, each once, and those of each document in its own
    order: either column, read down, is the whole letter.
    """

    documents: tuple[Document, Document]
    rows: tuple[Row, ...]


class Phrase(tuple[Inline, ...]):
    """Inlines that make one stretch of a sentence: what combining filters give."""

    __slots__ = ()

    def __str__(self) -> str:
        return plain_text(self)

    @classmethod
    def of(cls, *inlines: Inline) -> Phrase:
        """The phrase that consists of these inlines."""
        return cls(inlines)


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks, those within them and those of their notes; what only holds others is left out."""
    for block in blocks:
        match block:
            case ItemList(items=parts) | Columns(entries=parts):
                for part in parts:
                    yield from every_block(part)
            case Quotation(blocks=within) | Group(blocks=within):
                yield from every_block(within)
            case Paragraph(inlines=inlines) | Heading(inlines=inlines):
                yield block
                yield from _notes_in(inlines)
            case Table(header=header, rows=rows):
                yield block
                for cell in (cell for row in (header, *rows) for cell in row):
                    yield from _notes_in(cell)
            case _:
                yield block


def _notes_in(inlines: Iterable[Inline]) -> Iterator[Block]:
    for inline in inlines:
        match inline:
            case Footnote(blocks=blocks):
                yield from every_block(blocks)
            case Emphasis(children=children) | Strong(children=children) | Link(children=children):
                yield from _notes_in(children)


def values_in(inlines: Iterable[Inline]) -> Iterator[Value]:
    """Every value that inlines print themselves, in stressed words, too."""
    for inline in inlines:
        match inline:
            case Value():
                yield inline
            case Emphasis(children=children) | Strong(children=children) | Link(children=children):
                yield from values_in(children)


def plain_text(inlines: Iterable[Inline]) -> str:
    """The characters that inlines print, without their emphasis, notes and pictures."""
    return "".join(_pieces(inlines))


def _pieces(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text=text) | Value(text=text):
                yield text
            case Emphasis(children=children) | Strong(children=children) | Link(children=children):
                yield from _pieces(children)
            case LineBreak():
                yield "\n"
            case _:
                continue
