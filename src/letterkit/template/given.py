"""What filters are given: numbers, days, words, `true` and `false`; anything else is told.

All of these raise `FilterError`, which names the filter and says how it is written.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from letterkit.document import Inline, Phrase
from letterkit.sources.nodes import DataText
from letterkit.template.values import FilterError

if TYPE_CHECKING:
    from letterkit.diagnostics import Origin

_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?\Z")


def number_in(name: str, value: object) -> int | float | Decimal:
    """The number that a value is, or that its text says in plain digits."""
    if isinstance(value, bool):
        pass
    elif isinstance(value, int | float | Decimal):
        return value
    elif isinstance(value, str):
        if _NUMBER.match(text := value.strip()):
            return Decimal(text) if "." in text else int(text)
        raise FilterError(
            f"`{name}` takes a number, not `{value}`",
            hint="a number is written in plain digits, as `1500` or `2.5`",
        )
    elif isinstance(value, Phrase | Inline):
        raise FilterError(
            f"`{name}` takes a number, not what another filter made of it",
            hint=f"put `| {name}` right after the number",
        )
    raise FilterError(f"`{name}` takes a number", hint="as in `1500`, or a variable that is one")


def whole_number_in(name: str, value: object, hint: str = "as in `1500`") -> int:
    """A number without a fraction."""
    number = number_in(name, value)
    if not math.isfinite(number) or number != int(number):
        raise FilterError(f"`{name}` takes a whole number, not `{number}`", hint=hint)
    return int(number)


def sources_of(value: object) -> tuple[Origin, ...]:
    """Where a value was written, if it is data."""
    return (value.origin,) if isinstance(value, DataText) else ()


def date_in(name: str, value: object) -> date:
    """The day that a value is, or that its text says by ISO 8601, with a time of day or without."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        from letterkit.language.dates import DateError, parse_date, parse_moment

        text = value.strip()
        try:
            return parse_moment(text).date() if ":" in text else parse_date(text)
        except DateError as error:
            raise FilterError(f"`{name}` takes a date, not `{value}`", hint=str(error)) from None
    if isinstance(value, Phrase | Inline):
        raise FilterError(
            f"`{name}` takes {'numbers or days' if name == 'to' else 'a date'}, not what another"
            " filter made of it",
            hint=f"put `| {name}` right after the {'first of the two' if name == 'to' else 'date'}",
        )
    raise FilterError(f"`{name}` takes a date", hint="as in `2016-02-24`")


def day_or_year_in(name: str, value: object, style: str | None) -> date:
    """A day; where the year alone is to be printed, a number that is one."""
    if style == "year" and not isinstance(value, date):
        try:
            return date(whole_number_in(name, value), 1, 1)
        except (FilterError, ValueError):
            pass
    return date_in(name, value)


def word_in(name: str, option: str, value: object) -> str | None:
    """The text that an option was given."""
    if value is None or isinstance(value, str):
        return value
    raise FilterError(f"`{name}` takes text as its `{option}`", hint=f'as in `{option}="…"`')


def flag_in(name: str, option: str, value: object) -> bool:
    """The `true` or `false` that an option was given."""
    if isinstance(value, bool):
        return value
    raise FilterError(
        f"`{option}` of `{name}` is `true` or `false`, not `{value}`",
        hint=f"as in `{name}({option}=true)`",
    )


def limit_in(name: str, option: str, value: object) -> int | None:
    """The number, from zero on, that an option was given."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    raise FilterError(
        f"`{option}` of `{name}` is a whole number, not `{value}`",
        hint=f"as in `{name}(…, {option}=9)`, or 0 for digits",
    )
