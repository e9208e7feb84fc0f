"""Text as it stands inside HTML, and the markup of a block while it is put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from letterkit.diagnostics import LetterkitError
from letterkit.ooxml.markup import UNHOLDABLE

if TYPE_CHECKING:
    from letterkit.document import Block

CLASS_PREFIX: Final = "letter-"
"""What every class begins with, so that a website's own styles do not meet it by chance."""

_CARRIAGE_RETURN: Final = re.compile("\r\n?")


def escape_text(text: str) -> str:
    """`text` for the content of an element.

    A browser makes a line feed of a carriage return anyway, so it is one here.

    Raises:
        LetterkitError: a character that no page can hold. HTML drops some of those that XML 1.0
            has no place for (HTML Living Standard, 13.2.3.5), and a text must not lose any.
    """
    if found := UNHOLDABLE.search(text):
        raise LetterkitError(
            f"the character `U+{ord(found[0]):04X}` cannot stand in a web page",
            hint="take it out of the text or the data it comes from",
        )
    if "\r" in text:
        text = _CARRIAGE_RETURN.sub("\n", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """`text` for an attribute in double quotes. Raises `LetterkitError` as `escape_text` does."""
    return escape_text(text).replace('"', "&quot;")


@dataclass(frozen=True, slots=True)
class Fragment:
    """The markup of a block: between each piece and the next stands the mark of a footnote.

    The number of a note depends on the whole letter, so it is set in when that is put together.
    """

    pieces: tuple[str, ...]
    notes: tuple[tuple[Block, ...], ...]


@dataclass(slots=True)
class FragmentBuilder:
    """Gathers the markup of a block."""

    _current: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _notes: list[tuple[Block, ...]] = field(default_factory=list)

    def add(self, *markup: str) -> None:
        """Add markup."""
        self._current += markup

    def add_note(self, blocks: tuple[Block, ...]) -> None:
        """Let the mark of a footnote stand here."""
        self._pieces.append("".join(self._current))
        self._current.clear()
        self._notes.append(blocks)

    def finish(self) -> Fragment:
        """What was gathered."""
        return Fragment((*self._pieces, "".join(self._current)), tuple(self._notes))
