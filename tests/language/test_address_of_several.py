"""How one letter to several begins: by their offices, their number and who is among them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from tests.profiles import PROFILES

from letterkit.diagnostics import Diagnostics
from letterkit.document import plain_text
from letterkit.language.address import (
    Addressed,
    Gender,
    Office,
    joint_salutation,
    salutation,
)
from letterkit.language.profile import load_profile

if TYPE_CHECKING:
    from pathlib import Path


FEMALE, MALE, UNKNOWN = Gender.FEMALE, Gender.MALE, Gender.UNKNOWN


@pytest.mark.parametrize(
    ("locale", "office", "expected"),
    [
        ("en", Office.HEAD_OF_STATE, "Excellencies,"),
        ("en", Office.OFFICIAL, "Ladies and Gentlemen,"),
        ("tr", Office.MINISTER, "Sayın Bakanlar,"),
        ("tr", Office.OFFICIAL, "Sayın Yetkililer,"),
        ("tr", Office.ROYALTY, "Majesteleri,"),
        ("tr", Office.PRIVATE_PERSON, "Sayın Hanımefendiler ve Beyefendiler,"),
        ("ar", Office.MINISTER, "أصحاب المعالي،"),
        ("ar", Office.OFFICIAL, "السيدات والسادة،"),
    ],
)
def test_one_letter_to_several(locale: str, office: Office, expected: str) -> None:
    found = salutation(PROFILES[locale], office, UNKNOWN, plural=True)
    assert plain_text(found).splitlines()[0] == expected


MINISTER = Addressed(Office.MINISTER, MALE, name="Can Demir", title="Sağlık Bakanı")


AMBASSADOR = Addressed(Office.AMBASSADOR, FEMALE, name="Ada Moss")


PROFESSOR = Addressed(Office.PROFESSOR, UNKNOWN, name="Eve Kaya")


BODY = Addressed(Office.ORGANISATION, organisation="Rosewater Trust")


@pytest.mark.parametrize(
    ("locale", "people", "expected"),
    [
        ("en", [AMBASSADOR, MINISTER], "Excellencies,"),
        ("en", [PROFESSOR, MINISTER, BODY], "Excellencies, Ladies and Gentlemen,"),
        ("en", [MINISTER, MINISTER], "Excellencies,"),
        ("en", [MINISTER], "Sir,"),
        ("tr", [AMBASSADOR, MINISTER], "Sayın Bakan, Sayın Büyükelçi,"),
        ("tr", [MINISTER, AMBASSADOR, MINISTER], "Sayın Bakanlar, Sayın Büyükelçi,"),
        ("tr", [PROFESSOR, BODY], "Sayın Prof.\u00a0Dr.\u00a0Eve Kaya, Sayın Yetkili,"),
        ("ar", [AMBASSADOR, MINISTER], "معالي الوزير Can Demir، سعادة السفيرة Ada Moss،"),
        ("ar", [MINISTER, MINISTER, BODY], "صاحبَي المعالي، السيدات والسادة في Rosewater Trust،"),
    ],
)
def test_one_letter_to_holders_of_several_offices_greets_each_by_precedence(
    locale: str, people: list[Addressed], expected: str
) -> None:
    found = joint_salutation(PROFILES[locale], people)
    assert plain_text(found).splitlines()[0] == expected
    assert plain_text(found).count("تحية") == (locale == "ar")


HE, SHE, THEY = (Addressed(Office.MINISTER, gender, name="N") for gender in (MALE, FEMALE, UNKNOWN))


def holding(office: Office, *people: Addressed) -> list[Addressed]:
    return [replace(person, office=office) for person in people]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([HE, HE], "صاحبَي المعالي،"),
        ([SHE, SHE], "صاحبتَي المعالي،"),
        ([HE, SHE], "صاحبَي المعالي،"),
        ([HE, THEY], "أصحاب المعالي،"),
        ([HE, HE, SHE], "أصحاب المعالي،"),
        ([SHE, SHE, SHE], "صاحبات المعالي،"),
        ([SHE, SHE, THEY], "أصحاب المعالي،"),
        (holding(Office.HEAD_OF_STATE, SHE, SHE), "صاحبتَي الفخامة،"),
        (holding(Office.LEGISLATOR, SHE, SHE, SHE), "صاحبات السعادة،"),
        (holding(Office.PATRIARCH, HE, HE), "صاحبَي الغبطة،"),
        (holding(Office.OFFICIAL, SHE, SHE, SHE), "السيدات الفاضلات،"),
        (holding(Office.OFFICIAL, HE, HE, HE), "السادة الأفاضل،"),
        (holding(Office.OFFICIAL, HE, SHE, THEY), "السيدات والسادة،"),
    ],
)
def test_arabic_greets_several_holders_of_an_office_in_number_and_gender(
    people: list[Addressed], expected: str
) -> None:
    assert plain_text(joint_salutation(PROFILES["ar"], people)).splitlines()[0] == expected


WIFE = Addressed(Office.PRIVATE_PERSON, FEMALE, name="Leila Moss", family_name="Moss")


HUSBAND = Addressed(Office.PRIVATE_PERSON, MALE, name="Can Moss", family_name="Moss")


SOMEBODY = Addressed(Office.PRIVATE_PERSON, name="Noor Moss", family_name="Moss")


PHYSICIAN = Addressed(Office.DOCTOR, UNKNOWN, name="Eve Kaya", family_name="Kaya")


NOBODY = Addressed(Office.PRIVATE_PERSON)


@pytest.mark.parametrize(
    ("locale", "people", "expected"),
    [
        ("en", [WIFE, HUSBAND], "Dear Ms.\u00a0Moss and Mr.\u00a0Moss,"),
        ("en", [HUSBAND, SOMEBODY], "Dear Mr.\u00a0Moss and Noor Moss,"),
        ("en", [WIFE, PHYSICIAN], "Dear Dr.\u00a0Kaya and Ms.\u00a0Moss,"),
        ("en", [WIFE, NOBODY], "Ladies and Gentlemen,"),
        ("en", [WIFE, HUSBAND, SOMEBODY], "Ladies and Gentlemen,"),
        ("en", [WIFE, BODY], "Ladies and Gentlemen,"),
        ("en", [WIFE, HUSBAND, MINISTER], "Excellencies, Ladies and Gentlemen,"),
        ("tr", [WIFE, HUSBAND], "Sayın Leila Moss ve Sayın Can Moss,"),
        ("tr", [WIFE, HUSBAND, SOMEBODY], "Sayın Hanımefendiler ve Beyefendiler,"),
        ("ar", [WIFE, HUSBAND], "السيدة Leila Moss المحترمة والسيد Can Moss المحترم،"),
        ("ar", [WIFE, SOMEBODY], "السيدة Leila Moss المحترمة وحضرة Noor Moss،"),
        ("ar", [NOBODY, NOBODY], "السيدات والسادة،"),
    ],
)
def test_two_who_hold_no_office_are_called_by_their_names(
    locale: str, people: list[Addressed], expected: str
) -> None:
    found = joint_salutation(PROFILES[locale], people)
    assert plain_text(found).splitlines()[0] == expected


@pytest.mark.parametrize("locale", sorted(PROFILES))
def test_several_of_unknown_gender_are_never_called_women_or_men(locale: str) -> None:
    for office, number in product(Office, (2, 3)):
        some = joint_salutation(PROFILES[locale], [Addressed(office)] * number)
        said = plain_text(some)
        assert not any(word in said for word in ("صاحبات", "صاحبتَي", "صاحبَي", "المحترمة", "Sir,"))


def test_a_house_says_what_several_are_called_by_who_is_among_them(tmp_path: Path) -> None:
    (tmp_path / "es.yaml").write_text(
        "forms-of-address:\n"
        "  courtesy: {female: Sra., male: Sr.}\n"
        "  by-name: {female: 'señora {name}', male: 'señor {name}'}\n"
        "  salutation:\n"
        "    minister: {plural: {female: 'Señoras Ministras:', unknown: 'Señores Ministros:'}}\n"
        "    default: {plural: 'Señores:', two: {mixed: '{people}:'}}\n",
        encoding="utf-8",
    )
    problems = Diagnostics()
    profile = load_profile("es", [tmp_path], problems)
    assert profile is not None
    assert [found.message for found in problems if "nothing fills" in found.message] == []
    for people, expected in (
        ([SHE, SHE], "Señoras Ministras:"),
        ([SHE, THEY], "Señores Ministros:"),
        ([WIFE, HUSBAND], "señora Leila Moss y señor Can Moss:"),
        ([WIFE, WIFE], "Señores:"),
    ):
        assert str(joint_salutation(profile, people)) == expected


def test_what_only_several_are_called_cannot_be_said_to_one(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text(
        "forms-of-address:\n"
        "  salutation: {minister: {female: 'Dear {people},', two: {both: 'Dear {people},'}}}\n"
        "  titles-in-short: {names: [Chair]}\n",
        encoding="utf-8",
    )
    problems = Diagnostics()
    load_profile("en", [tmp_path], problems)
    assert [found.message for found in problems] == [
        "nothing fills `{people}` in `forms-of-address.salutation.minister.female`",
        "unknown key `both` in `forms-of-address.salutation.minister.two`",
        "`forms-of-address.titles-in-short.names` must be a mapping",
    ]
