"""`letterkit generate --bilingual en,ar`: one file, two languages."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.cli.test_generate import files_in
from tests.kinds.test_kinds import statement
from tests.letterhead.designer import house_letterhead
from tests.workspaces import FILES, LETTER, SETTINGS, changed, make_workspace

from letterkit.language.bidi import without_controls

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

PAIR = ("generate", "--bilingual", "en,ar")


def test_each_addressee_gets_one_file_with_both_languages(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    answer = letterkit(root, *PAIR, "--format", "docx", "--format", "txt", "--format", "html")
    assert answer.exit_code == 0, answer.output
    assert sorted(path.name for path in (root / "out" / "appeal").iterdir()) == [
        f"{addressee}.en+ar.{form}"
        for addressee in ("mayor", "minister")
        for form in ("docx", "html", "txt")
    ]
    text = without_controls((root / "out/appeal/mayor.en+ar.txt").read_text(encoding="utf-8"))
    english, arabic = re.split(r"\n\n-{72}\n\n", text)
    for said in ("Can Demir", "We write about 12 houses.", "Thank you.", "Friends of Roses"):
        assert said in english
    for said in ("جان دمير", "نكتب عن 12 بيتا.", "شكرا لكم.", "أصدقاء الورد"):
        assert said in arabic


def test_the_same_input_gives_the_same_bytes(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    assert letterkit(root, *PAIR, "--out", "first").exit_code == 0
    assert letterkit(root, *PAIR, "--out", "second").exit_code == 0
    assert files_in(root / "first") == files_in(root / "second")


def test_a_draft_is_marked_in_both_languages(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    assert letterkit(root, *PAIR, "--draft", "3", "--format", "txt").exit_code == 0
    text = (root / "out/appeal/mayor.en+ar.draft-3.txt").read_text(encoding="utf-8")
    assert text.startswith("DRAFT 3\n")
    assert "\nمسودة 3\n" in text


def test_a_fault_in_one_language_holds_the_letter_back_and_is_told(
    letterkit: Run, tmp_path: Path
) -> None:
    files = {"letters/appeal/ar.md": "نكتب عن {{ huts }} بيتا.\n"}
    root = make_workspace(tmp_path, files)
    answer = letterkit(root, *PAIR)
    assert answer.exit_code == 1
    assert "letters/appeal/ar.md:1:12:" in answer.stderr
    assert "not written: appeal/mayor.en+ar" in answer.stderr
    assert not (root / "out" / "appeal").exists()


def test_a_fault_of_the_data_is_told_once(letterkit: Run, tmp_path: Path) -> None:
    letter = changed(LETTER, "houses: 12", "houses: many")
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": letter})
    answer = letterkit(root, *PAIR)
    assert answer.exit_code == 1
    assert answer.stderr.count("`many` is not") == 1


def test_a_language_without_words_holds_the_letter_back(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/ar.md": None})
    answer = letterkit(root, *PAIR)
    assert answer.exit_code == 1
    assert "the part `body` has no words in `ar`" in answer.stderr
    assert not (root / "out" / "appeal").exists()


def test_an_edited_file_is_kept(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    assert letterkit(root, *PAIR, "--format", "txt").exit_code == 0
    path = root / "out" / "appeal" / "mayor.en+ar.txt"
    path.write_text("edited", encoding="utf-8")
    answer = letterkit(root, *PAIR, "--format", "txt")
    assert answer.exit_code == 0
    assert path.read_text(encoding="utf-8") == "edited"
    assert (root / "out" / "appeal" / "mayor.en+ar (2).txt").is_file()


def test_json_names_both_languages_and_a_dry_run_writes_nothing(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path)
    answer = letterkit(root, *PAIR, "--format", "txt", "--dry-run", "--json")
    assert answer.exit_code == 0
    files = json.loads(answer.stdout)["files"]
    assert [file["locale"] for file in files] == ["en+ar", "en+ar"]
    assert not (root / "out").exists()


def test_single_letters_stand_beside_the_bilingual_one(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    assert letterkit(root, "generate", "--format", "txt").exit_code == 0
    before = files_in(root / "out" / "appeal")
    assert letterkit(root, *PAIR, "--format", "txt").exit_code == 0
    after = files_in(root / "out" / "appeal")
    assert before.items() <= after.items()
    assert len(after) == len(before) + 2


def test_the_letterhead_is_that_of_the_first_language(letterkit: Run, tmp_path: Path) -> None:
    settings = f"{SETTINGS}letterhead: {{en: house.docx, ar: lost.docx, tr: house.docx}}\n"
    root = make_workspace(tmp_path, {"letterkit.yaml": settings, "house.docx": house_letterhead()})
    assert letterkit(root, *PAIR, "--format", "docx").exit_code == 0
    with zipfile.ZipFile(root / "out" / "appeal" / "mayor.en+ar.docx") as archive:
        assert "Harbour House" in archive.read("word/document.xml").decode()
        assert "-ar" in archive.read("word/styles.xml").decode()
    answer = letterkit(root, "generate", "--bilingual", "ar,en", "--format", "docx")
    assert answer.exit_code == 1
    assert answer.stderr.count("there is no letterhead `lost.docx`") == 1
    assert not (root / "out" / "appeal" / "mayor.ar+en.docx").exists()


@pytest.mark.parametrize("stage", ["--release", "--embargoed"])
def test_what_is_unresolved_in_a_third_language_holds_back_what_leaves_the_house(
    letterkit: Run, tmp_path: Path, stage: str
) -> None:
    files = statement() | {"letters/appeal/letter.yaml": None, "letters/news/tr.md": None}
    for name in FILES:
        if "appeal" in name:
            files[name] = None
    root = make_workspace(tmp_path, files)
    answer = letterkit(root, *PAIR, stage)
    assert answer.exit_code == 1
    assert "something is unresolved in `tr`" in answer.stderr
    assert not (root / "out" / "news").exists()


@pytest.mark.parametrize("pair", ["", "en", "en,", "en,en", "en,ar,tr"])
def test_what_names_no_two_languages_is_told(letterkit: Run, tmp_path: Path, pair: str) -> None:
    answer = letterkit(make_workspace(tmp_path), "generate", "--bilingual", pair)
    assert answer.exit_code == 2
    assert answer.stderr.splitlines()[-1] == (
        f"Error: `{pair}` does not name two languages; write them as in `--bilingual en,ar`"
    )
