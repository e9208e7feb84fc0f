"""How the parts of a letter refer to each other (ECMA-376 Part 2): what all letterheads share."""

from __future__ import annotations

from typing import Final

from letterkit.ooxml.markup import escape_attribute
from letterkit.ooxml.namespaces import (
    CUSTOM_PROPERTIES,
    PACKAGE_RELATIONSHIPS,
    RELATIONSHIPS,
    VARIANT_TYPES,
    WORD_MIME,
    XML_DECLARATION,
)

CORE: Final = "docProps/core.xml"
CUSTOM: Final = "docProps/custom.xml"
EXTENDED: Final = "docProps/app.xml"
DOCUMENT: Final = "word/document.xml"

_PROPERTIES_MIME: Final = "application/vnd.openxmlformats-officedocument"
COMMON_TYPES: Final = {
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    CUSTOM: f"{_PROPERTIES_MIME}.custom-properties+xml",
    DOCUMENT: f"{WORD_MIME}.document.main+xml",
}
"""The content types of the parts that every letter has of its own."""
EXTENDED_TYPE: Final = f"{_PROPERTIES_MIME}.extended-properties+xml"

_CORE_RELATION: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
MANIFEST_NAME: Final = "letterkit"
"""The custom property of ours."""
_FIRST_PROPERTY: Final = 2  # 0 and 1 are taken in the format that this one continues
NO_PROPERTIES: Final = (
    f'{XML_DECLARATION}<Properties xmlns="{CUSTOM_PROPERTIES}" xmlns:vt="{VARIANT_TYPES}">',
    _FIRST_PROPERTY,
)
"""The beginning of custom properties that hold none yet, and the number of the first."""


def relationship(number: int, kind: str, target: str) -> str:
    """A relation `rId{number}` of one of the standard's kinds to a part of the package."""
    return (
        f'<Relationship Id="rId{number}" Type="{RELATIONSHIPS}/{kind}"'
        f' Target="{escape_attribute(target)}"/>'
    )


def relationships(elements: str) -> bytes:
    """A relationships part."""
    return (
        f'{XML_DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{elements}'
        "</Relationships>\n"
    ).encode()


def package_relations(*, extended: bool = False) -> bytes:
    """_rels/.rels, the same for every letter of a letterhead."""
    core = f'<Relationship Id="rId2" Type="{_CORE_RELATION}" Target="{CORE}"/>'
    own = relationship(4, "extended-properties", EXTENDED) if extended else ""
    return relationships(
        relationship(1, "officeDocument", DOCUMENT)
        + core
        + relationship(3, "custom-properties", CUSTOM)
        + own
    )
