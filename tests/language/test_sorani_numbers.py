"""Sorani Kurdish numbers in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.language.sorani_numbers import number_words, ordinal_words

VALUES = {
    "سفر": 0, "یەک": 1, "دوو": 2, "سێ": 3, "چوار": 4, "پێنج": 5, "شەش": 6, "حەوت": 7, "هەشت": 8,
    "نۆ": 9, "دە": 10, "یازدە": 11, "دوازدە": 12, "سێزدە": 13, "چواردە": 14, "پازدە": 15,
    "شازدە": 16, "حەڤدە": 17, "هەژدە": 18, "نۆزدە": 19, "بیست": 20, "سی": 30, "چل": 40,
    "پەنجا": 50, "شەست": 60, "حەفتا": 70, "هەشتا": 80, "نەوەد": 90,
}  # fmt: skip
POWERS = {"هەزار": 10**3, "ملیۆن": 10**6, "ملیار": 10**9}


def read(words: str) -> int:
    """The number that Sorani words say, read by another way than they are made."""
    total = group = 0
    for word in words.split():
        if word == "سەد":
            group += 99 * (group % 10) if group % 10 else 100
        elif word in POWERS:
            total, group = total + (group or 1) * POWERS[word], 0
        elif word != "و":
            group += VALUES[word]
    return total + group


any_number = st.one_of(st.integers(0, 10**12 - 1), st.integers(0, 3000))


@given(any_number)
def test_every_number_in_words_is_read_back(value: int) -> None:
    assert read(number_words(value)) == value


@given(any_number.filter(bool))
def test_every_ordinal_is_its_number_with_one_ending(value: int) -> None:
    words = number_words(value)
    assert ordinal_words(value) in (words + "ەم", words + "یەم")


@given(any_number)
def test_letters_are_kurdish_ones(value: int) -> None:
    assert not re.search("[يىكة]", number_words(value))


@pytest.mark.parametrize(
    ("value", "words", "ordinal"),
    [
        (1, "یەک", "یەکەم"),
        (2, "دوو", "دووەم"),
        (3, "سێ", "سێیەم"),
        (4, "چوار", "چوارەم"),
        (9, "نۆ", "نۆیەم"),
        (10, "دە", "دەیەم"),
        (12, "دوازدە", "دوازدەیەم"),
        (23, "بیست و سێ", "بیست و سێیەم"),
        (30, "سی", "سییەم"),
        (50, "پەنجا", "پەنجایەم"),
        (90, "نەوەد", "نەوەدەم"),
        (100, "سەد", "سەدەم"),
        (122, "سەد و بیست و دوو", "سەد و بیست و دووەم"),
        (200, "دوو سەد", "دوو سەدەم"),
        (1000, "هەزار", "هەزارەم"),
        (3501, "سێ هەزار و پێنج سەد و یەک", "سێ هەزار و پێنج سەد و یەکەم"),
        (1_000_000, "یەک ملیۆن", "یەک ملیۆنەم"),
        (111_000_000, "سەد و یازدە ملیۆن", "سەد و یازدە ملیۆنەم"),
    ],
)
def test_numbers_and_ordinals(value: int, words: str, ordinal: str) -> None:
    assert number_words(value) == words
    assert ordinal_words(value) == ordinal


@pytest.mark.parametrize("value", [-1, 10**12])
def test_numbers_without_words(value: int) -> None:
    with pytest.raises(ValueError, match="no words for"):
        number_words(value)


def test_nothing_comes_in_the_place_of_zero() -> None:
    with pytest.raises(ValueError, match="no ordinal for 0"):
        ordinal_words(0)
