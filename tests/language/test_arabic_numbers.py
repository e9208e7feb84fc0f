"""Arabic numbers in words: gender, case, construct, and the noun that is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.language.arabic import ArabicNoun, Case, derive, derive_adjective
from letterkit.language.arabic_numbers import number_words, ordinal_words, spelled

CHILD = ArabicNoun(derive("طفل", "أطفال"), feminine=False, human=True)
ORGANISATION = ArabicNoun(derive("منظمة", "منظمات"), feminine=True, human=False)
AIR_STRIKE = ArabicNoun(
    derive("غارة", "غارات"), feminine=True, human=False, adjectives=(derive_adjective("جوي"),)
)

any_case = st.sampled_from(list(Case))
any_number = st.one_of(st.integers(0, 10**12 - 1), st.integers(0, 2000), st.integers(0, 10**6))
"""Small numbers and large ones: among large ones alone hardly any ends in 001."""

UNITS = ("", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
VALUES = {
    "صفر": 0,
    "واحد": 1,
    "واحدة": 1,
    "أحد": 1,
    "إحدى": 1,
    **{stem + end: 2 for stem in ("اثن", "اثنت") for end in ("ان", "ين", "ا", "ي")},
    **{UNITS[unit] + end: unit for unit in range(3, 10) for end in ("", "ة")},
    "ثماني": 8,
    "ثمانية": 8,
    "عشر": 10,
    "عشرة": 10,
    **{"عشر" + end: 20 for end in ("ون", "ين")},
    **{UNITS[tens] + end: tens * 10 for tens in range(3, 10) for end in ("ون", "ين")},
    "مئة": 100,
    **{"مئت" + end: 200 for end in ("ان", "ين", "ا", "ي")},
    **{UNITS[hundreds] + "مئة": hundreds * 100 for hundreds in range(3, 10)},
}
SCALES = {
    scale: size
    for size, singular, plural in (
        (10**3, "ألف", "آلاف"),
        (10**6, "مليون", "ملايين"),
        (10**9, "مليار", "مليارات"),
    )
    for scale in (singular, plural)
}
TWICE = {
    scale + end: 2 * size
    for scale, size in SCALES.items()
    for end in ("ان", "ين", "ا", "ي")
    if scale in ("ألف", "مليون", "مليار")
}


def read(text: str) -> int:
    """The number that Arabic words say, with the noun طفل or without."""
    total = group = children = 0
    for token in text.split():
        word = token.removesuffix("\u064bا").replace("\u064d", "")
        known = {*VALUES, *SCALES, *TWICE, "طفل", "طفلان", "طفلين", "أطفال"}
        word = word if word in known else word.removeprefix("و")
        if word in VALUES:
            group += VALUES[word]
        elif word in SCALES:
            total, group = total + (group or 1) * SCALES[word], 0
        elif word in TWICE:
            total, group = total + TWICE[word], 0
        elif word in ("طفلان", "طفلين"):
            group += 2
        else:
            assert word in ("طفل", "أطفال"), word
            group += 1 if children else 0
            children += 1
    return total + group


@given(any_number, st.booleans(), any_case)
def test_every_number_in_words_is_read_back(number: int, feminine: bool, case: Case) -> None:
    assert read(number_words(number, feminine=feminine, case=case)) == number


@given(any_number.filter(bool), any_case)
def test_every_number_with_its_noun_is_read_back(number: int, case: Case) -> None:
    assert read(spelled(number, CHILD, case)) == number


@pytest.mark.parametrize(
    ("number", "masculine", "feminine"),
    [
        (3, "ثلاثة", "ثلاث"),
        (8, "ثمانية", "ثماني"),
        (10, "عشرة", "عشر"),
        (11, "أحد عشر", "إحدى عشرة"),
        (12, "اثنا عشر", "اثنتا عشرة"),
        (13, "ثلاثة عشر", "ثلاث عشرة"),
        (18, "ثمانية عشر", "ثماني عشرة"),
        (20, "عشرون", "عشرون"),
        (21, "واحد وعشرون", "إحدى وعشرون"),
        (22, "اثنان وعشرون", "اثنتان وعشرون"),
        (28, "ثمانية وعشرون", "ثمانٍ وعشرون"),
        (85, "خمسة وثمانون", "خمس وثمانون"),
        (99, "تسعة وتسعون", "تسع وتسعون"),
        (108, "مئة وثمانية", "مئة وثماني"),
        (110, "مئة وعشرة", "مئة وعشر"),
        (212, "مئتان واثنا عشر", "مئتان واثنتا عشرة"),
        (13_013, "ثلاثة عشر ألفًا وثلاثة عشر", "ثلاثة عشر ألفًا وثلاث عشرة"),
        (200_011, "مئتا ألف وأحد عشر", "مئتا ألف وإحدى عشرة"),
    ],
)
def test_units_have_the_gender_that_their_noun_has_not(
    number: int, masculine: str, feminine: str
) -> None:
    for is_feminine, expected in ((False, masculine), (True, feminine)):
        words = number_words(number, feminine=is_feminine, case=Case.NOMINATIVE, before_noun=True)
        assert words == expected


@given(st.integers(0, 10**10 - 1), st.integers(3, 10), any_case)
def test_three_to_ten_have_the_sign_of_the_feminine_before_masculine_nouns(
    hundreds: int, unit: int, case: Case
) -> None:
    number = hundreds * 100 + unit
    feminine = number_words(number, feminine=True, case=case, before_noun=True)
    masculine = number_words(number, feminine=False, case=case, before_noun=True)
    assert masculine == feminine + "ة"


@given(st.integers(1, 10**10 - 1), any_case, st.booleans())
def test_hundreds_and_thousands_have_no_gender(hundreds: int, case: Case, before: bool) -> None:
    both = {
        number_words(hundreds * 100, feminine=feminine, case=case, before_noun=before)
        for feminine in (True, False)
    }
    assert len(both) == 1


@pytest.mark.parametrize(
    ("number", "case", "feminine", "expected"),
    [
        (1, Case.ACCUSATIVE, False, "واحدًا"),
        (8, Case.NOMINATIVE, True, "ثمانٍ"),
        (8, Case.ACCUSATIVE, True, "ثمانيًا"),
        (0, Case.OBLIQUE, False, "صفر"),
        (12, Case.OBLIQUE, False, "اثني عشر"),
        (12, Case.ACCUSATIVE, True, "اثنتي عشرة"),
        (21, Case.ACCUSATIVE, False, "واحدًا وعشرين"),
        (22, Case.OBLIQUE, True, "اثنتين وعشرين"),
        (28, Case.ACCUSATIVE, True, "ثمانيًا وعشرين"),
        (90, Case.OBLIQUE, False, "تسعين"),
        (101, Case.NOMINATIVE, True, "مئة وواحدة"),
        (102, Case.OBLIQUE, False, "مئة واثنين"),
        (200, Case.OBLIQUE, False, "مئتين"),
        (300, Case.OBLIQUE, False, "ثلاثمئة"),
        (800, Case.NOMINATIVE, False, "ثمانمئة"),
        (1000, Case.ACCUSATIVE, False, "ألفًا"),
        (2000, Case.NOMINATIVE, False, "ألفان"),
        (2020, Case.OBLIQUE, False, "ألفين وعشرين"),
        (20_000, Case.NOMINATIVE, False, "عشرون ألفًا"),
        (100_100, Case.NOMINATIVE, False, "مئة ألف ومئة"),
        (101_000, Case.NOMINATIVE, False, "مئة ألف وألف"),
        (122_500, Case.NOMINATIVE, False, "مئة واثنان وعشرون ألفًا وخمسمئة"),
        (15_000_120, Case.NOMINATIVE, False, "خمسة عشر مليونًا ومئة وعشرون"),
        (2_002_002_000, Case.NOMINATIVE, False, "ملياران ومليونان وألفان"),
        (
            2_452_452_000,
            Case.OBLIQUE,
            False,
            "مليارين وأربعمئة واثنين وخمسين مليونًا وأربعمئة واثنين وخمسين ألفًا",
        ),
    ],
)
def test_numbers_alone_have_cases(number: int, case: Case, feminine: bool, expected: str) -> None:
    assert number_words(number, feminine=feminine, case=case) == expected


@pytest.mark.parametrize(
    ("number", "noun", "case", "expected"),
    [
        (1, CHILD, Case.NOMINATIVE, "طفل واحد"),
        (2, ORGANISATION, Case.OBLIQUE, "منظمتين"),
        (3, ORGANISATION, Case.NOMINATIVE, "ثلاث منظمات"),
        (11, ORGANISATION, Case.NOMINATIVE, "إحدى عشرة منظمة"),
        (25, CHILD, Case.NOMINATIVE, "خمسة وعشرون طفلًا"),
        (100, CHILD, Case.NOMINATIVE, "مئة طفل"),
        (101, CHILD, Case.NOMINATIVE, "مئة طفل وطفل"),
        (101, CHILD, Case.ACCUSATIVE, "مئة طفل وطفلًا"),
        (102, CHILD, Case.NOMINATIVE, "مئة طفل وطفلان"),
        (102, ORGANISATION, Case.OBLIQUE, "مئة منظمة ومنظمتين"),
        (102, AIR_STRIKE, Case.NOMINATIVE, "مئة غارة جوية وغارتان جويتان"),
        (103, CHILD, Case.NOMINATIVE, "مئة وثلاثة أطفال"),
        (111, ORGANISATION, Case.NOMINATIVE, "مئة وإحدى عشرة منظمة"),
        (200, ORGANISATION, Case.NOMINATIVE, "مئتا منظمة"),
        (200, ORGANISATION, Case.OBLIQUE, "مئتي منظمة"),
        (205, CHILD, Case.NOMINATIVE, "مئتان وخمسة أطفال"),
        (1001, ORGANISATION, Case.NOMINATIVE, "ألف منظمة ومنظمة"),
        (1100, CHILD, Case.ACCUSATIVE, "ألفًا ومئة طفل"),
        (2000, CHILD, Case.NOMINATIVE, "ألفا طفل"),
        (2000, CHILD, Case.ACCUSATIVE, "ألفي طفل"),
        (2200, CHILD, Case.NOMINATIVE, "ألفان ومئتا طفل"),
        (3000, ORGANISATION, Case.NOMINATIVE, "ثلاثة آلاف منظمة"),
        (25_000, ORGANISATION, Case.NOMINATIVE, "خمسة وعشرون ألف منظمة"),
        (102_000, CHILD, Case.NOMINATIVE, "مئة ألف وألفا طفل"),
        (250_000, CHILD, Case.OBLIQUE, "مئتين وخمسين ألف طفل"),
        (1_000_000, CHILD, Case.ACCUSATIVE, "مليون طفل"),
        (2_000_000, CHILD, Case.NOMINATIVE, "مليونا طفل"),
        (3_000_002, CHILD, Case.NOMINATIVE, "ثلاثة ملايين طفل وطفلان"),
        (11_000_000, ORGANISATION, Case.NOMINATIVE, "أحد عشر مليون منظمة"),
    ],
)
def test_numbers_lean_on_what_they_count(
    number: int, noun: ArabicNoun, case: Case, expected: str
) -> None:
    assert spelled(number, noun, case) == expected


@given(st.integers(1, 10**10 - 1), any_case)
def test_no_dual_and_no_thousand_keeps_its_ending_before_a_noun(hundreds: int, case: Case) -> None:
    words = number_words(hundreds * 100, feminine=False, case=case, before_noun=True)
    last = words.rpartition(" ")[2]
    assert last == "ملايين" or not last.endswith(("ان", "ين", "\u064bا"))


@pytest.mark.parametrize("number", [-1, 10**12])
def test_other_numbers_are_never_guessed_in_words(number: int) -> None:
    with pytest.raises(ValueError, match="no words for"):
        number_words(number, feminine=False, case=Case.NOMINATIVE)
    with pytest.raises(ValueError, match="no words for"):
        spelled(number, CHILD, Case.NOMINATIVE)


def test_none_of_a_noun_has_no_number() -> None:
    with pytest.raises(ValueError, match="no words for 0 with a noun"):
        spelled(0, CHILD, Case.NOMINATIVE)


@given(st.integers(1, 1_000_000), any_case)
def test_a_house_may_spell_a_hundred_with_an_alef(number: int, case: Case) -> None:
    usual = spelled(number, CHILD, case)
    assert spelled(number, CHILD, case, hundred="مائة") == usual.replace("مئ", "مائ")


@pytest.mark.parametrize(
    ("number", "masculine", "feminine"),
    [
        (1, "الأول", "الأولى"),
        (2, "الثاني", "الثانية"),
        (3, "الثالث", "الثالثة"),
        (10, "العاشر", "العاشرة"),
        (11, "الحادي عشر", "الحادية عشرة"),
        (12, "الثاني عشر", "الثانية عشرة"),
        (20, "العشرون", "العشرون"),
        (21, "الحادي والعشرون", "الحادية والعشرون"),
        (70, "السبعون", "السبعون"),
        (99, "التاسع والتسعون", "التاسعة والتسعون"),
        (100, "المئة", "المئة"),
        (101, "الأول بعد المئة", "الأولى بعد المئة"),
        (121, "الحادي والعشرون بعد المئة", "الحادية والعشرون بعد المئة"),
        (200, "المئتان", "المئتان"),
        (206, "السادس بعد المئتين", "السادسة بعد المئتين"),
        (721, "الحادي والعشرون بعد السبعمئة", "الحادية والعشرون بعد السبعمئة"),
        (1000, "الألف", "الألف"),
        (1002, "الثاني بعد الألف", "الثانية بعد الألف"),
    ],
)
def test_ordinals_agree_with_their_noun(number: int, masculine: str, feminine: str) -> None:
    assert ordinal_words(number, feminine=False) == masculine
    assert ordinal_words(number, feminine=True) == feminine


@pytest.mark.parametrize(
    ("number", "expected"),
    [(70, "السبعين"), (200, "المئتين"), (230, "الثلاثين بعد المئتين"), (300, "الثلاثمئة")],
)
def test_ordinals_have_an_oblique_form(number: int, expected: str) -> None:
    assert ordinal_words(number, feminine=True, oblique=True) == expected


def test_every_ordinal_is_its_own() -> None:
    for feminine in (True, False):
        ordinals = {ordinal_words(number, feminine=feminine) for number in range(1, 1100)}
        assert len(ordinals) == 1099


@pytest.mark.parametrize("number", [-1, 0, 1100])
def test_other_ordinals_are_never_guessed(number: int) -> None:
    with pytest.raises(ValueError, match="no ordinal for"):
        ordinal_words(number, feminine=False)
