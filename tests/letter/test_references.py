"""How a house writes its reference numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics
from letterkit.letter.references import ReferencePattern, References
from letterkit.sources.schema import validate
from letterkit.sources.yaml import parse_yaml


def read(source: str) -> tuple[ReferencePattern | None, list[str]]:
    problems = Diagnostics()
    found = validate(References, parse_yaml(source, "letterkit.yaml", problems), problems)
    told = [f"{each.origin}: {each.message}" for each in problems]
    return (found.pattern if found else None), told


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("RT/{year}/{number:03}", "RT/2016/014"),
        ("RT-{number}", "RT-14"),
        ("م/{year}/{number:04}", "م/2016/0014"),
        ("{number:02}/{year}", "14/2016"),
    ],
)
def test_a_number_is_written_as_the_pattern_says(source: str, written: str) -> None:
    pattern, told = read(f'pattern: "{source}"')
    assert pattern is not None, told
    assert pattern.write(2016, 14) == written
    assert pattern.read(written) == (2016 if "year" in source else 0, 14)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("RT/{year}", "`RT/{year}` has not one `{number}`"),
        ("{number}/{number}", "`{number}/{number}` has not one `{number}`"),
        ("{year}/{year}/{number}", "`{year}/{year}/{number}` has `{year}` twice"),
        ("RT/{nummer}", "`{nummer}` in `RT/{nummer}` is neither `{year}` nor `{number}`"),
        ("RT/{number:3}", "`{number:3}` in `RT/{number:3}` is neither `{year}` nor `{number}`"),
        ("RT/{number", "a brace of `RT/{number` stands alone"),
        ("{year}{number}", "a digit or a field stands right after a field of `{year}{number}`"),
        ("RT/{number}0", "a digit or a field stands right after a field of `RT/{number}0`"),
        (" RT/{number}", "` RT/{number}` has a space or a sign in it that cannot be seen"),
        ("RT\u200f/{number}", "`RT<U+200F>/{number}` has a space or a sign in it"),
    ],
)
def test_what_is_no_pattern_is_told_at_its_place(source: str, message: str) -> None:
    pattern, told = read(f'pattern: "{source}"')
    assert pattern is None
    assert told[0].startswith(f"letterkit.yaml:1:10: {message}")


def test_a_pattern_that_is_missing_or_no_text_is_told() -> None:
    assert read("pattern: [1]")[1] == ["letterkit.yaml:1:10: `[…]` is not a pattern"]
    assert read("{}")[1] == ["letterkit.yaml:1:1: `pattern` is missing"]


@given(st.integers(1, 9999), st.integers(1, 10**8))
def test_what_is_written_is_read_again(year: int, number: int) -> None:
    pattern = ReferencePattern("IDA/ADV/{year}/{number:03}")
    assert pattern.read(pattern.write(year, number)) == (year, number)


def test_a_number_written_by_hand_without_its_zeros_is_the_same_number() -> None:
    assert ReferencePattern("RT/{year}/{number:03}").read("RT/2016/14") == (2016, 14)
    assert ReferencePattern("RT/{year}/{number:03}").read("RT/2016/x") is None


def test_another_width_is_the_same_series() -> None:
    one, two = (ReferencePattern(f"RT/{{year}}/{{{n}}}") for n in ("number", "number:04"))
    assert one.series == two.series
