"""Numbers as a locale prints them: CLDR by Babel, with what the locale file says laid over it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.language import arabic_numbers, turkish
from letterkit.language.conventions import DIGITS, Grammar
from letterkit.language.errors import LanguageError
from letterkit.language.numbers_in_words import is_feminine, ordinal_in_words, whole_number
from letterkit.language.plurals import ordinal_category

if TYPE_CHECKING:
    from letterkit.language.profile import Profile

_LARGEST_USUAL_IN_WORDS = 99
"""The largest ordinal that Arabic writes in words unless told otherwise."""
_LATIN = "latn"
_ARABIC_INDIC = frozenset({"arab", "arabext"})
_ARABIC_SIGNS = {"group": "٬", "decimal": "٫", "percent": "٪"}


def in_digits(profile: Profile, text: str, digits: str | None = None) -> str:
    """Text with its digits 0 to 9 replaced by those of the locale, or of the system asked for.

    `digits` is the name of a CLDR numbering system (`latn`, `arab`, …). Raises `LanguageError`.
    """
    system = _system(profile, digits)
    if system == _LATIN:
        return text
    zero = ord(DIGITS[system])
    return text.translate({ord("0") + place: zero + place for place in range(10)})


def format_number(profile: Profile, number: float | Decimal, *, digits: str | None = None) -> str:
    """A number with its digits grouped: 1,500 in English, 1.500 in Turkish, 1500 in Arabic.

    All decimals that the number has are printed. Raises `LanguageError` for what is no number.
    """
    value = exact(number)
    system = _system(profile, digits)
    sign, whole, decimals = _parts(value)
    group, decimal = _signs(profile, system)
    if value.copy_abs() >= profile.numbers.grouping_from:
        whole = _grouped(profile, whole).replace(",", group)
    text = f"{sign}{whole}{decimal}{decimals}" if decimals else sign + whole
    return in_digits(profile, text, system)


def format_percent(
    profile: Profile,
    number: float | Decimal,
    *,
    words: bool = False,
    digits: str | None = None,
) -> str:
    """A number of hundredths with its sign: 97 is 97% in English, %97 in Turkish.

    In `words` it is 97 per cent, yüzde 97; with the sign still where the language has none.
    """
    pattern = profile.numbers.percent
    if words and profile.numbers.percent_words is not None:
        pattern = profile.numbers.percent_words
    if pattern is None:
        cldr = profile.babel.percent_formats[None]
        pattern = f"{cldr.prefix[0]}{{number}}{cldr.suffix[0]}"
    if _system(profile, digits) in _ARABIC_INDIC:
        pattern = pattern.replace("%", _ARABIC_SIGNS["percent"])
    return pattern.replace("{number}", format_number(profile, number, digits=digits))


def format_ordinal(
    profile: Profile,
    number: int,
    *,
    gender: str = "masculine",
    oblique: bool = False,
    words: bool = False,
    digits: str | None = None,
) -> str:
    """A number that says a place in a row: 3rd, 3’üncü, الثالث; in `words` third, üçüncü.

    `gender` is that of the noun beside it (`masculine`, `feminine`) and `oblique` its case, where
    the language asks; Arabic writes the ordinals to 99 in words anyway. Raises `LanguageError`.
    """
    feminine = is_feminine(gender)
    whole = whole_number(number)
    if words:
        return ordinal_in_words(profile, whole, feminine=feminine, oblique=oblique)
    if profile.grammar is Grammar.ARABIC and 1 <= whole <= _LARGEST_USUAL_IN_WORDS:
        return arabic_numbers.ordinal_words(whole, feminine=feminine, oblique=oblique)
    printed = format_number(profile, whole, digits=digits)
    if profile.grammar is Grammar.ARABIC:
        return f"الـ{printed}"
    if profile.grammar is Grammar.TURKISH:
        return in_digits(profile, turkish.ordinal(format_number(profile, whole)), digits)
    numbers = profile.numbers
    beside_feminine = numbers.feminine_ordinals if feminine else None
    patterns = {**(numbers.ordinals or {}), **(beside_feminine or {})}
    category = ordinal_category(profile, whole)
    pattern = patterns.get(category) or patterns.get("other") or "{number}."
    return pattern.replace("{number}", printed)


def round_down(number: int, step: int) -> int:
    """The multiple of `step` strictly below a number: 218 gives 200, and 200 gives 100.

    So “more than …” before it is true. Raises `LanguageError` where none is left above or at zero.
    """
    whole = whole_number(number)
    if whole_number(step) <= 0:
        raise LanguageError(
            f"cannot round down to multiples of `{step}`", hint="use a whole number above zero"
        )
    if whole <= 0:
        raise LanguageError(f"there is no round number below `{number}`")
    return (whole - 1) // step * step


def _system(profile: Profile, digits: str | None) -> str:
    system = profile.digits if digits is None else digits
    if system not in DIGITS:
        raise LanguageError(f"there are no digits named `{system}`", hint=nearest(system, DIGITS))
    return system


def exact(number: object) -> Decimal:
    """A number without the noise of binary fractions: 2.0 is 2, and 0.1 no more than that."""
    if isinstance(number, bool) or not isinstance(number, int | float | Decimal):
        raise LanguageError(
            f"`{number}` is not a number", hint="declare the variable as `integer` in the template"
        )
    value = Decimal(repr(number)) if isinstance(number, float) else Decimal(number)
    if not value.is_finite():
        raise LanguageError(f"`{number}` is not a number that can be printed")
    if isinstance(number, float) and number.is_integer():
        return Decimal(int(number))
    return value


def _parts(value: Decimal) -> tuple[str, str, str]:
    text = f"{value.copy_abs():f}"  # `abs` would round to 28 digits
    whole, _, decimals = text.partition(".")
    return "−" if value < 0 else "", whole, decimals


def _signs(profile: Profile, system: str) -> tuple[str, str]:
    """The marks between groups of digits and before decimals."""
    if system in _ARABIC_INDIC:
        return _ARABIC_SIGNS["group"], _ARABIC_SIGNS["decimal"]
    cldr = profile.babel.number_symbols.get(_LATIN, {})
    numbers = profile.numbers
    group = cldr.get("group", ",") if numbers.group is None else numbers.group
    decimal = cldr.get("decimal", ".") if numbers.decimal is None else numbers.decimal
    return group, decimal


def _grouped(profile: Profile, whole: str) -> str:
    """Digits in CLDR's groups (by three, in India by three and then by two), parted by commas."""
    first, then = profile.babel.decimal_formats[None].grouping
    groups: list[str] = []
    size = first
    while len(whole) > size:
        groups.append(whole[-size:])
        whole = whole[:-size]
        size = then
    return ",".join([whole, *reversed(groups)])
