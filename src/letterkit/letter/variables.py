"""The variables of a letter, each judged by the type that its template declares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.language.dates import DateError, parse_date
from letterkit.people.localized import LocalizedText, is_localized, localized
from letterkit.people.localizer import ABSENT, Localizer
from letterkit.sources.nodes import DataFaulty, DataMapping, DataNothing, DataSequence, DataText
from letterkit.sources.schema import excerpt, origin_of, tell_again, truth_of
from letterkit.sources.variables import VariableKind, VariableType
from letterkit.template.links import link_fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from letterkit.diagnostics import Diagnostics, Origin

_WHOLE = re.compile(r"-?[0-9]{1,18}")


def check_variables(
    given: DataMapping | None,
    declared: Mapping[str, VariableType],
    origin: Origin,
    problems: Diagnostics,
) -> dict[str, object]:
    """The variables of a letter, each as its template declares it.

    An integer becomes an `int`, a date a `date`, truth a `bool`, a text a `LocalizedText`, a record
    a `dict`, a list a `list`. `origin` is the place of the letter's data. A variable that is
    lacking, unknown or of another type is told.
    """
    entries = {} if given is None else dict(given.items())
    made: dict[str, object] = {}
    for key, value in entries.items():
        wanted = declared.get(key)
        if wanted is None:
            problems.error(
                f"the template declares no variable `{key}`", key.origin, nearest(key, declared)
            )
            continue
        typed = _typed(value, wanted, str(key), key.origin, problems)
        if typed is not None:
            made[str(key)] = typed
    for name, wanted in declared.items():
        if name not in entries:
            place = given.origin if given is not None else origin
            problems.error(
                f"the variable `{name}` is missing",
                place,
                f"the template asks for {wanted}: add `{name}: …` under `variables`",
            )
    return made


def free_variables(given: DataMapping | None, problems: Diagnostics) -> dict[str, object]:
    """The variables of a letter without a template: each is the text, list or record it is."""
    return {} if given is None else _free_fields(given, problems)


def in_locale(value: object, localizer: Localizer) -> object:
    """A variable as expressions see it in one language."""
    if isinstance(value, LocalizedText):
        return localizer.phrase(value, "text")
    if isinstance(value, list):
        return [in_locale(item, localizer) for item in value]
    if isinstance(value, dict):
        return {name: in_locale(item, localizer) for name, item in value.items()}
    return value


def _typed(
    node: object, wanted: VariableType, name: str, place: Origin, problems: Diagnostics
) -> object | None:
    """A value of the declared type; None where it is of another, which has been told."""
    if isinstance(node, DataFaulty):
        tell_again(node, problems)
        return None
    if isinstance(node, DataNothing):
        problems.error(f"`{name}` has nothing after it", place, f"the template asks for {wanted}")
        return None
    if wanted.kind is VariableKind.LIST:
        return _typed_list(node, wanted, name, problems)
    if wanted.kind is VariableKind.RECORD:
        return _typed_record(node, wanted, name, problems)
    if wanted.kind is VariableKind.TEXT:
        if truth_of(node) is False:
            problems.warning(
                f"`{name}` is a text, and `{node}` as a text is as true as any other",
                origin_of(node),
                f"declare `{name}: truth` in the template",
            )
        return localized(node, problems)
    return _typed_scalar(node, wanted, name, problems)


def _typed_scalar(
    node: object, wanted: VariableType, name: str, problems: Diagnostics
) -> object | None:
    hint = None
    if isinstance(node, DataText):
        if wanted.kind is VariableKind.INTEGER and _WHOLE.fullmatch(node):
            return int(node)
        if wanted.kind is VariableKind.DATE:
            try:
                return parse_date(node)
            except DateError as error:
                hint = str(error)
        if wanted.kind is VariableKind.LINK:
            if (wrong := link_fault(node)) is None:
                return node
            problems.error(wrong[0], node.origin, wrong[1])
            return None
        if wanted.kind is VariableKind.TRUTH:
            if (truth := truth_of(node)) is not None:
                return truth
            hint = "write `true` or `false`"
        if wanted.kind is VariableKind.INTEGER:
            hint = "write it in digits alone, as in `1500`"
    problems.error(
        f"`{excerpt(node)}` is not {wanted}, as the template declares `{name}`",
        origin_of(node),
        hint,
    )
    return None


def _typed_list(
    node: object, wanted: VariableType, name: str, problems: Diagnostics
) -> list[object] | None:
    if not isinstance(node, DataSequence):
        problems.error(
            f"`{name}` is not a list, as the template declares it",
            origin_of(node),
            "write one `- item` a line",
        )
        return None
    assert wanted.items is not None  # noqa: S101 - what declares a list gives its items
    made = [
        _typed(item, wanted.items, f"item {number} of {name}", _place(item, node.origin), problems)
        for number, item in enumerate(node, start=1)
    ]
    return [item for item in made if item is not None]


def _place(node: object, otherwise: Origin) -> Origin:
    return origin_of(node) or otherwise


def _typed_record(
    node: object, wanted: VariableType, name: str, problems: Diagnostics
) -> dict[str, object] | None:
    if not isinstance(node, DataMapping):
        problems.error(
            f"`{excerpt(node)}` has no fields, as the template declares for `{name}`",
            origin_of(node),
            "write " + ", ".join(f"`{field}: …`" for field in wanted.fields),
        )
        return None
    made: dict[str, object] = {}
    for key, value in node.items():
        if key not in wanted.fields:
            problems.error(
                f"`{name}` has no field `{key}`", key.origin, nearest(key, wanted.fields)
            )
            continue
        typed = _typed(value, wanted.fields[key], str(key), key.origin, problems)
        if typed is not None:
            made[str(key)] = typed
    for field in wanted.fields:
        if field not in node:
            problems.error(f"`{field}` is missing in `{name}`", node.origin, f"add `{field}: …`")
    return made


def _free_fields(node: DataMapping, problems: Diagnostics) -> dict[str, object]:
    made = {str(key): _free(value, problems) for key, value in node.items()}
    return {key: value for key, value in made.items() if value is not None}


def _free(node: object, problems: Diagnostics) -> object | None:
    """A value as it is written; None for a text at fault, which has been told."""
    match node:
        case DataSequence():
            made = [_free(item, problems) for item in node]
            return [item for item in made if item is not None]
        case DataMapping() if is_localized(node):
            return localized(node, problems)
        case DataMapping():
            return _free_fields(node, problems)
        case DataFaulty():
            tell_again(node, problems)
            return None
        case DataNothing():
            return ABSENT
    return node
