"""Counted nouns and what is said around them, in English, Arabic and Turkish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import Text, Value
from letterkit.language.english import regular_plural
from letterkit.language.errors import LanguageError
from letterkit.language.nouns import compared, counted, more_than, noun_form, representing, spelled
from letterkit.language.numbers import format_number
from letterkit.language.profile import Profile, load_profile
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from pathlib import Path


def profile_of(locale: str) -> Profile:
    profile = load_profile(locale, [], Diagnostics())
    assert profile is not None
    return profile


PROFILES = {name: profile_of(name) for name in ("en", "ar", "tr")}
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
        ("refugee", 70_000, "70,000 refugees", "70.000 mülteci", "70\u00a0000 لاجئ"),
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
            "أكثر من 70\u00a0000 مدني",
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


def test_numbers_in_words_end_where_a_language_has_none(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="cannot write `100` in Arabic words"):
        spelled(PROFILES["ar"], 100, "organisation")
    with pytest.raises(LanguageError, match="cannot write `-1` in words in `tr`"):
        spelled(PROFILES["tr"], -1, "organisation")
    (tmp_path / "pt.yaml").write_text("nouns: {school: {one: escola, other: escolas}}\n", "utf-8")
    portuguese = load_profile("pt", [tmp_path], Diagnostics())
    assert portuguese is not None
    with pytest.raises(LanguageError, match="cannot be written in words in `pt`"):
        spelled(portuguese, 3, "school")


def test_an_adjective_agrees_only_where_a_rule_says_how(tmp_path: Path) -> None:
    (tmp_path / "pt.yaml").write_text("nouns: {school: {one: escola, other: escolas}}\n", "utf-8")
    portuguese = load_profile("pt", [tmp_path], Diagnostics())
    assert portuguese is not None
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
         "ما يقارب 70\u00a0000 شخص"),
        ("nearly", 11, "child", "nearly 11 children", "11’e yakın çocuk", "ما يقارب 11 طفلًا"),
        ("about", 300, "family", "about 300 families", "yaklaşık 300 aile", "نحو 300 أسرة"),
        ("about", 2, "hospital", "about 2 hospitals", "yaklaşık 2 hastane", "نحو مستشفيين"),
        ("about", 300, None, "about 300", "yaklaşık 300", "نحو 300"),
        ("fewer-than", 40, None, "fewer than 40", "40’tan az", "أقل من 40"),
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
