"""`letterkit generate --combined`: one file of all letters in a language, or none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import docx
import pytest
from tests.workspaces import ADDRESSEES, SETTINGS, changed, make_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

FILES = [f"out/appeal/combined.{locale}.docx" for locale in ("en", "ar", "tr")]


def test_each_language_is_one_file_of_all_letters(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    answer = letterkit(root, "generate", "--combined")
    assert (answer.exit_code, answer.stderr) == (0, "3 written\n")
    assert answer.stdout.splitlines() == FILES
    text = "\n".join(one.text for one in docx.Document(str(root / FILES[0])).paragraphs)
    assert text.index("Ada Kaya") < text.index("Can Demir")
    assert text.count("Thank you.") == 2
    assert letterkit(root, "generate", "--combined").stderr == "0 written, 3 unchanged\n"
    other = make_workspace(tmp_path / "another")
    letterkit(other, "generate", "--combined")
    assert (other / FILES[1]).read_bytes() == (root / FILES[1]).read_bytes()


def test_a_draft_says_so_in_the_name_and_a_dry_run_writes_nothing(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path)
    arguments = ("generate", "--combined", "--draft", "3", "--locale", "en", "--dry-run", "--json")
    answer = json.loads(letterkit(root, *arguments).stdout)
    (file,) = answer["files"]
    assert file["path"].endswith("combined.en.draft-3.docx")
    assert (file["addressee"], file["combined"]) == ("combined", ["minister", "mayor"])
    assert not (root / "out").exists()


def test_an_edited_file_is_kept(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, "generate", "--combined", "--locale", "en")
    (root / FILES[0]).write_bytes(b"edited")
    answer = letterkit(root, "generate", "--combined", "--locale", "en")
    assert answer.stdout == "out/appeal/combined.en (2).docx\n"
    assert (root / FILES[0]).read_bytes() == b"edited"


def test_each_in_its_own_language_are_combined_by_language(letterkit: Run, tmp_path: Path) -> None:
    addressees = ADDRESSEES.replace("mayor:\n", "mayor:\n  locale: tr\n").replace(
        "minister:\n", "minister:\n  locale: ar\n"
    )
    settings = {"addressees/officials.yaml": addressees}
    root = make_workspace(tmp_path, settings)
    letter = root / "letters/appeal/letter.yaml"
    letter.write_text(letter.read_text() + "locales: preferred\n")
    answer = letterkit(root, "generate", "--combined", "--json")
    made = {file["locale"]: file["combined"] for file in json.loads(answer.stdout)["files"]}
    assert made == {"ar": ["minister"], "tr": ["mayor"]}


def test_a_fault_in_one_letter_holds_back_the_file_of_its_language(
    letterkit: Run, tmp_path: Path
) -> None:
    lacking = changed(ADDRESSEES, "tr: Belediye Başkanı", "fr: Maire")
    root = make_workspace(tmp_path, {"addressees/officials.yaml": lacking})
    answer = letterkit(root, "generate", "--combined")
    assert answer.exit_code == 1
    assert answer.stdout.splitlines() == FILES[:2]
    assert "`appeal` is not combined in `tr`: 1 of 2 letters are at fault" in answer.stderr
    assert "not written: appeal/mayor.tr\nnot written: appeal/combined.tr\n" in answer.stderr
    assert not (root / FILES[2]).exists()


def test_one_who_cannot_be_read_holds_back_every_language(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    letter = root / "letters/appeal/letter.yaml"
    letter.write_text(letter.read_text().replace("[minister, mayor]", "[minister, nobody]"))
    answer = letterkit(root, "generate", "--combined")
    assert answer.exit_code == 1
    assert answer.stdout == ""
    assert "at fault" in answer.stderr


@pytest.mark.parametrize("name", ["combined", "COMBINED"])
def test_an_addressee_of_the_same_name_is_told(letterkit: Run, tmp_path: Path, name: str) -> None:
    renamed = changed(ADDRESSEES, "mayor:", f"{name}:")
    root = make_workspace(tmp_path, {"addressees/officials.yaml": renamed})
    letter = root / "letters/appeal/letter.yaml"
    letter.write_text(letter.read_text().replace("mayor", name))
    answer = letterkit(root, "generate", "--combined", "--locale", "en")
    assert answer.exit_code == 1
    assert (
        f"`appeal/{name}` and all letters together would be one file, `appeal/combined.en.docx`"
        in answer.stderr
    )
    assert answer.stdout == ""


def test_formats_that_hold_one_letter_are_refused_where_asked_for_and_else_left_out(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path)
    answer = letterkit(root, "generate", "--combined", "--format", "docx", "--format", "txt")
    assert answer.exit_code == 2
    assert "`--combined` makes one file for printing, which `txt` is not" in answer.stderr
    text = make_workspace(tmp_path / "text", {"letterkit.yaml": SETTINGS + "formats: [txt]\n"})
    answer = letterkit(text, "generate", "--combined")
    assert answer.exit_code == 2
    assert "add `--format docx`" in answer.stderr
    assert letterkit(text, "generate", "--combined", "--format", "docx").exit_code == 0
