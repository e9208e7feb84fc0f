"""Which parts a letter has, and how they refer to each other (ECMA-376 Part 2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from letterkit.ooxml.markup import escape_attribute
from letterkit.ooxml.namespaces import (
    CONTENT_TYPES,
    PACKAGE_RELATIONSHIPS,
    RELATIONSHIPS,
    THEME_TYPE,
    WORD_MIME,
    XML_DECLARATION,
)
from letterkit.ooxml.package import Part
from letterkit.writers.pictures import PictureFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FIXED: Final = ("styles", "settings", "fontTable", "numbering", "footnotes")
_STORIES: Final = ("header1", "footer1", "footer2")
_THEME: Final = len(_FIXED) + len(_STORIES) + 1
FIRST_RELATION: Final = _THEME + 1
"""The number of the first relation that is a letter's own; those before are the same in each."""

_IMAGE_TYPES: Final = {"png": "image/png", "jpeg": "image/jpeg"}
_URI_CHARACTERS: Final = "!#$%&'()*+,/:;=?@[]~"  # RFC 3986: reserved, and `%` of what is escaped


@dataclass(frozen=True, slots=True)
class Stories:
    """Which of header (first page only) and footer (every page) a letter has."""

    header: bool
    footer: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The names of their parts."""
        second = self.header and self.footer
        present = (self.header, self.footer, second)
        return tuple(name for name, is_there in zip(_STORIES, present, strict=True) if is_there)

    def references(self) -> str:
        """The references of the section."""
        kinds = {"header1": ("header", "first"), "footer1": ("footer", "default")}
        kinds["footer2"] = ("footer", "first")
        return "".join(
            f'<w:{kinds[name][0]}Reference w:type="{kinds[name][1]}" r:id="rId{_number(name)}"/>'
            for name in self.names
        )


def _number(name: str) -> int:
    return (*_FIXED, *_STORIES).index(name) + 1


def package_relations() -> bytes:
    """_rels/.rels, the same for every letter."""
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relationships(
        (
            f'Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"',
            f'Id="rId2" Type="{core}" Target="docProps/core.xml"',
            f'Id="rId3" Type="{RELATIONSHIPS}/custom-properties" Target="docProps/custom.xml"',
        )
    )


def document_relations(
    stories: Stories, relations: Sequence[str | PictureFile], media: dict[bytes, str]
) -> bytes:
    """word/_rels/document.xml.rels; adds the pictures to `media`."""
    return _relationships(
        (
            *(
                f'Id="rId{_number(name)}" Type="{RELATIONSHIPS}/{name.rstrip("12")}"'
                f' Target="{name}.xml"'
                for name in (*_FIXED, *stories.names)
            ),
            f'Id="rId{_THEME}" Type="{RELATIONSHIPS}/theme" Target="theme/theme1.xml"',
            *_own(relations, media),
        )
    )


def story_relations(relations: Sequence[str | PictureFile], media: dict[bytes, str]) -> bytes:
    """The relations of footnotes, a header or a footer; adds the pictures to `media`."""
    return _relationships(_own(relations, media))


def _own(relations: Sequence[str | PictureFile], media: dict[bytes, str]) -> Iterable[str]:
    for number, relation in enumerate(relations, start=FIRST_RELATION):
        if isinstance(relation, PictureFile):
            name = media.setdefault(
                relation.data, f"media/image{len(media) + 1}.{relation.extension}"
            )
            yield f'Id="rId{number}" Type="{RELATIONSHIPS}/image" Target="{name}"'
        else:
            target = escape_attribute(quote(relation, safe=_URI_CHARACTERS))
            yield (
                f'Id="rId{number}" Type="{RELATIONSHIPS}/hyperlink" Target="{target}"'
                ' TargetMode="External"'
            )


def _relationships(relations: Iterable[str]) -> bytes:
    elements = "".join(f"<Relationship {relation}/>" for relation in relations)
    return (
        f'{XML_DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{elements}'
        "</Relationships>\n"
    ).encode()


def media_parts(media: Mapping[bytes, str]) -> list[Part]:
    """The pictures as parts; they are compressed already."""
    return [Part(f"word/{name}", data, stored=True) for data, name in media.items()]


def content_types(stories: Stories, media: Mapping[bytes, str]) -> bytes:
    """[Content_Types].xml."""
    extensions = sorted({name.rpartition(".")[2] for name in media.values()})
    defaults = {
        **{extension: _IMAGE_TYPES[extension] for extension in extensions},
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    overrides = {
        "docProps/core": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        "word/document": f"{WORD_MIME}.document.main+xml",
        "word/theme/theme1": THEME_TYPE,
        **{
            f"word/{name}": f"{WORD_MIME}.{name.rstrip('12')}+xml"
            for name in sorted((*_FIXED, *stories.names))
        },
    }
    elements = [
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in defaults.items()
    ] + [
        f'<Override PartName="/{name}.xml" ContentType="{kind}"/>'
        for name, kind in overrides.items()
    ]
    return (
        f'{XML_DECLARATION}<Types xmlns="{CONTENT_TYPES}">{"".join(elements)}</Types>\n'
    ).encode()
