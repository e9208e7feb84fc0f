"""A designer's letterhead around each of many letters in one file.

All that the designer made stands around every letter again: text, pictures, sections with their
headers and footers. What must be unique in a file is numbered anew in each copy.
"""

from __future__ import annotations

import copy as copying
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from letterkit.diagnostics import Diagnostics
from letterkit.letterhead import sections
from letterkit.letterhead.body import TINY
from letterkit.letterhead.markup import (
    is_place_mark,
    markup_of,
    parsed,
    place_mark_text,
    remove,
    value_of,
    w,
    whole,
)
from letterkit.letterhead.model import Copy, Surrounding, end_bookmark
from letterkit.letterhead.repeated_lists import RepeatedLists
from letterkit.ooxml.namespaces import WORD, WORD_DRAWING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.diagnostics import Diagnostic, Origin
    from letterkit.document import Direction
    from letterkit.letterhead.model import FirstNumbers, StoryPart

_MARK: Final = "letterkit-body"
_BEGINNING: Final = "begins"
_END: Final = "ends"
_DRAWING_PROPERTIES: Final = f"{{{WORD_DRAWING}}}docPr"
_SHAPES: Final = "{urn:schemas-microsoft-com:vml}"
_SHAPE_NUMBER: Final = "{urn:schemas-microsoft-com:office:office}spid"
_LATER_WORD: Final = "{http://schemas.microsoft.com/office/word/"
_OF_EDITING: Final = ("}paraId", "}textId", "}anchorId", "}editId")
_LONGEST_NAME: Final = 40  # letters of a bookmark's name


def tell_of_copies(root: Any, stories: Iterable[bytes], origin: Origin) -> tuple[Diagnostic, ...]:
    """What a letterhead has that does not go well with others in one file."""
    found = Diagnostics()
    if next(root.iter(w("endnoteReference")), None) is not None:
        found.error(
            "the letterhead has an endnote, which stands once behind all letters of a file",
            origin,
            "make it a footnote, or make the letters without `--combined`",
        )
    if any(b"NUMPAGES" in story for story in stories):
        found.warning(
            "the letterhead numbers the pages through: it counts those of all letters together",
            origin,
            "put the field SECTIONPAGES in the place of NUMPAGES",
        )
    return tuple(found)


def first_section_lacks(root: Any, section: Any, own: Iterable[StoryPart]) -> list[tuple[str, str]]:
    """The headers and footers, by kind and page, that only later sections have.

    A section without one has that of the section before it (17.10.2), so the first section of a
    copy would have that of the letter before.
    """
    first, *others = list(root.iter(section.tag))
    ours = {(part.kind, part.page) for part in own}
    later = {told for one in others for told in sections.pages_told(one)}
    if section is not first:
        later |= ours
    return sorted(later - sections.pages_told(first))


class Copies:
    """The copies of a designer's letterhead; see `Surroundings`."""

    def __init__(
        self,
        root: Any,
        section: Any,
        direction: Direction,
        *,
        notes: Any,
        numbering: Any,
        styles: Any,
        first_footer: StoryPart | None,
        blanks: tuple[StoryPart, ...],
        problems: tuple[Diagnostic, ...],
    ) -> None:
        self._position = list(root.iter(section.tag)).index(section)
        self._root = copying.deepcopy(root)
        self._direction = direction
        self._first_footer = first_footer
        self._notes = {value_of(one, "id"): one for one in notes.findall(w("footnote"))}
        self._lists = RepeatedLists(numbering, styles)
        body = self._root.find(w("body"))
        body.insert(0, _mark(_BEGINNING))
        body.append(_mark(_END))
        self.beginning, rest = whole(self._root).split(_text_of(_BEGINNING))
        self.end = rest.split(_text_of(_END))[1]
        self.blanks = blanks
        self.problems = problems

    def around(self, copy: Copy) -> Surrounding:
        """What stands around one letter."""
        root = copying.deepcopy(self._root)
        # A bookmark of ours ends the letter; the rest is the first copy's as the designer has it.
        free = replace(copy.free, bookmark=copy.free.bookmark + 1)
        notes: tuple[bytes, ...] = ()
        lists: tuple[str, ...] = ()
        if copy.number > 1:
            notes, free = self._notes_again(root, free)
            lists, free = self._lists.again(root, free)
            free = _make_unique(root, f"_{copy.number}", free)
        all_sections = list(root.iter(w("sectPr")))
        poured = all_sections[self._position]
        sections.settle(poured, self._direction, copy.presence, copy.stories, self._first_footer)
        sections.begin_anew(all_sections[0], follows=copy.number > 1)
        if copy.number > 1:
            told = sections.pages_told(all_sections[0])
            for blank in self.blanks:
                if (blank.kind, blank.page) not in told:
                    sections.refer(all_sections[0], blank)
        marked = _mark_end(root, copy)
        at_end = _end_with_section(root, copy)
        content = whole(root).split(_text_of(_BEGINNING))[1].split(_text_of(_END))[0]
        before, after = content.split(place_mark_text())
        section = b""
        if at_end:
            after, section = b"", after
        return Surrounding(before, after, section, marked, free, notes, lists)

    def _notes_again(self, root: Any, free: FirstNumbers) -> tuple[tuple[bytes, ...], FirstNumbers]:
        """The designer's footnotes once more, with numbers of their own."""
        made: list[bytes] = []
        for number, reference in enumerate(root.iter(w("footnoteReference")), start=free.note):
            note = copying.deepcopy(self._notes[value_of(reference, "id")])
            for bookmark in list(note.iter(w("bookmarkStart"), w("bookmarkEnd"))):
                remove(bookmark)
            _forget_editing(note)
            note.set(w("id"), str(number))
            reference.set(w("id"), str(number))
            note.tail = None
            made.append(markup_of(note))
        return tuple(made), replace(free, note=free.note + len(made))


def _mark(name: str) -> Any:
    from lxml import etree

    return etree.ProcessingInstruction(_MARK, name)


def _text_of(mark: str) -> bytes:
    return f"<?{_MARK} {mark}?>".encode()


def _mark_end(root: Any, copy: Copy) -> bool:
    """Put the bookmark of the letter's end into the last words behind it; False if there are none.

    An empty paragraph at the end of a file has no page to LibreOffice.
    """
    mark = next(node for node in root.iter() if is_place_mark(node))
    shown = mark.xpath("following::w:t | following::w:drawing", namespaces={"w": WORD})
    if not shown:
        return False
    last = next(shown[-1].iterancestors(w("p")))
    for one in parsed(end_bookmark(copy)):
        last.append(one)
    return True


def _end_with_section(root: Any, copy: Copy) -> bool:
    """Put the last section where a letter that others follow has it: into its last paragraph.

    True where that paragraph is one of the letter's own, so that the section stays for it.
    """
    section = next(one for one in reversed(root.find(w("body"))) if one.tag == w("sectPr"))
    last = section.getprevious()
    if is_place_mark(last):
        return True
    properties = last.find(w("pPr")) if last.tag == w("p") else None
    if last.tag != w("p") or (properties is not None and properties.find(w("sectPr")) is not None):
        (last,) = parsed(f"<w:p><w:pPr>{TINY}</w:pPr></w:p>")
        section.addprevious(last)
        properties = last.find(w("pPr"))
    elif properties is None:
        (properties,) = parsed("<w:pPr/>")
        last.insert(0, properties)
    if not copy.last:
        remove(section)
        properties.append(section)
    return False


def _make_unique(root: Any, suffix: str, free: FirstNumbers) -> FirstNumbers:
    """Number anew what stands in every copy and may stand in a file once."""
    numbers: dict[str, str] = {}
    for number, start in enumerate(root.iter(w("bookmarkStart")), start=free.bookmark):
        numbers[value_of(start, "id")] = str(number)
        start.set(w("id"), str(number))
        start.set(w("name"), value_of(start, "name")[: _LONGEST_NAME - len(suffix)] + suffix)
    for end in root.iter(w("bookmarkEnd")):
        end.set(w("id"), numbers.get(value_of(end, "id"), value_of(end, "id")))
    drawings = list(root.iter(_DRAWING_PROPERTIES))
    for number, drawing in enumerate(drawings, start=free.drawing):
        drawing.set("id", str(number))
    for control in root.iter(w("sdtPr")):
        for identifier in control.findall(w("id")):
            control.remove(identifier)
    _forget_editing(root)
    for shape in root.iter(f"{_SHAPES}*"):
        if not shape.tag.endswith("}shapetype"):
            for name in {"id", _SHAPE_NUMBER} & set(shape.attrib):
                shape.set(name, shape.get(name) + suffix)
    return replace(
        free, bookmark=free.bookmark + len(numbers), drawing=free.drawing + len(drawings)
    )


def _forget_editing(root: Any) -> None:
    """Take out the identifiers by which Word follows an editor's work; they are not needed."""
    for element in root.iter("*"):
        for name in list(element.attrib):
            if name.startswith(_LATER_WORD) and name.endswith(_OF_EDITING):
                del element.attrib[name]
