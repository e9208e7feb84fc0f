"""The package of a designer's letterhead: its parts, their types, and what refers to what.

Only what the document refers to is taken over. What tells about the machine or the people it was
made on (printer settings, comments, the previous author, thumbnails) is left behind.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from letterkit.diagnostics import Origin
from letterkit.letterhead.packaging import MANIFEST_NAME, NO_PROPERTIES
from letterkit.ooxml.markup import escape_attribute
from letterkit.ooxml.namespaces import (
    CONTENT_TYPES,
    CUSTOM_PROPERTIES,
    PACKAGE_RELATIONSHIPS,
    WORD_MIME,
)
from letterkit.ooxml.reading import PackageError, parse_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LEFT_BEHIND: Final = frozenset(
    (
        "printerSettings",
        "comments",
        "commentsExtended",
        "commentsIds",
        "commentsExtensible",
        "people",
        "stylesWithEffects",  # a copy of the styles that Word 2010 alone read
    )
)
_MAIN_TYPES: Final = frozenset((f"{WORD_MIME}.document.main+xml", f"{WORD_MIME}.template.main+xml"))
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_OFFICE_PROPERTIES: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
)
SAVE_AGAIN: Final = "open it in Word, which may mend it, and save it again as .docx"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part; `target` is as written, `part` the part's name, empty if outside."""

    id: str
    type: str
    target: str
    part: str

    @property
    def kind(self) -> str:
        """The last word of its type: `header`, `image`, `hyperlink` …."""
        return self.type.rsplit("/", 1)[-1]

    def xml(self) -> str:
        """The relation as an element."""
        outside = "" if self.part else ' TargetMode="External"'
        return (
            f'<Relationship Id="{escape_attribute(self.id)}" Type="{escape_attribute(self.type)}"'
            f' Target="{escape_attribute(self.target)}"{outside}/>'
        )


class Container:
    """A package that has been read safely.

    Raises:
        PackageError: it has no document, or a part is missing or of no known kind.
    """

    def __init__(self, parts: dict[str, bytes], path: str) -> None:
        self.origin = Origin(path)
        self._parts = parts
        self._names = {name.lower(): name for name in parts}
        self._read_types()
        self.main = self._main()
        self.relations = [
            relation
            for relation in self.relations_of(self.main)
            if relation.kind not in _LEFT_BEHIND
        ]

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def parse(self, name: str) -> Any:
        """The root element of a part."""
        return parse_part(self._parts[name], self.origin.path)

    def part_of_kind(self, kind: str) -> str | None:
        """The part that the document refers to by this kind of relation."""
        return next((one.part for one in self.relations if one.kind == kind and one.part), None)

    def relations_of(self, name: str) -> list[Relation]:
        """The relations of a part.

        Raises:
            PackageError: one leads to a part that is not there.
        """
        folder = posixpath.dirname(name)
        relations = self._names.get(relations_part(name).lower())
        if relations is None:
            return []
        found = []
        for element in self.parse(relations).iter(f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"):
            target = element.get("Target", "")
            part = ""
            if element.get("TargetMode") != "External":
                part = self._resolved(folder, target)
            found.append(Relation(element.get("Id", ""), element.get("Type", ""), target, part))
        return found

    def _resolved(self, folder: str, target: str) -> str:
        """The name of the part that a target leads to; names ignore the case of letters."""
        path = target.partition("#")[0]
        for written in (path, unquote(path)):
            name = posixpath.normpath(posixpath.join("/" + folder, written)).lstrip("/")
            if name.lower() in self._names:
                return self._names[name.lower()]
        raise PackageError(
            f"the part `{target}` that the file refers to is not in it", self.origin, SAVE_AGAIN
        )

    def _read_types(self) -> None:
        self.default_types: dict[str, str] = {}
        self._part_types: dict[str, str] = {}
        for element in self.parse("[Content_Types].xml"):
            kind = element.get("ContentType", "")
            if element.tag == f"{{{CONTENT_TYPES}}}Default":
                self.default_types[element.get("Extension", "").lower()] = kind
            elif element.tag == f"{{{CONTENT_TYPES}}}Override":
                self._part_types[element.get("PartName", "").removeprefix("/").lower()] = kind

    def type_of(self, name: str) -> str:
        """The content type of a part; empty where the file does not tell."""
        extension = name.rpartition(".")[2].lower()
        return self._part_types.get(name.lower()) or self.default_types.get(extension, "")

    def _main(self) -> str:
        for relation in self.relations_of(""):
            if relation.kind != "officeDocument":
                continue
            if relation.type.startswith(_STRICT):
                raise PackageError(
                    "the file is a Strict Open XML document",
                    self.origin,
                    "in Word, save it as `Word Document (.docx)`",
                )
            kind = self.type_of(relation.part)
            if kind in _MAIN_TYPES and posixpath.dirname(relation.part) == "word":
                return relation.part
            raise PackageError(
                f"the file is no Word document: its content type is `{kind}`",
                self.origin,
                "in Word, save it as `Word Document (.docx)`",
            )
        raise PackageError("the file holds no document", self.origin, SAVE_AGAIN)

    def kept_parts(self, without: Iterable[str]) -> dict[str, bytes]:
        """The parts that the document refers to, directly or not, with their relations.

        `without` are parts that letters make anew; what these refer to is kept.

        Raises:
            PackageError: the content type of one is not told.
        """
        made = {self.main, *without}
        kept: dict[str, bytes] = {}
        pending = [relation.part for relation in self.relations if relation.part]
        seen = {self.main}
        while pending:
            name = pending.pop()
            if name in seen:
                continue
            seen.add(name)
            pending += [relation.part for relation in self.relations_of(name) if relation.part]
            if name in made:
                continue
            if not self.type_of(name):
                raise PackageError(
                    f"the file does not tell of what kind the part `{name}` is",
                    self.origin,
                    SAVE_AGAIN,
                )
            kept[name] = self._parts[name]
            relations = self._names.get(relations_part(name).lower())
            if relations:
                kept[relations] = self._parts[relations]
        return kept

    def part_types(self, names: Iterable[str]) -> dict[str, str]:
        """The content types of those of these parts that have one of their own."""
        return {
            name: self._part_types[name.lower()]
            for name in names
            if name.lower() in self._part_types
        }

    def company(self) -> str:
        """The company in the file's properties, to which a header may refer."""
        for relation in self.relations_of(""):
            if relation.kind == "extended-properties" and relation.part:
                return self.parse(relation.part).findtext(f"{{{_OFFICE_PROPERTIES}}}Company") or ""
        return ""

    def custom_properties(self) -> tuple[str, int]:
        """The file's own custom properties, without their end, and the number of the next."""
        from lxml import etree

        for relation in self.relations_of(""):
            if relation.kind != "custom-properties" or not relation.part:
                continue
            elements = [
                element
                for element in self.parse(relation.part).iter(f"{{{CUSTOM_PROPERTIES}}}property")
                if element.get("name") != MANIFEST_NAME
            ]
            beginning, first = NO_PROPERTIES
            for number, element in enumerate(elements, start=first):
                element.set("pid", str(number))
                element.tail = None
            written = "".join(etree.tostring(element, encoding="unicode") for element in elements)
            return beginning + written, first + len(elements)
        return NO_PROPERTIES


def relations_part(name: str) -> str:
    """The name of the part that holds the relations of a part; "" is the package."""
    folder, file_name = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file_name}.rels")


def relation_numbers(relations: Iterable[Relation]) -> Iterator[int]:
    """The numbers in relations named as Word names them, `rId7`."""
    for relation in relations:
        digits = relation.id[3:]
        if relation.id[:3].lower() == "rid" and digits.isascii() and digits.isdigit():
            yield int(digits)


def free_from(taken: Iterable[int], room: int = 100_000, first: int = 1) -> int:
    """The first number after which `room` numbers are free."""
    start = first
    for number in sorted(set(taken)):
        if number - start >= room:
            break
        start = max(start, number + 1)
    return start
