"""Where a paragraph changes its direction: its spans, cut into directional runs (UAX #9).

Directions are found by `letterkit.language.bidi`. A value of the other direction is an island in
the paragraph, one that no neighbour moves and that moves no neighbour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional

from letterkit.document import Direction
from letterkit.language import bidi

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from letterkit.document import Inline, Link, Value

_OBJECTS: Final = (bidi.OBJECT, bidi.OWN_OBJECT)
_BRACKETS: Final = ("()", "[]", "{}")
_STRONG: Final = {Direction.LTR: frozenset("L"), Direction.RTL: frozenset(("R", "AL"))}
_LETTERS: Final = frozenset(("L", "R", "AL"))
_STRONG_OR_DIGIT: Final = frozenset(("L", "R", "AL", "EN", "AN"))


@dataclass(slots=True)
class Span:
    """A stretch of one look.

    `text` is what directions are found by; `island` is what is printed instead of it where a value
    stands apart from its surroundings, in its own `direction` (`one_way` where all of it runs so);
    `inline` is what is no text.
    """

    text: str
    properties: str
    link: Link | None
    island: str = ""
    direction: Direction | None = None
    one_way: bool = False
    inline: Inline | None = None


def value_span(value: Value, base: Direction, properties: str, link: Link | None) -> Span:
    """A value as a span: as an island, where it and its surroundings could move each other."""
    text, direction = value.text, value.direction
    if base is Direction.LTR and bidi.is_plain(text):
        return Span(text, properties, link)
    apart = bidi.has_controls(text) or any(
        text.count(opening) != text.count(closing) for opening, closing in _BRACKETS
    )
    if apart:
        stand_in = bidi.OWN_OBJECT if (direction or base) is base else bidi.OBJECT
        return Span(stand_in, properties, link, bidi.isolate(text, direction), direction or base)
    if direction is None and base is Direction.RTL and bidi.ISLAND.search(text):
        direction = Direction.LTR
    if direction is None or direction is base:
        return Span(text, properties, link)
    one_way = direction is Direction.LTR and bidi.is_plain(text)
    return Span(bidi.OBJECT, properties, link, bidi.island(text, direction), direction, one_way)


def directional_runs(spans: Sequence[Span], base: Direction) -> list[tuple[Span, str, Direction]]:
    """Spans as pieces of one direction each; the two common cases are cheap."""
    if base is Direction.LTR and all(
        not span.island and bidi.is_plain(span.text) for span in spans
    ):
        return [(span, span.text, base) for span in spans]
    if len(spans) == 1 and spans[0].island:
        return _island_pieces(spans[0], base)
    return _directed(spans, base)


def _with_brackets(
    text: str, directions: Sequence[Direction], base: Direction
) -> Sequence[Direction]:
    """The brackets about a stretch of the other direction run with it.

    They look the same either way, but LibreOffice ends a line where runs of two directions meet,
    even between a bracket and its first letter.
    """
    if base in directions and not all(direction is base for direction in directions):
        made = list(directions)
        for opening, closing in _BRACKETS:
            for match in re.finditer(rf"\{opening}[^{opening}\{closing}]+\{closing}", text):
                start, end = match.span()
                inside = set(directions[start + 1 : end - 1])
                if inside and base not in inside:
                    made[start] = made[end - 1] = directions[start + 1]
        return made
    return directions


def _directed(spans: Sequence[Span], base: Direction) -> list[tuple[Span, str, Direction]]:
    """Spans cut where the direction changes, with the marks that keep islands in their order."""
    whole = "".join([span.text for span in spans])
    directions = _with_brackets(whole, bidi.character_directions(whole, base), base)
    before: dict[int, str] = {}
    after: dict[int, str] = {}
    for start, end, mark_before, mark_after in bidi.marked_stretches(whole, directions, base):
        if mark_before:
            before[start] = mark_before
        if mark_after:
            after[end] = mark_after
    pieces: list[tuple[Span, str, Direction]] = []
    position = 0
    for span in spans:
        end = position + len(span.text)
        if span.inline is not None:
            pieces.append((span, "", base))
        elif span.island:
            apart = directions[position] is base  # else it stands among words of its direction
            if apart and _joins_before(whole, directions, position, base):
                pieces.append((span, bidi.MARKS[base], base))
            pieces += _island_pieces(span, base)
            if apart and _joins_after(whole, directions, end, base):
                pieces.append((span, bidi.MARKS[base], base))
        else:
            for start, stop in _one_way(directions, position, end, before):
                text = before.get(start, "") + whole[start:stop] + after.get(stop, "")
                pieces.append((span, text, directions[start]))
        position = end
    return pieces


def _one_way(
    directions: Sequence[Direction], start: int, end: int, breaks: Container[int]
) -> Iterator[tuple[int, int]]:
    """The stretches of one direction from `start` to `end`, each begun anew at `breaks`."""
    for stop in range(start + 1, end + 1):
        if stop == end or directions[stop] is not directions[start] or stop in breaks:
            yield start, stop
            start = stop


def _island_pieces(span: Span, base: Direction) -> list[tuple[Span, str, Direction]]:
    if span.one_way:
        return [(span, span.island, Direction.LTR)]
    return [
        (span, stretch.text, stretch.direction)
        for stretch in bidi.split_by_script(span.island, span.direction or base)
    ]


def _joins_before(whole: str, directions: Sequence[Direction], end: int, base: Direction) -> bool:
    """Whether an island would join what stands before it, for want of a letter between them.

    Before another island there is nothing to do: the mark that it needs stands after it.
    """
    for position in range(end - 1, -1, -1):
        if directions[position] is not base:
            return True
        if whole[position] in _OBJECTS or bidirectional(whole[position]) in _LETTERS:
            return False
    return False


def _joins_after(whole: str, directions: Sequence[Direction], start: int, base: Direction) -> bool:
    """Whether what follows an island would join it, for want of a letter of the base direction."""
    for position in range(start, len(whole)):
        character = whole[position]
        if character in _OBJECTS or directions[position] is not base:
            return True
        kind = bidirectional(character)
        if kind in _STRONG_OR_DIGIT:
            return kind not in _STRONG[base]
    return False
