"""Reading of what a locale file says of dates, times and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.language.conventions import Dates, ListPattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from letterkit.language.locale_file import Section

DATE_STYLES = ("long", "full", "short", "day-month", "month-year", "year", "weekday", "iso")
REGIONAL = "regional"
DATE_KEYS = (
    "patterns",
    "months",
    "month-names",
    "dateline",
    "hijri",
    "hijri-months",
    "both-calendars",
    "weekdays",
    "first-day",
    "time",
    "full-hour",
)
LIST_STYLES = ("and", "or")
_PATTERN_STYLES = tuple(style for style in DATE_STYLES if style != "iso")
_MONTHS = 12
_WEEKDAYS = 7


def read_dates(told: Section) -> Dates:
    """The dates of a locale; what is lacking is as CLDR, or as most languages, have it."""
    names = told.section("month-names", None)
    month_names = {
        str(key): months for key in names.node if (months := names.texts(key, _MONTHS)) is not None
    }
    hour = "hh" if "{hh}" in (told.text("time") or "") else "hour"
    return Dates(
        patterns=_date_patterns(told.section("patterns", _PATTERN_STYLES)),
        month_names=month_names,
        months=told.choice("months", (REGIONAL, *month_names)) or REGIONAL,
        dateline=told.pattern("dateline", ("place", "date")) or "{place}, {date}",
        hijri=told.pattern("hijri", ("day", "month", "year")) or "{day} {month} {year}",
        hijri_months=told.texts("hijri-months", _MONTHS) or (),
        both_calendars=told.pattern("both-calendars", ("hijri", "date")) or "{hijri} ({date})",
        weekdays=told.texts("weekdays", _WEEKDAYS) or (),
        first_day=told.text("first-day") or "",
        time=told.pattern_with("time", (hour, "minute")) or "",
        full_hour=told.pattern_with("full-hour", ("hour",)) or "",
    )


def read_lists(told: Section) -> Mapping[str, ListPattern]:
    """The patterns of a locale's lists; a style that lacks `between` or `last` stays CLDR's."""
    found: dict[str, ListPattern] = {}
    for style in LIST_STYLES:
        entry = told.section(style, ("two", "between", "last"))
        two, between, last = (
            entry.pattern_with(key, ("first", "second")) for key in ("two", "between", "last")
        )
        if between is not None and last is not None:
            found[style] = ListPattern(two or last, between, last)
        elif entry.node:
            lacking = "between" if between is None else "last"
            if entry.get(lacking) is None:
                entry.problems.error(
                    f"`{entry.path}` lacks its `{lacking}`",
                    entry.node.origin,
                    f'as `{lacking}: "{{first}}, {{second}}"`',
                )
    return found


def _date_patterns(told: Section) -> Mapping[str, str]:
    from babel.dates import parse_pattern

    patterns: dict[str, str] = {}
    for style in _PATTERN_STYLES:
        pattern = told.text(style)
        if pattern is None:
            continue
        try:
            parse_pattern(pattern)
        except ValueError:
            told.wrong(style, "a date pattern of CLDR", "for example `d MMMM y`")
            continue
        patterns[style] = pattern
    return patterns
