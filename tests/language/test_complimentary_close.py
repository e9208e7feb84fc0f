"""How a letter ends: by office, by who signs, and by what its salutation said."""

from __future__ import annotations

import pytest
from tests.profiles import PROFILES, profile_of

from letterkit.language.address import (
    Gender,
    Office,
    complimentary_close,
    salutation,
)

FEMALE, MALE, UNKNOWN = Gender.FEMALE, Gender.MALE, Gender.UNKNOWN


@pytest.mark.parametrize(
    ("locale", "office", "to_one", "to_several"),
    [
        ("en", Office.HEAD_OF_STATE, "Yours faithfully,", "Yours faithfully,"),
        ("en", Office.OFFICIAL, "Yours sincerely,", "Yours faithfully,"),
        ("tr", Office.HEAD_OF_STATE, "Saygılarımızla arz ederiz.", "Saygılarımızla arz ederiz."),
        ("tr", Office.OFFICIAL, "Saygılarımızla,", "Saygılarımızla,"),
        (
            "ar",
            Office.HEAD_OF_STATE,
            "وتفضلوا بقبول فائق الاحترام والتقدير،",
            "وتفضلوا بقبول فائق الاحترام والتقدير،",
        ),
    ],
)
def test_a_letter_ends_as_its_office_asks(
    locale: str, office: Office, to_one: str, to_several: str
) -> None:
    profile = PROFILES[locale]
    assert str(complimentary_close(profile, office, UNKNOWN)) == to_one
    assert str(complimentary_close(profile, office, UNKNOWN, plural=True)) == to_several


def test_a_close_after_a_salutation_without_a_name_is_faithful() -> None:
    english = PROFILES["en"]
    assert str(complimentary_close(english, Office.OFFICIAL, UNKNOWN)) == "Yours sincerely,"
    unnamed = complimentary_close(english, Office.OFFICIAL, UNKNOWN, unnamed=True)
    assert str(unnamed) == "Yours faithfully,"


@pytest.mark.parametrize(
    ("office", "gender", "jointly", "expected"),
    [
        (
            Office.MINISTER,
            FEMALE,
            False,
            "Accept, Madam, the assurances of my highest consideration.",
        ),
        (
            Office.AMBASSADOR,
            UNKNOWN,
            True,
            "Accept, Excellency, the assurances of our highest consideration.",
        ),
        (
            Office.ROYALTY,
            MALE,
            False,
            "Accept, Your Majesty, the assurances of my highest consideration.",
        ),
        (Office.OFFICIAL, MALE, True, "Yours sincerely,"),
    ],
)
def test_a_formal_letter_ends_with_the_assurances_of_consideration(
    office: Office, gender: Gender, jointly: bool, expected: str
) -> None:
    english = PROFILES["en"]
    greeted = salutation(english, office, gender)
    said = complimentary_close(english, office, gender, jointly=jointly, greeted=greeted)
    assert str(said) == expected


@pytest.mark.parametrize(
    ("locale", "office", "plural", "expected"),
    [
        ("tr", Office.MINISTER, False, "Saygılarımla arz ederim."),
        ("tr", Office.OFFICIAL, True, "Saygılarımla,"),
        (
            "fr",
            Office.ROYALTY,
            False,
            "Daigne Votre Majesté agréer l’hommage de mon profond respect.",
        ),
        # No majesties are asked as if they were one.
        (
            "fr",
            Office.ROYALTY,
            True,
            "Daignent Vos Majestés agréer l’hommage de notre profond respect.",
        ),
    ],
)
def test_one_person_who_signs_writes_i(
    locale: str, office: Office, plural: bool, expected: str
) -> None:
    profile = profile_of(locale)
    greeted = salutation(profile, office, UNKNOWN)
    close = complimentary_close(
        profile, office, UNKNOWN, plural=plural, alone=True, greeted=greeted
    )
    assert str(close) == expected


def test_without_courtesy_nobody_is_assured_of_consideration() -> None:
    for locale, expected in (("en", "Yours faithfully,"), ("tr", "Saygılarımızla,")):
        profile = PROFILES[locale]
        greeted = salutation(profile, Office.HEAD_OF_STATE, MALE)
        close = complimentary_close(
            profile, Office.HEAD_OF_STATE, MALE, courtesy=False, greeted=greeted
        )
        assert str(close) == expected


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        (Office.GOVERNOR, "Saygılarımızla arz ederiz."),
        (Office.JUDGE, "Saygılarımızla arz ederiz."),
        (Office.PROFESSOR, "Saygılarımızla,"),
        (Office.SUBORDINATE, "Rica ederiz."),
    ],
)
def test_turkish_submits_to_an_authority_and_asks_of_one_below(
    office: Office, expected: str
) -> None:
    assert str(complimentary_close(PROFILES["tr"], office, UNKNOWN)) == expected
