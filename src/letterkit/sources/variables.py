"""The types that a template declares for its variables."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from letterkit.diagnostics import Origin

RESERVED = frozenset(
    {
        "addressee",
        "addressees",
        "copies",
        "default",
        "letter",
        "note",
        "organisation",
        "part",
        "quotes",
        "signatories",
    }
)
"""The names that expressions have besides the variables of a letter."""


class VariableKind(StrEnum):
    """What a variable holds, as it is written in `template.yaml`."""

    TEXT = "text"
    INTEGER = "integer"
    DATE = "date"
    LINK = "link"
    TRUTH = "truth"
    LIST = "list"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class VariableType:
    """The declared type of one variable.

    A list has the type of its `items`; a record has `fields` by name. `{list: {name: text}}` is a
    list whose items are records. `origin` is the place of the declaration.
    """

    kind: VariableKind
    items: VariableType | None = None
    fields: Mapping[str, VariableType] = field(default_factory=dict)
    origin: Origin | None = None

    def __str__(self) -> str:
        if self.kind is VariableKind.LIST:
            return "a list"
        named = {"integer": "an integer", "truth": "true or false"}
        return named.get(self.kind, f"a {self.kind}")
