"""Counted nouns and what is said around them, in English, Arabic and Turkish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import PROFILES, begun_profile_of, profile_of, written

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import Text, Value
from letterkit.language.english import regular_plural
from letterkit.language.errors import LanguageError
from letterkit.language.nouns import (
    compared,
    counted,
    more_than,
    noun_form,
    of_both,
    representing,
    spelled,
)
from letterkit.language.numbers import format_number, format_ordinal
from letterkit.language.numbers_in_words import number_in_words
from letterkit.language.profile import Profile, load_profile
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from pathlib import Path


PORTUGUESE = "nouns: {school: {one: escola, other: escolas}}\n"
NOUNS = sorted(PROFILES["en"].nouns)


@pytest.mark.parametrize(
    ("noun", "number", "english", "turkish", "arabic"),
    [
        ("organisation", 0, "0 organisations", "0 kuruluş", "0 منظمة"),
        ("organisation", 1, "1 organisation", "1 kuruluş", "منظمة واحدة"),
        ("association", 2, "2 associations", "2 dernek", "جمعيتان"),
        ("family", 7, "7 families", "7 aile", "7 أسر"),
        ("child", 12, "12 children", "12 çocuk", "12 طفلًا"),
        ("woman", 100, "100 women", "100 kadın", "100 امرأة"),
        ("person", 1500, "1,500 people", "1.500 kişi", "1500 شخص"),
        ("refugee", 70_000, "70,000 refugees", "70.000 mülteci", "70,000 لاجئ"),
        ("refugee", 5, "5 refugees", "5 mülteci", "5 لاجئين"),
        ("air strike", 2, "2 air strikes", "2 hava saldırısı", "غارتان جويتان"),
        ("air strike", 40, "40 air strikes", "40 hava saldırısı", "40 غارة جوية"),
        ("signatory", 24, "24 signatories", "24 imzacı", "24 موقِّعًا"),
        ("month", 11, "11 months", "11 ay", "11 شهرًا"),
        ("year", 3, "3 years", "3 yıl", "3 سنوات"),
    ],
)
def test_a_number_with_its_noun(
    noun: str, number: int, english: str, turkish: str, arabic: str
) -> None:
    printed = [counted(PROFILES[name], number, noun) for name in ("en", "tr", "ar")]
    assert printed == [english, turkish, arabic]


@pytest.mark.parametrize(
    ("number", "noun", "english", "turkish", "arabic"),
    [
        (1, "school", "more than 1 school", "1’den fazla okul", "أكثر من مدرسة واحدة"),
        (2, "school", "more than 2 schools", "2’den fazla okul", "أكثر من مدرستين"),
        (3, "civilian", "more than 3 civilians", "3’ten fazla sivil", "أكثر من 3 مدنيين"),
        (40, "doctor", "more than 40 doctors", "40’tan fazla doktor", "أكثر من 40 طبيبًا"),
        (
            70_000,
            "civilian",
            "more than 70,000 civilians",
            "70.000’den fazla sivil",
            "أكثر من 70,000 مدني",
        ),
        (200, None, "more than 200", "200’den fazla", "أكثر من 200"),
    ],
)
def test_more_than(number: int, noun: str | None, english: str, turkish: str, arabic: str) -> None:
    printed = [more_than(PROFILES[name], number, noun) for name in ("en", "tr", "ar")]
    assert printed == [english, turkish, arabic]


def test_for_whom_a_coalition_signs() -> None:
    area = DataText("kuzeydeki", Origin("signatories.yaml", 4, 9))
    found = representing(PROFILES["tr"], 92, "association", area)
    assert str(found) == "kuzeydeki 92 dernek adına"
    assert isinstance(found[0], Value)
    assert found[0].sources == (area.origin,)
    assert str(representing(PROFILES["en"], 2, "association")) == "representing 2 associations"
    assert str(representing(PROFILES["tr"], 2, "association")) == "2 dernek adına"
    arabic = representing(PROFILES["ar"], 2, "association", Text("في الشمال"))
    assert str(arabic) == "بالنيابة عن جمعيتين في الشمال"


def test_the_noun_alone() -> None:
    assert noun_form(PROFILES["ar"], 92, "organisation") == "منظمة"
    assert noun_form(PROFILES["en"], 92, "organisation") == "organisations"


@pytest.mark.parametrize(
    ("number", "noun", "english", "turkish", "arabic"),
    [
        (1, "school", "one school", "bir okul", "مدرسة واحدة"),
        (2, "hospital", "two hospitals", "iki hastane", "مستشفيان"),
        (3, "hospital", "three hospitals", "üç hastane", "ثلاثة مستشفيات"),
        (13, "organisation", "thirteen organisations", "on üç kuruluş", "ثلاث عشرة منظمة"),
        (25, "centre", "twenty-five centres", "yirmi beş merkez", "خمسة وعشرون مركزًا"),
        (101, "school", "one hundred and one schools", "yüz bir okul", "مائة مدرسة ومدرسة"),
        (
            1500,
            "child",
            "one thousand five hundred children",
            "bin beş yüz çocuk",
            "ألف وخمسمائة طفل",
        ),
        (2_000_000, "refugee", "two million refugees", "iki milyon mülteci", "مليونا لاجئ"),
    ],
)
def test_a_number_in_words_with_its_noun(
    number: int, noun: str, english: str, turkish: str, arabic: str
) -> None:
    assert [spelled(PROFILES[name], number, noun) for name in ("en", "tr", "ar")] == [
        english,
        turkish,
        arabic,
    ]


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        (1, "organisation", "une organisation"),
        (12, "hospital", "douze hôpitaux"),
        (21, "air strike", "vingt et une frappes aériennes"),
        (80, "article", "quatre-vingts articles"),
        (201, "child", "deux cent un enfants"),
        (31_000, "person", "trente et un mille personnes"),
        (1_000_000, "organisation", "un million d’organisations"),
        (2_000_000, "hospital", "deux millions d’hôpitaux"),
        (3_000_000, "civilian", "trois millions de civils"),
    ],
)
def test_a_french_number_has_the_gender_of_its_noun(number: int, noun: str, expected: str) -> None:
    assert spelled(profile_of("fr"), number, noun) == expected


def test_a_sorani_number_stands_before_the_singular() -> None:
    assert spelled(profile_of("ckb"), 12, "hospital") == "دوازدە نەخۆشخانە"


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (21, "nothing says the `gender` of the counted noun `bed`, lits, in `fr`"),
        (2, ""),
        (11, ""),
        (21_000, ""),
    ],
)
def test_a_gender_that_no_file_says_is_never_guessed(
    number: int, message: str, tmp_path: Path
) -> None:
    text = "nouns: {bed: {one: lit, other: lits}}\n"
    french = profile_of("fr", written(tmp_path, fr=text))
    if message:
        with pytest.raises(LanguageError, match=message) as caught:
            spelled(french, number, "bed")
        assert "`nouns.bed` in `locales/fr.yaml`" in str(caught.value.diagnostic.hint)
    else:
        assert spelled(french, number, "bed").endswith("lits")


def test_an_h_that_no_file_tells_of_is_never_guessed(tmp_path: Path) -> None:
    text = (
        "nouns:\n"
        "  home: {one: habitation, other: habitations, gender: feminine, elides: true}\n"
        "  hangar: {one: hangar, other: hangars, gender: masculine}\n"
    )
    french = profile_of("fr", written(tmp_path, fr=text))
    assert spelled(french, 10**6, "home") == "un million d’habitations"
    assert spelled(french, 1000, "hangar") == "mille hangars"
    with pytest.raises(LanguageError, match="nothing says the `elides` of the counted noun"):
        spelled(french, 10**6, "hangar")


def test_what_has_no_gender_takes_none(tmp_path: Path) -> None:
    text = "nouns: {bed: {one: bed, gender: feminine}}\n"
    problems = Diagnostics()
    load_profile("en", [written(tmp_path, en=text)], problems)
    assert [str(found.message) for found in problems] == ["unknown key `gender` in `nouns.bed`"]


@pytest.mark.parametrize("locale", ["en", "ar", "tr", "fr", "ckb"])
@pytest.mark.parametrize("number", [-1, 10**24])
def test_a_number_without_words_is_told(locale: str, number: int) -> None:
    with pytest.raises(LanguageError, match=f"cannot write `{number}` in words in `{locale}`"):
        spelled(profile_of(locale), number, "organisation")


def test_none_of_a_noun_is_said_by_words_of_ones_own_in_arabic() -> None:
    with pytest.raises(LanguageError, match="`ar` has no words for none of a noun") as caught:
        spelled(PROFILES["ar"], 0, "organisation")
    assert caught.value.diagnostic.hint
    assert spelled(PROFILES["en"], 0, "school") == "zero schools"
    assert spelled(profile_of("fr"), 0, "school") == "zéro école"


def in_house(locale: str, text: str, folder: Path) -> Profile:
    return profile_of(locale, written(folder, **{locale: text}))


@pytest.mark.parametrize(
    ("locale", "three", "nine", "ten", "at_least"),
    [
        ("en", "three schools", "nine schools", "10 schools", "at least three schools"),
        ("ar", "ثلاث مدارس", "تسع مدارس", "10 مدارس", "ما لا يقل عن ثلاث مدارس"),
        ("tr", "üç okul", "dokuz okul", "10 okul", "en az üç okul"),
        ("fr", "trois écoles", "neuf écoles", "10 écoles", "au moins trois écoles"),
        ("ckb", "سێ قوتابخانە", "نۆ قوتابخانە", "١٠ قوتابخانە", "لانیکەم سێ قوتابخانە"),
    ],
)
def test_a_house_may_write_small_numbers_in_words(
    locale: str, three: str, nine: str, ten: str, at_least: str, tmp_path: Path
) -> None:
    profile = in_house(locale, "numbers: {words-up-to: 9}\n", tmp_path)
    assert [counted(profile, number, "school") for number in (3, 9, 10)] == [three, nine, ten]
    assert compared(profile, "at-least", 3, "school") == at_least
    assert counted(profile, 3, "school", words_up_to=0).startswith(("3", "٣"))


def test_the_case_of_a_turkish_number_is_on_its_word_too(tmp_path: Path) -> None:
    turkish = in_house("tr", "numbers: {words-up-to: 9}\n", tmp_path)
    assert more_than(turkish, 3, "school") == "üçten fazla okul"
    assert more_than(turkish, 3) == "3’ten fazla"
    assert more_than(turkish, 10, "school") == "10’dan fazla okul"


def test_the_numbers_of_a_series_are_written_alike(tmp_path: Path) -> None:
    english = in_house("en", "numbers: {words-up-to: 9}\n", tmp_path)
    assert str(of_both(english, 9, 3)) == "nine organisations and three individuals"
    assert str(of_both(english, 14, 3)) == "14 organisations and 3 individuals"
    assert str(of_both(english, 9, 3, words_up_to=0)) == "9 organisations and 3 individuals"
    assert str(of_both(PROFILES["tr"], 2, 3, words_up_to=9)) == "iki kuruluş ve üç kişi"


def test_nothing_and_less_stay_in_digits(tmp_path: Path) -> None:
    arabic = in_house("ar", "numbers: {words-up-to: 9}\n", tmp_path)
    assert counted(arabic, 0, "school") == "0 مدرسة"
    assert counted(arabic, -3, "school") == "−3 مدارس"


def test_a_house_may_spell_a_hundred_otherwise(tmp_path: Path) -> None:
    arabic = in_house("ar", "numbers: {hundred: مائة}\n", tmp_path)
    assert spelled(arabic, 300, "school") == "ثلاثمائة مدرسة"
    assert number_in_words(arabic, 200) == "مائتان"
    assert format_ordinal(arabic, 101, words=True) == "الأول بعد المائة"


def test_a_language_without_rules_has_no_numbers_in_words(tmp_path: Path) -> None:
    portuguese = begun_profile_of("pt", written(tmp_path, pt=PORTUGUESE))
    with pytest.raises(LanguageError, match="cannot be written in words in `pt`"):
        spelled(portuguese, 3, "school")


def test_an_adjective_agrees_only_where_a_rule_says_how(tmp_path: Path) -> None:
    portuguese = begun_profile_of("pt", written(tmp_path, pt=PORTUGUESE))
    assert counted(PROFILES["ar"], 11, "child", adjective="سوري") == "11 طفلًا سوريًا"
    assert counted(PROFILES["ar"], 4, "air strike", adjective="روسي") == "4 غارات جوية روسية"
    assert counted(PROFILES["tr"], 3, "doctor", adjective="Suriyeli") == "3 Suriyeli doktor"
    with pytest.raises(LanguageError) as caught:
        counted(portuguese, 3, "school", adjective="pequeno")
    assert caught.value.diagnostic.message == (
        "no rule tells how `pequeno` agrees with its noun in `pt`"
    )


@pytest.mark.parametrize(
    ("comparison", "number", "noun", "english", "turkish", "arabic"),
    [
        ("at-least", 20, "organisation", "at least 20 organisations", "en az 20 kuruluş",
         "ما لا يقل عن 20 منظمة"),
        ("at-least", 2, "school", "at least 2 schools", "en az 2 okul", "ما لا يقل عن مدرستين"),
        ("at-most", 5, "day", "up to 5 days", "en fazla 5 gün", "ما لا يزيد على 5 أيام"),
        ("fewer-than", 200, "doctor", "fewer than 200 doctors", "200’den az doktor",
         "أقل من 200 طبيب"),
        ("nearly", 70_000, "person", "nearly 70,000 people", "70.000’e yakın kişi",
         "ما يقارب 70,000 شخص"),
        ("nearly", 11, "child", "nearly 11 children", "11’e yakın çocuk", "ما يقارب 11 طفلًا"),
        ("about", 300, "family", "about 300 families", "yaklaşık 300 aile", "نحو 300 أسرة"),
        ("about", 2, "hospital", "about 2 hospitals", "yaklaşık 2 hastane", "نحو مستشفيين"),
        ("about", 300, None, "about 300", "yaklaşık 300", "نحو 300"),
        ("fewer-than", 40, None, "fewer than 40", "40’tan az", "أقل من 40"),
        ("fewer-than", 3, "month", "less than 3 months", "3 aydan az", "أقل من 3 أشهر"),
        ("more-than", 10, "day", "more than 10 days", "10 günden fazla", "أكثر من 10 أيام"),
        ("nearly", 2, "year", "nearly 2 years", "2 yıla yakın", "ما يقارب سنتين"),
    ],
)  # fmt: skip
def test_a_comparison_governs_what_it_counts(
    comparison: str, number: int, noun: str | None, english: str, turkish: str, arabic: str
) -> None:
    assert [compared(PROFILES[name], comparison, number, noun) for name in ("en", "tr", "ar")] == [
        english,
        turkish,
        arabic,
    ]


@pytest.mark.parametrize(
    ("noun", "hint"),
    [
        (
            "organization",
            "did you mean `organisation`? or give it under `nouns` in `locales/en.yaml`",
        ),
        ("ombudsman", "give it under `nouns` in `locales/en.yaml`"),
    ],
)
def test_a_noun_that_the_locale_lacks_is_told(noun: str, hint: str) -> None:
    with pytest.raises(LanguageError) as caught:
        counted(PROFILES["en"], 3, noun)
    assert caught.value.diagnostic.message == f"`en` has no counted noun `{noun}`"
    assert caught.value.diagnostic.hint == hint


@pytest.mark.parametrize("number", [1.5, "3", True, None])
def test_only_whole_numbers_can_be_counted(number: object) -> None:
    with pytest.raises(LanguageError, match="is not a whole number"):
        counted(PROFILES["ar"], number, "day")  # type: ignore[arg-type]  # templates give anything


def test_an_unknown_case_is_told() -> None:
    with pytest.raises(LanguageError) as caught:
        counted(PROFILES["ar"], 2, "day", case="obliqe")
    assert caught.value.diagnostic.hint == "did you mean `oblique`?"


@given(st.integers(3, 10**9), st.sampled_from(NOUNS), st.sampled_from(sorted(PROFILES)))
def test_above_two_every_language_prints_the_number_before_its_noun(
    number: int, noun: str, locale: str
) -> None:
    profile = PROFILES[locale]
    digits, form = format_number(profile, number), noun_form(profile, number, noun)
    assert counted(profile, number, noun) == f"{digits} {form}"


@given(st.integers(3, 10**6), st.integers(1, 10**4), st.sampled_from(NOUNS))
def test_in_arabic_the_last_two_digits_decide(number: int, hundreds: int, noun: str) -> None:
    other = number + 100 * hundreds
    arabic = PROFILES["ar"]
    assert noun_form(arabic, number, noun) == noun_form(arabic, other, noun)


@given(st.integers(0, 10**9), st.sampled_from(NOUNS))
def test_in_turkish_there_is_no_plural_after_a_number(number: int, noun: str) -> None:
    turkish = PROFILES["tr"]
    assert noun_form(turkish, number, noun) == noun_form(turkish, 1, noun)


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("charity", "charities"),
        ("day", "days"),
        ("church", "churches"),
        ("address", "addresses"),
        ("box", "boxes"),
        ("relief organisation", "relief organisations"),
    ],
)
def test_regular_english_plurals(singular: str, plural: str) -> None:
    assert regular_plural(singular) == plural
