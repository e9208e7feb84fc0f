"""Numbers, percentages, ordinals and plural categories."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import PROFILES, profile_of

from letterkit.language.errors import LanguageError
from letterkit.language.numbers import (
    format_number,
    format_ordinal,
    format_percent,
    in_digits,
    round_down,
)
from letterkit.language.plurals import plural_category

if TYPE_CHECKING:
    from letterkit.language.profile import Profile

any_profile = st.sampled_from(sorted(PROFILES)).map(PROFILES.__getitem__)


@pytest.mark.parametrize(
    ("number", "english", "turkish", "arabic"),
    [
        (0, "0", "0", "0"),
        (999, "999", "999", "999"),
        (1500, "1,500", "1.500", "1500"),
        (70_000, "70,000", "70.000", "70,000"),
        (1_234_567, "1,234,567", "1.234.567", "1,234,567"),
        (2.5, "2.5", "2,5", "2.5"),
        (2.0, "2", "2", "2"),
        (0.1, "0.1", "0,1", "0.1"),
        (Decimal("12.50"), "12.50", "12,50", "12.50"),
        (-5, "−5", "−5", "−5"),
    ],
)
def test_numbers_are_grouped_as_each_language_does(
    number: float | Decimal, english: str, turkish: str, arabic: str
) -> None:
    printed = [format_number(PROFILES[name], number) for name in ("en", "tr", "ar")]
    assert printed == [english, turkish, arabic]


def test_arabic_numbers_have_the_signs_of_their_region() -> None:
    printed = [format_number(profile_of(each), Decimal("70000.5")) for each in ("ar-SY", "ar-TN")]
    assert printed == ["70,000.5", "70.000,5"]


def test_no_space_stands_within_an_arabic_number() -> None:
    """LibreOffice ends a line at it or right behind it, and the number reads as another."""
    assert format_number(PROFILES["ar"], 1_234_567).strip("0123456789,") == ""


def test_arabic_indic_digits_bring_their_own_signs() -> None:
    assert format_number(PROFILES["ar"], 1_234_567.5, digits="arab") == "١٬٢٣٤٬٥٦٧٫٥"
    assert format_percent(PROFILES["ar"], 97, digits="arab") == "٩٧٪"


@pytest.mark.parametrize(
    ("locale", "number", "expected"),
    [("en", 97, "97%"), ("tr", 97, "%97"), ("ar", 97, "97%"), ("tr", 3.5, "%3,5")],
)
def test_the_percent_sign_stands_where_the_language_has_it(
    locale: str, number: float, expected: str
) -> None:
    assert format_percent(PROFILES[locale], number) == expected


@pytest.mark.parametrize(
    ("locale", "number", "expected"),
    [
        ("en", 1, "1st"),
        ("en", 2, "2nd"),
        ("en", 3, "3rd"),
        ("en", 11, "11th"),
        ("en", 112, "112th"),
        ("en", 1001, "1,001st"),
        ("tr", 3, "3’üncü"),
        ("tr", 2, "2’nci"),
        ("tr", 1500, "1.500’üncü"),
        ("ar", 3, "الثالث"),
        ("ar", 101, "الـ101"),
    ],
)
def test_ordinals(locale: str, number: int, expected: str) -> None:
    assert format_ordinal(PROFILES[locale], number) == expected


@pytest.mark.parametrize(
    ("locale", "number"), [("ar", 0), ("ar", 1100), ("fr", 0), ("ckb", 0), ("en", -1), ("tr", -1)]
)
def test_ordinals_that_no_language_says_are_told(locale: str, number: int) -> None:
    profile = profile_of(locale)
    with pytest.raises(LanguageError, match=f"cannot write `{number}` in words") as caught:
        format_ordinal(profile, number, words=True)
    assert caught.value.diagnostic.hint == "leave out `words`, and it is printed in digits"


def test_an_arabic_ordinal_agrees_with_a_feminine_noun() -> None:
    assert format_ordinal(PROFILES["ar"], 3, gender="feminine") == "الثالثة"


@pytest.mark.parametrize(
    ("number", "step", "expected"),
    [(218, 100, 200), (200, 100, 100), (201, 100, 200), (100, 100, 0), (7, 5, 5), (1, 1, 0)],
)
def test_rounding_down_gives_the_round_number_strictly_below(
    number: int, step: int, expected: int
) -> None:
    assert round_down(number, step) == expected


@given(st.integers(1, 10**12), st.integers(1, 10**6))
def test_more_than_a_number_rounded_down_is_always_true(number: int, step: int) -> None:
    rounded = round_down(number, step)
    assert rounded < number <= rounded + step
    assert rounded % step == 0


@pytest.mark.parametrize(("number", "step"), [(0, 100), (-1, 100), (5, 0), (5, -5)])
def test_what_cannot_be_rounded_down_is_told(number: int, step: int) -> None:
    with pytest.raises(LanguageError):
        round_down(number, step)


@pytest.mark.parametrize("wrong", ["12", True, None, [1], float("nan"), Decimal("inf")])
def test_what_is_no_number_is_told(wrong: object) -> None:
    with pytest.raises(LanguageError, match="is not a number"):
        format_number(PROFILES["en"], wrong)  # type: ignore[arg-type]  # templates give anything


@given(st.integers(), any_profile)
def test_only_signs_are_added_to_the_digits_of_a_number(number: int, profile: Profile) -> None:
    printed = format_number(profile, number)
    assert "".join(sign for sign in printed if sign.isdigit()) == str(abs(number))


@given(st.integers(0, 10**15), any_profile)
def test_digits_of_another_system_are_the_same_number(number: int, profile: Profile) -> None:
    printed = format_number(profile, number, digits="arab")
    assert int("".join(sign for sign in printed if sign.isdigit())) == number


@given(st.text())
def test_nothing_but_digits_changes_with_the_system(text: str) -> None:
    printed = in_digits(PROFILES["ar"], text, "arab")
    assert len(printed) == len(text)
    assert all(a == b or a in "0123456789" for a, b in zip(text, printed, strict=True))


@pytest.mark.parametrize(
    ("locale", "number", "category"),
    [
        ("ar", 0, "zero"),
        ("ar", 2, "two"),
        ("ar", 10, "few"),
        ("ar", 111, "many"),
        ("ar", 102, "other"),
        ("en", 1, "one"),
        ("tr", 5, "other"),
    ],
)
def test_plural_categories_are_those_of_cldr(locale: str, number: int, category: str) -> None:
    assert plural_category(PROFILES[locale], number) == category
