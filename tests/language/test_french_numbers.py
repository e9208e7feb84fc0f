"""French numbers in words, with the traditional hyphens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.language.french_numbers import (
    TENS,
    TENS_BY_REGION,
    number_words,
    ordinal_words,
    with_noun,
)

VALUES = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "trente": 30, "quarante": 40, "cinquante": 50,
    "soixante": 60, **TENS,
}  # fmt: skip
POWERS = {"mille": 10**3, "million": 10**6, "milliard": 10**9}


def read(words: str) -> int:
    """The number that French words say, read by another way than they are made."""
    total = group = 0
    for token in words.replace("-", " ").split():
        word = token if token in VALUES else token.removesuffix("s")
        if word == "vingt":
            group += 76 if group % 100 == 4 else 20  # quatre-vingts: four is already there
        elif word == "cent":
            group = (group or 1) * 100
        elif word in POWERS:
            total, group = total + (group or 1) * POWERS[word], 0
        elif word != "et":
            group += VALUES[word]
    return total + group


@given(st.one_of(st.integers(0, 10**12 - 1), st.integers(0, 3000)), st.booleans())
def test_every_number_in_words_is_read_back(value: int, feminine: bool) -> None:
    assert read(number_words(value, feminine=feminine)) == value


@pytest.mark.parametrize(
    ("value", "words", "ordinal"),
    [
        (16, "seize", "seizième"),
        (17, "dix-sept", "dix-septième"),
        (19, "dix-neuf", "dix-neuvième"),
        (21, "vingt et un", "vingt et unième"),
        (25, "vingt-cinq", "vingt-cinquième"),
        (71, "soixante et onze", "soixante et onzième"),
        (77, "soixante-dix-sept", "soixante-dix-septième"),
        (80, "quatre-vingts", "quatre-vingtième"),
        (81, "quatre-vingt-un", "quatre-vingt-unième"),
        (91, "quatre-vingt-onze", "quatre-vingt-onzième"),
        (100, "cent", "centième"),
        (101, "cent un", "cent unième"),
        (119, "cent dix-neuf", "cent dix-neuvième"),
        (200, "deux cents", "deux centième"),
        (230, "deux cent trente", "deux cent trentième"),
        (1000, "mille", "millième"),
        (1003, "mille trois", "mille troisième"),
        (1280, "mille deux cent quatre-vingts", "mille deux cent quatre-vingtième"),
        (80_000, "quatre-vingt mille", "quatre-vingt millième"),
        (300_000, "trois cent mille", "trois cent millième"),
        (1_000_000, "un million", "millionième"),
        (80_000_000, "quatre-vingts millions", "quatre-vingts millionième"),
        (
            900_387_700,
            "neuf cents millions trois cent quatre-vingt-sept mille sept cents",
            "neuf cents millions trois cent quatre-vingt-sept mille sept centième",
        ),
        (5_000_000_000, "cinq milliards", "cinq milliardième"),
    ],
)
def test_numbers_and_ordinals(value: int, words: str, ordinal: str) -> None:
    assert number_words(value) == words
    assert ordinal_words(value) == ordinal


def test_one_has_a_gender_and_so_has_the_first() -> None:
    assert [number_words(value, feminine=True) for value in (1, 21, 81, 101, 251, 1001)] == [
        "une",
        "vingt et une",
        "quatre-vingt-une",
        "cent une",
        "deux cent cinquante et une",
        "mille une",
    ]
    # Of thousands and millions, which are masculine, there are vingt et un.
    assert number_words(21_000, feminine=True) == "vingt et un mille"
    assert number_words(21_000_021, feminine=True) == "vingt et un millions vingt et une"
    assert ordinal_words(1) == "premier"
    assert ordinal_words(1, feminine=True) == "première"
    assert ordinal_words(21, feminine=True) == "vingt et unième"


@given(st.integers(2, 10**12 - 1))
def test_gender_shows_only_in_the_last_word(value: int) -> None:
    masculine, feminine = (number_words(value, feminine=it) for it in (False, True))
    shows = value % 10 == 1 and value % 1000 != 0 and value % 100 not in (11, 71, 91)
    assert feminine == (masculine + "e" if shows else masculine)


@pytest.mark.parametrize(
    ("value", "noun", "feminine", "elides", "expected"),
    [
        (61, "résolutions", True, None, "soixante et une résolutions"),
        (21_000, "personnes", True, None, "vingt et un mille personnes"),
        (1_000_000, "écoles", True, None, "un million d’écoles"),
        (2_000_000, "ONG", True, None, "deux millions d’ONG"),
        (3_000_000, "civils", False, None, "trois millions de civils"),
        (2_300_000, "enfants", False, None, "deux millions trois cent mille enfants"),
        (1_000_000, "hôpitaux", False, True, "un million d’hôpitaux"),
        (1_000_000, "hangars", False, False, "un million de hangars"),
        (2_000, "hangars", False, None, "deux mille hangars"),
        (0, "école", True, None, "zéro école"),
    ],
)
def test_a_million_is_a_noun_that_another_follows(
    value: int, noun: str, feminine: bool, elides: bool | None, expected: str
) -> None:
    assert with_noun(value, noun, feminine=feminine, elides=elides) == expected


def test_whether_an_h_is_mute_is_never_guessed() -> None:
    with pytest.raises(LookupError):
        with_noun(1_000_000, "hôpitaux", feminine=False)


@pytest.mark.parametrize(
    ("value", "belgian", "swiss"),
    [
        (60, "soixante", "soixante"),
        (70, "septante", "septante"),
        (71, "septante et un", "septante et un"),
        (79, "septante-neuf", "septante-neuf"),
        (80, "quatre-vingts", "huitante"),
        (81, "quatre-vingt-un", "huitante et un"),
        (89, "quatre-vingt-neuf", "huitante-neuf"),
        (90, "nonante", "nonante"),
        (191, "cent nonante et un", "cent nonante et un"),
        (80_000, "quatre-vingt mille", "huitante mille"),
        (98_000_000, "nonante-huit millions", "nonante-huit millions"),
    ],
)
def test_regions_have_tens_of_their_own(value: int, belgian: str, swiss: str) -> None:
    assert number_words(value, tens=TENS_BY_REGION["BE"]) == belgian
    assert number_words(value, tens=TENS_BY_REGION["CH"]) == swiss


@given(st.integers(0, 10**6), st.sampled_from(sorted(TENS_BY_REGION)))
def test_those_are_read_back_too(value: int, region: str) -> None:
    assert read(number_words(value, tens=TENS_BY_REGION[region])) == value


def test_ordinals_have_those_tens_too() -> None:
    assert ordinal_words(90, tens=("nonante",)) == "nonantième"
    assert ordinal_words(71, tens=("septante",)) == "septante et unième"


@pytest.mark.parametrize("value", [-1, 10**12])
def test_numbers_without_words(value: int) -> None:
    with pytest.raises(ValueError, match="no words for"):
        number_words(value)
    with pytest.raises(ValueError, match="no words for"):
        ordinal_words(value)


def test_nothing_comes_in_the_place_of_zero() -> None:
    with pytest.raises(ValueError, match="no ordinal for 0"):
        ordinal_words(0)
