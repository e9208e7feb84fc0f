"""French as letters of the United Nations and of French offices have it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.profiles import profile_of, written

from letterkit.diagnostics import Diagnostics
from letterkit.document import Phrase, Value, plain_text
from letterkit.language.address import (
    Addressed,
    Gender,
    Office,
    complimentary_close,
    inside_address,
    joint_salutation,
    named,
    salutation,
)
from letterkit.language.dates import dateline, format_date, format_hijri, format_time
from letterkit.language.lists import join
from letterkit.language.nouns import counted, more_than, withheld
from letterkit.language.numbers import format_number, format_ordinal, format_percent
from letterkit.language.numbers_in_words import number_in_words
from letterkit.language.phrases import label
from letterkit.language.profile import load_profile
from letterkit.language.quotes import quote
from letterkit.language.typography.proofreading import mended

if TYPE_CHECKING:
    from pathlib import Path


FRENCH = profile_of("fr")


@pytest.mark.parametrize(
    ("day", "style", "expected"),
    [
        (date(2016, 2, 24), "long", "24 février 2016"),
        (date(2016, 2, 1), "long", "1er février 2016"),
        (date(2016, 8, 1), "day-month", "1er août"),
        (date(2016, 2, 1), "full", "lundi 1er février 2016"),
        (date(2016, 2, 11), "long", "11 février 2016"),
        (date(2016, 2, 1), "short", "01/02/2016"),
        (date(2016, 2, 1), "month-year", "février 2016"),
    ],
)
def test_the_first_of_a_month_is_an_ordinal(day: date, style: str, expected: str) -> None:
    assert format_date(FRENCH, day, style) == expected


def test_the_first_of_an_islamic_month_is_an_ordinal_too() -> None:
    assert format_hijri(FRENCH, date(2016, 2, 10)) == "1er joumada al oula 1437 de l’hégire"


def test_times_have_an_h() -> None:
    assert format_time(FRENCH, datetime(2016, 2, 24, 10, 0, tzinfo=UTC)) == "10\u00a0h"
    assert format_time(FRENCH, datetime(2016, 2, 24, 9, 5, tzinfo=UTC)) == "9\u00a0h\u00a005"
    assert format_time(profile_of("en"), datetime(2016, 2, 24, 9, 0, tzinfo=UTC)) == "09:00"


def test_no_other_language_has_that_first_day() -> None:
    for locale, expected in (("en", "1 February 2016"), ("tr", "1 Şubat 2016")):
        assert format_date(profile_of(locale), date(2016, 2, 1)) == expected


@pytest.mark.parametrize(
    ("number", "gender", "expected"),
    [
        (1, "masculine", "1er"),
        (1, "feminine", "1re"),
        (2, "masculine", "2e"),
        (2, "feminine", "2e"),
        (21, "feminine", "21e"),
    ],
)
def test_ordinals_go_with_the_gender_of_their_noun(number: int, gender: str, expected: str) -> None:
    assert format_ordinal(FRENCH, number, gender=gender) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("fr", "soixante et onze"),
        ("fr-CA", "soixante et onze"),
        ("fr-BE", "septante et un"),
        ("fr-CH", "septante et un"),
    ],
)
def test_tens_are_those_of_the_region(locale: str, expected: str) -> None:
    assert number_in_words(profile_of(locale), 71) == expected


def test_a_house_says_which_tens_it_has(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        fr="numbers: {tens: [septante, nonante]}\n",
        fr_CH="numbers: {tens: [septente, nonante]}\n",
    )
    geneva = profile_of("fr", folder)
    assert [number_in_words(geneva, number) for number in (75, 80, 95)] == [
        "septante-cinq",
        "quatre-vingts",
        "nonante-cinq",
    ]
    problems = Diagnostics()
    load_profile("fr-CH", [folder], problems)
    (told,) = problems
    assert told.message == "`septente` is no value of `numbers.tens`"
    assert told.hint == "did you mean `septante`?"


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        (0, "hospital", "0 hôpital"),
        (1, "hospital", "1 hôpital"),
        (2, "hospital", "2 hôpitaux"),
        (92, "organisation", "92 organisations"),
        (1_000_000, "refugee", "1\u202f000\u202f000 réfugiés"),
        (3, "air strike", "3 frappes aériennes"),
        (2, "month", "2 mois"),
    ],
)
def test_nothing_and_one_are_singular(number: int, noun: str, expected: str) -> None:
    assert counted(FRENCH, number, noun) == expected


def test_numbers_and_phrases() -> None:
    assert format_number(FRENCH, 1500.5) == "1\u202f500,5"
    assert format_percent(FRENCH, 97) == "97\u00a0%"
    assert more_than(FRENCH, 200, "organisation") == "plus de 200 organisations"
    assert str(join(FRENCH, ["A", "B", "C"])) == "A, B et C"
    assert str(join(FRENCH, ["A", "B"], "or")) == "A ou B"
    assert str(quote(FRENCH, quote(FRENCH, "A"))) == "«\u00a0“A”\u00a0»"
    assert str(dateline(FRENCH, "Gaziantep", date(2016, 3, 1))) == "Gaziantep, le 1er mars 2016"
    assert str(withheld(FRENCH, 1, "organisation")).startswith("1 organisation dont le nom n’est")
    assert str(withheld(FRENCH, 2, "organisation")).startswith("2 organisations dont les noms ne")
    assert str(label(FRENCH, "subject", subject="Visite")) == "Objet\u00a0: Visite"


def test_a_close_calls_whom_the_salutation_called() -> None:
    for office, gender, called in (
        (Office.HEAD_OF_STATE, Gender.FEMALE, "Madame la Présidente"),
        (Office.MINISTER, Gender.MALE, "Monsieur le Ministre"),
        (Office.MINISTER, Gender.UNKNOWN, "Excellence"),
        (Office.OFFICIAL, Gender.UNKNOWN, "Madame, Monsieur"),
    ):
        greeted = salutation(FRENCH, office, gender, name="Ada Kaya")
        assert str(greeted) == f"{called},"
        close = str(complimentary_close(FRENCH, office, gender, greeted=greeted))
        assert close.startswith(f"Veuillez agréer, {called}, l’")
        assert close.endswith(("considération.", "distinguée."))


BY_THEIR_STYLE = {
    Office.ROYALTY: "Vos Majestés",
    Office.SULTAN: "Vos Majestés",
    Office.EMIR: "Vos Altesses",
    Office.HIGHNESS: "Vos Altesses",
    Office.ROYAL_HIGHNESS: "Vos Altesses Royales",
    Office.POPE: "Vos Saintetés",
}


@pytest.mark.parametrize("office", Office)
def test_no_gender_is_guessed_and_several_are_greeted_as_several(office: Office) -> None:
    one = {gender: str(salutation(FRENCH, office, gender, name="N")) for gender in Gender}
    if one[Gender.FEMALE] != one[Gender.MALE]:
        assert one[Gender.UNKNOWN] not in {one[Gender.FEMALE], one[Gender.MALE]}
    several = salutation(FRENCH, office, Gender.UNKNOWN, plural=True)
    close = complimentary_close(FRENCH, office, Gender.UNKNOWN, plural=True, greeted=several)
    if office in BY_THEIR_STYLE:
        assert str(close).startswith(f"Daignent {BY_THEIR_STYLE[office]} agréer ")
    else:
        assert str(close).startswith(f"Veuillez agréer, {str(several).removesuffix(',')}, ")


HE, SHE, THEY = Gender.MALE, Gender.FEMALE, Gender.UNKNOWN


@pytest.mark.parametrize(
    ("office", "genders", "expected"),
    [
        (Office.MINISTER, [SHE, SHE], "Mesdames les Ministres,"),
        (Office.MINISTER, [HE, HE, HE], "Messieurs les Ministres,"),
        (Office.MINISTER, [SHE, HE], "Madame la Ministre, Monsieur le Ministre,"),
        (Office.MINISTER, [SHE, HE, HE], "Mesdames et Messieurs les Ministres,"),
        (Office.MINISTER, [SHE, THEY], "Mesdames et Messieurs les Ministres,"),
        (Office.HEAD_OF_STATE, [THEY, THEY], "Excellences,"),
        (Office.HEAD_OF_STATE, [SHE, SHE], "Mesdames les Présidentes,"),
        (Office.OFFICIAL, [SHE, HE], "Madame, Monsieur,"),
        (Office.OFFICIAL, [SHE, THEY], "Mesdames, Messieurs,"),
        (Office.PRIVATE_PERSON, [HE, HE], "Messieurs,"),
    ],
)
def test_several_holders_of_an_office_are_greeted_in_number_and_gender(
    office: Office, genders: list[Gender], expected: str
) -> None:
    people = [Addressed(office, gender, name="Ada Kaya") for gender in genders]
    assert str(joint_salutation(FRENCH, people)) == expected


def test_holders_of_several_offices_are_greeted_one_by_one() -> None:
    people = [Addressed(Office.AMBASSADOR, HE, name="A"), Addressed(Office.MINISTER, SHE, name="B")]
    assert str(joint_salutation(FRENCH, people)) == "Madame la Ministre, Monsieur l’Ambassadeur,"


@pytest.mark.parametrize(
    ("office", "gender", "title", "expected"),
    [
        (
            Office.HEAD_OF_ORGANISATION,
            SHE,
            "directrice générale de la Rose",
            "la Directrice générale",
        ),
        (Office.HEAD_OF_ORGANISATION, HE, "Porte-parole de la Rose", ""),
        (Office.HEAD_OF_ORGANISATION, HE, "Président de la Rose", "le Président"),
        (Office.HEAD_OF_GOVERNMENT, SHE, "Chancelière fédérale d’Exemplie", "la Chancelière"),
        (Office.HEAD_OF_GOVERNMENT, SHE, None, "la Première ministre"),
        (Office.PROSECUTOR, SHE, "Procureure générale près la cour", "la Procureure générale"),
        (Office.CONSUL, HE, None, "le Consul"),
    ],
)
def test_who_holds_an_office_is_called_by_its_title_with_the_article(
    office: Office, gender: Gender, title: str | None, expected: str
) -> None:
    found = salutation(FRENCH, office, gender, name="Ada Kaya", title=title)
    courtesy = "Madame" if gender is SHE else "Monsieur"
    assert str(found) == f"{courtesy} {expected}".rstrip() + ","


@pytest.mark.parametrize("name", ["Exemple", "le roi Exemple", "Roi Exemple"])
def test_a_king_is_called_king_once_with_the_article(name: str) -> None:
    (line,) = inside_address(FRENCH, office=Office.ROYALTY, gender=HE, name=name)
    assert "roi exemple" in plain_text(line.inlines).replace("R", "r").replace("E", "e")
    assert plain_text(line.inlines).startswith("Sa Majesté le ")
    assert plain_text(line.inlines).count(" le ") == 1


def test_a_salutation_of_the_data_is_repeated_as_a_value_of_the_data() -> None:
    greeted = Phrase.of(Value("Monsieur le Maire,", sources=(), verbatim=True))
    close = complimentary_close(FRENCH, Office.OFFICIAL, Gender.MALE, greeted=greeted)
    assert str(close).startswith("Veuillez agréer, Monsieur le Maire, l’assurance")
    (value,) = (inline for inline in close if isinstance(inline, Value))
    assert (value.text, value.verbatim) == ("Monsieur le Maire", False)


def test_a_close_that_repeats_nothing_is_as_it_was() -> None:
    english = profile_of("en")
    greeted = salutation(english, Office.OFFICIAL, Gender.UNKNOWN, name="Ada Kaya")
    assert str(complimentary_close(english, Office.OFFICIAL, Gender.UNKNOWN, greeted=greeted)) == (
        "Yours sincerely,"
    )


def test_short_titles_without_a_full_stop_stay_with_their_name() -> None:
    assert str(named(FRENCH, "Ada Kaya", "doctor", Gender.FEMALE)) == "Dr\u00a0Ada Kaya"
    assert str(named(FRENCH, "Ada Kaya", "lawyer", Gender.FEMALE)) == "Me\u00a0Ada Kaya"
    (line,) = inside_address(FRENCH, office=Office.MINISTER, gender=Gender.FEMALE, name="Ada Kaya")
    assert plain_text(line.inlines) == "Son Excellence Madame Ada Kaya"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('Il dit "non".', "Il dit «\u00a0non\u00a0»."),
        ("Pourquoi? Ainsi: non!", "Pourquoi\u202f? Ainsi\u00a0: non\u202f!"),
        ("Oui ; non", "Oui\u202f; non"),
        ("M. Kaya", "M.\u00a0Kaya"),
        ("l'article 3", "l’article\u00a03"),
        ("à 10:00, voir https://example.org", "à 10:00, voir https://example.org"),
    ],
)
def test_high_marks_and_guillemets_have_their_spaces(typed: str, expected: str) -> None:
    assert mended(typed, FRENCH) == expected
