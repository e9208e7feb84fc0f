"""Text of two directions: which way a stretch runs, and how to keep it from moving its neighbours.

The rules are those of the Unicode Bidirectional Algorithm (Unicode Standard Annex #9, UAX #9).
What that algorithm cannot know (that a number before Latin words is a house number, that `@` opens
a handle) is decided here, once for all writers: `split_by_script` tells it to a word processor,
which wants runs, and `with_marks` tells it to plain text, which has only invisible marks.

Embeddings and overrides (U+202A to U+202E) are never added: they are a known means of deception.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional

from letterkit.document import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LRM: Final = "\u200e"  # left-to-right mark: an invisible Latin letter
RLM: Final = "\u200f"  # right-to-left mark: an invisible Hebrew letter
ALM: Final = "\u061c"  # Arabic letter mark: an invisible Arabic letter
LRI: Final = "\u2066"  # opens a left-to-right isolate
RLI: Final = "\u2067"  # opens a right-to-left isolate
FSI: Final = "\u2068"  # opens an isolate that runs as its first strong letter does
PDI: Final = "\u2069"  # closes an isolate

CONTROLS: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""The characters that UAX #9 defines to steer direction; none of them is seen."""

MARKS: Final = {Direction.LTR: LRM, Direction.RTL: RLM}
OPENINGS: Final = {Direction.LTR: LRI, Direction.RTL: RLI, None: FSI}

_LTR: Final = "L"
_RTL: Final = "R"
_NEUTRAL: Final = "N"
_CODES: Final = {Direction.LTR: _LTR, Direction.RTL: _RTL}
_DIRECTIONS: Final = {_LTR: Direction.LTR, _RTL: Direction.RTL}

_RTL_RANGES: Final = (
    "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_LETTER: Final = rf"[^\W\d_{_RTL_RANGES}]"  # a letter of a script that runs left to right
_WORDLIKE: Final = rf"(?:{_LETTER}|[0-9_])"

_RTL_OR_CONTROL: Final = re.compile(f"[{_RTL_RANGES}\u061c\u200e\u202a-\u202e\u2066-\u2069]")
_ISOLATE_CONTROL: Final = re.compile("[\u2066-\u2069]")
_CONTROL: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_URL_END: Final = r"""[^\s<>«»“”"،؛\u2066-\u2069]* [^\s<>«»“”"،؛.,;:!?؟)\]'’\u2066-\u2069]"""

ISLAND: Final = re.compile(
    rf"""
      (?: (?:https?|ftp):// | www\. | mailto: | tel: ) {_URL_END}
    | (?<![A-Za-z0-9.-]) (?: [A-Za-z0-9-]+\. )+ [A-Za-z]{{2,}} / {_URL_END}   # URL without scheme
    | (?<![A-Za-z0-9.+_%-]) [A-Za-z0-9._%+-]+ @ [A-Za-z0-9-]+ (?:\.[A-Za-z0-9-]+)+       # e-mail
    | (?<!{_WORDLIKE}) [@\#] [0-9_]* {_LETTER} {_WORDLIKE}*                    # handle, hashtag
    | (?<![\d+]) \+ \d (?: [ \u00a0().–-]{{0,2}} \d ){{5,}}                    # telephone, abroad
    | (?<![\d(]) \(? 0 \d{{2,4}} \)? (?: [ \u00a0-] \d{{2,4}} ){{2,4}} (?!\d)    # telephone, home
    | (?<![\d-]) \d{{4}}-\d{{2}}-\d{{2}} (?![\d-])                             # date by ISO 8601
    """,
    re.VERBOSE,
)
"""One left-to-right thing that is more than letters: URL, e-mail, handle, telephone, ISO date."""

_TOKEN: Final = (
    re.compile(  # letters with the digits that hang on them: LK-12/3, Help4Syria, COVID-19
        rf"(?:[0-9]+[-/._'’&+]?)* {_LETTER} (?: [-/._'’&+]* {_WORDLIKE} )*", re.VERBOSE
    )
)
_NUMBER: Final = re.compile(
    r"[0-9]+(?:[.,:/٫٬-][0-9]+)*%?(?:[ \u00a0][0-9]+(?:[.,:/٫٬-][0-9]+)*%?)*"
)
_NUMERIC_VALUE: Final = re.compile(r"[ \u00a0\u202f0-9٠-٩.,:/٫٬%٪‰()–]*")
_LEFT_TO_RIGHT_LETTER: Final = re.compile(_LETTER)
_PAIRS: Final = {"(": ")", "[": "]", "{": "}"}
_CLOSING: Final = frozenset(_PAIRS.values())
_RIGHT_TO_LEFT_CLASSES: Final = frozenset(("R", "AL", "AN"))
_LETTER_CLASSES: Final = {
    Direction.LTR: frozenset(("L",)),
    Direction.RTL: frozenset(("R", "AL")),
}
_DIGIT_CLASSES: Final = frozenset(("EN", "AN"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text that runs one way.

    `island` says that it is set left to right in right-to-left surroundings and begins or ends
    with something that is no letter, so that it needs a left-to-right mark at both ends.
    """

    text: str
    direction: Direction
    island: bool = False


def value_direction(text: str) -> Direction | None:
    """The direction of the first strong letter, None where there is none (UAX #9, P2).

    What stands within isolates is passed over; a line end ends an isolate that is still open.
    """
    depth = 0
    for character in text:
        kind = bidirectional(character)
        if kind in {"LRI", "RLI", "FSI"}:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif kind == "B":
            depth = 0
        elif depth == 0:
            if kind == "L":
                return Direction.LTR
            if kind in {"R", "AL"}:
                return Direction.RTL
    return None


def paragraph_direction(text: str, default: Direction = Direction.LTR) -> Direction:
    """The base direction that an editor gives a line by itself (UAX #9, P2 and P3)."""
    return value_direction(text) or default


def is_plain(text: str) -> bool:
    """Whether a text holds nothing that runs right to left and nothing that steers direction."""
    return text.isascii() or _RTL_OR_CONTROL.search(text) is None


def has_controls(text: str) -> bool:
    """Whether a text holds any of the `CONTROLS`."""
    return not text.isascii() and _CONTROL.search(text) is not None


def without_controls(text: str) -> str:
    """The text without any of the `CONTROLS`."""
    return text if text.isascii() else _CONTROL.sub("", text)


def isolate(text: str, direction: Direction | None = None) -> str:
    """The text as an island that neither moves its surroundings nor is moved by them.

    It runs in `direction`, or where that is None as its first strong letter does. Isolates that
    the text opens and does not close are closed; for those that it closes and did not open, as
    many are opened before it. So the text itself stays as it is, character for character, and
    what is still open in it (embeddings, overrides) ends with the island (UAX #9, X6a). Each line
    of a text of several lines is an island of its own, as each is a bidi paragraph of its own.
    """
    if len(lines := text.splitlines(keepends=True)) > 1:
        return "".join(_isolated_line(line, direction) for line in lines)
    return _isolated_line(text, direction)


def _isolated_line(line: str, direction: Direction | None) -> str:
    text = line.rstrip("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
    line_end = line[len(text) :]
    opened = unopened = 0
    for control in _ISOLATE_CONTROL.findall(text):
        if control != PDI:
            opened += 1
        elif opened:
            opened -= 1
        else:
            unopened += 1
    if unopened and direction is None:
        direction = paragraph_direction(text)
    opening = OPENINGS[direction]
    return opening * (1 + unopened) + text + PDI * (opened + 1) + line_end


def island(text: str, direction: Direction) -> str:
    """One line that runs in `direction`, set into a line of the other direction.

    Where every letter runs that way, marks at its ends are enough (they are known to every
    editor), and none is needed at an end that is a letter; otherwise it is an isolate.
    """
    other = _LTR if direction is Direction.RTL else _RTL
    if has_controls(text) or other in _strong_codes(text):
        return isolate(text, direction)
    mark = MARKS[direction]
    before = "" if _begins_strong(text, direction) else mark
    after = "" if _ends_strong(text, direction) else mark
    return before + text + after


def needs_isolation(text: str, direction: Direction | None, base: Direction) -> bool:
    """Whether a value must be isolated so as not to move its surroundings of direction `base`.

    It need not where it behaves as an ordinary word of theirs would (it begins and ends with a
    letter of that direction and holds nothing of the other), or as a plain number.
    """
    if direction is None:
        if ISLAND.search(text):
            return True
        return not (_NUMERIC_VALUE.fullmatch(text) and _brackets_balanced(text))
    if direction is not base or has_controls(text):
        return True
    codes = _strong_codes(text)
    if (_RTL if base is Direction.LTR else _LTR) in codes:
        return True
    return not (
        _brackets_balanced(text)
        and _begins_strong(text, base)
        and (_ends_strong(text, base) or text[-1] in _CLOSING)
    )


def split_by_script(text: str, base: Direction) -> tuple[Stretch, ...]:
    """The text in stretches that run one way each, for runs of a word processor; loses nothing.

    In right-to-left text a left-to-right stretch begins and ends with a letter of a
    left-to-right script, or it is an `island` (an address, telephone number, handle, URL);
    brackets, digits and punctuation beside Arabic stay with the Arabic. In left-to-right text a
    right-to-left stretch reaches from its first to its last Arabic letter, with what is between.
    """
    if not text:
        return ()
    directions = character_directions(text, base)
    return tuple(
        Stretch(
            piece := text[start:end],
            direction,
            island=base is Direction.RTL
            and direction is Direction.LTR
            and not (
                _begins_strong(piece, direction)
                and _ends_strong(piece, direction)
                and _RTL not in _strong_codes(piece)
            ),
        )
        for start, end, direction in _stretches(directions)
    )


def with_marks(text: str, base: Direction) -> str:
    """The text with the marks that keep a bidi-aware editor to the order of `split_by_script`.

    Only LRM and RLM are added, where the algorithm left alone would scramble an island or draw a
    number to the wrong neighbour, and an isolate around an island that holds Arabic itself.
    """
    return insert_marks(text, character_directions(text, base), base)


def character_directions(text: str, base: Direction) -> Sequence[Direction]:
    """For each character the direction of the stretch that it belongs to (see `split_by_script`).

    U+FFFC (object replacement character) may stand for things that are isolated.
    """
    if base is Direction.LTR and is_plain(text):
        return [base] * len(text)
    opposite = _RTL if base is Direction.LTR else _LTR
    codes = _strong_codes(text)
    _settle_islands(text, codes)
    _settle_numbers(text, codes, base)
    if opposite in codes:
        _settle_brackets(text, codes, base)
        _settle_neutrals(codes, base)
    return [_DIRECTIONS.get(code, base) for code in codes]


def _strong_codes(text: str) -> list[str]:
    """By the letters alone: which way each character runs, marks as the letter they stand on."""
    codes: list[str] = []
    previous = _NEUTRAL
    for character in text:
        kind = bidirectional(character)
        if kind == "L":
            previous = _LTR
        elif kind in _RIGHT_TO_LEFT_CLASSES:
            previous = _RTL
        elif kind != "NSM":
            previous = _NEUTRAL
        codes.append(previous)
    return codes


def _settle_islands(text: str, codes: list[str]) -> None:
    """An island, and a word with the digits that hang on it, runs left to right as a whole."""
    for pattern in (ISLAND, _TOKEN):
        for match in pattern.finditer(text):
            codes[match.start() : match.end()] = _LTR * (match.end() - match.start())


def _settle_numbers(text: str, codes: list[str], base: Direction) -> None:
    """Decide for numbers beside words of the other direction which of both they belong to.

    One that hangs on Arabic letters is theirs. In right-to-left text, one beside a Latin word
    goes with that word unless an Arabic word stands at its other side: a house number begins an
    address and a postcode ends it, but `24 شباط` is a date.
    """
    length = len(text)
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if _NEUTRAL not in codes[start:end]:
            continue
        before, after = start - 1, end
        if (start and codes[before] == _RTL) or (after < length and codes[after] == _RTL):
            _fill(codes, start, end, _RTL)
            continue
        if base is Direction.LTR:
            continue
        while before >= 0 and text[before].isspace():
            before -= 1
        while after < length and text[after].isspace():
            after += 1
        left = codes[before] if before >= 0 else _NEUTRAL
        right = codes[after] if after < length else _NEUTRAL
        if _LTR in (left, right) and _RTL not in (left, right):
            _fill(codes, start, end, _LTR)


def _fill(codes: list[str], start: int, end: int, code: str) -> None:
    for position in range(start, end):
        codes[position] = code


def _settle_brackets(text: str, codes: list[str], base: Direction) -> None:
    """A pair of brackets runs as what it holds, or as what stands before it (UAX #9, N0)."""
    own = _CODES[base]
    other = _LTR if own == _RTL else _RTL
    for opening, closing in sorted(_bracket_pairs(text)):
        if codes[opening] != _NEUTRAL or codes[closing] != _NEUTRAL:
            continue
        inside = codes[opening + 1 : closing]
        if own in inside:
            code = own
        elif other in inside:
            before = (code for code in reversed(codes[:opening]) if code != _NEUTRAL)
            code = next(before, own)
        else:
            continue
        codes[opening] = codes[closing] = code


def _bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    open_brackets: list[tuple[str, int]] = []
    for position, character in enumerate(text):
        if closing := _PAIRS.get(character):
            open_brackets.append((closing, position))
        elif character in _CLOSING:
            for index in range(len(open_brackets) - 1, -1, -1):
                if open_brackets[index][0] == character:
                    yield open_brackets[index][1], position
                    del open_brackets[index:]
                    break


def _brackets_balanced(text: str) -> bool:
    brackets = sum(character in _PAIRS or character in _CLOSING for character in text)
    return brackets == 0 or brackets == 2 * sum(1 for _ in _bracket_pairs(text))


def _settle_neutrals(codes: list[str], base: Direction) -> None:
    """What stands between two stretches of one direction goes with them, all else with the base."""
    own = _CODES[base]
    previous = own
    start = 0
    for position, code in enumerate(codes):
        if code == _NEUTRAL:
            continue
        if start < position:
            _fill(codes, start, position, code if code == previous else own)
        previous = code
        start = position + 1
    _fill(codes, start, len(codes), own)


def _stretches(directions: Sequence[Direction]) -> Iterator[tuple[int, int, Direction]]:
    start = 0
    for position in range(1, len(directions) + 1):
        if position == len(directions) or directions[position] is not directions[start]:
            yield start, position, directions[start]
            start = position


def insert_marks(text: str, directions: Sequence[Direction], base: Direction) -> str:
    """One line with the marks that make the algorithm follow `directions` (one a character).

    Apart from `with_marks`, so that a line which was broken is marked by what its whole
    paragraph showed.
    """
    return "".join(
        before + text[start:end] + after
        for start, end, before, after in marked_stretches(text, directions, base)
    )


def marked_stretches(
    text: str, directions: Sequence[Direction], base: Direction
) -> Iterator[tuple[int, int, str, str]]:
    """Each stretch as start, end, and the marks to be put before and after it."""
    for start, end, direction in _stretches(directions):
        if direction is base:
            yield start, end, "", ""
            continue
        piece = text[start:end]
        if direction is Direction.LTR and _RTL in _strong_codes(piece):
            yield start, end, LRI, PDI
            continue
        before = "" if _begins_strong(piece, direction) else MARKS[direction]
        after = "" if _ends_strong(piece, direction) else MARKS[direction]
        if _number_comes_first(text, end):
            after += MARKS[base]
        yield start, end, before, after


def _number_comes_first(text: str, start: int) -> bool:
    """Whether, from `start`, a digit comes before any letter: it would join what is before it."""
    for position in range(start, len(text)):
        kind = bidirectional(text[position])
        if kind in _DIGIT_CLASSES:
            return True
        if kind in {"L", "R", "AL", "B"} or text[position] == "\ufffc":
            return False
    return False


def _begins_strong(text: str, direction: Direction) -> bool:
    return bidirectional(text[:1]) in _LETTER_CLASSES[direction]


def _ends_strong(text: str, direction: Direction) -> bool:
    for character in reversed(text):
        kind = bidirectional(character)
        if kind != "NSM":
            return kind in _LETTER_CLASSES[direction]
    return False
