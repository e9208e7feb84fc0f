"""Dates as each language writes them, whatever the machine's own locale."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import profile_of

from letterkit.diagnostics import Origin
from letterkit.document import Direction, Text, Value
from letterkit.language.dates import (
    DateError,
    dateline,
    format_both_calendars,
    format_date,
    format_hijri,
    parse_date,
    weekday,
)
from letterkit.language.errors import LanguageError
from letterkit.language.locale_dates import DATE_STYLES
from letterkit.sources.nodes import DataText

SPRING = date(2026, 3, 9)


PROFILES = {name: profile_of(name) for name in ("en", "en-US", "ar", "ar-EG", "tr")}


@pytest.mark.parametrize(
    ("locale", "style", "expected"),
    [
        ("en", "long", "9 March 2026"),
        ("en", "full", "Monday, 9 March 2026"),
        ("en", "short", "09/03/2026"),
        ("en", "day-month", "9 March"),
        ("en", "month-year", "March 2026"),
        ("en-US", "long", "March 9, 2026"),
        ("tr", "long", "9 Mart 2026"),
        ("tr", "full", "9 Mart 2026 Pazartesi"),
        ("tr", "short", "09.03.2026"),
        ("tr", "day-month", "9 Mart"),
        ("ar", "long", "9 آذار/مارس 2026"),
        ("ar", "full", "الاثنين، 9 آذار/مارس 2026"),
        ("ar", "day-month", "9 آذار/مارس"),
        ("ar", "month-year", "آذار/مارس 2026"),
    ],
)
def test_a_date_in_each_style(locale: str, style: str, expected: str) -> None:
    assert format_date(PROFILES[locale], SPRING, style) == expected


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        (1, "9 كانون الثاني/يناير 2026"),
        (2, "9 شباط/فبراير 2026"),
        (4, "9 نيسان/أبريل 2026"),
        (6, "9 حزيران/يونيه 2026"),
        (7, "9 تموز/يوليه 2026"),
        (10, "9 تشرين الأول/أكتوبر 2026"),
        (11, "9 تشرين الثاني/نوفمبر 2026"),
    ],
)
def test_arabic_months_have_both_names_as_in_the_united_nations(month: int, expected: str) -> None:
    assert format_date(PROFILES["ar"], date(2026, month, 9)) == expected


def test_regional_months_and_arabic_indic_digits_are_a_choice() -> None:
    assert format_date(PROFILES["ar"], SPRING, months="regional") == "9 آذار 2026"
    assert format_date(PROFILES["ar-EG"], SPRING, months="regional") == "9 مارس 2026"
    assert format_date(PROFILES["ar"], SPRING, digits="arab") == "٩ آذار/مارس ٢٠٢٦"


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        ({"style": "longg"}, "there is no date style `longg`", "did you mean `long`?"),
        ({"months": "regionl"}, "`ar` has no months named `regionl`", "did you mean `regional`?"),
        ({"digits": "arabs"}, "there are no digits named `arabs`", "did you mean `arab`?"),
    ],
)
def test_an_unknown_option_is_told_with_the_nearest(
    options: dict[str, str], message: str, hint: str
) -> None:
    with pytest.raises(LanguageError) as caught:
        format_date(PROFILES["ar"], SPRING, **options)
    assert (caught.value.diagnostic.message, caught.value.diagnostic.hint) == (message, hint)


def test_a_locale_without_un_months_says_so() -> None:
    with pytest.raises(LanguageError, match="`tr` has no months named `un`"):
        format_date(PROFILES["tr"], SPRING, months="un")


@given(st.dates(), st.sampled_from(sorted(PROFILES)))
def test_every_date_prints_its_day_and_year(value: date, locale: str) -> None:
    printed = format_date(PROFILES[locale], value)
    assert str(value.day) in printed
    assert str(value.year) in printed
    assert "'" not in printed


@given(st.dates(), st.sampled_from(DATE_STYLES))
def test_every_style_prints_every_date(value: date, style: str) -> None:
    assert all(format_date(profile, value, style) for profile in PROFILES.values())


@given(st.dates())
def test_an_iso_date_is_read_back(value: date) -> None:
    assert parse_date(value.isoformat()) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-11-31", "November has 30 days"),
        ("2026-02-29", "February 2026 has 28 days"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("2026-01-32", "January has 31 days"),
        ("2026-01-00", "the first day of a month is `01`"),
        ("2026-13-01", "there is no month `13`: months are `01` to `12`"),
        ("2026-00-01", "there is no month `00`: months are `01` to `12`"),
        ("0000-01-01", "years begin with `0001`"),
        ("31/11/2026", "write year, month and day, as in `2016-02-24`"),
    ],
)
def test_a_day_that_does_not_exist_is_told_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(DateError) as raised:
        parse_date(text)
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9.3.2026",
        "2026-3-9",
        "20260309",
        "2026-W11-1",
        "2026-02-30",
        "٢٠٢٦-٠٣-٠٩",
        "2026-03-09 ",
    ],
)
def test_no_other_form_is_a_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_date(text)


def test_the_dateline_keeps_the_place_as_a_value() -> None:
    place = DataText("Gaziantep", Origin("letter.yaml", 3, 8))
    found = dateline(PROFILES["ar"], place, SPRING)
    assert str(found) == "Gaziantep، 9 آذار/مارس 2026"
    assert found[0] == Value(
        "Gaziantep", sources=(place.origin,), verbatim=True, direction=Direction.LTR
    )


def test_a_dateline_without_a_place_is_the_date() -> None:
    assert dateline(PROFILES["tr"], None, SPRING) == (Text("9 Mart 2026"),)


def test_weekdays_have_their_plain_alef() -> None:
    assert weekday(PROFILES["ar"], SPRING) == "الاثنين"


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("ar", "20 رمضان 1447\u00a0هـ"),
        ("tr", "20 Ramazan 1447"),
        ("en", "20 Ramadan 1447\u00a0AH"),
    ],
)
def test_islamic_dates(locale: str, expected: str) -> None:
    assert format_hijri(PROFILES[locale], SPRING) == expected


def test_both_calendars_together() -> None:
    printed = format_both_calendars(PROFILES["ar"], SPRING)
    assert printed == "20 رمضان 1447\u00a0هـ الموافق 9 آذار/مارس 2026\u00a0م"


def test_an_islamic_date_out_of_reach_is_told() -> None:
    with pytest.raises(LanguageError, match="the Islamic date of `1900-01-01` is not known"):
        format_hijri(PROFILES["ar"], date(1900, 1, 1))


def test_islamic_dates_say_which_library_they_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hijridate", None)
    with pytest.raises(LanguageError) as caught:
        format_hijri(PROFILES["ar"], SPRING)
    assert caught.value.diagnostic.hint == "install it with `pip install hijridate`"
