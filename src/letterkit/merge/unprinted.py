"""Data that a letter is given and that nothing in it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.letter.version import Stage
from letterkit.merge.makers import PRINTED

if TYPE_CHECKING:
    from letterkit.diagnostics import Diagnostics
    from letterkit.merge.materials import Materials
    from letterkit.merge.placing import Places

_EMBARGO = "embargo"
_BINDING = frozenset({_EMBARGO, "confidential"})
"""Fields that bind the reader, who must know of them."""
_NAMED_ALONE = frozenset({"copies", "quotes", "signatories"})
"""Fields that expressions call by their own names, without `letter`."""


def tell_of_unprinted(materials: Materials, places: Places, problems: Diagnostics) -> None:
    """Tell of every field of the letter's data that no part and no expression uses.

    An embargo that is not printed may be broken by somebody who could not know of it, and so may
    confidentiality: an error.
    """
    if not materials.words_are_whole:
        return
    used = _used(places)
    for field, origin in materials.given.items():
        if used & {field, field.partition(".")[0], "letter"}:
            continue
        message = f"nothing in `{materials.profile.locale}` prints `{field}`"
        hint = _hint(field)
        if field not in _BINDING:
            problems.warning(message, origin, hint)
        elif field != _EMBARGO or materials.version.stage is not Stage.RELEASED:
            problems.error(message, origin, hint)


def _used(places: Places) -> set[str]:
    """The fields that are printed or asked for; `letter` where all of them may be."""
    used: set[str] = set()
    for use in places.reached():
        if places.made_by_the_kit(use):
            used |= PRINTED.get(use.name, frozenset())
        for expression in places.expressions(use):
            for path in expression.paths:
                owner, _, field = path.partition(".")
                if owner == "letter":
                    used.add(field or owner)
                elif owner == "quotes":
                    used.add(path)
                elif owner in _NAMED_ALONE:
                    used.add(owner)
    return used


def _hint(field: str) -> str:
    makers = [f"the part `{name}`" for name, fields in PRINTED.items() if field in fields]
    named = field if field.partition(".")[0] in _NAMED_ALONE else f"letter.{field}"
    ways = makers or [f"`{{{{ {named} }}}}` in the words"]
    return f"add {ways[0]}, or take it out"
