"""Filters for dates and numbers."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from letterkit.document import Inline, Phrase
from letterkit.sources.nodes import DataText
from letterkit.template.values import FilterError, computed

if TYPE_CHECKING:
    from letterkit.diagnostics import Origin
    from letterkit.language.profile import Profile

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


def whole_number_in(name: str, value: object) -> int:
    """A number without a fraction."""
    number = number_in(name, value)
    if not math.isfinite(number) or number != int(number):
        raise FilterError(f"`{name}` takes a whole number, not `{number}`", hint="as in `1500`")
    return int(number)


def sources_of(value: object) -> tuple[Origin, ...]:
    """Where a value was written, if it is data."""
    return (value.origin,) if isinstance(value, DataText) else ()


@runtime_checkable
class Counted(Protocol):
    """Organisations and individuals who are counted together, as those who sign a letter."""

    @property
    def organisations(self) -> int:
        """How many organisations they are."""

    @property
    def individuals(self) -> int:
        """How many persons they are."""


class Amounts:
    """Dates, numbers, percentages, ordinals, counted nouns."""

    METHODS = (
        "date",
        "hijri",
        "number",
        "percent",
        "ordinal",
        "round_down",
        "counted",
        "more_than",
    )

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def date(
        self,
        value: object,
        style: str = "long",
        *,
        months: str | None = None,
        digits: str | None = None,
    ) -> Phrase:
        """A date as the locale writes it; text is read as ISO 8601 (2016-02-24)."""
        from letterkit.language.dates import format_date

        return computed(
            format_date(
                self._profile,
                _date_in("date", value),
                _word("date", "style", style) or "long",
                months=_word("date", "months", months),
                digits=_word("date", "digits", digits),
            ),
            sources_of(value),
        )

    def hijri(self, value: object, *, digits: str | None = None) -> Phrase:
        """A date in the Islamic calendar (Umm al-Qura)."""
        from letterkit.language.dates import format_hijri

        return computed(
            format_hijri(
                self._profile, _date_in("hijri", value), digits=_word("hijri", "digits", digits)
            ),
            sources_of(value),
        )

    def number(self, value: object, *, digits: str | None = None) -> Phrase:
        """A number in the locale's digits and signs."""
        from letterkit.language.numbers import format_number

        number = number_in("number", value)
        text = format_number(self._profile, number, digits=_word("number", "digits", digits))
        return computed(text, sources_of(value))

    def percent(self, value: object, *, digits: str | None = None) -> Phrase:
        """97 as 97% or %97."""
        from letterkit.language.numbers import format_percent

        return computed(
            format_percent(
                self._profile,
                number_in("percent", value),
                digits=_word("percent", "digits", digits),
            ),
            sources_of(value),
        )

    def ordinal(
        self, value: object, *, gender: str = "masculine", digits: str | None = None
    ) -> Phrase:
        """3 as 3rd or 3’üncü; `gender` is that of the noun beside it, where the language asks."""
        from letterkit.language.numbers import format_ordinal

        return computed(
            format_ordinal(
                self._profile,
                whole_number_in("ordinal", value),
                gender=_word("ordinal", "gender", gender) or "masculine",
                digits=_word("ordinal", "digits", digits),
            ),
            sources_of(value),
        )

    def round_down(self, value: object, step: object) -> int:
        """The round number strictly below: 218 is 200 with a step of 100."""
        from letterkit.language.numbers import round_down

        size = whole_number_in("round_down", step)
        if size < 1:
            raise FilterError(
                f"`round_down` cannot go by steps of `{size}`", hint="as in `round_down(100)`"
            )
        return round_down(whole_number_in("round_down", value), size)

    def counted(
        self,
        value: object,
        noun: str | None = None,
        *,
        case: str = "nominative",
        digits: str | None = None,
    ) -> Phrase:
        """A number and its noun, agreeing; of signatories without a noun, how many they are."""
        from letterkit.language.nouns import counted, of_both

        if noun is None and isinstance(value, Counted):
            chosen = _word("counted", "case", case) or "nominative"
            both = of_both(self._profile, value.organisations, value.individuals, case=chosen)
            return computed(str(both))
        if noun is None:
            raise FilterError("`counted` takes a noun", hint='as in `counted("organisation")`')
        return computed(
            counted(
                self._profile,
                whole_number_in("counted", value),
                _word("counted", "noun", noun) or "",
                case=_word("counted", "case", case) or "nominative",
                digits=_word("counted", "digits", digits),
            ),
            sources_of(value),
        )

    def more_than(self, value: object, noun: str | None = None) -> Phrase:
        """More than that number, with its noun or alone."""
        from letterkit.language.nouns import more_than

        return computed(
            more_than(
                self._profile,
                whole_number_in("more_than", value),
                _word("more_than", "noun", noun),
            ),
            sources_of(value),
        )


def _date_in(name: str, value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        from letterkit.language.dates import DateError, parse_date

        try:
            return parse_date(value.strip())
        except DateError as error:
            raise FilterError(f"`{name}` takes a date, not `{value}`", hint=str(error)) from None
    if isinstance(value, Phrase | Inline):
        raise FilterError(
            f"`{name}` takes a date, not what another filter made of it",
            hint=f"put `| {name}` right after the date",
        )
    raise FilterError(f"`{name}` takes a date", hint="as in `2016-02-24`")


def _word(name: str, option: str, value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise FilterError(f"`{name}` takes text as its `{option}`", hint=f'as in `{option}="…"`')
