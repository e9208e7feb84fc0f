"""The writer of Word files."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from letterkit.document import Paragraph, Role
from letterkit.letterhead import Letterhead, base_letterhead
from letterkit.letterhead.model import NAMESPACES, StoryPart
from letterkit.letterhead.packaging import CORE, CUSTOM, DOCUMENT
from letterkit.ooxml.namespaces import XML_DECLARATION
from letterkit.ooxml.package import Part, write_package
from letterkit.writers.docx.blocks import fragment_of, leads_to, story_fragment
from letterkit.writers.docx.fragments import Counter, Fragment, NumberedList, Numbers
from letterkit.writers.docx.paragraphs import Context
from letterkit.writers.docx.properties import core_properties, custom_properties
from letterkit.writers.docx.relations import Relations
from letterkit.writers.docx.tables import SPACER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.document import Block, Document
    from letterkit.language.profile import Profile

_ROOT: Final = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_SPACER: Final = SPACER.encode()
_HEADER_RULE: Final = (
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="808080"/></w:pBdr>'
)

Remembered = dict[tuple[int, bool], "tuple[Block, Fragment]"]


class DocxWriter:
    """Writes documents of one language as Word files.

    A writer remembers what it made of each block of the last document by the block's identity, so
    letters that share blocks (all but the address, in most mailings) cost little more than their
    compression. Use one writer for all letters of a language, and from one thread.

    `signs` draws the signatures of released letters, for pages that leave no Word file behind.
    """

    def __init__(
        self, profile: Profile, letterhead: Letterhead | None = None, *, signs: bool = False
    ) -> None:
        self._letterhead = letterhead = letterhead or base_letterhead(profile)
        self._context = Context(
            profile.direction,
            letterhead.text_width,
            letterhead.text_height,
            sheet=letterhead.sheet,
            lists=letterhead.lists,
            signs=signs,
        )
        first = letterhead.first
        numbers = {
            Counter.BOOKMARK: 1,
            Counter.NOTE: first.note,
            Counter.LIST: first.list,
            Counter.RELATION: first.relation,
            Counter.DRAWING: first.drawing,
            Counter.BOOKMARK_ID: first.bookmark,
        }
        self._first: Numbers = tuple(numbers[counter] for counter in Counter)
        self._fixed = [Part(name, data) for name, data in letterhead.parts.items()]
        self._fragments: Remembered = {}
        self._stories: dict[str, tuple[tuple[Block, ...], Fragment]] = {}
        self._parts: dict[str, Part] = {}

    def write(self, document: Document) -> bytes:
        """The file of a document; the same document gives the same bytes.

        Its header and footer are left to the letterhead where that has its own; the mark of a draft
        or an embargo then stands above the letter.

        Raises:
            LetterkitError: a character that no Word file can hold, a picture that cannot be read,
                a footnote where none can stand.
        """
        letterhead = self._letterhead
        places = letterhead.stories
        told = (
            self._story("header", document.header, _HEADER_RULE) if places.header else None,
            self._story("continuation", document.continuation, _HEADER_RULE)
            if places.continuation
            else None,
            self._story("footer", document.footer) if places.footer else None,
        )
        header, continuation, footer = (story is not None for story in told)
        presence = (header, continuation, footer)
        stories = [
            (part, story)
            for number, part in places.of(presence)
            if (story := told[number]) is not None
        ]
        relations = Relations(letterhead)
        numbers = self._first
        parts: dict[str, bytes] = {}
        for story in told:
            placed = [part for part, fragment in stories if fragment is story]
            if story and placed:
                markup, numbers = story.place(numbers)
                numbers = self._begun_anew(numbers, Counter.RELATION)
                parts |= {f"word/{one.name}.xml": _story_markup(one, markup) for one in placed}

        fragments = self._body_fragments(document)
        pieces = [letterhead.beginning]
        after_table = letterhead.after_table
        for fragment in fragments:
            markup, numbers = fragment.place(numbers)
            if after_table and markup.startswith(b"<w:tbl>"):
                pieces.append(_SPACER)
            pieces.append(markup)
            after_table = fragment.ends_in_table
        if after_table or not fragments:
            pieces.append(_SPACER)
        pieces.append(letterhead.endings[presence])
        parts[DOCUMENT] = b"".join(pieces)
        notes = [fragment.notes for fragment in fragments if fragment.notes]
        parts[letterhead.footnotes_part], numbers = self._footnotes(notes, numbers)

        counted = [story for story in told if story] + fragments + notes
        lists = [numbered for fragment in counted for numbered in fragment.lists]
        parts[letterhead.numbering_part] = self._numbering(lists)
        names = [part for part, _ in stories]
        own = [relation for fragment in fragments for relation in fragment.relations]
        parts["word/_rels/document.xml.rels"] = relations.of_document(names, own)
        self._relate_notes(parts, relations, notes)
        for part, fragment in stories:
            if fragment.relations:
                name = f"word/_rels/{part.name}.xml.rels"
                parts[name] = relations.of_story(fragment.relations)
        parts["[Content_Types].xml"] = relations.content_types(names)
        parts[CORE] = core_properties(document)
        anchors = numbers[Counter.BOOKMARK] - 1
        parts[CUSTOM] = custom_properties(document, anchors, letterhead)
        return write_package(
            [
                *self._fixed,
                *[self._part(name, data) for name, data in parts.items()],
                *relations.media_parts(),
            ]
        )

    def _body_fragments(self, document: Document) -> list[Fragment]:
        """The fragments of the body; those of the last document are used again.

        The block is kept with its fragment: an identity means nothing once its object is gone.
        """
        remembered, self._fragments = self._fragments, {}
        fragments: list[Fragment] = []
        marks = () if self._letterhead.stories.header else _marks(document)
        blocks = (*marks, *document.blocks)
        for block, follower in zip_longest(blocks, blocks[1:]):
            keep = follower is not None and leads_to(block, follower)
            key = (id(block), keep)
            entry = remembered.get(key)
            if entry is None:
                context = replace(self._context, anchored=not marks or block not in marks)
                entry = (block, fragment_of(block, context, keep_next=keep))
            self._fragments[key] = entry
            fragments.append(entry[1])
        return fragments

    def _story(self, name: str, blocks: tuple[Block, ...], rule: str = "") -> Fragment | None:
        """A header or footer; None where there is none."""
        if not blocks:
            return None
        remembered = self._stories.get(name)
        if remembered is None or remembered[0] != blocks:
            context = replace(self._context, anchored=False)
            remembered = (blocks, story_fragment(blocks, context, rule))
            self._stories[name] = remembered
        return remembered[1]

    def _footnotes(self, notes: Sequence[Fragment], numbers: Numbers) -> tuple[bytes, Numbers]:
        """The footnotes: their bookmarks follow those of the body, their relations their own."""
        beginning, end = self._letterhead.footnotes
        pieces = [beginning.encode()]
        numbers = self._begun_anew(numbers, Counter.NOTE, Counter.RELATION)
        for note in notes:
            markup, numbers = note.place(numbers)
            pieces.append(markup)
        pieces.append(end.encode())
        return b"".join(pieces), numbers

    def _relate_notes(
        self, parts: dict[str, bytes], relations: Relations, notes: Sequence[Fragment]
    ) -> None:
        own = [relation for note in notes for relation in note.relations]
        before = self._letterhead.note_relations
        if own or before:
            name = self._letterhead.footnotes_part.rpartition("/")[2]
            parts[f"word/_rels/{name}.rels"] = relations.of_story(own, before)

    def _numbering(self, lists: Sequence[NumberedList]) -> bytes:
        beginning, end = self._letterhead.numbering
        pieces = [beginning]
        for number, numbered in enumerate(lists, start=self._letterhead.first.list):
            definition, level = self._letterhead.lists.numbers[numbered.level]
            pieces.append(
                f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{numbered.start}"/>'
                "</w:lvlOverride></w:num>"
            )
        return "".join((*pieces, end)).encode()

    def _begun_anew(self, numbers: Numbers, *counters: Counter) -> Numbers:
        """The numbers where a part begins that has these of its own."""
        return tuple(
            self._first[counter] if counter in counters else numbers[counter] for counter in Counter
        )

    def _part(self, name: str, data: bytes) -> Part:
        """The part with this name, compressed anew only where it differs from the last letter's."""
        part = self._parts.get(name)
        if part is None or part.data != data:
            part = self._parts[name] = Part(name, data)
        return part


def _marks(document: Document) -> tuple[Block, ...]:
    """The mark of a document's stage, which stands in its header."""
    return tuple(
        block
        for block in document.header
        if isinstance(block, Paragraph) and block.role is Role.EMBARGO
    )


def _story_markup(part: StoryPart, markup: bytes) -> bytes:
    """A header or footer as a part."""
    root = {"header": "hdr", "footer": "ftr"}[part.kind]
    beginning = f"{XML_DECLARATION}<w:{root} {_ROOT}>".encode()
    return beginning + markup + f"</w:{root}>\n".encode()
