"""The types that `template.yaml` declares for its variables, read from their short notation.

`text`, `integer`, `date`, `link`, `truth`, `{list: text}`, `{list: {name: text, district: text}}`,
and a mapping of names to types, which is a record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.sources.nodes import DataFaulty, DataMapping, DataText
from letterkit.sources.variables import RESERVED, VariableKind, VariableType

if TYPE_CHECKING:
    from letterkit.diagnostics import Diagnostics

_SIMPLE = tuple(
    str(kind) for kind in VariableKind if kind not in (VariableKind.LIST, VariableKind.RECORD)
)
_EXAMPLE = "as in `{list: text}` or `{list: {name: text, district: text}}`"


def variable_types(node: object, problems: Diagnostics) -> dict[str, VariableType]:
    """The declared variables of a template by their names; faulty ones are told of."""
    if node is None:
        return {}
    if not isinstance(node, DataMapping):
        _tell(
            node, "`variables` is a mapping of names to types", "as in `deaths: integer`", problems
        )
        return {}
    return _fields(node, problems)


def _fields(node: DataMapping, problems: Diagnostics) -> dict[str, VariableType]:
    made: dict[str, VariableType] = {}
    for name, declared in node.items():
        if not name.isidentifier() or name.startswith("_"):
            problems.error(
                f"`{name}` cannot be a name in expressions",
                name.origin,
                "a name is letters, digits and underscores, as in `civilians_killed`",
            )
            continue
        if name in RESERVED:
            problems.error(
                f"`{name}` means something else in a letter",
                name.origin,
                "give the variable another name",
            )
            continue
        found = _type(declared, problems)
        if found is not None:
            made[str(name)] = found
    return made


def _type(node: object, problems: Diagnostics) -> VariableType | None:
    if isinstance(node, DataText):
        return _simple_type(node, problems)
    if not isinstance(node, DataMapping):
        _tell(node, "a variable needs a type", nearest("", [*_SIMPLE, "list"]), problems)
        return None
    if [str(key) for key in node] != ["list"]:
        fields = _fields(node, problems)
        return VariableType(VariableKind.RECORD, fields=fields, origin=node.origin)
    items = _type(next(iter(node.values())), problems)
    return items and VariableType(VariableKind.LIST, items=items, origin=node.origin)


def _simple_type(node: DataText, problems: Diagnostics) -> VariableType | None:
    name = str(node)
    if name in _SIMPLE:
        return VariableType(VariableKind(name), origin=node.origin)
    hint = _EXAMPLE if name == "list" else nearest(name, [*_SIMPLE, "list"])
    problems.error(f"`{node}` is not a type of variables", node.origin, hint)
    return None


def _tell(node: object, message: str, hint: str | None, problems: Diagnostics) -> None:
    if not isinstance(node, DataFaulty):
        problems.error(message, getattr(node, "origin", None), hint)
