"""Turkish case suffixes on a thousand names and words of every kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from letterkit.language.conventions import Apostrophe
from letterkit.language.turkish import APOSTROPHE, Case, inflect, inflected
from letterkit.language.turkish_foreign import foreign_reading
from letterkit.language.turkish_reading import reading_of
from letterkit.language.turkish_sounds import plain_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = (
    Case.GENITIVE,
    Case.DATIVE,
    Case.ACCUSATIVE,
    Case.LOCATIVE,
    Case.ABLATIVE,
    Case.INSTRUMENTAL,
)
BETWEEN_FORMS = " / "


class Forms(NamedTuple):
    """A word with its six suffixes; where the word itself may change, with its six forms."""

    kind: str
    word: str
    expected: tuple[str, ...]
    whole: bool = False
    pronunciation: str | None = None

    def made(self) -> tuple[str, ...]:
        if self.whole:
            return tuple(inflected(self.word, case) for case in CASES)
        return tuple(
            inflect(self.word, case, pronunciation=self.pronunciation)[1] for case in CASES
        )


def read_forms() -> Iterator[Forms]:
    kind = ""
    text = Path(__file__).with_name("turkish_forms.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("# "):
            kind = line[2:]
            continue
        if not line:
            continue
        word, forms, *options = line.split(" | ")
        told = options[0].split() if options else []
        pronunciation = next((each[5:] for each in told if each.startswith("pron=")), None)
        if BETWEEN_FORMS in forms:
            yield Forms(kind, word, tuple(forms.split(BETWEEN_FORMS)), whole=True)
        else:
            mark = "" if "plain" in told else APOSTROPHE
            expected = tuple(mark + suffix for suffix in forms.split())
            yield Forms(kind, word, expected, pronunciation=pronunciation)


FORMS = list(read_forms())


@pytest.mark.parametrize("kind", dict.fromkeys(forms.kind for forms in FORMS))
def test_names_and_words_of_every_kind_take_their_suffixes(kind: str) -> None:
    wrong = [
        (forms.word, forms.made(), forms.expected)
        for forms in FORMS
        if forms.kind == kind and forms.made() != forms.expected
    ]
    assert wrong == []


def test_each_word_stands_once_with_six_forms() -> None:
    words = [forms.word for forms in FORMS]
    assert sorted(set(words)) == sorted(words)
    assert {len(forms.expected) for forms in FORMS} == {len(CASES)}


INSTITUTIONS_THAT_ARE_NO_COMPOUNDS = {
    "Birleşmiş Milletler": ("Birleşmiş Milletler’e", "Birleşmiş Milletlere"),
    "Türk Kızılay": ("Türk Kızılay’a", "Türk Kızılaya"),
    "Genel Kurul": ("Genel Kurul’a", "Genel Kurula"),
    "Sınır Tanımayan Doktorlar": ("Sınır Tanımayan Doktorlar’a", "Sınır Tanımayan Doktorlara"),
    "Yargıtay": ("Yargıtay’a", "Yargıtaya"),
    "Deniz Güler": ("Deniz Güler’e", "Deniz Güler’e"),
    "Kızılay": ("Kızılay’a", "Kızılay’a"),
    "Bahçelievler": ("Bahçelievler’e", "Bahçelievler’e"),
}


@pytest.mark.parametrize("name", INSTITUTIONS_THAT_ARE_NO_COMPOUNDS)
def test_institutions_that_are_no_compounds_have_an_apostrophe_in_the_press_alone(
    name: str,
) -> None:
    press, tdk = INSTITUTIONS_THAT_ARE_NO_COMPOUNDS[name]
    assert inflected(name, Case.DATIVE) == press
    assert inflected(name, Case.DATIVE, style=Apostrophe.TDK) == tdk
    assert inflected(f"{name} (X)", Case.DATIVE) == f"{tdk} (X)"


TURKISH_WORDS = (
    "Daire Müdahale Zaire Kıble Cümle Mahalle Mekke Gazze Cidde Hande Belde Hatice Gonce Emine Mine"
    " Şule Aile Öğle Anders Haydi İdare Bahaettin Cennet Millet Kuveyt Bey Güney Kuzey Hatay Eray"
    " Voleybol Spor Anne Nine Kelle Zümre Medine Sabine Rabia Zekiye Kays Saud Daud Ezine Vine"
    " Saire Naire"
)


@pytest.mark.parametrize("word", TURKISH_WORDS.split())
def test_a_turkish_word_is_not_taken_for_a_foreign_one(word: str) -> None:
    assert foreign_reading(word, plain_letters(word)) is None


@pytest.mark.parametrize(
    ("word", "spoken"),
    [
        ("Rousseau", "rousso"),
        ("Renault", "reno"),
        ("Versailles", "versay"),
        ("Molière", "molier"),
        ("Frontières", "frontier"),
        ("Jacques", "jak"),
        ("Cambridge", "cambric"),
        ("Native", "nativ"),
        ("Associations", "associaşın"),
        ("Seattle", "seaıl"),
        ("Einstein", "einştayn"),
        ("Illinois", "ilinoy"),
    ],
)
def test_endings_that_no_turkish_word_has_tell_how_a_name_is_spoken(word: str, spoken: str) -> None:
    assert reading_of(word) == spoken
