"""What a language wants of its marks is said in its locale file, so a new one needs no code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.profiles import begun_profile_of, written

from letterkit.diagnostics import Diagnostics
from letterkit.language.profile import load_profile
from letterkit.language.typography.findings import Passage
from letterkit.language.typography.proofreading import mended, proofread

if TYPE_CHECKING:
    from pathlib import Path

FRENCH = """\
region: FR
quotation-marks: {outer: ["«\\u00a0", "\\u00a0»"], inner: ["“", "”"]}
typography:
  space-before: {":": "\\u00a0", ";": "\\u202f", "!": "\\u202f", "?": "\\u202f"}
  no-break-after: [M., Mme]
"""
SORANI = """\
direction: rtl
quotation-marks: {outer: ["«", "»"]}
typography:
  space-before: {}
  marks: {",": "،", ";": "؛", "?": "؟"}
  letters: {ي: ی, ك: ک}
"""
SILENT = "region: DE\n"


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ('Il dit "oui".', "Il dit «\u00a0oui\u00a0»."),
        ("Il dit «oui».", "Il dit «\u00a0oui\u00a0»."),
        ("Il dit « oui ».", "Il dit «\u00a0oui\u00a0»."),
        ("Quoi? Ceci : l'eau ; oui !", "Quoi\u202f? Ceci\u00a0: l’eau\u202f; oui\u202f!"),
        ("Mme Rose , ici", "Mme\u00a0Rose, ici"),
    ],
)
def test_french_has_spaces_of_its_own(tmp_path: Path, text: str, better: str) -> None:
    french = begun_profile_of("fr", written(tmp_path, fr=FRENCH))
    assert mended(text, french) == better
    assert proofread(Passage(better, french)) == []


def test_any_space_that_does_not_break_will_do(tmp_path: Path) -> None:
    french = begun_profile_of("fr", written(tmp_path, fr=FRENCH))
    text = "Il dit «\u202foui\u202f»\u00a0; à 12:30, sur https://rose.example.org/?a;b!c."
    assert proofread(Passage(text, french)) == []


def test_persian_letters_are_right_in_sorani_and_arabic_ones_wrong(tmp_path: Path) -> None:
    sorani = begun_profile_of("ckb", written(tmp_path, ckb=SORANI))
    assert proofread(Passage("کوردی، پێش چاو ژیان گەل", sorani)) == []
    assert mended("كوردي, باش?", sorani) == "کوردی، باش؟"


def test_of_a_language_that_says_nothing_only_what_is_wrong_everywhere_is_told(
    tmp_path: Path,
) -> None:
    german = begun_profile_of("de", written(tmp_path, de=SILENT))
    assert proofread(Passage("Was ? Ja ! Dr. Rose : 12 km", german)) == []
    assert mended("Rosen , viele .", german) == "Rosen, viele."


def test_a_list_of_the_house_stands_instead_of_ours(tmp_path: Path) -> None:
    english = begun_profile_of("en", written(tmp_path, en="typography: {no-break-after: [Sir]}\n"))
    assert mended("Sir John, Dr. Rose", english) == "Sir\u00a0John, Dr. Rose"
    assert mended("Article 5", english) == "Article\u00a05"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("typography: {dashes: 1}", "unknown key `dashes` in `typography`"),
        ("typography: {marks: 1}", "`typography.marks` must be a mapping"),
        ("typography: {letters: {ک: {a: b}}}", "`typography.letters.ک` must be a list of texts"),
        (
            "typography: {no-break-after: Dr.}",
            "`typography.no-break-after` must be a list of texts",
        ),
    ],
)
def test_what_is_wrong_in_the_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    problems = Diagnostics()
    load_profile("en", [written(tmp_path, en=text)], problems)
    assert told in [each.message for each in problems]
