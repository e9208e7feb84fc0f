"""Numbered drafts: what has changed since they went out, and whose consent is to other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.workspaces import make_workspace

from letterkit.batch.checking import check
from letterkit.batch.files import OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Diagnostics, Severity
from letterkit.letter.version import WORKING, Stage, Version
from letterkit.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.batch.report import Report

WORDS = "On behalf of {{ signatories | counted }}.\n\nRoses for all.\n"
LETTER = "template: appeal\ndate: 2020-03-04\nlocales: [en]\nsignatories: [friends]\n"
TEMPLATE = "parts: [body, signatories]\n"
NAME = "Xylophone Trust"


def begun(folder: Path, friends: str, **files: str) -> Path:
    return make_workspace(
        folder,
        {
            "letters/appeal/letter.yaml": f"{LETTER}consent: elsewhere\n",
            "letters/appeal/en.md": WORDS,
            "letters/appeal/ar.md": None,
            "letters/appeal/tr.md": None,
            "templates/appeal/template.yaml": TEMPLATE,
            "templates/appeal/en.md": None,
            "templates/appeal/ar.md": None,
            "templates/appeal/tr.md": None,
            "signatories/friends.yaml": friends,
            **files,
        },
    )


def generated(root: Path, version: Version = WORKING) -> Report:
    problems = Diagnostics()
    workspace = Workspace(root, problems)
    request = Request(letters=("appeal",), version=version)
    generation = Generation(workspace, request, OutputFolder(root / "out"))
    for _ in generation.run(generation.tasks()):
        pass
    return generation.report


def draft(root: Path, number: int) -> Report:
    return generated(root, Version(Stage.DRAFT, number))


def notes(report: Report) -> list[str]:
    return [each.message for each in report.problems.sorted() if each.severity is Severity.NOTE]


def friends(root: Path, text: str) -> None:
    (root / "signatories" / "friends.yaml").write_text(text, encoding="utf-8")


def test_each_run_tells_what_has_changed_since_the_last_draft(tmp_path: Path) -> None:
    root = begun(
        tmp_path, f"- organisation: Ivy Clinic\n- organisation: {NAME}\n- person: Eda Su\n"
    )
    assert notes(draft(root, 1)) == []
    friends(
        root,
        "- {organisation: Ivy Clinic, withdrawn: 2020-03-01}\n"
        f"- {{organisation: {NAME}, withheld: true}}\n"
        "- person: Eda Su\n"
        "- organisation: Rose Clinic\n"
        "- organisation: Lily Clinic\n",
    )
    told = notes(generated(root))
    assert told == [
        "since draft 1 it reads in `en`: On behalf of 3 organisations and 1 individual.",
        "of the names in draft 1, 1 stand in no list any more",
        "draft 1 had 2 organisations who sign, and now there are 3",
        "`Ivy Clinic` has withdrawn since draft 1",
        "`Rose Clinic` signs since draft 1",
        "`Lily Clinic` signs since draft 1",
    ]
    assert notes(draft(root, 2)) == told
    assert notes(generated(root)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We are **{{ signatories | counted }}**.\n", "We are 2 organisations."),
        ("- We are *{{ signatories | counted }}*.\n", "We are 2 organisations."),
        ("| Who |\n|---|\n| {{ signatories | counted }} |\n", "2 organisations"),
        ("We.[^1]\n\n[^1]: That is {{ signatories | counted }}.\n", "That is 2 organisations."),
    ],
)
def test_a_number_is_found_wherever_it_is_told(words: str, expected: str, tmp_path: Path) -> None:
    root = begun(tmp_path, "- organisation: Ivy Clinic\n", **{"letters/appeal/en.md": words})
    draft(root, 1)
    friends(root, "- organisation: Ivy Clinic\n- organisation: Rose Clinic\n")
    told = notes(generated(root))
    assert f"since draft 1 it reads in `en`: {expected}" in told


def test_the_record_of_drafts_names_nobody(tmp_path: Path) -> None:
    root = begun(tmp_path, f"- organisation: {NAME}\n")
    draft(root, 1)
    record = (root / "letters" / "appeal" / "drafts.yaml").read_text(encoding="utf-8")
    assert "Xylophone" not in record
    before = (root / "letters" / "appeal" / "drafts.yaml").stat().st_mtime_ns
    draft(root, 1)
    assert (root / "letters" / "appeal" / "drafts.yaml").stat().st_mtime_ns == before


def test_a_number_stands_for_its_words_for_good(tmp_path: Path) -> None:
    root = begun(tmp_path, "- organisation: Ivy Clinic\n")
    draft(root, 1)
    (root / "letters" / "appeal" / "en.md").write_text(f"{WORDS}\nMore.\n", encoding="utf-8")
    report = draft(root, 1)
    assert [(each.message, each.hint) for each in report.problems] == [
        ("draft 1 of `appeal` was made with other words in `en`", "this is draft 2: `--draft 2`")
    ]
    assert report.made == []
    assert not draft(root, 2).problems.has_errors


def test_only_generate_with_a_number_writes_a_record(tmp_path: Path) -> None:
    root = begun(tmp_path, "- organisation: Ivy Clinic\n")
    generated(root)
    check(Workspace(root, Diagnostics()), ["appeal"], [])
    assert not (root / "letters" / "appeal" / "drafts.yaml").exists()


def test_a_draft_that_is_held_back_is_not_recorded(tmp_path: Path) -> None:
    root = begun(tmp_path, "- organisation: Ivy Clinic\n")
    (root / "letters" / "appeal" / "en.md").write_text("{{ roses }}\n", encoding="utf-8")
    assert draft(root, 1).problems.has_errors
    assert not (root / "letters" / "appeal" / "drafts.yaml").exists()


def test_a_consent_to_other_words_is_told(tmp_path: Path) -> None:
    root = begun(tmp_path, "- organisation: Ivy Clinic\n")
    (root / "letters" / "appeal" / "letter.yaml").write_text(LETTER, encoding="utf-8")
    draft(root, 1)
    friends(root, "- {organisation: Ivy Clinic, consent: {letter: appeal, draft: 1}}\n")
    assert list(generated(root).problems) == []
    reflowed = WORDS.replace("behalf of", "behalf\nof")
    (root / "letters" / "appeal" / "en.md").write_text(reflowed, encoding="utf-8")
    assert list(generated(root).problems) == []
    (root / "letters" / "appeal" / "en.md").write_text(f"{WORDS}\nMore.\n", encoding="utf-8")
    found = check(Workspace(root, Diagnostics()), ["appeal"], [])
    assert [f"{each.severity}: {each.origin}: {each.message}" for each in found] == [
        (
            "warning: signatories/friends.yaml:1:48:"
            " `Ivy Clinic` agreed to draft 1, and the words in `en` are others now"
        )
    ]


def test_a_consent_to_a_draft_that_never_was_is_an_error(tmp_path: Path) -> None:
    root = begun(tmp_path, "- {organisation: Ivy Clinic, consent: {letter: appeal, draft: 7}}\n")
    report = generated(root)
    assert [each.message for each in report.problems] == [
        "`Ivy Clinic` agreed to draft 7, which was never made"
    ]
    assert report.made == []


def test_a_record_that_somebody_broke_is_told_with_its_place(tmp_path: Path) -> None:
    root = begun(
        tmp_path,
        "- organisation: Ivy Clinic\n",
        **{"letters/appeal/drafts.yaml": "1:\n  word: {}\nx: {}\n"},
    )
    assert [f"{each.origin}: {each.message}" for each in generated(root).problems.sorted()] == [
        "letters/appeal/drafts.yaml:2:3: there is no key `word` here",
        "letters/appeal/drafts.yaml:3:1: `x` is no number of a draft",
    ]
