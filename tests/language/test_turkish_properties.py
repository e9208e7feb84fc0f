from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.language.turkish import Case, inflect, inflected, suffix
from letterkit.language.turkish_numbers import (
    digits_reading,
    number_words,
    ordinal_words,
    roman_value,
)
from letterkit.language.turkish_reading import is_spoken, reading_of
from letterkit.language.turkish_sounds import ending

BACK, FRONT = set("aıou"), set("eiöü")
LETTERS = "abcçdefgğhıijklmnoöprsştuüvyz"

names = st.text(alphabet=LETTERS, min_size=1, max_size=8)
cases = st.sampled_from(Case)
flags = st.none() | st.booleans()


@given(names, cases, flags)
def test_a_suffix_keeps_vowel_harmony(name: str, case: Case, compound: bool | None) -> None:
    made = suffix("Yeni", case, pronunciation=name, compound=compound)
    wanted = FRONT if ending(name).front else BACK
    assert set(made) & (BACK | FRONT) <= wanted


@given(names, cases)
def test_hard_consonants_harden_the_suffix(name: str, case: Case) -> None:
    made = suffix("Yeni", case, pronunciation=name, compound=False)
    if made[:1] in {"d", "t"}:
        assert (made[0] == "t") == (ending(name).hard)


@given(names, cases)
def test_no_two_vowels_meet(name: str, case: Case) -> None:
    made = suffix("Yeni", case, pronunciation=name, compound=False)
    assert not (ending(name).vowel and made[0] in BACK | FRONT)


@given(st.text(max_size=12), cases, flags, flags, flags)
def test_any_text_is_kept_and_nothing_raises(
    text: str, case: Case, compound: bool | None, letters: bool | None, apostrophe: bool | None
) -> None:
    stem, made, rest = inflect(
        text, case, compound=compound, letters=letters, apostrophe=apostrophe
    )
    assert set(made) <= set("’adeilmnstuyıüu")
    if not any(character.islower() for character in text):  # a common noun may soften
        assert stem + rest == text


@given(st.text(max_size=10), st.text(max_size=10), cases)
def test_any_pronunciation_is_taken(text: str, pronunciation: str, case: Case) -> None:
    stem, _, rest = inflect(text, case, pronunciation=pronunciation)
    assert stem + rest == text or text.strip()


@given(st.integers(0, 10**12), cases)
def test_a_number_is_inflected_as_its_words_are(number: int, case: Case) -> None:
    assert suffix(str(number), case) == suffix("x", case, pronunciation=number_words(number))


@given(st.integers(1000, 10**12))
def test_grouping_digits_changes_no_suffix(number: int) -> None:
    grouped = f"{number:,}".replace(",", ".")
    assert digits_reading(grouped) == number_words(number)


@given(st.integers(1, 3999))
def test_roman_numerals_are_read(number: int) -> None:
    values = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")]
    values += [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    written, left = "", number
    for value, letters in values:
        count, left = divmod(left, value)
        written += letters * count
    assert roman_value(written) == number


@pytest.mark.parametrize(
    ("number", "words", "nth"),
    [
        (0, "sıfır", "sıfırıncı"),
        (14, "on dört", "on dördüncü"),
        (100, "yüz", "yüzüncü"),
        (1000, "bin", "bininci"),
        (1500, "bin beş yüz", "bin beş yüzüncü"),
        (2016, "iki bin on altı", "iki bin on altıncı"),
        (1_000_000, "bir milyon", "bir milyonuncu"),
        (1_000_000_000, "bir milyar", "bir milyarıncı"),
    ],
)
def test_numbers_in_words(number: int, words: str, nth: str) -> None:
    assert number_words(number) == words
    assert ordinal_words(number) == nth


@pytest.mark.parametrize("number", [-1, 10**24])
def test_numbers_that_have_no_words_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        number_words(number)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("BM", "me"),
        ("HRW", "çift ve"),
        ("RSX", "iks"),
        ("2016", "iki bin on altı"),
        ("II. Bölüm XIV.", "on dördüncü"),
        ("09.05", "sıfır beş"),
        ("14.00", "on dört"),
        ("Kemal", "kemäl"),
        ("OPEC", "opek"),
        ("100 m²", "kare"),
        ("Atatürk Cad.", "caddesi"),
        ("", ""),
    ],
)
def test_the_reading_of_the_last_word(text: str, reading: str) -> None:
    assert reading_of(text) == reading


@pytest.mark.parametrize("word", ["NATO", "IŞİD", "TÜİK", "AKUT", "MİT", "OPEC", "UNMIK", "SETAV"])
def test_capitals_that_are_spoken(word: str) -> None:
    assert is_spoken(word)


@pytest.mark.parametrize("word", ["BM", "AB", "ABD", "AKP", "TBMM", "IRC", "AİHM", "ICRC", "ENKS"])
def test_capitals_that_are_spelled_out(word: str) -> None:
    assert not is_spoken(word)


@given(st.sampled_from(["Kilis", "BM", "2016", "Ankara"]), st.text(alphabet="AB ", min_size=1))
def test_a_bracket_changes_nothing_before_it(name: str, gloss: str) -> None:
    assert inflected(f"{name} ({gloss})", "genitive") == (
        inflected(name, "genitive") + f" ({gloss})"
    )
