"""The parts of a Word file that are made of fragments, and where the counting in each begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.letterhead.model import NAMESPACES
from letterkit.ooxml.namespaces import XML_DECLARATION
from letterkit.writers.docx.fragments import Counter
from letterkit.writers.docx.tables import SPACER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from letterkit.letterhead import Letterhead
    from letterkit.letterhead.model import StoryPart
    from letterkit.writers.docx.fragments import Fragment, NumberedList, Numbers
    from letterkit.writers.docx.relations import Relations

_ROOT: Final = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_SPACER: Final = SPACER.encode()
# Behind a table Word needs a paragraph; a higher one could come to stand on a page alone.
_CLOSING: Final = (
    b'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
    b"</w:p>"
)


def first_numbers(letterhead: Letterhead) -> Numbers:
    """The numbers with which the counting begins on a letterhead."""
    first = letterhead.first
    numbers = {
        Counter.BOOKMARK: 1,
        Counter.NOTE: first.note,
        Counter.LIST: first.list,
        Counter.RELATION: first.relation,
        Counter.DRAWING: first.drawing,
        Counter.BOOKMARK_ID: first.bookmark,
        Counter.LETTER: 1,
        Counter.MARK: 1,
    }
    return tuple(numbers[counter] for counter in Counter)


def begun_anew(numbers: Numbers, first: Numbers, *counters: Counter) -> Numbers:
    """The numbers where these counters stand again as they did at `first`."""
    made = list(numbers)
    for counter in counters:
        made[counter] = first[counter]
    return tuple(made)


def placed_body(
    fragments: Iterable[Fragment], numbers: Numbers, *, after_table: bool
) -> tuple[list[bytes], Numbers]:
    """The body of a letter; it ends in a paragraph, and tables that touch are kept apart."""
    pieces: list[bytes] = []
    for fragment in fragments:
        markup, numbers = fragment.place(numbers)
        if after_table and markup.startswith(b"<w:tbl>"):
            pieces.append(_SPACER)
        pieces.append(markup)
        after_table = fragment.ends_in_table
    if after_table or not pieces:
        pieces.append(_CLOSING)
    return pieces, numbers


def story_part(part: StoryPart, markup: bytes) -> bytes:
    """A header or footer as a part."""
    root = {"header": "hdr", "footer": "ftr"}[part.kind]
    beginning = f"{XML_DECLARATION}<w:{root} {_ROOT}>".encode()
    return beginning + markup + f"</w:{root}>\n".encode()


def footnotes_part(letterhead: Letterhead, markup: Iterable[bytes]) -> bytes:
    """The footnotes, after those of the letterhead."""
    beginning, end = letterhead.footnotes
    return b"".join((beginning.encode(), *markup, end.encode()))


def numbering_part(letterhead: Letterhead, lists: Sequence[NumberedList | str]) -> bytes:
    """The lists; each that is numbered begins its own counting.

    One that is markup already stands as it is.
    """
    beginning, end = letterhead.numbering
    pieces = [beginning]
    for number, numbered in enumerate(lists, start=letterhead.first.list):
        if isinstance(numbered, str):
            pieces.append(numbered)
            continue
        pieces.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{numbered.definition}"/>'
            f'<w:lvlOverride w:ilvl="{numbered.level}">'
            f'<w:startOverride w:val="{numbered.start}"/></w:lvlOverride></w:num>'
        )
    return "".join((*pieces, end)).encode()


def related_notes(
    letterhead: Letterhead, relations: Relations, notes: Iterable[Fragment]
) -> dict[str, bytes]:
    """The relations of the footnotes as a part; nothing where there are none."""
    own = [relation for note in notes for relation in note.relations]
    before = letterhead.note_relations
    if not own and not before:
        return {}
    name = letterhead.footnotes_part.rpartition("/")[2]
    return {f"word/_rels/{name}.rels": relations.of_story(own, before)}
