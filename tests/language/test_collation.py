"""The expected orders are those of ICU 78 (CLDR) unless a test says otherwise."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.language.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

LOCALES = ["en", "tr", "az", "ar", "fr", "ku", "ckb"]

ORDERS = {
    "tr letters": (
        "tr",
        "a A â Â b c ç Ç d e f g ğ Ğ h ı I Î i İ î j k l m n o ô ö Ö p q r s ß ş Ş t u û ü Ü v y z",
    ),
    "tr cities": (
        "tr",
        "Ağrı Cizre Çorum Dargeçit Giresun Göksun Iğdır Ilıca İnegöl İzmit Kızıltepe Kilis",
    ),
    "tr digits before letters": ("tr", "& % 1 15 2 20 a"),
    "az letters": (
        "az",
        "a b c ç d e ə f g ğ h x ı I i İ j k q l m n o ö p r s ş t u ü v y z w",
    ),
    "ku letters": ("ku", "a b c ç d e ê Ê f g h i î j k l m n o p q r s ş t u û v w x y z"),
    "en accents after letters": ("en", "cote coté côte côté cotes Cotes"),
    "en case after accents": ("en", "ali Ali âli Âli alib"),
    "en letters with strokes": ("en", "da đa ða daa la ła lb oz øz p þa"),
    "en ligatures": ("en", "ad ae æ Æ af oe œ of ss ß st"),
    "en foreign letters": ("en", "s Şam sb t Zaid Ω Яна אבג رابطة شبكة"),
    "en signs": (
        "en",
        "_ - , ; : ! ? . ' ‘ ’ \" “ ” « » ( ) [ ] { } § @ * / \\ & # % ° + < = > | ~ € ₺ 0 9",
    ),
    "fr by the root order": ("fr", "cote coté côte côté oé œdème"),
    "ar letters": (
        "ar",
        "ء أ ؤ إ ئ ا آ ب پ ة ت ث ج چ ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ڤ ق ك گ ل م ن ه و ى ي",
    ),
    "ar before Latin, after digits": ("ar", "1 ٢ 3 أحمد يوسف Ahmad"),
    "ar hamza does not part": ("ar", "أحمد احمد إدلب ادلب أسعد"),
    "ar marks of vowels come last": ("ar", "سوري سُوري سورية"),
    "ar final letters": ("ar", "جمعيات جمعية جمعيت حلبى حلبي"),
    "ckb letters": ("ckb", "ئ ا ب پ ت ج چ ح خ د ر ز ڕ ژ س ش ع غ ف ڤ ق ک گ ل ڵ م ن ه ە و ۆ ۇ ی ێ"),
}


def sorted_words(words: Iterable[str], locale: str, *, ignore_article: bool = False) -> list[str]:
    return sorted(words, key=lambda word: sort_key(word, locale, ignore_article=ignore_article))


@pytest.mark.parametrize(("locale", "order"), ORDERS.values(), ids=ORDERS)
def test_words_stand_in_the_order_of_the_language(locale: str, order: str) -> None:
    words = order.split()
    assert sorted_words(reversed(words), locale) == words


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("en", ["Damascus Aid", "Damascus-Aid", "Damascus, Aid", "Damascus’ Aid", "DamascusAid"]),
        ("tr", ["Halep Dayanışma Ağı", "Halep-Der", "Halepçe"]),
        ("ar", ["شبكة المرأة", "شبكة-أمل", "شبكة، أمل", "شبكتان"]),
    ],
)
def test_spaces_and_signs_are_not_ignored(locale: str, names: list[str]) -> None:
    assert sorted_words(reversed(names), locale) == names


@pytest.mark.parametrize(
    ("one", "other", "locale"),
    [
        ("cafe\u0301", "café", "en"),
        ("I\u0307dlib", "İdlib", "tr"),
        ("منظـــمة", "منظمة", "ar"),
        ("na\u200bme", "name", "en"),
        ("\u2068Halep\u2069", "Halep", "tr"),
        ("١٥", "15", "ar"),
    ],
)
def test_what_differs_invisibly_sorts_together(one: str, other: str, locale: str) -> None:
    assert sort_key(one, locale)[:3] == sort_key(other, locale)[:3]


def test_hamza_is_one_letter_in_arabic_at_the_first_level() -> None:
    assert len({sort_key(letter, "ar")[0] for letter in "ءأؤإئا"}) == 1
    assert sort_key("آ", "ar")[0] == sort_key("ءا", "ar")[0]
    assert sort_key("ة", "ar")[0] == sort_key("ت", "ar")[0]
    assert sort_key("ى", "ar")[0] == sort_key("ي", "ar")[0]


def test_the_article_can_be_passed_over() -> None:
    names = ["الشبكة السورية", "جمعية الأمل", "الرابطة الطبية"]
    filed = ["جمعية الأمل", "الرابطة الطبية", "الشبكة السورية"]
    assert sorted_words(names, "ar", ignore_article=True) == filed
    assert sorted_words(names, "ar")[0] == "الرابطة الطبية"


@pytest.mark.parametrize("name", ["الله أكبر", "ألمانيا", "إلى", "ال", "ابن"])
def test_what_is_no_article_is_kept(name: str) -> None:
    assert sort_key(name, "ar", ignore_article=True) == sort_key(name, "ar")


@given(st.lists(st.text(max_size=6), max_size=12), st.sampled_from(LOCALES))
def test_the_order_does_not_depend_on_the_order_given(words: list[str], locale: str) -> None:
    assert sorted_words(words, locale) == sorted_words(list(reversed(words)), locale)


@given(st.text(max_size=8), st.text(max_size=8), st.sampled_from(LOCALES))
def test_keys_are_in_a_total_order(one: str, other: str, locale: str) -> None:
    first, second = sort_key(one, locale), sort_key(other, locale)
    assert (first == second) == (one == other)
    assert (first < second) + (first > second) + (first == second) == 1


@given(st.text(max_size=8), st.sampled_from(LOCALES))
def test_composition_makes_no_difference(text: str, locale: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert sort_key(composed, locale)[:3] == sort_key(decomposed, locale)[:3]


@given(st.lists(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyz", min_size=1), min_size=2))
def test_turkish_words_follow_the_alphabet(words: list[str]) -> None:
    alphabet = "abcçdefgğhıijklmnoöprsştuüvyz"
    places = [[alphabet.index(letter) for letter in word] for word in sorted_words(words, "tr")]
    assert all(before <= after for before, after in pairwise(places))
