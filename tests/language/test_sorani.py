"""Sorani Kurdish: from right to left, with what the CLDR lacks given by the locale file."""

from __future__ import annotations

import re
from datetime import date
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import profile_of

from letterkit.document import Direction, Value
from letterkit.language.address import (
    Gender,
    Office,
    complimentary_close,
    country_name,
    named,
    salutation,
)
from letterkit.language.dates import format_date, format_hijri, weekday
from letterkit.language.lists import join
from letterkit.language.nouns import counted, more_than, representing
from letterkit.language.numbers import format_number, format_ordinal, format_percent
from letterkit.language.typography.proofreading import mended

SORANI = profile_of("ckb")
ARABIC_KEYBOARD = re.compile("[يىكة]")


def test_it_runs_from_the_right_in_its_own_digits() -> None:
    assert SORANI.direction is Direction.RTL
    assert SORANI.language_tag == "ckb-IQ"
    assert format_number(SORANI, 1500) == "١٬٥٠٠"
    assert format_percent(SORANI, 97) == "٩٧٪"
    assert format_ordinal(SORANI, 21) == "٢١ەم"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("long", "٢٤ی شوباتی ٢٠١٦"),
        ("full", "چوارشەممە، ٢٤ی شوباتی ٢٠١٦"),
        ("short", "٢٤/٢/٢٠١٦"),
        ("day-month", "٢٤ی شوبات"),
        ("month-year", "شوباتی ٢٠١٦"),
    ],
)
def test_day_and_month_have_their_ezafe(style: str, expected: str) -> None:
    assert format_date(SORANI, date(2016, 2, 24), style) == expected


def test_the_months_and_days_that_the_cldr_spells_in_two_ways_are_spelt_in_one() -> None:
    assert format_date(SORANI, date(2016, 12, 1)) == "١ی کانوونی یەکەمی ٢٠١٦"
    assert format_date(SORANI, date(2016, 1, 1)) == "١ی کانوونی دووەمی ٢٠١٦"
    assert weekday(SORANI, date(2016, 2, 26)) == "هەینی"
    assert format_date(SORANI, date(2016, 2, 26), "full").startswith("هەینی، ")
    assert format_hijri(SORANI, date(2016, 2, 24)) == "١٥ی جەمادی یەکەمی ١٤٣٧ی کۆچی"


def test_lists_have_the_words_that_the_cldr_lacks() -> None:
    assert str(join(SORANI, ["A", "B"])) == "A و B"
    assert str(join(SORANI, ["A", "B", "C", "D"])) == "A، B، C و D"
    assert str(join(SORANI, ["A", "B", "C"], "or")) == "A، B یان C"
    assert " و " not in str(SORANI.babel.list_patterns["standard"]["2"]), "else ours is idle"


@pytest.mark.parametrize("number", [0, 1, 2, 11, 92])
def test_no_noun_is_plural_after_a_number(number: int) -> None:
    assert counted(SORANI, number, "organisation").endswith(" ڕێکخراو")


def test_phrases_around_counted_nouns() -> None:
    assert more_than(SORANI, 200, "organisation") == "زیاتر لە ٢٠٠ ڕێکخراو"
    said = representing(SORANI, 92, "organisation", "لە دەرعا")
    assert str(said) == "بە نوێنەرایەتیی ٩٢ ڕێکخراو لە دەرعا"


def test_everybody_is_greeted_alike() -> None:
    for gender in Gender:
        greeted = salutation(SORANI, Office.OFFICIAL, gender, name="ئادا کایا")
        assert str(greeted) == "بەڕێز ئادا کایا،"
        assert str(complimentary_close(SORANI, Office.OFFICIAL, gender)) == "لەگەڵ ڕێزدا،"
    assert str(named(SORANI, "ئادا کایا", "doctor", Gender.FEMALE)) == "د.\u00a0ئادا کایا"
    assert country_name(SORANI, "RU") == "فیدراسیۆنی ڕووسیا"


@pytest.mark.parametrize("office", Office)
def test_every_office_is_greeted(office: Office) -> None:
    for title in (None, "سەرۆک"):
        assert str(salutation(SORANI, office, Gender.UNKNOWN, title=title)).endswith("،")
    assert str(salutation(SORANI, office, Gender.UNKNOWN, plural=True)).endswith("ان،")


@given(st.lists(st.text(min_size=1)), st.sampled_from(["and", "or"]))
def test_every_item_of_a_list_is_there_unchanged_and_in_order(items: list[str], style: str) -> None:
    found = join(SORANI, items, style)
    assert [inline.text for inline in found if isinstance(inline, Value)] == items


def test_our_file_has_no_letter_of_an_arabic_keyboard() -> None:
    text = resources.files("letterkit").joinpath("locales", "ckb.yaml").read_text("utf-8")
    own = [line for line in text.splitlines() if not line.lstrip().startswith(("letters:", "#"))]
    assert [line for line in own if ARABIC_KEYBOARD.search(line)] == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("كوردي", "کوردی"),
        ("ڕێکخراو, نەخۆشخانە", "ڕێکخراو، نەخۆشخانە"),
        ("بۆچی?", "بۆچی؟"),
        ('"ئاشتی"', "«ئاشتی»"),
        ("ھەولێر و هەولێر", "ھەولێر و هەولێر"),
    ],
)
def test_letters_and_marks_are_those_of_kurdish(typed: str, expected: str) -> None:
    assert mended(typed, SORANI) == expected
