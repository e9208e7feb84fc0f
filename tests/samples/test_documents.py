"""Every sample document: its facts in each language, and valid Word files."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from tests.printed import lacking
from tests.samples.conftest import REPOSITORY
from tests.samples.test_open_letter import FACTS as OPEN_LETTER_FACTS
from tests.samples.test_open_letter import PUBLISHED_NAMES, RESOLUTIONS

from letterkit.diagnostics import Diagnostics
from letterkit.language.bidi import without_controls
from letterkit.letter.agreed import AGREED_FILE, agreed_text
from letterkit.ooxml.lint import lint
from letterkit.ooxml.reading import read_package
from letterkit.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

STRIKE = "2016-02-24-aleppo-doctors-strike/2016-02-24-aleppo-doctors-strike"
GRATITUDE = "2016-02-24-turkish-red-crescent/kadir-kemaloglu"
DIGEST = "2016-02-24-media-digest/2016-02-24-media-digest"
CIRCULAR = "2016-02-24-circular"
NEWSLETTER = "2016-02-24-newsletter/2016-02-24-newsletter"

FACTS = {
    f"{STRIKE}.en": (
        "Aleppo doctors on strike over lack of protection",
        "an employee of Al Dakak hospital yesterday",
        "in front of IDA’s Children’s Hospital",
        "IDA’s blood bank in Al-Sha’ar neighbourhood",
        "“Medical staff are humanitarian workers”",
        "“I am a child, it is my right to have a safe hospital”",
        "“I am a fighter not a killer”",
        "swift accountability for the perpetrators",
        "a just court process",
        "the safeguarding of hospitals",
        "a ban on unauthorised weapons in their facilities",
        "will only be providing emergency services",
        "Al Zahraa Gynaecology Hospital",
        "Blood Bank",
        "Al Ikhlas Primary Health Care Centre",
        "Saad Bin Mouaz Primary Health Care Centre",
        "Assadiyeh Primary Health Care Centre",
        "“We will continue striking until the perpetrator faces accountability”",
        "“We are demanding the protection of our medical staff and facilities.”",
        "Dr. Hatem, Director of the Children’s Hospital",
        "Embargoed until 24 February 2016, 10:00, Gaziantep time (UTC+2)",
    ),
    f"{STRIKE}.ar": (
        "مستشفى الدقاق",
        "مستشفى الأطفال",
        "بنك الدم",
        "حي الشعار",
        "«أنا مقاتل لا قاتل»",
    ),
    f"{STRIKE}.tr": ("Dakkak", "Çocuk Hastanesi", "Kan Bankası", "Ben savaşçıyım, katil değilim"),
    f"{GRATITUDE}.tr": ("Kadir Kemaloğlu", "Kilis", "Türk Kızılay", "Dr. Mahmoud Mustafa"),
    f"{GRATITUDE}.en": (
        "Kadir Kemaloğlu",
        "Turkish Red Crescent",
        "cross-border work",
        "past two months",
        "Northern Aleppo",
        "latest large wave of displacement",
    ),
    f"{DIGEST}.en": (
        "Human Rights Watch",
        "killing at least 20 civilians",
        "February 15, which also wounded 38",
        "between February 1 and 16, at least 70,000 civilians",
        "49 injured people on February 15, after attacks on Azaz, Kaljabrin, and Tel Refaat",
        "“Drone footage shows Bab al-Salama refugee camp on Turkey-Syria border”",
        "Border hospitals overwhelmed by Russian-backed assault on Syria’s Aleppo",
        "multiple-trauma injuries",
        "near the town of Azaz. “We are increasingly seeing",
    ),
    f"{DIGEST}.ar": ("70,000 مدني", "38 شخصًا", "49 جريحًا", "20 مدنيًا"),
    f"{DIGEST}.tr": ("70.000 sivil", "38 kişi", "49 yaralı", "20 sivil"),
}


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", without_controls(text)).split())


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_is_there(name: str, texts: dict[str, str]) -> None:
    said = plain(texts[f"{name}.txt"])
    assert [fact for fact in FACTS[name] if plain(fact) not in said] == []


NEWSLETTER_FACTS = {
    "en": (
        "IDA thanks the Turkish Red Crescent",
        (
            "Independent Doctors Association’s Director Dr. Mahmoud Mustafa presents a letter of"
            " gratitude to the Turkish Red Crescent team leader Kadir Kemaloğlu in Kilis"
        ),
        "long-lasting efforts in facilitating IDA’s cross-border work",
        "Letter to President Putin on airstrikes",
        "read the statement on Save Our Syria",
        (
            "“Syria: Great Danger to Civilians in Azaz Hospitals, School Hit, No Place to Flee for"
            " Civilians”"
        ),
        "Full text: Human Rights Watch",
        "Full text: Reuters",
    ),
    "ar": (
        "منظمة الأطباء المستقلين تشكر الهلال الأحمر التركي",
        "يقدّم مدير منظمة الأطباء المستقلين، الدكتور محمود مصطفى، رسالة شكر وتقدير",
        "رسالة إلى الرئيس بوتين بشأن الغارات الجوية",
        "Save Our Syria",
        "المحتويات",
    ),
    "tr": (
        "IDA’dan Türk Kızılayına teşekkür",
        "Türk Kızılayı Kilis Ekip Lideri Kadir Kemaloğlu’na",
        "bir teşekkür mektubu sunuyor",
        "Devlet Başkanı Putin’e hava saldırılarına ilişkin mektup",
        "Save Our Syria",
        "İçindekiler",
    ),
}


@pytest.mark.parametrize("locale", NEWSLETTER_FACTS)
def test_the_newsletter_says_what_its_letters_say_and_more(
    locale: str, texts: dict[str, str]
) -> None:
    said = plain(texts[f"{NEWSLETTER}.{locale}.txt"])
    names = (f"{letter}.{locale}" for letter in (STRIKE, GRATITUDE, DIGEST))
    facts = [
        *NEWSLETTER_FACTS[locale],
        *(fact for name in names for fact in FACTS.get(name, ())),
        *OPEN_LETTER_FACTS[locale],
        *RESOLUTIONS,
    ]
    assert [fact for fact in facts if plain(fact) not in said] == []


def test_the_newsletter_names_every_signatory(texts: dict[str, str]) -> None:
    said = plain(texts[f"{NEWSLETTER}.en.txt"])
    assert [name for name in PUBLISHED_NAMES if plain(name) not in said] == []


def test_the_circular_greets_each_office_in_its_own_language(texts: dict[str, str]) -> None:
    found = {
        name.removeprefix(f"{CIRCULAR}/").removesuffix(".txt"): text
        for name, text in texts.items()
        if name.startswith(CIRCULAR)
    }
    assert len(found) == 6
    assert {name.rpartition(".")[2] for name in found} == {"en", "ar", "tr"}
    greetings = {name: text.split("\n\n") for name, text in found.items()}
    assert "Excellency," in greetings["example-ambassador.en"]
    assert "Sayın Bakan," in greetings["example-minister-of-health.tr"]


def test_no_document_has_leftover_markup(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        assert not re.search(r"\{\{|\}\}|\[/|\*\*|’’|\.\.\.", text), name


def test_what_the_quotations_say_is_agreed() -> None:
    problems = Diagnostics()
    workspace = Workspace(REPOSITORY, problems)
    for name in workspace.letter_names():
        letter = workspace.letter(name, problems)
        assert letter is not None
        agreement = workspace.agreement(letter, problems)
        assert agreement.present == agreement.recorded, name
        file = letter.folder / AGREED_FILE
        assert file.exists() == bool(letter.data.quotes)
        if agreement.present:
            assert file.read_text(encoding="utf-8") == agreed_text(agreement.present)
    assert list(problems) == []


def test_validators_and_lint_find_nothing_wrong(
    word_files: dict[str, bytes],
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
    audit_faults: Callable[[Path], list[str]],
) -> None:
    for number, (name, data) in enumerate(word_files.items()):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(data)
        assert sdk_faults(path) == [], name
        assert audit_faults(path) == [], name
        assert lint(read_package(data, name)) == []


def test_libreoffice_prints_every_word(
    word_files: dict[str, bytes],
    texts: dict[str, str],
    convert_to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]],
    pdf_text: Callable[[Path], str],
) -> None:
    files = {f"{number}.docx": data for number, data in enumerate(word_files.values())}
    pages = convert_to_pdf(files)
    for number, name in enumerate(word_files):
        words = re.sub(r"<https?://[^>]*>", "", texts[name.replace(".docx", ".txt")])
        assert lacking(words, pdf_text(pages[f"{number}.docx"])) == set(), name
