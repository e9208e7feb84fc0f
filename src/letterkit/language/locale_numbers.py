"""Reading of how a locale prints numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.language.arabic_numbers import HUNDREDS
from letterkit.language.conventions import Numbers
from letterkit.language.french_numbers import TENS, TENS_BY_REGION
from letterkit.language.locale_nouns import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import babel

    from letterkit.language.locale_file import Section

MONEY_STYLES = ("symbol", "name", "code")
UNIT_STYLES = ("symbol", "name")
NUMBER_KEYS = (
    *("group", "decimal", "grouping-from", "percent", "percent-words", "ordinal"),
    *("ordinal-feminine", "money", "money-code", "units", "words-up-to", "hundred", "tens"),
)
_NUMBERS = Numbers()


def read_numbers(told: Section, locale: babel.Locale) -> Numbers:
    """The section `numbers` of a locale file; what is faulty in it is told and left out."""
    return Numbers(
        group=told.text("group"),
        decimal=told.text("decimal"),
        grouping_from=int(told.number("grouping-from") or _NUMBERS.grouping_from),
        percent=told.pattern("percent", ("number",)),
        ordinals=_ordinals(told, "ordinal"),
        feminine_ordinals=_ordinals(told, "ordinal-feminine"),
        percent_words=told.pattern("percent-words", ("number",)),
        money=told.choice("money", MONEY_STYLES) or _NUMBERS.money,
        money_code=told.pattern("money-code", ("number", "code")),
        units=told.choice("units", UNIT_STYLES) or _NUMBERS.units,
        words_up_to=int(told.number("words-up-to") or _NUMBERS.words_up_to),
        hundred=told.choice("hundred", HUNDREDS) or _NUMBERS.hundred,
        tens=_tens(told, locale),
    )


def _tens(told: Section, locale: babel.Locale) -> tuple[str, ...]:
    """The French tens of the file, else of the region."""
    tens = told.texts("tens")
    if tens is None:
        by_region = TENS_BY_REGION if locale.language == "fr" else {}
        return by_region.get(locale.territory or "", ())
    for word in tens:
        if word not in TENS:
            told.problems.error(
                f"`{word}` is no value of `{told.name_of('tens')}`",
                told.origin("tens"),
                nearest(word, TENS),
            )
    return tuple(word for word in tens if word in TENS)


def _ordinals(numbers: Section, key: str) -> Mapping[str, str] | None:
    told = numbers.section(key, CATEGORIES)
    patterns = {
        category: pattern
        for category in CATEGORIES
        if (pattern := told.pattern(category, ("number",))) is not None
    }
    return patterns or None
