"""A joint letter from beginning to end: 120 organisations in a workbook, three of them withheld."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from tests.workbooks import save_workbook
from tests.workspaces import make_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

HEADINGS = [
    *("Organisation", "اسم المنظمة", "Kuruluş (tr)", "Withheld"),
    *("Consent date", "Draft", "Withdrawn on", "Joined on"),
]
WITHHELD = (
    ("Zephyrine Relief", "زفيرين للإغاثة", "Zefirin Yardım"),
    ("Quillon Hospital", "مستشفى كويلون", "Kuilon Hastanesi"),
    ("Obsidian Clinic", "عيادة أوبسيديان", "Obsidyen Kliniği"),
)
TRACES = ("Zephyrine", "زفيرين", "Zefirin", "Quillon", "كويلون", "Kuilon", "Obsidian", "أوبسيديان")

LETTER = """\
template: joint
date: 2026-03-04
signatories: {from: joint.xlsx, columns: {"اسم المنظمة": name.ar}}
locales: [en, ar, tr]
"""
TEMPLATE = """\
kind: letter
parts: [body, {part: signatories, columns: 2}]
"""
WORDS = {
    "en": "We write on behalf of {{ signatories | counted }}.\n",
    "ar": "نكتب بالنيابة عن {{ signatories | counted(case='oblique') }}.\n",
    "tr": "{{ signatories | counted }} adına yazıyoruz.\n",
}

SIGNS = ("behalf", "بالنيابة", "adına")
"""A word of the sentence with the number, in each language."""

Row = list[object]


def organisation(number: int) -> Row:
    """One of those who are named; every tenth has an Arabic name alone."""
    arabic_only = number % 10 == 0
    return [
        *(None if arabic_only else f"Garden {number:03}", f"حديقة {number:03}"),
        *(None if arabic_only else f"Bahçe {number:03}", None, None, None, None, None),
    ]


def rows() -> list[Row]:
    named = [organisation(number) for number in range(1, 118)]
    withheld: list[Row] = [[*names, "yes", None, None, None, None] for names in WITHHELD]
    return [*named[:40], withheld[0], *named[40:80], *withheld[1:], *named[80:]]


def collected(root: Path, table: list[Row]) -> None:
    save_workbook(root / "signatories" / "joint.xlsx", [HEADINGS, *table])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "letters/joint/letter.yaml": LETTER,
        "templates/joint/template.yaml": TEMPLATE,
        **{f"letters/joint/{locale}.md": words for locale, words in WORDS.items()},
    }
    made = make_workspace(tmp_path, files)
    collected(made, rows())
    return made


def said(root: Path, suffix: str = "") -> list[str]:
    """The sentence with the number, in each language, its invisible marks aside."""
    marks = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))
    found = []
    for locale in WORDS:
        path = root / "out" / "joint" / f"joint.{locale}{suffix}.txt"
        lines = path.read_text(encoding="utf-8").translate(marks).splitlines()
        found.append(next(line for line in lines if any(sign in line for sign in SIGNS)))
    return found


def written(root: Path) -> Iterator[tuple[str, bytes]]:
    """Every file but the workbook that people fill in, what lies packed in one taken out."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.name != "joint.xlsx":
            yield str(path.relative_to(root)), path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
                    for name in package.namelist():
                        yield f"{path.name}/{name}", package.read(name)


def traces(content: bytes) -> list[str]:
    forms = ("utf-8", "utf-16-le", "utf-16-be")
    return [name for name in TRACES if any(name.encode(form) in content for form in forms)]


def test_the_story_of_a_joint_letter(  # noqa: PLR0915 - a story is told in one piece
    root: Path, letterkit: Run
) -> None:
    told: list[str] = []

    def run(*arguments: str, code: int = 0) -> Result:
        answer = letterkit(root, *arguments)
        told.append(answer.stdout + answer.stderr)
        assert answer.exit_code == code, answer.stderr
        return answer

    # Nobody has agreed yet: a draft goes out to ask them, and nothing else is made.
    answer = run("generate", "joint", code=1)
    assert answer.stderr.count("has not agreed to sign `joint`") == 117
    answer = run("generate", "joint", "--draft", "1")
    assert answer.stderr.count("has not agreed to sign `joint`") == 117
    assert said(root, ".draft-1") == [
        "We write on behalf of 120 organisations.",
        "نكتب بالنيابة عن 120 منظمة.",
        "120 kuruluş adına yazıyoruz.",
    ]

    # They agree to draft 1.
    table = rows()
    for row in table:
        if row[3] is None:
            row[4:6] = [date(2026, 2, 20), 1]
    collected(root, table)
    assert "has not agreed" not in run("generate", "joint").stderr

    # Two withdraw, and every run says so.
    table[4][6] = table[50][6] = date(2026, 2, 25)
    collected(root, table)
    answer = run("generate", "joint")
    assert "`Garden 005` has withdrawn since draft 1" in answer.stderr
    assert "draft 1 had 120 organisations who sign, and now there are 118" in answer.stderr
    assert "since draft 1 it reads in `en`: We write on behalf of 118 organisations." in (
        answer.stderr
    )
    assert said(root) == [
        "We write on behalf of 118 organisations.",
        "نكتب بالنيابة عن 118 منظمة.",
        "118 kuruluş adına yazıyoruz.",
    ]

    # The words change: whose consent is older is told.
    words = root / "letters" / "joint" / "en.md"
    words.write_text(WORDS["en"] + "\nWe ask for roses.\n", encoding="utf-8")
    answer = run("check", "joint")
    assert answer.stderr.count("agreed to draft 1, and the words in `en` are others now") == 115
    words.write_text(WORDS["en"], encoding="utf-8")

    # Names that a language lacks go to a translator, and come back.
    answer = run("signatories", "check", "joint")
    names = root / "names-to-complete.xlsx"
    book = load_workbook(names)
    sheet = book.active
    assert sheet is not None
    lacking = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[1] for row in lacking] == [f"حديقة {number:03}" for number in range(10, 118, 10)]
    for cells in sheet.iter_rows(min_row=2):
        number = str(cells[1].value).split()[1]
        cells[2].value, cells[4].value = f"Garden {number}", f"Bahçe {number}"
    book.save(names)
    answer = run("signatories", "list", "joint", "--locale", "en")
    assert "  - Garden 110\n" in answer.stdout
    assert "has no form in" not in answer.stderr

    # It is published; late ones stand apart, and the number in the text stays.
    for late in (201, 202):
        table.append([f"Garden {late}", f"حديقة {late}", f"Bahçe {late}", None])
        table[-1] += [date(2026, 3, 5), 1, None, date(2026, 3, 6)]
    collected(root, table)
    run("generate", "joint", "--release")
    assert said(root, ".released")[0] == "We write on behalf of 118 organisations."
    text = (root / "out" / "joint" / "joint.en.released.txt").read_text(encoding="utf-8")
    assert "and 3 organisations whose names are withheld for their safety" in text
    assert "Joined after publication: 2 organisations" in text
    assert "Garden 005" not in text
    run("sent", "joint", "--date", "2026-03-07")
    run("find", "Garden 201")
    run("find", "Zephyrine")

    # No file, and nothing that was told, has a trace of those who are withheld.
    told[-1] = told[-1].replace("Zephyrine", "")  # what was asked for is said back
    assert traces("".join(told).encode()) == []
    assert [(name, traces(content)) for name, content in written(root) if traces(content)] == []


def test_the_search_for_traces_finds_one(tmp_path: Path) -> None:
    save_workbook(tmp_path / "other.xlsx", [["Organisation"], ["Zephyrine Relief"]])
    assert any(traces(content) for _, content in written(tmp_path))


def test_faults_in_a_withheld_row_are_told_without_its_words(root: Path, letterkit: Run) -> None:
    table = rows()
    table[40][6] = "Zephyrine"
    table[81][7] = "Quillon"
    collected(root, table)
    answer = letterkit(root, "check", "joint")
    assert answer.exit_code == 1
    assert "of a withheld entry is not a date" in answer.stderr
    assert traces(answer.stderr.encode()) == []


def test_names_that_nobody_lists_any_more_leave_the_workbook(root: Path, letterkit: Run) -> None:
    letterkit(root, "signatories", "check")
    table = [row for row in rows() if row[1] != "حديقة 010"]
    collected(root, table)
    letterkit(root, "signatories", "check")
    sheet = load_workbook(root / "names-to-complete.xlsx").active
    assert sheet is not None
    assert "حديقة 010" not in [row[1].value for row in sheet.iter_rows()]


def test_a_workbook_of_names_that_is_spoilt_is_told(root: Path, letterkit: Run) -> None:
    save_workbook(root / "names-to-complete.xlsx", [["Name", "en", "xx"], ["a", "b", "c"]])
    answer = letterkit(root, "signatories", "count")
    assert answer.exit_code == 1
    assert "no column is called `As it is known`" in answer.stderr
    assert "`xx` is no language" in answer.stderr
