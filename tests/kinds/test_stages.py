"""Draft, embargoed, released: the same words, other marks, other file names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.kinds.test_kinds import STATEMENT, statement
from tests.profiles import profile_of
from tests.workspaces import make_workspace

from letterkit.batch.files import OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Diagnostics
from letterkit.document import Paragraph, plain_text
from letterkit.language.bidi import without_controls
from letterkit.letter.version import WORKING, Stage, Version
from letterkit.merge.stages import stage_mark
from letterkit.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DRAFT = Version(Stage.DRAFT, 3)
EMBARGOED = Version(Stage.EMBARGOED)
RELEASED = Version(Stage.RELEASED)


def made(
    folder: Path,
    version: Version,
    files: Mapping[str, str | bytes | None],
    locales: tuple[str, ...] = (),
) -> tuple[dict[str, str], list[str]]:
    """The plain texts by file name, without marks of direction, and what was found."""
    problems = Diagnostics()
    workspace = Workspace(make_workspace(folder / "w", files), problems)
    request = Request(letters=("news",), version=version, locales=locales)
    generation = Generation(workspace, request, OutputFolder(folder / "out"))
    for _ in generation.run(generation.tasks()):
        pass
    problems.extend(generation.report.problems)
    texts = {
        each.settled.path.name: without_controls(each.settled.path.read_text(encoding="utf-8"))
        for each in generation.report.made
        if each.format == "txt"
    }
    return texts, [f"{found.origin}: {found.message}" for found in problems.sorted()]


@pytest.mark.parametrize(
    ("version", "name", "marks"),
    [
        (WORKING, "news.en.txt", []),
        (DRAFT, "news.en.draft-3.txt", ["DRAFT 3"]),
        (EMBARGOED, "news.en.embargoed.txt", ["EMBARGOED"]),
    ],
)
def test_stages_differ_in_marks_and_file_names_alone(
    version: Version, name: str, marks: list[str], tmp_path: Path
) -> None:
    working, _ = made(tmp_path / "working", WORKING, statement())
    texts, problems = made(tmp_path, version, statement())
    assert problems == []
    lines = texts[name].split("\n\n")
    assert lines[: len(marks)] == marks
    assert lines[len(marks) :] == working["news.en.txt"].split("\n\n")


def test_the_number_of_a_draft_has_the_digits_of_the_language() -> None:
    for locale, expected in (("en", "DRAFT 3"), ("ckb", "ڕەشنووس ٣")):
        profile = profile_of(locale)
        (mark,) = stage_mark(profile, DRAFT)
        assert isinstance(mark, Paragraph)
        assert plain_text(mark.inlines) == expected


def test_a_released_statement_is_no_longer_embargoed(tmp_path: Path) -> None:
    working, _ = made(tmp_path / "working", WORKING, statement())
    texts, problems = made(tmp_path, RELEASED, statement())
    assert problems == []
    assert sorted(texts) == ["news.ar.released.txt", "news.en.released.txt", "news.tr.released.txt"]
    embargo = "Embargoed until 4 March 2020, 10:00, Port Example time (UTC+3)\n\n"
    assert embargo in working["news.en.txt"]
    assert texts["news.en.released.txt"] == working["news.en.txt"].replace(embargo, "")


def noted() -> dict[str, str | bytes | None]:
    files = statement()
    words = '::: lead\nBakers {{ note("how many?") }} stopped.\n:::\n\n::: body\nFlour.\n:::\n'
    files["letters/news/en.md"] = words
    files["letters/news/letter.yaml"] = STATEMENT.partition("quotes:")[0]
    for locale, text in (("ar", "خبز."), ("tr", "Ekmek.")):
        files[f"letters/news/{locale}.md"] = f"::: lead\n{text}\n:::\n\n::: body\n{text}\n:::\n"
    return files


def test_a_note_to_reviewers_prints_in_a_draft(tmp_path: Path) -> None:
    texts, problems = made(tmp_path, DRAFT, noted())
    assert problems == []
    assert "Bakers [Note: how many?] stopped." in texts["news.en.draft-3.txt"]


@pytest.mark.parametrize("version", [EMBARGOED, RELEASED])
def test_a_note_that_is_left_in_holds_back_every_language(version: Version, tmp_path: Path) -> None:
    texts, problems = made(tmp_path, version, noted(), locales=("tr",))
    assert texts == {}
    assert problems == [
        "letters/news/en.md:2:11: the note `how many?` is still there",
        (
            f"letters/news/letter.yaml:1:1: `news` is not {version.stage}: "
            "something is unresolved in `en`"
        ),
    ]


@pytest.mark.parametrize("version", [EMBARGOED, RELEASED])
@pytest.mark.parametrize("locales", [(), ("en",)])
@pytest.mark.parametrize("asked", ["", "locales: [en, ar, tr]\n"])
def test_a_language_that_is_missing_holds_back_what_leaves_the_house(
    version: Version, locales: tuple[str, ...], asked: str, tmp_path: Path
) -> None:
    files = statement(asked + STATEMENT) | {"letters/news/tr.md": None}
    texts, problems = made(tmp_path, version, files, locales)
    assert texts == {}
    assert list((tmp_path / "out").rglob("*.*")) == []
    assert any("the letter has no words in `tr`" in problem for problem in problems)
    reason = f"`news` is not {version.stage}: something is unresolved in `tr`"
    assert any(problem.endswith(reason) for problem in problems)
    texts, _ = made(tmp_path, DRAFT, files, locales)
    assert "news.en.draft-3.txt" in texts


def test_a_letter_without_an_embargo_is_not_embargoed(tmp_path: Path) -> None:
    data = "".join(
        line
        for line in STATEMENT.splitlines(keepends=True)
        if not line.startswith(("embargo", "  until", "  zone", "  place"))
    )
    texts, problems = made(tmp_path, EMBARGOED, statement(data))
    assert texts == {}
    assert problems == ["letters/news/letter.yaml:1:1: `news` has no embargo"]
