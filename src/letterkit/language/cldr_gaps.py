"""What the CLDR, as Babel has it, knows of a language, and where that is thin.

What a language lacks there comes from its root, which is of no language: months called M01, a list
without a word for “and”. A locale file can give all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.language import casing
from letterkit.language.conventions import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import babel

_ENGLISH = "en"
_ROOT_MONTH = "M01"
_ROOT_FULL_DATE = "y MMMM d, EEEE"
_CURRENCIES = ("USD", "EUR")  # what any language that has names of currencies names
_COMMON_LANGUAGES = ("ar", "en", "fr")
_FEW = 5
# Codes of the CLDR that are those of no country or territory of ISO 3166.
_NO_COUNTRIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that the CLDR does not know of a language, and the key of a locale file for it."""

    message: str
    key: str


def cldr_locale(locale: str) -> babel.Locale | None:
    """The CLDR's locale of this name (`pt-BR`), else of its language, if it knows either."""
    import babel

    for name in (locale, locale.partition("-")[0]):
        try:
            return babel.Locale.parse(name, sep="-")
        except (babel.UnknownLocaleError, ValueError):
            continue
    return None


def likely_region(language: str) -> str | None:
    """Where most of those who speak a language live, by the CLDR: IQ for `ckb`."""
    from babel.core import get_global

    likely = get_global("likely_subtags").get(language)
    region = str(likely).rpartition("_")[2] if likely else ""
    return region if region and region not in {"001", "ZZ"} else None


def knows_region(language: str, region: str) -> bool:
    """Whether the CLDR knows the customs of those who speak a language in a region."""
    import babel

    try:
        return str(babel.Locale.parse(f"{language}-{region}", sep="-").territory) == region
    except (babel.UnknownLocaleError, ValueError):
        return False


def code_of(english: str) -> str | None:
    """The code of a language that somebody calls by its English name."""
    wanted = casing.lower(english.strip(), _ENGLISH)
    return next(
        (
            str(code)
            for code, name in _english().languages.items()
            if casing.lower(str(name), _ENGLISH) == wanted
        ),
        None,
    )


def gaps(locale: babel.Locale) -> list[Gap]:
    """All that is thin, in the order in which a locale file would give it."""
    found: list[Gap] = []
    if locale.default_numbering_system not in DIGITS:
        message = f"letterkit has no digits `{locale.default_numbering_system}`, so 123 is printed"
        found.append(Gap(message, "digits"))
    names = (_gap(locale, lack, key) for lack, key in _names(locale))
    return [*found, *gaps_in_words(locale), *names]


def gaps_in_words(locale: babel.Locale) -> list[Gap]:
    """What is thin of dates, lists and plurals, without which letters are in no language."""
    return [_gap(locale, lack, key) for lack, key in _words(locale)]


def _gap(locale: babel.Locale, lack: str, key: str) -> Gap:
    return Gap(f"the CLDR’s data for `{locale.language}` {lack}", key)


def _words(locale: babel.Locale) -> Iterator[tuple[str, str]]:
    """What is lacking of dates, lists and plurals, and its key."""
    english = _english()
    own = locale.language == _ENGLISH
    if str(locale.months["format"]["wide"][1]) == _ROOT_MONTH:
        yield "has no names of months", "dates.month-names"
    if not own and locale.days["format"]["wide"][0] in {"Mon", english.days["format"]["wide"][0]}:
        yield "has no names of the days of the week", "dates.weekdays"
    formats = locale.date_formats
    if str(formats["full"].pattern) == _ROOT_FULL_DATE:
        yield "has no order of its own for dates: 2016-02-24", "dates.patterns"
    lists = locale.list_patterns
    if str(lists["standard"]["2"]) == "{0}, {1}":
        yield "has a list without a word for “and”", "lists.and"
    if not own and str(lists["or"]["2"]) == str(english.list_patterns["or"]["2"]):
        yield "has a list without a word for “or”", "lists.or"
    if not locale.plural_form.tags:
        yield "has no plural categories: a noun has one form after every number", "nouns"


def _names(locale: babel.Locale) -> Iterator[tuple[str, str]]:
    """What is lacking of names, and its key."""
    if any(code not in locale.currencies for code in _CURRENCIES):
        yield "has no names of currencies", "currencies"
    if any(code not in locale.languages for code in _COMMON_LANGUAGES):
        yield "has no names of languages", "languages"
    lacking = [
        str(name)
        for code, name in _english().territories.items()
        if str(code).isalpha() and code not in locale.territories and code not in _NO_COUNTRIES
    ]
    if lacking:
        told = ", ".join(lacking[:_FEW]) + (", …" if len(lacking) > _FEW else "")
        number = "one country" if len(lacking) == 1 else f"{len(lacking)} countries"
        yield f"has no names of {number} ({told})", "countries"


def has_arabic_comma(locale: babel.Locale) -> bool:
    """Whether the lists of a language have the Arabic comma between their items."""
    return "،" in str(locale.list_patterns["standard"]["middle"])


def _english() -> babel.Locale:
    import babel

    return babel.Locale.parse(_ENGLISH)
