"""Which way each character of a text of two directions is to run.

The letters decide, as in the Unicode Bidirectional Algorithm (UAX #9); what that algorithm cannot
know is decided by what the characters around them mean: that `@` opens a handle, that a number
before Latin words is a house number, that one between Latin and Arabic words counts the Arabic.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional, category

from letterkit.document import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LTR_CODE: Final = "L"
RTL_CODE: Final = "R"
_NEUTRAL: Final = "N"
_CODES: Final = {Direction.LTR: LTR_CODE, Direction.RTL: RTL_CODE}
_DIRECTIONS: Final = {LTR_CODE: Direction.LTR, RTL_CODE: Direction.RTL}

_RTL_RANGES: Final = (
    "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_LETTER: Final = rf"[^\W\d_{_RTL_RANGES}]"  # a letter of a script that runs left to right
_WORDLIKE: Final = rf"(?:{_LETTER}|[0-9_])"
_RTL_OR_CONTROL: Final = re.compile(f"[{_RTL_RANGES}\u061c\u200e\u202a-\u202e\u2066-\u2069]")

_URL_END: Final = r"""[^\s<>«»“”"،؛\u2066-\u2069]* [^\s<>«»“”"،؛.,;:!?؟)\]'’\u2066-\u2069]"""

ISLAND: Final = re.compile(
    rf"""
      (?: (?:https?|ftp):// | www\. | mailto: | tel: ) {_URL_END}
    | (?<![A-Za-z0-9.-]) (?: [A-Za-z0-9-]+\. )+ [A-Za-z]{{2,}} / {_URL_END}   # URL without scheme
    | (?<![A-Za-z0-9.+_%-]) [A-Za-z0-9._%+-]+ @ [A-Za-z0-9-]+ (?:\.[A-Za-z0-9-]+)+       # e-mail
    | (?<!{_WORDLIKE}) [@\#] [0-9_]* {_LETTER} {_WORDLIKE}*                    # handle, hashtag
    | (?<![\d+]) \+ \d (?: [ \u00a0.–-]? (?: \( \d{{1,4}} \) | \d ) ){{5,14}} (?!\d) # telephone
    | (?<![\d(]) \(? 0 \d{{2,4}} \)? (?: [ \u00a0-] \d{{2,4}} ){{2,3}} (?![\d-]) # the same, at home
    | (?<![\d-]) \d{{4}}-\d{{2}}-\d{{2}} (?![\d-])                             # date by ISO 8601
    | (?<![\d/.,-]) [0-9]{{1,4}} (?: / [0-9]{{1,4}} )+ (?![\d/-] | [.,]\d)    # date with slashes
    | (?<![A-Za-z\d)\]]) − [0-9]+ (?: [.,] [0-9]+ )* (?!\d)                     # below zero
    """,
    re.VERBOSE,
)
"""One left-to-right thing that is more than letters: URL, e-mail, handle, telephone, date.

Numbers with slashes between them keep that order by UAX #9, too, but not in a run of Word that is
`rtl` (ECMA-376 Part 1, I.2). In Arabic the minus sign stands at the left of Latin digits, where the
CLDR holds it with a left-to-right mark (`ar`, symbols of `latn`), and at the right of Arabic-Indic
ones (symbols of `arab`).
"""

# Letters with the digits and signs that hang on them: LK-12/3, Help4Syria, COVID-19, C++.
_TOKEN: Final = re.compile(
    rf"(?: (?<![0-9]) [0-9]+ [-/.'’&+]* ){{0,6}} {_LETTER} (?: [-/.'’&+]* {_WORDLIKE} )*"
    r" (?: [+\#]{1,2} (?! [\w+\#] ) )?",
    re.VERBOSE,
)
_ARABIC_TAG: Final = re.compile(rf"(?<![\w@\#])[@\#](?=[{_RTL_RANGES}])")
_NUMBER: Final = re.compile(
    r"[0-9]+(?:[.,:/٫٬-][0-9]+)*%?(?:[ \u00a0][0-9]+(?:[.,:/٫٬-][0-9]+)*%?)*"
)
OBJECT: Final = "\ufffc"
"""Stands in a text for what is isolated and runs the other way, or has no direction."""
OWN_OBJECT: Final = "\ufff9"
"""Stands in a text for what is isolated and runs as its surroundings do: it parts as words do."""
_COMMA: Final = "،"
_PAIRS: Final = {"(": ")", "[": "]", "{": "}"}
_CLOSING: Final = frozenset(_PAIRS.values())
_RTL_CLASSES: Final = frozenset(("R", "AL", "AN"))
_LETTER_CLASSES: Final = {
    Direction.LTR: frozenset(("L",)),
    Direction.RTL: frozenset(("R", "AL")),
}


def is_plain(text: str) -> bool:
    """Whether a text holds nothing that runs right to left and nothing that steers direction."""
    return text.isascii() or _RTL_OR_CONTROL.search(text) is None


def character_directions(text: str, base: Direction) -> Sequence[Direction]:
    """For each character the direction of the stretch that it belongs to (see `split_by_script`).

    An `OBJECT` or an `OWN_OBJECT` may stand for each thing that is isolated.
    """
    if base is Direction.LTR and is_plain(text):
        return [base] * len(text)
    opposite = RTL_CODE if base is Direction.LTR else LTR_CODE
    codes = strong_codes(text)
    if OWN_OBJECT in text:
        own = _CODES[base]
        codes = [
            own if character == OWN_OBJECT else code
            for character, code in zip(text, codes, strict=True)
        ]
    _settle_islands(text, codes)
    _settle_numbers(text, codes, base)
    if base is Direction.RTL and _COMMA in text:
        _settle_commas(text, codes)
    if opposite in codes:
        _settle_brackets(text, codes, base)
        _settle_neutrals(codes, base)
    return [_DIRECTIONS.get(code, base) for code in codes]


def strong_codes(text: str) -> list[str]:
    """By the letters alone: which way each character runs, marks as the letter they stand on."""
    codes: list[str] = []
    previous = _NEUTRAL
    for character in text:
        kind = bidirectional(character)
        if kind == "L":
            previous = LTR_CODE
        elif kind in _RTL_CLASSES:
            previous = RTL_CODE
        elif kind != "NSM":
            previous = _NEUTRAL
        codes.append(previous)
    return codes


def _settle_commas(text: str, codes: list[str]) -> None:
    """An Arabic comma is of the sentence: names in Latin letters that it parts do not join."""
    position = text.find(_COMMA)
    while position >= 0:
        before, after = text[position - 1 : position], text[position + 1 : position + 2]
        within_number = before.isdigit() and after.isdigit()
        if codes[position] == _NEUTRAL and not within_number:
            codes[position] = RTL_CODE
        position = text.find(_COMMA, position + 1)


def _settle_islands(text: str, codes: list[str]) -> None:
    """An island, and a word with the digits that hang on it, runs left to right as a whole.

    The sign of an Arabic hashtag belongs to it, at its right.
    """
    for pattern in (ISLAND, _TOKEN):
        for match in pattern.finditer(text):
            codes[match.start() : match.end()] = LTR_CODE * (match.end() - match.start())
    for match in _ARABIC_TAG.finditer(text):
        codes[match.start()] = RTL_CODE


def _settle_numbers(text: str, codes: list[str], base: Direction) -> None:
    """Decide for numbers beside words of the other direction which of both they belong to.

    One that hangs on letters is theirs. In right-to-left text, one beside a Latin word
    goes with that word unless an Arabic word stands at its other side: a house number begins an
    address and a postcode ends it, but `24 شباط` is a date.
    """
    length = len(text)
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if _NEUTRAL not in codes[start:end]:
            continue
        if codes[start] != _NEUTRAL:  # LK-12/3 24: the first digits are of a word
            start = codes.index(_NEUTRAL, start)
            start += len(text[start:end]) - len(text[start:end].lstrip())
        before, after = start - 1, end
        beside = {
            codes[at]
            for at in (before, after)
            if 0 <= at < length and (codes[at] == LTR_CODE or not _is_mark(text[at]))
        }
        if touching := beside & {LTR_CODE, RTL_CODE}:
            _fill(codes, start, end, LTR_CODE if LTR_CODE in touching else RTL_CODE)
            continue
        if base is Direction.LTR:
            continue
        while before >= 0 and text[before].isspace():
            before -= 1
        while after < length and text[after].isspace():
            after += 1
        left = codes[before] if before >= 0 else _NEUTRAL
        right = codes[after] if after < length else _NEUTRAL
        if LTR_CODE in (left, right) and RTL_CODE not in (left, right):
            _fill(codes, start, end, LTR_CODE)


def _is_mark(character: str) -> bool:
    """Whether it is punctuation, which UAX #9 may take for an Arabic letter: `؛` and `؟`."""
    return category(character).startswith("P")


def _fill(codes: list[str], start: int, end: int, code: str) -> None:
    for position in range(start, end):
        codes[position] = code


def _settle_brackets(text: str, codes: list[str], base: Direction) -> None:
    """A pair of brackets runs as what it holds, or as what stands before it (UAX #9, N0)."""
    own = _CODES[base]
    other = LTR_CODE if own == RTL_CODE else RTL_CODE
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


def brackets_balanced(text: str) -> bool:
    """Whether each bracket of a text has its partner in it."""
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


def begins_strong(text: str, direction: Direction) -> bool:
    """Whether a text begins with a letter that runs in `direction`."""
    return bidirectional(text[:1]) in _LETTER_CLASSES[direction]


def ends_strong(text: str, direction: Direction) -> bool:
    """Whether a text ends with a letter that runs in `direction`, and the marks over it."""
    for character in reversed(text):
        kind = bidirectional(character)
        if kind != "NSM":
            return kind in _LETTER_CLASSES[direction]
    return False
