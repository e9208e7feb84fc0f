"""The open letter in the languages that are added by files alone: French and Sorani Kurdish."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from bidi import get_display
from tests.samples.conftest import REPOSITORY
from tests.samples.test_open_letter import PUBLISHED_NAMES, displayed, plain, word_text

from letterkit.batch.files import OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Diagnostics
from letterkit.ooxml.lint import lint
from letterkit.ooxml.reading import parse_part, read_package
from letterkit.proofreading.checking import proofread_workspace
from letterkit.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LETTER = "2016-02-24-president-putin"
LOCALES = ("fr", "ckb")
LATIN_LINES = ("4 Staraya Square", "Moscow 103132")
NO_BREAK_SPACE = "\u00a0"
FACTS = {
    "fr": (
        "Gaziantep, le 24 février 2016",
        "Vladimir Poutine",
        "Président de la Fédération de Russie",
        "4 Staraya Square",
        "Moscow 103132",
        "FÉDÉRATION DE RUSSIE",
        "Monsieur le Président,",
        "plus de 200 organisations",
        "plus de 1 500 de nos civils",
        "97 % de vos victimes",
        "l’article 3 commun aux quatre Conventions de Genève de 1949",
        *("2258 (2015)", "2254 (2015)", "2209 (2014)", "2165 (2014)", "2139 (2014)"),
        "représentant 92 organisations de la société civile syrienne",
        "représentant 120 organisations caritatives et de secours syriennes",
        "Copie : Présidence du Conseil de sécurité",
        "Dr Sharif Kaf Al-Ghazal",
    ),
    "ckb": (
        "غازی عەنتاب، ٢٤ی شوباتی ٢٠١٦",
        "ڤلادیمێر پوتین",
        "سەرۆکی فیدراسیۆنی ڕووسیا",
        "4 Staraya Square",
        "Moscow 103132",
        "سەرۆک پوتین،",
        "زیاتر لە ٢٠٠ ڕێکخراوی کۆمەڵگەی مەدەنی",
        "زیاتر لە ١٬٥٠٠ کەسی مەدەنیی ئێمە",
        "لە سەدا ٩٧ی قوربانییەکانتان",
        "ماددەی ٣ی هاوبەشی هەر چوار ڕێککەوتننامەی جنێڤی ساڵی ١٩٤٩",
        *("٢٢٥٨ (٢٠١٥)", "٢٢٥٤ (٢٠١٥)", "٢٢٠٩ (٢٠١٤)", "٢١٦٥ (٢٠١٤)", "٢١٣٩ (٢٠١٤)"),
        "بە نوێنەرایەتیی ٩٢ ڕێکخراوی کۆمەڵگەی مەدەنیی سووری",
        "بە نوێنەرایەتیی ١٢٠ ڕێکخراوی خێرخوازی",
        "سەرۆکی ئەنجوومەنی ئاسایش",
        "د. شەریف کەف ئەلغەزال",
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The letter in both, by the ends of its files' names; nothing at all is told of it."""
    problems = Diagnostics()
    workspace = Workspace(REPOSITORY, problems)
    folder = tmp_path_factory.mktemp("more")
    request = Request(letters=(LETTER,), locales=LOCALES)
    generation = Generation(workspace, request, OutputFolder(folder))
    for _ in generation.run(generation.tasks()):
        pass
    problems.extend(generation.report.problems)
    problems.extend(proofread_workspace(workspace, [LETTER], LOCALES))
    assert list(problems) == []
    return {
        each.settled.path.name.partition(".")[2]: each.settled.path.read_bytes()
        for each in generation.report.made
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_every_fact_is_there(locale: str, made: dict[str, bytes]) -> None:
    for text in (made[f"{locale}.txt"].decode(), word_text(made[f"{locale}.docx"])):
        said = plain(text)
        assert [fact for fact in FACTS[locale] if plain(fact) not in said] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_it_has_seven_paragraphs_and_every_signatory(locale: str, made: dict[str, bytes]) -> None:
    parts = read_package(made[f"{locale}.docx"], "letter.docx")
    root = parse_part(parts["word/document.xml"], "document.xml")
    styles = [style.get(style.keys()[0]) for style in root.iter("{*}pStyle")]
    assert styles.count("BodyText") == 7
    assert styles.count("Signatories") == len(PUBLISHED_NAMES)


@pytest.mark.parametrize("locale", LOCALES)
def test_its_sentences_are_as_many_as_in_english(locale: str) -> None:
    assert _sentences(locale) == _sentences("en")


def _sentences(locale: str) -> list[int]:
    """How many sentences each paragraph of the words has."""
    words = (REPOSITORY / "letters" / LETTER / f"{locale}.md").read_text(encoding="utf-8")
    return [len(re.findall(r"(?<!Mr)[.](?= |$)", paragraph)) for paragraph in words.split("\n\n")]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_resolution_is_not_parted_from_its_year(locale: str, made: dict[str, bytes]) -> None:
    text = made[f"{locale}.txt"].decode()
    found = re.findall(r"\d{4}(\s)\(\d{4}\)", text)
    assert found == [NO_BREAK_SPACE] * 5


@pytest.mark.parametrize("locale", LOCALES)
def test_validators_and_lint_find_nothing_wrong(
    locale: str,
    made: dict[str, bytes],
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
    audit_faults: Callable[[Path], list[str]],
) -> None:
    path = tmp_path / f"{locale}.docx"
    path.write_bytes(made[f"{locale}.docx"])
    assert sdk_faults(path) == []
    assert audit_faults(path) == []
    assert lint(read_package(made[f"{locale}.docx"], path.name)) == []


def test_sorani_lines_begin_from_the_right_and_isolates_are_closed(made: dict[str, bytes]) -> None:
    for line in made["ckb.txt"].decode().splitlines():
        assert not re.search("[\u202a-\u202e]", line)
        assert len(re.findall("[\u2066-\u2068]", line)) == line.count("\u2069")
        outside = re.sub("[\u2066-\u2068][^\u2069]*\u2069", "", line)
        strong = [c for c in outside if unicodedata.bidirectional(c) in {"L", "R", "AL"}]
        if line:
            assert strong, line
            assert unicodedata.bidirectional(strong[0]) != "L", line


def test_sorani_lines_read_in_the_right_order(made: dict[str, bytes]) -> None:
    shown = [displayed(line) for line in made["ckb.txt"].decode().splitlines()]
    resolutions = next(line for line in shown if "٢٢٥٨" in line)
    assert resolutions.index("٢٢٥٨") > resolutions.index("٢٢٥٤") > resolutions.index("٢١٣٩")
    assert "4 Staraya Square" in shown
    dated = next(line for line in shown if "٢٠١٦" in line)
    assert dated.index("٢٠١٦") < dated.index("٢٤")
    assert str(get_display("٢٤")) == "٢٤", "digits themselves run from the left"
    assert any("+90 342 000 00 00" in line for line in shown)


def test_sorani_paragraphs_run_from_the_right_in_word(made: dict[str, bytes]) -> None:
    parts = read_package(made["ckb.docx"], "letter.docx")
    root = parse_part(parts["word/document.xml"], "document.xml")
    for paragraph in root.iter("{*}p"):
        words = "".join(text.text or "" for text in paragraph.iter("{*}t"))
        bidi = paragraph.find("{*}pPr/{*}bidi")
        from_the_right = bidi is not None and bidi.attrib.values() != ["0"]
        if words:
            assert from_the_right == (words.strip("\u200e") not in LATIN_LINES), words
    assert b'w:bidi="ckb-IQ"' in parts["word/styles.xml"]


@pytest.mark.parametrize(("locale", "language"), [("fr", "fr-FR"), ("ckb", "ckb-IQ")])
def test_properties_name_the_language(locale: str, language: str, made: dict[str, bytes]) -> None:
    parts = read_package(made[f"{locale}.docx"], "letter.docx")
    core = parse_part(parts["docProps/core.xml"], "core.xml")
    said = {element.tag.rpartition("}")[2]: element.text for element in core}
    assert said["language"] == language
