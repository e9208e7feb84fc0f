"""Characters that nobody sees and that make a text something else than what is seen: refused.

Who reads a file in an editor, or a cell in a workbook, must see what a letter will say. Characters
that steer the order of a line can show words in another order than they are read in (“Trojan
Source”, CVE-2021-42574; Unicode Technical Standard #55, 3.1), and characters that are not seen at
all make two names of one, or carry words along that nobody has read (UTS #39, 3.1; Unicode
Standard, Default_Ignorable_Code_Point). So these are errors, each told by its number and name.

What orthographies need stays: joiners beside letters that join (UAX #31, 2.3), between emoji and
after a virama; a zero width space in scripts that write no spaces; variation selectors after
symbols and ideographs. So do marks of direction (LRM, RLM, ALM) and isolates that are closed in
their line: they do no harm, and `letterkit check` tells where they are not needed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from letterkit.diagnostics import Diagnostics, Origin

MAY_HIDE: Final = re.compile(
    "[\x80-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""What is worth a look: nothing is refused of a text that has none of these characters."""

MARKS_OF_DIRECTION: Final = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
"""Marks and isolates, which do no harm where they are in pairs, and no good either."""

_ISOLATES: Final = "\u2066\u2067\u2068"
_END_OF_ISOLATE: Final = "\u2069"
_ORDERING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS: Final = "\x85\u2028\u2029"
_ONLY_IN_WORDS: Final = "\u00ad\u034f\u2060"
"""Where a word may be parted or not: of use in a paragraph, and in a name a second name."""

_JOINING: Final = re.compile(  # scripts whose letters join, or are made of several by a virama
    "[\u0620-\u064a\u066e-\u06d5\u06ee-\u06ff\u0710-\u072f\u074d-\u077f\u07ca-\u07ea\u0840-\u0858"
    "\u0860-\u08c9\u0900-\u0dff\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3\u1807-\u18aa\ua840-\ua873"
    "\ua8e0-\ua95f\ua980-\ua9df\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010ac0-\U00010aef\U00010b80-\U00010baf\U00010d00-\U00010d23\U00010f30-\U00010fcf"
    "\U00011000-\U000119ff\U00011c00-\U00011d9f\U0001e900-\U0001e943]"
)
_UNSPACED: Final = re.compile(  # Line_Break=SA, and what else is written without spaces
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f"
    "\u2e80-\ua4cf\ua980-\ua9df\uaa60-\uaadf\uf900-\ufaff\U00020000-\U0003ffff]"
)
_HANGUL_SYLLABLES: Final = re.compile("[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]")
_MONGOLIAN: Final = re.compile("[\u1820-\u18aa]")
_IDEOGRAPH: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PICTURE_OF_FLAG: Final = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
_SYMBOLS: Final = frozenset(("So", "Sk", "Sm", "Po", "Pd", "Nd"))
_PICTURES: Final = frozenset(("So", "Sk", "Sm"))
_VIRAMA: Final = 9

_ORDER: Final = "shows words in another order than they are read in"
_UNSEEN: Final = "is not seen, and makes other words of these"
_TAKE_OUT: Final = "take it out"
_ORDER_HINT: Final = "take it out: letterkit gives each line and each name its direction itself"
_LINE_HINT: Final = "take it out, or begin a new line in its place"
_CONTROL_HINT: Final = "put the sign that was meant in its place; was the file saved as UTF-8?"


class Hidden(NamedTuple):
    """A character that is refused: where it stands in the text, what to say of it, and a hint.

    `reorders` says that it steers the order of what is seen around it.
    """

    offset: int
    message: str
    hint: str
    reorders: bool = False


def character_name(character: str) -> str:
    """The number of a character and its name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}{name and ' '}{name}"


def hidden_in(text: str, *, data: bool = True) -> list[Hidden]:
    """All that is refused of a text, in its order; each of its lines is a line by itself.

    In `data` a soft hyphen, a word joiner and the like are refused too.
    """
    if text.isascii() or MAY_HIDE.search(text) is None:
        return []
    found: list[Hidden] = []
    start = 0
    for line in text.split("\n"):
        found += _in_line(line, start, data=data)
        start += len(line) + 1
    return found


def faults_of(text: str, *, data: bool = True) -> list[Hidden]:
    """The same as it is told: of a row of characters that are not seen, the first for all."""
    rows: list[list[Hidden]] = []
    for each in hidden_in(text, data=data):
        before = rows[-1][-1] if rows else None
        if (
            before is not None
            and each.offset == before.offset + 1
            and each.message.endswith(_UNSEEN)
            and before.message.endswith(_UNSEEN)
        ):
            rows[-1].append(each)
        else:
            rows.append([each])
    return [
        row[0]
        if len(row) == 1
        else row[0]._replace(message=f"{row[0].message} (so are {len(row) - 1} more after it)")
        for row in rows
    ]


def tell_hidden(
    text: str,
    place: Callable[[int], Origin],
    problems: Diagnostics,
    *,
    data: bool = True,
) -> bool:
    """Tell of all that is refused of a text, each at the `place` of its offset; whether any is."""
    found = faults_of(text, data=data)
    for each in found:
        problems.error(each.message, place(each.offset), each.hint)
    return bool(found)


def _in_line(line: str, start: int, *, data: bool) -> Iterator[Hidden]:
    """What is refused of one line that begins at the offset `start`, in its order."""
    open_isolates: list[int] = []
    flags = {
        at for flag in _PICTURE_OF_FLAG.finditer(line) for at in range(flag.start() + 1, flag.end())
    }
    found: list[Hidden] = []
    for match in MAY_HIDE.finditer(line):
        character, at = match[0], match.start()
        if character in _ISOLATES:
            open_isolates.append(at)
        elif character == _END_OF_ISOLATE and open_isolates:
            open_isolates.pop()
        elif _ORDERING.match(character):
            what = "closes nothing in its line" if character == _END_OF_ISOLATE else _ORDER
            found.append(_hidden(line, at, start, what, _ORDER_HINT, reorders=True))
        elif character in _LINE_ENDS:
            found.append(_hidden(line, at, start, "ends a line where none is seen", _LINE_HINT))
        elif unicodedata.category(character) == "Cc":
            found.append(_hidden(line, at, start, _UNSEEN, _CONTROL_HINT))
        elif at not in flags and not _is_meant(line, at, data=data):
            found.append(_hidden(line, at, start, _UNSEEN, _TAKE_OUT))
    found += (
        _hidden(line, at, start, "is not closed in its line", _ORDER_HINT, reorders=True)
        for at in open_isolates
    )
    yield from sorted(found)


def _hidden(
    line: str, at: int, start: int, what: str, hint: str, *, reorders: bool = False
) -> Hidden:
    return Hidden(start + at, f"`{character_name(line[at])}` {what}", hint, reorders)


def _is_meant(line: str, at: int, *, data: bool) -> bool:  # noqa: PLR0911 - a kind each
    """Whether the writing system has a use for an unseen character at this place."""
    character = line[at]
    before, after = line[at - 1 : at] if at else "", line[at + 1 : at + 2]
    if character in _ONLY_IN_WORDS:
        return not data
    if character in "\u200c\u200d":
        return _joins(line, at, data=data)
    if character == "\u200b":
        return bool(_UNSPACED.match(before) or _UNSPACED.match(after))
    if character in "\u115f\u1160":
        return bool(_HANGUL_SYLLABLES.match(before) or _HANGUL_SYLLABLES.match(after))
    if "\u180b" <= character <= "\u180f":
        return bool(_MONGOLIAN.match(before) or _MONGOLIAN.match(after))
    if "\ufe00" <= character <= "\ufe0f":
        return bool(before) and (
            unicodedata.category(before) in _SYMBOLS
            or any(script.match(before) for script in (_IDEOGRAPH, _JOINING))
        )
    if "\U000e0100" <= character <= "\U000e01ef":
        return bool(_IDEOGRAPH.match(before))
    return False


def _joins(line: str, at: int, *, data: bool) -> bool:
    """Whether a joiner or non-joiner stands where one can be of use."""
    before = _letter(line, range(at - 1, -1, -1))
    after = _letter(line, range(at + 1, len(line)))
    if _JOINING.match(before) or _JOINING.match(after):
        return True
    if at and unicodedata.combining(line[at - 1]) == _VIRAMA:
        return True
    if line[at] == "\u200d":
        kinds = {unicodedata.category(each) for each in (before, after) if each}
        return bool(before and after) and kinds <= _PICTURES
    return not data and before.isalpha() and after.isalpha()  # parts the letters of a ligature


def _letter(line: str, places: range) -> str:
    """The first character that is no mark on another; empty where there is none."""
    return next((line[at] for at in places if unicodedata.category(line[at]) not in "MnMe"), "")
