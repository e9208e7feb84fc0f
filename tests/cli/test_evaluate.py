"""`letterkit eval`: one result a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.workspaces import make_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("locale", "expression", "expected"),
    [
        ("ar-SY", "'2016-02-24' | date", "24 شباط 2016"),
        ("tr", "'istanbul' | upper", "İSTANBUL"),
        ("en", "['A','B','C'] | join_and", "A, B and C"),
        ("tr", "'Putin' | dative", "Putin’e"),
        ("tr", "97 | percent", "%97"),
        ("en", "1500 | number", "1,500"),
        ("EN", "2 + 3", "5"),
    ],
)
def test_an_expression_prints_what_a_letter_would(
    letterkit: Run, tmp_path: Path, locale: str, expression: str, expected: str
) -> None:
    answer = letterkit(tmp_path, "eval", "--locale", locale, expression)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, f"{expected}\n", "")


def test_each_line_of_standard_input_gives_one_line(letterkit: Run, tmp_path: Path) -> None:
    given = b"'a' | upper\nno\r\n'caf\xc3\xa9'\n'caf\xe9'\n'\x00'\n1 +\n'last'"
    answer = letterkit(tmp_path, "eval", "-", given=given)
    assert answer.exit_code == 1
    assert answer.stdout.split("\n") == ["A", "", "café", "", "", "", "last", ""]
    assert [line for line in answer.stderr.splitlines() if "hint" not in line] == [
        "<stdin>:2:1: error: `no` is not defined",
        "<stdin>:4:5: error: byte `0xe9` is not UTF-8",
        "<stdin>:5:2: error: character `<U+0000>` cannot stand in a Word file",
        "<stdin>:6:4: error: the expression `1 +` is not complete",
    ]


def test_arguments_are_told_apart(letterkit: Run, tmp_path: Path) -> None:
    answer = letterkit(tmp_path, "eval", "'x'", "'x' | uper", "'\udce9'")
    assert answer.exit_code == 1
    assert answer.stdout == "x\n\n\n"
    assert "<argument 2>:1:7: error: there is no filter `uper`\n" in answer.stderr
    assert "<argument 3>:1:2: error: character `<U+DCE9>` cannot stand" in answer.stderr


def test_names_come_from_a_file(letterkit: Run, tmp_path: Path) -> None:
    (tmp_path / "names.yaml").write_text("greeting: {en: hello, tr: merhaba}\nfruit: [fig, pear]\n")
    answer = letterkit(
        tmp_path,
        *("eval", "--locale", "tr", "--data", "names.yaml"),
        *("greeting | upper", "fruit | join_and", "fruit | length"),
    )
    assert (answer.exit_code, answer.stdout) == (0, "MERHABA\nfig ve pear\n2\n")


@pytest.mark.parametrize("content", ["fruit: [", "- fig\n", "", None])
def test_a_faulty_file_of_names_is_told(
    letterkit: Run, tmp_path: Path, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "names.yaml").write_text(content)
    answer = letterkit(tmp_path, "eval", "--data", "names.yaml", "fruit")
    assert answer.exit_code == 1
    assert "names.yaml:" in answer.stderr


def test_the_locale_files_of_the_workspace_count(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, {"locales/en.yaml": "nouns:\n  rose: {one: rose, other: roses}\n"}
    )
    assert letterkit(root / "letters", "eval", "12 | counted('rose')").stdout == "12 roses\n"
