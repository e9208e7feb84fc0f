"""Trickery by what nobody sees: told with its place by both commands, and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.workbooks import save_workbook
from tests.workspaces import FILES, make_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

ORDER = "shows words in another order than they are read in"
UNSEEN = "is not seen, and makes other words of these"
OVERRIDE = f"`U+202E RIGHT-TO-LEFT OVERRIDE` {ORDER}"
PEOPLE = "addressees/officials.yaml"
ALL = {"mayor.ar", "mayor.en", "mayor.tr", "minister.ar", "minister.en", "minister.tr"}


def with_change(name: str, before: str, after: str) -> Mapping[str, str]:
    assert before in FILES[name]
    return {name: FILES[name].replace(before, after, 1)}


def written(root: Path) -> set[str]:
    return {path.name.removesuffix(".txt") for path in (root / "out").rglob("*.txt")}


TRICKS = [
    # a name in one language holds back that language; other addressees are not touched
    (PEOPLE, "en: Ada Kaya", "en: Ada \u202eKaya", "2:18", ALL - {"minister.en"}),
    (PEOPLE, "Ada Kaya, ar", '"Ada\\u202eKaya", ar', "2:18", ALL - {"minister.en"}),
    (PEOPLE, "mayor:", "mayor: # \u202e", "6:10", set()),
    ("letters/appeal/letter.yaml", "houses: 12", "houses: \u202e12", "7:11", set()),
    ("letters/appeal/letter.yaml", "[friends]", "[friends] # \u202e", "5:26", set()),
    ("letterkit.yaml", "ar: صندوق", "ar: \u202eصندوق", "2:35", ALL - {"mayor.ar", "minister.ar"}),
    ("signatories/friends.yaml", "Friends of", "Friends \u202eof", "1:30", set()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "after", "place", "left"), TRICKS)
def test_data_that_shows_another_order_is_refused(
    tmp_path: Path, letterkit: Run, name: str, before: str, after: str, place: str, left: set[str]
) -> None:
    root = make_workspace(tmp_path, with_change(name, before, after))
    for command in (("generate", "--format", "txt"), ("check",)):
        result = letterkit(root, *command)
        assert result.exit_code == 1
        assert result.stderr.count(f"{name}:{place}: error: {OVERRIDE}") == 1
        assert "\u202e" not in result.output
    assert written(root) <= left


@pytest.mark.parametrize(
    ("words", "place", "told"),
    [
        ("Roses \u202efor all.", "1:7", OVERRIDE),
        ("Roses &#x202E;for all.", "1:7", OVERRIDE),
        ("Roses \u2066for\nall\u2069.", "1:7", "`U+2066 LEFT-TO-RIGHT ISOLATE` is not closed"),
        ("| \u2066a | b\u2069 |\n|---|---|\n| c | d |", "1:3", "`U+2066 LEFT-TO-RIGHT ISOLATE`"),
        ("Ro\u200bses.", "1:3", f"`U+200B ZERO WIDTH SPACE` {UNSEEN}"),
        ("Roses\u2028for all.", "1:6", "`U+2028 LINE SEPARATOR` ends a line where none is seen"),
        ('Roses {{ "\\u202e" }}.', "1:10", OVERRIDE),
    ],
)
def test_words_that_hide_something_hold_back_their_language(
    tmp_path: Path, letterkit: Run, words: str, place: str, told: str
) -> None:
    root = make_workspace(tmp_path, {"letters/appeal/en.md": words + "\n\n{{ houses }}\n"})
    for command in (("generate", "--format", "txt"), ("check",)):
        result = letterkit(root, *command)
        assert f"letters/appeal/en.md:{place}: error: {told}" in result.stderr
    assert not {name for name in written(root) if name.endswith(".en")}


def test_what_does_no_harm_is_mended_and_holds_back_nothing(tmp_path: Path, letterkit: Run) -> None:
    words = "Call \u200e+90 342 555 01 02\u200e by \u2068{{ houses }}\u2069. Auf\u200clage."
    words = f"{words} So\u00adft.\n"
    root = make_workspace(tmp_path, {"letters/appeal/en.md": words})
    assert letterkit(root, "generate", "--format", "txt").exit_code == 0
    result = letterkit(root, "check")
    assert result.exit_code == 0
    assert "en.md:1:6: warning: `<U+200E>+90`: a direction mark" in result.stderr
    assert "hint: write `+90`" in result.stderr
    letterkit(root, "check", "--fix", "--yes")
    mended = (root / "letters/appeal/en.md").read_text(encoding="utf-8")
    assert mended == "Call +90 342 555 01 02 by {{ houses }}. Auf\u200clage. Soft.\n"


def test_fix_mends_what_is_refused_where_it_is_certain(tmp_path: Path, letterkit: Run) -> None:
    changes = with_change(PEOPLE, "en: Ada Kaya", "en: A\u200bda \u202aKaya\u202c")
    root = make_workspace(tmp_path, changes)
    assert letterkit(root, "check").exit_code == 1
    result = letterkit(root, "check", "--fix", "--yes")
    assert result.exit_code == 0, result.stderr
    assert (root / PEOPLE).read_text(encoding="utf-8") == FILES[PEOPLE]


TABLE = "date: 2026-03-04\nkind: letter\nlocales: [en]\naddressees: {file}\n"
ROWS = [
    ["Name", "Title"],
    ["Nour Example", "Mayor"],
    ["Sami \u202eelpmaxE", "Mayor"],
    ["Amal Exam\u200bple", "Mayor"],
    ["Deniz \u2066Example", "Mayor"],
    ["Robin \u200eExample", "Mayor\u200f"],
    ["\u202aKim Example\u202c", "Mayor"],
]


def told_of_table(root: Path, letterkit: Run, file: str) -> tuple[str, set[str]]:
    folder = root / "letters/thanks"
    folder.mkdir(parents=True)
    (folder / "letter.yaml").write_text(TABLE.replace("{file}", file), encoding="utf-8")
    (folder / "en.md").write_text("Thank you, {{ addressee.name }}.\n", encoding="utf-8")
    result = letterkit(root, "generate", "thanks", "--format", "txt")
    assert result.exit_code == 1
    return result.stderr, written(root)


def test_cells_of_a_workbook_are_refused_by_row(tmp_path: Path, letterkit: Run) -> None:
    make_workspace(tmp_path)
    save_workbook(tmp_path / "addressees/people.xlsx", [*ROWS])
    told, made = told_of_table(tmp_path, letterkit, "people.xlsx")
    sheet = "addressees/people.xlsx, sheet “Donors”, "
    assert f"{sheet}A3: error: {OVERRIDE}" in told
    assert f"{sheet}A4: error: `U+200B ZERO WIDTH SPACE` {UNSEEN}" in told
    assert f"{sheet}A5: error: `U+2066 LEFT-TO-RIGHT ISOLATE` is not closed in its line" in told
    assert f"{sheet}A6: warning: `Robin <U+200E>Example` holds marks of direction" in told
    assert "hint: write `Robin Example`" in told
    assert f"{sheet}A7: error: `U+202A LEFT-TO-RIGHT EMBEDDING` {ORDER}" in told
    assert f"{sheet}B6: error" not in told
    assert len(made) == 2  # Nour and Robin


def test_cells_of_a_csv_file_are_refused_at_line_and_column(tmp_path: Path, letterkit: Run) -> None:
    rows = ["Name,Title", "Nour Example,Mayor", "Sami \u202eelpmaxE,Mayor"]
    rows += [
        '"Kim ""K"" Ex\u200bample",Mayor',
        "Amal Example,\u202eroyaM",
        '"\u2066Jo","Mayor\u2069"',
    ]
    make_workspace(tmp_path)
    (tmp_path / "addressees/people.csv").write_text("\n".join(rows), encoding="utf-8")
    told, made = told_of_table(tmp_path, letterkit, "people.csv")
    for place in ("3:6", "4:14", "5:14", "6:2", "6:13"):
        assert f"addressees/people.csv:{place}: error: `U+" in told, place
    assert len(made) == 1


def test_a_heading_that_hides_something_makes_a_table_unreadable(
    tmp_path: Path, letterkit: Run
) -> None:
    make_workspace(tmp_path)
    (tmp_path / "addressees/people.csv").write_text("Na\u202eme\nNour\n", encoding="utf-8")
    told, made = told_of_table(tmp_path, letterkit, "people.csv")
    assert f"addressees/people.csv:1:3: error: {OVERRIDE}" in told
    assert not made


def test_a_withheld_name_is_not_told_with_what_hides_in_it(tmp_path: Path, letterkit: Run) -> None:
    entry = "- {person: {en: Secret \u202eName}, withheld: true}\n"
    changes = {"signatories/friends.yaml": FILES["signatories/friends.yaml"] + entry}
    root = make_workspace(tmp_path, changes)
    for command in (("generate", "--format", "txt"), ("check",)):
        result = letterkit(root, *command)
        assert result.exit_code == 1
        assert "Secret" not in result.output
    assert not written(root)


def test_a_letter_that_there_is_not_is_told_by_what_its_name_is(
    tmp_path: Path, letterkit: Run
) -> None:
    result = letterkit(make_workspace(tmp_path), "generate", "ap\u202epeal")
    assert result.exit_code == 2
    assert "no letter `ap<U+202E>peal` here" in result.stderr


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("letters/ap\u202epeal", ALL),  # another letter than it shows; the others are made
        ("addressees/offi\u202ecials.yaml", ALL),
        ("letters/appeal/e\u200bn.md", set()),
    ],
)
def test_a_file_whose_name_is_another_than_it_shows_is_told_and_not_read(
    tmp_path: Path, letterkit: Run, name: str, left: set[str]
) -> None:
    root = make_workspace(tmp_path)
    path = root / name
    if path.suffix:
        path.write_text("Roses.\n" if path.suffix == ".md" else "rose:\n  name: Rose\n")
    else:
        path.mkdir()
    for command in (("check",), ("generate", "--format", "txt")):
        result = letterkit(root, *command)
        assert result.exit_code == 1
        shown = name.encode("ascii", "backslashreplace").decode()
        assert result.stderr.count(f"{shown}:1:1: error: `U+20") == 1
        assert "in the name of a file" in result.stderr
        assert "\u202e" not in result.output
    assert written(root) == left
