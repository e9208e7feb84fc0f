"""What a file tells about itself: title, subject and language; no author, no time, no machine.

The custom property `letterkit` lets a reviewed file find its way back to the letter it was made
from. It survives Word and LibreOffice (through .odt too) where other marks do not.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from letterkit.letterhead.packaging import MANIFEST_NAME
from letterkit.ooxml.markup import escape_text
from letterkit.ooxml.namespaces import (
    CORE_PROPERTIES,
    DUBLIN_CORE,
    XML_DECLARATION,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.document import Document
    from letterkit.letterhead import Letterhead

MANIFEST_SCHEMA: Final = 1
_CUSTOM_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of user-defined properties


def core_properties(document: Document) -> bytes:
    """docProps/core.xml."""
    subject = (
        f"<dc:subject>{escape_text(document.subject)}</dc:subject>" if document.subject else ""
    )
    return (
        f'{XML_DECLARATION}<cp:coreProperties xmlns:cp="{CORE_PROPERTIES}"'
        f' xmlns:dc="{DUBLIN_CORE}"><dc:title>{escape_text(document.title)}</dc:title>{subject}'
        f"<dc:language>{escape_text(document.language_tag)}</dc:language></cp:coreProperties>\n"
    ).encode()


def custom_properties(
    document: Document,
    anchors: int,
    letterhead: Letterhead,
    letters: Sequence[int] = (),
    locales: Sequence[str] = (),
) -> bytes:
    """docProps/custom.xml: a property of ours, a JSON object, after those of the letterhead.

    `schema` is the version of these keys; `anchors` is the number of bookmarks `_lk_1` and on. In a
    file of many `letters`, these are the first bookmarks of each; who they are for is not told. A
    letter in several languages names its `locales` instead of its `locale`.
    """
    language = {"locales": list(locales)} if locales else {"locale": document.locale}
    manifest: dict[str, object] = {
        "schema": MANIFEST_SCHEMA,
        "letter": document.identity.letter,
        "template": document.identity.template,
        **language,
        "anchors": anchors,
    }
    if letters:
        manifest["letters"] = list(letters)
    text = escape_text(json.dumps(manifest, ensure_ascii=False, separators=(",", ":")))
    beginning, number = letterhead.properties
    return (
        f'{beginning}<property fmtid="{_CUSTOM_FORMAT}" pid="{number}" name="{MANIFEST_NAME}">'
        f"<vt:lpwstr>{text}</vt:lpwstr></property></Properties>\n"
    ).encode()
