"""Dates as a locale writes them; the day is always given, the clock is never asked."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.document import Phrase, Text
from letterkit.language.errors import LanguageError
from letterkit.language.locale_dates import DATE_STYLES, REGIONAL
from letterkit.language.numbers import in_digits
from letterkit.language.phrases import Printable, fill, value_of

if TYPE_CHECKING:
    from letterkit.language.profile import Profile

_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FEBRUARY = 2
# A CLDR pattern is quoted words, fields (a letter, repeated) and signs (UTS #35, Part 4).
_TOKEN = re.compile(r"'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']")
_MONTH_NAME = frozenset({"MMM", "MMMM", "LLL", "LLLL"})
_DAY_NAME = frozenset({"EEEE", "cccc"})
_DAY = frozenset({"d", "dd"})
_SKELETONS = {"day-month": "MMMMd", "month-year": "yMMMM"}


class DateError(ValueError):
    """A text that is no date; its words say why, as a hint does: “November has 30 days”."""


def parse_date(text: str) -> date:
    """A date of the form YYYY-MM-DD (ISO 8601), and of no other form; raises `DateError`."""
    found = _ISO_DATE.fullmatch(text)
    if not found:
        raise DateError("write year, month and day, as in `2016-02-24`")
    year, month, day = map(int, found.groups())
    if not year:
        raise DateError("years begin with `0001`")
    if not 1 <= month <= len(_MONTHS):
        raise DateError(f"there is no month `{found[2]}`: months are `01` to `12`")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = _MONTHS[month - 1] + (f" {year}" if month == _FEBRUARY else "")
        raise DateError(f"{name} has {last} days" if day else "the first day of a month is `01`")
    return date(year, month, day)


def format_date(
    profile: Profile,
    value: date,
    style: str = "long",
    *,
    months: str | None = None,
    digits: str | None = None,
) -> str:
    """A date in words: 24 February 2016, 24 Şubat 2016, 24 شباط/فبراير 2016.

    `style` is `long`, `full` (with the weekday), `short` (in figures), `day-month` or
    `month-year`; `months` the locale's own custom (`un` in Arabic) or `regional`; `digits` a CLDR
    numbering system. Raises `LanguageError` for other words.
    """
    from babel.dates import format_date as babel_date

    first = value.day == 1 and bool(profile.dates.first_day)
    pattern = _pattern(profile, style, months, value.month, value.weekday(), first=first)
    return in_digits(profile, babel_date(value, pattern, locale=profile.babel), digits)


def format_hijri(profile: Profile, value: date, *, digits: str | None = None) -> str:
    """A date in the Islamic calendar of Umm al-Qura: 15 جمادى الأولى 1437 هـ.

    Needs the library `hijridate`, which knows the years 1924 to 2077. The civil date may differ by
    a day outside Saudi Arabia. Raises `LanguageError`.
    """
    try:
        from hijridate import Gregorian
    except ImportError:
        raise LanguageError(
            "Islamic dates need the library `hijridate`",
            hint="install it with `pip install hijridate`",
        ) from None
    try:
        hijri = Gregorian(value.year, value.month, value.day).to_hijri()
    except (OverflowError, ValueError):
        raise LanguageError(
            f"the Islamic date of `{value.isoformat()}` is not known",
            hint="dates from 1924-08-01 to 2077-11-16 can be converted",
        ) from None
    names = profile.dates.hijri_months
    month = names[hijri.month - 1] if names else hijri.month_name()
    day = profile.dates.first_day if hijri.day == 1 else ""
    text = profile.dates.hijri.format(day=day or hijri.day, month=month, year=hijri.year)
    return in_digits(profile, text, digits)


def format_both_calendars(profile: Profile, value: date) -> str:
    """The Islamic date, and the date it corresponds to: … الموافق 24 شباط/فبراير 2016 م."""
    return profile.dates.both_calendars.format(
        hijri=format_hijri(profile, value), date=format_date(profile, value)
    )


def format_time(profile: Profile, value: datetime) -> str:
    """The time of day by twenty-four hours, in the locale's digits: 10:00, 10 h 30."""
    dates = profile.dates
    pattern = dates.full_hour if dates.full_hour and not value.minute else dates.time
    if not pattern:
        return in_digits(profile, f"{value:%H:%M}")
    return in_digits(profile, pattern.format(hour=value.hour, minute=f"{value:%M}"))


def format_offset(profile: Profile, value: datetime) -> str:
    """How far a moment's zone is from universal time: UTC+2, UTC+5:30."""
    minutes = round((value.utcoffset() or timedelta()).total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    told = f"{hours}:{rest:02}" if rest else str(hours)
    return f"UTC{sign}{in_digits(profile, told)}" if minutes else "UTC"


def weekday(profile: Profile, value: date) -> str:
    """The name of the day of the week."""
    own = profile.dates.weekdays
    day = value.weekday()
    return own[day] if own else str(profile.babel.days["format"]["wide"][day])


def dateline(profile: Profile, place: Printable | None, value: date) -> Phrase:
    """Where and when: Gaziantep, 24 Şubat 2016. Without a place the date alone."""
    printed = Text(format_date(profile, value))
    if place is None:
        return Phrase.of(printed)
    placed = value_of(place) if isinstance(place, str) else place
    return fill(profile.dates.dateline, {"place": placed, "date": printed})


@lru_cache(maxsize=2048)
def _pattern(
    profile: Profile, style: str, months: str | None, month: int, day: int, *, first: bool
) -> str:
    """The CLDR pattern of a style, with the names and the first day that the locale file gives.

    `day` is the day of the week from Monday, 0; `first` says that it is the first of the month.
    """
    if style not in DATE_STYLES:
        raise LanguageError(f"there is no date style `{style}`", hint=nearest(style, DATE_STYLES))
    custom = profile.dates.months if months is None else months
    known = (REGIONAL, *profile.dates.month_names)
    if custom not in known:
        raise LanguageError(
            f"`{profile.locale}` has no months named `{custom}`", hint=nearest(custom, known)
        )
    pattern = profile.dates.patterns.get(style) or _cldr_pattern(profile, style)
    if first and not _MONTH_NAME.isdisjoint(_tokens(pattern)):
        pattern = _worded(pattern, _DAY, profile.dates.first_day)
    if profile.dates.weekdays:
        pattern = _worded(pattern, _DAY_NAME, profile.dates.weekdays[day])
    if custom == REGIONAL:
        return pattern
    return _worded(pattern, _MONTH_NAME, profile.dates.month_names[custom][month - 1])


def _tokens(pattern: str) -> list[str]:
    return [found[0] for found in _TOKEN.finditer(pattern)]


def _worded(pattern: str, field: frozenset[str], word: str) -> str:
    """A CLDR pattern with a word in place of a field.

    Two quotations beside each other would be read as one with an apostrophe in it: they are joined.
    """
    made = ""
    for token in _tokens(pattern):
        quoted = "'" + word.replace("'", "''") + "'" if token in field else token
        if quoted.startswith("'") and quoted != "''" and made.endswith("'"):
            made = made[:-1] + quoted[1:]
        else:
            made += quoted
    return made


def _cldr_pattern(profile: Profile, style: str) -> str:
    if style in _SKELETONS:
        # Looked up, not matched: `format_skeleton` would take the nearest, with a short month.
        found = profile.babel.datetime_skeletons.get(_SKELETONS[style])
        return str(found.pattern) if found else {"day-month": "d MMMM"}.get(style, "MMMM y")
    return str(profile.babel.date_formats[style].pattern)
