"""Reference numbers: none left out, none given twice, whatever happens in between."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from letterkit.diagnostics import Diagnostics
from letterkit.letter import Letter, load_letter
from letterkit.letter.references import ReferencePattern
from letterkit.register import Register
from letterkit.register.numbering import NumberingError, number_letter
from letterkit.register.numbers import draw_reference, standing_numbers
from letterkit.sources.amending import AmendingError

PATTERN = ReferencePattern("RT/{year}/{number:03}")


def letter_of(root: Path, name: str, data: str | None = None) -> Letter:
    folder = root / "letters" / name
    if data is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "letter.yaml").write_text(data, encoding="utf-8")
    letter = load_letter(folder, Diagnostics(), shown=f"letters/{name}")
    assert letter is not None
    return letter


def drawn(root: Path, name: str, data: str | None = None) -> str:
    problems = Diagnostics()
    reference = number_letter(Register(root), PATTERN, letter_of(root, name, data), problems)
    assert list(problems) == []
    return reference


def entered(root: Path) -> list[tuple[int, int, str]]:
    with Register(root).reading() as connection:
        assert connection is not None
        return list(
            connection.execute("SELECT year, number, letter FROM reference_number ORDER BY 1, 2")
        )


def test_each_letter_gets_the_next_number_of_its_year(tmp_path: Path) -> None:
    assert drawn(tmp_path, "a", "date: 2020-03-04\n") == "RT/2020/001"
    assert drawn(tmp_path, "b", "date: 2020-01-02\n") == "RT/2020/002"
    assert drawn(tmp_path, "c", "date: 2021-01-02\n") == "RT/2021/001"
    assert entered(tmp_path) == [(2020, 1, "a"), (2020, 2, "b"), (2021, 1, "c")]
    assert letter_of(tmp_path, "b").data.reference == "RT/2020/002"


def test_a_letter_keeps_its_number(tmp_path: Path) -> None:
    drawn(tmp_path, "a", "date: 2020-03-04\n")
    drawn(tmp_path, "b", "date: 2020-03-04\n")
    assert drawn(tmp_path, "a") == "RT/2020/001"
    assert drawn(tmp_path, "a", "date: 2020-03-04\n") == "RT/2020/001"  # somebody took it out
    assert drawn(tmp_path, "c", "date: 2020-03-04\n") == "RT/2020/003"


def test_numbers_given_by_hand_are_not_given_again(tmp_path: Path) -> None:
    letter_of(tmp_path, "a", "date: 2020-03-04\nreference: RT/2020/14\n")
    letter_of(tmp_path, "b", "date: 2020-03-04\nreference: RT/2019/099\n")
    letter_of(tmp_path, "c", "date: 2020-03-04\nvariables: {answers: RT/2020/500}\n")
    assert drawn(tmp_path, "d", "date: 2020-03-04\n") == "RT/2020/015"


def test_a_letter_that_cannot_be_read_still_has_its_number(tmp_path: Path) -> None:
    folder = tmp_path / "letters" / "a"
    folder.mkdir(parents=True)
    (folder / "letter.yaml").write_bytes(b'date: "2020-03-04\nreference: RT/2020/007 \xff\n')
    assert drawn(tmp_path, "b", "date: 2020-03-04\n") == "RT/2020/008"


def test_the_letters_are_enough_to_know_the_numbers(tmp_path: Path) -> None:
    for name in ("a", "b"):
        drawn(tmp_path, name, "date: 2020-03-04\n")
    (tmp_path / "register.sqlite").unlink()
    assert drawn(tmp_path, "c", "date: 2020-03-04\n") == "RT/2020/003"
    assert len(entered(tmp_path)) == 3


def test_the_number_of_a_letter_that_is_gone_is_not_given_to_another(tmp_path: Path) -> None:
    drawn(tmp_path, "a", "date: 2020-03-04\n")
    (tmp_path / "letters" / "a" / "letter.yaml").unlink()
    assert drawn(tmp_path, "b", "date: 2020-03-04\n") == "RT/2020/002"


def test_a_letter_of_another_name_takes_its_number_along(tmp_path: Path) -> None:
    drawn(tmp_path, "a", "date: 2020-03-04\n")
    (tmp_path / "letters" / "a").rename(tmp_path / "letters" / "b")
    assert drawn(tmp_path, "a", "date: 2020-03-04\n") == "RT/2020/002"
    assert entered(tmp_path) == [(2020, 1, "b"), (2020, 2, "a")]


def test_two_letters_of_one_number_are_told(tmp_path: Path) -> None:
    for name in ("a", "b"):
        letter_of(tmp_path, name, "date: 2020-03-04\nreference: RT/2020/001\n")
    problems = Diagnostics()
    standing_numbers(tmp_path, PATTERN, problems)
    (told,) = problems
    assert told.message == "`RT/2020/001` is the reference of `a` too"
    assert str(told.origin) == "letters/b/letter.yaml:2:12"


def test_a_reference_of_another_pattern_stays(tmp_path: Path) -> None:
    data = "date: 2020-03-04\nreference: X-7\n"
    with pytest.raises(NumberingError, match="has the reference `X-7` already") as caught:
        drawn(tmp_path, "a", data)
    assert str(caught.value.diagnostic.origin) == "letters/a/letter.yaml:2:12"


def test_where_nothing_can_be_written_nothing_is_drawn(tmp_path: Path) -> None:
    with pytest.raises(AmendingError):
        drawn(tmp_path, "a", "{date: 2020-03-04}\n")
    assert drawn(tmp_path, "b", "date: 2020-03-04\n") == "RT/2020/001"


def test_a_run_that_stops_after_writing_has_drawn(tmp_path: Path) -> None:
    def put(reference: str) -> None:
        letter_of(tmp_path, "a", f"date: 2020-03-04\nreference: {reference}\n")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        draw_reference(Register(tmp_path), PATTERN, "a", 2020, put, Diagnostics())
    assert drawn(tmp_path, "b", "date: 2020-03-04\n") == "RT/2020/002"
    assert entered(tmp_path) == [(2020, 1, "a"), (2020, 2, "b")]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes as POSIX systems can")
@pytest.mark.parametrize(("kills", "at_once"), [(40, 1), (200, 2)])
def test_runs_killed_at_any_moment_lose_no_number_and_double_none(
    tmp_path: Path, kills: int, at_once: int
) -> None:
    letters = 2 * kills
    for number in range(letters // 2):
        letter_of(tmp_path, f"letter-{number}", "date: 2020-03-04\n# reference: its number\n")
    arguments = [str(tmp_path), *map(str, (kills, letters, at_once, 7))]
    program = [sys.executable, str(Path(__file__).parent / "drawing.py"), *arguments]
    answer = subprocess.run(program, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert int(answer.stdout) > 0  # numbers drawn by processes that were killed in the end
    references = [letter_of(tmp_path, f"letter-{n}").data.reference for n in range(letters)]
    assert sorted(map(str, references)) == [PATTERN.write(2020, n + 1) for n in range(letters)]
    assert entered(tmp_path) == sorted(
        (2020, int(str(reference)[-3:]), f"letter-{n}") for n, reference in enumerate(references)
    )
