"""Documents as web pages: one file that needs no other, no script and no network."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from letterkit.document import Direction, Group, Heading, Paragraph, plain_text
from letterkit.language.numbers import in_digits
from letterkit.writers.html.blocks import BlockWriter, counter_style
from letterkit.writers.html.markup import (
    CLASS_PREFIX,
    FragmentBuilder,
    escape_attribute,
    escape_text,
)
from letterkit.writers.html.outline import outline_of
from letterkit.writers.html.style import style_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from letterkit.document import Block, Document, Inline
    from letterkit.language.profile import Profile
    from letterkit.writers.html.markup import Fragment
    from letterkit.writers.html.outline import Outline

# The page itself says that nothing is to be loaded and nothing run, whatever may stand in it.
_POLICY: Final = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none';"
    " form-action 'none'"
)
_BACK: Final = "↑"  # an arrow that is the same in either direction of writing

Remembered = dict[tuple[int, BlockWriter], tuple["Block", "Fragment"]]


class HtmlWriter:
    """Writes documents of one language as HTML.

    The letter is one `article`, which says its own language and direction and so can be taken out
    of the page and set into a website. What was made of a block is remembered while the next
    letter holds the same block (by identity).
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._style = style_sheet(profile)
        self._fragments: Remembered = {}

    def write(self, document: Document) -> str:
        """The whole page: sender, text, footnotes, and what of its foot is no page number.

        Raises:
            LetterkitError: a character that no page can hold, a picture that cannot be read, a
                link that leads to no address.
        """
        outline = outline_of(document)
        pieces = self.pieces(document, (document.blocks,), outline)
        article = (
            *unseen_heading(document, outline),
            f'<article class="letter" {told_of(document)}>',
            f"{pieces.header}{pieces.rows[0]}{pieces.footnotes}{pieces.footer}</article>",
        )
        return web_page(document, self._style, ("<main>", *article, "</main>"))

    def pieces(
        self, document: Document, rows: Sequence[Sequence[Block]], outline: Outline
    ) -> Pieces:
        """The markup of a document whose blocks come in `rows`. Raises as `write` does."""
        writer = BlockWriter(document.direction, outline, self._profile.digits)
        page = _Page(self._profile, document)
        known, self._fragments = self._fragments, {}

        def fragments(blocks: Iterable[Block]) -> list[Fragment]:
            return [self._fragment(block, writer, known) for block in blocks]

        header = page.framed("header", fragments(document.header))
        text = tuple([page.placed(fragments(row)) for row in rows])
        footer = page.framed("footer", fragments(document.footer))
        return Pieces(header, text, page.footnotes(writer), footer)

    def _fragment(self, block: Block, writer: BlockWriter, known: Remembered) -> Fragment:
        """The markup of a block; the block is kept with it, as an identity outlives no object."""
        key = (id(block), writer)
        entry = known.get(key)
        if entry is None:
            entry = (block, _fragment_of(lambda builder: writer.write(builder, block)))
        self._fragments[key] = entry
        return entry[1]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The markup of one document, in its order; what says nothing is empty."""

    header: str
    rows: tuple[str, ...]
    footnotes: str
    footer: str


def told_of(document: Document) -> str:
    """The attributes that say a document's language and direction."""
    return f'lang="{escape_attribute(document.language_tag)}" dir="{document.direction}"'


def web_page(document: Document, style: str, inside: Iterable[str]) -> str:
    """A whole page: what its head tells of a document, and the lines of its body."""
    description = escape_attribute(document.subject)
    lines = (
        "<!DOCTYPE html>",
        f"<html {told_of(document)}>",
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape_text(_title(document))}</title>",
        *([f'<meta name="description" content="{description}">'] if description else ()),
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        *inside,
        "</body>",
        "</html>",
    )
    return "\n".join(lines) + "\n"


class _Page:
    """Puts the fragments of one document together and numbers its footnotes."""

    def __init__(self, profile: Profile, document: Document) -> None:
        self._profile = profile
        # In a line from right to left, a mark after a number must not become one with it.
        self._turned = ' dir="ltr"' if document.direction is Direction.RTL else ""
        self._prefix = escape_attribute(f"{document.locale}-note-")
        self._notes: list[tuple[Block, ...]] = []

    def placed(self, fragments: Iterable[Fragment]) -> str:
        """The markup of fragments, with the marks of their notes."""
        markup: list[str] = []
        for fragment in fragments:
            first, *others = fragment.pieces
            markup.append(first)
            for note, piece in zip(fragment.notes, others, strict=True):
                self._notes.append(note)
                markup += (self._mark(len(self._notes)), piece)
        return "".join(markup)

    def framed(self, name: str, fragments: Sequence[Fragment]) -> str:
        """The same in an element, if there is anything."""
        markup = self.placed(fragments)
        return f"<{name}>\n{markup}</{name}>\n" if markup else ""

    def footnotes(self, writer: BlockWriter) -> str:
        """The notes met so far, and those met in them, each with a link back to its mark."""
        if not self._notes:
            return ""
        items: list[str] = []
        while len(items) < len(self._notes):
            blocks = self._notes[len(items)]
            name = f"{self._prefix}{len(items) + 1}"
            back = f'<a href="#{name}-mark" role="doc-backlink">{_BACK}</a>'
            fragment = _fragment_of(partial(writer.write_note, blocks=blocks, back=back))
            items.append(f'<li id="{name}">{self.placed((fragment,))}</li>\n')
        return (
            f'<section class="{CLASS_PREFIX}footnotes" role="doc-endnotes">\n'
            f"<ol{counter_style(writer.digits)}>\n{''.join(items)}</ol>\n</section>\n"
        )

    def _mark(self, number: int) -> str:
        shown = in_digits(self._profile, str(number))
        return (
            f'<sup{self._turned}><a href="#{self._prefix}{number}"'
            f' id="{self._prefix}{number}-mark" role="doc-noteref">{shown}</a></sup>'
        )


def _fragment_of(write: Callable[[FragmentBuilder], None]) -> Fragment:
    builder = FragmentBuilder()
    write(builder)
    return builder.finish()


def _title(document: Document) -> str:
    """The title, for which a page has need: else the subject, else the letter's first words."""
    first = (plain_text(inlines).strip() for inlines in _paragraphs(document.blocks))
    found = document.title.strip() or document.subject.strip() or next(filter(None, first), "")
    return " ".join(found.split())


def _paragraphs(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        if isinstance(block, Group):
            yield from _paragraphs(block.blocks)
        elif isinstance(block, (Paragraph, Heading)):
            yield block.inlines


def unseen_heading(document: Document, outline: Outline, told: str = "") -> tuple[str, ...]:
    """The title as the page's main heading where the letter has none, for who reads by ear.

    It stands outside the article: a website has a heading of its own. `told` are attributes.
    """
    if outline.main is not None or not document.title.strip():
        return ()
    title = escape_text(document.title.strip())
    return (f'<h1 class="{CLASS_PREFIX}unseen"{told}>{title}</h1>',)
