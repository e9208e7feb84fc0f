"""`letterkit signatories`: who signs, and how many they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.workspaces import make_workspace

from letterkit.batch.beginning import BeginningError
from letterkit.diagnostics import Diagnostics
from letterkit.sources.yaml import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

FRIENDS = """\
heading: {en: Friends, ar: الأصدقاء, tr: Dostlar}
signatories:
  - organisation: {en: Ivy Clinic, ar: عيادة اللبلاب, tr: Sarmaşık Kliniği}
    consent: {letter: appeal}
  - person: {en: Nour Example, ar: نور مثال, tr: Nour Example}
    consent: {letter: appeal}
  - withheld: 3
  - organisation: {en: Rose Clinic, ar: عيادة الورد, tr: Gül Kliniği}
    joined: 2026-01-01
    consent: {letter: appeal}
"""


def test_each_who_signs_is_listed_as_it_is_printed(tmp_path: Path, letterkit: Run) -> None:
    root = make_workspace(tmp_path, {"signatories/friends.yaml": FRIENDS})
    answer = letterkit(root, "signatories", "list", "--locale", "en")
    assert answer.exit_code == 0, answer.output
    assert answer.stdout.splitlines() == [
        "appeal (en): 4 organisations and 1 individual",
        "  Friends",
        "  - Ivy Clinic",
        "  - Nour Example",
        "  - and 3 organisations whose names are withheld for their safety",
        "  Joined after publication: 1 organisation",
        "  Friends",
        "  - Rose Clinic",
    ]


def test_they_are_counted_in_the_words_of_each_language(tmp_path: Path, letterkit: Run) -> None:
    root = make_workspace(tmp_path, {"signatories/friends.yaml": FRIENDS})
    answer = letterkit(root, "signatories", "count", "appeal")
    assert answer.stdout.splitlines() == [
        "appeal\ten\t4 organisations and 1 individual",
        "appeal\tar\t4 منظمات وفرد واحد",
        "appeal\ttr\t4 kuruluş ve 1 kişi",
    ]


def test_the_counts_are_there_for_machines(tmp_path: Path, letterkit: Run) -> None:
    root = make_workspace(tmp_path, {"signatories/friends.yaml": FRIENDS})
    answer = json.loads(letterkit(root, "signatories", "count", "--locale", "en", "--json").stdout)
    (letter,) = answer["letters"]
    assert letter["count"] == {
        "organisations": 4,
        "individuals": 1,
        "withheld_organisations": 3,
        "withheld_individuals": 0,
    }
    assert letter["late"]["organisations"] == 1


def test_a_letter_that_there_is_not_is_wrong_usage(tmp_path: Path, letterkit: Run) -> None:
    answer = letterkit(make_workspace(tmp_path), "signatories", "list", "apeal")
    assert answer.exit_code == 2
    assert "did you mean `appeal`?" in answer.stderr


def test_a_list_that_has_begun_can_be_read(tmp_path: Path, letterkit: Run) -> None:
    root = make_workspace(tmp_path)
    answer = letterkit(root, "new", "signatories", "joint", "--for", "appeal")
    assert answer.exit_code == 0, answer.output
    path = root / "signatories" / "joint.yaml"
    text = path.read_text(encoding="utf-8")
    uncommented = text.replace("signatories: []", "signatories:").replace("\n#  ", "\n  ")
    path.write_text(uncommented, encoding="utf-8")
    problems = Diagnostics()
    assert parse_yaml(uncommented, "joint.yaml", problems) is not None
    letter = root / "letters" / "appeal" / "letter.yaml"
    letter.write_text(letter.read_text("utf-8").replace("[friends]", "[joint]"), encoding="utf-8")
    counted = letterkit(root, "signatories", "count", "--locale", "en")
    assert counted.stdout == "appeal\ten\t96 organisations and 1 individual\n"
    with pytest.raises(BeginningError, match="`joint` is there already"):
        letterkit(root, "new", "signatories", "joint")
