"""The writer of Word files."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from letterkit.document import Block, Direction
from letterkit.letterhead import Letterhead, base_letterhead
from letterkit.ooxml.base_document import NUMBERS
from letterkit.ooxml.namespaces import RELATIONSHIPS, WORD, WORD_DRAWING, XML_DECLARATION
from letterkit.ooxml.package import Part, write_package
from letterkit.writers.docx.blocks import fragment_of, leads_to, story_fragment
from letterkit.writers.docx.fragments import Counter, Fragment, NumberedList, Numbers
from letterkit.writers.docx.paragraphs import Context
from letterkit.writers.docx.properties import core_properties, custom_properties
from letterkit.writers.docx.relations import (
    FIRST_RELATION,
    Stories,
    content_types,
    document_relations,
    media_parts,
    package_relations,
    story_relations,
)
from letterkit.writers.docx.tables import SPACER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.document import Document
    from letterkit.language.profile import Profile

_ROOT: Final = f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}" xmlns:wp="{WORD_DRAWING}"'
_BEGINNING: Final = f"{XML_DECLARATION}<w:document {_ROOT}><w:body>".encode()
_ENDING: Final = b"</w:body></w:document>\n"
_SPACER: Final = SPACER.encode()
_HEADER_RULE: Final = (
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="808080"/></w:pBdr>'
)
_FIRST_LIST: Final = NUMBERS  # instance 1 is that of all bulleted lists
_FIRST_NUMBERS: Final[Numbers] = tuple(
    {Counter.LIST: _FIRST_LIST, Counter.RELATION: FIRST_RELATION}.get(counter, 1)
    for counter in Counter
)

Remembered = dict[tuple[int, bool], tuple[Block, Fragment]]


class DocxWriter:
    """Writes documents of one language as Word files.

    A writer remembers what it made of each block of the last document by the block's identity, so
    letters that share blocks (all but the address, in most mailings) cost little more than their
    compression. Use one writer for all letters of a language, and from one thread.
    """

    def __init__(self, profile: Profile, letterhead: Letterhead | None = None) -> None:
        self._profile = profile
        self._letterhead = letterhead or base_letterhead(profile)
        self._context = Context(
            profile.direction, self._letterhead.text_width, self._letterhead.text_height
        )
        self._fixed = [Part(name, data) for name, data in self._letterhead.parts.items()]
        self._fixed.append(Part("_rels/.rels", package_relations()))
        self._fragments: Remembered = {}
        self._stories: dict[str, tuple[tuple[Block, ...], Fragment]] = {}
        self._parts: dict[str, Part] = {}

    def write(self, document: Document) -> bytes:
        """The file of a document; the same document gives the same bytes.

        Raises:
            LetterkitError: a character that no Word file can hold, a picture that cannot be read,
                a footnote where none can stand.
        """
        header = self._story("header", document.header, _HEADER_RULE)
        footer = self._story("footer", document.footer)
        stories = Stories(header=header is not None, footer=footer is not None)
        numbers = _FIRST_NUMBERS
        parts: dict[str, bytes] = {}
        for name, story in (("header1", header), ("footer1", footer)):
            if story:
                parts[f"word/{name}.xml"], numbers = _story_part(name, story, numbers)

        fragments = self._body_fragments(document)
        pieces = [_BEGINNING]
        after_table = False
        for fragment in fragments:
            markup, numbers = fragment.place(numbers)
            if after_table and markup.startswith(b"<w:tbl>"):
                pieces.append(_SPACER)
            pieces.append(markup)
            after_table = fragment.ends_in_table
        if after_table or not fragments:
            pieces.append(_SPACER)
        pieces += (self._section(stories), _ENDING)
        parts["word/document.xml"] = b"".join(pieces)
        notes = [fragment.notes for fragment in fragments if fragment.notes]
        parts["word/footnotes.xml"], numbers = self._footnotes(notes, numbers)

        counted = [story for story in (header, footer) if story] + fragments + notes
        lists = [numbered for fragment in counted for numbered in fragment.lists]
        parts["word/numbering.xml"] = self._numbering(lists)
        media: dict[bytes, str] = {}
        relations = [relation for fragment in fragments for relation in fragment.relations]
        parts["word/_rels/document.xml.rels"] = document_relations(stories, relations, media)
        _add_relations(parts, "footnotes", notes, media)
        for name, story in (("header1", header), ("footer1", footer)):
            _add_relations(parts, name, [story] if story else [], media)
        if header and footer:  # with a header of its own, the first page needs a footer of its own
            for part in [name for name in parts if "footer1" in name]:
                parts[part.replace("footer1", "footer2")] = parts[part]
        parts["[Content_Types].xml"] = content_types(stories, media)
        parts["docProps/core.xml"] = core_properties(document)
        anchors = numbers[Counter.BOOKMARK] - 1
        parts["docProps/custom.xml"] = custom_properties(document, anchors)
        return write_package(
            [
                *self._fixed,
                *[self._part(name, data) for name, data in parts.items()],
                *media_parts(media),
            ]
        )

    def _body_fragments(self, document: Document) -> list[Fragment]:
        """The fragments of the body; those of the last document are used again.

        The block is kept with its fragment: an identity means nothing once its object is gone.
        """
        remembered, self._fragments = self._fragments, {}
        fragments: list[Fragment] = []
        for block, follower in zip_longest(document.blocks, document.blocks[1:]):
            keep = follower is not None and leads_to(block, follower)
            key = (id(block), keep)
            entry = remembered.get(key)
            if entry is None:
                entry = (block, fragment_of(block, self._context, keep_next=keep))
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

    def _section(self, stories: Stories) -> bytes:
        turned = "<w:bidi/>" if self._profile.direction is Direction.RTL else ""
        first_page = "<w:titlePg/>" if stories.header else ""
        return (
            f"<w:sectPr>{stories.references()}{self._letterhead.page}{first_page}{turned}</w:sectPr>"
        ).encode()

    def _footnotes(self, notes: Sequence[Fragment], numbers: Numbers) -> tuple[bytes, Numbers]:
        """The footnotes: their bookmarks follow those of the body, their relations their own."""
        head = self._letterhead.footnotes.replace("xmlns:w=", f"{_ROOT.partition(' ')[2]} xmlns:w=")
        pieces = [head.encode()]
        numbers = _begun_anew(numbers, Counter.NOTE, Counter.RELATION)
        for note in notes:
            markup, numbers = note.place(numbers)
            pieces.append(markup)
        pieces.append(b"</w:footnotes>\n")
        return b"".join(pieces), numbers

    def _numbering(self, lists: Sequence[NumberedList]) -> bytes:
        instances = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{NUMBERS}"/>'
            f'<w:lvlOverride w:ilvl="{numbered.level}"><w:startOverride w:val="{numbered.start}"/>'
            "</w:lvlOverride></w:num>"
            for number, numbered in enumerate(lists, start=_FIRST_LIST)
        )
        return f"{self._letterhead.numbering}{instances}</w:numbering>\n".encode()

    def _part(self, name: str, data: bytes) -> Part:
        """The part with this name, compressed anew only where it differs from the last letter's."""
        part = self._parts.get(name)
        if part is None or part.data != data:
            part = self._parts[name] = Part(name, data)
        return part


def _story_part(name: str, story: Fragment, numbers: Numbers) -> tuple[bytes, Numbers]:
    """A header or footer as a part, and the numbers with which the next part begins."""
    root = "hdr" if name.startswith("header") else "ftr"
    markup, numbers = story.place(numbers)
    part = f"{XML_DECLARATION}<w:{root} {_ROOT}>".encode() + markup + f"</w:{root}>\n".encode()
    return part, _begun_anew(numbers, Counter.RELATION)


def _begun_anew(numbers: Numbers, *counters: Counter) -> Numbers:
    """The numbers where a part begins that has these of its own."""
    return tuple(
        _FIRST_NUMBERS[counter] if counter in counters else numbers[counter] for counter in Counter
    )


def _add_relations(
    parts: dict[str, bytes], name: str, fragments: Sequence[Fragment], media: dict[bytes, str]
) -> None:
    relations = [relation for fragment in fragments for relation in fragment.relations]
    if relations:
        parts[f"word/_rels/{name}.xml.rels"] = story_relations(relations, media)
