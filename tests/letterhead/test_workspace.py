"""A house's own letterhead, as letterkit.yaml names it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.letterhead.designer import house_letterhead, office_letterhead, plain_letterhead
from tests.workspaces import SETTINGS, make_workspace

from letterkit.batch.files import OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.cli import command
from letterkit.diagnostics import Diagnostics
from letterkit.letter.version import WORKING, Stage, Version
from letterkit.ooxml.reading import read_package
from letterkit.workspace import Workspace
from letterkit.writers.formats import Format

if TYPE_CHECKING:
    from pathlib import Path


def made(root: Path, version: Version = WORKING) -> tuple[dict[str, dict[str, bytes]], list[str]]:
    """The parts of each Word file by locale, and what was found."""
    problems = Diagnostics()
    workspace = Workspace(root, problems)
    request = Request(letters=("appeal",), formats=(Format.DOCX,), version=version)
    generation = Generation(workspace, request, OutputFolder(root / "out"))
    for _ in generation.run(generation.tasks()):
        pass
    problems.extend(generation.report.problems)
    files = {
        each.locale: read_package(each.settled.path.read_bytes(), "letter.docx")
        for each in generation.report.made
    }
    return files, [f"{found.origin}: {found.message}" for found in problems.sorted()]


def test_letters_are_poured_into_the_letterhead_of_the_house(tmp_path: Path) -> None:
    designed = house_letterhead()
    settings = f"{SETTINGS}letterhead: house.docx\n"
    root = make_workspace(tmp_path, {"letterkit.yaml": settings, "house.docx": designed})
    files, problems = made(root)
    assert problems == []
    theirs = read_package(designed, "house.docx")
    headers = [name for name in theirs if name.startswith("word/header")]
    assert headers
    assert sorted(files) == ["ar", "en", "tr"]
    for parts in files.values():
        assert {name: parts[name] for name in headers} == {name: theirs[name] for name in headers}


def test_each_locale_may_have_a_letterhead_of_its_own(tmp_path: Path) -> None:
    settings = f"{SETTINGS}letterhead: {{en: house.docx, ar: office.docx}}\n"
    files: dict[str, str | bytes | None] = {
        "letterkit.yaml": settings,
        "house.docx": house_letterhead(),
    }
    root = make_workspace(tmp_path, files | {"office.docx": office_letterhead()})
    letters, problems = made(root)
    assert problems == ["letterkit.yaml:8:13: there is no letterhead in `tr`"]
    styles = {locale: parts["word/styles.xml"] for locale, parts in letters.items()}
    assert len(set(styles.values())) == 3


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("nothing.docx", None, "letterkit.yaml:8:13: there is no letterhead `nothing.docx`"),
        ("../out.docx", None, "letterkit.yaml:8:13: there is no letterhead `../out.docx`"),
        ("broken.docx", b"no zip", "broken.docx:1:1: "),
    ],
)
def test_a_letterhead_that_cannot_be_used_holds_back_the_letters(
    name: str, content: bytes | None, place: str, tmp_path: Path
) -> None:
    settings = f"{SETTINGS}letterhead: {name}\n"
    root = make_workspace(tmp_path / "w", {"letterkit.yaml": settings, name: content})
    files, problems = made(root)
    assert files == {}
    assert problems
    assert all(problem.startswith(place) for problem in problems)


@pytest.mark.parametrize(
    ("letterhead", "marked"),
    [
        (None, {"header", "footer"}),
        (plain_letterhead(), {"header", "footer"}),
        (house_letterhead(), {"document"}),
    ],
)
def test_a_draft_is_marked_on_every_letterhead(
    letterhead: bytes | None, marked: set[str], tmp_path: Path
) -> None:
    settings = SETTINGS if letterhead is None else f"{SETTINGS}letterhead: house.docx\n"
    root = make_workspace(tmp_path, {"letterkit.yaml": settings, "house.docx": letterhead})
    working, _ = made(root)
    files, problems = made(root, Version(Stage.DRAFT, 3))
    assert problems == []
    english = files["en"]
    stems = {name: re.sub(r"word/([a-z]+).*", r"\1", name) for name in english}
    assert {stems[name] for name, data in english.items() if b"DRAFT" in data} == marked
    anchors = english["docProps/custom.xml"]
    assert anchors == working["en"]["docProps/custom.xml"]
    if "document" in marked:
        paragraphs = re.findall(rb"<w:p>.*?</w:p>", english["word/document.xml"])
        (place,) = (number for number, each in enumerate(paragraphs) if b"DRAFT" in each)
        rest = [*paragraphs[:place], *paragraphs[place + 1 :]]
        assert rest == re.findall(rb"<w:p>.*?</w:p>", working["en"]["word/document.xml"])
        assert b"_lk_1" in paragraphs[place + 1]


def test_our_own_letterhead_is_a_start_for_theirs(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"letterkit.yaml": f"{SETTINGS}letterhead: letterhead.docx\n"})
    answer = CliRunner().invoke(command, ["-C", str(root), "new", "letterhead"])
    assert answer.exit_code == 0, answer.output
    files, problems = made(root)
    assert problems == []
    assert sorted(files) == ["ar", "en", "tr"]
    again = CliRunner().invoke(command, ["-C", str(root), "new", "letterhead"])
    assert again.exit_code == 2
