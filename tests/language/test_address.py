"""Forms of address: by office and gender, with nothing guessed where the gender is unknown."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import Direction, LineBreak, Phrase, Text, Value, plain_text
from letterkit.language.address import (
    Addressed,
    AddressLine,
    Gender,
    Office,
    complimentary_close,
    country_name,
    honorific,
    honorific_in_full,
    inside_address,
    joint_salutation,
    named,
    salutation,
)
from letterkit.language.errors import LanguageError
from letterkit.language.profile import Profile, load_profile
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from pathlib import Path

FEMALE, MALE, UNKNOWN = Gender.FEMALE, Gender.MALE, Gender.UNKNOWN


def profile_of(locale: str) -> Profile:
    profile = load_profile(locale, [], Diagnostics())
    assert profile is not None
    return profile


PROFILES = {name: profile_of(name) for name in ("en", "ar", "tr")}


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
def test_english_salutations(office: Office, gender: Gender, expected: str) -> None:
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
def test_turkish_salutations(office: Office, gender: Gender, expected: str) -> None:
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
def test_complimentary_closes(locale: str, office: Office, to_one: str, to_several: str) -> None:
    profile = PROFILES[locale]
    assert str(complimentary_close(profile, office, UNKNOWN)) == to_one
    assert str(complimentary_close(profile, office, UNKNOWN, plural=True)) == to_several


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


def test_a_close_after_a_salutation_without_a_name_is_faithful() -> None:
    english = PROFILES["en"]
    assert str(complimentary_close(english, Office.OFFICIAL, UNKNOWN)) == "Yours sincerely,"
    unnamed = complimentary_close(english, Office.OFFICIAL, UNKNOWN, unnamed=True)
    assert str(unnamed) == "Yours faithfully,"


@pytest.mark.parametrize("locale", PROFILES)
def test_without_courtesy_a_name_stands_bare(locale: str) -> None:
    lines = inside_address(
        PROFILES[locale],
        office=Office.HEAD_OF_STATE,
        gender=MALE,
        name="Vesna Example",
        courtesy=False,
    )
    assert shown(lines) == ["Vesna Example"]


def test_without_courtesy_an_earned_title_stays() -> None:
    lines = inside_address(
        PROFILES["tr"],
        office=Office.MINISTER,
        gender=FEMALE,
        name="Vesna Example",
        honorific="doctor",
        courtesy=False,
    )
    assert shown(lines) == ["Dr.\u00a0Vesna Example"]


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
    (tmp_path / "en.yaml").write_text(
        'forms-of-address: {salutation: "{title},"}\n', encoding="utf-8"
    )
    profile = load_profile("en", [tmp_path], Diagnostics())
    assert profile is not None
    title = "The President"
    assert str(salutation(profile, Office.OFFICIAL, UNKNOWN, title=title)) == "The President,"
    lines = inside_address(profile, office=Office.OFFICIAL, gender=UNKNOWN, title=title)
    assert shown(lines) == [title]


def test_another_language_keeps_what_looks_like_an_english_article() -> None:
    title = "The Red House Yetkilisi"
    found = salutation(PROFILES["tr"], Office.HEAD_OF_STATE, UNKNOWN, title=title)
    assert str(found) == f"Sayın {title},"


def british(folder: Path, text: str = "forms-of-address: {usage: uk}\n") -> Profile:
    (folder / "en.yaml").write_text(text, encoding="utf-8")
    problems = Diagnostics()
    profile = load_profile("en", [folder], problems)
    assert list(problems) == []
    assert profile is not None
    return profile


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
    (tmp_path / "en.yaml").write_text(text, encoding="utf-8")
    problems = Diagnostics()
    load_profile("en", [tmp_path], problems)
    assert [found.message for found in problems] == [
        "`us` is no value of `forms-of-address.usage`",
        "nothing fills `{nam}` in `forms-of-address.usages.uk.salutation.minister`",
    ]


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


def test_a_british_head_of_government_is_called_by_the_title_of_the_office(tmp_path: Path) -> None:
    profile = british(tmp_path)
    for title, called in (
        ("Federal Chancellor", "Chancellor"),
        ("Prime Minister of Exampleland", "Prime Minister"),
        (None, "Prime Minister"),
    ):
        said = salutation(profile, Office.HEAD_OF_GOVERNMENT, FEMALE, name="Ada", title=title)
        assert str(said) == f"Dear {called},"


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


def test_an_office_without_forms_of_its_own_is_greeted_as_a_related_one(tmp_path: Path) -> None:
    (tmp_path / "es.yaml").write_text(
        "forms-of-address: {salutation: {clergy: 'Reverendo {name}:', default: 'Señor:'}}\n",
        encoding="utf-8",
    )
    profile = load_profile("es", [tmp_path], Diagnostics())
    assert profile is not None
    assert str(salutation(profile, Office.ARCHBISHOP, MALE, name="Juan")) == "Reverendo Juan:"
    assert str(salutation(profile, Office.EMIR, MALE, name="Juan")) == "Señor:"
