"""Text as it stands inside XML: escaped, and refused where XML 1.0 cannot hold it."""

from __future__ import annotations

import re
from typing import Final

from letterkit.diagnostics import LetterkitError

# XML 1.0, production [2] Char: everything else has no place in a document, escaped or not.
UNHOLDABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL_IN_TEXT: Final = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class UnprintableCharacterError(LetterkitError):
    """Text holds a character that no XML file, and so no Word file, can hold."""


def refuse_unholdable(text: str) -> None:
    """Raise `UnprintableCharacterError` where `text` holds what XML 1.0 cannot."""
    found = UNHOLDABLE.search(text)
    if found:
        raise UnprintableCharacterError(
            f"the character `U+{ord(found[0]):04X}` cannot stand in a Word file",
            hint="take it out of the text or the data it comes from",
        )


def escape_text(text: str) -> str:
    """`text` for the content of an element.

    A carriage return is written as a reference, since a parser would make it a line feed.

    Raises:
        UnprintableCharacterError: a character that XML 1.0 cannot hold.
    """
    if not _SPECIAL_IN_TEXT.search(text):
        return text
    refuse_unholdable(text)
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    )


def escape_attribute(text: str) -> str:
    """`text` for an attribute in double quotes; white space survives a parser.

    Raises:
        UnprintableCharacterError: a character that XML 1.0 cannot hold.
    """
    return escape_text(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
