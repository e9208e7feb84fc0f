"""The writer of Word files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.letterhead import Letterhead, base_letterhead
from letterkit.letterhead.packaging import CORE, CUSTOM, DOCUMENT
from letterkit.ooxml.package import Part, write_package
from letterkit.writers.docx import parts as making
from letterkit.writers.docx.fragments import Counter
from letterkit.writers.docx.properties import core_properties, custom_properties
from letterkit.writers.docx.relations import Relations
from letterkit.writers.docx.remembering import Remembering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.document import Document
    from letterkit.language.profile import Profile
    from letterkit.writers.docx.fragments import Fragment, Numbers
    from letterkit.writers.docx.remembering import Told


class DocxWriter:
    """Writes documents of one language as Word files.

    What was made of the last document is used again where the next one shares its blocks. Use one
    writer for all letters of a language, and from one thread. `signs` draws the signatures of
    released letters, for pages that leave no Word file behind.
    """

    def __init__(
        self, profile: Profile, letterhead: Letterhead | None = None, *, signs: bool = False
    ) -> None:
        self._letterhead = letterhead = letterhead or base_letterhead(profile)
        self._made = Remembering(profile, letterhead, signs=signs)
        self._first = making.first_numbers(letterhead)
        self._fixed = [Part(name, data) for name, data in letterhead.parts.items()]
        self._parts: dict[str, Part] = {}

    def write(self, document: Document) -> bytes:
        """The file of a document; the same document gives the same bytes.

        Its header and footer are left to the letterhead where that has its own; the mark of a draft
        or an embargo then stands above the letter.

        Raises:
            LetterkitError: a character that no Word file can hold, a picture that cannot be read,
                a footnote where none can stand.
        """
        return self.assembled(document, self._made.stories(document), self._made.body(document))

    def assembled(
        self,
        document: Document,
        told: Told,
        fragments: Sequence[Fragment],
        locales: Sequence[str] = (),
    ) -> bytes:
        """The file of headers, a footer and a body; of the document only what a file tells.

        `locales` are the languages of a letter in several.
        """
        letterhead = self._letterhead
        header, continuation, footer = (story is not None for story in told)
        presence = (header, continuation, footer)
        stories = [
            (part, story)
            for number, part in letterhead.stories.of(presence)
            if (story := told[number]) is not None
        ]
        relations = Relations(letterhead)
        numbers = self._first
        parts: dict[str, bytes] = {}
        for story in told:
            placed = [part for part, fragment in stories if fragment is story]
            if story and placed:
                markup, numbers = story.place(numbers)
                numbers = making.begun_anew(numbers, self._first, Counter.RELATION)
                parts |= {f"word/{one.name}.xml": making.story_part(one, markup) for one in placed}

        body, numbers = making.placed_body(fragments, numbers, after_table=letterhead.after_table)
        parts[DOCUMENT] = b"".join((letterhead.beginning, *body, letterhead.endings[presence]))
        notes = [fragment.notes for fragment in fragments if fragment.notes]
        parts[letterhead.footnotes_part], numbers = self._footnotes(notes, numbers)

        counted = [*filter(None, told), *fragments, *notes]
        lists = [numbered for fragment in counted for numbered in fragment.lists]
        parts[letterhead.numbering_part] = making.numbering_part(letterhead, lists)
        names = [part for part, _ in stories]
        own = [relation for fragment in fragments for relation in fragment.relations]
        parts["word/_rels/document.xml.rels"] = relations.of_document(names, own)
        parts |= making.related_notes(letterhead, relations, notes)
        for part, fragment in stories:
            if fragment.relations:
                name = f"word/_rels/{part.name}.xml.rels"
                parts[name] = relations.of_story(fragment.relations)
        parts["[Content_Types].xml"] = relations.content_types(names)
        parts[CORE] = core_properties(document)
        anchors = numbers[Counter.BOOKMARK] - 1
        parts[CUSTOM] = custom_properties(document, anchors, letterhead, locales=locales)
        return write_package(
            [
                *self._fixed,
                *[self._part(name, data) for name, data in parts.items()],
                *relations.media_parts(),
            ]
        )

    def _footnotes(self, notes: Sequence[Fragment], numbers: Numbers) -> tuple[bytes, Numbers]:
        """The footnotes: their bookmarks follow those of the body, their relations their own."""
        markup: list[bytes] = []
        numbers = making.begun_anew(numbers, self._first, Counter.NOTE, Counter.RELATION)
        for note in notes:
            placed, numbers = note.place(numbers)
            markup.append(placed)
        return making.footnotes_part(self._letterhead, markup), numbers

    def _part(self, name: str, data: bytes) -> Part:
        """The part with this name, compressed anew only where it differs from the last letter's."""
        part = self._parts.get(name)
        if part is None or part.data != data:
            part = self._parts[name] = Part(name, data)
        return part
