"""The open letter of 24 February 2016: every fact in three languages, valid files, right pages."""

from __future__ import annotations

import re
import unicodedata

import pytest
from bidi import get_display

from letterkit.language.bidi import CONTROLS
from letterkit.ooxml.reading import parse_part, read_package

LETTER = "2016-02-24-president-putin/president-russian-federation"
LOCALES = ("en", "ar", "tr")
NO_BREAK_SPACE = "\u00a0"

RESOLUTIONS = ("2258 (2015)", "2254 (2015)", "2209 (2014)", "2165 (2014)", "2139 (2014)")
FACTS = {
    "en": (
        "Gaziantep, 24 February 2016",
        "Vladimir Putin",
        "President of the Russian Federation",
        "4 Staraya Square",
        "Moscow 103132",
        "President Putin,",
        "more than 200 Syrian civil society organisations",
        "more than 1,500 of our civilians",
        "97 per cent",
        "Article 3 common to the four Geneva Conventions of 1949",
        "92 Syrian civil society organisations",
        "120 Syrian charities and relief organisations",
        "The President of the Security Council",
    ),
    "ar": (
        "غازي عنتاب، 24 شباط/فبراير 2016",
        "فلاديمير بوتين",
        "رئيس الاتحاد الروسي",
        "4 Staraya Square",
        "Moscow 103132",
        "أكثر من 200 منظمة",
        "أكثر من 1500 مدني",
        "97 في المائة",
        "المادة 3 المشتركة بين اتفاقيات جنيف الأربع لعام 1949",
        "92 منظمة",
        "120 منظمة",
        "رئيس مجلس الأمن",
    ),
    "tr": (
        "Gaziantep, 24 Şubat 2016",
        "Vladimir Putin",
        "Rusya Federasyonu Devlet Başkanı",
        "4 Staraya Square",
        "Moscow 103132",
        "200’den fazla",
        "1.500’den fazla",
        "%97",
        "1949",
        "3. maddesi",
        "92 Suriyeli",
        "120 Suriyeli",
        "Güvenlik Konseyi Başkanı",
    ),
}
PUBLISHED_NAMES = (
    "Union of Syrian Civil Society Organisations",
    "Syrian General Union of Relief Organisations",
    "Independent Doctors Association",
    "Syrian Women’s Network",
    "Syrian Nonviolence Movement",
    "Rethink Rebuild Society",
    "Palestinian League for Human Rights – Syria",
    "Rami Jarrah, ANA Press",
    "Aref Alkrez, Supporting Abilities and Motivate Awareness (SAMA)",
    "Mazen Ejbaei, Help4Syria",
    "Amjad Selo, Syrian Society in Nottinghamshire",
    "Mohammad Alhadj Ali, Syrian Welsh Society",
    "Reem Assil, Syrian Platform for Peace",
    "Dr. Sharif Kaf Al-Ghazal, Syrian Association of Yorkshire",
    "Dr. Fadel Moghrabi, Peace and Justice for Syria",
    "Amer Masri, Scotland4Syria",
    "Clara Connolly, Syria Solidarity UK",
    "Dr. Mohammad Tammo, Kurds House",
    "Free Syrian Lawyers Association",
)


def plain(text: str) -> str:
    """Words alone: composed, without marks of direction, white space folded."""
    kept = "".join(character for character in text if character not in CONTROLS)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def word_text(data: bytes) -> str:
    """The text of a Word file's body and first header, paragraph by paragraph."""
    parts = read_package(data, "letter.docx")
    lines: list[str] = []
    for name in ("word/header1.xml", "word/document.xml"):
        root = parse_part(parts[name], name)
        lines += (
            "".join(text.text or "" for text in paragraph.iter("{*}t"))
            for paragraph in root.iter("{*}p")
        )
    return "\n".join(lines)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_fact_of_the_published_letter_is_there(
    locale: str, texts: dict[str, str], word_files: dict[str, bytes]
) -> None:
    for text in (texts[f"{LETTER}.{locale}.txt"], word_text(word_files[f"{LETTER}.{locale}.docx"])):
        said = plain(text)
        facts = (*FACTS[locale], *RESOLUTIONS)
        assert [fact for fact in facts if plain(fact) not in said] == []


def test_every_signatory_stands_in_the_order_in_which_they_were_published(
    texts: dict[str, str],
) -> None:
    said = plain(texts[f"{LETTER}.en.txt"]).partition("Signatories")[2]
    places = [said.find(plain(name)) for name in PUBLISHED_NAMES]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_resolution_is_not_parted_from_its_year(locale: str, texts: dict[str, str]) -> None:
    text = texts[f"{LETTER}.{locale}.txt"]
    for resolution in RESOLUTIONS:
        assert resolution.replace(" ", NO_BREAK_SPACE) in text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_letter_has_seven_paragraphs_and_every_signatory(
    locale: str, word_files: dict[str, bytes]
) -> None:
    parts = read_package(word_files[f"{LETTER}.{locale}.docx"], "letter.docx")
    root = parse_part(parts["word/document.xml"], "document.xml")
    styles = [style.get(style.keys()[0]) for style in root.iter("{*}pStyle")]
    assert styles.count("BodyText") == 7
    assert styles.count("Signatories") == len(PUBLISHED_NAMES)


def test_plain_text_and_word_say_the_same(
    texts: dict[str, str], word_files: dict[str, bytes]
) -> None:
    for locale in LOCALES:
        text = texts[f"{LETTER}.{locale}.txt"].splitlines()
        told = {plain(line) for line in text if not re.fullmatch(r"[\W_]*", line)}
        word = word_text(word_files[f"{LETTER}.{locale}.docx"]).splitlines()
        assert {plain(line) for line in word if line} == told


def test_arabic_lines_read_in_the_right_order(texts: dict[str, str]) -> None:
    lines = texts[f"{LETTER}.ar.txt"].splitlines()
    shown = [displayed(line) for line in lines]

    def line_with(words: str) -> str:
        return next(line for line in shown if words in line)

    # A display is read from the right: what is said first stands last in the string.
    resolutions = line_with("2258")
    assert resolutions.index("2258") > resolutions.index("2254") > resolutions.index("2139")
    assert "2015" in resolutions[: resolutions.index("2258")]
    assert "4 Staraya Square" in shown
    assert "Moscow 103132" in shown
    date = line_with("شباط"[::-1])
    assert date.index("2016") < date.index("فبراير"[::-1]) < date.index("شباط"[::-1])
    assert "+90 342 000 00 00" in line_with("فتاهلا")
    assert "advocacy@ida.example.org" in line_with("advocacy")
    percent = line_with("97")
    assert percent.index("97") > percent.index("ةئاملا")


def displayed(line: str) -> str:
    """A line as a bidi-aware editor shows it, from left to right, brackets not mirrored."""
    shown = str(get_display(line))
    return "".join(character for character in shown if character not in CONTROLS)


def test_arabic_lines_begin_from_the_right_and_isolates_are_closed(texts: dict[str, str]) -> None:
    for line in texts[f"{LETTER}.ar.txt"].splitlines():
        assert not re.search("[\u202a-\u202e]", line)
        assert len(re.findall("[\u2066-\u2068]", line)) == line.count("\u2069")
        # What decides is the first letter outside isolates (UAX #9, P2).
        outside = re.sub("[\u2066-\u2068][^\u2069]*\u2069", "", line)
        strong = [c for c in outside if unicodedata.bidirectional(c) in {"L", "R", "AL"}]
        if line:
            assert strong, line
            assert unicodedata.bidirectional(strong[0]) != "L", line


@pytest.mark.parametrize(
    ("locale", "language"), [("en", "en-GB"), ("ar", "ar-SY"), ("tr", "tr-TR")]
)
def test_properties_name_the_letter_and_its_language_and_no_author(
    locale: str, language: str, word_files: dict[str, bytes]
) -> None:
    parts = read_package(word_files[f"{LETTER}.{locale}.docx"], "letter.docx")
    core = parse_part(parts["docProps/core.xml"], "core.xml")
    said = {element.tag.rpartition("}")[2]: element.text for element in core}
    assert said["title"]
    assert said["language"] == language
    assert not said.get("creator")
    assert not said.get("lastModifiedBy")
    assert language.encode() in parts["word/styles.xml"]
