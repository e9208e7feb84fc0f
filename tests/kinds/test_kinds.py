"""Statements, digests and kinds of a house's own: what they print, from small invented data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.workspaces import SETTINGS, changed, make_workspace

from letterkit.batch.files import OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Diagnostics
from letterkit.language.bidi import without_controls
from letterkit.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

STATEMENT = """\
kind: statement
date: 2020-03-04
place: {en: Port Example, ar: مرفأ المثال, tr: Örnek Limanı}
release_number: 2020/7
subject: {en: Bakers stop work, ar: الخبازون يتوقفون عن العمل, tr: Fırıncılar iş bıraktı}
embargo:
  until: 2020-03-04 10:00
  zone: Europe/Istanbul
  place: {en: Port Example, ar: مرفأ المثال, tr: Örnek Limanı}
hashtags: ["#bread", {en: "#bakers", ar: "#خبازون", tr: "#fırıncılar"}]
quotes:
  flour:
    speaker: {en: Rana Example, ar: رنا مثال, tr: Rana Example}
    office: {en: head of the guild, ar: رئيسة النقابة, tr: lonca başkanı}
    words: {en: We have no flour., ar: لا طحين لدينا., tr: Unumuz yok.}
"""
WORDS = {
    "en": ("Bakers stopped work today.", "The guild spoke: {{ quotes.flour.words | quote }}"),
    "ar": ("توقف الخبازون عن العمل اليوم.", "قالت النقابة: {{ quotes.flour.words | quote }}"),
    "tr": ("Fırıncılar bugün iş bıraktı.", "Lonca konuştu: {{ quotes.flour.words | quote }}"),
}


def statement(data: str = STATEMENT) -> dict[str, str | bytes | None]:
    files: dict[str, str | bytes | None] = {
        f"letters/news/{locale}.md": (
            f"::: lead\n{lead}\n:::\n\n::: body\n{sentence}\n\n{{{{ quotes.flour }}}}\n:::\n"
        )
        for locale, (lead, sentence) in WORDS.items()
    }
    return files | {"letters/news/letter.yaml": data}


def generated(
    folder: Path, files: Mapping[str, str | bytes | None], letter: str
) -> tuple[dict[str, str], Diagnostics]:
    """The plain text of a letter by locale, without marks of direction, and what was found."""
    problems = Diagnostics()
    workspace = Workspace(make_workspace(folder / "w", files), problems)
    output = OutputFolder(folder / "out")
    generation = Generation(workspace, Request(letters=(letter,)), output)
    for _ in generation.run(generation.tasks()):
        pass
    problems.extend(generation.report.problems)
    texts = {
        made.locale: without_controls(made.settled.path.read_text(encoding="utf-8"))
        for made in generation.report.made
        if made.format == "txt"
    }
    return texts, problems


@pytest.mark.parametrize(
    ("locale", "lines"),
    [
        (
            "en",
            [
                "Release No.\u00a02020/7",
                "Embargoed until 4 March 2020, 10:00, Port Example time (UTC+3)",
                "Bakers stop work",
                "Port Example, 4 March 2020",
                "Bakers stopped work today.",
                "The guild spoke: “We have no flour.”",
                "“We have no flour.”",
                "— Rana Example, head of the guild",
                "#bread #bakers",
            ],
        ),
        (
            "ar",
            [
                "محظور النشر حتى 4 آذار/مارس 2020، الساعة 10:00 بتوقيت مرفأ المثال (UTC+3)",
                "الخبازون يتوقفون عن العمل",
                "قالت النقابة: «لا طحين لدينا.»",
                "#bread #خبازون",
            ],
        ),
        (
            "tr",
            [
                "Ambargo bitişi: 4 Mart 2020, saat 10.00 (Örnek Limanı saatiyle, UTC+3)",
                "Fırıncılar iş bıraktı",
                "Lonca konuştu: “Unumuz yok.”",
                "#bread #fırıncılar",
            ],
        ),
    ],
)
def test_a_statement_says_what_its_data_and_words_say(
    locale: str, lines: list[str], tmp_path: Path
) -> None:
    texts, problems = generated(tmp_path, statement(), "news")
    assert list(problems) == []
    said = [line.strip() for line in texts[locale].splitlines()]
    assert [line for line in lines if line not in said] == []
    assert [said.index(line) for line in lines] == sorted(said.index(line) for line in lines)


@pytest.mark.parametrize(
    ("locale", "label"),
    [("en", "Press contact:"), ("ar", "للتواصل الإعلامي:"), ("tr", "Basın için iletişim:")],
)
def test_a_statement_says_whom_the_press_may_ask(locale: str, label: str, tmp_path: Path) -> None:
    settings = changed(SETTINGS, "locales:", "  contact: {name: Nour Example}\nlocales:")
    texts, problems = generated(tmp_path, statement() | {"letterkit.yaml": settings}, "news")
    assert list(problems) == []
    assert texts[locale].splitlines()[-2:] == [label, "Nour Example"]


def test_a_quotation_set_apart_does_not_fit_into_a_sentence(tmp_path: Path) -> None:
    files = statement()
    files["letters/news/en.md"] = (
        "::: lead\nA.\n:::\n\n::: body\nShe said {{ quotes.flour }}.\n:::\n"
    )
    texts, problems = generated(tmp_path, files, "news")
    assert sorted(texts) == ["ar", "tr"]
    (found,) = problems
    assert str(found.origin) == "letters/news/en.md:6:13"


@pytest.mark.parametrize(
    ("before", "after", "place", "message"),
    [
        ("2020-03-04 10:00", "10 o'clock", 7, "`10 o'clock` is not a day and time"),
        ("Europe/Istanbul", "Europe/Atlantis", 8, "`Europe/Atlantis` is no time zone"),
        (
            "2020-03-04 10:00\n  zone: Europe/Istanbul",
            "2020-03-29 02:30\n  zone: Europe/Berlin",
            8,
            "`Europe/Berlin` has no `2020-03-29 02:30`",
        ),
        (
            "2020-03-04 10:00\n  zone: Europe/Istanbul",
            "2020-10-25 02:30\n  zone: Europe/Berlin",
            8,
            "`Europe/Berlin` has `2020-10-25 02:30` twice, since its clocks are put back then",
        ),
        ("  flour:", "  flour grain:", 12, "`flour grain` cannot be a name in expressions"),
        ("    words: {en: We", "    word: {en: We", 15, "there is no key `word` here"),
    ],
)
def test_what_is_wrong_with_the_data_of_a_statement_is_told_with_its_place(
    before: str, after: str, place: int, message: str, tmp_path: Path
) -> None:
    assert before in STATEMENT
    _, problems = generated(tmp_path, statement(STATEMENT.replace(before, after)), "news")
    assert (place, message) in [
        (found.origin.line, found.message) for found in problems if found.origin
    ]


def test_a_quotation_that_a_language_lacks_is_told_in_that_language(tmp_path: Path) -> None:
    data = STATEMENT.replace(", tr: Unumuz yok.", "")
    texts, problems = generated(tmp_path, statement(data), "news")
    assert sorted(texts) == ["ar", "en"]
    assert "the quotation `We have no flour.` is lacking in `tr`" in [
        found.message for found in problems
    ]


DIGEST = """\
template: press
date: 2020-03-04
locales: [en]
subject: {en: What others wrote}
variables:
  items:
    - {outlet: The Example, headline: Bread is back, date: 2020-03-01}
    - {outlet: Daily Model, headline: Ovens lit, date: 2020-03-01}
    - {outlet: The Example, headline: Queues end, date: 2020-03-02}
"""
PRESS = """\
kind: digest
variables:
  items: {list: {outlet: text, headline: text, date: date}}
parts:
  - headline
  - {part: item, each: items, as: item, group_by: GROUP}
"""


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            "outlet",
            ["The Example", "“Bread is back”", "“Queues end”", "Daily Model", "“Ovens lit”"],
        ),
        (
            "date",
            ["1 March 2020", "“Bread is back”", "“Ovens lit”", "2 March 2020", "“Queues end”"],
        ),
    ],
)
def test_a_digest_is_grouped_by_a_field_of_its_items(
    field: str, expected: list[str], tmp_path: Path
) -> None:
    files = {
        "letters/digest/letter.yaml": DIGEST,
        "templates/press/template.yaml": PRESS.replace("GROUP", field),
        "templates/press/en.md": "::: item\n- {{ item.headline | quote }}\n:::\n",
    }
    texts, problems = generated(tmp_path, files, "digest")
    assert list(problems) == []
    said = re.findall(r"(?:(?<=\n)|(?<=• )|(?<=- ))[^\n=-][^\n]*", texts["en"])
    assert [line.lstrip("•- ") for line in said if line.lstrip("•- ") in expected] == expected


def test_a_field_that_items_do_not_have_is_told(tmp_path: Path) -> None:
    files = {
        "letters/digest/letter.yaml": DIGEST,
        "templates/press/template.yaml": PRESS.replace("GROUP", "paper"),
        "templates/press/en.md": "::: item\n- {{ item.headline | quote }}\n:::\n",
    }
    texts, problems = generated(tmp_path, files, "digest")
    assert texts == {}
    assert [found.message for found in problems] == ["an item has no `paper` to be grouped by"]


def test_a_new_kind_is_a_file(tmp_path: Path) -> None:
    files = {
        "kinds/condolence.yaml": "parts: [dateline, salutation, body, signatories]\n",
        "letters/sorrow/letter.yaml": (
            "kind: condolence\ndate: 2020-03-04\nlocales: [en]\naddressees: [mayor]\n"
        ),
        "letters/sorrow/en.md": "We grieve with your city.\n",
    }
    texts, problems = generated(tmp_path, files, "sorrow")
    assert list(problems) == []
    assert texts["en"] == (
        "4 March 2020\n\nDear Mr.\u00a0Can Demir,\n\nWe grieve with your city.\n\n"
        "Lale Deniz\nDirector\nRosewater Trust\n"
    )


@pytest.mark.parametrize(
    ("written", "printed"),
    [("a house of bakers", "a house of bakers."), ("a house of bakers.", "a house of bakers.")],
)
def test_what_we_are_ends_in_one_full_stop(written: str, printed: str, tmp_path: Path) -> None:
    files = {
        "letterkit.yaml": (
            f"organisation:\n  name: Rosewater Trust\n  description: {written}\n"
            "locales: [en]\nformats: [txt]\n"
        ),
        "kinds/notice.yaml": "parts: [body, about-us]\n",
        "letters/news/letter.yaml": "kind: notice\ndate: 2020-03-04\n",
        "letters/news/en.md": "We baked.\n",
    }
    texts, problems = generated(tmp_path, files, "news")
    assert list(problems) == []
    assert texts["en"].endswith(f"Rosewater Trust\u00a0– {printed}\n")
