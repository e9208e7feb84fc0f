"""The section that the letter is poured into: its page, its headers, its direction."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from letterkit.document import Direction
from letterkit.letterhead.markup import halves, is_on, parsed, put_in_order, remove, value_of, w
from letterkit.ooxml.base_document import PAGE
from letterkit.ooxml.namespaces import RELATIONSHIPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.letterhead.model import Presence, Stories, StoryPart

_ORDER: Final = (
    *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar"),
    *("paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote"),
    *("titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings"),
    "sectPrChange",
)
_NOTES_ORDER: Final = ("pos", "numFmt", "numStart", "numRestart")
_MEASURE: Final = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_TWIPS: Final = {"mm": 56.6929, "cm": 566.929, "in": 1440, "pt": 20, "pc": 240, "pi": 240, "": 1}
_COLUMN_GAP: Final = 720  # where it is not told (17.6.4)
_CELL_MARGINS: Final = 216  # of Word's own tables
_LEAST: Final = 1000  # below, no letter can be set


NOTES_ANEW: Final = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
PAGES_ANEW: Final = '<w:pgNumType w:start="1"/>'
"""Properties of a section by which footnotes and pages are counted from 1 again."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a page has for the letter, in twentieths of a point."""

    width: int
    height: int


def complete(section: Any) -> None:
    """Give a section the page that it lacks, and take out what only a printer knows."""
    for element in section.findall(w("printerSettings")):
        remove(element)
    for element in parsed(PAGE):
        if section.find(element.tag) is None:
            put_in_order(section, element, _ORDER)


def room_of(section: Any, cell_width: int) -> Room:
    """The room in one column of a section, or in the cell that the letter goes into."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    width = _twips(size, "w") - _twips(margins, "left") - _twips(margins, "right")
    width -= _twips(margins, "gutter")
    height = _twips(size, "h") - abs(_twips(margins, "top")) - abs(_twips(margins, "bottom"))
    columns = section.find(w("cols"))
    count = value_of(columns, "num")
    if count.isdigit() and int(count) > 1:
        gap = _twips(columns, "space") or _COLUMN_GAP
        width = (width - gap * (int(count) - 1)) // int(count)
    if cell_width:
        width = min(width, cell_width - _CELL_MARGINS)
    return Room(max(_LEAST, width), max(_LEAST, height))


def _twips(element: Any, name: str) -> int:
    found = _MEASURE.fullmatch(value_of(element, name))
    return round(float(found[1]) * _TWIPS[found[2] or ""]) if found else 0


def references(root: Any, kind: str) -> list[Any]:
    """The references of all sections to their headers or to their footers."""
    return list(root.iter(w(f"{kind}Reference")))


def own_footers(section: Any, *, odd_and_even: bool) -> list[tuple[str, bool]]:
    """The pages that need a footer of ours, and whether only where we make the first another."""
    pages = [("default", False)]
    if odd_and_even:
        pages.append(("even", False))
    return [*pages, ("first", not is_on(section.find(w("titlePg"))))]


def endings(
    root: Any,
    section: Any,
    direction: Direction,
    own: Stories,
    *,
    first_footer: StoryPart | None,
) -> tuple[bytes, dict[Presence, bytes]]:
    """The document before the letter, and after it with and without headers of our own.

    `first_footer` is a copy of the letterhead's footer for the first page, which needs one as soon
    as we make that page another than the rest.
    """
    position = list(root.iter(section.tag)).index(section)
    beginning = b""
    found: dict[Presence, bytes] = {}
    for header, continuation, footer in product((False, True), repeat=3):
        presence = (header and bool(own.header), continuation and bool(own.continuation), footer)
        if presence in found:
            continue
        made = copy.deepcopy(root)
        one = list(made.iter(section.tag))[position]
        settle(one, direction, presence, [part for _, part in own.of(presence)], first_footer)
        beginning, found[presence] = halves(made)
    return beginning, found


def settle(
    section: Any,
    direction: Direction,
    presence: Presence,
    stories: Sequence[StoryPart],
    first_footer: StoryPart | None,
) -> None:
    """Let a section run as its letter does, with the headers and footers that the letter has."""
    _turn(section, direction)
    for story in stories:
        refer(section, story)
    if any(presence[:2]):
        put_in_order(section, parsed("<w:titlePg/>")[0], _ORDER)
        if first_footer:
            refer(section, first_footer)


def begin_anew(section: Any, *, follows: bool) -> None:
    """Let a section begin a letter: pages and footnotes from 1, on a page of its own.

    `follows` says that another letter stands before it. What the designer says of numbers stays.
    """
    pages = section.find(w("pgNumType"))
    if pages is None:
        put_in_order(section, parsed(PAGES_ANEW)[0], _ORDER)
    elif not value_of(pages, "start"):
        pages.set(w("start"), "1")
    anew = parsed(NOTES_ANEW)[0]
    notes = section.find(w("footnotePr"))
    if notes is None:
        put_in_order(section, anew, _ORDER)
    elif value_of(notes.find(w("numRestart"))) in {"", "continuous"}:
        put_in_order(notes, anew[0], _NOTES_ORDER)
    if follows and value_of(section.find(w("type"))) in {"continuous", "nextColumn"}:
        remove(section.find(w("type")))


def pages_told(section: Any) -> set[tuple[str, str]]:
    """The headers and footers that a section has of its own, by kind and page."""
    return {
        (kind, value_of(reference, "type") or "default")
        for kind in ("header", "footer")
        for reference in section.findall(w(f"{kind}Reference"))
    }


def _turn(section: Any, direction: Direction) -> None:
    """Let the section run as the letter does."""
    for element in section.findall(w("bidi")):
        remove(element)
    if direction is Direction.RTL:
        put_in_order(section, parsed("<w:bidi/>")[0], _ORDER)


def refer(section: Any, story: StoryPart) -> None:
    """Refer to a header or footer of ours; an empty one of the designer's goes."""
    for present in section.findall(w(f"{story.kind}Reference")):
        if value_of(present, "type") == story.page:
            remove(present)
    section.insert(0, parsed(story.reference())[0])


def shown_part(root: Any, section: Any, kind: str) -> str:
    """The relation of the header or footer on most pages of a section; empty where it has none.

    A section without one has that of the section before it (17.10.2).
    """
    shown = ""
    for one in root.iter(section.tag):
        for reference in one.findall(w(f"{kind}Reference")):
            if value_of(reference, "type") in {"default", ""}:
                shown = reference.get(f"{{{RELATIONSHIPS}}}id", "")
        if one is section:
            break
    return shown
