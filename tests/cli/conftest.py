from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from letterkit.cli import command, main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def letterkit(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Result]:
    """Runs a command in a folder."""

    def run(folder: Path, *arguments: str, given: bytes | None = None) -> Result:
        monkeypatch.chdir(folder)
        answer = CliRunner().invoke(command, list(arguments), input=given)
        if answer.exception and not isinstance(answer.exception, SystemExit):
            raise answer.exception
        return answer

    return run


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs the program itself, as its own name does, and gives its exit code."""

    def run(folder: Path, *arguments: str) -> int:
        monkeypatch.chdir(folder)
        monkeypatch.setattr("sys.argv", ["letterkit", *arguments])
        with pytest.raises(SystemExit) as caught:
            main()
        return caught.value.code if isinstance(caught.value.code, int) else 1

    return run
