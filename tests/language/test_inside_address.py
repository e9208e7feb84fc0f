"""Whom a letter is to, and where: names with their honorifics, countries, the order of lines."""

from __future__ import annotations

import pytest
from tests.profiles import PROFILES

from letterkit.document import Phrase, Value, plain_text
from letterkit.language.address import (
    AddressLine,
    Gender,
    Office,
    country_name,
    honorific,
    honorific_in_full,
    inside_address,
    named,
)
from letterkit.language.errors import LanguageError

FEMALE, MALE, UNKNOWN = Gender.FEMALE, Gender.MALE, Gender.UNKNOWN


def shown(lines: tuple[AddressLine, ...]) -> list[str]:
    return [plain_text(line.inlines) for line in lines]


def test_honorifics_short_and_in_full() -> None:
    arabic = PROFILES["ar"]
    assert [honorific(arabic, "doctor", gender) for gender in Gender] == ["د.", "د.", "د."]
    in_full = [honorific_in_full(arabic, "doctor", gender) for gender in Gender]
    assert in_full == ["الدكتورة", "الدكتور", "د."]
    assert honorific(PROFILES["tr"], "doctor", FEMALE) == "Dr."


def test_a_title_of_respect_that_a_language_lacks_is_left_out() -> None:
    assert honorific(PROFILES["en"], "lawyer", FEMALE) == ""
    assert str(named(PROFILES["en"], "Ada Moss", "lawyer", FEMALE)) == "Ada Moss"
    assert str(named(PROFILES["tr"], "Ada Moss", "lawyer", FEMALE)) == "Av.\u00a0Ada Moss"


def test_an_unknown_honorific_is_told() -> None:
    with pytest.raises(LanguageError) as caught:
        honorific(PROFILES["en"], "docter", FEMALE)
    assert caught.value.diagnostic.hint == "did you mean `doctor`?"


def test_an_honorific_in_the_words_of_the_data_is_printed_as_it_is() -> None:
    said = Phrase.of(Value("Archimandrite"))
    assert str(named(PROFILES["en"], "Elias", said, MALE)) == "Archimandrite Elias"
    lines = inside_address(
        PROFILES["en"], office=Office.CLERGY, gender=MALE, name="Elias", honorific="Archimandrite"
    )
    assert shown(lines) == ["Archimandrite Elias"]


def test_a_name_is_not_parted_from_an_abbreviated_honorific() -> None:
    assert str(named(PROFILES["en"], "Hatem", "doctor", UNKNOWN)) == "Dr.\u00a0Hatem"
    assert str(named(PROFILES["ar"], "محمد", "doctor", UNKNOWN)) == "د.\u00a0محمد"
    assert str(named(PROFILES["en"], "Hatem", "professor", UNKNOWN)) == "Professor Hatem"
    assert str(named(PROFILES["en"], "Hatem", None, UNKNOWN)) == "Hatem"


@pytest.mark.parametrize(
    ("gender", "line"),
    [
        (FEMALE, "Her Excellency Ms.\u00a0Ada Moss"),
        (MALE, "His Excellency Mr.\u00a0Ada Moss"),
        (UNKNOWN, "H.E.\u00a0Ada Moss"),
    ],
)
def test_an_english_minister_in_the_inside_address(gender: Gender, line: str) -> None:
    lines = inside_address(
        PROFILES["en"], office=Office.MINISTER, gender=gender, name="Ada Moss", title="Minister"
    )
    assert shown(lines) == [line, "Minister"]


def test_an_inside_address_from_abroad_ends_with_the_country_in_capitals() -> None:
    lines = inside_address(
        PROFILES["tr"],
        office=Office.DOCTOR,
        gender=FEMALE,
        name="Ada Moss",
        title="Müdür",
        organisation="Örnek Derneği",
        lines=["Deneme Mah. Örnek Cad. No: 5/3", "79000 Merkez/KİLİS"],
        country="Birleşik Krallık",
    )
    assert shown(lines) == [
        "Sayın Dr.\u00a0Ada Moss",
        "Müdür",
        "Örnek Derneği",
        "Deneme Mah. Örnek Cad. No: 5/3",
        "79000 Merkez/KİLİS",
        "BİRLEŞİK KRALLIK",
    ]
    assert [line.postal for line in lines] == [False, False, False, True, True, True]


def test_an_organisation_alone_needs_no_person() -> None:
    lines = inside_address(
        PROFILES["en"], office=Office.ORGANISATION, gender=UNKNOWN, organisation="Example Relief"
    )
    assert shown(lines) == ["Example Relief"]


def test_a_country_in_another_script_than_the_address_is_not_postal() -> None:
    lines = inside_address(
        PROFILES["ar"],
        office=Office.OFFICIAL,
        gender=MALE,
        name="نجم",
        lines=["1 Example Street", "Exampleton"],
        country="المملكة المتحدة",
    )
    assert shown(lines)[-1] == "المملكة المتحدة"
    assert [line.postal for line in lines] == [False, True, True, False]


@pytest.mark.parametrize(
    ("locale", "code", "expected"),
    [
        ("en", "RU", "Russian Federation"),
        ("ar", "RU", "الاتحاد الروسي"),
        ("tr", "ru", "Rusya Federasyonu"),
        ("en", "TR", "Türkiye"),
        ("tr", "DE", "Almanya"),
        ("en", "Somewhere", None),
    ],
)
def test_countries_have_the_names_of_the_united_nations_or_of_cldr(
    locale: str, code: str, expected: str | None
) -> None:
    assert country_name(PROFILES[locale], code) == expected


def test_a_turkish_country_name_has_turkish_capitals_in_an_english_letter() -> None:
    lines = inside_address(
        PROFILES["en"], office=Office.OFFICIAL, gender=UNKNOWN, country="Türkiye"
    )
    assert shown(lines) == ["TÜRKİYE"]


@pytest.mark.parametrize(
    ("locale", "earned", "line"),
    [
        ("en", None, "Vesna Example"),
        ("ar", None, "Vesna Example"),
        ("tr", None, "Vesna Example"),
        ("en", "doctor", "Dr.\u00a0Vesna Example"),
        ("tr", "doctor", "Dr.\u00a0Vesna Example"),
    ],
)
def test_without_courtesy_only_an_earned_title_stands_before_a_name(
    locale: str, earned: str | None, line: str
) -> None:
    lines = inside_address(
        PROFILES[locale],
        office=Office.HEAD_OF_STATE,
        gender=MALE,
        name="Vesna Example",
        honorific=earned,
        courtesy=False,
    )
    assert shown(lines) == [line]


@pytest.mark.parametrize(
    ("locale", "office", "gender", "name", "line"),
    [
        ("en", Office.ROYALTY, MALE, "Example I", "His Majesty King Example I"),
        ("en", Office.ROYALTY, MALE, "King Example I", "His Majesty King Example I"),
        ("en", Office.ROYALTY, FEMALE, "The Queen", "Her Majesty The Queen"),
        ("en", Office.ROYALTY, MALE, "His Majesty King Example", "His Majesty King Example"),
        ("en", Office.POPE, MALE, "Pope Example", "His Holiness Pope Example"),
        ("en", Office.DOCTOR, MALE, "Dr Ada Moss", "Dr Ada Moss"),
        ("en", Office.OFFICIAL, MALE, "Mr. Moss", "Mr. Moss"),
        ("en", Office.ROYALTY, MALE, "Kingsley", "His Majesty King Kingsley"),
        ("ar", Office.ROYALTY, MALE, "الملك مثال", "جلالة الملك مثال"),
        ("ar", Office.POPE, MALE, "البابا مثال", "قداسة البابا مثال"),
        ("ar", Office.DOCTOR, UNKNOWN, "د. مثال", "د. مثال"),
        ("tr", Office.ROYALTY, MALE, "Kral Örnek", "Majesteleri Kral Örnek"),
        ("tr", Office.OFFICIAL, MALE, "SAYIN Ada Moss", "SAYIN Ada Moss"),
    ],
)
def test_a_title_that_the_name_begins_with_is_not_said_twice(
    locale: str, office: Office, gender: Gender, name: str, line: str
) -> None:
    lines = inside_address(PROFILES[locale], office=office, gender=gender, name=name)
    assert shown(lines) == [line]
