"""Where in a designer's document the letter goes.

It goes where a paragraph or a content control says `{{ letter }}`, else behind all that the body
holds. What the designer put there stays, apart from empty paragraphs at the end and what Word keeps
for itself (where the cursor stood, where a spelling mistake was).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from letterkit.letterhead.markup import is_place_mark, parsed, place_mark, remove, value_of, w
from letterkit.letterhead.model import ANCHOR_PREFIX
from letterkit.ooxml.namespaces import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.diagnostics import Diagnostics, Origin

MARKER: Final = "{{ letter }}"
_MARKER: Final = re.compile(r"\{\{\s*letter\s*\}\}")
_NAMED: Final = re.compile(_MARKER.pattern, re.IGNORECASE | re.ASCII)
_CONTROL: Final = "letter"  # the tag or the title of a content control
_SHOWN: Final = frozenset(
    w(name)
    for name in (
        *("drawing", "pict", "object", "fldChar", "fldSimple", "sym", "br", "ptab", "sdt"),
        *("footnoteReference", "endnoteReference", "sectPr", "framePr", "hyperlink"),
    )
)
_KEPT_WITH: Final = (w("drawing"), w("pict"))
_CHANGES: Final = tuple(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
    )
)
_TRACES: Final = tuple(
    w(name)
    for name in (
        *("proofErr", "lastRenderedPageBreak"),
        *("commentRangeStart", "commentRangeEnd", "commentReference"),
    )
)
_OURS: Final = re.compile(
    rf"_GoBack|{ANCHOR_PREFIX}(?:(?:end_)?\d+|\w+_article_\d+(?:_\d+)?)(?:_Copy_\d+)?"
)
# A paragraph that must stand, since a section ends in it, and should not be seen.
TINY: Final = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


@dataclass(frozen=True, slots=True)
class Pouring:
    """Where the letter goes: its section, the width of its cell, and what stands around it.

    `style` is the identifier of the style in which the designer wrote the marker, if any;
    `cell_width` is in twentieths of a point, 0 where the letter does not stand in a table.
    """

    section: Any
    style: str
    cell_width: int
    after_table: bool


def open_body(root: Any, origin: Origin, problems: Diagnostics) -> Pouring | None:
    """Put a place mark where the letter goes; None (told why) where there is no such place."""
    body = root.find(w("body"))
    if body is None:
        problems.error("the letterhead has no body", origin, "open it in Word and save it again")
        return None
    if has_changes(root):
        tell_of_changes(origin, problems)
        return None
    if next(root.iter(w("commentReference")), None) is not None:
        problems.note("the comments in the letterhead are left out of the letters", origin)
    _remove_traces(root)
    if body.find(w("sectPr")) is None or body[-1].tag != w("sectPr"):
        body.append(_last_section(body))
    markers = list(_markers(body))
    if any(_names_marker(one) for one in body.iter(w("p")) if one not in markers):
        problems.error(
            f"`{MARKER}` stands among other words in the letterhead",
            origin,
            "write it in small letters, in a paragraph of its own",
        )
        return None
    if len(markers) > 1:
        problems.error(
            f"`{MARKER}` stands {len(markers)} times in the letterhead",
            origin,
            "leave it where the letter goes, once",
        )
        return None
    if markers and next(markers[0].iterancestors(w("txbxContent")), None) is not None:
        problems.error(
            f"`{MARKER}` stands in a text box, which does not grow with a letter",
            origin,
            "put it into a paragraph of the page or into a table cell",
        )
        return None
    style = ""
    if markers:
        properties = markers[0].find(w("pPr"))
        style = "" if properties is None else value_of(properties.find(w("pStyle")))
        _replace(markers[0])
        last = body[-1].getprevious()
        if last is not None and last.tag == w("tbl"):  # Word wants a paragraph behind a table
            last.addnext(parsed(f"<w:p><w:pPr>{TINY}</w:pPr></w:p>")[0])
    else:
        _put_at_end(body)
        _warn_of_empty_pages(body, origin, problems)
    return _pouring(root, style)


def has_changes(root: Any) -> bool:
    """Whether a part holds tracked changes."""
    return next(root.iter(*_CHANGES), None) is not None


def tell_of_changes(origin: Origin, problems: Diagnostics) -> None:
    """Say that a letterhead with tracked changes is not taken."""
    problems.error(
        "the letterhead holds tracked changes",
        origin,
        "accept or reject them in Word, under Review",
    )


def holds_marker(root: Any) -> bool:
    """Whether a header or footer says where the letter goes, which it cannot."""
    return any(map(_names_marker, root.iter(w("p"))))


def shows_something(root: Any) -> bool:
    """Whether a header or footer has anything in it."""
    return any(
        (element.tag == w("t") and (element.text or "").strip()) or element.tag in _SHOWN
        for element in root.iter()
    )


def _remove_traces(root: Any) -> None:
    for element in list(root.iter(*_TRACES)):
        run = element.getparent()
        remove(element)
        if run.tag == w("r") and not [child for child in run if child.tag != w("rPr")]:
            remove(run)
    gone = set()
    for start in list(root.iter(w("bookmarkStart"))):
        if _OURS.fullmatch(value_of(start, "name")):
            gone.add(value_of(start, "id"))
            remove(start)
    for end in list(root.iter(w("bookmarkEnd"))):
        if value_of(end, "id") in gone:
            remove(end)


def _last_section(body: Any) -> Any:
    """The section of the body: the one it has in a wrong place, or one without a page size."""
    section = body.find(w("sectPr"))
    return parsed("<w:sectPr/>")[0] if section is None else section


def _own_text(paragraph: Any) -> str:
    """The text of a paragraph without that of text boxes in it."""
    return "".join(
        text.text or ""
        for text in paragraph.iter(w("t"))
        if next(text.iterancestors(w("p"))) is paragraph
    )


def _markers(body: Any) -> Iterator[Any]:
    """The paragraphs in whose place the letter goes."""
    for paragraph in body.iter(w("p")):
        if any(one.tag.endswith("}Fallback") for one in paragraph.iterancestors()):
            continue  # an older form of a text box, of which Word shows one
        if _MARKER.fullmatch(_own_text(paragraph).strip()):
            yield paragraph
            continue
        control = next(paragraph.iterancestors(w("sdt")), None)
        if control is None:
            control = paragraph.find(w("sdt"))
        elif next(control.iter(w("p"))) is not paragraph:
            continue  # one of several paragraphs of a content control
        if control is not None and _is_letter_control(control):
            yield paragraph


def _names_marker(paragraph: Any) -> bool:
    """Whether the marker stands in a paragraph, alone or not, in capitals or not."""
    return _NAMED.search(_own_text(paragraph)) is not None


def _is_letter_control(control: Any) -> bool:
    properties = control.find(w("sdtPr"))
    names = [] if properties is None else [*properties.iter(w("tag"), w("alias"))]
    return any(value_of(name).strip().lower() == _CONTROL for name in names)


def _replace(marker: Any) -> None:
    """Put the place mark where the marker stands; pictures anchored there stay."""
    block = marker
    control = next(marker.iterancestors(w("sdt")), None)
    if control is not None and _is_or_holds_only(control, marker):
        block = control
    mark = place_mark()
    kept = [run for run in marker.findall(w("r")) if next(run.iter(*_KEPT_WITH), None) is not None]
    properties = marker.find(w("pPr"))
    section = None if properties is None else properties.find(w("sectPr"))
    block.addprevious(mark)
    if kept:
        anchor = parsed(f"<w:p><w:pPr>{TINY}</w:pPr></w:p>")[0]
        for run in kept:
            for text in list(run.findall(w("t"))):
                run.remove(text)
            anchor.append(run)
        mark.addprevious(anchor)
    if section is not None:
        ending = parsed(f"<w:p><w:pPr>{TINY}</w:pPr></w:p>")[0]
        ending[0].append(section)
        mark.addnext(ending)
    remove(block)


def _is_or_holds_only(control: Any, marker: Any) -> bool:
    others = [one for one in control.iter(w("p")) if one is not marker]
    return _is_letter_control(control) or not others


def _put_at_end(body: Any) -> None:
    last = body[-1]
    before = last.getprevious()
    while before is not None and before.tag == w("p") and not _stands_for_something(before):
        remove(before)
        before = last.getprevious()
    last.addprevious(place_mark())


def _stands_for_something(paragraph: Any) -> bool:
    if shows_something(paragraph):
        return True
    starts = {value_of(one, "id") for one in paragraph.iter(w("bookmarkStart"))}
    ends = {value_of(one, "id") for one in paragraph.iter(w("bookmarkEnd"))}
    return starts != ends


def _warn_of_empty_pages(body: Any, origin: Origin, problems: Diagnostics) -> None:
    """Tell where a section before the letter's own is a page with nothing on it."""
    empty = True
    for block in body:
        section = block.find(f"{w('pPr')}/{w('sectPr')}") if block.tag == w("p") else None
        if section is None:
            empty = empty and not _has_content(block)
            continue
        words = any((text.text or "").strip() for text in block.iter(w("t")))
        pictures = next(block.iter(*_KEPT_WITH), None) is not None
        following = next(
            one for one in block.itersiblings() if next(one.iter(w("sectPr")), None) is not None
        )
        kind = value_of(next(following.iter(w("sectPr"))).find(w("type")))
        if empty and not words and not pictures and kind != "continuous":
            problems.warning(
                "the letterhead has a section with nothing in it before that of the letter",
                origin,
                f"write `{MARKER}` where the letter goes, or make the section break continuous",
            )
            return
        empty = True


def _has_content(block: Any) -> bool:
    return not is_place_mark(block) and (block.tag != w("p") or _stands_for_something(block))


def _pouring(root: Any, style: str) -> Pouring:
    mark = next(node for node in root.iter() if is_place_mark(node))
    section = next(
        element
        for element in mark.xpath("following::w:sectPr", namespaces={"w": WORD})
        if element.getparent().tag in {w("pPr"), w("body")}
    )
    before = mark.getprevious()
    cell = next(mark.iterancestors(w("tc")), None)
    return Pouring(
        section,
        style,
        0 if cell is None else cell_width(cell),
        before is not None and before.tag == w("tbl"),
    )


def cell_width(cell: Any) -> int:
    """The width of a table cell in twentieths of a point; 0 where it is not told in these."""
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if value_of(width, "type") != "dxa" or not value_of(width, "w").isdigit():
        return 0
    return int(value_of(width, "w"))
