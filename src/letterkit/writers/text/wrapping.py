"""Where a line of plain text may end, and how wide it is on the screen.

Lines end where UAX #14 (Unicode line breaking) lets them, by `uniseg`, except within addresses of
the web, telephone numbers and references such as LK-12/3, which are kept whole. Width is that of a
terminal's cells, by `wcwidth`: a mark over an Arabic letter has none, a Chinese character has two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth, wcwidth

from letterkit.language.bidi import ISLAND

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile("[^ ]+")
_SIMPLE_WORD: Final = re.compile(  # letters and digits with the usual marks: breaks nowhere inside
    r"[(]?(?:[^\W_\u0e00-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u2e80-\U0001ffff\U00020000-\U0003ffff])+"
    r"(?:[.,]?[.,;:!?)،؛؟]?)"
)
_SIMPLE_END: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u0621-\u064a0-9.,;:!?،؛؟]$")
_SIMPLE_BEGINNING: Final = re.compile(r"[(]?[A-Za-z\u00c0-\u024f\u0621-\u064a0-9]")
_REFERENCE: Final = re.compile("[0-9/@]")
_JOINERS: Final = frozenset("-/–?=&#%_.:+\u2010")


def display_width(text: str) -> int:
    """How many cells of a terminal a text takes; a control character takes none."""
    if text.isascii() and text.isprintable():
        return len(text)
    width = wcswidth(text)
    return width if width >= 0 else sum(max(0, wcwidth(character)) for character in text)


def wrapped(text: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """The lines of a text as start and end, without the space they end with.

    `first` and `rest` are the cells that there are on the first line and on each further one. A
    word wider than that stands on a line of its own and juts out: nothing is cut.
    """
    start = end = 0
    width = 0  # of text[start:end]
    available = first
    for next_end in (*break_opportunities(text), len(text)):
        unit = text[end:next_end]
        if end > start and width + display_width(unit.rstrip()) > available:
            yield start, start + len(text[start:end].rstrip())
            start, width, available = end, 0, rest
        width += display_width(unit)
        end = next_end
    yield start, start + len(text[start:].rstrip())


def break_opportunities(text: str) -> Iterator[int]:
    """The places where a line may end, each before the character that begins the next line."""
    kept_whole = [match.span() for match in ISLAND.finditer(text)]
    previous = ""
    previous_end = 0
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        places = [start] if previous and _may_part(previous, word, start - previous_end) else []
        if not _SIMPLE_WORD.fullmatch(word):
            places += (start + place for place in _places_within(word))
        for place in places:
            if not any(first < place < last for first, last in kept_whole):
                yield place
        previous, previous_end = word, match.end()


def _may_part(word: str, following: str, spaces: int) -> bool:
    if _SIMPLE_END.search(word) and _SIMPLE_BEGINNING.match(following):
        return True
    return _break_follows(word, following, min(spaces, 2))


@lru_cache(maxsize=2048)
def _break_follows(word: str, following: str, spaces: int) -> bool:
    before = word + " " * spaces
    return len(before) in _uax14(before + following)


@lru_cache(maxsize=2048)
def _places_within(word: str) -> tuple[int, ...]:
    is_reference = _REFERENCE.search(word) is not None
    return tuple(
        place
        for place in _uax14(word)
        if 0 < place < len(word) and not (is_reference and word[place - 1] in _JOINERS)
    )


def _uax14(text: str) -> list[int]:
    from uniseg.linebreak import line_break_boundaries  # only where lines are wrapped

    return list(line_break_boundaries(text))
