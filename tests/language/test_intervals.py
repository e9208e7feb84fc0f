"""Periods and ranges: what both ends share is said once, and each end takes its case."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import begun_profile_of, profile_of, written

from letterkit.language.dates import format_date
from letterkit.language.errors import LanguageError
from letterkit.language.intervals import RANGE_STYLES, format_period, format_range

if TYPE_CHECKING:
    from pathlib import Path


PROFILES = {name: profile_of(name) for name in ("en", "en-US", "ar", "ar-TN", "tr")}

DAYS = (date(2016, 2, 1), date(2016, 2, 16))
MONTHS = (date(2016, 1, 28), date(2016, 2, 3))
YEARS = (date(2015, 12, 28), date(2016, 2, 3))


@pytest.mark.parametrize(
    ("locale", "style", "days", "months", "years"),
    [
        ("en", "dash", "1–16 February 2016", "28 January\u00a0– 3 February 2016",
         "28 December 2015\u00a0– 3 February 2016"),
        ("en", "from", "from 1 to 16 February 2016", "from 28 January to 3 February 2016",
         "from 28 December 2015 to 3 February 2016"),
        ("en", "between", "between 1 and 16 February 2016",
         "between 28 January and 3 February 2016",
         "between 28 December 2015 and 3 February 2016"),
        ("en-US", "dash", "February 1–16, 2016", "January 28\u00a0– February 3, 2016",
         "December 28, 2015\u00a0– February 3, 2016"),
        ("tr", "dash", "1–16 Şubat 2016", "28 Ocak\u00a0– 3 Şubat 2016",
         "28 Aralık 2015\u00a0– 3 Şubat 2016"),
        ("tr", "from", "1 Şubat’tan 16 Şubat 2016’ya kadar", "28 Ocak’tan 3 Şubat 2016’ya kadar",
         "28 Aralık 2015’ten 3 Şubat 2016’ya kadar"),
        ("tr", "between", "1 ile 16 Şubat 2016 arasında", "28 Ocak ile 3 Şubat 2016 arasında",
         "28 Aralık 2015 ile 3 Şubat 2016 arasında"),
        ("ar", None, "من 1 إلى 16 شباط/فبراير 2016",
         "من 28 كانون الثاني/يناير إلى 3 شباط/فبراير 2016",
         "من 28 كانون الأول/ديسمبر 2015 إلى 3 شباط/فبراير 2016"),
        ("ar-TN", "between", "بين 1 و16 فيفري 2016", "بين 28 جانفي و3 فيفري 2016",
         "بين 28 ديسمبر 2015 و3 فيفري 2016"),
    ],
)  # fmt: skip
def test_what_both_days_have_in_common_is_said_once(
    locale: str, style: str | None, days: str, months: str, years: str
) -> None:
    profile = PROFILES[locale]
    printed = [format_period(profile, *both, style) for both in (DAYS, MONTHS, YEARS)]
    assert printed == [days, months, years]


@pytest.mark.parametrize(
    ("locale", "form", "expected"),
    [
        ("en", "day-month", "between 1 and 16 February"),
        ("en", "full", "between Monday, 1 February 2016 and Tuesday, 16 February 2016"),
        ("tr", "day-month", "1 ile 16 Şubat arasında"),
        ("ar", "day-month", "بين 1 و16 شباط/فبراير"),
    ],
)
def test_a_period_in_another_form_of_its_dates(locale: str, form: str, expected: str) -> None:
    assert format_period(PROFILES[locale], *DAYS, "between", form=form) == expected


def test_months_and_years() -> None:
    spring = (date(2016, 2, 1), date(2016, 5, 31))
    war = (date(2011, 3, 15), date(2016, 2, 24))
    assert format_period(PROFILES["en"], *spring, form="month-year") == "February–May 2016"
    assert format_period(PROFILES["tr"], *spring, "from", form="month-year") == (
        "Şubat’tan Mayıs 2016’ya kadar"
    )
    assert format_period(PROFILES["en"], *war, form="year") == "2011–2016"
    assert format_period(PROFILES["tr"], *war, "from", form="year") == "2011’den 2016’ya kadar"


def test_a_period_follows_the_house_where_it_has_a_pattern(tmp_path: Path) -> None:
    text = "dates: {patterns: {long: \"d 'de' MMMM 'de' y\"}}\n"
    spanish = begun_profile_of("es", written(tmp_path, es=text))
    assert format_period(spanish, *DAYS, "dash") == "1–16 de febrero de 2016"
    assert format_period(spanish, *MONTHS, "dash") == "28 de enero\u00a0– 3 de febrero de 2016"
    assert format_period(spanish, *YEARS, "dash") == (
        "28 de diciembre de 2015\u00a0– 3 de febrero de 2016"
    )


@pytest.mark.parametrize(
    ("locale", "style", "expected"),
    [
        ("fr", "dash", "1er–16 février 2016"),
        ("fr", "from", "du 1er au 16 février 2016"),
        ("fr", "between", "entre le 1er et le 16 février 2016"),
        ("ckb", "dash", "١–١٦ی شوباتی ٢٠١٦"),
        ("ckb", "from", "لە ١ تا ١٦ی شوباتی ٢٠١٦"),
    ],
)
def test_a_language_by_files_says_periods_too(locale: str, style: str, expected: str) -> None:
    assert format_period(profile_of(locale), *DAYS, style) == expected


def test_french_has_its_article_before_days_alone() -> None:
    french = profile_of("fr")
    spring = (date(2016, 2, 1), date(2016, 5, 31))
    assert format_range(french, 10, 15, "from", noun="day") == "de 10 à 15 jours"
    assert format_period(french, *spring, "from", form="month-year") == "de février à mai 2016"


def test_arabic_indic_digits_and_regional_months_reach_both_ends() -> None:
    printed = format_period(PROFILES["ar"], *MONTHS, months="regional", digits="arab")
    assert printed == "من ٢٨ كانون الثاني إلى ٣ شباط ٢٠١٦"


@given(
    st.dates(),
    st.integers(0, 4000),
    st.sampled_from(sorted(PROFILES)),
    st.sampled_from(RANGE_STYLES),
)
def test_both_days_of_every_period_can_be_read(
    start: date, length: int, locale: str, style: str
) -> None:
    if (date.max - start).days < length:
        return
    end = start + timedelta(days=length)
    profile = PROFILES[locale]
    printed = format_period(profile, start, end, style)
    if not length:
        assert printed == format_date(profile, start)
    for part in (start.day, end.day, end.year):
        assert str(part) in printed
    assert (str(start.year) in printed) or start.year == end.year
    months = [format_date(profile, day, "month-year") for day in (start, end)]
    assert months[1].rpartition(" ")[0] in printed
    assert months[0].rpartition(" ")[0] in printed
    assert "'" not in printed


@pytest.mark.parametrize(
    ("locale", "style", "noun", "expected"),
    [
        ("en", None, None, "10–15"),
        ("en", "from", None, "from 10 to 15"),
        ("en", None, "day", "10–15 days"),
        ("en", "between", "day", "between 10 and 15 days"),
        ("tr", None, "day", "10–15 gün"),
        ("tr", "from", None, "10’dan 15’e kadar"),
        ("tr", "from", "day", "10’dan 15 güne kadar"),
        ("tr", "between", "day", "10 ile 15 gün arasında"),
        ("ar", None, None, "من 10 إلى 15"),
        ("ar", "dash", None, "10–15"),
        ("ar", None, "day", "من 10 إلى 15 يومًا"),
        ("ar", "between", "day", "بين 10 و15 يومًا"),
    ],
)
def test_a_range_of_numbers(
    locale: str, style: str | None, noun: str | None, expected: str
) -> None:
    assert format_range(PROFILES[locale], 10, 15, style, noun=noun) == expected


def test_the_noun_of_an_arabic_range_agrees_with_the_last_number() -> None:
    arabic = PROFILES["ar"]
    assert format_range(arabic, 3, 7, noun="hospital") == "من 3 إلى 7 مستشفيات"
    assert format_range(arabic, 1, 2, noun="day") == "من يوم واحد إلى يومين"
    assert format_range(arabic, 5, 5, noun="day") == "5 أيام"


def test_a_range_or_period_that_runs_backwards_is_told() -> None:
    with pytest.raises(LanguageError, match="the range ends at `3`, below its beginning `5`"):
        format_range(PROFILES["en"], 5, 3)
    with pytest.raises(LanguageError, match="ends on `2016-02-01`, before it begins"):
        format_period(PROFILES["en"], DAYS[1], DAYS[0])


def test_an_unknown_style_is_told_with_the_nearest() -> None:
    with pytest.raises(LanguageError) as caught:
        format_range(PROFILES["en"], 3, 5, "betwen")
    assert caught.value.diagnostic.hint == "did you mean `between`?"
