"""Faults of Word files that schema validators let pass, though Word or a reader stumbles on them.

Two validators check structure in the tests (openxml-audit, Microsoft's Open XML SDK); this lint
checks what neither does: names and numbers that must be unique or must exist elsewhere, and text
whose direction, weight or spaces Word would show otherwise than it was meant.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from unicodedata import bidirectional

from letterkit.ooxml.namespaces import RELATIONSHIPS, WORD, WORD_DRAWING
from letterkit.ooxml.reading import parse_part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: the part it is in, and what it is."""

    part: str
    message: str


def _w(name: str) -> str:
    return f"{{{WORD}}}{name}"


_VAL: Final = _w("val")
_STORIES: Final = ("word/document", "word/footnotes", "word/header", "word/footer")
_OFF: Final = frozenset(("0", "false", "off"))
_PAIRS: Final = (("b", "bCs"), ("i", "iCs"), ("sz", "szCs"))
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def lint(parts: Mapping[str, bytes]) -> list[Finding]:
    """What is wrong with a package (its parts by name), sorted by part."""
    trees = {
        name: parse_part(data, name)
        for name, data in parts.items()
        if name.endswith((".xml", ".rels"))
    }
    stories = {name: root for name, root in trees.items() if name.startswith(_STORIES)}
    found: set[Finding] = set()
    for name, messages in (
        *((name, _direction_faults(root)) for name, root in stories.items()),
        *((name, _text_faults(root)) for name, root in stories.items()),
        *((name, _table_faults(root)) for name, root in stories.items()),
        *((name, _paired_properties(root)) for name, root in trees.items()),
        *((name, _relation_faults(name, root, trees, parts)) for name, root in stories.items()),
        ("word/document.xml", _bookmark_faults(stories.values())),
        ("word/document.xml", _leading_faults(stories.values())),
        ("word/document.xml", _number_faults(stories.values())),
        ("word/document.xml", _reference_faults(trees, stories.values())),
        ("word/settings.xml", _settings_faults(trees)),
        ("word/numbering.xml", _numbering_faults(trees)),
    ):
        found |= {Finding(name, message) for message in messages}
    return sorted(found)


def _bookmark_faults(stories: Iterable[Any]) -> Iterator[str]:
    starts = [start for root in stories for start in root.iter(_w("bookmarkStart"))]
    ends = Counter(end.get(_w("id")) for root in stories for end in root.iter(_w("bookmarkEnd")))
    for name in _repeated(start.get(_w("name")) for start in starts):
        yield f"the bookmark name `{name}` stands twice"
    ids = [start.get(_w("id")) for start in starts]
    for identifier in _repeated(ids):
        yield f"the bookmark id `{identifier}` stands twice"
    for identifier in set(ids) - set(ends):
        yield f"the bookmark `{identifier}` has no end"
    for identifier in set(ends) - set(ids):
        yield f"the bookmark end `{identifier}` has no beginning"
    for identifier, count in ends.items():
        if count > 1:
            yield f"the bookmark `{identifier}` ends twice"


def _number_faults(stories: Iterable[Any]) -> Iterator[str]:
    drawings = (
        properties.get("id")
        for root in stories
        for properties in root.iter(f"{{{WORD_DRAWING}}}docPr")
    )
    for identifier in _repeated(drawings):
        yield f"the drawing id `{identifier}` stands twice"


def _repeated(names: Iterable[Any]) -> list[str]:
    return [str(name) for name, count in Counter(names).items() if count > 1]


def _text_faults(root: Any) -> Iterator[str]:
    for text in root.iter(_w("t")):
        content = text.text or ""
        if any(ancestor.tag == _w("del") for ancestor in text.iterancestors()):
            yield f"deleted text `{content}` stands in `w:t`, where Word shows it"
        if content != content.strip(" \t\n") and text.get(_XML_SPACE) != "preserve":
            yield f"the spaces around `{content}` are not preserved"
    for text in root.iter(_w("delText")):
        if not any(ancestor.tag == _w("del") for ancestor in text.iterancestors()):
            yield f"the text `{text.text}` stands in `w:delText` without being deleted"


def _direction_faults(root: Any) -> Iterator[str]:
    for run in root.iter(_w("r")):
        text = "".join(piece.text or "" for piece in run.iter(_w("t"), _w("delText")))
        letters = {bidirectional(character) for character in text if character.isalpha()}
        turned = _on(run.find(f"{_w('rPr')}/{_w('rtl')}"))
        if turned and letters and not letters & {"R", "AL"}:
            yield f"`rtl` stands on the left-to-right text `{text}`"
        if not turned and letters & {"R", "AL"} and "L" not in letters:
            yield f"`rtl` is missing on `{text}`"
    section = root.find(f".//{_w('sectPr')}/{_w('bidi')}")
    for paragraph in root.iter(_w("p")):
        properties = paragraph.find(_w("pPr"))
        bidi = None if properties is None else properties.find(_w("bidi"))
        words = _words(paragraph)
        if _on(section) and bidi is None and words:
            yield f"the paragraph `{words}` does not say its direction (`w:bidi`)"
        marks = paragraph.findall(f"{_w('r')}/{_w('rPr')}/{_w('rtl')}")
        alignment = None if properties is None else properties.find(_w("jc"))
        pushed = alignment is not None and alignment.get(_VAL) == "right"
        if pushed and not _on(bidi) and marks and len(marks) == len(paragraph.findall(_w("r"))):
            yield f"the right-to-left paragraph `{words}` is pushed to the right, not turned round"
    if _on(section):
        for table in root.iter(_w("tbl")):
            turned = _on(table.find(f"{_w('tblPr')}/{_w('bidiVisual')}"))
            if not turned and not _stands_in_another_language(table):
                yield "a table of a right-to-left letter lacks `bidiVisual`"


def _leading_faults(stories: Collection[Any]) -> Iterator[str]:
    """Links and page references to bookmarks that there are not; `_top` is the document itself."""
    names = {start.get(_w("name")) for root in stories for start in root.iter(_w("bookmarkStart"))}
    for root in stories:
        for link in root.iter(_w("hyperlink")):
            anchor = link.get(_w("anchor"), "_top")
            if anchor not in {*names, "_top"}:
                yield f"a link leads to the bookmark `{anchor}`, which does not exist"
        for instruction in root.iter(_w("instrText")):
            match (instruction.text or "").split():
                case ["PAGEREF", name, *_] if name not in names:
                    yield f"a field tells the page of the bookmark `{name}`, which does not exist"


def _stands_in_another_language(table: Any) -> bool:
    """Whether a table is in a cell, and all of it says that it runs from left to right."""
    stated = [one.find(f"{_w('pPr')}/{_w('bidi')}") for one in table.iter(_w("p")) if _words(one)]
    within = next(table.iterancestors(_w("tc")), None) is not None
    return within and all(one is not None and not _on(one) for one in stated)


def _words(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(_w("t")))[:40]


def _on(element: Any) -> bool:
    return element is not None and element.get(_VAL, "1") not in _OFF


def _table_faults(root: Any) -> Iterator[str]:
    for table in root.iter(_w("tbl")):
        follower = table.getnext()
        if follower is not None and follower.tag == _w("tbl"):
            yield "two tables touch: Word makes one of them"
        if follower is None or follower.tag == _w("sectPr"):
            yield "no paragraph follows a table: Word cannot put the cursor behind it"
    for cell in root.iter(_w("tc")):
        if not len(cell) or cell[-1].tag != _w("p"):
            yield "a table cell does not end with a paragraph"


def _paired_properties(root: Any) -> Iterator[str]:
    for properties in root.iter(_w("rPr")):
        for plain, complex_script in _PAIRS:
            if (properties.find(_w(plain)) is None) != (
                properties.find(_w(complex_script)) is None
            ):
                yield f"`{plain}` and `{complex_script}` do not stand together"


def _relation_faults(
    name: str, root: Any, trees: Mapping[str, Any], parts: Mapping[str, bytes]
) -> Iterator[str]:
    folder, file_name = posixpath.split(name)
    relations = trees.get(f"{folder}/_rels/{file_name}.rels")
    known = {} if relations is None else {relation.get("Id"): relation for relation in relations}
    used = {
        value
        for element in root.iter()
        for attribute, value in element.attrib.items()
        if attribute.startswith(f"{{{RELATIONSHIPS}}}")
    }
    for identifier in used - set(known):
        yield f"the relation `{identifier}` does not exist"
    for identifier, relation in known.items():
        kind = relation.get("Type").rsplit("/", 1)[-1]
        outside = relation.get("TargetMode") == "External"
        if (outside or kind == "image") and identifier not in used:
            yield f"the relation `{identifier}` is not used"
        if not outside:
            target = posixpath.normpath(posixpath.join(folder, relation.get("Target")))
            if target not in parts:
                yield f"the part `{target}` does not exist"


def _reference_faults(trees: Mapping[str, Any], stories: Iterable[Any]) -> Iterator[str]:
    """Styles, list numbers and notes that are referred to and do not exist, and the reverse."""
    roots = list(stories)
    styles = {style.get(_w("styleId")) for style in _all(trees, "word/styles.xml", "style")}
    numbers = {number.get(_w("numId")) for number in _all(trees, "word/numbering.xml", "num")}
    for root in roots:
        for style in root.iter(_w("pStyle"), _w("rStyle"), _w("tblStyle")):
            if style.get(_VAL) not in styles:
                yield f"the style `{style.get(_VAL)}` does not exist"
        for number in root.iter(_w("numId")):
            if number.get(_VAL) not in numbers | {"0"}:
                yield f"the list `{number.get(_VAL)}` does not exist"
    notes = [
        note.get(_w("id"))
        for note in _all(trees, "word/footnotes.xml", "footnote")
        if note.get(_w("type")) is None
    ]
    references = [
        reference.get(_w("id"))
        for reference in _all(trees, "word/document.xml", "footnoteReference")
    ]
    if notes != references:
        yield f"the footnotes are {notes} and their marks {references}"


def _all(trees: Mapping[str, Any], part: str, element: str) -> Iterator[Any]:
    if part in trees:
        yield from trees[part].iter(_w(element))


def _settings_faults(trees: Mapping[str, Any]) -> Iterator[str]:
    if next(_all(trees, "word/settings.xml", "updateFields"), None) is not None:
        yield "`updateFields` makes Word ask a question when the file is opened"
    if next(_all(trees, "word/settings.xml", "attachedTemplate"), None) is not None:
        yield "`attachedTemplate` makes Word fetch another file"


def _numbering_faults(trees: Mapping[str, Any]) -> Iterator[str]:
    for level in _all(trees, "word/numbering.xml", "lvl"):
        indent = level.find(f"{_w('pPr')}/{_w('ind')}")
        if indent is None:
            continue
        left = int(indent.get(_w("left"), indent.get(_w("start"), "0")))
        if left <= int(indent.get(_w("hanging"), "0")):
            yield "a list hangs its numbers outside the margin"
