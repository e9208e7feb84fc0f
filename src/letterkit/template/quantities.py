"""Filters that say amounts in words: comparisons, ranges, money, measures, times of day."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from letterkit.document import Phrase, Value
from letterkit.language.bidi import value_direction
from letterkit.template.given import (
    day_or_year_in,
    flag_in,
    limit_in,
    number_in,
    sources_of,
    whole_number_in,
    word_in,
)
from letterkit.template.values import FilterError, computed, phrase_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from letterkit.language.profile import Profile

COMPARISONS = ("more_than", "at_least", "at_most", "fewer_than", "nearly", "about")
"""The filters that compare; with hyphens they are the keys of `Profile.comparisons`."""


class Quantities:
    """Comparisons, numbers in words, ranges and periods, money, measures, times."""

    METHODS = ("spelled", "to", "money", "unit", "time")

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def filters(self) -> dict[str, Callable[..., Phrase]]:
        """All of them by the names that expressions use."""
        methods = {name: getattr(self, name) for name in self.METHODS}
        return methods | {name: self._comparison(name) for name in COMPARISONS}

    def _comparison(self, name: str) -> Callable[..., Phrase]:
        def compared(
            value: object,
            noun: str | None = None,
            *,
            adjective: str | None = None,
            digits: str | None = None,
            words_up_to: int | None = None,
        ) -> Phrase:
            from letterkit.language import nouns

            text = nouns.compared(
                self._profile,
                name.replace("_", "-"),
                whole_number_in(name, value),
                word_in(name, "noun", noun),
                adjective=word_in(name, "adjective", adjective),
                digits=word_in(name, "digits", digits),
                words_up_to=limit_in(name, "words_up_to", words_up_to),
            )
            return computed(text, sources_of(value))

        return compared

    def spelled(
        self,
        value: object,
        noun: str | None = None,
        *,
        case: str = "nominative",
        gender: str = "masculine",
        adjective: str | None = None,
    ) -> Phrase:
        """A number in words, with its noun or alone; `gender` is that of what is counted."""
        from letterkit.language.nouns import case_named, spelled
        from letterkit.language.numbers_in_words import number_in_words

        number = whole_number_in("spelled", value, "print fractions in digits, by `number`")
        chosen = case_named(word_in("spelled", "case", case) or "nominative")
        name = word_in("spelled", "noun", noun)
        if name is None:
            of_what = word_in("spelled", "gender", gender) or "masculine"
            text = number_in_words(self._profile, number, gender=of_what, case=chosen)
        else:
            text = spelled(
                self._profile,
                number,
                name,
                case=chosen,
                adjective=word_in("spelled", "adjective", adjective),
            )
        return computed(text, sources_of(value))

    def to(
        self,
        value: object,
        end: object,
        style: str | None = None,
        *,
        noun: str | None = None,
        adjective: str | None = None,
        form: str | None = None,
        months: str | None = None,
        digits: str | None = None,
    ) -> Phrase:
        """From one number to another, or from one day to another: 10–15, 1–16 February 2016."""
        from letterkit.language.intervals import format_period, format_range

        chosen, figures = word_in("to", "style", style), word_in("to", "digits", digits)
        if form != "year" and _is_number(value) and _is_number(end):
            _only("to", "dates", form=form, months=months)
            text = format_range(
                self._profile,
                number_in("to", value),
                number_in("to", end),
                chosen,
                noun=word_in("to", "noun", noun),
                adjective=word_in("to", "adjective", adjective),
                digits=figures,
            )
        else:
            _only("to", "numbers", noun=noun, adjective=adjective)
            text = format_period(
                self._profile,
                day_or_year_in("to", value, form),
                day_or_year_in("to", end, form),
                chosen,
                form=word_in("to", "form", form) or "long",
                months=word_in("to", "months", months),
                digits=figures,
            )
        # Figures alone run as the language does, so that the first stands where reading begins.
        direction = value_direction(text) or self._profile.direction
        return Phrase.of(
            Value(text, sources=(*sources_of(value), *sources_of(end)), direction=direction)
        )

    def money(
        self,
        value: object,
        currency: str,
        style: str | None = None,
        *,
        case: str = "nominative",
        digits: str | None = None,
    ) -> Phrase:
        """An amount of money; `currency` is its ISO 4217 code."""
        from letterkit.language.measures import format_money

        text = format_money(
            self._profile,
            number_in("money", value),
            word_in("money", "currency", currency) or "",
            word_in("money", "style", style),
            case=word_in("money", "case", case) or "nominative",
            digits=word_in("money", "digits", digits),
        )
        return computed(text, sources_of(value))

    def unit(
        self,
        value: object,
        unit: str,
        style: str | None = None,
        *,
        case: str = "nominative",
        digits: str | None = None,
    ) -> Phrase:
        """A measure; `unit` is its name in CLDR, as `kilometer`."""
        from letterkit.language.measures import format_unit

        text = format_unit(
            self._profile,
            number_in("unit", value),
            word_in("unit", "unit", unit) or "",
            word_in("unit", "style", style),
            case=word_in("unit", "case", case) or "nominative",
            digits=word_in("unit", "digits", digits),
        )
        return computed(text, sources_of(value))

    def time(
        self,
        value: object,
        *,
        place: object = None,
        zone: bool = False,
        digits: str | None = None,
    ) -> Phrase:
        """The time of day: 10:00; with its zone, and with the place whose time it is."""
        from letterkit.language import dates

        moment = _moment_in("time", value)
        figures = word_in("time", "digits", digits)
        if (place is not None or flag_in("time", "zone", zone)) and moment.tzinfo is None:
            raise FilterError(
                "`time` was given a time of day that does not say its zone",
                hint="write it with its zone, as in `2016-02-24T10:00+02:00`",
            )
        if place is not None:
            where = phrase_of(place, self._profile)
            return dates.local_time(self._profile, moment, where, digits=figures)
        text = dates.format_time(self._profile, moment, digits=figures)
        if zone:
            text = f"{text} ({dates.format_offset(moment)})"
        return computed(text, sources_of(value))


def _is_number(value: object) -> bool:
    try:
        number_in("to", value)
    except FilterError:
        return False
    return True


def _only(name: str, what: str, **options: object) -> None:
    for option, given in options.items():
        if given is not None:
            raise FilterError(f"`{option}` of `{name}` is for {what}", hint=f"leave `{option}` out")


def _moment_in(name: str, value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, str):
        from letterkit.language.dates import DateError, parse_moment

        try:
            return parse_moment(value.strip())
        except DateError as error:
            raise FilterError(
                f"`{name}` takes a day and time, not `{value}`", hint=str(error)
            ) from None
    raise FilterError(f"`{name}` takes a day and time", hint="as in `2016-02-24T10:00+02:00`")
