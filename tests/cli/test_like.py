"""`letterkit new letter --like`: the words of another letter without its occasion."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.workspaces import LETTER, SETTINGS, changed, make_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

OLD = changed(
    LETTER,
    "copies:",
    "reference: RT/2020/007   # ours\nembargo:\n  until: 2020-03-05 10:00\n"
    "  zone: Europe/Istanbul\n  place: Izmir\nrelease_number: 3\n# who hears of it\ncopies:",
)
NEW = ("new", "letter", "second", "--like", "appeal", "--date", "2021-06-07")


def test_words_and_structure_are_taken_over_and_the_occasion_is_not(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": OLD})
    answer = letterkit(root, *NEW, "--to", "prefect")
    assert answer.exit_code == 0, answer.stderr
    folder = root / "letters" / "second"
    assert (folder / "letter.yaml").read_text() == changed(
        changed(LETTER, "2020-03-04", "2021-06-07"), "[minister, mayor]", "[prefect]"
    ).replace("copies:", "# who hears of it\ncopies:")
    for locale in ("en", "ar", "tr"):
        own = root / "letters" / "appeal" / f"{locale}.md"
        assert (folder / f"{locale}.md").read_bytes() == own.read_bytes()
    assert "Next: change what is different from appeal" in answer.stderr
    told = letterkit(root, "generate", "second")
    errors = [line for line in told.stderr.splitlines() if " error: " in line]
    assert errors
    assert all("has not agreed to sign `second`" in line for line in errors)


def test_without_addressees_those_of_the_other_letter_stay(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, *NEW, "--locale", "tr")
    text = (root / "letters" / "second" / "letter.yaml").read_text()
    assert "addressees: [minister, mayor]\n" in text
    assert "locales: [tr]\n" in text


def test_a_house_that_draws_references_draws_a_new_one(letterkit: Run, tmp_path: Path) -> None:
    settings = SETTINGS + "references: {pattern: 'RT/{year}/{number:03}'}\n"
    root = make_workspace(tmp_path, {"letterkit.yaml": settings, "letters/appeal/letter.yaml": OLD})
    answer = letterkit(root, *NEW)
    assert "Its reference is RT/2021/001" in answer.stderr
    text = (root / "letters" / "second" / "letter.yaml").read_text()
    assert "\nreference: RT/2021/001\n" in text
    assert "RT/2020/007" not in text


@pytest.mark.parametrize("name", ["appeal", "sent/2020/appeal", "sent/2020/appeal/"])
def test_a_letter_that_was_sent_can_be_begun_with(
    letterkit: Run, tmp_path: Path, name: str
) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, "sent", "appeal", "--date", "2020-03-05")
    words = (root / "letters" / "appeal" / "ar.md").read_bytes()
    shutil.rmtree(root / "letters" / "appeal")
    shutil.rmtree(root / "templates")
    answer = letterkit(root, *NEW[:4], name, *NEW[5:])
    assert answer.exit_code == 0, answer.stderr
    assert (root / "letters" / "second" / "ar.md").read_bytes() == words
    assert "Its template `appeal` is not here any more; it is kept in " in answer.stderr


def test_a_letter_whose_inputs_are_gone_is_told(
    letterkit: Run, program: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, "sent", "appeal", "--date", "2020-03-05")
    shutil.rmtree(root / "letters" / "appeal")
    shutil.rmtree(root / "sent" / "2020" / "appeal" / "workspace")
    assert program(root, *NEW) == 1
    assert "what `appeal` was made from is not there any more" in capsys.readouterr().err


def test_what_cannot_be_is_told(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    assert "did you mean `appeal`?" in letterkit(root, *NEW[:4], "apeal").stderr
    assert letterkit(root, *NEW, "--template", "appeal").exit_code == 2
    assert not (root / "letters" / "second").exists()
