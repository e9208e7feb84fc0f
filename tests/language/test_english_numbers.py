"""English numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.language.english_numbers import number_words, ordinal_words

VALUES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
POWERS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@pytest.mark.parametrize(
    ("value", "words", "ordinal"),
    [
        (0, "zero", "zeroth"),
        (1, "one", "first"),
        (12, "twelve", "twelfth"),
        (60, "sixty", "sixtieth"),
        (69, "sixty-nine", "sixty-ninth"),
        (100, "one hundred", "one hundredth"),
        (450, "four hundred and fifty", "four hundred and fiftieth"),
        (1001, "one thousand and one", "one thousand and first"),
        (1500, "one thousand five hundred", "one thousand five hundredth"),
        (2_000_021, "two million and twenty-one", "two million and twenty-first"),
    ],
)
def test_numbers_and_ordinals(value: int, words: str, ordinal: str) -> None:
    assert number_words(value) == words
    assert ordinal_words(value) == ordinal


def read(words: str) -> int:
    """The number that English words say, read by another way than they are made."""
    total = group = 0
    for word in words.replace("-", " ").split():
        if word == "hundred":
            group *= 100
        elif word in POWERS:
            total, group = total + group * POWERS[word], 0
        elif word != "and":
            group += VALUES[word]
    return total + group


@given(st.integers(0, 10**15 - 1))
def test_every_number_in_words_is_read_back(value: int) -> None:
    assert read(number_words(value)) == value


@pytest.mark.parametrize("value", [-1, 10**15])
def test_numbers_without_words(value: int) -> None:
    with pytest.raises(ValueError, match="no words for"):
        number_words(value)
