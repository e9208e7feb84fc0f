"""The lists of a designer's letterhead, and ours beside them.

Where the designer gave Word's own list styles a bullet or a number, ours are those; else our list
definitions are added, under numbers that are free.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from letterkit.document import Direction
from letterkit.letterhead.container import free_from
from letterkit.letterhead.markup import parsed, place_mark, value_of, w
from letterkit.letterhead.model import Lists
from letterkit.letterhead.own import ready_numbering
from letterkit.ooxml.base_document import BULLETS, LEVELS, NUMBERS, numbering_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.language.profile import Profile
    from letterkit.letterhead.sheet import Styles

_DEFINITIONS: Final = re.compile(r"<w:abstractNum .*</w:abstractNum>", re.DOTALL)
_DEEPEST_STYLE: Final = 3


def merge_lists(root: Any, styles: Styles, profile: Profile, fonts: str = "") -> tuple[Lists, int]:
    """Add our lists to the numbering of a letterhead; for a second language, once again.

    `fonts` are those of bullets and numbers, where the styles do not tell them.
    Gives where lists take their bullets and numbers from, and the first free instance.
    """
    first = free_from(_numbers(root, "num", "numId"), first=1)
    shift = free_from(_numbers(root, "abstractNum", "abstractNumId")) - 1
    # Bullets and numbers as the designer has them, before ours are added.
    bullets = list(_levels(root, styles, "ListBullet", definition=False))
    numbers: list[tuple[int, int] | None] = [None] * LEVELS
    if profile.direction is Direction.LTR:  # theirs would not turn the numbers round
        numbers = list(_levels(root, styles, "ListNumber", definition=True))
    _add_definitions(root, shift, fonts, profile)
    instance = parsed(
        f'<w:num w:numId="{first}"><w:abstractNumId w:val="{BULLETS + shift}"/></w:num>'
    )[0]
    _add_instance(root, instance)
    lists = Lists(
        bullets=tuple(found or (first, level) for level, found in enumerate(bullets)),
        numbers=tuple(found or (NUMBERS + shift, level) for level, found in enumerate(numbers)),
    )
    return lists, first + 1


def mark_place(root: Any) -> None:
    """Add a place mark to the numbering of a letterhead, where lists go on."""
    _add_instance(root, place_mark())


def _add_instance(root: Any, element: Any) -> None:
    end = next((one for one in root if one.tag == w("numIdMacAtCleanup")), None)
    if end is None:
        root.append(element)
    else:
        end.addprevious(element)


def _numbers(root: Any, element: str, attribute: str) -> Iterator[int]:
    for one in root.findall(w(element)):
        number = value_of(one, attribute)
        if number.isascii() and number.isdigit():
            yield int(number)


def _add_definitions(root: Any, shift: int, fonts: str, profile: Profile) -> None:
    found = _DEFINITIONS.search(numbering_part())
    assert found is not None  # noqa: S101 - the base document has lists
    taken = {value_of(one) for one in root.iter(w("nsid"))}
    position = next(
        (at for at, one in enumerate(root) if one.tag in {w("num"), w("numIdMacAtCleanup")}),
        len(root),
    )
    for number, element in enumerate(parsed(ready_numbering(found[0], profile, fonts))):
        element.set(w("abstractNumId"), str(int(value_of(element, "abstractNumId")) + shift))
        unique = element.find(w("nsid"))
        while value_of(unique) in taken:
            unique.set(w("val"), f"{int(value_of(unique), 16) + 0x10:08X}")
        taken.add(value_of(unique))
        root.insert(position + number, element)


def _levels(
    root: Any, styles: Styles, style: str, *, definition: bool
) -> Iterator[tuple[int, int] | None]:
    """For each depth, the designer's instance (or definition) and level; None where there is none.

    Depths that have no style of their own go on in the last definition, as far as it has levels.
    """
    definitions = {value_of(one, "abstractNumId"): one for one in root.findall(w("abstractNum"))}
    instances = {
        value_of(one, "numId"): value_of(one.find(w("abstractNumId")))
        for one in root.findall(w("num"))
    }
    last: tuple[str, int] | None = None
    for depth in range(LEVELS):
        found = (
            _of_style(styles, f"{style}{depth + 1 if depth else ''}")
            if (depth < _DEEPEST_STYLE)
            else None
        )
        last = found or (last and (last[0], last[1] + 1))
        abstract = instances.get(last[0]) if last else None
        if last is None or abstract not in definitions:
            last = None
            yield None
            continue
        if not _has_level(definitions[abstract], last[1], bulleted=not definition):
            last = None
            yield None
            continue
        number = abstract if definition else last[0]
        yield (int(number), last[1])


def _of_style(styles: Styles, ours: str) -> tuple[str, int] | None:
    """The list instance and the level that the designer's style has, if it has one."""
    style = styles.theirs(ours)
    for one in styles.chain(style):
        numbered = one.find(f"{w('pPr')}/{w('numPr')}")
        if numbered is not None:
            level = value_of(numbered.find(w("ilvl")))
            return value_of(numbered.find(w("numId"))), int(level) if level.isdigit() else 0
    return None


def _has_level(definition: Any, level: int, *, bulleted: bool) -> bool:
    """Whether a definition has a level, and of the kind that is asked for."""
    for one in definition.findall(w("lvl")):
        if value_of(one, "ilvl") == str(level):
            return (value_of(one.find(w("numFmt"))) == "bullet") is bulleted
    return False
