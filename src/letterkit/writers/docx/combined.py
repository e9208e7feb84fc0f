"""The writer of many letters into one Word file, for printing.

Each letter is a section of its own: it begins on a new page, with its own headers and footers, and
its pages, footnotes and lists are counted from 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from letterkit.letterhead import Letterhead, base_letterhead
from letterkit.letterhead.model import Copy, FirstNumbers, StoryPart, end_bookmark
from letterkit.letterhead.packaging import CORE, CUSTOM, DOCUMENT
from letterkit.ooxml.package import Part, write_package
from letterkit.writers.docx import parts as making
from letterkit.writers.docx.fragments import Counter
from letterkit.writers.docx.properties import core_properties, custom_properties
from letterkit.writers.docx.relations import Relations
from letterkit.writers.docx.remembering import Remembering
from letterkit.writers.docx.runs import Combined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from letterkit.document import Document
    from letterkit.language.profile import Profile
    from letterkit.letterhead.model import Presence
    from letterkit.writers.docx.fragments import Fragment, NumberedList, Numbers
    from letterkit.writers.docx.remembering import Told

_EMPTY: Final = b"<w:p/>"
_SHOWN: Final = re.compile(rb"<w:(?:t[ >]|drawing>)")
_END_OF_PROPERTIES: Final = b"</w:pPr>"


@dataclass(frozen=True, slots=True)
class _Letter:
    """One letter: what stands at the head and the foot of its pages, and its body."""

    number: int
    told: Told
    body: list[Fragment]

    @property
    def notes(self) -> list[Fragment]:
        """Its footnotes."""
        return [fragment.notes for fragment in self.body if fragment.notes]


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where a letter's anchors and notes begin, and what its letterhead adds to other parts."""

    first_anchor: int
    first_note: int
    notes: tuple[bytes, ...]
    lists: tuple[str, ...]


class CombinedWriter:
    """Writes letters of one language into one Word file.

    `marked` has the numbers of footnotes written out: LibreOffice, which prints the file, cannot
    begin them anew with each letter. `signs` draws the signatures of released letters, for pages
    that leave no Word file behind.
    """

    def __init__(
        self,
        profile: Profile,
        letterhead: Letterhead | None = None,
        *,
        marked: bool = False,
        signs: bool = False,
    ) -> None:
        self._letterhead = letterhead = letterhead or base_letterhead(profile)
        around = (letterhead.beginning, *letterhead.endings.values())
        has_notes = any(b"footnoteReference" in part for part in around)
        # Beside notes of the letterhead's own, which are counted, written numbers would be wrong.
        combined = Combined(letters=True, marked=marked and not has_notes)
        self._made = Remembering(profile, letterhead, combined=combined, signs=signs)
        self._first = making.first_numbers(letterhead)

    def write(self, documents: Sequence[Document]) -> bytes:
        """The file of one letter or more, in their order; the same letters give the same bytes.

        Raises:
            LetterkitError: a character that no Word file can hold, a picture that cannot be read,
                a footnote where none can stand.
        """
        letterhead = self._letterhead
        letters = [
            _Letter(number, self._made.stories(document), self._made.body(document))
            for number, document in enumerate(documents, start=1)
        ]
        own = [relation for letter in letters for one in letter.body for relation in one.relations]
        stories = _Stories(letterhead, letters, self._first, len(own))
        body, placed, numbers = self._body(letters, stories)
        footnotes, numbers = self._footnotes(letters, placed, numbers)
        notes = [note for letter in letters for note in letter.notes]
        lists: list[NumberedList | str] = [
            numbered for fragment in stories.fragments for numbered in fragment.lists
        ]
        for letter, one in zip(letters, placed, strict=True):
            lists += one.lists
            lists += (numbered for fragment in letter.body for numbered in fragment.lists)
        lists += (numbered for note in notes for numbered in note.lists)
        relations = Relations(letterhead)
        parts = {
            DOCUMENT: body,
            letterhead.footnotes_part: footnotes,
            letterhead.numbering_part: making.numbering_part(letterhead, lists),
            "word/_rels/document.xml.rels": relations.of_document(stories.parts, own),
            **making.related_notes(letterhead, relations, notes),
            **{f"word/{one.name}.xml": stories.contents[one.name] for one in stories.parts},
        }
        for name, fragment in stories.related.items():
            parts[f"word/_rels/{name}.xml.rels"] = relations.of_story(fragment.relations)
        parts["[Content_Types].xml"] = relations.content_types(stories.parts)
        whole = _told_of_all(documents)
        parts[CORE] = core_properties(whole)
        anchors = numbers[Counter.BOOKMARK] - 1
        starts = [one.first_anchor for one in placed]
        parts[CUSTOM] = custom_properties(whole, anchors, letterhead, starts)
        return write_package(
            [
                *[Part(name, data) for name, data in {**letterhead.parts, **parts}.items()],
                *relations.media_parts(),
            ]
        )

    def _body(
        self, letters: Sequence[_Letter], stories: _Stories
    ) -> tuple[bytes, list[_Placed], Numbers]:
        """The document, what is to be known of each letter in it, and where the counting stands."""
        surroundings = self._letterhead.surroundings
        pieces = [surroundings.beginning]
        found: list[_Placed] = []
        numbers = stories.numbers
        for letter in letters:
            numbers = making.begun_anew(numbers, self._first, Counter.MARK)
            numbers = _with(numbers, Counter.LETTER, letter.number)
            copy = Copy(
                letter.number,
                letter is letters[-1],
                stories.presence,
                stories.of(letter),
                _free(numbers),
            )
            around = surroundings.around(copy)
            numbers = _taken(numbers, around.free)
            found.append(
                _Placed(
                    numbers[Counter.BOOKMARK], numbers[Counter.NOTE], around.notes, around.lists
                )
            )
            placed, numbers = making.placed_body(
                letter.body, numbers, after_table=self._letterhead.after_table
            )
            if not around.marked:
                _mark_end(placed, end_bookmark(copy).encode())
            if around.section and not copy.last:  # that of the last letter stands behind it
                placed[-1] = _with_section(placed[-1], around.section)
            pieces += (around.before, *placed, around.section if copy.last else b"", around.after)
        pieces.append(surroundings.end)
        return b"".join(pieces), found, numbers

    def _footnotes(
        self, letters: Sequence[_Letter], placed: Sequence[_Placed], numbers: Numbers
    ) -> tuple[bytes, Numbers]:
        markup: list[bytes] = []
        numbers = making.begun_anew(numbers, self._first, Counter.RELATION)
        for letter, one in zip(letters, placed, strict=True):
            markup += one.notes
            numbers = making.begun_anew(numbers, self._first, Counter.MARK)
            numbers = _with(numbers, Counter.NOTE, one.first_note)
            for note in letter.notes:
                written, numbers = note.place(numbers)
                markup.append(written)
        return making.footnotes_part(self._letterhead, markup), numbers


class _Stories:
    """The headers and footers of all letters; those that are the same are one part.

    `parts` are all of them, `contents` and `related` what is in each and which have relations, by
    name; `numbers` is where the counting stands behind them.
    """

    def __init__(
        self,
        letterhead: Letterhead,
        letters: Sequence[_Letter],
        first: Numbers,
        relations: int,
    ) -> None:
        self._letterhead = letterhead
        self._first = first
        self._relation = letterhead.first.relation + relations
        self._names = self._free_names()
        # Kept with their fragments: an identity means nothing once its object is gone.
        self._known: dict[tuple[str, int, int], tuple[StoryPart, Fragment | None]] = {}
        self._by_letter: dict[int, tuple[StoryPart, ...]] = {}
        header, continuation, footer = (
            any(letter.told[number] for letter in letters) for number in range(3)
        )
        self.presence: Presence = (header, continuation, footer)
        self.numbers = first
        self.contents: dict[str, bytes] = {}
        self.related: dict[str, Fragment] = {}
        self.fragments: list[Fragment] = []
        self.parts: list[StoryPart] = []
        places = letterhead.stories.of(self.presence)
        for letter in letters:
            self._by_letter[letter.number] = tuple(
                self._part(place, letter.told[number], letter.number) for number, place in places
            )
        for blank in letterhead.surroundings.blanks if len(letters) > 1 else ():
            self.parts.append(blank)
            self.contents[blank.name] = making.story_part(blank, _EMPTY)

    def of(self, letter: _Letter) -> tuple[StoryPart, ...]:
        """Those of one letter; all have what one of them has, if only as an empty line."""
        return self._by_letter[letter.number]

    def _part(self, place: StoryPart, fragment: Fragment | None, letter: int) -> StoryPart:
        differs = fragment is not None and fragment.depends_on(Counter.LETTER)
        key = (place.kind, id(fragment), letter if differs else 0)
        if key not in self._known:
            part = replace(place, name=next(self._names[place.kind]), relation=self._relation)
            self._relation += 1
            self._known[key] = (part, fragment)
            self.parts.append(part)
            self.contents[part.name] = making.story_part(part, self._placed(fragment, letter))
            if fragment is not None:
                self.fragments.append(fragment)
                if fragment.relations:
                    self.related[part.name] = fragment
        return replace(self._known[key][0], page=place.page)

    def _placed(self, fragment: Fragment | None, letter: int) -> bytes:
        if fragment is None:
            return _EMPTY
        numbers = _with(self.numbers, Counter.LETTER, letter)
        markup, after = fragment.place(numbers)
        self.numbers = making.begun_anew(after, self._first, Counter.RELATION)
        return markup

    def _free_names(self) -> dict[str, Iterator[str]]:
        taken = self._letterhead.parts

        def names(kind: str) -> Iterable[str]:
            return (
                name
                for number in count(1)
                if f"word/{(name := f'letter-{kind}{number}')}.xml" not in taken
            )

        return {kind: iter(names(kind)) for kind in ("header", "footer")}


def _with(numbers: Numbers, counter: Counter, number: int) -> Numbers:
    return (*numbers[:counter], number, *numbers[counter + 1 :])


def _free(numbers: Numbers) -> FirstNumbers:
    return FirstNumbers(
        bookmark=numbers[Counter.BOOKMARK_ID],
        note=numbers[Counter.NOTE],
        list=numbers[Counter.LIST],
        drawing=numbers[Counter.DRAWING],
    )


def _taken(numbers: Numbers, free: FirstNumbers) -> Numbers:
    numbers = _with(numbers, Counter.BOOKMARK_ID, free.bookmark)
    numbers = _with(numbers, Counter.NOTE, free.note)
    numbers = _with(numbers, Counter.LIST, free.list)
    return _with(numbers, Counter.DRAWING, free.drawing)


def _mark_end(pieces: list[bytes], bookmark: bytes) -> None:
    """Put a bookmark into the last paragraph of a letter that shows something.

    An empty one at the end of a file has no page to LibreOffice.
    """
    shown = (
        (position, found)
        for position in range(len(pieces) - 1, -1, -1)
        if (found := list(_SHOWN.finditer(pieces[position])))
    )
    position, found = next(shown, (len(pieces) - 1, []))
    piece = pieces[position]
    end = found[-1].start() if found else len(piece)
    begin = piece.rindex(_END_OF_PROPERTIES, 0, end) + len(_END_OF_PROPERTIES)
    pieces[position] = piece[:begin] + bookmark + piece[begin:]


def _with_section(markup: bytes, section: bytes) -> bytes:
    """A letter's last paragraph with the section that ends in it (17.6.18)."""
    before, end, after = markup.rpartition(_END_OF_PROPERTIES)
    return before + section + end + after


def _told_of_all(documents: Sequence[Document]) -> Document:
    """A document that tells of itself what all of them have in common."""
    first = documents[0]
    titles = {document.title for document in documents}
    subjects = {document.subject for document in documents}
    subject = first.subject if len(subjects) == 1 else ""
    return replace(first, title=first.title if len(titles) == 1 else subject, subject=subject)
