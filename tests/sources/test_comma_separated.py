"""CSV files: nothing is guessed, and every cell knows its line and column."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.diagnostics import Diagnostics
from letterkit.sources.comma_separated import DELIMITERS, load_comma_separated, parse_rows
from letterkit.sources.sheet import Cell

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.sources.sheet import SheetRow


def told(problems: Diagnostics) -> list[tuple[str, str | None]]:
    return [(f"{found.origin}: {found.message}", found.hint) for found in problems]


def read(
    path: Path, content: str | bytes, **said: str | int
) -> tuple[list[str], list[SheetRow], list[tuple[str, str | None]]]:
    """The headings, the rows, and what was told of a file or of one of its rows."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    problems = Diagnostics()
    sheet = load_comma_separated(path, problems, name="list.csv", **said)  # type: ignore[arg-type]
    rows = [] if sheet is None else list(sheet.rows)
    for row in rows:
        problems.extend(row.faults)
    headings = [] if sheet is None else [str(each) for each in sheet.headings.values()]
    return headings, rows, told(problems)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


@pytest.mark.parametrize("sign", DELIMITERS)
def test_the_delimiter_is_found_in_the_headings(path: Path, sign: str) -> None:
    headings, rows, found = read(path, f"Name{sign}Town\r\nNour Example{sign}Kilis\r\n")
    assert headings == ["Name", "Town"]
    assert [list(row.cells.values()) for row in rows] == [["Nour Example", "Kilis"]]
    assert found == []


def test_a_cell_knows_its_line_and_column(path: Path) -> None:
    _, rows, _ = read(path, 'Name,Note\n"Nour\nExample",here\nAda,"a, ""b"""\n')
    places = [[str(cell.origin) for cell in row.cells.values()] for row in rows]
    assert places == [["list.csv:2:1", "list.csv:3:10"], ["list.csv:4:1", "list.csv:4:5"]]
    assert [list(row.cells.values()) for row in rows] == [
        ["Nour\nExample", "here"],
        ["Ada", 'a, "b"'],
    ]


def test_where_two_signs_may_part_the_cells_nobody_guesses(path: Path) -> None:
    assert read(path, "Name;Town, district\nNour;Kilis\n")[2] == [
        (
            "list.csv:1:1: `,` and `;` may part the cells of this file",
            'say which one does, as `delimiter: ";"`, where the letter names the file',
        )
    ]
    headings, _, found = read(path, "Name;Town, district\nNour;Kilis\n", delimiter=";")
    assert (headings, found) == (["Name", "Town, district"], [])


def test_a_sign_within_quotes_parts_nothing(path: Path) -> None:
    headings, _, found = read(path, '"Name, first";Town\nNour;Kilis\n')
    assert (headings, found) == (["Name, first", "Town"], [])


def test_the_line_that_excel_writes_for_itself_is_followed(path: Path) -> None:
    headings, rows, found = read(path, "sep=;\nName;Town, district\nNour;Kilis\n")
    assert (headings, found) == (["Name", "Town, district"], [])
    assert rows[0].number == 3


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1254", "Çağlar Şahin, Iğdır"), ("cp1256", "نور مثال، حلب")],
)
def test_an_encoding_is_offered_and_never_guessed(path: Path, encoding: str, name: str) -> None:
    content = f"Name\n{name}\n".encode(encoding)
    (fault, hint), *others = read(path, content, delimiter=";")[2]
    assert fault.endswith("is not UTF-8")
    assert f"`encoding: {encoding}`" in (hint or "")
    assert others == []
    rows = read(path, content, delimiter=";", encoding=encoding)[1]
    assert list(rows[0].cells.values()) == [name]


def test_what_is_not_in_the_encoding_that_was_said_is_told(path: Path) -> None:
    assert read(path, "Name\nNour é\n", encoding="utf-16")[2][0][0].endswith("is not utf-16")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("Name,Town\nNour,Kilis,Ankara\n", "list.csv:2:12: `Ankara` stands under no heading"),
        ("Name,Name\nNour,Kilis\n", "list.csv:1:6: the heading `Name` stands twice"),
        (
            'Name,Town\nNour,"Kilis\n',
            "list.csv:2:6: a quotation mark is never closed, and the rest is not read",
        ),
        (
            'Name,Town\n"Nour"x,Kilis\n',
            "list.csv:2:7: `x` stands after a closing quotation mark",
        ),
        ("", "list.csv:1:1: there is no row of headings"),
        ("\n\n  ,\n", "list.csv:1:1: there is no row of headings"),
        (
            "Name\nNour\x02\n",
            "list.csv:2:5: character `<U+0002>` cannot stand in a Word file",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(path: Path, content: str, fault: str) -> None:
    assert read(path, content)[2][0][0] == fault


def test_empty_rows_and_blanks_at_the_ends_of_cells_are_told_once(path: Path) -> None:
    _, rows, found = read(path, "Name,Town\n\nNour , Kilis\n,\n\u200fAda,Ankara\n,\n,\n")
    assert [list(row.cells.values()) for row in rows] == [["Nour", "Kilis"], ["Ada", "Ankara"]]
    assert [fault for fault, _ in found] == [
        "list.csv:2:1: rows 2 and 4 are empty",
        "list.csv:3:1: 3 cells have spaces or invisible signs at the ends, which are left out",
    ]


def test_the_headings_may_stand_further_down(path: Path) -> None:
    headings, rows, found = read(path, "Our donors, 2026;\n\nName;Town\nNour;Kilis\n", header=3)
    assert (headings, len(rows), found) == (["Name", "Town"], 1, [])


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=8)


@given(
    st.lists(st.lists(TEXTS, min_size=1, max_size=5), max_size=8),
    st.sampled_from(DELIMITERS),
    st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
)
def test_whatever_is_written_as_csv_is_read_back(
    table: list[list[str]], sign: str, quoting: int
) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=sign, quoting=quoting, lineterminator="\n")  # type: ignore[arg-type]
    writer.writerows(table)
    problems = Diagnostics()
    rows = list(parse_rows(written.getvalue(), sign, "list.csv", problems))
    assert [list(row.cells.values()) for row in rows] == table
    assert list(problems) == []
    lines = written.getvalue().split("\n")
    for row in rows:
        for cell in row.cells.values():
            assert isinstance(cell, Cell)
            begins = lines[cell.origin.line - 1][cell.origin.column - 1 :]
            first = str(cell).split("\n")[0]
            assert begins.startswith((first, '"' + first.replace('"', '""')))
