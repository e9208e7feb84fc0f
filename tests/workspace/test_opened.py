"""What a workspace finds by name, and that it loads each thing once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.workspaces import ADDRESSEES, LETTER, SETTINGS, changed, make_workspace

from letterkit.batch.checking import check
from letterkit.diagnostics import Diagnostics
from letterkit.workspace import Workspace, find_root

if TYPE_CHECKING:
    from pathlib import Path


def test_the_root_is_the_nearest_folder_with_settings(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "w")
    assert find_root(root / "letters" / "appeal") == root
    assert find_root(root) == root
    assert find_root(tmp_path) is None
    inner = make_workspace(root / "letters" / "inner")
    assert find_root(inner / "letters") == inner


def test_names_are_those_of_folders_and_ids(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, {"letters/.hidden/letter.yaml": "", "letters/stray.md": "", "letters/b/x": ""}
    )
    workspace = Workspace(root, Diagnostics())
    assert workspace.letter_names() == ["appeal", "b"]
    assert workspace.template_names() == ["appeal"]
    assert workspace.addressee_ids() == ["minister", "mayor", "prefect"]
    assert workspace.locale_names() == ["ar", "ckb", "en", "fr", "tr"]


def test_a_profile_is_the_same_object_each_time(tmp_path: Path) -> None:
    workspace = Workspace(make_workspace(tmp_path), Diagnostics())
    problems = Diagnostics()
    assert workspace.profile("en", problems) is workspace.profile("en", problems)


def test_what_was_found_is_told_to_everybody_who_asks(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": "date: never\n"})
    workspace = Workspace(root, Diagnostics())
    first, second = Diagnostics(), Diagnostics()
    workspace.letter("appeal", first)
    workspace.letter("appeal", second)
    assert len(first) == len(second) == 1


def test_recipients_are_one_each_or_all_together(tmp_path: Path) -> None:
    for data, expected in (
        (LETTER, [("minister", True), ("mayor", True)]),
        (LETTER + "joint: true\n", [("appeal", True)]),
        (changed(LETTER, "addressees: [minister, mayor]\n", ""), [("appeal", True)]),
        (changed(LETTER, "[minister,", "[nobody,"), [("nobody", False), ("mayor", True)]),
        (changed(LETTER, "[minister, mayor]", "[nobody]"), [("nobody", False)]),
        (changed(LETTER, "[minister, mayor]", "[mayor, mayor]"), [("mayor", True)]),
    ):
        workspace = Workspace(
            make_workspace(tmp_path, {"letters/appeal/letter.yaml": data}), Diagnostics()
        )
        problems = Diagnostics()
        letter = workspace.letter("appeal", problems)
        assert letter is not None
        found = workspace.recipients(letter, problems)
        assert [(str(each.name), each.whole) for each in found] == expected


def test_an_unreadable_file_of_addressees_is_told_once(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"addressees/officials.yaml": b"minister:\n  name: \xff\n"})
    workspace = Workspace(root, Diagnostics())
    problems = Diagnostics()
    letter = workspace.letter("appeal", problems)
    assert letter is not None
    assert not any(each.whole for each in workspace.recipients(letter, problems))
    assert [str(found.origin) for found in problems] == ["addressees/officials.yaml:2:9"]


def test_one_faulty_entry_hides_no_other(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {"addressees/officials.yaml": changed(ADDRESSEES, "gender: female", "gendr: female")},
    )
    workspace = Workspace(root, Diagnostics())
    problems = Diagnostics()
    letter = workspace.letter("appeal", problems)
    assert letter is not None
    found = workspace.recipients(letter, problems)
    assert [each.whole for each in found] == [False, True]


def test_lists_of_signatories_may_end_in_yml(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {
            "signatories/friends.yaml": None,
            "signatories/friends.yml": "- {organisation: Moon, consent: {letter: appeal}}\n",
        },
    )
    workspace = Workspace(root, Diagnostics())
    problems = Diagnostics()
    letter = workspace.letter("appeal", problems)
    assert letter is not None
    assert workspace.assembly(letter, "en", problems) is not None
    assert not problems.has_errors


def test_the_words_of_a_language_serve_its_regions(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    workspace = Workspace(root, Diagnostics())
    problems = Diagnostics()
    letter = workspace.letter("appeal", problems)
    assert letter is not None
    assert workspace.assembly(letter, "ar-EG", problems) is not None
    assert not problems.has_errors


@pytest.mark.parametrize(
    "wrong", ["letterhead: []\n", "formats: [odt]\n", "locales: []\nletterhead: {}\nfoo: 1\n"]
)
def test_what_is_right_in_faulty_settings_is_known_to_what_is_checked_besides(
    wrong: str, tmp_path: Path
) -> None:
    settings = SETTINGS.replace("locales:", "  short_name: RT\nlocales:").replace(
        "locales: [en, ar, tr]\n", ""
    )
    root = make_workspace(
        tmp_path,
        {
            "letterkit.yaml": wrong + settings,
            "letters/appeal/en.md": "{{ organisation.short_name }} {{ houses }}\n",
        },
    )
    problems = Diagnostics()
    workspace = Workspace(root, problems)
    assert len(problems) == wrong.count("\n")
    assert list(check(workspace, ["appeal"], ["en"])) == []
