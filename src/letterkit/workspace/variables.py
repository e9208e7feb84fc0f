"""The variables of a letter: of the declared types, and each of use to some words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics
from letterkit.letter import check_variables, free_variables
from letterkit.merge.completeness import words_by_name
from letterkit.template.entries import compile_conditions
from letterkit.template.structure import Template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from letterkit.letter import Letter
    from letterkit.template.entries import PartUse
    from letterkit.template.expressions import ExpressionEnvironment
    from letterkit.template.structure import Kind
    from letterkit.template.words import Words


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables of a letter by name; `faulty` are names whose fault has been told."""

    values: Mapping[str, object]
    faulty: frozenset[str]


@dataclass(frozen=True, slots=True)
class Uses:
    """Which names the words of a language ask for.

    `names` are None where the words could not be read whole, so that nobody can say.
    `elsewhere` gives the same for all other languages that there are words in; it is
    asked only where it matters.
    """

    locale: str
    names: frozenset[str] | None
    elsewhere: Callable[[], Mapping[str, frozenset[str] | None]]

    def asks(self, name: str) -> bool:
        """Whether the words of the language may ask for a name."""
        return self.names is None or name in self.names

    def others(self, name: str) -> list[str] | None:
        """The other languages whose words ask for a name; None where nobody can say."""
        elsewhere = self.elsewhere()
        users = [locale for locale, names in elsewhere.items() if names and name in names]
        return None if not users and None in elsewhere.values() else users

    def may_ask(self, name: str) -> bool:
        """Whether any words may ask for a name."""
        return self.asks(name) or self.others(name) != []


def names_in_words(words: Iterable[Words]) -> frozenset[str]:
    """The names that the expressions of words ask for.

    What stands in a part of the template that the letter writes anew is never printed.
    """
    return frozenset(name for part in words_by_name(words).values() for name in part.names)


def names_in_structure(
    parts: Iterable[PartUse], environment: ExpressionEnvironment
) -> frozenset[str]:
    """The names that `when` and `each` of parts ask for."""
    found: set[str] = set()
    for use in parts:
        conditions = compile_conditions(use, environment, Diagnostics())
        for condition in (conditions.when, conditions.each):
            found |= condition.names if condition else set()
    return frozenset(found)


def typed_variables(
    letter: Letter, structure: Template | Kind, uses: Uses, problems: Diagnostics
) -> Variables:
    """The variables of a letter, as its template declares them, else as they are written.

    A variable that is lacking, unknown or of another type is told, and so is one that no words use:
    where those of other languages use it, as a warning. What the template declares need not be
    given where no words ask for it.
    """
    given = letter.data.variables
    keys = () if given is None else tuple(given)
    if not isinstance(structure, Template):
        values = free_variables(given, problems)
        wanted = {str(key) for key in keys}
    else:
        declared = {
            name: kind
            for name, kind in structure.variables.items()
            if name in keys or uses.may_ask(name)
        }
        values = check_variables(given, declared, letter.origin, problems)
        wanted = {*declared, *map(str, keys)}
    for key in keys:
        if isinstance(structure, Template) and key not in structure.variables:
            continue  # told already
        if uses.asks(key):
            continue
        others = uses.others(key)
        if others:
            problems.warning(
                f"the words in `{uses.locale}` do not use the variable `{key}`",
                key.origin,
                "used in " + ", ".join(f"`{locale}`" for locale in others),
            )
        elif others is not None:
            problems.error(
                f"no words use the variable `{key}`",
                key.origin,
                f"write `{{{{ {key} }}}}` where it belongs, or take it out",
            )
    return Variables(values, frozenset(wanted - set(values)))
