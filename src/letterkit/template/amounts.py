"""Filters for dates and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from letterkit.document import Direction, Phrase, Value
from letterkit.template.given import (
    date_in,
    day_or_year_in,
    flag_in,
    limit_in,
    number_in,
    sources_of,
    whole_number_in,
    word_in,
)
from letterkit.template.values import FilterError, computed

if TYPE_CHECKING:
    from letterkit.language.profile import Profile

_HINT_OF_FRACTIONS = (
    'as in `1500`; what has a fraction is measured, as in `1.5 | unit("year", "name")`'
)


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
        calendar: str = "gregorian",
    ) -> Phrase:
        """A date as the locale writes it; text is read as ISO 8601 (2016-02-24)."""
        from letterkit.language.dates import in_calendar

        text = in_calendar(
            self._profile,
            day_or_year_in("date", value, style),
            word_in("date", "calendar", calendar) or "gregorian",
            word_in("date", "style", style) or "long",
            months=word_in("date", "months", months),
            digits=word_in("date", "digits", digits),
        )
        if style == "iso":  # figures parted by hyphens would turn about within Arabic
            return Phrase.of(Value(text, sources=sources_of(value), direction=Direction.LTR))
        return computed(text, sources_of(value))

    def hijri(self, value: object, *, digits: str | None = None) -> Phrase:
        """A date in the Islamic calendar (Umm al-Qura)."""
        from letterkit.language.dates import format_hijri

        return computed(
            format_hijri(
                self._profile, date_in("hijri", value), digits=word_in("hijri", "digits", digits)
            ),
            sources_of(value),
        )

    def number(self, value: object, *, digits: str | None = None) -> Phrase:
        """A number in the locale's digits and signs."""
        from letterkit.language.numbers import format_number

        number = number_in("number", value)
        text = format_number(self._profile, number, digits=word_in("number", "digits", digits))
        return computed(text, sources_of(value))

    def percent(self, value: object, *, words: bool = False, digits: str | None = None) -> Phrase:
        """97 as 97% or %97; in `words` 97 per cent, yüzde 97."""
        from letterkit.language.numbers import format_percent

        return computed(
            format_percent(
                self._profile,
                number_in("percent", value),
                words=flag_in("percent", "words", words),
                digits=word_in("percent", "digits", digits),
            ),
            sources_of(value),
        )

    def ordinal(
        self,
        value: object,
        *,
        gender: str = "masculine",
        case: str = "nominative",
        words: bool = False,
        digits: str | None = None,
    ) -> Phrase:
        """3 as 3rd or 3’üncü; `gender` is that of the noun beside it, where the language asks."""
        from letterkit.language.nouns import case_named
        from letterkit.language.numbers import format_ordinal

        return computed(
            format_ordinal(
                self._profile,
                whole_number_in("ordinal", value),
                gender=word_in("ordinal", "gender", gender) or "masculine",
                oblique=case_named(word_in("ordinal", "case", case) or "nominative")
                != "nominative",
                words=flag_in("ordinal", "words", words),
                digits=word_in("ordinal", "digits", digits),
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
        adjective: str | None = None,
        digits: str | None = None,
        words_up_to: int | None = None,
    ) -> Phrase:
        """A number and its noun, agreeing; of signatories without a noun, how many they are.

        `words_up_to` is the largest number to be written in words.
        """
        from letterkit.language.nouns import counted, of_both

        limit = limit_in("counted", "words_up_to", words_up_to)
        if noun is None and isinstance(value, Counted):
            chosen = word_in("counted", "case", case) or "nominative"
            both = of_both(
                self._profile,
                value.organisations,
                value.individuals,
                case=chosen,
                words_up_to=limit,
            )
            return computed(str(both))
        if noun is None:
            raise FilterError("`counted` takes a noun", hint='as in `counted("organisation")`')
        return computed(
            counted(
                self._profile,
                whole_number_in("counted", value, _HINT_OF_FRACTIONS),
                word_in("counted", "noun", noun) or "",
                case=word_in("counted", "case", case) or "nominative",
                adjective=word_in("counted", "adjective", adjective),
                digits=word_in("counted", "digits", digits),
                words_up_to=limit,
            ),
            sources_of(value),
        )
