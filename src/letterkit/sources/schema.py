"""Data judged by a pydantic model; every fault is told where it stands in the user's file."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

from letterkit.diagnostics import Diagnostics, Origin, nearest
from letterkit.sources.nodes import DataFaulty, DataMapping, DataNothing, DataSequence, DataText
from letterkit.sources.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import ValidationInfo
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound="DataModel")

_OURS = "letterkit"
_TOLD = "letterkit_told"
_TYPE_FAULTS = {
    "int_type": "is not a whole number",
    "int_parsing": "is not a whole number",
    "int_parsing_size": "is not a whole number",
    "list_type": "is not a list",
    "tuple_type": "is not a list",
    "model_type": "is not a mapping of keys to values",
    "dict_type": "is not a mapping of keys to values",
    "string_type": "is not a text",
    "is_instance_of": "is not a mapping of keys to values",
}
_HINTS = {
    "int_parsing": "write it in digits alone, as in `1500`",
    "list_type": "write it as `[first, second]`, or one `- item` a line",
    "tuple_type": "write it as `[first, second]`, or one `- item` a line",
    "model_type": "write `key: value`, one a line, indented below it",
    "dict_type": "write `key: value`, one a line, indented below it",
    "is_instance_of": "write `key: value`, one a line, indented below it",
}


class DataModel(BaseModel):
    """The base of models of a user's data: immutable, and no key passes unknown.

    A field named like a keyword has an alias; keys with hyphens are written with underscores.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def fault(message: str, hint: str | None = None, origin: Origin | None = None) -> ValueError:
    """What a validator of ours raises: message, hint, and the place where it knows it better."""
    context = {"message": message, "hint": hint, "origin": origin}
    return PydanticCustomError(_OURS, "a fault in the data", context)


def already_told() -> ValueError:
    """What a validator of ours raises where the fault itself has been told."""
    return PydanticCustomError(_TOLD, "a fault that has been told")


def tell_again(faulty: DataFaulty, problems: Diagnostics) -> None:
    """Tell the fault of a value to whoever asks for it, so that nothing is made without it."""
    problems.extend(faulty.faults)
    if not faulty.faults:
        problems.error("this value cannot be read", faulty.origin, "mend it first")


def validate(model: type[Model], node: object, problems: Diagnostics) -> Model | None:
    """The data as a model; None where it is at fault, which has been told."""
    try:
        return model.model_validate(node, context={"problems": problems})
    except ValidationError as error:
        for details in error.errors(include_url=False):
            _tell(details, model, node, problems)
        return None


def problems_of(info: ValidationInfo) -> Diagnostics:
    """Where a validator tells what it finds and goes on."""
    context = info.context
    found = context.get("problems") if isinstance(context, dict) else None
    return found if isinstance(found, Diagnostics) else Diagnostics()


def origin_of(node: object) -> Origin | None:
    """The place of a piece of data, where it has one."""
    origin = getattr(node, "origin", None)
    return origin if isinstance(origin, Origin) else None


def truth_of(node: object) -> bool | None:
    """What `true` or `false` says; None for anything else."""
    return {"true": True, "false": False}.get(node) if isinstance(node, DataText) else None


def excerpt(node: object) -> str:
    """A piece of data, short enough to be shown in a message."""
    longest = 40
    match node:
        case DataMapping():
            return "{…}" if node else "{}"
        case DataSequence():
            return "[…]" if node else "[]"
        case DataNothing():
            return ""
    text = visible(str(node))
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _tell(
    details: ErrorDetails, model: type[BaseModel], node: object, problems: Diagnostics
) -> None:
    location = details["loc"]
    value = details["input"]
    kind = details["type"]
    if isinstance(value, DataFaulty) or kind == _TOLD:
        return
    key, parent = _key_at(node, location)
    place = origin_of(value) or origin_of(key) or origin_of(parent)
    # An item of a list has a number for a name; what a user knows is the name of the list.
    name = visible(next((step for step in reversed(location) if isinstance(step, str)), ""))
    if kind == "missing":
        known = parent if parent is not None else node
        problems.error(f"`{name}` is missing", origin_of(known), f"add `{name}: …`")
    elif kind == "extra_forbidden":
        fields = _fields_at(model, location[:-1])
        problems.error(
            f"there is no key `{name}` here", origin_of(key), nearest(str(location[-1]), fields)
        )
    elif isinstance(value, DataNothing):
        is_item = bool(location) and isinstance(location[-1], int)
        problems.error(
            f"an item of `{name}` is empty" if is_item else f"`{name}` has nothing after it",
            origin_of(key) or place,
            "give it a value, or take the item out"
            if is_item
            else "give it a value, or take the key out",
        )
    elif kind == _OURS:
        context = details["ctx"]
        problems.error(context["message"], context["origin"] or place, context["hint"])
    elif kind == "enum":
        expected = str(details.get("ctx", {}).get("expected", ""))
        known = [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
        problems.error(
            f"`{excerpt(value)}` is no value of `{name}`", place, nearest(str(value), known)
        )
    else:
        fault = _TYPE_FAULTS.get(kind, details["msg"])
        problems.error(f"`{excerpt(value)}` {fault}", place, _HINTS.get(kind))


def _key_at(node: object, location: Iterable[int | str]) -> tuple[object, object]:
    """The last key (or item) that a pydantic location names, and what it stands in."""
    key: object = None
    parent: object = None
    at = node
    for step in location:
        parent = at
        if isinstance(at, DataMapping):
            key = next((known for known in at if known == step), None)
            at = at.get(key) if isinstance(key, DataText) else None
        elif isinstance(at, DataSequence) and isinstance(step, int) and step < len(at):
            key = at = at[step]
        else:
            break
    return key, parent


def _fields_at(model: type[BaseModel], location: Iterable[int | str]) -> list[str]:
    """The keys that are known where an unknown one was found."""
    at: Any = model
    for step in location:
        if isinstance(step, int):
            continue
        field = at.model_fields.get(step)
        found = _model_in(field.annotation) if field else None
        if found is None:
            break
        at = found
    return [field.alias or name for name, field in at.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a type such as `Person | None` or `tuple[Person, ...]` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {Union, types.UnionType, tuple, list, dict}:
        return next(filter(None, map(_model_in, get_args(annotation))), None)
    return None
