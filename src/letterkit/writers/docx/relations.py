"""Which parts a letter has, and how they refer to each other (ECMA-376 Part 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from letterkit.letterhead.packaging import COMMON_TYPES, relationship, relationships
from letterkit.ooxml.markup import escape_attribute
from letterkit.ooxml.namespaces import CONTENT_TYPES, RELATIONSHIPS, WORD_MIME, XML_DECLARATION
from letterkit.ooxml.package import Part
from letterkit.writers.pictures import PictureFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.letterhead import Letterhead
    from letterkit.letterhead.model import StoryPart

_IMAGE_TYPES: Final = {"png": "image/png", "jpeg": "image/jpeg"}
_URI_CHARACTERS: Final = "!#$%&'()*+,/:;=?@[]~"  # RFC 3986: reserved, and `%` of what is escaped
_LEADING: Final = (*COMMON_TYPES, "word/theme/theme1.xml")


class Relations:
    """The relations of one letter's parts, and the pictures that they lead to."""

    def __init__(self, letterhead: Letterhead) -> None:
        self._letterhead = letterhead
        self._media: dict[bytes, str] = {}

    def of_document(
        self, stories: Sequence[StoryPart], relations: Sequence[str | PictureFile]
    ) -> bytes:
        """word/_rels/document.xml.rels."""
        before, after = self._letterhead.relations
        own = "".join(
            relationship(story.relation, story.kind, f"{story.name}.xml") for story in stories
        )
        return relationships(before + own + after + self._own(relations))

    def of_story(self, relations: Sequence[str | PictureFile], before: str = "") -> bytes:
        """The relations of footnotes, a header or a footer, after those it has already."""
        return relationships(before + self._own(relations))

    def _own(self, relations: Sequence[str | PictureFile]) -> str:
        first = self._letterhead.first
        elements: list[str] = []
        for number, relation in enumerate(relations, start=first.relation):
            if isinstance(relation, PictureFile):
                new = f"media/image{len(self._media) + first.picture}.{relation.extension}"
                name = self._media.setdefault(relation.data, new)
                elements.append(relationship(number, "image", name))
            else:
                target = escape_attribute(quote(relation, safe=_URI_CHARACTERS))
                elements.append(
                    f'<Relationship Id="rId{number}" Type="{RELATIONSHIPS}/hyperlink"'
                    f' Target="{target}" TargetMode="External"/>'
                )
        return "".join(elements)

    def media_parts(self) -> list[Part]:
        """The pictures as parts; they are compressed already."""
        return [Part(f"word/{name}", data, stored=True) for data, name in self._media.items()]

    def content_types(self, stories: Sequence[StoryPart]) -> bytes:
        """[Content_Types].xml."""
        known = self._letterhead.default_types
        overrides = {
            **self._letterhead.part_types,
            **{f"word/{story.name}.xml": f"{WORD_MIME}.{story.kind}+xml" for story in stories},
        }
        defaults: dict[str, str] = {}
        for name in sorted(self._media.values(), key=lambda name: name.rpartition(".")[2]):
            extension = name.rpartition(".")[2]
            kind = _IMAGE_TYPES[extension]
            if known.get(extension, kind) != kind:  # a letterhead with a word of its own for it
                overrides[f"word/{name}"] = kind
            else:
                defaults[extension] = kind
        elements = [
            f'<Default Extension="{escape_attribute(extension)}" ContentType="{kind}"/>'
            for extension, kind in {**defaults, **known}.items()
        ]
        leading = [name for name in _LEADING if name in overrides]
        elements += [
            f'<Override PartName="/{escape_attribute(name)}" ContentType="{overrides[name]}"/>'
            for name in dict.fromkeys((*leading, *sorted(overrides)))
        ]
        return (
            f'{XML_DECLARATION}<Types xmlns="{CONTENT_TYPES}">{"".join(elements)}</Types>\n'
        ).encode()
