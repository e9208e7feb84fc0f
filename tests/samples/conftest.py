"""The repository's own letters, generated once as `letterkit generate` does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from letterkit.batch.files import OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Diagnostics
from letterkit.workspace import Workspace

REPOSITORY = Path(__file__).parents[2]


def generate_samples(folder: Path) -> dict[str, bytes]:
    """Every file of every sample letter, by its path below the output folder."""
    problems = Diagnostics()
    workspace = Workspace(REPOSITORY, problems)
    request = Request(letters=tuple(workspace.letter_names()))
    generation = Generation(workspace, request, OutputFolder(folder))
    for _ in generation.run(generation.tasks()):
        pass
    problems.extend(generation.report.problems)
    assert list(problems) == []
    return {
        made.settled.path.relative_to(folder).as_posix(): made.settled.path.read_bytes()
        for made in generation.report.made
    }


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return generate_samples(tmp_path_factory.mktemp("samples"))


@pytest.fixture(scope="session")
def word_files(samples: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in samples.items() if name.endswith(".docx")}


@pytest.fixture(scope="session")
def texts(samples: dict[str, bytes]) -> dict[str, str]:
    return {name: data.decode() for name, data in samples.items() if name.endswith(".txt")}
