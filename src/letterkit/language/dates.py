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
from letterkit.language.phrases import Printable, fill, label, value_of

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
_WEEKDAY_FIRST = re.compile(r"E+(?:'[^']*'|[^'A-Za-z])*")
_WEEKDAY_LAST = re.compile(r"(?:'[^']*'|[^'A-Za-z])*E+\Z")
_SKELETONS = {
    "day-month": ("MMMMd", "d MMMM"),
    "month-year": ("yMMMM", "MMMM y"),
    "year": ("y", "y"),
    "weekday": ("", "EEEE"),
}
"""CLDR's skeletons of what has no style there, each with a pattern for where it lacks it."""

_ISO = "iso"
CALENDARS = ("gregorian", "hijri", "both")


class DateError(ValueError):
    """A text that is no date; its words say why, as a hint does: “November has 30 days”."""


_MOMENT = re.compile(
    r"(?P<day>[0-9-]{10})[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::[0-9]{2})?"
    r" ?(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?"
)


def parse_moment(text: str) -> datetime:
    """A day and time of the form 2016-02-24T10:00+02:00 (ISO 8601), its zone left out or given.

    Raises `DateError`.
    """
    found = _MOMENT.fullmatch(text)
    if not found:
        raise DateError("write day and time, as in `2016-02-24T10:00+02:00`")
    parse_date(found["day"])
    try:
        return datetime.fromisoformat(
            f"{found['day']}T{found['hour']}:{found['minute']}{found['zone'] or ''}"
        )
    except ValueError as error:
        raise DateError("hours are `00` to `23`, minutes `00` to `59`") from error


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

    `style` is `long`, `full` (with the weekday), `short` (in figures), `day-month`, `month-year`,
    `year`, `weekday` or `iso` (2016-02-24, ISO 8601); `months` the locale's own custom (`un` in
    Arabic) or `regional`; `digits` a CLDR numbering system. Raises `LanguageError` for other words.
    """
    if style == _ISO:
        return value.isoformat()
    return format_pattern(profile, value, pattern_of(profile, style), months=months, digits=digits)


def format_pattern(
    profile: Profile,
    value: date,
    pattern: str,
    *,
    within: str = "",
    months: str | None = None,
    digits: str | None = None,
) -> str:
    """A date by a CLDR pattern, its month named by the custom asked for.

    `within` is the pattern of the whole where this is a part of it: 1er–16 février.
    """
    from babel.dates import format_date as babel_date

    first = value.day == 1 and bool(profile.dates.first_day)
    if first and _MONTH_NAME.isdisjoint(_tokens(within or pattern)):
        first = False
    named = _named(profile, pattern, months, value.month, value.weekday(), first=first)
    return in_digits(profile, babel_date(value, named, locale=profile.babel), digits)


@lru_cache(maxsize=512)
def pattern_of(profile: Profile, style: str) -> str:
    """The CLDR pattern of a style of dates. Raises `LanguageError` where there is none."""
    if style not in DATE_STYLES:
        raise LanguageError(f"there is no date style `{style}`", hint=nearest(style, DATE_STYLES))
    if style == _ISO:
        return "y-MM-dd"
    return profile.dates.patterns.get(style) or _cldr_pattern(profile, style)


def in_calendar(
    profile: Profile,
    value: date,
    calendar: str,
    style: str = "long",
    *,
    months: str | None = None,
    digits: str | None = None,
) -> str:
    """A date in one of `CALENDARS`: the Gregorian, the Islamic, or the Islamic with the Gregorian.

    The Islamic calendar has the styles `long` and `full`. Raises `LanguageError`.
    """
    if calendar not in CALENDARS:
        raise LanguageError(f"there is no calendar `{calendar}`", hint=nearest(calendar, CALENDARS))
    if calendar == "gregorian":
        return format_date(profile, value, style, months=months, digits=digits)
    if style not in ("long", "full"):
        raise LanguageError(
            f"an Islamic date has no style `{style}`", hint="it is `long` or `full`"
        )
    if calendar == "both":
        text = format_both_calendars(profile, value, months=months, digits=digits)
    else:
        text = format_hijri(profile, value, digits=digits)
    if style == "long":
        return text
    # The weekday stands before the whole, or after it, as it does in the Gregorian date.
    full = pattern_of(profile, "full")
    if first := _WEEKDAY_FIRST.match(full):
        return format_pattern(profile, value, first[0]) + text
    last = _WEEKDAY_LAST.search(full)
    return text + (format_pattern(profile, value, last[0]) if last else "")


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


def format_both_calendars(
    profile: Profile, value: date, *, months: str | None = None, digits: str | None = None
) -> str:
    """The Islamic date, and the date it corresponds to: … الموافق 24 شباط/فبراير 2016 م."""
    return profile.dates.both_calendars.format(
        hijri=format_hijri(profile, value, digits=digits),
        date=format_date(profile, value, months=months, digits=digits),
    )


def format_time(profile: Profile, value: datetime, *, digits: str | None = None) -> str:
    """The time of day by twenty-four hours, in the locale's digits: 10:00, 10.00, 10 h 30."""
    dates = profile.dates
    pattern = dates.full_hour if dates.full_hour and not value.minute else dates.time
    text = (pattern or "{hh}:{minute}").format(
        hour=value.hour, hh=f"{value:%H}", minute=f"{value:%M}"
    )
    return in_digits(profile, text, digits)


def format_offset(value: datetime) -> str:
    """How far a moment's zone is from universal time: UTC+2, UTC+5:30.

    The digits are Latin as the letters are: Arabic-Indic ones would turn about beside them.
    """
    minutes = round((value.utcoffset() or timedelta()).total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    told = f"{hours}:{rest:02}" if rest else str(hours)
    return f"UTC{sign}{told}" if minutes else "UTC"


def local_time(
    profile: Profile, value: datetime, place: Printable, *, digits: str | None = None
) -> Phrase:
    """The time of day at a place, with its zone: 10:00, Gaziantep time (UTC+2)."""
    return label(
        profile,
        "local-time",
        time=Text(format_time(profile, value, digits=digits)),
        place=place,
        zone=Text(format_offset(value)),
    )


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
def _named(
    profile: Profile, pattern: str, months: str | None, month: int, day: int, *, first: bool
) -> str:
    """A CLDR pattern with the names and the first day that the locale file gives.

    `day` is the day of the week from Monday, 0; `first` says that the first of a month is printed.
    """
    custom = profile.dates.months if months is None else months
    known = (REGIONAL, *profile.dates.month_names)
    if custom not in known:
        raise LanguageError(
            f"`{profile.locale}` has no months named `{custom}`", hint=nearest(custom, known)
        )
    if first:
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
        skeleton, otherwise = _SKELETONS[style]
        found = profile.babel.datetime_skeletons.get(skeleton)
        return str(found.pattern) if found else otherwise
    return str(profile.babel.date_formats[style].pattern)
