"""From … to …: periods of time and ranges of numbers.

Which fields of a date are said once is CLDR's (UTS #35, interval formats): 1–16 February 2016,
28 January – 3 February 2016. The words around them are the locale file's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.document import Text
from letterkit.language import turkish
from letterkit.language.arabic import ArabicNoun
from letterkit.language.dates import format_date, format_pattern, pattern_of
from letterkit.language.errors import LanguageError
from letterkit.language.locale_words import RANGE_PHRASES
from letterkit.language.nouns import counted, noun_named
from letterkit.language.numbers import exact, format_number
from letterkit.language.numbers_in_words import whole_number
from letterkit.language.phrases import NO_BREAK_SPACE, fill

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from letterkit.language.profile import Profile

RANGE_STYLES = ("dash", *RANGE_PHRASES)

_DASH = "–"
_SKELETONS = {"long": "yMMMd", "day-month": "MMMd", "month-year": "yMMMM", "year": "y"}
_SEPARATOR = re.compile(r"[\s–—-]+\Z")
_SHORT_MONTH = re.compile(r"(?<![ML])([ML])\1{2}(?![ML])")
_HAS_DAY = re.compile(r"(?<![A-Za-z'])d")
_DAY_FIRST = re.compile(
    r"(?P<day>d+[^\s']*)(?P<month>.*?[ML]+.*?)(?P<year>\W+(?:'[^']*'\W*)?y+\S*)?"
)


def format_period(
    profile: Profile,
    start: date,
    end: date,
    style: str | None = None,
    *,
    form: str = "long",
    months: str | None = None,
    digits: str | None = None,
) -> str:
    """A period, both days included: 1–16 February 2016, بين 1 و16 شباط/فبراير 2016.

    `style` is `dash`, `from` (from 1 to 16 …) or `between`, else what the locale file says; `form`
    is a style of dates, in which what both have in common is said once. Raises `LanguageError` for
    a period that ends before it begins.
    """
    if end < start:
        raise LanguageError(
            f"the period ends on `{end.isoformat()}`, before it begins on `{start.isoformat()}`",
            hint="give the earlier day first",
        )
    chosen = _style(profile, style)
    whole = pattern_of(profile, form)
    one = format_date(profile, start, form, months=months, digits=digits)
    other = format_date(profile, end, form, months=months, digits=digits)
    if one == other:
        return one
    difference = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    if chosen in RANGE_PHRASES and profile.ranges.phrases[chosen].start_case and difference == "d":
        difference = "M"  # a case ending needs more than the number of a day: 1 Şubat’tan
    first, second = _sides(profile, form, difference)
    printed = format_pattern(profile, start, first, within=whole, months=months, digits=digits)
    return _joined(
        profile,
        chosen,
        printed,
        format_pattern(profile, end, second, within=whole, months=months, digits=digits),
        # Between two days of a month the dash stands without spaces: February 1–16, 2016.
        days=_HAS_DAY.search(whole) is not None,
        tight=(difference == "d" and (first, second) != (whole, whole)) or " " not in printed,
    )


def format_range(
    profile: Profile,
    start: float | Decimal,
    end: float | Decimal,
    style: str | None = None,
    *,
    noun: str | None = None,
    adjective: str | None = None,
    digits: str | None = None,
) -> str:
    """A range of numbers, with a noun that follows the last: 10–15 days, من 10 إلى 15 يومًا.

    Styles are those of periods. Raises `LanguageError` for a range that ends below its beginning.
    """
    chosen = _style(profile, style)
    low, high = exact(start), exact(end)
    if high < low:
        raise LanguageError(
            f"the range ends at `{high}`, below its beginning `{low}`",
            hint="give the smaller number first",
        )
    first = format_number(profile, low, digits=digits)
    if noun is None:
        last = format_number(profile, high, digits=digits)
        return last if low == high else _joined(profile, chosen, first, last, tight=True)
    whole = whole_number(end)
    # Arabic says one and two by the noun alone, and what follows من and بين is in the genitive.
    case = "nominative" if chosen == "dash" else "oblique"
    # The ends of a range are written alike, so both in digits.
    last = counted(
        profile, whole, noun, case=case, adjective=adjective, digits=digits, words_up_to=0
    )
    if low == high:
        return last
    if isinstance(noun_named(profile, noun), ArabicNoun) and whole <= 2:  # noqa: PLR2004
        first = counted(
            profile,
            whole_number(start),
            noun,
            case=case,
            adjective=adjective,
            digits=digits,
            words_up_to=0,
        )
    return _joined(profile, chosen, first, last, tight=first[-1].isdigit())


def _style(profile: Profile, style: str | None) -> str:
    chosen = style or profile.ranges.usual
    if chosen not in RANGE_STYLES:
        raise LanguageError(
            f"there is no style `{chosen}` of ranges", hint=nearest(chosen, RANGE_STYLES)
        )
    return chosen


def _joined(
    profile: Profile, style: str, start: str, end: str, *, tight: bool, days: bool = False
) -> str:
    if style == "dash":
        dash = profile.typography.range_dash or _DASH
        return f"{start}{dash}{end}" if tight else f"{start}{NO_BREAK_SPACE}{dash} {end}"
    phrase = profile.ranges.phrases[style]
    if phrase.start_case is not None:
        start = turkish.inflected(start, phrase.start_case)
    if phrase.end_case is not None:
        end = turkish.inflected(end, phrase.end_case)
    pattern = phrase.days if days and phrase.days is not None else phrase.pattern
    return str(fill(pattern, {"start": Text(start), "end": Text(end)}))


@lru_cache(maxsize=256)
def _sides(profile: Profile, form: str, difference: str) -> tuple[str, str]:
    """The date patterns of both ends of a period whose greatest difference is a field."""
    whole = pattern_of(profile, form)
    if form in profile.dates.patterns:
        return _cut(whole, difference), whole
    patterns = profile.babel.interval_formats.get(_SKELETONS.get(form, ""), {})
    found = patterns.get(difference, ())
    if len(found) != 2:  # noqa: PLR2004 - an interval has two ends
        return whole, whole
    first, second = (_SHORT_MONTH.sub(r"\1\1\1\1", pattern) for pattern in found)
    return _SEPARATOR.sub("", first), second


def _cut(pattern: str, difference: str) -> str:
    """A pattern of day, month, year in this order without what the end of the period says."""
    found = _DAY_FIRST.fullmatch(pattern)
    if found is None or difference == "y":
        return pattern
    return found["day"] if difference == "d" else found["day"] + found["month"].rstrip()
