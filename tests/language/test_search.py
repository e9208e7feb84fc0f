"""Words are found however they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.language.search import Query, searchable, words


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("الاطباء", "نقابة الأطباء"),
        ("اطباء", "نقابة الأطباء"),
        ("الأطباء", "أطباء حلب"),
        ("الاسعاف", "فرق الإسعاف"),
        ("الان", "نكتب الآن"),
        ("ازمه", "أزمةٌ"),
        ("مستشفى", "مستشفي"),
        ("مستشفيات", "وللمستشفيات"),
        ("مستشفيات", "بالمستشفيات"),
        ("المدينة", "في مدينتنا ومدينة حلب"),
        ("حلب", "بحلب"),
        ("سوريا", "وسوريا"),
        ("محمد", "مُحَمَّـــد"),
        ("سؤال", "السوال"),
        ("مسوول", "مسؤول"),
        ("1500", "١٥٠٠ مدني"),
        ("کتاب", "كتاب"),
        ("istanbul", "İSTANBUL’da"),
        ("İstanbul", "istanbul"),
        ("ISPARTA", "Isparta"),
        ("ısparta", "ISPARTA"),
        ("turkiye", "Türkiye Cumhuriyeti"),
        ("Gülsuyu", "GULSUYU"),
        ("cocuk", "çocuklar"),
        ("sisli", "Şişli"),
        ("hospital", "Hospitals"),
        ("resume", "Résumé"),
        ("Straße", "STRASSE"),
        ("IDA/ADV/2016/014", "Reference: IDA/ADV/2016/014"),
        ("2016-02-24", "visit 2016-02-24"),
        ("red crescent", "The Turkish Red\nCrescent"),
        ("hos\u00adpital", "hospital"),
    ],
)
def test_what_is_typed_finds_what_is_meant(typed: str, text: str) -> None:
    assert Query(typed).found_in(text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("hospital", "a letter"),
        ("red crescent", "a red cross"),
        ("pital", "hospital"),
        ("2016/014", "2016/013 and 014"),
        ("طبيب", "حلب"),
        ("", "anything"),
        ('"*" -', "anything"),
    ],
)
def test_what_is_not_there_is_not_found(typed: str, text: str) -> None:
    assert not Query(typed).found_in(text)


def test_the_excerpt_is_the_words_around_the_first_place() -> None:
    text = "Dear Sir,\nWe write about the hospitals of Aleppo, which were bombed on Monday.\nYours"
    assert Query("hospital").excerpt(text) == (
        "We write about the hospitals of Aleppo, which were bombed on…"
    )
    assert Query("bomb").excerpt("word " * 20 + "bombed" + " word" * 20) == (
        "…word word word word word word word bombed word word word word word word word…"
    )
    assert Query("اطباء").excerpt("كتب\nنقابة الأطباء في حلب") == "نقابة الأطباء في حلب"
    assert Query("nothing").excerpt(text) is None


@given(st.text(), st.text())
def test_a_word_of_a_text_finds_it_whatever_it_is(before: str, after: str) -> None:
    text = f"{before} {after}"
    for word in words(text):
        assert Query(word).found_in(text)
        assert Query(word).excerpt(text) is not None


@given(st.text())
def test_what_is_searchable_is_plain_words(text: str) -> None:
    assert all(word.isalnum() for word in searchable(text).split())
