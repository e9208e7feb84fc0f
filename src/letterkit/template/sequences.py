"""Filters of Jinja's that go through a list, made fit for the values of a letter."""

from __future__ import annotations

from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, Undefined, pass_environment
from jinja2.filters import FILTERS, make_attrgetter

from letterkit.template.given import number_in
from letterkit.template.values import FilterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_CHOOSING = ("map", "reject", "rejectattr", "select", "selectattr")


def sequence_filters() -> Mapping[str, Callable[..., object]]:
    """`map`, `select` and their like, which give a list, and `max` and `min`, which measure."""
    return {
        **{name: _listing(FILTERS[name]) for name in _CHOOSING},
        "max": _extreme("max", max),
        "min": _extreme("min", min),
    }


def _listing(choose: Callable[..., Iterable[object]]) -> Callable[..., object]:
    """Jinja gives a generator, which has no end and no length for the filter that follows."""

    @wraps(choose)
    def listed(*arguments: object, **options: object) -> list[object]:
        return list(choose(*arguments, **options))

    return listed


def _extreme(name: str, choose: Callable[..., object]) -> Callable[..., object]:
    @pass_environment
    def extreme(
        environment: Environment, items: Iterable[object], attribute: str | int | None = None
    ) -> object:
        field = make_attrgetter(environment, attribute)
        found = [(item, field(item)) for item in items]
        if not found:
            raise FilterError(
                f"`{name}` was given an empty list", hint="say what to do without: `… if … else …`"
            )
        return choose(found, key=lambda pair: _measure(name, pair[1]))[0]  # type: ignore[index]  # a pair

    return extreme


def _measure(name: str, value: Any) -> Any:
    """What a value is compared by: a date, a number, or the number that a text says."""
    if isinstance(value, Undefined):
        str(value)  # tells which name is missing
    return value if isinstance(value, date) else number_in(name, value)
