"""Inlines as elements of a line of text, each stretch of another direction as an island.

Directions are found for a line as a whole, since words of one stretch may stand in several
elements: an island reaches over whole elements where it can, and where it cannot, an element is
written twice, within the island and outside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from letterkit.diagnostics import LetterkitError
from letterkit.document import (
    Direction,
    Emphasis,
    Field,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
    Value,
)
from letterkit.language.bidi import (
    ISLAND,
    OBJECT,
    OWN_OBJECT,
    character_directions,
    has_controls,
    is_plain,
    needs_isolation,
    value_direction,
)
from letterkit.writers.html.images import image
from letterkit.writers.html.islands import attributes, value_island
from letterkit.writers.html.markup import escape_attribute, escape_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from letterkit.document import Block
    from letterkit.writers.html.markup import FragmentBuilder

_STAND_INS: Final = (OBJECT, OWN_OBJECT)
_LINE_ENDS: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_TARGET: Final = re.compile("(?:(https?)|mailto|tel):", re.IGNORECASE)
_BREAK: Final = "<br>"


@dataclass(frozen=True, slots=True, eq=False)
class _Element:
    """An element around leaves; two are the same only if they are one."""

    name: str
    attributes: str = ""


@dataclass(slots=True)
class _Leaf:
    """What stands in the elements of its `path`.

    Directions are found by `text`; `markup` is printed instead of it, or a note's mark.
    """

    text: str
    path: tuple[_Element, ...]
    markup: str | None = None
    value: Value | None = None
    note: tuple[Block, ...] | None = None


def prints_something(inlines: Iterable[Inline]) -> bool:
    """Whether inlines leave anything on a page that is not numbered."""
    for inline in inlines:
        match inline:
            case Text(text=text) | Value(text=text):
                if text.strip():
                    return True
            case Emphasis(children=children) | Strong(children=children):
                if prints_something(children):
                    return True
            case LineBreak() | Field():
                continue
            case _:
                return True
    return False


def numbers_pages(inlines: Iterable[Inline]) -> bool:
    """Whether there is a page number among inlines; a web page has no pages."""
    return any(
        isinstance(inline, Field)
        or (isinstance(inline, Emphasis | Strong | Link) and numbers_pages(inline.children))
        for inline in inlines
    )


def write_inlines(builder: FragmentBuilder, inlines: Iterable[Inline], base: Direction) -> None:
    """Add the inlines of a paragraph that runs in `base`.

    Raises:
        LetterkitError: a character, a picture or a link that cannot stand in a page.
    """
    leaves: list[_Leaf] = []
    _collect(leaves, inlines, ())
    leaves = [leaf for leaf in leaves if leaf.text or leaf.markup]
    while leaves and leaves[-1].markup is _BREAK:
        leaves.pop()
    open_elements: list[_Element] = []
    for leaf in _directed_leaves(leaves, base):
        _move_to(builder, open_elements, leaf.path)
        if leaf.note is not None:
            builder.add_note(leaf.note)
        else:
            builder.add(escape_text(leaf.text) if leaf.markup is None else leaf.markup)
    _move_to(builder, open_elements, ())


def _collect(  # noqa: C901 - one case for each kind of inline
    leaves: list[_Leaf], inlines: Iterable[Inline], path: tuple[_Element, ...]
) -> None:
    for inline in inlines:
        match inline:
            case Text(text=text):  # a line end within a sentence is no more than a space
                leaves.append(_Leaf(_LINE_ENDS.sub(" ", text), path))
            case Value():
                leaves += _value_leaves(inline, path)
            case Strong(children=children):
                _collect(leaves, children, (*path, _Element("strong")))
            case Emphasis(children=children):
                _collect(leaves, children, (*path, _Element("em")))
            case Link(target=target, children=children):
                anchored = (*_outside_links(path), _anchor(target))
                _collect(leaves, children or (Text(target),), anchored)
            case LineBreak():
                leaves.append(_Leaf("", path, _BREAK))
            case Footnote(blocks=blocks):
                leaves.append(_Leaf(OBJECT, _outside_links(path), note=blocks))
            case Picture():
                leaves.append(_Leaf(OBJECT, path, image(inline)))
            case Field():
                pass  # see `numbers_pages`
            case unknown:
                raise TypeError(f"HTML has no form for {type(unknown).__name__}")


def _value_leaves(value: Value, path: tuple[_Element, ...]) -> Iterator[_Leaf]:
    """Each line of a value, which is a line of the letter."""
    for number, line in enumerate(_LINE_ENDS.split(value.text)):
        if number:
            yield _Leaf("", path, _BREAK)
        yield _Leaf(line, path, value=value)


def _outside_links(path: tuple[_Element, ...]) -> tuple[_Element, ...]:
    """The path without links: none may stand in another, and a note's mark is one."""
    return tuple(element for element in path if element.name != "a")


def _anchor(target: str) -> _Element:
    found = _TARGET.match(target)
    if found is None:
        raise LetterkitError(
            f"a link cannot lead to `{target}`",
            hint="a letter links to `https:`, `http:`, `mailto:` and `tel:` addresses",
        )
    safe = ' rel="noopener"' if found[1] else ""
    return _Element("a", f' href="{escape_attribute(target)}"{safe}')


def _directed_leaves(leaves: Iterable[_Leaf], base: Direction) -> Iterator[_Leaf]:
    line: list[_Leaf] = []
    for leaf in leaves:
        if leaf.markup is _BREAK:
            yield from _directed_line(line, base)
            line = []
            yield leaf
        else:
            line.append(leaf)
    yield from _directed_line(line, base)


def _directed_line(line: Sequence[_Leaf], base: Direction) -> Iterator[_Leaf]:
    """The leaves of one line, cut where its direction changes and set into islands there."""
    whole = "".join(leaf.text for leaf in line)
    if base is Direction.LTR and is_plain(whole):
        yield from line
        return
    settled = [_isolated(leaf, whole, base) for leaf in line]
    whole = "".join(leaf.text for leaf in settled)
    directions = character_directions(whole, base)
    pieces: list[tuple[_Leaf, Direction]] = []
    position = 0
    for leaf in settled:
        end = position + len(leaf.text)
        if leaf.text in _STAND_INS:
            pieces.append((leaf, directions[position]))
        else:
            for direction, places in groupby(range(position, end), directions.__getitem__):
                text = "".join(whole[place] for place in places)
                pieces.append((_Leaf(text, leaf.path), direction))
        position = end
    for direction, stretch in groupby(pieces, lambda piece: piece[1]):
        found = [leaf for leaf, _ in stretch]
        yield from found if direction is base else _as_island(found, direction)


def _isolated(leaf: _Leaf, whole: str, base: Direction) -> _Leaf:
    """A value that would move its surroundings, as an island."""
    value = leaf.value
    if value is None:
        return leaf
    text = leaf.text
    runs = value.direction or value_direction(text)
    stands_alone = runs is base and text == whole
    if (stands_alone and not has_controls(text)) or not needs_isolation(text, runs, base):
        return leaf
    if runs is None:
        runs = Direction.LTR if ISLAND.search(text) else base
    stand_in = OWN_OBJECT if runs is base else OBJECT
    return _Leaf(stand_in, leaf.path, value_island(text, runs, base))


def _as_island(stretch: Sequence[_Leaf], direction: Direction) -> Iterator[_Leaf]:
    """Leaves of one stretch in an element of its direction, around whole elements if it can."""
    if all(leaf.text in _STAND_INS for leaf in stretch):
        yield from stretch
        return
    shared = 0
    paths = [leaf.path for leaf in stretch]
    while all(len(path) > shared and path[shared] is paths[0][shared] for path in paths):
        shared += 1
    text = "".join(leaf.text for leaf in stretch)
    island = _Element("span", attributes(text, direction))
    for leaf in stretch:
        path = (*leaf.path[:shared], island, *leaf.path[shared:])
        yield replace(leaf, path=path)


def _move_to(
    builder: FragmentBuilder, open_elements: list[_Element], path: Sequence[_Element]
) -> None:
    """Close the elements that end here, and open those that begin."""
    shared = 0
    for one, other in zip(open_elements, path, strict=False):
        if one is not other:
            break
        shared += 1
    while len(open_elements) > shared:
        builder.add(f"</{open_elements.pop().name}>")
    for element in path[shared:]:
        builder.add(f"<{element.name}{element.attributes}>")
        open_elements.append(element)
