"""What reviewers have left in a Word file: tracked changes and comments, each with its place.

A tracked change is one of the elements of ECMA-376 Part 1, §17.13.5; a comment one of §17.13.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from letterkit.ooxml.namespaces import WORD
from letterkit.ooxml.reading import PackageError, parse_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TAG: Final = f"{{{WORD}}}"
_CHANGES: Final = {
    "ins": "an insertion",
    "del": "a deletion",
    "moveFrom": "a passage that was moved away",
    "moveTo": "a passage that was moved here",
    "cellIns": "an inserted cell",
    "cellDel": "a deleted cell",
    "cellMerge": "merged cells",
    "numberingChange": "a change of numbering",
    "commentReference": "a comment",
}
_CHANGED_PROPERTIES: Final = "a change of format"  # rPrChange, pPrChange, tblPrChange and the like
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS: Final = {
    "header": "a header",
    "footer": "a footer",
    "footnotes": "a footnote",
    "endnotes": "an endnote",
    "styles": "the styles",
    "numbering": "the numbering",
}
_LONGEST: Final = 40  # characters of a paragraph that are shown


@dataclass(frozen=True, slots=True)
class Revision:
    """Something of a reviewer's that has not been settled.

    `kind` is what it is, `place` where, and `excerpt` the words of that paragraph; all in English
    but the last.
    """

    kind: str
    place: str
    excerpt: str


def revisions(parts: Mapping[str, bytes], path: str) -> list[Revision]:
    """The tracked changes and comments of a Word file, each paragraph's kinds once, in order.

    Raises:
        PackageError: where a part of it cannot be read.
    """
    found: dict[Revision, None] = {}
    for name, root in _word_parts(parts, path):
        if name.rpartition("/")[2].startswith("comments"):
            if not any(each.kind == _CHANGES["commentReference"] for each in found):
                found |= {
                    Revision(
                        _CHANGES["commentReference"], "its list of comments", _excerpt(each)
                    ): None
                    for each in root.iter(f"{_TAG}comment")
                }
            continue
        numbers = {each: number for number, each in enumerate(root.iter(f"{_TAG}p"), start=1)}
        for element in root.iter(f"{_TAG}*"):
            kind = _kind(element)
            if kind is not None:
                paragraph = _paragraph(element)
                place = _place(name, numbers.get(paragraph))
                found[Revision(kind, place, _excerpt(paragraph))] = None
    return list(found)


def words_of(parts: Mapping[str, bytes], path: str) -> str:
    """What the body of a Word file without tracked changes says, one paragraph a line.

    Raises:
        PackageError: where a part of it cannot be read.
    """
    lines = []
    for name, root in _word_parts(parts, path):
        if _is_body(name, root):
            lines += [_text(each) for each in root.iter(f"{_TAG}p")]
    return "\n".join(line for line in lines if line) + "\n"


def _word_parts(parts: Mapping[str, bytes], path: str) -> Iterator[tuple[str, Any]]:
    """The parts that hold WordprocessingML; the text itself first, comments last."""
    roots: list[tuple[str, Any]] = []
    for name, content in parts.items():
        if name.lower().endswith(".xml") and content.lstrip()[:1] == b"<":
            root = parse_part(content, path)
            if isinstance(root.tag, str) and root.tag.startswith(_TAG):
                roots.append((name, root))
    if not any(_is_body(name, root) for name, root in roots):
        raise PackageError(f"there is no text in `{path}`")
    yield from sorted(roots, key=lambda each: (not _is_body(*each), "comments" in each[0], each[0]))


def _is_body(_name: str, root: Any) -> bool:
    return bool(root.tag == f"{_TAG}document")


def _kind(element: Any) -> str | None:
    name = element.tag.removeprefix(_TAG)
    if name.endswith("Change") and name != "numberingChange":
        return _CHANGED_PROPERTIES
    return _CHANGES.get(name)


def _paragraph(element: Any) -> Any:
    """The paragraph that an element stands in; the element itself where it stands in none."""
    tag = f"{_TAG}p"
    if element.tag == tag:
        return element
    within = next((each for each in element.iterancestors(tag)), None)
    if within is not None:
        return within
    inner = next(iter(element.iter(tag)), None)  # an insertion that holds whole paragraphs
    return element if inner is None else inner


def _place(name: str, number: int | None) -> str:
    stem = name.rpartition("/")[2]
    for beginning, place in _PARTS.items():
        if stem.startswith(beginning):
            return place
    return "the page" if number is None else f"paragraph {number}"


def _excerpt(element: Any) -> str:
    words = " ".join(_text(element).split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _text(element: Any) -> str:
    """The words within an element, deleted ones too; those of a drawing once."""
    pieces: list[str] = []
    for each in element.iter(f"{_TAG}t", f"{_TAG}delText", f"{_TAG}tab", f"{_TAG}br", f"{_TAG}cr"):
        if next(each.iterancestors(_FALLBACK), None) is not None:
            continue
        pieces.append(each.text or "" if each.tag.lower().endswith("t") else " ")
    return "".join(pieces)
