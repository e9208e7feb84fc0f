"""`letterkit new letter` and `new reference`, where the house draws its reference numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.workspaces import ENGLISH, SETTINGS, make_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

DRAWS = SETTINGS + "references: {pattern: 'RT/{year}/{number:03}'}\n"


def test_a_new_letter_has_the_next_number(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"letterkit.yaml": DRAWS})
    new = ("--locale", "en", "--date", "2020-05-06")
    answer = letterkit(root, "new", "letter", "visit", *new)
    assert answer.exit_code == 0
    assert "Its reference is RT/2020/001\n" in answer.stderr
    assert letterkit(root, "new", "letter", "ball", *new).exit_code == 0
    for name, number in (("visit", "001"), ("ball", "002")):
        text = (root / "letters" / name / "letter.yaml").read_text()
        assert f"\nreference: RT/2020/{number}\n" in text
    (root / "letters" / "visit" / "en.md").write_text("We thank you.\n")
    assert letterkit(root, "generate", "visit").exit_code == 0
    assert "RT/2020/001" in (root / "out" / "visit" / "visit.en.txt").read_text()


def test_a_name_that_is_taken_draws_no_number(program: Callable[..., int], tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"letterkit.yaml": DRAWS})
    codes = [
        program(root, "new", "letter", name, "--date", "2020-05-06")
        for name in ("visit", "visit", "appeal", "ball")
    ]
    assert codes == [0, 2, 2, 0]
    text = (root / "letters" / "ball" / "letter.yaml").read_text()
    assert "reference: RT/2020/002\n" in text


def test_a_letter_that_is_there_is_given_its_number(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, {"letterkit.yaml": DRAWS, "letters/appeal/letter.yaml": "# ours\n" + ENGLISH}
    )
    for _ in range(2):
        answer = letterkit(root, "new", "reference", "appeal")
        assert (answer.exit_code, answer.stdout) == (0, "RT/2020/001\n")
    text = (root / "letters" / "appeal" / "letter.yaml").read_text()
    assert text == "# ours\n" + ENGLISH.replace("-04\n", "-04\nreference: RT/2020/001\n")


def test_a_house_without_a_pattern_draws_nothing(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, "new", "letter", "visit")
    assert "# reference: its number" in (root / "letters" / "visit" / "letter.yaml").read_text()
    assert not (root / "register.sqlite").exists()
    answer = letterkit(root, "new", "reference", "appeal")
    assert answer.exit_code == 2
    assert "letterkit.yaml does not say how references are written" in answer.stderr
    assert "no letter `apeal` here" in letterkit(root, "new", "reference", "apeal").stderr


def test_a_pattern_that_is_none_is_told(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"letterkit.yaml": DRAWS.replace("{number:03}", "{nr}")})
    answer = letterkit(root, "check")
    assert answer.exit_code == 1
    assert "letterkit.yaml:8:23: error: `{nr}` in `RT/{year}/{nr}` is neither" in answer.stderr


@pytest.mark.parametrize("arguments", [("new", "letter", "visit"), ("new", "reference", "appeal")])
def test_a_register_that_is_none_is_told_and_nothing_is_begun(
    program: Callable[..., int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
) -> None:
    root = make_workspace(
        tmp_path, {"letterkit.yaml": DRAWS, "register.sqlite": b"no database at all, but long" * 9}
    )
    assert program(root, *arguments) == 1
    assert "register.sqlite:1:1: error: `register.sqlite` is damaged" in capsys.readouterr().err
    assert sorted(path.name for path in (root / "letters").iterdir()) == ["appeal"]
    assert "reference" not in (root / "letters" / "appeal" / "letter.yaml").read_text()
