from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics
from letterkit.language.casing import fold, language_of, lower, title, upper
from letterkit.language.conventions import TitleCase
from letterkit.language.profile import load_profile

if TYPE_CHECKING:
    from pathlib import Path

LOCALES = st.sampled_from(["en", "tr", "tr-TR", "az", "ar", "fr", "ckb"])


def as_title(text: str, locale: str, *folders: Path) -> str:
    """A title by the custom of a locale; of a language that has no file, there is none."""
    profile = load_profile(locale, folders, Diagnostics())
    custom = TitleCase() if profile is None else profile.title_case
    return title(text, locale, small=custom.small, last_is_capital=custom.last_is_capital)


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("istanbul", "tr", "İSTANBUL"),
        ("ısparta", "tr", "ISPARTA"),
        ("istanbul", "tr_TR", "İSTANBUL"),
        ("istanbul", "TR-tr", "İSTANBUL"),
        ("xırdalan, bakı, gəncə", "az", "XIRDALAN, BAKI, GƏNCƏ"),
        ("istanbul", "en", "ISTANBUL"),
        ("çağ, şölen, üç", "tr", "ÇAĞ, ŞÖLEN, ÜÇ"),
        ("hakkâri", "tr", "HAKKÂRİ"),
        ("Straße", "de", "STRASSE"),
        ("منظمة", "ar", "منظمة"),
        ("i\u0307", "en", "İ"),
        ("", "tr", ""),
    ],
)
def test_capitals_are_those_of_the_language(text: str, locale: str, expected: str) -> None:
    assert upper(text, locale) == expected


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("İZMİR", "tr", "izmir"),
        ("DİYARBAKIR", "tr", "diyarbakır"),
        ("ISPARTA", "tr", "ısparta"),
        ("I\u0307ZMI\u0307R", "tr", "izmir"),
        ("İzmir", "en", "izmir"),
        ("IRAK", "en", "irak"),
        ("ΟΔΟΣ", "el", "οδος"),
        ("ÉCOLE", "fr", "école"),
    ],
)
def test_small_letters_are_those_of_the_language(text: str, locale: str, expected: str) -> None:
    assert lower(text, locale) == expected


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("istanbul’da ılık işler", "tr", "İstanbul’da Ilık İşler"),
        ("istanbul'da", "tr", "İstanbul'da"),
        ("İSTANBUL’DA ILIK İŞLER", "tr", "İstanbul’da Ilık İşler"),
        ("o’brien's report", "en", "O’brien's Report"),
        ("‘ali’ ve 'ırmak'", "tr", "‘Ali’ ve 'Irmak'"),
        # TDK, “Büyük Harflerin Kullanıldığı Yerler”: what links words stays small.
        ("MAİ VE SİYAH", "tr", "Mai ve Siyah"),
        ("leyla ile mecnun", "tr", "Leyla ile Mecnun"),
        ("turfanda mı, turfa mı?", "tr", "Turfanda mı, Turfa mı?"),
        ("ya devlet başa ya kuzgun leşe", "tr", "Ya Devlet Başa ya Kuzgun Leşe"),
        ("ben de yazdım", "tr", "Ben de Yazdım"),
        ("bm ve ab’ye", "tr", "Bm ve Ab’ye"),
        ("ki-mun ve de’nin", "tr", "Ki-Mun ve De’nin"),
        ("suç ve ceza", "az", "Suç Ve Ceza"),
        ("“ihanet” (ılgaz)", "tr", "“İhanet” (Ilgaz)"),
        ("bab es-selame", "tr", "Bab Es-Selame"),
        ("3rd day of 2016’da", "en", "3rd Day of 2016’da"),
        ("THE TAMING OF THE SHREW", "en", "The Taming of the Shrew"),
        ("what are we waiting for", "en-GB", "What Are We Waiting For"),
        ("roses: the story of a garden", "en", "Roses: The Story of a Garden"),
        ("of mice and men", "en_US", "Of Mice and Men"),
        ("on-site care for all", "en", "On-Site Care for All"),
        ("a", "en", "A"),
        ("e\u0301cole d’art", "fr", "École D’art"),
        ("ǆezva", "hr", "ǅezva"),
        ("شبكة المرأة", "ar", "شبكة المرأة"),
        ("ΣΟΦΟΣ ΛΟΓΟΣ", "el", "Σοφος Λογος"),
    ],
)
def test_each_word_of_a_title_has_a_capital_but_those_that_link_others(
    text: str, locale: str, expected: str
) -> None:
    assert as_title(text, locale) == expected


def test_which_words_of_a_title_are_small_stands_in_the_file_of_a_language(tmp_path: Path) -> None:
    (tmp_path / "es.yaml").write_text("title-case: {small: [de, la]}", encoding="utf-8")
    assert as_title("la casa de la rosa", "es", tmp_path) == "La Casa de la Rosa"


@pytest.mark.parametrize(
    ("one", "other", "locale"),
    [
        ("İSTANBUL", "istanbul", "tr"),
        ("ISPARTA", "ısparta", "tr"),
        ("I\u0307dlib", "İDLİB", "tr"),
        ("İdlib", "idlib", "en"),
        ("Straße", "STRASSE", "de"),
        ("مُنظَّمة", "منظمة", "ar"),
        ("منظـــمة", "منظمة", "ar"),
        ("Doctors\u00a0 Association", "doctors association", "en"),
        ("name\u200b", "Name", "en"),
        ("e\u0301cole", "ÉCOLE", "fr"),
        ("ΟΔΟΣ", "οδος", "el"),
    ],
)
def test_fold_makes_equal_what_differs_in_case_or_invisibly(
    one: str, other: str, locale: str
) -> None:
    assert fold(one, locale) == fold(other, locale)


@pytest.mark.parametrize(
    ("one", "other", "locale"),
    [
        ("Isik", "ışık", "tr"),
        ("ılık", "ilik", "tr"),
        ("Öncü", "oncu", "tr"),
        ("أحمد", "احمد", "ar"),
    ],
)
def test_fold_keeps_letters_apart(one: str, other: str, locale: str) -> None:
    assert fold(one, locale) != fold(other, locale)


def test_the_language_of_a_locale() -> None:
    assert [language_of(name) for name in ("tr", "tr-TR", "TR_tr", "en_001")] == [
        "tr",
        "tr",
        "tr",
        "en",
    ]


@given(st.text(), LOCALES)
def test_fold_is_idempotent(text: str, locale: str) -> None:
    assert fold(fold(text, locale), locale) == fold(text, locale)


@given(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyz ’-"))
def test_turkish_lower_undoes_upper(text: str) -> None:
    assert lower(upper(text, "tr"), "tr") == text


@given(st.text(), LOCALES)
def test_every_case_is_composed(text: str, locale: str) -> None:
    for change in (upper, lower, title):
        made = change(text, locale)
        assert made == unicodedata.normalize("NFC", made)


@given(st.text(alphabet="abcçğıijöşü’' "), LOCALES)
def test_case_never_changes_how_many_letters_there_are(text: str, locale: str) -> None:
    for change in (upper, lower, title):
        assert len(change(text, locale)) == len(text)
