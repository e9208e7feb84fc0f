"""`letterkit generate`: what is written, what is held back, what is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.workspaces import (
    ADDRESSEES,
    ENGLISH,
    LETTER,
    SETTINGS,
    changed,
    make_workspace,
    plain_letter,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def written(root: Path) -> set[str]:
    """The text files there are, without folder and ending."""
    return {path.name.removesuffix(".txt") for path in (root / "out" / "appeal").glob("*.txt")}


EVERYTHING = {f"{who}.{locale}" for who in ("minister", "mayor") for locale in ("en", "ar", "tr")}


def test_each_addressee_is_written_to_in_each_language(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    answer = letterkit(root, "generate")
    assert (answer.exit_code, answer.stderr) == (0, "12 written\n")
    assert sorted(answer.stdout.splitlines()) == sorted(
        f"out/appeal/{name}.{kind}" for name in EVERYTHING for kind in ("docx", "txt")
    )
    assert written(root) == EVERYTHING


def test_the_same_input_gives_the_same_bytes(letterkit: Run, tmp_path: Path) -> None:
    letterkit(make_workspace(tmp_path / "one"), "generate")
    letterkit(make_workspace(tmp_path / "another place"), "generate")
    first = files_in(tmp_path / "one" / "out")
    assert first == files_in(tmp_path / "another place" / "out")
    assert letterkit(tmp_path / "one", "generate").stderr == "0 written, 12 unchanged\n"


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"letters/appeal/ar.md": "::: body\n"}, {"minister.ar", "mayor.ar"}),
        ({"letters/appeal/tr.md": None}, {"minister.tr", "mayor.tr"}),
        (
            {"addressees/officials.yaml": changed(ADDRESSEES, ", tr: Konut Bakanı", "")},
            {"minister.tr"},
        ),
        (
            {"addressees/officials.yaml": changed(ADDRESSEES, "female", "woman")},
            {"minister.en", "minister.ar", "minister.tr"},
        ),
        (
            {"addressees/more.yaml": "mayor:\n  name: Somebody Else\n"},
            {"mayor.en", "mayor.ar", "mayor.tr"},
        ),
        ({"addressees/more.yaml": "else:\n  nme: Nobody\n"}, set()),
        ({"letters/other/letter.yaml": "date: never\n"}, set()),
        (
            {"letters/appeal/letter.yaml": changed(LETTER, "[minister,", "[mnister,")},
            {"minister.en", "minister.ar", "minister.tr"},
        ),
        ({"signatories/friends.yaml": "- nobody\n"}, EVERYTHING),
    ],
    ids=[
        "words in one language",
        "no words in one language",
        "a title of one addressee in one language",
        "one addressee",
        "two entries of one id",
        "an addressee of no letter",
        "another letter",
        "an addressee that there is not",
        "signatories",
    ],
)
def test_a_fault_holds_back_only_what_it_belongs_to(
    letterkit: Run, tmp_path: Path, changes: dict[str, str | bytes | None], missing: set[str]
) -> None:
    root = make_workspace(tmp_path, changes)
    answer = letterkit(root, "generate", "--format", "txt")
    assert answer.exit_code == 1
    assert " error" in answer.stderr
    assert written(root) == EVERYTHING - missing
    for name in missing - {"minister.en", "minister.ar", "minister.tr"}:
        assert f"not written: appeal/{name}\n" in answer.stderr


def test_a_joint_letter_is_held_back_by_any_of_its_addressees(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": ENGLISH + "joint: true\n",
            "addressees/officials.yaml": changed(ADDRESSEES, "female", "woman"),
        },
    )
    assert "not written: appeal/appeal.en\n" in letterkit(root, "generate").stderr
    assert not (root / "out").exists()


def test_a_fault_that_shows_for_one_addressee_alone_is_told_and_holds_back_that_one(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": ENGLISH + "place: {ar: مرسين}\n",
            "templates/appeal/template.yaml": (
                "variables: {houses: integer}\n"
                "parts: [body, {part: thanks, when: addressee.id == 'mayor'}]\n"
            ),
            "templates/appeal/en.md": "::: thanks\nFrom {{ letter.place }}.\n:::\n",
        },
    )
    answer = letterkit(root, "generate", "--format", "txt")
    assert answer.exit_code == 1
    assert "letters/appeal/letter.yaml:9:8: error: the place" in answer.stderr
    assert written(root) == {"minister.en"}


def test_an_edited_file_is_kept_and_that_is_said(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": ENGLISH})
    letterkit(root, "generate")
    edited = root / "out" / "appeal" / "mayor.en.docx"
    edited.write_bytes(b"a reviewer's work")
    (root / "letters" / "appeal" / "en.md").write_text("We ask for {{ houses }} houses.\n")
    answer = letterkit(root, "generate")
    assert answer.exit_code == 0
    assert "out/appeal/mayor.en (2).docx\n" in answer.stdout
    assert (
        "note: out/appeal/mayor.en.docx was edited and is kept; "
        "the new letter is out/appeal/mayor.en (2).docx\n"
    ) in answer.stderr
    assert edited.read_bytes() == b"a reviewer's work"
    assert letterkit(root, "generate").stderr.endswith("0 written, 4 unchanged\n")


def test_a_dry_run_says_what_would_be_made_and_writes_nothing(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/ar.md": None})
    answer = letterkit(root, "generate", "--dry-run")
    assert answer.exit_code == 1
    assert "out/appeal/mayor.tr.docx\n" in answer.stdout
    assert "not to be written: appeal/mayor.ar\n" in answer.stderr
    assert "8 would be written, 1 error\n" in answer.stderr
    assert not (root / "out").exists()


def test_json_tells_files_what_was_held_back_and_why(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, {"addressees/officials.yaml": changed(ADDRESSEES, ", tr: Konut Bakanı", "")}
    )
    answer = letterkit(root, "generate", "--locale", "tr", "--format", "txt", "--json")
    assert json.loads(answer.stdout) == {
        "dry_run": False,
        "files": [
            {
                "letter": "appeal",
                "addressee": "mayor",
                "locale": "tr",
                "format": "txt",
                "path": str(root / "out" / "appeal" / "mayor.tr.txt"),
                "action": "written",
                "kept": None,
            }
        ],
        "held_back": [
            {"letter": "appeal", "addressee": "minister", "locale": "tr", "reason": None}
        ],
        "left_alone": [],
        "diagnostics": [
            {
                "severity": "error",
                "message": "the title `Minister of Housing` is lacking in `tr`",
                "hint": "add `tr: …`",
                "path": "addressees/officials.yaml",
                "line": 5,
                "column": 10,
                "sheet": None,
            }
        ],
    }


ODD_IDS = [
    ("../../escape", "-..-escape"),
    ("CON", "_CON"),
    ("nul", "_nul"),
    ("a:b|c", "a-b-c"),
    ("وزير", "وزير"),
    ("right\u200fleft", "right-left"),
]


def test_ids_are_made_into_file_names_that_stay_in_the_folder(
    letterkit: Run, tmp_path: Path
) -> None:
    addressees = "".join(f'"{identity}":\n  name: Somebody\n' for identity, _ in ODD_IDS)
    names = ", ".join(f'"{identity}"' for identity, _ in ODD_IDS)
    root = make_workspace(
        tmp_path / "w",
        {
            "letters/appeal/letter.yaml": plain_letter() + f"addressees: [{names}]\n",
            "letters/appeal/en.md": "Hello.\n",
            "addressees/odd.yaml": addressees,
        },
    )
    letterkit(root, "generate", "--format", "txt")
    assert written(root) == {f"{name}.en" for _, name in ODD_IDS}
    assert {path.name for path in tmp_path.iterdir()} == {"w"}


OUTSIDE = "en-../../../../pwned"


@pytest.mark.parametrize(
    "changes",
    [
        {"letters/appeal/letter.yaml": LETTER + f"locales: [{OUTSIDE}]\n"},
        {"letterkit.yaml": changed(SETTINGS, "[en, ar, tr]", f"[en, {OUTSIDE}]")},
        {
            "letters/appeal/letter.yaml": LETTER + "locales: preferred\n",
            "addressees/officials.yaml": changed(
                ADDRESSEES, "female", f"female\n  locale: {OUTSIDE}"
            ),
        },
    ],
    ids=["of a letter", "of the settings", "of an addressee"],
)
def test_a_locale_leads_to_no_file_outside_of_the_folder(
    letterkit: Run, tmp_path: Path, changes: dict[str, str]
) -> None:
    root = make_workspace(tmp_path / "1" / "2" / "3" / "w", changes)
    answer = letterkit(root, "generate")
    assert answer.exit_code == 1
    assert f"error: `{OUTSIDE}` is no locale" in answer.stderr
    assert [path for path in tmp_path.rglob("*") if "PWNED" in path.name.upper()] == []


@pytest.mark.parametrize(("one", "other"), [("a:b", "a-b"), ("mayor-x", "Mayor-X")])
def test_two_ids_that_would_be_one_file_are_told(
    letterkit: Run, tmp_path: Path, one: str, other: str
) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": plain_letter() + f'addressees: ["{one}", "{other}"]\n',
            "letters/appeal/en.md": "Hello {{ addressee.name }}.\n",
            "addressees/odd.yaml": f'"{one}":\n  name: First\n"{other}":\n  name: Second\n',
        },
    )
    checked = letterkit(root, "check")
    assert checked.exit_code == 1
    assert f"error: `appeal/{other}` and `appeal/{one}` would be one file" in checked.stderr
    answer = letterkit(root, "generate", "--format", "txt")
    assert answer.exit_code == 1
    assert f"error: `appeal/{other}` and `appeal/{one}` would be one file" in answer.stderr
    (only,) = (root / "out" / "appeal").glob("*.txt")
    assert "First" in only.read_text()


def test_a_long_id_keeps_its_language_in_the_file_name(letterkit: Run, tmp_path: Path) -> None:
    long = "ع" * 300
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": plain_letter(locales="en, tr")
            + f"addressees: [{long}]\n",
            "letters/appeal/en.md": "Hello.\n",
            "letters/appeal/tr.md": "Merhaba.\n",
            "addressees/odd.yaml": f"{long}:\n  name: Somebody\n",
        },
    )
    assert letterkit(root, "generate").exit_code == 0
    names = sorted(name.rpartition(".")[2] for name in written(root))
    assert names == ["en", "tr"]


def test_a_folder_where_a_file_should_be_is_told(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": ENGLISH})
    (root / "out" / "appeal" / "mayor.en.docx").mkdir(parents=True)
    answer = letterkit(root, "generate")
    assert answer.exit_code == 1
    assert "mayor.en.docx:1:1: error: cannot read what stands there: " in answer.stderr
    assert "not written: appeal/mayor.en\n" in answer.stderr
    assert (root / "out" / "appeal" / "minister.en.docx").is_file()


def test_letters_go_to_the_addressees_of_another_file(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": ENGLISH})
    (tmp_path / "guests.yaml").write_text("rose:\n  name: Rose\nbad:\n  nme: x\nfern:\n  name: F\n")
    answer = letterkit(root, "generate", "--addressees", "guests.yaml", "--format", "txt")
    assert answer.exit_code == 1
    assert "guests.yaml:4:3: error: there is no key `nme` here" in answer.stderr
    assert written(root) == {"rose.en", "fern.en"}


@pytest.mark.parametrize("joint", ["", "joint: true\n"])
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "does not exist"),
        (b"", "the file is empty"),
        (b"{}\n", "nobody stands in the file"),
        (b"- rose\n", "addressees are a mapping"),
        (b"rose: [\n", "error: "),
        (b"rose: \xff\n", "is not UTF-8"),
    ],
)
def test_a_file_that_holds_no_addressees_lets_nothing_be_written(
    letterkit: Run, tmp_path: Path, content: bytes | None, message: str, joint: str
) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": ENGLISH + joint})
    if content is not None:
        (tmp_path / "guests.yaml").write_bytes(content)
    answer = letterkit(root, "generate", "--addressees", "guests.yaml")
    assert answer.exit_code == 1
    assert "guests.yaml:" in answer.stderr
    assert message in answer.stderr
    assert "not written: appeal" in answer.stderr
    assert not (root / "out").exists()


@pytest.mark.parametrize(
    "content", ["rose:\n  name: R\nrose:\n  name: Q\n", "rose: {name: R}\n\tfern: {name: F}\n"]
)
def test_a_joint_letter_leaves_nobody_out_of_a_file_with_faults(
    letterkit: Run, tmp_path: Path, content: str
) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/letter.yaml": ENGLISH + "joint: true\n"})
    (tmp_path / "guests.yaml").write_text(content)
    answer = letterkit(root, "generate", "--addressees", "guests.yaml")
    assert answer.exit_code == 1
    assert "not written: appeal/appeal.en" in answer.stderr
    assert not (root / "out").exists()


def test_a_language_that_the_settings_name_twice_is_made_once(
    letterkit: Run, tmp_path: Path
) -> None:
    settings = changed(SETTINGS, "[en, ar, tr]", "[en, EN, en-gb, en_GB]")
    answer = letterkit(make_workspace(tmp_path, {"letterkit.yaml": settings}), "generate", "--json")
    paths = [file["path"] for file in json.loads(answer.stdout)["files"]]
    assert len(paths) == len(set(paths)) == 8


def test_an_option_stands_before_what_the_letter_says(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    options = ["--locale", "EN", "--format", "txt", "--date", "2021-12-31", "--out", "elsewhere"]
    assert letterkit(root, "generate", *options).exit_code == 0
    assert not (root / "out").exists()
    assert "31 December 2021" in (root / "elsewhere" / "appeal" / "mayor.en.txt").read_text()
    assert sorted(files_in(root / "elsewhere")) == ["appeal/mayor.en.txt", "appeal/minister.en.txt"]


def test_preferred_writes_to_each_in_their_own_language(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path,
        {
            "letters/appeal/letter.yaml": LETTER + "locales: preferred\n",
            "addressees/officials.yaml": changed(ADDRESSEES, "female", "female\n  locale: tr"),
        },
    )
    assert letterkit(root, "generate", "--format", "txt").exit_code == 0
    assert written(root) == {"minister.tr", "mayor.en", "mayor.ar", "mayor.tr"}


WRONG_USAGE = [
    ["generat"],
    ["generate", "nope"],
    ["generate", "--locale", "xx"],
    ["generate", "--locale", "../x"],
    ["generate", "--locale", "en-../../../x"],
    ["generate", "--bilingual", "en"],
    ["generate", "--bilingual", "en,en"],
    ["generate", "--bilingual", "en,en,ar"],
    ["generate", "--bilingual", "en,ar,tr"],
    ["generate", "--bilingual", "en,xx"],
    ["generate", "--bilingual", "en,../x"],
    ["generate", "--bilingual", "en,ar", "--locale", "en"],
    ["generate", "--bilingual", "en,ar", "--combined"],
    ["generate", "--format", "odt"],
    ["generate", "--date", "2020-13-01"],
    ["generate", "--wrap", "3"],
    ["generate", "--out", "letterkit.yaml"],
    ["check", "nope"],
    ["check", "--locale", "xx"],
    ["eval"],
    ["eval", "--locale", "xx", "1"],
    ["eval", "--locale", "en-../x", "1"],
    ["eval", "--data", ".", "1"],
    ["generate", "--bilingual", ""],
    ["generate", "--bilingual", "en,"],
    ["new", "letter", "../x"],
    ["new", "letter", "a/b"],
    ["new", "letter", ".hidden"],
    ["new", "letter", "CON"],
    ["new", "letter", ""],
    ["new", "letter", "appeal"],
    ["new", "letter", "x", "--locale", "../x"],
    ["new", "letter", "x", "--locale", "en-../x"],
    ["new", "letter", "x", "--to", "nobody"],
    ["new", "letter", "x", "--template", "nope"],
    ["new", "template", "../x"],
    ["new", "template", "x", "--source", "xx"],
    ["-C", "nope", "check"],
    ["-C", "letterkit.yaml", "check"],
]


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_ends_with_2_and_changes_nothing(
    program: Callable[..., int], tmp_path: Path, arguments: list[str]
) -> None:
    root = make_workspace(tmp_path / "w")
    before = files_in(tmp_path)
    assert program(root, *arguments) == 2
    assert files_in(tmp_path) == before
