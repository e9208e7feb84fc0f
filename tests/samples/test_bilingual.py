"""The sample letters in two languages at once: valid, and every word of both on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.printed import lacking
from tests.samples.conftest import REPOSITORY

from letterkit.batch.files import OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Diagnostics
from letterkit.ooxml.lint import lint
from letterkit.ooxml.reading import read_package
from letterkit.workspace import Workspace
from letterkit.writers.formats import Format

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


@pytest.fixture(scope="module", params=[("en", "ar"), ("ar", "en"), ("en", "tr")], ids="+".join)
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """Every sample letter to the first of its addressees, by file name."""
    problems = Diagnostics()
    workspace = Workspace(REPOSITORY, problems)
    asked = Request(
        letters=tuple(workspace.letter_names()),
        bilingual=request.param,
        formats=(Format.DOCX, Format.TXT),
    )
    folder = tmp_path_factory.mktemp("bilingual")
    generation = Generation(workspace, asked, OutputFolder(folder))
    first = {task.letter.name: task for task in reversed(generation.tasks())}
    for _ in generation.run(list(first.values())):
        pass
    problems.extend(generation.report.problems)
    assert list(problems) == []
    assert len(generation.report.made) == 2 * len(first)
    return {
        each.settled.path.name: each.settled.path.read_bytes() for each in generation.report.made
    }


def test_validators_and_lint_find_nothing_wrong(
    made: dict[str, bytes],
    tmp_path: Path,
    sdk_faults: Callable[[Path], list[str]],
    audit_faults: Callable[[Path], list[str]],
) -> None:
    for name, data in made.items():
        if name.endswith(".docx"):
            path = tmp_path / "letter.docx"
            path.write_bytes(data)
            assert sdk_faults(path) == [], name
            assert audit_faults(path) == [], name
            assert lint(read_package(data, name)) == []


def test_libreoffice_prints_every_word(
    made: dict[str, bytes],
    convert_to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]],
    pdf_text: Callable[[Path], str],
) -> None:
    pages = convert_to_pdf({name: data for name, data in made.items() if name.endswith(".docx")})
    for name, path in pages.items():
        said = made[name.replace(".docx", ".txt")].decode()
        words = re.sub(r"<https?://[^>]*>", "", said)
        assert lacking(words, pdf_text(path)) == set(), name
