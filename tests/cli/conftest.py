from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from letterkit.cli import command

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
