"""Profiles: our locale files, those of a workspace over them, regions over languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.profiles import profile_of, written

from letterkit.diagnostics import Diagnostics
from letterkit.document import Direction
from letterkit.language.address import (
    Gender,
    Office,
    salutation,
)
from letterkit.language.dates import format_date
from letterkit.language.locale_file import is_locale_name, our_locales
from letterkit.language.locale_words import LABELS
from letterkit.language.nouns import counted
from letterkit.language.profile import known_locales, load_profile

LEAP_DAY = date(2016, 2, 29)


@pytest.mark.parametrize("locale", our_locales())
def test_our_own_files_are_without_fault(locale: str) -> None:
    profile = profile_of(locale)
    assert set(LABELS) <= set(profile.labels)
    assert len(profile.nouns) >= 23


@pytest.mark.parametrize("locale", our_locales())
def test_every_language_of_ours_has_the_same_nouns_and_offices(locale: str) -> None:
    profile, english = profile_of(locale), profile_of("en")
    assert set(profile.nouns) == set(english.nouns)
    assert all(profile.labels.values())


@pytest.mark.parametrize(
    ("asked", "locale", "tag", "direction"),
    [
        ("en", "en", "en-GB", Direction.LTR),
        ("en_US", "en-US", "en-US", Direction.LTR),
        ("ar", "ar", "ar-SY", Direction.RTL),
        ("ar-eg", "ar-EG", "ar-EG", Direction.RTL),
        ("ar-UN", "ar-UN", "ar-SY", Direction.RTL),
        ("TR_tr", "tr-TR", "tr-TR", Direction.LTR),
    ],
)
def test_locales_are_asked_for_as_people_write_them(
    asked: str, locale: str, tag: str, direction: Direction
) -> None:
    profile = profile_of(asked)
    assert (profile.locale, profile.language_tag, profile.direction) == (locale, tag, direction)


def test_profiles_are_hashed_by_identity() -> None:
    first, second = profile_of("en"), profile_of("en")
    assert first != second
    assert len({first, second}) == 2


def test_a_locale_without_a_file_is_told_with_what_is_known() -> None:
    problems = Diagnostics()
    assert load_profile("es", [], problems) is None
    (problem,) = problems
    assert problem.message == "nothing is known of the locale `es`"
    assert problem.hint is not None
    assert problem.hint.endswith("; a new language is a file `locales/es.yaml`")


def test_locales_parted_by_an_arabic_comma_are_told_as_such() -> None:
    problems = Diagnostics()
    assert load_profile("en، ar", [], problems) is None
    assert [found.hint for found in problems] == ["write `,`, not `،`"]


@pytest.mark.parametrize("locale", ["", "-", "e", "../en", "en/../tr", "x" * 300, "\0", "ar ar"])
def test_a_strange_locale_name_is_told_and_nothing_is_raised(locale: str, tmp_path: Path) -> None:
    problems = Diagnostics()
    assert load_profile(locale, [tmp_path], problems) is None
    assert problems.has_errors


def test_a_workspace_lays_its_words_over_ours(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        ar="""
digits: arab
dates: {months: regional}
labels: {copies: "صورة إلى:"}
nouns:
  organisation: هيئة
  school: {singular: كلية}
forms-of-address:
  salutation:
    minister: {male: "سيادة الوزير،"}
""",
    )
    profile = profile_of("ar", folder)
    assert format_date(profile, LEAP_DAY) == "٢٩ شباط ٢٠١٦"
    assert profile.labels["copies"] == "صورة إلى:"
    assert profile.labels["page"] == "صفحة {page} من {pages}"
    assert counted(profile, 2, "organisation") == "هيئتان"
    assert counted(profile, 3, "school") == "٣ كليات"  # not our مدارس: a noun is replaced whole
    assert counted(profile, 3, "hospital") == "٣ مستشفيات"
    said = salutation(profile, Office.MINISTER, Gender.MALE)
    assert str(said).splitlines()[0] == "سيادة الوزير،"
    said = salutation(profile, Office.MINISTER, Gender.FEMALE)
    assert str(said).splitlines()[0] == "معالي الوزيرة،"


def test_a_file_for_a_region_lies_over_that_of_its_language(tmp_path: Path) -> None:
    folder = written(tmp_path, ar='labels: {note: "تنبيه:"}', ar_EG="dates: {months: regional}\n")
    egyptian, syrian = profile_of("ar-EG", folder), profile_of("ar", folder)
    assert egyptian.labels["note"] == syrian.labels["note"] == "تنبيه:"
    assert format_date(egyptian, LEAP_DAY) == "29 فبراير 2016"
    assert format_date(syrian, LEAP_DAY) == "29 شباط/فبراير 2016"
    assert known_locales([folder]) == ["ar", "ar-EG", "ckb", "en", "fr", "tr"]


def test_a_later_folder_lies_over_an_earlier_one(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first = written(tmp_path / "one", en='labels: {copies: "cc:", note: "NB:"}')
    second = written(tmp_path / "two", en='labels: {copies: "c.c.:"}')
    labels = profile_of("en", first, second).labels
    assert (labels["copies"], labels["note"]) == ("c.c.:", "NB:")


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("ar", "24 شباط/فبراير 2016"),
        ("ar-UN", "24 شباط/فبراير 2016"),
        ("ar-SY", "24 شباط 2016"),
        ("ar-LB", "24 شباط 2016"),
        ("ar-IQ", "24 شباط 2016"),
        ("ar-EG", "24 فبراير 2016"),
        ("ar-MA", "24 فبراير 2016"),
        ("ar-DZ", "24 فيفري 2016"),
        ("ar-TN", "24 فيفري 2016"),
    ],
)
def test_a_region_that_is_asked_for_has_its_own_months(locale: str, expected: str) -> None:
    assert format_date(profile_of(locale), date(2016, 2, 24)) == expected


def test_what_a_house_says_of_a_language_stands_in_its_regions_too(tmp_path: Path) -> None:
    folder = written(tmp_path, ar="dates: {months: un}\n")
    assert format_date(profile_of("ar-EG", folder), date(2016, 2, 24)) == "24 شباط/فبراير 2016"


def test_the_workspace_of_this_repository_has_its_own_nouns() -> None:
    here = Path(__file__).parents[2] / "locales"
    expected = {
        "en": (
            "92 Syrian civil society organisations",
            "120 Syrian charities and relief organisations",
        ),
        "ar": ("92 منظمة مجتمع مدني سورية", "120 منظمة خيرية وإغاثية سورية"),
        "tr": ("92 Suriyeli sivil toplum kuruluşu", "120 Suriyeli hayır ve yardım kuruluşu"),
    }
    for locale, (civil, relief) in expected.items():
        profile = profile_of(locale, here)
        assert counted(profile, 92, "Syrian civil society organisation") == civil
        assert counted(profile, 120, "Syrian charity and relief organisation") == relief


@pytest.mark.parametrize(
    "name", ["en-../../../x", "en-..", "../en", "en/x", "en-GB\n", "en-", "", "preferred", "en\\x"]
)
def test_a_name_that_is_no_locale_is_looked_up_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "preferred.yaml").write_text("direction: ltr\n")
    assert not is_locale_name(name)
    problems = Diagnostics()
    if name.strip() == name:
        assert load_profile(name, [tmp_path / "locales"], problems) is None
        assert problems.has_errors
    assert "preferred" not in known_locales([tmp_path / "locales"])
