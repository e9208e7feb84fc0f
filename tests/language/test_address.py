"""Salutations: how a letter to one begins, by office, gender and title; never a guess."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import PROFILES, begun_profile_of, profile_of, written

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import Direction, LineBreak, Text, Value, plain_text
from letterkit.language.address import (
    AddressLine,
    Gender,
    Office,
    complimentary_close,
    inside_address,
    salutation,
)
from letterkit.language.profile import Profile, load_profile
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from pathlib import Path


FEMALE, MALE, UNKNOWN = Gender.FEMALE, Gender.MALE, Gender.UNKNOWN


def shown(lines: tuple[AddressLine, ...]) -> list[str]:
    return [plain_text(line.inlines) for line in lines]


@pytest.mark.parametrize(
    ("office", "gender", "expected"),
    [
        (Office.HEAD_OF_STATE, MALE, "Sir,"),
        (Office.HEAD_OF_STATE, FEMALE, "Madam,"),
        (Office.HEAD_OF_STATE, UNKNOWN, "Excellency,"),
        (Office.MINISTER, FEMALE, "Madam,"),
        (Office.AMBASSADOR, MALE, "Excellency,"),
        (Office.ROYALTY, FEMALE, "Your Majesty,"),
        (Office.OFFICIAL, FEMALE, "Dear Ms.\u00a0Ada Moss,"),
        (Office.OFFICIAL, UNKNOWN, "Dear Ada Moss,"),
        (Office.DOCTOR, UNKNOWN, "Dear Dr.\u00a0Ada Moss,"),
        (Office.PROFESSOR, MALE, "Dear Professor Ada Moss,"),
        (Office.ORGANISATION, UNKNOWN, "Dear Sir or Madam,"),
    ],
)
def test_english_greets_by_office_and_gender(office: Office, gender: Gender, expected: str) -> None:
    assert str(salutation(PROFILES["en"], office, gender, name="Ada Moss")) == expected


@pytest.mark.parametrize(
    ("office", "gender", "expected"),
    [
        (Office.HEAD_OF_STATE, UNKNOWN, "Sayın Devlet Başkanı,"),
        (Office.MINISTER, FEMALE, "Sayın Bakan,"),
        (Office.OFFICIAL, MALE, "Sayın Ada Moss,"),
        (Office.DOCTOR, FEMALE, "Sayın Dr.\u00a0Ada Moss,"),
        (Office.ORGANISATION, UNKNOWN, "Sayın Yetkili,"),
    ],
)
def test_turkish_greets_by_office_and_title(office: Office, gender: Gender, expected: str) -> None:
    assert str(salutation(PROFILES["tr"], office, gender, name="Ada Moss")) == expected


@pytest.mark.parametrize(
    ("office", "gender", "name", "expected"),
    [
        (Office.HEAD_OF_STATE, MALE, None, "فخامة الرئيس،"),
        (Office.HEAD_OF_STATE, FEMALE, "ليلى", "فخامة الرئيسة ليلى،"),
        (Office.HEAD_OF_STATE, UNKNOWN, "ليلى", "فخامة رئاسة الجمهورية،"),
        (Office.AMBASSADOR, FEMALE, None, "سعادة السفيرة،"),
        (Office.MINISTER, UNKNOWN, None, "معالي رئاسة الجمهورية،"),
        (Office.ROYALTY, MALE, None, "جلالة الملك،"),
        (Office.DOCTOR, FEMALE, "ليلى", "الدكتورة ليلى المحترمة،"),
        (Office.DOCTOR, UNKNOWN, "ليلى", "حضرة د.\u00a0ليلى،"),
        (Office.OFFICIAL, MALE, "نجم", "السيد نجم المحترم،"),
        (Office.OFFICIAL, UNKNOWN, "نجم", "حضرة نجم،"),
    ],
)
def test_arabic_salutations_with_their_greeting_on_its_own_line(
    office: Office, gender: Gender, name: str | None, expected: str
) -> None:
    found = salutation(PROFILES["ar"], office, gender, name=name, title="رئاسة الجمهورية")
    assert plain_text(found).splitlines() == [expected, "تحية طيبة وبعد،"]
    assert LineBreak() in found


@pytest.mark.parametrize(
    ("gender", "title", "expected"),
    [
        (FEMALE, "مستشارة جمهورية ألمانيا الاتحادية", "دولة مستشارة جمهورية ألمانيا الاتحادية،"),
        (FEMALE, None, "دولة رئيسة الوزراء،"),
        (MALE, None, "دولة رئيس الوزراء،"),
    ],
)
def test_an_arabic_head_of_government_is_greeted_by_the_title_of_the_office(
    gender: Gender, title: str | None, expected: str
) -> None:
    found = salutation(PROFILES["ar"], Office.HEAD_OF_GOVERNMENT, gender, name="ليلى", title=title)
    assert plain_text(found).splitlines()[0] == expected


@pytest.mark.parametrize(
    ("office", "title", "called"),
    [
        (Office.HEAD_OF_STATE, "Örnekistan Cumhuriyeti Cumhurbaşkanı", "Cumhurbaşkanı"),
        (Office.HEAD_OF_STATE, "Örnekistan Federasyonu Devlet Başkanı", "Devlet Başkanı"),
        (
            Office.HEAD_OF_STATE,
            "Örnekistan Konseyi Dönem Sözcüsü",
            "Örnekistan Konseyi Dönem Sözcüsü",
        ),
        (Office.HEAD_OF_GOVERNMENT, "Örnekistan Başbakanı", "Başbakan"),
        (Office.HEAD_OF_GOVERNMENT, "Örnekistan Şansölyesi", "Şansölye"),
        (Office.HEAD_OF_GOVERNMENT, None, "Başbakan"),
        (Office.SPEAKER, "Örnekistan Ulusal Meclisi Başkanı", "Meclis Başkanı"),
        (Office.JUDGE, "Örnek Divanı Yargıcı", "Yargıç"),
        (Office.JUDGE, None, "Hâkim"),
        (Office.CONSUL, "ÖRNEKİSTAN BAŞKONSOLOSU", "Başkonsolos"),
        (Office.HEAD_OF_ORGANISATION, "Genel Müdür, Gülsuyu Vakfı", "Genel Müdür"),
        (Office.HEAD_OF_ORGANISATION, "Örnek Vakfı Genel Müdür Yardımcısı", "Ada Moss"),
    ],
)
def test_turkish_calls_who_holds_an_office_by_the_last_words_of_its_title(
    office: Office, title: str | None, called: str
) -> None:
    found = salutation(PROFILES["tr"], office, MALE, name="Ada Moss", title=title)
    assert str(found) == f"Sayın {called},"


@pytest.mark.parametrize(
    ("gender", "title", "expected"),
    [
        (FEMALE, "Chair of the Rosewater Council", "Dear Madam Chair,"),
        (MALE, "The President", "Dear Mr.\u00a0President,"),
        (UNKNOWN, "Director-General for Roses", "Dear Director-General,"),
        (MALE, "Federal Chancellor", "Dear Mr.\u00a0Chancellor,"),
        (FEMALE, "Head of Office", "Dear Ms.\u00a0Moss,"),
        (FEMALE, "Assistant to the President", "Dear Ms.\u00a0Moss,"),
        (UNKNOWN, None, "Dear Ada Moss,"),
    ],
)
def test_english_calls_who_heads_a_body_by_a_title_that_people_are_called_by(
    gender: Gender, title: str | None, expected: str
) -> None:
    found = salutation(
        PROFILES["en"],
        Office.HEAD_OF_ORGANISATION,
        gender,
        name="Ada Moss",
        family_name="Moss",
        title=title,
    )
    assert str(found) == expected


def test_a_title_in_short_is_a_value_of_the_data_with_its_place() -> None:
    title = DataText("Chair of the Rosewater Council", Origin("officials.yaml", 3, 10))
    found = salutation(PROFILES["en"], Office.HEAD_OF_ORGANISATION, FEMALE, title=title)
    (value,) = (inline for inline in found if isinstance(inline, Value))
    assert (value.text, value.sources, value.verbatim) == ("Chair", (title.origin,), False)


def test_an_english_letter_to_an_office_of_the_united_nations_need_not_name_its_holder() -> None:
    title = "The President of the Security Council"
    found = salutation(PROFILES["en"], Office.UN_OFFICIAL, UNKNOWN, title=title)
    assert str(found) == "Excellency,"


def test_an_arabic_letter_to_nobody_in_particular_begins_with_the_greeting() -> None:
    found = salutation(PROFILES["ar"], Office.PRIVATE_PERSON, UNKNOWN)
    assert found == (Text("تحية طيبة وبعد،"),)


def test_an_arabic_letter_to_an_organisation_names_it() -> None:
    found = salutation(PROFILES["ar"], Office.ORGANISATION, UNKNOWN, organisation="الهلال الأزرق")
    assert plain_text(found).splitlines()[0] == "السيدات والسادة في الهلال الأزرق،"


@pytest.mark.parametrize("locale", sorted(PROFILES))
def test_every_office_and_gender_has_words(locale: str) -> None:
    profile = PROFILES[locale]
    for office, gender in product(Office, Gender):
        assert plain_text(salutation(profile, office, gender, name="N", title="T")).strip()
        assert complimentary_close(profile, office, gender)
        (line,) = shown(inside_address(profile, office=office, gender=gender, name="N"))
        assert line.endswith("N")


GENDERED = {
    "en": ("Sir,", "Mr.", "Ms.", "His", "Her"),
    "ar": ("السيد ", "السيدة ", "المحترم،", "المحترمة،", "الرئيس ", "الوزير "),
    "tr": ("Bey", "Hanım"),
}


@pytest.mark.parametrize("locale", sorted(PROFILES))
def test_an_unknown_gender_is_never_guessed(locale: str) -> None:
    profile = PROFILES[locale]
    for office in Office:
        said = plain_text(salutation(profile, office, UNKNOWN, name="N", title="T"))
        said += shown(inside_address(profile, office=office, gender=UNKNOWN, name="N"))[0]
        assert not any(word in said for word in GENDERED[locale]), said


def test_a_name_in_a_salutation_stays_a_value_with_its_place() -> None:
    name = DataText("Ada <Moss>", Origin("addressees.yaml", 2, 9))
    found = salutation(PROFILES["ar"], Office.OFFICIAL, FEMALE, name=name)
    assert (
        Value("Ada <Moss>", sources=(name.origin,), verbatim=True, direction=Direction.LTR) in found
    )


@given(st.text(min_size=1), st.sampled_from(list(Office)), st.sampled_from(list(Gender)))
def test_a_value_is_never_parsed_as_a_pattern(name: str, office: Office, gender: Gender) -> None:
    for profile in PROFILES.values():
        for line in inside_address(profile, office=office, gender=gender, name=name):
            assert name in plain_text(line.inlines) or not name.strip()


TITLES = {
    "The President of the Republic": "Dear President of the Republic,",
    "the Speaker": "Dear Speaker,",
    "Theatre Director": "Dear Theatre Director,",
    "The": "Dear The,",
    "President": "Dear President,",
}


@pytest.mark.parametrize("title", TITLES)
def test_an_english_title_loses_its_article_where_somebody_is_called_by_it(title: str) -> None:
    data = DataText(title, Origin("officials.yaml", 3, 10))
    found = salutation(PROFILES["en"], Office.CLERGY, UNKNOWN, title=data)
    assert str(found) == TITLES[title]
    (value,) = (inline for inline in found if isinstance(inline, Value))
    assert value.sources == (data.origin,)
    assert value.verbatim is (value.text == title)


def test_an_article_stays_where_the_title_begins_the_line_and_in_the_inside_address(
    tmp_path: Path,
) -> None:
    text = 'forms-of-address: {salutation: "{title},"}\n'
    profile = profile_of("en", written(tmp_path, en=text))
    title = "The President"
    assert str(salutation(profile, Office.OFFICIAL, UNKNOWN, title=title)) == "The President,"
    lines = inside_address(profile, office=Office.OFFICIAL, gender=UNKNOWN, title=title)
    assert shown(lines) == [title]


def test_another_language_keeps_what_looks_like_an_english_article() -> None:
    title = "The Red House Yetkilisi"
    found = salutation(PROFILES["tr"], Office.HEAD_OF_STATE, UNKNOWN, title=title)
    assert str(found) == f"Sayın {title},"


def british(folder: Path, text: str = "forms-of-address: {usage: uk}\n") -> Profile:
    return profile_of("en", written(folder, en=text))


@pytest.mark.parametrize(
    ("office", "gender", "united_nations", "kingdom"),
    [
        (Office.MINISTER, FEMALE, "Madam,", "Dear Minister,"),
        (Office.AMBASSADOR, UNKNOWN, "Excellency,", "Dear Ambassador,"),
        (Office.HEAD_OF_GOVERNMENT, MALE, "Sir,", "Dear Prime Minister,"),
        (Office.SECRETARY_GENERAL, MALE, "Excellency,", "Dear Secretary-General,"),
        (Office.BISHOP, MALE, "Your Excellency,", "Dear Bishop,"),
        (Office.ROYALTY, FEMALE, "Your Majesty,", "Your Majesty,"),
        (Office.DOCTOR, UNKNOWN, "Dear Dr.\u00a0Moss,", "Dear Dr\u00a0Moss,"),
        (Office.OFFICIAL, MALE, "Dear Mr.\u00a0Moss,", "Dear Mr\u00a0Moss,"),
    ],
)
def test_english_by_the_usage_of_the_united_nations_or_the_united_kingdom(
    office: Office, gender: Gender, united_nations: str, kingdom: str, tmp_path: Path
) -> None:
    for profile, expected in ((PROFILES["en"], united_nations), (british(tmp_path), kingdom)):
        said = salutation(profile, office, gender, name="Ada Moss", family_name="Moss")
        assert str(said) == expected


def test_what_a_house_says_itself_stands_over_the_usage_it_chose(tmp_path: Path) -> None:
    profile = british(
        tmp_path,
        "forms-of-address: {usage: uk, salutation: {minister: {female: 'Dear Madam Minister,'}}}\n",
    )
    assert str(salutation(profile, Office.MINISTER, FEMALE)) == "Dear Madam Minister,"
    assert str(salutation(profile, Office.MINISTER, MALE)) == "Dear Minister,"


def test_a_usage_that_there_is_not_is_told_and_faults_in_those_not_chosen_too(
    tmp_path: Path,
) -> None:
    text = (
        "forms-of-address:\n  usage: us\n  usages: {uk: {salutation: {minister: 'Dear {nam},'}}}\n"
    )
    problems = Diagnostics()
    load_profile("en", [written(tmp_path, en=text)], problems)
    assert [found.message for found in problems] == [
        "`us` is no value of `forms-of-address.usage`",
        "nothing fills `{nam}` in `forms-of-address.usages.uk.salutation.minister`",
    ]


@pytest.mark.parametrize(
    ("office", "gender", "expected"),
    [
        (Office.SULTAN, MALE, "جلالة السلطان،"),
        (Office.EMIR, MALE, "صاحب السمو،"),
        (Office.ROYAL_HIGHNESS, FEMALE, "صاحبة السمو الملكي،"),
        (Office.HIGHNESS, MALE, "سمو الأمير،"),
        (Office.SECRETARY_GENERAL, FEMALE, "معالي الأمينة العامة،"),
        (Office.HIGH_COMMISSIONER, MALE, "سعادة المفوض السامي،"),
        (Office.POPE, MALE, "قداسة البابا،"),
        (Office.PATRIARCH, MALE, "غبطة البطريرك،"),
        (Office.CARDINAL, MALE, "نيافة الكاردينال،"),
        (Office.ARCHBISHOP, MALE, "سيادة المطران،"),
        (Office.MUFTI, MALE, "سماحة المفتي،"),
        (Office.IMAM, MALE, "فضيلة الشيخ،"),
    ],
)
def test_arabic_has_a_word_of_honour_for_each_rank(
    office: Office, gender: Gender, expected: str
) -> None:
    found = salutation(PROFILES["ar"], office, gender)
    assert plain_text(found).splitlines()[0] == expected


@pytest.mark.parametrize(
    ("locale", "name", "expected"),
    [
        ("en", "Can Demir", "Dear Mr.\u00a0Demir,"),
        ("tr", "Can Demir", "Sayın Can Demir,"),
        ("ar", "جان دمير", "السيد جان دمير المحترم،"),
    ],
)
def test_only_english_calls_somebody_by_the_family_name(
    locale: str, name: str, expected: str
) -> None:
    found = salutation(
        PROFILES[locale], Office.OFFICIAL, MALE, name=name, family_name=name.rsplit(maxsplit=1)[-1]
    )
    assert plain_text(found).splitlines()[0] == expected


def test_an_unknown_gender_without_a_title_keeps_the_whole_name_in_english() -> None:
    found = salutation(PROFILES["en"], Office.OFFICIAL, UNKNOWN, name="A B", family_name="B")
    assert str(found) == "Dear A B,"


def test_a_british_head_of_government_is_called_by_the_title_of_the_office(tmp_path: Path) -> None:
    profile = british(tmp_path)
    for title, called in (
        ("Federal Chancellor", "Chancellor"),
        ("Prime Minister of Exampleland", "Prime Minister"),
        (None, "Prime Minister"),
    ):
        said = salutation(profile, Office.HEAD_OF_GOVERNMENT, FEMALE, name="Ada", title=title)
        assert str(said) == f"Dear {called},"


def test_an_office_without_forms_of_its_own_is_greeted_as_a_related_one(tmp_path: Path) -> None:
    text = "forms-of-address: {salutation: {clergy: 'Reverendo {name}:', default: 'Señor:'}}\n"
    profile = begun_profile_of("es", written(tmp_path, es=text))
    assert str(salutation(profile, Office.ARCHBISHOP, MALE, name="Juan")) == "Reverendo Juan:"
    assert str(salutation(profile, Office.EMIR, MALE, name="Juan")) == "Señor:"
