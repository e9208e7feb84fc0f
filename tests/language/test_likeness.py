"""Names that may be one, whatever their spelling and script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.language.likeness import comparable, consonants


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rosewater Trust", "ROSEWATER  TRUST."),
        ("Women’s Garden-Network", "Womens Garden Network"),
        ("Société des Roses", "Societe des roses"),
        ("Işık Derneği", "IŞIK DERNEĞİ"),
        ("جمعية الأمل", "جَمعيّة الامل"),
        ("مؤسسة ليلى", "موسسه ليلي"),
    ],
)
def test_marks_case_and_spaces_make_no_other_name(one: str, other: str) -> None:
    assert comparable(one) == comparable(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Rosewater Trust", "Rosewater Trusts"), ("جمعية الأمل", "جمعية العمل")]
)
def test_another_letter_makes_another_name(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


@pytest.mark.parametrize(
    "spellings",
    [
        [("نادر الخطيب", "ar"), ("Nader al-Khatib", "en"), ("Nadir el-Katib", "en")],
        [("محمد شريف", "ar"), ("Mohammad Sharif", "en"), ("Muhammed Şerif", "tr")],
        [("فاطمة الزهراء", "ar"), ("Fatima al-Zahra", "en"), ("Fatimah az-Zahraa", "en")],
        [("جمال قاسم", "ar"), ("Jamal Qasem", "en"), ("Cemal Kasım", "tr")],
    ],
)
def test_a_name_keeps_its_consonants_in_any_script(spellings: list[tuple[str, str]]) -> None:
    assert len({consonants(*each) for each in spellings}) == 1
    assert consonants(*spellings[0])


@pytest.mark.parametrize("name", ["Ali", "Ada Su", "", "…", "Roses"])
def test_too_little_to_go_by_is_like_nothing(name: str) -> None:
    assert consonants(name, "en") == ""


def test_numbers_tell_names_apart() -> None:
    assert consonants("Clinic Number 1", "en") != consonants("Clinic Number 11", "en")


@given(st.text(), st.sampled_from(["en", "ar", "tr"]))
def test_whatever_is_compared_is_the_same_again(text: str, locale: str) -> None:
    assert comparable(comparable(text)) == comparable(text)
    assert isinstance(consonants(text, locale), str)
