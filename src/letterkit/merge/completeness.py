"""Whether every part has its words, and all words their part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.document import Paragraph, Role
from letterkit.merge.makers import MAKERS
from letterkit.template.fences import BODY
from letterkit.template.nodes import expressions_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.diagnostics import Diagnostics
    from letterkit.merge.materials import Materials
    from letterkit.merge.placing import Places
    from letterkit.template.entries import PartUse
    from letterkit.template.words import Part, Words

_ROLES = {role.value: role for role in Role}
_CIRCLE = "take one `part(…)` out, so that the circle is open"


def words_by_name(words: Iterable[Words]) -> dict[str, Part]:
    """The parts of several files; where two have one of the same name the first stands.

    The paragraphs of a part that the kit knows take the role that the kit's own would have.
    """
    found: dict[str, Part] = {}
    for file in words:
        for name, part in file.parts.items():
            role = _ROLES.get(name)
            if name in found:
                continue
            found[name] = part if role is None else _in_role(part, role)
    return found


def _in_role(part: Part, role: Role) -> Part:
    return replace(
        part,
        blocks=tuple(
            replace(block, role=role) if isinstance(block, Paragraph) else block
            for block in part.blocks
        ),
    )


def lacking_parts(parts: Iterable[PartUse], words: Iterable[Words]) -> list[PartUse]:
    """The places whose part has no words, or empty ones, and that the kit cannot make."""
    written = words_by_name(words)
    return [
        use
        for use in parts
        if (not written[use.name].blocks if use.name in written else use.name not in MAKERS)
    ]


def tell_of_parts(materials: Materials, places: Places, problems: Diagnostics) -> None:
    """Parts that have no words, and words that no part asks for."""
    locale = materials.profile.locale
    words = places.words
    for use in materials.parts:
        part = words.get(use.name)
        if part is None and use.name not in MAKERS and materials.words_are_whole:
            problems.error(
                f"the part `{use.name}` has no words in `{locale}`",
                use.origin,
                f"write them in {materials.words_place}"
                + ("" if use.name == BODY else f", between `::: {use.name}` and `:::`"),
            )
        elif part is not None and not part.blocks:
            problems.error(
                f"the part `{use.name}` is empty in `{locale}`", part.origin, "write its words here"
            )
    within = map(places.find, places.within())
    asked = {use.name for use in (*materials.parts, *within) if use is not None}
    for part in words.values():
        if part.name not in asked:
            problems.error(
                f"nothing asks for the part `{part.name}`", part.origin, nearest(part.name, asked)
            )


def tell_of_circles(places: Places, problems: Diagnostics) -> None:
    """Parts that contain themselves: told at the words that close the circle."""
    words = places.words
    done: set[str] = set()

    def walk(name: str, above: tuple[str, ...]) -> None:
        part = words.get(name)
        if part is None or name in done:
            return
        for expression in expressions_in(part.blocks):
            for asked in sorted(expression.parts):
                use = places.find(asked)
                inner = asked if use is None else use.name
                if inner == name or inner in above:
                    problems.error(
                        f"the part `{inner}` contains itself", expression.origin, _CIRCLE
                    )
                else:
                    walk(inner, (*above, name))
        done.add(name)

    for name in words:
        walk(name, ())
