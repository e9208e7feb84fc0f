"""Text files as people save them: strictly decoded, and nothing in them that a letter cannot hold.

Nothing is read in an encoding that was guessed: what is not UTF-8 is told, with what it looks like.
"""

from __future__ import annotations

import os
import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

from letterkit.diagnostics import Origin, nearest

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.diagnostics import Diagnostics

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML 1.0 document, and so no Word file, can hold (XML 1.0 §2.2, production Char)."""

_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
_SHOWN_AT_MOST = 3  # places of forbidden characters told one by one
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SAVE_AS_UTF_8 = "save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"
_UTF_16 = f"it looks like UTF-16; {_SAVE_AS_UTF_8}"
_WINDOWS = {
    "Windows-1254, as Turkish files of old are": (
        "cp1254",
        re.compile("[ğĞışŞİçÇöÖüÜâîûÂÎÛ‘’“”–…]"),
    ),
    "Windows-1256, as Arabic files of old are": (
        "cp1256",
        re.compile("[\u0621-\u0652\u067e\u0686\u0698\u06a9\u06af،؛؟‘’“”–…]"),
    ),
}
"""What files are in that old programs saved, each with the signs that its language has."""
_SHARE = 0.95  # of the bytes beyond ASCII that must be such signs


def read_text(
    path: Path, problems: Diagnostics, *, name: str | None = None, encoding: str | None = None
) -> str | None:
    """The text of a file, its lines ended by a line feed each; None where it cannot be read.

    `name` is the path to show to the user. The file is in UTF-8, with or without a byte order mark,
    or in the `encoding` that somebody has told, by Python's name for it.
    A character that XML 1.0 cannot hold is an error with its place; U+FFFD stands for it in the
    text, so that the rest can be read on.
    """
    shown = str(path) if name is None else name
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the path itself
        tell_unreadable(path, shown, fault, problems)
        return None
    if encoding is None and _is_utf_16(data):
        problems.error(f"`{visible(shown)}` is not in UTF-8", Origin(shown), _UTF_16)
        return None
    try:
        text = data.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError as fault:
        if encoding is None:
            problems.error(*_undecodable(data, fault, shown))
        else:
            byte = f"byte `0x{data[fault.start]:02x}`"
            problems.error(
                f"{byte} is not {encoding}", Origin(shown), f"is the file really in {encoding}?"
            )
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return without_forbidden(text, shown, problems)


def without_forbidden(text: str, name: str, problems: Diagnostics) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold; each is told."""
    found = list(FORBIDDEN.finditer(text))
    if not found:
        return text
    places = Places(text)
    for match in found[:_SHOWN_AT_MOST]:
        message, hint = forbidden_fault(match.group())
        problems.error(message, places.origin(name, match.start()), hint)
    rest = len(found) - _SHOWN_AT_MOST
    if rest > 0:
        problems.error(
            f"{rest} more characters that no Word file can hold",
            places.origin(name, found[_SHOWN_AT_MOST].start()),
            "is this a text file? open it in an editor and save it as UTF-8",
        )
    return FORBIDDEN.sub(_REPLACEMENT, text)


def forbidden_fault(character: str) -> tuple[str, str]:
    """Message and hint for one character that XML 1.0 cannot hold."""
    return f"character `{visible(character)}` cannot stand in a Word file", "take it out"


def visible(text: str) -> str:
    """The text with what cannot be seen written as `<U+200B>`; spaces but the common one too."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"<U+{ord(character):04X}>"
        if unicodedata.category(character) in _INVISIBLE_CATEGORIES
        or (character.isspace() and character != " ")
        else character
        for character in text
    )


class Places:
    """Finds line and column, from 1, of an offset into a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def origin(self, name: str, offset: int) -> Origin:
        """The place of the character at `offset` in the file of this name."""
        line = bisect_right(self._starts, offset)
        return Origin(name, line, offset - self._starts[line - 1] + 1)


def tell_unreadable(path: Path, shown: str, fault: Exception, problems: Diagnostics) -> None:
    """Say why a file cannot be read, and which one was probably meant."""
    origin = Origin(shown)
    if isinstance(fault, FileNotFoundError):
        hint = nearest(path.name, _beside(path)) or "write it, or mend its name"
        problems.error(f"file `{shown}` does not exist", origin, hint)
    elif isinstance(fault, IsADirectoryError) or os.path.isdir(path):  # noqa: PTH112 - never raises
        problems.error(f"`{shown}` is a folder, not a file", origin)
    elif isinstance(fault, PermissionError):
        problems.error(
            f"file `{shown}` may not be read", origin, "give yourself the right to read it"
        )
    elif isinstance(fault, OSError) and fault.strerror:
        reason = fault.strerror[:1].lower() + fault.strerror[1:]  # the system's own words, English
        problems.error(f"file `{shown}` cannot be read: {reason}", origin)
    else:
        problems.error(f"`{visible(shown)}` is not a path", Origin(visible(shown)))


def _beside(path: Path) -> list[str]:
    try:
        return [
            other.name
            for other in path.parent.iterdir()
            if other.suffix == path.suffix
            and not other.name.startswith(".")
            and other.name != path.name  # a link that leads nowhere
        ]
    except OSError:
        return []


def _undecodable(data: bytes, fault: UnicodeDecodeError, shown: str) -> tuple[str, Origin, str]:
    """Message, place and hint for a byte that UTF-8 does not know."""
    before = data[: fault.start].decode("utf-8-sig", errors="replace")
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    place = Places(before).origin(shown, len(before))
    return f"byte `0x{data[fault.start]:02x}` is not UTF-8", place, _looks_like(data)


def likely_encoding(data: bytes) -> str | None:
    """What a file that is not UTF-8 looks like, by Python's name: to be offered, never to be used.

    None where it looks like nothing that is known here.
    """
    if _is_utf_16(data):
        return "utf-16"
    foreign = sum(byte >= 0x80 for byte in data)  # noqa: PLR2004 - the first byte beyond ASCII
    for encoding, signs in _WINDOWS.values():
        if len(signs.findall(data.decode(encoding, errors="replace"))) >= foreign * _SHARE:
            return encoding
    return None


def _is_utf_16(data: bytes) -> bool:
    """Whether a file begins as UTF-16 does, or has the zero bytes of Latin letters in it."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return True
    zeros = sorted(half.count(0) for half in (data[::2], data[1::2]))
    return zeros[0] == 0 and zeros[1] > max(len(data) / 8, 3)


def _looks_like(data: bytes) -> str:
    """A hint on what a file is that is not UTF-8."""
    if data[:2] == b"PK":
        return "it looks like an office file or an archive, not a text file"
    likely = likely_encoding(data)
    for name, (encoding, _) in _WINDOWS.items():
        if encoding == likely:
            return f"it looks like {name}; {_SAVE_AS_UTF_8}"
    return _SAVE_AS_UTF_8
